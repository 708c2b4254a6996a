"""Small archives of our own for the backtest: an office of friends, and one who knows many people by sight."""

from __future__ import annotations

from collections.abc import Sequence

from gatekeeper.backtest.letter import Letter, Line, subject_token
from gatekeeper.mail.message import message_key
from gatekeeper.policy.policyfile import Policy
from gatekeeper.store.case import identity_of
from gatekeeper.store.hearing import Terms

DAY = 86_400.0
START = 1_500_000_000.0
ANNA = "anna@site.example"
BEN = "ben@site.example"


def letter(
    at: float, author: str, recipients: Sequence[str], subject: str = "", *, cites: Sequence[str] = ()
) -> Letter:
    """A letter at `at` days after the start."""
    key = message_key(f"<{at} {author} {subject}>")
    people = tuple(recipients)
    return Letter(
        at=START + at * DAY,
        author=author,
        recipients=people,
        key=key,
        identity=identity_of(key, b"", people),
        cites=tuple(message_key(one) for one in cites),
        subject=subject,
        paper=Line(content_token=subject_token(subject, key, author)),
    )


def contact(number: int) -> str:
    return f"contact{number:02}@elsewhere.example"


def office(days: int = 200, strangers: int = 30) -> tuple[Letter, ...]:
    """Anna writes with five friends every day, for `days`; one of them once copies a mail to `strangers`."""
    letters = []
    for day in range(days):
        friend = f"friend{day % 5}@elsewhere.example"
        letters.append(letter(day, ANNA, [friend], f"plan {chr(97 + day % 26)}{day}"))
        letters.append(letter(day + 0.3, friend, [ANNA], f"answer {chr(97 + day % 26)}{day}"))
        letters.append(letter(day + 0.5, BEN, ["partner@elsewhere.example"], f"report {chr(97 + day % 26)}{day}"))
    everybody = [contact(number) for number in range(strangers)]
    letters.append(letter(10.6, "friend0@elsewhere.example", [ANNA, *everybody], "who comes to the fair"))
    return tuple(sorted(letters, key=lambda one: one.at))


def terms(letters: Sequence[Letter], policy: Policy = Policy(name="test")) -> Terms:  # noqa: B008 - frozen
    """The site that owns site.example, under the default policy."""
    return Terms(policy=policy, local_domains=frozenset({"site.example"}), site_since=letters[0].at)
