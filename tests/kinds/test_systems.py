"""Kinds of mail as systems send it: lists before their software has seen it, platforms, machines, mailings."""

from __future__ import annotations

import pytest

from gatekeeper.kinds.kind import kind_of
from gatekeeper.kinds.readers import Readers, readers_of
from gatekeeper.mail.message import Message

FOOTER = (
    "You are receiving this because of your settings at Birdsong.\n"
    "Unsubscribe: https://birdsong.example/unsubscribe?u=81 | Privacy policy | Birdsong Inc, 1 High Street\n"
)
MAILED = "List-Unsubscribe: <https://m.example/u/81>\nList-Id: <81.m.example>\nFeedback-ID: 81:m\n"


def kind(sender: str, to: str, subject: str, body: str, header: str = "") -> str:
    """The kind of a mail with further header lines."""
    lines = f"From: {sender}\nTo: {to}\nSubject: {subject}\nMessage-ID: <1@x.example>\n{header}"
    return str(kind_of(Message.read(f"{lines}\n{body}\n".encode())).kind)


@pytest.mark.parametrize(
    ("to", "subject", "expected"),
    [
        ("mapper-users@lists.maps.example", "Tiles are late", Readers.LIST),
        ("reading-circle@groups.example", "Next book", Readers.LIST),
        ("compiler-dev@tools.example", "Release on Friday", Readers.LIST),
        ("sailing-l@club.example", "Wind", Readers.LIST),
        ("mapper-users@maps.example", "[mapper-users] Tiles are late", Readers.LIST),
        ("mapper-users@maps.example", "Tiles are late", Readers.CROWD),
        ("everyone@lists.maps.example", "Holidays", Readers.CROWD),
        ("mapper-announce@lists.maps.example", "Version 3", Readers.PEOPLE),
        ("petrova.l@mail.example", "Lunch", Readers.PEOPLE),
        ("ann@homes.example", "[ann] Lunch", Readers.PEOPLE),
    ],
)
def test_a_discussion_list_is_known_by_its_host_its_name_or_a_tag(to: str, subject: str, expected: Readers) -> None:
    message = Message.read(f"From: kim@site.example\nTo: {to}\nSubject: {subject}\n\nx\n".encode())
    assert readers_of(message) is expected


def test_an_archive_keeps_the_tag_of_a_list_and_not_always_to() -> None:
    message = Message.read(b"From: kim@site.example\nSubject: [mapper-users] Tiles\n\nHello all,\nmine are late.\n")
    assert readers_of(message) is Readers.LIST
    assert str(kind_of(message).kind) == "note"


def test_who_writes_to_a_list_called_like_his_own_house_publishes() -> None:
    message = Message.read(b"From: lee@maps.example\nTo: maps@groups.example\nSubject: Update\n\nx\n")
    assert readers_of(message) is not Readers.LIST


def test_a_letter_to_a_discussion_list_is_a_note_before_the_list_has_seen_it() -> None:
    body = (
        "Dear all,\nwe had a booth at the fair, and here is what visitors of it asked for: prices, and lessons.\n\nKim"
    )
    assert kind("Kim Berg <kim@site.example>", "mapper-users@lists.maps.example", "[mapper] The fair", body) == "note"


def test_who_calls_a_discussion_list_together_invites_it() -> None:
    body = "Hi all,\nour next meetup in Basel is on Friday at 19:00, everybody is welcome.\n\nKim"
    assert kind("Kim <kim@site.example>", "mapper-dev@lists.maps.example", "[mapper] Meetup", body) == "invitation"


@pytest.mark.parametrize(
    "subject",
    [
        "Lee Wood (@lee) mentioned you on Birdsong",
        "Lee Wood is now following you",
        "Lee Wood hat dich markiert",
        "Lee Wood vous a mentionné",
        "Lee Wood te ha mencionado",
        "Lee Wood ti ha taggato",
        "Lee Wood mencionou você",
        "Lee Wood heeft gereageerd op je foto",
        "Your shipment has been delivered",
    ],
)
def test_a_platforms_notice_wears_what_mailings_wear(subject: str) -> None:
    links = "".join(f"https://birdsong.example/p/{number}?t=a8f3c2e{number}b4\n" for number in range(9))
    body = f"{subject}.\n{links}{FOOTER}"
    assert kind("Birdsong <notify@birdsong.example>", "ann@homes.example", subject, body, MAILED) == "automatic"


def test_who_accepted_an_invitation_is_told_about_and_invites_nobody() -> None:
    body = "Lee Wood has accepted your invitation to Birdsong and chose lee@birdsong.example.\n"
    subject = "Lee Wood has accepted your invitation to Birdsong"
    assert kind("Birdsong Team <birdsong-noreply@birdsong.example>", "ann@homes.example", subject, body) == "automatic"


@pytest.mark.parametrize(
    "local", ["system.administrator", "alerts-savings", "documents.8117.3001", "weborders", "approvalsystem", "probe"]
)
def test_a_machine_has_its_word_among_others_in_its_address(local: str) -> None:
    body = "Your request has been processed. Status: approved\n"
    assert kind(f"{local}@firm.example", "ann@homes.example", "Your approval is overdue", body) == "automatic"


def test_an_office_that_writes_to_nobody_in_to_announces() -> None:
    body = "A fire drill has been scheduled for Thursday. Go to the stairwell when the alarm sounds.\n"
    assert kind("administration.works@firm.example", "undisclosed-recipients:;", "Fire drill", body) == "bulk"


def test_a_mailing_about_one_event_for_which_one_registers_invites() -> None:
    body = (
        "New webinar: when the river comes.\nSpeakers from three towns, on 4 May at 14:00. Register today:\n"
        f"https://m.example/register?u=81\n{FOOTER}"
    )
    sender = "River Watch <info@riverwatch.example>"
    assert kind(sender, "ann@homes.example", "New webinar: when the river comes", body, MAILED) == "invitation"
    assert kind(sender, "ann@homes.example", "River Watch newsletter, May", body, MAILED) == "newsletter"


def test_what_a_mail_server_adds_declares_no_machine() -> None:
    body = "Could you look at the drawing before Thursday?\n\nKim"
    header = "X-MS-Exchange-Organization-ExpirationStartTimeReason: OriginalSubmit\n"
    assert kind("Kim <kim@site.example>", "ann@homes.example", "The drawing", body, header) == "note"


def test_an_empty_field_of_an_answering_machine_says_nothing() -> None:
    body = "Dear Ms Wood,\nwe have looked at your question and will show the film again in May.\n\nKim"
    sender, to, subject = "Kim Berg <kim@site.example>", "ann@homes.example", "Your question of Monday"
    assert kind(sender, to, subject, body, "X-Autoreply:\n") == "note"
    assert kind(sender, to, subject, body, "X-Autoreply: yes\n") == "automatic"


def test_who_asks_why_his_message_could_not_be_sent_is_a_person() -> None:
    body = "Hello,\nI get this with every mail to my sister. Which log do you need?\n\nKim"
    assert kind("Kim Berg <kim@site.example>", "help@mailer.example", "The message could not be sent", body) == "note"


def test_who_asks_to_be_told_of_a_mistake_offers_no_way_out() -> None:
    body = (
        "Frank, the trade of Monday has a wrong date, please book it for the 14th.\n\nDora\n\n"
        "Si vous recevez ce message par erreur, merci de le détruire et d'en avertir l'expéditeur.\n"
    )
    assert kind("dora@bank.example", "frank@homes.example", "a small change to the trade", body) == "note"


def test_a_survey_in_the_subject_is_one_in_a_long_text_too() -> None:
    body = (
        "Please take a moment to answer the eight questions of the leadership survey. By responding you help us to see "
        "how satisfied you are with our team. "
        + "What we learn stays within the department, and will be used well. "
        * 12
    ) + "\nhttps://survey.firm.example/wi/p081\n"
    assert kind("hr@firm.example", "ann@homes.example", "Leadership survey", body) == "invitation"


def test_a_person_may_write_from_a_domain_of_his_surname_under_half_his_first_name() -> None:
    body = "I have just joined, and would like to translate the manual. Where do I begin?\n"
    assert kind('"Israel Herrera" <isra@herrera.example>', "ann@homes.example", "New here", body) == "note"


def test_who_speaks_of_an_invitation_to_one_reader_invites_him_to_nothing() -> None:
    body = "Vince,\nI have joined a firm in Boston, and would like to extend an invitation to you to come and see it.\n"
    assert kind("wes@firm.example", "vince.kay@homes.example", "I've joined a new firm", body) == "note"


def test_who_writes_to_a_hundred_people_who_are_named_announces() -> None:
    body = "The new organisation of the department is attached. Please read it before Monday.\n"
    many = ", ".join(f"reader{number}@firm.example" for number in range(120))
    assert kind("lee.wood@firm.example", many, "Organisation", body) == "bulk"
    assert kind("lee.wood@firm.example", many[:100].rpartition(",")[0], "Organisation", body) == "note"


@pytest.mark.parametrize(
    "to", ["center.dl-portland@firm.example", "works.employees@firm.example, all_europe@firm.example"]
)
def test_what_an_office_tells_distribution_lists_is_an_announcement(to: str) -> None:
    body = "From Monday on the switchboard is staffed from seven.\n"
    assert kind("announcements.works@firm.example", to, "Telephones", body) == "bulk"


def test_friends_are_greeted_together_too() -> None:
    body = "Dear all,\nwe leave on Friday at noon, Peter brings the boat. Who has a second tent?\n"
    assert kind("erwin@homes.example", "undisclosed-recipients:;", "The weekend on the river", body) == "note"


def test_what_looks_like_a_mailing_and_has_no_way_out_may_be_a_notice() -> None:
    links = "".join(f"https://parcels.example/p/{number}?t=a8f3c2e{number}b4\n" for number in range(9))
    body = (
        f"Your order number 81177 has been delivered to your door. Sign in to your account to see the picture.\n{links}"
    )
    subject = "Your shelves just arrived (order #: WEB81177)"
    assert kind("Elm Shelves Customer Service <elm@shelves.example>", "ann@homes.example", subject, body) == "automatic"


def test_a_calendar_gives_notice_of_what_its_reader_has_accepted() -> None:
    body = (
        "Visit of the museum\nThursday 4 May at 14:00\nGuest list: ann@homes.example, organiser\nRSVP for this event: "
        "https://calendar.example/event?rsvp=1&eid=a8f3c2e1b4d7\nInvitation from Datebook\n"
    )
    sender = "Datebook <calendar-notification@calendar.example>"
    assert kind(
        sender, "ann@homes.example", "Notification: Visit of the museum", body, "Auto-Submitted: auto-generated\n"
    ) == ("automatic")


def test_who_speaks_of_a_poll_on_a_list_asks_nobody() -> None:
    body = (
        "Hello all,\nI am new here, and write from the north where the maps are empty. I found you through the poll of "
        "last year.\nWhat I draw with is on my page, and so is whom I work for: https://kim.example/\nIf I can help "
        "anywhere, I will gladly respond.\n\nKim\n"
    )
    assert kind("Kim <kim@site.example>", "mapper-users@lists.maps.example", "[mapper-users] Hello", body) == "note"


def test_machines_thread_their_reports_and_mail_programs_recall_what_they_sent() -> None:
    body = "See https://builds.example/job/489/\n"
    header = "In-Reply-To: <488.jenkins@builds.example>\n"
    sender = "jenkins@builds.example"
    assert kind(sender, "dev-list@maps.example", "Build is back to normal: Mapper #489", body, header) == "automatic"
    recall = 'Kim Berg would like to recall the message, "Agenda".\n'
    assert kind("Kim Berg <kim@site.example>", "ann@homes.example", "Recall: Agenda", recall) == "automatic"


def test_a_systems_own_program_is_no_persons() -> None:
    body = "Isaac wrote on your wall:\n\nSee you on Sunday!\n\nIsaac\n"
    header = "X-Mailer: FacepageMail 1.0\nX-Facepage-Notify: wall; id=81\n"
    sender = "Facepage <wall+y0zy690c@facepage.example>"
    assert kind(sender, "ann@homes.example", "Isaac wrote on your wall", body, header) == "automatic"


def test_a_shop_welcomes_its_readers_to_winter() -> None:
    body = f"Welcome to winter crafting: wool in forty colours.\n{FOOTER}"
    sender = "Wool Shop <hello@woolshop.example>"
    assert kind(sender, "ann@homes.example", "A warm welcome to winter crafting", body, MAILED) == "newsletter"
