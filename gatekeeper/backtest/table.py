"""An interaction table: tab-separated lines of time, sender, recipients, message_id, in_reply_to, subject.

It has no proof of who wrote, and none is asked: it counts as authenticated (model.md, Evidence).
"""

from __future__ import annotations

import csv
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

from gatekeeper.backtest.letter import Letter, Line, subject_token
from gatekeeper.errors import EX_DATAERR, UsageError
from gatekeeper.mail.address import canonical
from gatekeeper.mail.message import message_key
from gatekeeper.store.case import identity_of

COLUMNS = ("time", "sender", "recipients", "message_id", "in_reply_to", "subject")
NEEDED = COLUMNS[:3]


def letters_of_table(path: Path) -> Iterator[Letter | None]:
    """The letters of the table at `path`, None for each line that says nothing usable.

    The first line names the columns; `time` is ISO 8601 (UTC where it has no zone) or seconds since 1970, and
    `recipients` are separated by commas. Raises UsageError when a needed column is missing.
    """
    with path.open(encoding="utf-8", errors="replace", newline="") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        missing = [name for name in NEEDED if name not in (rows.fieldnames or ())]
        if missing:
            raise UsageError(
                f"{path}: no column {', '.join(missing)}; the first line must name the columns: {', '.join(COLUMNS)}",
                exit_code=EX_DATAERR,
            )
        for number, row in enumerate(rows, start=2):
            yield _letter(path, number, row)


def _letter(path: Path, number: int, row: dict[str, str | None]) -> Letter | None:
    at = _time(row.get("time") or "")
    author = canonical(row.get("sender") or "")
    named = (canonical(one.strip()) for one in (row.get("recipients") or "").split(","))
    recipients = tuple(dict.fromkeys(one for one in named if one and one != author))
    if at is None or not author or not recipients:
        return None
    key = message_key(row.get("message_id") or f"{path}:{number}")
    subject = row.get("subject") or ""
    cited = (row.get("in_reply_to") or "").split()
    return Letter(
        at=at,
        author=author,
        recipients=recipients,
        key=key,
        identity=identity_of(key, b"", recipients),
        cites=tuple(message_key(one) for one in cited),
        subject=subject,
        paper=Line(content_token=subject_token(subject, key, author)),
    )


def _time(text: str) -> float | None:
    try:
        return float(text)
    except ValueError:
        pass
    try:
        moment = datetime.fromisoformat(text.strip())
    except ValueError:
        return None
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
