"""The lines of a transcript, read strictly: what is not understood is an error that names the file and the line."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

from gatekeeper.errors import EX_DATAERR, EX_NOINPUT, UsageError
from gatekeeper.kinds.kind import Kind
from gatekeeper.policy.relation import Stage
from gatekeeper.policy.transcript import (
    Act,
    Acted,
    Circle,
    ExpectReached,
    ExpectStage,
    ExpectVerdict,
    ExpectWait,
    ExpectWords,
    Group,
    Introduced,
    Named,
    Passes,
    People,
    Sends,
    SiteAge,
    Some,
    Step,
    Story,
    Transcript,
    Wrote,
)
from gatekeeper.policy.verdict import Because, Ruling

MOST_PEOPLE = 20_000
SITE = "example.org"

_UNITS = {"second": 1.0, "minute": 60.0, "hour": 3600.0, "day": 86_400.0, "week": 604_800.0, "year": 31_557_600.0}
_DURATION = r"(?:\d+(?:\.\d+)?|an?) (?:second|minute|hour|day|week|year)s?"
_ADDRESS = r"[^\s@,;=]+@[^\s@,;=]+"
_NAME = r"[a-z][a-z0-9-]*"
_NUMBERS = {"a": 1, "an": 1, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "ten": 10}


class _Unclear(ValueError):
    """A line that is not understood; its text says what would be."""


def read_transcript(path: Path) -> Transcript:
    """The stories in the file at `path`. Raises UsageError."""
    try:
        return parse_transcript(path.read_text(encoding="utf-8"), str(path))
    except OSError as error:
        raise UsageError(f"{path}: cannot read this transcript: {error.strerror}", exit_code=EX_NOINPUT) from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{path}: a transcript is UTF-8; byte {error.start} is not", exit_code=EX_DATAERR) from error


def parse_transcript(text: str, where: str) -> Transcript:
    """The stories in `text`; `where` names the file. Raises UsageError (65) with file, line and what would be right."""
    policy, site = "", SITE
    stories: list[Story] = []
    lines = tuple(text.splitlines())
    for number, raw in enumerate(lines, start=1):
        line = _without_comment(raw).strip()
        if not line:
            continue
        word, _, rest = line.partition(" ")
        try:
            if word == "story":
                if not rest:
                    raise _Unclear("a story needs a title: story A stranger gets one personal note")
                stories.append(Story(title=rest.strip(), line=number))
            elif stories:
                stories[-1].steps.append(_step(line, number))
            elif word == "policy" and re.fullmatch(r"\S+", rest):
                policy = rest
            elif word == "site" and re.fullmatch(r"[^\s@]+", rest):
                site = rest.casefold()
            else:
                raise _Unclear("before the first story only `policy NAME` and `site DOMAIN` may stand")
        except _Unclear as error:
            raise UsageError(f"{where}:{number}: {error}", exit_code=EX_DATAERR) from None
    if not stories:
        raise UsageError(f"{where}: no story in this file; one begins with `story TITLE`", exit_code=EX_DATAERR)
    for story in stories:
        if not any(type(step).__name__.startswith("Expect") for step in story.steps):
            raise UsageError(f"{where}:{story.line}: this story expects nothing", exit_code=EX_DATAERR)
    return Transcript(where=where, policy=policy, site=site, stories=tuple(stories), lines=lines)


def _without_comment(line: str) -> str:
    found = re.match(r'((?:[^"#]|"[^"]*")*)#', line)
    return found[1] if found else line


def _step(line: str, number: int) -> Step:
    for pattern, make in _FORMS:
        if found := pattern.fullmatch(line):
            return make(found, number)
    hint = line.partition(" ")[0]
    if hint == "expect":
        raise _Unclear(f"not understood: {line!r}; an expectation is one of: {'; '.join(EXPECTATIONS)}")
    raise _Unclear(f"not understood: {line!r}; a line is one of: {'; '.join(LINES)}")


def _seconds(text: str | None) -> float:
    if not text:
        return 0.0
    amount, unit = text.split()
    return (1.0 if amount in {"a", "an"} else float(amount)) * _UNITS[unit.removesuffix("s")]


def _people(text: str) -> People:
    found: list[Some | Named] = []
    for part in re.split(r",\s*(?:and\s+)?|\s+and\s+", text.strip()):
        word, _, circle = part.partition(" ")
        if circle:
            found.append(_some(word, circle))
        elif re.fullmatch(_ADDRESS, part):
            found.append(Named(name=part.casefold()))
        elif re.fullmatch(_NAME, part):
            found.append(Named(name=part))
        else:
            raise _Unclear(
                f"{part!r} is nobody; right would be an address, a group, or a number and one of: {_circles()}"
            )
    return tuple(found)


def _some(word: str, circle: str) -> Some:
    count = int(word) if word.isdecimal() else _NUMBERS.get(word, 0)
    name = circle.strip().removesuffix("s")
    if not 0 < count <= MOST_PEOPLE or name not in set(Circle):
        raise _Unclear(
            f"{word} {circle!r} is nobody; right would be a number up to {MOST_PEOPLE} and one of: {_circles()}"
        )
    return Some(count=count, circle=Circle(name))


def _circles() -> str:
    return ", ".join(f"{one.value}s" for one in Circle)


def _group(found: re.Match[str], number: int) -> Step:
    word, _, circle = found["people"].partition(" ")
    people = _some(word, circle)
    if people.circle not in {Circle.STRANGER, Circle.COLLEAGUE} and not found["of"]:
        raise _Unclear(f"whose {people.circle.value}s? right would be: {found['name']} = 12 friends of anna@{SITE}")
    return Group(line=number, name=found["name"], people=people, of=(found["of"] or "").casefold())


def _wrote(found: re.Match[str], number: int) -> Step:
    return Wrote(
        line=number,
        authors=_people(found["authors"]),
        to=_people(found["to"]),
        times=int(found["times"] or 1),
        over_seconds=_seconds(found["over"]),
        ago_seconds=_seconds(found["ago"]),
        proven=not found["unproven"],
    )


def _acted(found: re.Match[str], number: int) -> Step:
    sender = "" if found["sender"] == "the site" else found["sender"].casefold()
    return Acted(
        line=number,
        people=_people(found["people"]),
        act=Act(found["act"]),
        sender=sender,
        ago_seconds=_seconds(found["ago"]),
        source=found["source"] or "consent",
        confirmed=bool(found["confirmed"]),
    )


def _introduced(found: re.Match[str], number: int) -> Step:
    return Introduced(
        line=number,
        author=found["author"].casefold(),
        people=_people(found["people"]),
        account=found["account"].casefold(),
    )


def _sends(found: re.Match[str], number: int) -> Step:
    if found["kind"] not in set(Kind):
        raise _Unclear(f"{found['kind']!r} is no kind of message; allowed: {', '.join(Kind)}")
    options: dict[str, Any] = {}
    for option in filter(None, (part.strip() for part in (found["options"] or "").split(";"))):
        for pattern, read in _OPTIONS:
            if matched := pattern.fullmatch(option):
                options.update(read(matched))
                break
        else:
            raise _Unclear(f"{option!r} is no option; allowed: {'; '.join(OPTIONS)}")
    return Sends(
        line=number,
        sender=found["sender"].casefold(),
        kind=Kind(found["kind"]),
        content=found["content"] or "",
        to=_people(found["to"]),
        **options,
    )


def _expect_verdict(found: re.Match[str], number: int) -> Step:
    names = re.split(r",\s*|\s+and\s+", found["because"]) if found["because"] else []
    for name in names:
        if name not in set(Because):
            raise _Unclear(f"{name!r} is no reason; allowed: {', '.join(Because)}")
    return ExpectVerdict(
        line=number,
        ruling=Ruling(found["ruling"]),
        because=tuple(Because(name) for name in names),
        would=bool(found["would"]),
    )


def _expect_reached(found: re.Match[str], number: int) -> Step:
    amount, bound = found["amount"], found["bound"]
    if amount in {"nobody", "everybody"}:
        if bound:
            raise _Unclear(f"{bound} {amount} says nothing; leave out {bound!r}")
        return ExpectReached(line=number, most=0) if amount == "nobody" else ExpectReached(line=number, everybody=True)
    count = int(amount)
    return ExpectReached(
        line=number, least=0 if bound == "at most" else count, most=None if bound == "at least" else count
    )


_Maker = Callable[[re.Match[str], int], Step]

_AGO = rf"(?:,? (?P<ago>{_DURATION}) ago)?"
_FORMS: tuple[tuple[re.Pattern[str], _Maker], ...] = tuple(
    (re.compile(pattern), make)
    for pattern, make in (
        (rf"(?P<name>{_NAME}) = (?P<people>\S+ \S+)(?: of (?P<of>{_ADDRESS}))?", _group),
        (
            rf"(?P<authors>.+?) wrote to (?P<to>.+?)(?:,? (?P<times>\d+) times)?(?:,? over (?P<over>{_DURATION}))?"
            rf"{_AGO}(?P<unproven>,? without proof)?",
            _wrote,
        ),
        (
            rf"(?P<people>.+?) (?P<act>{'|'.join(Act)}) (?P<sender>{_ADDRESS}|the site)(?: as (?P<source>{_NAME}))?"
            rf"(?P<confirmed>,? confirmed)?{_AGO}",
            _acted,
        ),
        (rf"(?P<author>{_ADDRESS}) introduced (?P<people>.+?) to (?P<account>{_ADDRESS})", _introduced),
        (rf"after (?P<time>{_DURATION})", lambda found, line: Passes(line=line, seconds=_seconds(found["time"]))),
        (
            rf"the gate is (?P<time>{_DURATION}) old",
            lambda found, line: SiteAge(line=line, seconds=_seconds(found["time"])),
        ),
        (
            rf'(?P<sender>{_ADDRESS}) sends an? (?P<kind>\S+)(?: "(?P<content>[^"]+)")? to (?P<to>[^;]+)'
            r"(?P<options>;.*)?",
            _sends,
        ),
        (rf"expect (?P<would>would )?(?P<ruling>{'|'.join(Ruling)})(?: because (?P<because>.+))?", _expect_verdict),
        (r"expect reached (?:(?P<bound>at most|at least) )?(?P<amount>\d+|nobody|everybody)", _expect_reached),
        (
            rf"expect wait (?P<time>{_DURATION})",
            lambda found, line: ExpectWait(line=line, seconds=_seconds(found["time"])),
        ),
        (r'expect says "(?P<words>[^"]+)"', lambda found, line: ExpectWords(line=line, words=found["words"])),
        (
            rf"expect (?P<contact>{_ADDRESS}) counts as (?P<stage>{'|'.join(Stage)}) for (?P<account>{_ADDRESS})",
            lambda found, line: ExpectStage(
                line=line,
                contact=found["contact"].casefold(),
                stage=Stage(found["stage"]),
                account=found["account"].casefold(),
            ),
        ),
    )
)

_OPTIONS: tuple[tuple[re.Pattern[str], Callable[[re.Match[str]], dict[str, Any]]], ...] = tuple(
    (re.compile(pattern), read)
    for pattern, read in (
        (r"one by one", lambda _: {"at_once": 1}),
        (r"(\d+) at a time", lambda found: {"at_once": max(1, int(found[1]))}),
        (r"in pieces of (\d+)", lambda found: {"at_once": max(1, int(found[1])), "pieces": True}),
        (rf"every ({_DURATION})", lambda found: {"every_seconds": _seconds(found[1])}),
        (r"reworded", lambda _: {"reworded": True}),
        (r"retrying", lambda _: {"retrying": True}),
        (r"with unsubscribe", lambda _: {"unsubscribe": True}),
        (r"with one-click unsubscribe", lambda _: {"unsubscribe": True, "one_click": True}),
        (r'with subject "([^"]*)"', lambda found: {"subject": found[1]}),
        (rf"in reply to ({_ADDRESS})", lambda found: {"answers": found[1].casefold()}),
        (r"citing a made-up message", lambda _: {"made_up_citation": True}),
        (r"with an empty return path", lambda _: {"null_sender": True}),
        (r"over LMTP", lambda _: {"over_lmtp": True}),
        (r"from client (\S+)", lambda found: {"client": found[1]}),
    )
)

LINES = (
    "NAME = N CIRCLE [of ACCOUNT]",
    "PEOPLE wrote to PEOPLE [N times] [over TIME] [TIME ago] [without proof]",
    "PEOPLE signed up with ACCOUNT|the site [as SOURCE] [confirmed] [TIME ago]",
    "PEOPLE unsubscribed from|complained about|bounced for ACCOUNT|the site [TIME ago]",
    "ADDRESS introduced PEOPLE to ACCOUNT",
    "after TIME",
    "the gate is TIME old",
    'ACCOUNT sends a KIND ["CONTENT"] to PEOPLE[; OPTION]...',
    "expect ...",
)
EXPECTATIONS = (
    "expect [would] accept|defer|hold|refuse [because REASON, ...]",
    "expect reached [at most|at least] N|nobody|everybody",
    "expect wait TIME",
    'expect says "WORDS"',
    "expect ADDRESS counts as STAGE for ACCOUNT",
)
OPTIONS = (
    "one by one",
    "N at a time",
    "in pieces of N",
    "every TIME",
    "reworded",
    "retrying",
    "with unsubscribe",
    "with one-click unsubscribe",
    'with subject "TEXT"',
    "in reply to ADDRESS",
    "citing a made-up message",
    "with an empty return path",
    "over LMTP",
    "from client ADDRESS",
)
