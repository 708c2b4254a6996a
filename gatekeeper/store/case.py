"""A case: what the bench is asked, and what it answers. Values that cross from the gate to the database thread."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from enum import StrEnum

import xxhash

from gatekeeper.kinds.kind import Kind
from gatekeeper.mail.fingerprint import Fingerprint
from gatekeeper.mail.reply import Reply
from gatekeeper.policy.evidence import Exchange
from gatekeeper.policy.verdict import Verdict
from gatekeeper.store.queue import Parcel
from gatekeeper.values import value


@value
class Case:
    """One message to be judged. `sender` is the account, `client` the client's address or "" where it says
    nothing about the sender; `content` reads the fingerprint when it is needed, and only then."""

    id: str
    now: float
    sender: str
    domain: str
    client: str
    recipients: tuple[str, ...]
    message_key: int
    digest: bytes
    cites: tuple[int, ...]
    kind: Kind
    signals: tuple[str, ...]
    content: Callable[[], Fingerprint]
    has_unsubscribe: bool = False
    has_one_click: bool = False
    subject: Callable[[], str] | None = None
    """Reads the subject; asked only where the policy wants a tag in it."""
    purposes: tuple[str, ...] = ()
    """What the mail may have consent for: its List-Id, its sender."""
    author: str = ""
    """The address of the site in From where it is not the sender's own, such as a shared mailbox: who knows the
    Message-ID of a mail that came for it reads it, and may answer. "" for none."""
    forwarders: tuple[str, ...] = ()
    """The accounts here that a mail from elsewhere, brought by a machine of ours, says it goes on from."""
    written_by: str = ""
    """The one address in From of such a mail."""
    null_sender: bool = False
    report_form: bool = True
    links: Callable[[], frozenset[int]] | None = None
    """Reads the links of an ordinary mail, so that signatures are known; None where nobody shall look."""
    divisible: bool = False
    """Each recipient has his own reply (LMTP): those whom nothing stands against get it."""

    parcel: Callable[[Verdict], tuple[Parcel, bytes] | None] | None = None
    """What is put in the queue in the verdict's own transaction, if it says so; None where nothing can wait here."""
    identity: int = 0
    """`identity_of` the message: as a retry brings it again."""

    @property
    def names(self) -> tuple[str, ...]:
        """The accounts whose incoming mail this message may answer."""
        return (self.sender, self.author) if self.author else (self.sender,)


def identity_of(message_key: int, digest: bytes, recipients: Iterable[str]) -> int:
    """What a retry of the very same message has in common with it: Message-ID, digest and recipients."""
    seed = f"{message_key}\n{digest.hex()}\n" + "\n".join(sorted(recipients))
    return xxhash.xxh3_64_intdigest(seed.encode()) >> 1


class Queued(StrEnum):
    """Whether the message was kept here."""

    NO = "no"
    YES = "yes"
    FULL = "full"
    """It should have been, and there was no room."""


@value
class Judged:
    """The answer: the verdict, durable with its reasons."""

    case: Case
    verdict: Verdict
    queued: Queued = Queued.NO


@value
class Repeated:
    """The other answer: this very message got its final reply already, and its client never read it."""

    case: Case
    reply: Reply


@value
class Settlement:
    """What became of an accepted message at the next hop. Positions are into the case's recipients."""

    judged: Judged
    now: float
    delivered: tuple[int, ...]
    outcome: str
    """sent, refused, deferred or unknown."""
    failed: tuple[tuple[int, str], ...] = ()
    """Those whom the next hop refused for good: (position, RFC 3463 status)."""


@value
class Unanswered:
    """A final answer that the client never read; its retry within the hour gets the same one."""

    sender: str
    identity: int
    now: float
    reply: Reply


@value
class Lessons:
    """Exchanges to be learnt, together. `batch` is the import's number, 0 for live mail."""

    exchanges: tuple[Exchange, ...]
    batch: int = 0


@value
class Learnt:
    """What learning did: `new` exchanges with at least one new piece of evidence, `repeated` ones without."""

    new: int
    repeated: int
    evidence: int
