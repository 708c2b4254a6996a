"""An admin's closing may end, and addresses are joined to accounts."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.add_column("relations", sa.Column("closed_until", sa.Float(), server_default=sa.text("0"), nullable=False))
    op.add_column("choices", sa.Column("until", sa.Float(), server_default=sa.text("0"), nullable=False))
    op.create_table(
        "aliases",
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("joined", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("address", name=op.f("pk_aliases")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_aliases_account", "aliases", ["account"])
