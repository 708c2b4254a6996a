"""The tables. Keys lead with the sender; what crosses senders has keys of its own.

Times are seconds since 1970 UTC as double precision. No subject and no body stands in any of them but the queue's,
which have a module of their own.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    Index,
    Integer,
    LargeBinary,
    Table,
    Text,
    text,
)

from gatekeeper.store.queue_tables import queue as queue
from gatekeeper.store.queue_tables import queue_bodies as queue_bodies
from gatekeeper.store.queue_tables import queue_recipients as queue_recipients
from gatekeeper.store.tables import BigKey
from gatekeeper.store.tables import metadata as metadata

site = Table(
    "site",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)
"""A few facts about the site: since when it is seen, the secret for keyed hashes."""

senders = Table(
    "senders",
    metadata,
    Column("address", Text, primary_key=True),
    Column("first_seen", Float, nullable=False, default=0.0),
    Column("balance", Float, nullable=False, default=0.0),
    Column("balance_at", Float, nullable=False, default=0.0),
    Column("spent", Text, nullable=False, default=""),
    Column("attempts", Text, nullable=False, default=""),
    Column("delivered", Text, nullable=False, default=""),
    Column("flooded_until", Float, nullable=False, default=0.0),
    Column("good", Float, nullable=False, default=0.0),
    Column("bad", Float, nullable=False, default=0.0),
    Column("standing_at", Float, nullable=False, default=0.0),
    Column("frozen_until", Float, nullable=False, default=0.0),
    Column("frozen_why", Text, nullable=False, default=""),
    Column("heard_first", Float, nullable=False, default=0.0),
    Column("heard_last", Float, nullable=False, default=0.0),
    Column("sent_first", Float, nullable=False, default=0.0),
    Column("sent_last", Float, nullable=False, default=0.0),
    Column("messages_hour", Float, nullable=False, default=0.0),
    Column("recipients_hour", Float, nullable=False, default=0.0),
    Column("messages_day", Float, nullable=False, default=0.0),
    Column("recipients_day", Float, nullable=False, default=0.0),
    Column("answers", Integer, nullable=False, default=0),
    Column("answers_seen", Integer, nullable=False, default=0),
    Column("contacts_hour", Float, nullable=False, default=0.0),
    Column("contacts_day", Float, nullable=False, default=0.0),
    Column("tried_messages", Float, nullable=False, default=0.0),
    Column("tried_recipients", Float, nullable=False, default=0.0),
    Column("noticed", Float, nullable=False, default=0.0),
)

aliases = Table(
    "aliases",
    metadata,
    Column("address", Text, primary_key=True),
    Column("account", Text, nullable=False),
    Column("at", Float, nullable=False),
    Column("author", Text, nullable=False, default=""),
    Column("joined", Boolean, nullable=False),
    Index("ix_aliases_account", "account"),
    sqlite_with_rowid=False,
)
"""Further addresses of accounts that the configuration does not name: learnt (`author` ""), or an admin's word.
`joined` False: an admin has parted them, and they stay so."""

relations = Table(
    "relations",
    metadata,
    Column("sender", Text, primary_key=True),
    Column("contact", Text, primary_key=True),
    Column("in_sum", Float, nullable=False, default=0.0),
    Column("in_first", Float, nullable=False, default=0.0),
    Column("in_last", Float, nullable=False, default=0.0),
    Column("claimed_sum", Float, nullable=False, default=0.0),
    Column("claimed_first", Float, nullable=False, default=0.0),
    Column("claimed_last", Float, nullable=False, default=0.0),
    Column("out_sum", Float, nullable=False, default=0.0),
    Column("out_first", Float, nullable=False, default=0.0),
    Column("out_last", Float, nullable=False, default=0.0),
    Column("unanswered", Integer, nullable=False, default=0),
    Column("introduced", Float, nullable=False, default=0.0),
    Column("closed", Text, nullable=False, default=""),
    Column("closed_at", Float, nullable=False, default=0.0),
    Column("closed_why", Text, nullable=False, default=""),
    Column("complained", Float, nullable=False, default=0.0),
    Column("allowed_until", Float, nullable=False, default=0.0),
    Column("charged", Float, nullable=False, default=0.0),
    Column("refunded", Boolean, nullable=False, default=False),
    Column("invited", Text, nullable=False, default=""),
    Column("invited_total", Integer, nullable=False, default=0),
    Column("bulked", Text, nullable=False, default=""),
    Column("is_list", Boolean, nullable=False, default=False),
    Column("bounced", Float, nullable=False, default=0.0),
    Column("closed_until", Float, nullable=False, default=0.0, server_default=text("0")),
    Index("ix_relations_contact", "contact"),
    sqlite_with_rowid=False,
)

evidence = Table(
    "evidence",
    metadata,
    Column("sender", Text, primary_key=True),
    Column("contact", Text, primary_key=True),
    Column("message_key", BigInteger, primary_key=True),
    Column("what", Text, primary_key=True),
    Column("at", Float, nullable=False),
    Column("proof", Text, nullable=False),
    Column("weight", Float, nullable=False),
    Column("source", Text, nullable=False),
    Column("batch", Integer, nullable=False, default=0),
    Index("ix_evidence_batch", "batch", sqlite_where=text("batch > 0"), postgresql_where=text("batch > 0")),
    sqlite_with_rowid=False,
)
"""One row for each interaction seen. The key is what makes a message count once, whatever source it comes from."""

causes = Table(
    "causes",
    metadata,
    Column("sender", Text, primary_key=True),
    Column("at", Float, primary_key=True),
    Column("cause", Text, primary_key=True),
    Column("contact", Text, primary_key=True),
    Column("weight", Float, nullable=False),
    Column("message", Text, nullable=False, default=""),
    sqlite_with_rowid=False,
)
"""What moved a sender's reputation: one row for each change. `message` is the id of ours that it is about, or ""."""

meters = Table(
    "meters",
    metadata,
    Column("scope", Text, primary_key=True),
    Column("messages_hour", Float, nullable=False, default=0.0),
    Column("recipients_hour", Float, nullable=False, default=0.0),
    Column("contacts_hour", Float, nullable=False, default=0.0),
    Column("messages_day", Float, nullable=False, default=0.0),
    Column("recipients_day", Float, nullable=False, default=0.0),
    Column("contacts_day", Float, nullable=False, default=0.0),
    sqlite_with_rowid=False,
)
"""Rates of what is no sender: a domain, a client address, a service account, mail to subscribers. Empty where the
policy limits none of them. GCRA theoretical arrival times, as in `senders`."""

habits = Table(
    "habits",
    metadata,
    Column("sender", Text, primary_key=True),
    Column("hours", Text, nullable=False, default=""),
    Column("networks", Text, nullable=False, default=""),
    Column("tried", Text, nullable=False, default=""),
    Column("unknown", Text, nullable=False, default=""),
    Column("last", Float, nullable=False, default=0.0),
)
"""What is usual for a sender, for the takeover guard: hours of the day, client networks; and the last hour's
strangers and addresses that do not exist. Empty where the guard is off."""

heard = Table(
    "heard",
    metadata,
    Column("account", Text, primary_key=True),
    Column("message_key", BigInteger, primary_key=True),
    Column("author", Text, nullable=False),
    Column("people", Text, nullable=False, default=""),
    Column("at", Float, nullable=False),
    Column("batch", Integer, nullable=False, default=0),
    sqlite_with_rowid=False,
)
"""Messages that came in for an account: what an answer may cite, and whom a reply-all may reach."""

companies = Table(
    "companies",
    metadata,
    Column("pair", BigKey, primary_key=True, autoincrement=False),
    Column("authors", Text, nullable=False),
    Column("last", Float, nullable=False),
)
"""Who has addressed two people together: the hash of the pair, and up to four authors, each with the last time
and the import that showed it (0: seen live)."""

campaigns = Table(
    "campaigns",
    metadata,
    Column("id", BigKey, primary_key=True, autoincrement=False),
    Column("scope", Text, nullable=False),
    Column("started", Float, nullable=False),
    Column("last", Float, nullable=False),
    Column("text", LargeBinary, nullable=False),
    Column("tokens", Text, nullable=False, default=""),
    Column("links", Text, nullable=False, default=""),
    Column("tripped", Float, nullable=False, default=0.0),
    Index("ix_campaigns_last", "last"),
)

campaign_keys = Table(
    "campaign_keys",
    metadata,
    Column("scope", Text, primary_key=True),
    Column("key", BigInteger, primary_key=True),
    Column("campaign", BigInteger, primary_key=True),
    Index("ix_campaign_keys_campaign", "campaign"),
    sqlite_with_rowid=False,
)
"""Tokens, links and MinHash bands of a campaign's first member, by which later members find it."""

campaign_persons = Table(
    "campaign_persons",
    metadata,
    Column("campaign", BigInteger, primary_key=True),
    Column("person", Text, primary_key=True),
    Column("weight", Float, nullable=False),
    Column("at", Float, nullable=False),
    sqlite_with_rowid=False,
)

sender_links = Table(
    "sender_links",
    metadata,
    Column("sender", Text, primary_key=True),
    Column("link", BigInteger, primary_key=True),
    Column("first", Float, nullable=False),
    Column("batch", Integer, nullable=False, default=0),
    sqlite_with_rowid=False,
)
"""Links and attachments that a sender's ordinary mail carries: a signature or a logo makes no campaign."""

choices = Table(
    "choices",
    metadata,
    Column("contact", Text, primary_key=True),
    Column("purpose", Text, primary_key=True),
    Column("yes", Boolean, nullable=False),
    Column("at", Float, nullable=False),
    Column("source", Text, nullable=False),
    Column("double", Boolean, nullable=False, default=False),
    Column("batch", Integer, nullable=False, default=0),
    Column("until", Float, nullable=False, default=0.0, server_default=text("0")),
    sqlite_with_rowid=False,
)
"""What a person chose for himself: consent to a list or purpose, or with purpose "*" a no to the whole site.
`until` is when an admin's no ends, 0.0 for never."""

volumes = Table(
    "volumes",
    metadata,
    Column("sender", Text, primary_key=True),
    Column("rule", BigInteger, primary_key=True),
    Column("content", BigInteger, primary_key=True),
    Column("slot", BigInteger, primary_key=True),
    Column("recipients", Integer, nullable=False),
    Column("until", Float, nullable=False),
    sqlite_with_rowid=False,
)
"""Recipients counted for the policy's volume rules and requirements, in at most a hundred slots a window. `until`
is when the slot has left the window. Empty where the policy counts nothing."""

waiting = Table(
    "waiting",
    metadata,
    Column("sender", Text, primary_key=True),
    Column("message", BigInteger, primary_key=True),
    Column("release_at", Float, nullable=False),
    Column("until", Float, nullable=False),
    sqlite_with_rowid=False,
)
"""Release times of paused messages, by sender and the hash of Message-ID and recipients."""

answered = Table(
    "answered",
    metadata,
    Column("sender", Text, primary_key=True),
    Column("message", BigInteger, primary_key=True),
    Column("at", Float, nullable=False),
    Column("reply", Text, nullable=False),
    sqlite_with_rowid=False,
)
"""Final answers that the client never read: its retry gets the same answer instead of a second delivery."""

ledger = Table(
    "ledger",
    metadata,
    Column("id", Text, primary_key=True),
    Column("at", Float, nullable=False),
    Column("sender", Text, nullable=False),
    Column("message_key", BigInteger, nullable=False),
    Column("verdict", Text, nullable=False),
    Column("would", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("phase", Text, nullable=False),
    Column("recipients", Text, nullable=False),
    Column("reasons", Text, nullable=False),
    Column("signals", Text, nullable=False, default=""),
    Column("until", Float, nullable=False, default=0.0),
    Column("outcome", Text, nullable=False, default=""),
    Index("ix_ledger_sender_at", "sender", "at"),
)
"""Every verdict with its reasons; the ids are in order of time.

`outcome` is what the next hop made of it: sent, refused, deferred, unknown."""

batches = Table(
    "batches",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("place", Text, nullable=False),
    Column("started", Float, nullable=False),
    Column("finished", Float, nullable=False, default=0.0),
    Column("position", Text, nullable=False, default=""),
    Column("messages", Integer, nullable=False, default=0),
    Column("evidence", Integer, nullable=False, default=0),
    Column("undone", Float, nullable=False, default=0.0),
)
"""Imports, one row a run: what came from where, how far it got, and whether it was taken back."""

leases = Table(
    "leases",
    metadata,
    Column("name", Text, primary_key=True),
    Column("holder", Text, nullable=False),
    Column("until", Float, nullable=False),
)
"""Which node runs a job of the whole site at present. A row whose time is over belongs to a node that died."""

runs = Table(
    "runs",
    metadata,
    Column("job", Text, primary_key=True),
    Column("finished", Float, nullable=False, default=0.0),
    Column("seconds", Float, nullable=False, default=0.0),
    Column("failures", Integer, nullable=False, default=0),
    Column("failed", Float, nullable=False, default=0.0),
    Column("reason", Text, nullable=False, default=""),
    Column("period", Text, nullable=False, default=""),
)
"""The last run of each job of the whole site, whichever node it was on: when it succeeded and how long it took,
how often and when it failed and why, and the last period that it wrote about."""

audit = Table(
    "audit",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("at", Float, nullable=False),
    Column("author", Text, nullable=False),
    Column("act", Text, nullable=False),
    Column("sender", Text, nullable=False, default=""),
    Column("contact", Text, nullable=False, default=""),
    Column("reason", Text, nullable=False, default=""),
    Column("until", Float, nullable=False, default=0.0),
)
"""What people did here: allow, close, thaw, forget, release."""
