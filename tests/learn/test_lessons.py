"""What a mail teaches; and what nobody can make it teach: each attack under the name of its story."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Sequence

import pytest

from gatekeeper.errors import TemporaryFailure
from gatekeeper.learn.intake import Intake, Passed, heard, recipient_of
from gatekeeper.learn.lesson import VOUCHED_BY_LIST, Lesson, counts
from gatekeeper.learn.mailclass import MailClass
from gatekeeper.learn.settings import LearnSettings
from gatekeeper.mail.envelope import NULL_PATH, Envelope, Path, Recipient, Session
from gatekeeper.mail.message import message_key
from gatekeeper.mail.reply import Reply
from gatekeeper.policy.evidence import Exchange, Proof, What
from tests.learn.keys import Dns, dns_for, signed

NOW = 1_780_000_000.0
SITE = LearnSettings(
    local_domains=frozenset({"example.org"}),
    authserv_ids=frozenset({"mx.example.org"}),
    aliases={"a.smith@example.org": "anna@example.org", "anna@home.example": "anna@example.org"},
)
BORDER = b"Received: from out.example ([8.8.8.8]) by mx.example.org with ESMTPS; Mon, 5 Jan 2026 10:00:00 +0000\r\n"


def letter(body: str = "Hello!\r\n", **header: str) -> bytes:
    fields = {"From": "Bert <bert@friend.example>", "To": "anna@example.org", "Subject": "hi"}
    fields |= {"Message-ID": "<1@friend.example>"} | {name.replace("_", "-"): text for name, text in header.items()}
    return "".join(f"{name}: {text}\r\n" for name, text in fields.items() if text).encode() + b"\r\n" + body.encode()


def passed(content: bytes, text: str = "dmarc=pass") -> bytes:
    """`content` as our border hands it on, with what it found."""
    return f"Authentication-Results: mx.example.org; {text}\r\n".encode() + BORDER + content


def lesson(content: bytes, *recipients: str, site: LearnSettings = SITE, dns: Dns | None = None) -> Lesson:
    return heard(content, recipients, site, dns or Dns(), NOW)


def taught(
    content: bytes, *recipients: str, site: LearnSettings = SITE, dns: Dns | None = None
) -> list[tuple[str, str, str]]:
    """(account, contact, what) of the evidence that counts."""
    found = lesson(content, *recipients, site=site, dns=dns)
    return [(one.sender, one.contact, str(one.what)) for one in found.evidence if counts(one)]


BERT_WROTE = [("anna@example.org", "bert@friend.example", "wrote")]


def test_a_person_who_writes_is_known_from_then_on():
    assert taught(passed(letter())) == BERT_WROTE


def test_the_exchange_remembers_who_else_was_addressed_and_what_it_answers():
    content = passed(letter(Cc="carl@example.org, dora@friend.example", In_Reply_To="<0@example.org>"))
    (exchange,) = lesson(content).exchanges
    assert exchange.people == ("bert@friend.example", "anna@example.org", "carl@example.org", "dora@friend.example")
    assert exchange.cites == (message_key("<0@example.org>"),)
    assert [one.sender for one in exchange.evidence] == ["anna@example.org", "carl@example.org"]


def test_beyond_ten_addressees_a_mail_shows_less_and_beyond_fifty_nothing():
    def weight(people: int) -> float:
        cc = ", ".join(f"p{n}@friend.example" for n in range(people - 1))
        return lesson(passed(letter(Cc=cc))).evidence[0].weight

    assert weight(10) == 1.0
    assert 0.0 < weight(30) < 1.0
    assert weight(51) == 0.0
    assert taught(passed(letter(Cc=", ".join(f"p{n}@friend.example" for n in range(60))))) == []


def test_a_hidden_copy_shows_nothing_and_an_alias_in_to_shows_the_person_behind_it():
    assert taught(passed(letter(To="undisclosed-recipients:;")), "anna@example.org") == []
    openly = taught(passed(letter(To="info@example.org")), "anna@example.org")
    assert openly == [(account, "bert@friend.example", "wrote") for account in ("info@example.org", "anna@example.org")]


def test_mail_to_an_alias_counts_for_its_account():
    assert taught(passed(letter(To="A.Smith@example.org"))) == BERT_WROTE


# Attacks -------------------------------------------------------------------------------------------------------


def test_a_forged_from_befriends_nobody():
    assert taught(BORDER + letter()) == []
    assert taught(BORDER + signed(letter(), "evil.example"), dns=dns_for("evil.example")) == []
    assert lesson(BORDER + letter()).exchanges[0].evidence[0].proof is Proof.NONE


def test_a_forged_from_with_a_forged_result_befriends_nobody():
    assert taught(BORDER + b"Authentication-Results: mx.example.org; dmarc=pass\r\n" + letter()) == []


def test_a_reply_from_oneself_is_no_evidence():
    for own in ("anna@example.org", "a.smith@example.org", "anna@home.example"):
        assert taught(passed(letter(From=own))) == []


def test_a_signature_over_part_of_the_body_befriends_nobody():
    content = signed(letter(), "friend.example", length=True) + b"and whatever I want to add\r\n"
    assert taught(content, dns=dns_for("friend.example")) == []


def test_a_key_in_test_mode_befriends_nobody():
    assert taught(signed(letter(), "friend.example"), dns=dns_for("friend.example", flags=b"t=y; ")) == []


def test_a_silent_dns_leaves_it_open():
    found = lesson(signed(letter(), "friend.example"), dns=Dns(silent=True))
    assert found.vouched.proof is Proof.UNKNOWN
    assert not any(counts(one) for one in found.evidence)


def test_an_out_of_office_is_no_friend():
    for header in ({"Auto_Submitted": "auto-replied"}, {"Subject": "Automatic reply: hi"}):
        found = lesson(passed(letter("I am away until May.", **header)))
        assert found.mail_class is MailClass.AUTOMATIC
        # It is remembered as something to answer, and that is all.
        assert {one.what for one in found.evidence} == {What.ARRIVED}
        assert not any(counts(one) for one in found.evidence)


def test_a_newsletter_is_no_friend():
    found = lesson(passed(letter(List_Unsubscribe="<https://news.example/u>")))
    assert found.evidence == ()
    # That it arrived is remembered, so that its reader may forward it, and that is all.
    assert [(one.what, counts(one)) for one in found.exchanges[0].evidence] == [(What.ARRIVED, False)]


def test_a_homograph_is_somebody_else_and_a_tag_is_not():
    homograph = passed(letter(From="bert@friеnd.example"), "dkim=pass header.d=xn--frind-qof.example")
    assert ("anna@example.org", "bert@friend.example", "wrote") not in taught(homograph)
    tagged = passed(letter(From="b.ert+news@gmail.com"))
    assert taught(tagged) == [("anna@example.org", "bert@gmail.com", "wrote")]
    # Elsewhere a tag may well be somebody else.
    assert taught(passed(letter(From="bert+x@friend.example")))[0][1] == "bert+x@friend.example"


def test_reply_to_and_sender_name_nobody():
    content = passed(letter(Reply_To="victim@bank.example", Sender="boss@bank.example"))
    assert taught(content) == BERT_WROTE


def test_a_redirected_mail_remains_its_authors_to_the_people_he_named():
    content = passed(
        letter(To="carl@elsewhere.example", Resent_From="carl@elsewhere.example", Resent_To="anna@example.org")
    )
    assert taught(content, "anna@example.org") == []


def test_an_unproven_complaint_is_left_to_the_store_with_the_id_that_it_quotes():
    report = (
        b"From: fbl@provider.example\r\nTo: abuse@example.org\r\nSubject: report\r\n"
        b"Message-ID: <f@provider.example>\r\n"
        b'Content-Type: multipart/report; report-type=feedback-report; boundary="b"\r\n\r\n--b\r\n'
        b"Content-Type: message/feedback-report\r\n\r\nFeedback-Type: abuse\r\n"
        b"Original-Rcpt-To: <bert@friend.example>\r\n"
        b"Original-Mail-From: <anna@example.org>\r\n\r\n--b\r\nContent-Type: message/rfc822\r\n\r\n"
        b"From: anna@example.org\r\nMessage-ID: <q@example.org>\r\n\r\nhi\r\n--b--\r\n"
    )
    (unproven,) = lesson(BORDER + report).exchanges[0].evidence
    assert (unproven.proof, unproven.about) == (Proof.NONE, message_key("<q@example.org>"))
    nameless = report.replace(b"Message-ID: <q@example.org>\r\n", b"")
    assert lesson(BORDER + nameless).exchanges == ()
    marked = nameless.replace(b"\r\n\r\nhi", b"\r\nGatekeeper-Id: 1234567890abcd\r\n\r\nhi")
    assert lesson(BORDER + marked).exchanges[0].evidence[0].quotes == "1234567890abcd"
    assert taught(passed(report)) == [("anna@example.org", "bert@friend.example", "complained")]


# The other classes ---------------------------------------------------------------------------------------------


def test_an_accepted_meeting_is_an_exchange_and_a_declined_one_is_not():
    def answer(state: str, attendee: str = "bert@friend.example") -> bytes:
        calendar = "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:7\r\n"
        calendar += f"ATTENDEE;PARTSTAT={state}:mailto:{attendee}\r\n"
        calendar += "END:VEVENT\r\nEND:VCALENDAR\r\n"
        return passed(letter(calendar, Content_Type='text/calendar; method="REPLY"'))

    assert taught(answer("ACCEPTED")) == [("anna@example.org", "bert@friend.example", "accepted-meeting")]
    assert taught(answer("DECLINED")) == []
    assert taught(answer("ACCEPTED", "somebody@else.example")) == []


def test_a_bounce_tells_which_mail_of_whom_did_not_arrive():
    returned = (
        "--- Below this line is a copy of the message.\r\n\r\nFrom: anna@example.org\r\nMessage-ID: <q@example.org>\r\n"
    )
    body = f"<bert@friend.example>:\r\n550 5.1.1 no such user\r\n\r\n{returned}"
    content = letter(body, From="MAILER-DAEMON@mx.friend.example", Subject="failure notice", Return_Path="<>")
    found = lesson(content)
    assert taught(content) == [("anna@example.org", "bert@friend.example", "bounced")]
    assert found.exchanges[0].cites == (message_key("<q@example.org>"),)
    # Without the mail it is about, it is nobody's.
    assert (
        taught(content.replace(b"Message-ID: <q@example.org>", b"").replace(b"From: anna@example.org\r\n", b"")) == []
    )


def test_a_full_mailbox_is_no_dead_address():
    body = "<bert@friend.example>:\r\n452 4.2.2 mailbox full\r\n\r\n--- Original message\r\n\r\n"
    body += "From: anna@example.org\r\nMessage-ID: <q@example.org>\r\n"
    assert taught(letter(body, From="MAILER-DAEMON@mx.example", Subject="failure notice", Return_Path="<>")) == []


def test_who_says_no_is_heard_without_proof():
    no = letter("", Subject="unsubscribe", To="news@example.org", In_Reply_To="<0@example.org>")
    for content, proof in ((BORDER + no, Proof.NONE), (passed(no), Proof.AUTHENTICATED)):
        (one,) = lesson(content).exchanges[0].evidence
        assert (one.sender, one.contact, one.what) == ("news@example.org", "bert@friend.example", What.OPTED_OUT)
        # Only what vouches for him, or the mail he answers, makes it count against the sender.
        assert (one.proof, one.about) == (proof, message_key("<0@example.org>"))


def test_a_list_becomes_a_contact_and_its_posters_do_not():
    header = {"List_Id": "<talk.lists.example>", "List_Post": "<mailto:talk@lists.example>", "To": "talk@lists.example"}
    content = passed(letter(**header), "dkim=pass header.d=lists.example")
    assert taught(content, "anna@example.org") == [("anna@example.org", "talk@lists.example", "list-post")]
    assert lesson(content, "anna@example.org").exchanges[0].list_address == "talk@lists.example"
    assert lesson(BORDER + letter(**header), "anna@example.org").exchanges == ()


def test_a_post_that_only_the_list_vouches_for_says_little_of_who_writes_there():
    header = {"List_Id": "<talk.lists.example>", "List_Post": "<mailto:talk@lists.example>", "To": "talk@lists.example"}
    by_list = lesson(passed(letter(**header), "dkim=pass header.d=lists.example"), "anna@example.org")
    by_author = lesson(passed(letter(**header), "dkim=pass header.d=friend.example"), "anna@example.org")
    assert [one.weight for one in by_list.exchanges[0].evidence] == [VOUCHED_BY_LIST]
    assert [one.weight for one in by_author.exchanges[0].evidence] == [1.0]


# The intake ----------------------------------------------------------------------------------------------------


def envelope(*recipients: str) -> Envelope:
    paths = tuple(Recipient(path=Path(octets=r.encode(), address=r)) for r in recipients)
    return Envelope(sender=NULL_PATH, recipients=paths)


class Store:
    """Keeps what it is given, or fails as told."""

    def __init__(self, fails: Exception | None = None) -> None:
        self.kept: list[Exchange] = []
        self.fails = fails

    async def learn(self, exchanges: Sequence[Exchange]) -> None:
        if self.fails:
            raise self.fails
        self.kept += exchanges


SESSION = Session(listener="inbound")


def receive(intake: Intake, content: bytes, *recipients: str, session: Session = SESSION) -> tuple[Reply, ...]:
    async def received() -> tuple[Reply, ...]:
        replies = await intake.receive(session, envelope(*recipients), content)
        await intake.finish()
        return replies

    return asyncio.run(received())


def test_a_copy_says_whom_it_was_for():
    assert recipient_of("copy+anna=example.org@gatekeeper.invalid") == "anna@example.org"
    assert recipient_of("copy+a=b=example.org@gatekeeper.invalid") == "a=b@example.org"
    assert recipient_of("anna@example.org") == "anna@example.org"
    assert recipient_of("copy+nonsense@gatekeeper.invalid") == ""


def test_250_when_what_was_learnt_is_kept():
    store = Store()
    (reply,) = receive(
        Intake(store.learn, SITE, lookup=Dns()), passed(letter()), "copy+anna=example.org@gatekeeper.invalid"
    )
    assert (reply.code, reply.enhanced) == (250, "2.0.0")
    assert [one.contact for one in store.kept[0].evidence] == ["bert@friend.example"]


@pytest.mark.parametrize("error", [TemporaryFailure("the database is locked"), RuntimeError("anything")])
def test_451_when_it_could_not_be_kept(error: Exception):
    told: list[Exception | None] = []
    intake = Intake(Store(error).learn, SITE, lookup=Dns(), told=lambda lesson, problem: told.append(problem))
    (reply,) = receive(intake, passed(letter()), "anna@example.org")
    assert (reply.code, reply.enhanced) == (451, "4.3.0")
    assert told == [error]


def test_over_lmtp_each_recipient_has_a_reply():
    session = Session(listener="inbound", protocol="LMTP")
    replies = receive(
        Intake(Store().learn, SITE, lookup=Dns()), letter(), "a@example.org", "b@example.org", session=session
    )
    assert [reply.code for reply in replies] == [250, 250]


class NextHop:
    """A next hop that answers as told and keeps what it got."""

    def __init__(self, *codes: int) -> None:
        self.replies = tuple(Reply.of(code, "") for code in codes)
        self.got: list[bytes] = []

    async def __call__(self, session: Session, envelope: Envelope, content: bytes) -> Passed:
        self.got.append(content)
        return Passed(replies=self.replies, taken=any(reply.positive for reply in self.replies))


def test_a_pass_through_hands_on_every_octet_and_gives_the_next_hops_reply():
    store, hop = Store(), NextHop(250)
    content = passed(letter()) + b"\xff odd octets \x00"
    assert [
        r.code for r in receive(Intake(store.learn, SITE, forward=hop, lookup=Dns()), content, "anna@example.org")
    ] == [250]
    assert hop.got == [content]
    assert len(store.kept) == 1


def test_a_pass_through_learns_nothing_from_what_was_refused():
    store = Store()
    assert [
        r.code
        for r in receive(
            Intake(store.learn, SITE, forward=NextHop(550), lookup=Dns()), passed(letter()), "a@example.org"
        )
    ] == [550]
    assert store.kept == []


def test_a_pass_through_does_not_wait_for_dns():
    released = threading.Event()

    def slow(name: str) -> bytes | None:
        released.wait(10)
        return None

    async def story() -> tuple[Reply, ...]:
        intake = Intake(Store().learn, SITE, forward=NextHop(250), lookup=slow)
        content = signed(letter(), "friend.example")
        try:
            return await asyncio.wait_for(intake.receive(SESSION, envelope("anna@example.org"), content), 5)
        finally:
            released.set()
            await intake.finish()

    assert [reply.code for reply in asyncio.run(story())] == [250]


def test_a_pass_through_delivers_even_when_nothing_can_be_kept():
    intake = Intake(Store(RuntimeError("no disk")).learn, SITE, forward=NextHop(250), lookup=Dns())
    assert [r.code for r in receive(intake, passed(letter()), "anna@example.org")] == [250]
