"""The mails of `unseen/` and of the folders below it: its README says what each can show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

UNSEEN = Path(__file__).parent / "unseen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unseen:
    """One mail. `counted` is true for every other: it may be mistaken, and is only counted."""

    kind: str
    language: str
    subject: str
    content: bytes
    counted: bool


def unseen_mails(folder: Path = UNSEEN) -> Iterator[Unseen]:
    """Every mail of the folder, not of those below it."""
    for path in sorted(folder.glob("*.txt")):
        for number, block in enumerate(f"\n{path.read_text(encoding='utf-8').strip()}".split("\n== ")[1:]):
            first, _, rest = block.partition("\n")
            language, sender, to = (part.strip() for part in first.split(" | ", 2))
            subject, _, rest = rest.partition("\n")
            header, _, body = ("", "", rest[1:]) if rest.startswith("\n") else rest.partition("\n\n")
            lines = [f"From: {sender}", f"To: {to}", f"Subject: {subject}", "Message-ID: <u@x.example>"]
            lines += ["MIME-Version: 1.0", *filter(None, header.split("\n"))]
            if "content-type" not in header.lower():
                lines.append("Content-Type: text/plain; charset=utf-8")
            yield Unseen(
                kind=path.stem.partition("_")[0],
                language=language,
                subject=subject,
                content=("\n".join(lines) + "\n\n" + body + "\n").encode(),
                counted=number % 2 == 1,
            )
