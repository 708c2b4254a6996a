"""A sender's campaigns are found by a key (store.campaigns.COMPARED), no more by reading them all."""

from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.execute(
        "INSERT INTO campaign_keys (scope, key, campaign) "
        "SELECT scope, 0, id FROM campaigns WHERE scope LIKE 'sender:%'"
    )
