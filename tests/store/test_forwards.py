"""Who forwards his mail: what arrived goes on from its reader, and a hacked machine that says so does not."""

from __future__ import annotations

import pytest

from gatekeeper.gate.accounts import Accounts
from gatekeeper.kinds.kind import Kind
from gatekeeper.mail.envelope import Session
from gatekeeper.mail.message import Message
from gatekeeper.policy.evidence import Evidence, Exchange, Proof, What
from gatekeeper.policy.policyfile import Policy, Unless
from gatekeeper.policy.verdict import Ruling
from gatekeeper.store.case import identity_of
from gatekeeper.store.hearing import Terms
from tests.store.conftest import DAY, NOW, Post

ANN = "ann@example.org"
SHOP = "news@shop.example"
HOME = "ann@home.example"
LETTER = 4711


@pytest.fixture
def terms() -> Terms:
    rules = ("chart", "credits", "campaign", "pause")
    exemption = Unless(rules=rules, forwarded=True, reason="on its way to where it is read")
    return Terms(policy=Policy(name="test", unless=(exemption,)), local_domains=frozenset({"example.org"}), ramp=False)


def arrived(at: float = NOW - 60, author: str = SHOP, proof: Proof = Proof.AUTHENTICATED) -> Exchange:
    """The shop's newsletter came in for Ann."""
    seen = Evidence(sender=ANN, contact=author, at=at, what=What.ARRIVED, proof=proof, source="listener")
    return Exchange(message_key=LETTER, at=at, author=author, outbound=False, people=(author, ANN), evidence=(seen,))


def forward(post: Post, *recipients: str, **changes: object) -> Ruling:
    """The newsletter leaves the site again, with the shop as its sender."""
    people = list(recipients or (HOME,))
    about: dict[str, object] = {
        "kind": Kind.NEWSLETTER,
        "message_key": LETTER,
        "identity": identity_of(LETTER, b"", people),
    }
    about |= {"forwarders": (ANN,), "written_by": SHOP, **changes}
    return post.judge(post.case(SHOP, people, content="sale", **about)).verdict.ruling  # type: ignore[arg-type]  # names


def test_a_newsletter_that_arrived_may_be_forwarded_by_its_reader(post: Post) -> None:
    post.learn(arrived())
    assert forward(post) is Ruling.ACCEPT
    assert forward(post) is Ruling.ACCEPT, "a retry is the same forward"


def test_a_hacked_machine_that_only_says_so_is_judged(post: Post) -> None:
    assert forward(post) is Ruling.REFUSE
    post.learn(arrived())
    assert forward(post, forwarders=()) is Ruling.REFUSE, "it names no account here"
    assert forward(post, forwarders=("bob@example.org",)) is Ruling.REFUSE, "it did not arrive for Bob"
    assert forward(post, written_by="ceo@example.net") is Ruling.REFUSE, "somebody else wrote what arrived"


def test_what_arrived_without_proof_or_long_ago_is_judged(post: Post) -> None:
    post.learn(arrived(proof=Proof.NONE))
    assert forward(post) is Ruling.REFUSE
    post.learn(arrived(at=NOW - 6 * DAY))
    assert forward(post) is Ruling.REFUSE


def test_a_mail_that_was_let_in_is_no_licence_for_a_blast(post: Post) -> None:
    post.learn(arrived())
    rulings = [forward(post, f"person{number}@elsewhere{number}.example") for number in range(6)]
    assert rulings == [Ruling.ACCEPT] * 3 + [Ruling.REFUSE] * 3


def test_a_forwarder_is_an_account_that_the_mail_names_and_nobody_who_logged_in() -> None:
    accounts = Accounts(local_domains=("example.org",), aliases={"a.smith@example.org": ANN})
    header = b"Delivered-To: a.smith@example.org\r\nX-Sieve-Redirected-From: eve@elsewhere.example\r\n"
    message = Message.read(header + b"From: news@shop.example\r\n\r\n")
    assert accounts.forwarders(Session(listener="x"), SHOP, message) == (ANN,)
    assert accounts.forwarders(Session(listener="x", login=ANN), SHOP, message) == ()
    assert accounts.forwarders(Session(listener="x"), "bob@example.org", message) == ()
