"""Transcripts: every shipped story holds, a line that is not understood names file and line, and a miss is shown."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from gatekeeper.errors import EX_DATAERR, UsageError
from gatekeeper.kinds.kind import Kind
from gatekeeper.policy.policyfile import Policy, read_policy
from gatekeeper.policy.transcript import Circle, Named, Sends, Some
from gatekeeper.policy.transcript_lines import EXPECTATIONS, LINES, OPTIONS, parse_transcript, read_transcript
from gatekeeper.store.rehearsal import Miss, rehearse

POLICIES = Path(__file__).parents[2] / "policies"
DOCS = Path(__file__).parents[2] / "docs" / "policies.md"
FILES = sorted(POLICIES.glob("*.transcript"))


def play(story: str, policy: Policy | None = None) -> list[Miss]:
    """What did not hold in the lines of one story."""
    lines = "\n".join(("story A test", *story.strip().splitlines()))
    return rehearse(parse_transcript(lines, "x.transcript"), policy or Policy(name="test"))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_every_shipped_story_holds(file: Path) -> None:
    transcript = read_transcript(file)
    misses = rehearse(transcript, read_policy(file.with_suffix(".toml")))
    assert not misses, "\n\n".join(map(str, misses))


def test_every_shipped_policy_has_stories() -> None:
    assert {file.stem for file in POLICIES.glob("*.toml")} == {file.stem for file in FILES}


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_shipped_story_holds_by_accident(file: Path) -> None:
    """Under a policy that lets everything through, each file's refusals must be missed."""
    row = {kind.value: "yes" for kind in Kind}
    open_to_all = Policy.model_validate(
        {
            "name": "open",
            "chart": dict.fromkeys(("stranger", "known", "liked", "trusted", "closed"), row),
            "campaign": {"sender_limit": 0, "shared_limit": 0, "hour_limit": 0},
            "pause": {"minutes": 0},
        }
    )
    transcript = read_transcript(file)
    missed = {miss.story for miss in rehearse(transcript, open_to_all)}
    assert len(missed) >= len(transcript.stories) // 3


def test_a_miss_looks_like_a_diff() -> None:
    (miss,) = play("anna@example.org sends a note to 12 strangers\nexpect accept")
    text = str(miss).splitlines()
    assert text[:3] == ["x.transcript:3: A test", "- accept", "+ refuse because " + text[2].partition("because ")[2]]
    assert "invite-all" in text[2]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("anna@example.org sends a poem to 3 strangers", "'poem' is no kind of message; allowed: note, invitation"),
        ("anna@example.org sends a note to 3 martians", "'martians' is nobody"),
        ("anna@example.org sends a note to 0 strangers", "is nobody"),
        ("anna@example.org sends a note to 3 strangers; fast", "'fast' is no option; allowed: one by one"),
        ("expect refuse because rudeness", "'rudeness' is no reason; allowed: internal"),
        ("expect joy", "an expectation is one of"),
        ("expect reached at most everybody", "leave out 'at most'"),
        ("club = 3 friends", "whose friends?"),
        ("bob wrote a letter", "a line is one of"),
        ("after lunch", "a line is one of"),
        ("story", "a story needs a title"),
    ],
)
def test_a_line_that_is_not_understood_names_file_and_line_and_what_would_be(line: str, said: str) -> None:
    with pytest.raises(UsageError) as refused:
        parse_transcript(f"story A test\n\n{line}\n", "ours.transcript")
    assert refused.value.exit_code == EX_DATAERR
    assert refused.value.reason.startswith("ours.transcript:3: ")
    assert said in refused.value.reason


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("", "no story"),
        ("anna@example.org sends a note to a stranger\n", "x:1: before the first story"),
        ("story Nothing\nafter 3 days\n", "x:1: this story expects nothing"),
    ],
)
def test_a_file_without_a_test_is_a_mistake(text: str, said: str) -> None:
    with pytest.raises(UsageError, match=said):
        parse_transcript(text, "x")


@pytest.mark.parametrize("story", ["expect accept", "anna@example.org sends a note to club\nexpect accept"])
def test_a_story_about_nothing_or_nobody_is_a_mistake(story: str) -> None:
    with pytest.raises(UsageError, match=r"x.transcript:2: (nothing was sent yet|nobody is called 'club')"):
        play(story)


def test_comments_and_quotations() -> None:
    text = (
        "# about nothing\npolicy casl # which\nsite example.edu\nstory One # two\n"
        'anna@example.edu sends a note "a # b" to bob@example.net, club and 3 strangers; one by one; every 5 minutes\n'
        "expect accept\n"
    )
    found = parse_transcript(text, "x")
    assert (found.policy, found.site, found.stories[0].title) == ("casl", "example.edu", "One")
    sends = found.stories[0].steps[0]
    assert isinstance(sends, Sends)
    assert sends.to == (Named(name="bob@example.net"), Named(name="club"), Some(count=3, circle=Circle.STRANGER))
    assert (sends.content, sends.at_once, sends.every_seconds) == ("a # b", 1, 300.0)


def test_the_circles_are_what_they_are_called() -> None:
    for circle, stage in (("acquaintance", "known"), ("friend", "liked"), ("confidant", "trusted")):
        (miss,) = play(
            f"anna@example.org sends a note to a {circle}\n"
            f"expect {circle}-1@{circle}-1.example counts as closed for anna@example.org"
        )
        assert miss.found.endswith(f"counts as {stage} for anna@example.org")


def test_pieces_of_one_message_are_not_paused_when_people_know_the_sender() -> None:
    assert not play("anna@example.org sends a note to 120 friends; in pieces of 50\nexpect reached everybody")


def test_the_same_story_goes_the_same_way_twice() -> None:
    story = "anna@example.org sends a note to 40 strangers; one by one; retrying\nexpect reached nobody"
    assert [miss.found for miss in play(story)] == [miss.found for miss in play(story)]


def test_every_line_option_and_expectation_is_documented() -> None:
    text = " ".join(DOCS.read_text(encoding="utf-8").replace("`", " ").replace("\\|", "|").split())
    for option in OPTIONS:
        assert re.sub(r"\b(N|TIME)\b.*", "", option).strip() in text, option
    for expectation in EXPECTATIONS:
        assert re.split(r" [\[A-Z]|\|", expectation)[0] in text, expectation
    for line in LINES:
        word = re.search(r"[a-z-]{4,}(?: [a-z]+)*", line)
        assert word is None or word[0] in text, line
    for circle in Circle:
        assert f"{circle}s" in text


# Volumes and requirements, through the very hearing ----------------------------------------------------------------


def counting(**rule: object) -> Policy:
    return Policy.model_validate(
        {
            "name": "test",
            "volume": [{"kinds": ["note"], "recipients": 20, "days": 1.0, **rule}],
            "campaign": {"sender_limit": 0, "shared_limit": 0, "hour_limit": 0},
            "pause": {"minutes": 0},
            "credits": {"capacity": 10_000},
        }
    )


def test_a_volume_counts_recipients_of_one_sender_in_a_sliding_window() -> None:
    story = """
    anna@example.org sends a note to 20 friends
    expect accept
    anna@example.org sends a note to a friend
    expect refuse because volume
    bob@example.org sends a note to 20 friends
    expect accept
    after 23 hours
    anna@example.org sends a note to a friend
    expect refuse
    after 2 hours
    anna@example.org sends a note to 20 friends
    expect accept
    """
    assert not play(story, counting())


def test_what_was_refused_is_not_counted() -> None:
    story = """
    anna@example.org sends a note to 21 friends
    expect refuse because volume
    anna@example.org sends a note to 20 friends
    expect accept
    """
    assert not play(story, counting())


def test_other_kinds_and_colleagues_are_not_counted() -> None:
    story = """
    anna@example.org sends a meeting to 30 friends
    expect accept
    anna@example.org sends a note to 30 colleagues
    expect accept
    anna@example.org sends a note to 20 friends
    expect accept
    """
    assert not play(story, counting())


def test_a_volume_of_strangers_leaves_friends_alone() -> None:
    story = """
    anna@example.org sends a note to 60 friends, 20 strangers
    expect accept
    anna@example.org sends a note to 60 friends
    expect accept
    anna@example.org sends a note to a stranger
    expect refuse because volume
    """
    assert not play(story, counting(strangers_only=True))


def test_a_volume_by_content_counts_each_content_apart() -> None:
    story = """
    anna@example.org sends a note "one" to 20 friends
    anna@example.org sends a note "two" to 20 friends
    expect accept
    anna@example.org sends a note "one" to a friend
    expect refuse because volume
    """
    assert not play(story, counting(content="same"))


def test_a_requirement_from_so_many_recipients_on() -> None:
    policy = Policy.model_validate(
        {
            "name": "test",
            "require": [{"kinds": ["note"], "unsubscribe": True, "subject_tag": "<ADV>", "above_recipients": 20}],
        }
    )
    story = """
    anna@example.org sends a note to 20 friends
    expect accept
    anna@example.org sends a note to a friend; with unsubscribe
    expect refuse because no-subject-tag
    anna@example.org sends a note to a friend; with unsubscribe; with subject "<adv> Hello"
    expect accept
    """
    assert not play(story, policy)


def test_a_confirmed_sign_up_and_one_that_runs_out() -> None:
    policy = Policy.model_validate({"name": "test", "consent": {"confirmed_only": True, "expires_days": 100}})
    story = """
    bob@example.net signed up with anna@example.org, confirmed, 99 days ago
    carol@example.com signed up with anna@example.org, 99 days ago
    anna@example.org sends a newsletter to bob@example.net
    expect accept because consent
    anna@example.org sends a newsletter to carol@example.com
    expect refuse because no-consent
    after 2 days
    anna@example.org sends a newsletter to bob@example.net
    expect refuse because no-consent
    """
    assert not play(story, policy)
