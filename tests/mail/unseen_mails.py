"""The mails of `unseen/`: read to find what the rules lack, or kept to see what they reach on mail nobody has read."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

FOLDER = Path(__file__).parent / "unseen"


@dataclass(frozen=True, slots=True, kw_only=True)
class Unseen:
    """One mail. `kept` is true for every other: its text is not looked at when the rules change."""

    kind: str
    language: str
    subject: str
    content: bytes
    kept: bool


def unseen_mails() -> Iterator[Unseen]:
    """Every mail of the folder."""
    for path in sorted(FOLDER.glob("*.txt")):
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
                kept=number % 2 == 1,
            )
