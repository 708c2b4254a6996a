"""Letters from mailboxes: mbox files, Maildirs, directories of .eml files. Read twice: once for the header, and
again where the judge asks for the content, so that an archive may be larger than the memory.
"""

from __future__ import annotations

import gzip
import io
import re
from collections.abc import Callable, Iterator
from functools import partial
from itertools import chain
from pathlib import Path

from gatekeeper.backtest.letter import Letter
from gatekeeper.kinds.kind import Kind, kind_of
from gatekeeper.learn.authentication import author_of
from gatekeeper.learn.importers import mbox
from gatekeeper.learn.importers.archive import MAX_KEPT_OCTETS, is_counted_folder, time_of
from gatekeeper.learn.lesson import list_address_of
from gatekeeper.learn.mailclass import MailClass, class_of, list_of
from gatekeeper.learn.settings import LearnSettings
from gatekeeper.mail.fingerprint import Fingerprint, fingerprint_of
from gatekeeper.mail.message import Message
from gatekeeper.store.case import identity_of

BY_PEOPLE = frozenset({MailClass.HUMAN, MailClass.LIST, MailClass.MEETING_REPLY})
"""A list's mail is a person's here: its copy is often the only one in an archive, and it names people."""


_LIST_FIELD = re.compile(
    rb"^(?:list-[a-z-]+|return-path|precedence|sender|errors-to|reply-to|mailing-list|x-mailing-list|x-beenthere|"
    rb"x-mailman-[a-z-]+|x-loop)[ \t]*:[^\n]*\n(?:[ \t][^\n]*\n)*",
    re.MULTILINE | re.IGNORECASE,
)


class Sheet:
    """The paper of a letter in a mailbox. What is read once is kept; the text is not."""

    __slots__ = ("_class", "_content", "_kind", "_list", "_load", "_settings", "_unsubscribe")

    def __init__(self, load: Callable[[], bytes], message: Message, settings: LearnSettings) -> None:
        self._load = load
        self._settings = settings
        self._kind: Kind | None = None
        self._content: Fingerprint | None = None
        self._unsubscribe = message.get("list-unsubscribe") is not None and not list_of(message)
        self._class: MailClass | None = None
        self._list = list_address_of(message)

    def kind(self) -> Kind:
        if self._kind is None:
            self._kind = kind_of(self._as_sent()).kind
        return self._kind

    def is_human(self) -> bool:
        if self._class is None:
            self._class = class_of(Message.read(self._load()), self._settings).mail_class
        return self._class in BY_PEOPLE

    def list_address(self) -> str:
        return self._list

    def has_unsubscribe(self) -> bool:
        return self._unsubscribe

    def content(self) -> Fingerprint:
        if self._content is None:
            self._content = fingerprint_of(self._as_sent())
        return self._content

    def _as_sent(self) -> Message:
        """The message without what a mailing list wrote into its copy: it did not leave its author so."""
        content = self._load()
        message = Message.read(content)
        if not self._list:
            return message
        size = message.header_size
        return Message.read(_LIST_FIELD.sub(b"", content[:size]) + content[size:])


def letters_of_mbox(path: Path, settings: LearnSettings, now: float) -> Iterator[Letter | None]:
    """The letters of an mbox file, `.gz` too; None for each message that says nothing usable."""
    with _opened(path) as stream:
        before: tuple[int, bytes | None] | None = None
        for offset, content in chain(mbox.messages(stream), ((-1, None),)):
            if before is not None:
                begin, letter = before
                load = partial(_from_mbox, path, begin, offset - begin if offset > begin else -1)
                yield _letter(letter, load, settings, now) if letter else None
            before = offset, content


def letters_of_folder(path: Path, settings: LearnSettings, now: float) -> Iterator[Letter | None]:
    """The letters of a Maildir, or of the .eml files below a directory; drafts and junk are left out."""
    for file in sorted(path.rglob("*")):
        inside = file.relative_to(path).parts[:-1]
        is_mail = file.suffix.lower() == ".eml" or file.parent.name in {"cur", "new"}
        if not is_mail or file.name.startswith(".") or not file.is_file():
            continue
        if all(is_counted_folder(folder) for folder in inside):
            yield letter_of_file(file, settings, now)


def letter_of_file(file: Path, settings: LearnSettings, now: float) -> Letter | None:
    """The letter in a file of its own, None when it says nothing usable."""
    load = partial(_from_file, file)
    return _letter(load(), load, settings, now)


def _letter(content: bytes, load: Callable[[], bytes], settings: LearnSettings, now: float) -> Letter | None:
    message = Message.read(content)
    if message.unparsed or not message.headers:
        return None
    author = author_of(message)
    addressed = (*message.addresses("to"), *message.addresses("cc"), *message.addresses("bcc"))
    recipients = tuple(dict.fromkeys(one for one in addressed if one and one != author))
    at = time_of(message, settings, now)
    if at is None or not author or not recipients:
        return None
    return Letter(
        at=at,
        author=author,
        recipients=recipients,
        key=message.key,
        identity=identity_of(message.key, b"", recipients),
        cites=message.cites,
        subject=message.text("subject"),
        paper=Sheet(load, message, settings),
    )


def _opened(path: Path) -> gzip.GzipFile:
    return gzip.open(path) if path.suffix == ".gz" else path.open("rb")  # type: ignore[return-value]  # both are read


def _from_mbox(path: Path, begin: int, size_octets: int) -> bytes:
    with _opened(path) as stream:
        stream.seek(begin)
        piece = io.BytesIO(stream.read(size_octets))
    return next((content or b"" for _, content in mbox.messages(piece)), b"")


def _from_file(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MAX_KEPT_OCTETS)
