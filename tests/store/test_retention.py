"""Retention: what is over goes, what is in use stays, a no stays for ever; and the counts of what there is."""

from __future__ import annotations

from sqlalchemy import Engine, func, select

from gatekeeper.policy.reputation import Tier
from gatekeeper.policy.verdict import Ruling
from gatekeeper.store import people
from gatekeeper.store.counts import site_counts
from gatekeeper.store.ledger import entry
from gatekeeper.store.retention import Retention, prune, steps
from gatekeeper.store.site import site_facts
from tests.store.conftest import DAY, NOW, Post

ANN = "ann@example.org"
RETENTION = Retention(contacts_days=1460, verdicts_days=90, messages_days=730, campaigns_days=60, audit_days=1095)


def pruned(engine: Engine, now: float) -> dict[str, int]:
    """The rows that went, by table."""
    gone: dict[str, int] = {}
    for table, is_over in steps(RETENTION, now):
        with engine.begin() as connection:
            while number := prune(connection, table, is_over):
                gone[table.name] = gone.get(table.name, 0) + number
    return gone


def rows(engine: Engine) -> dict[str, int]:
    with engine.begin() as connection:
        return {
            table.name: connection.execute(select(func.count()).select_from(table)).scalar_one()
            for table, _ in steps(RETENTION, NOW)
        }


def lived(post: Post) -> None:
    """A site with some history: a friend, strangers, a campaign, company."""
    post.learn(post.sent(ANN, "bob@example.net", NOW - 3 * DAY), post.wrote("bob@example.net", ANN, NOW - 2 * DAY))
    post.deliver(post.judge(post.case(ANN, ["bob@example.net", "carol@example.net", "dave@example.net"])))


def test_what_is_in_use_stays(post: Post, engine: Engine) -> None:
    lived(post)
    before = rows(engine)
    assert pruned(engine, NOW + DAY) == {}
    assert rows(engine) == before


def test_each_table_has_its_own_time(post: Post, engine: Engine) -> None:
    lived(post)
    assert set(pruned(engine, NOW + 91 * DAY)) == {"ledger", "campaigns", "campaign_keys", "campaign_persons"}
    assert set(pruned(engine, NOW + 731 * DAY)) == {"heard"}
    assert set(pruned(engine, NOW + 1461 * DAY)) >= {"relations", "evidence", "companies"}
    assert sum(rows(engine).values()) == 0


def test_a_no_is_never_over(post: Post, engine: Engine) -> None:
    with engine.begin() as connection:
        people.close(connection, ANN, "bob@example.net", NOW, author="root", reason="")
        people.close(connection, "*", "eve@example.net", NOW, author="root", reason="")
    pruned(engine, NOW + 4000 * DAY)
    for contact in ("bob@example.net", "eve@example.net"):
        judged = post.judge(post.case(ANN, [contact], now=NOW + 4000 * DAY))
        assert judged.verdict.ruling is Ruling.REFUSE


def test_what_an_admin_allows_stays_as_long_as_he_said(post: Post, engine: Engine) -> None:
    with engine.begin() as connection:
        people.allow(connection, ANN, "bob@example.net", NOW, until=NOW + 3000 * DAY, author="root", reason="")
    assert "relations" not in pruned(engine, NOW + 2000 * DAY)
    assert pruned(engine, NOW + 3001 * DAY)["relations"] == 1


def test_the_ledger_gives_a_verdict_back_as_it_was(post: Post, engine: Engine) -> None:
    strangers = [f"p{number}@example.net" for number in range(30)]
    judged = post.judge(post.case(ANN, strangers, content="one and the same"))
    with engine.begin() as connection:
        found = entry(connection, judged.case.id)
        nothing = entry(connection, "nothing")
    assert nothing is None
    assert found is not None
    assert (found.sender, found.at, found.signals) == (ANN, NOW, ("words",))
    assert found.verdict.ruling is judged.verdict.ruling is Ruling.REFUSE
    assert found.verdict.reasons == judged.verdict.reasons
    told = [(one.address, one.stage, one.ruling, one.because) for one in found.verdict.recipients]
    assert told == [(one.address, one.stage, one.ruling, one.because) for one in judged.verdict.recipients]


def test_the_counts_tell_what_there_is(post: Post, engine: Engine) -> None:
    lived(post)
    post.judge(post.case(ANN, [f"p{number}@example.net" for number in range(30)], now=NOW + 1))
    with engine.begin() as connection:
        counts = site_counts(connection, NOW + 2)
    assert (counts.senders, counts.verdicts["accept"], counts.verdicts["refuse"]) == (1, 1, 1)
    assert sum(counts.tiers.values()) == 1 and counts.tiers[Tier.EXCELLENT] == 0
    assert counts.coverage.answers_share is None
    assert counts.as_facts()["verdicts"] == counts.verdicts


def test_the_site_keeps_its_first_day_and_its_secret(engine: Engine) -> None:
    with engine.begin() as connection:
        first = site_facts(connection, NOW)
    with engine.begin() as connection:
        second = site_facts(connection, NOW + DAY)
    assert first == second
    assert first.since == NOW and len(first.secret) == 32
    assert first.secret.hex() not in repr(first)
