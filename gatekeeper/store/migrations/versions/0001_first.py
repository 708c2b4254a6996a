"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "answered",
        sa.Column("sender", sa.Text(), nullable=False),
        sa.Column("message", sa.BigInteger(), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.Column("reply", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("sender", "message", name=op.f("pk_answered")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "audit",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("act", sa.Text(), nullable=False),
        sa.Column("sender", sa.Text(), nullable=False),
        sa.Column("contact", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("until", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit")),
    )
    op.create_table(
        "batches",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("place", sa.Text(), nullable=False),
        sa.Column("started", sa.Float(), nullable=False),
        sa.Column("finished", sa.Float(), nullable=False),
        sa.Column("position", sa.Text(), nullable=False),
        sa.Column("messages", sa.Integer(), nullable=False),
        sa.Column("evidence", sa.Integer(), nullable=False),
        sa.Column("undone", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_batches")),
    )
    op.create_table(
        "campaign_keys",
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("key", sa.BigInteger(), nullable=False),
        sa.Column("campaign", sa.BigInteger(), nullable=False),
        sa.PrimaryKeyConstraint("scope", "key", "campaign", name=op.f("pk_campaign_keys")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_campaign_keys_campaign", "campaign_keys", ["campaign"], unique=False)
    op.create_table(
        "campaign_persons",
        sa.Column("campaign", sa.BigInteger(), nullable=False),
        sa.Column("person", sa.Text(), nullable=False),
        sa.Column("weight", sa.Float(), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("campaign", "person", name=op.f("pk_campaign_persons")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "campaigns",
        sa.Column("id", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("started", sa.Float(), nullable=False),
        sa.Column("last", sa.Float(), nullable=False),
        sa.Column("text", sa.LargeBinary(), nullable=False),
        sa.Column("tokens", sa.Text(), nullable=False),
        sa.Column("links", sa.Text(), nullable=False),
        sa.Column("tripped", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_campaigns")),
    )
    op.create_index("ix_campaigns_last", "campaigns", ["last"], unique=False)
    op.create_table(
        "causes",
        sa.Column("sender", sa.Text(), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.Column("cause", sa.Text(), nullable=False),
        sa.Column("contact", sa.Text(), nullable=False),
        sa.Column("weight", sa.Float(), nullable=False),
        sa.Column("message", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("sender", "at", "cause", "contact", name=op.f("pk_causes")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "choices",
        sa.Column("contact", sa.Text(), nullable=False),
        sa.Column("purpose", sa.Text(), nullable=False),
        sa.Column("yes", sa.Boolean(), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("double", sa.Boolean(), nullable=False),
        sa.Column("batch", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("contact", "purpose", name=op.f("pk_choices")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "companies",
        sa.Column("pair", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), autoincrement=False, nullable=False),
        sa.Column("authors", sa.Text(), nullable=False),
        sa.Column("last", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("pair", name=op.f("pk_companies")),
    )
    op.create_table(
        "evidence",
        sa.Column("sender", sa.Text(), nullable=False),
        sa.Column("contact", sa.Text(), nullable=False),
        sa.Column("message_key", sa.BigInteger(), nullable=False),
        sa.Column("what", sa.Text(), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.Column("proof", sa.Text(), nullable=False),
        sa.Column("weight", sa.Float(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("batch", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("sender", "contact", "message_key", "what", name=op.f("pk_evidence")),
        sqlite_with_rowid=False,
    )
    op.create_index(
        "ix_evidence_batch",
        "evidence",
        ["batch"],
        unique=False,
        sqlite_where=sa.text("batch > 0"),
        postgresql_where=sa.text("batch > 0"),
    )
    op.create_table(
        "habits",
        sa.Column("sender", sa.Text(), nullable=False),
        sa.Column("hours", sa.Text(), nullable=False),
        sa.Column("networks", sa.Text(), nullable=False),
        sa.Column("tried", sa.Text(), nullable=False),
        sa.Column("unknown", sa.Text(), nullable=False),
        sa.Column("last", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("sender", name=op.f("pk_habits")),
    )
    op.create_table(
        "heard",
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("message_key", sa.BigInteger(), nullable=False),
        sa.Column("author", sa.Text(), nullable=False),
        sa.Column("people", sa.Text(), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.Column("batch", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("account", "message_key", name=op.f("pk_heard")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "leases",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("holder", sa.Text(), nullable=False),
        sa.Column("until", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_leases")),
    )
    op.create_table(
        "ledger",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.Column("sender", sa.Text(), nullable=False),
        sa.Column("message_key", sa.BigInteger(), nullable=False),
        sa.Column("verdict", sa.Text(), nullable=False),
        sa.Column("would", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("phase", sa.Text(), nullable=False),
        sa.Column("recipients", sa.Text(), nullable=False),
        sa.Column("reasons", sa.Text(), nullable=False),
        sa.Column("signals", sa.Text(), nullable=False),
        sa.Column("until", sa.Float(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_ledger")),
    )
    op.create_index("ix_ledger_sender_at", "ledger", ["sender", "at"], unique=False)
    op.create_table(
        "meters",
        sa.Column("scope", sa.Text(), nullable=False),
        sa.Column("messages_hour", sa.Float(), nullable=False),
        sa.Column("recipients_hour", sa.Float(), nullable=False),
        sa.Column("contacts_hour", sa.Float(), nullable=False),
        sa.Column("messages_day", sa.Float(), nullable=False),
        sa.Column("recipients_day", sa.Float(), nullable=False),
        sa.Column("contacts_day", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("scope", name=op.f("pk_meters")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "queue",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("account", sa.Text(), nullable=False),
        sa.Column("arrived", sa.Float(), nullable=False),
        sa.Column("due", sa.Float(), nullable=False),
        sa.Column("until", sa.Float(), nullable=False),
        sa.Column("attempts", sa.Integer(), nullable=False),
        sa.Column("judged", sa.Boolean(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("sender", sa.LargeBinary(), nullable=False),
        sa.Column("session", sa.Text(), nullable=False),
        sa.Column("options", sa.Text(), nullable=False),
        sa.Column("size_bytes", sa.Integer(), nullable=False),
        sa.Column("noticed", sa.Float(), nullable=False),
        sa.Column("claimed_by", sa.Text(), nullable=False),
        sa.Column("claimed_until", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_queue")),
    )
    op.create_index("ix_queue_account", "queue", ["account"], unique=False)
    op.create_index("ix_queue_state_due", "queue", ["state", "due"], unique=False)
    op.create_table(
        "queue_bodies",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("content", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_queue_bodies")),
    )
    op.create_table(
        "queue_recipients",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("position", sa.Integer(), nullable=False),
        sa.Column("path", sa.LargeBinary(), nullable=False),
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("notify", sa.Text(), nullable=False),
        sa.Column("orcpt", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("reply", sa.Text(), nullable=False),
        sa.Column("remote", sa.Text(), nullable=False),
        sa.Column("at", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("id", "position", name=op.f("pk_queue_recipients")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "relations",
        sa.Column("sender", sa.Text(), nullable=False),
        sa.Column("contact", sa.Text(), nullable=False),
        sa.Column("in_sum", sa.Float(), nullable=False),
        sa.Column("in_first", sa.Float(), nullable=False),
        sa.Column("in_last", sa.Float(), nullable=False),
        sa.Column("claimed_sum", sa.Float(), nullable=False),
        sa.Column("claimed_first", sa.Float(), nullable=False),
        sa.Column("claimed_last", sa.Float(), nullable=False),
        sa.Column("out_sum", sa.Float(), nullable=False),
        sa.Column("out_first", sa.Float(), nullable=False),
        sa.Column("out_last", sa.Float(), nullable=False),
        sa.Column("unanswered", sa.Integer(), nullable=False),
        sa.Column("introduced", sa.Float(), nullable=False),
        sa.Column("closed", sa.Text(), nullable=False),
        sa.Column("closed_at", sa.Float(), nullable=False),
        sa.Column("closed_why", sa.Text(), nullable=False),
        sa.Column("complained", sa.Float(), nullable=False),
        sa.Column("allowed_until", sa.Float(), nullable=False),
        sa.Column("charged", sa.Float(), nullable=False),
        sa.Column("refunded", sa.Boolean(), nullable=False),
        sa.Column("invited", sa.Text(), nullable=False),
        sa.Column("invited_total", sa.Integer(), nullable=False),
        sa.Column("bulked", sa.Text(), nullable=False),
        sa.Column("is_list", sa.Boolean(), nullable=False),
        sa.Column("bounced", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("sender", "contact", name=op.f("pk_relations")),
        sqlite_with_rowid=False,
    )
    op.create_index("ix_relations_contact", "relations", ["contact"], unique=False)
    op.create_table(
        "runs",
        sa.Column("job", sa.Text(), nullable=False),
        sa.Column("finished", sa.Float(), nullable=False),
        sa.Column("seconds", sa.Float(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("failed", sa.Float(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("period", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("job", name=op.f("pk_runs")),
    )
    op.create_table(
        "sender_links",
        sa.Column("sender", sa.Text(), nullable=False),
        sa.Column("link", sa.BigInteger(), nullable=False),
        sa.Column("first", sa.Float(), nullable=False),
        sa.Column("batch", sa.Integer(), nullable=False),
        sa.PrimaryKeyConstraint("sender", "link", name=op.f("pk_sender_links")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "senders",
        sa.Column("address", sa.Text(), nullable=False),
        sa.Column("first_seen", sa.Float(), nullable=False),
        sa.Column("balance", sa.Float(), nullable=False),
        sa.Column("balance_at", sa.Float(), nullable=False),
        sa.Column("spent", sa.Text(), nullable=False),
        sa.Column("attempts", sa.Text(), nullable=False),
        sa.Column("delivered", sa.Text(), nullable=False),
        sa.Column("flooded_until", sa.Float(), nullable=False),
        sa.Column("good", sa.Float(), nullable=False),
        sa.Column("bad", sa.Float(), nullable=False),
        sa.Column("standing_at", sa.Float(), nullable=False),
        sa.Column("frozen_until", sa.Float(), nullable=False),
        sa.Column("frozen_why", sa.Text(), nullable=False),
        sa.Column("heard_first", sa.Float(), nullable=False),
        sa.Column("heard_last", sa.Float(), nullable=False),
        sa.Column("sent_first", sa.Float(), nullable=False),
        sa.Column("sent_last", sa.Float(), nullable=False),
        sa.Column("messages_hour", sa.Float(), nullable=False),
        sa.Column("recipients_hour", sa.Float(), nullable=False),
        sa.Column("messages_day", sa.Float(), nullable=False),
        sa.Column("recipients_day", sa.Float(), nullable=False),
        sa.Column("answers", sa.Integer(), nullable=False),
        sa.Column("answers_seen", sa.Integer(), nullable=False),
        sa.Column("contacts_hour", sa.Float(), nullable=False),
        sa.Column("contacts_day", sa.Float(), nullable=False),
        sa.Column("tried_messages", sa.Float(), nullable=False),
        sa.Column("tried_recipients", sa.Float(), nullable=False),
        sa.Column("noticed", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("address", name=op.f("pk_senders")),
    )
    op.create_table(
        "site",
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_site")),
    )
    op.create_table(
        "volumes",
        sa.Column("sender", sa.Text(), nullable=False),
        sa.Column("rule", sa.BigInteger(), nullable=False),
        sa.Column("content", sa.BigInteger(), nullable=False),
        sa.Column("slot", sa.BigInteger(), nullable=False),
        sa.Column("recipients", sa.Integer(), nullable=False),
        sa.Column("until", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("sender", "rule", "content", "slot", name=op.f("pk_volumes")),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "waiting",
        sa.Column("sender", sa.Text(), nullable=False),
        sa.Column("message", sa.BigInteger(), nullable=False),
        sa.Column("release_at", sa.Float(), nullable=False),
        sa.Column("until", sa.Float(), nullable=False),
        sa.PrimaryKeyConstraint("sender", "message", name=op.f("pk_waiting")),
        sqlite_with_rowid=False,
    )
