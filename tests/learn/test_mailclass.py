"""What sort of mail it is: machines in many languages, lists, newsletters, people."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gatekeeper.learn.mailclass import MailClass, class_of
from gatekeeper.learn.settings import LearnSettings
from gatekeeper.mail.message import Message

SITE = LearnSettings(local_domains=frozenset({"example.org"}))


def mail(body: str = "Hello Anna,\nshall we meet on Tuesday?\nBert\n", **header: str) -> Message:
    fields = {"From": "Bert <bert@friend.example>", "To": "anna@example.org", "Subject": "Tuesday"}
    fields |= {name.replace("_", "-"): value for name, value in header.items()}
    head = "".join(f"{name}: {value}\r\n" for name, value in fields.items() if value)
    return Message.read((head + "\r\n" + body).encode())


def named(message: Message) -> str:
    return class_of(message, SITE).mail_class


@pytest.mark.parametrize(
    ("subject", "body"),
    [
        ("Tuesday", "Hello Anna,\nshall we meet on Tuesday?\nBert\n"),
        ("Re: Tuesday", "I am out of the office on Tuesday, how about Wednesday?\nBert\n"),
        ("Urlaub", "Hallo Anna, ich bin ab Freitag im Urlaub. Kannst du bis dahin den Vertrag lesen?\nBert\n"),
        ("Your order", "Anna, what did you order for lunch?\n"),
        ("Absence next week", "Dear all, I will be away next week, please ask Carl.\n"),
        ("Delivery", "When can you deliver the desks? The last ones could not be delivered to the third floor.\n"),
        ("stop the press", "We have to stop the press, see the attached text. It is on page four.\n"),
        ("Newsletter draft", "Here is my draft for the newsletter. What do you think?\n"),
        ("Re: Out of office", "Lucky you! Enjoy the sun.\n"),
        ("Meeting notice", "The board meets on Monday at nine. Bring the figures.\n"),
    ],
)
def test_people_are_not_taken_for_machines(subject: str, body: str):
    assert named(mail(body, Subject=subject)) == MailClass.HUMAN


@pytest.mark.parametrize(
    "header",
    [
        {"Auto_Submitted": "auto-replied"},
        {"Auto_Submitted": "auto-generated (rule)"},
        {"X_Auto_Response_Suppress": "All"},
        {"X_Auto_Response_Suppress": "DR, OOF, AutoReply"},
        {"Precedence": "auto_reply"},
        {"X_Autoreply": "yes"},
        {"X_Autorespond": "Tuesday"},
        {"Return_Path": "<>"},
        {"From": "no-reply@shop.example"},
        {"From": "Calendar <calendar-notification@cal.example>"},
        {"From": "builds@ci.example"},
    ],
)
def test_headers_of_machines(header: dict[str, str]):
    assert named(mail(**header)) == MailClass.AUTOMATIC


def test_auto_submitted_no_is_what_a_person_sends():
    assert named(mail(Auto_Submitted="no")) == MailClass.HUMAN


@pytest.mark.parametrize(
    "subject",
    [
        "Automatic reply: Tuesday",
        "Out of Office: Tuesday",
        "Out of Office AutoReply: Tuesday",
        "Auto: Tuesday - Automatic reply",
        "Automatische Antwort: Dienstag",
        "Abwesenheitsnotiz: Dienstag",
        "Réponse automatique : mardi",
        "Absence du bureau : mardi",
        "Respuesta automática: martes",
        "Resposta automática: terça",
        "Risposta automatica: martedì",
        "Automatisch antwoord: dinsdag",
        "Autosvar: tisdag",
        "Automatisk svar: tirsdag",
        "Automaattinen vastaus: tiistai",
        "Automatyczna odpowiedź: wtorek",
        "Automatická odpověď: úterý",
        "Automatikus válasz: kedd",
        "Otomatik yanıt: salı",
        "Автоматический ответ: вторник",
        "Автоответ: вторник",
        "自動返信: 火曜日",
        "自动回复: 星期二",
        "자동 회신: 화요일",
    ],
)
def test_subjects_that_mail_programs_set(subject: str):
    assert named(mail("-", Subject=subject)) == MailClass.AUTOMATIC


@pytest.mark.parametrize(
    "text",
    [
        "I am currently out of the office with limited access to email. I will reply on my return.",
        "Ich bin bis zum 3. Mai abwesend. In dringenden Fällen wenden Sie sich bitte an Frau Meier.",
        "Je suis actuellement en congés. En cas d'urgence, veuillez contacter mon collègue.",
        "Estoy fuera de la oficina hasta el lunes. En caso de urgencia contactar con Marta.",
        "Estou de férias até dia 10. Em caso de urgência, por favor contacte a Rita.",
        "Sono in ferie fino al 10. Per urgenze rivolgersi alla collega.",
        "Ik ben momenteel met vakantie. Bij spoed kunt u contact opnemen met Jan.",
        "Jag är på semester till den 5 augusti. Vid brådskande ärenden kontakta Eva.",
        "Jeg er på ferie indtil mandag. Ved hastende sager kontakt Lars.",
        "Jeg er for tiden bortreist. Kontakt Kari, jeg svarer deg når jeg er tilbake.",
        "Olen lomalla 1.8. asti. Kiireellisissä asioissa ota yhteyttä Mattiin.",
        "Jestem na urlopie do 10 maja. W pilnych sprawach proszę o kontakt z Anną.",
        "Jsem mimo kancelář do pondělí. V naléhavých případech kontaktujte kolegu.",
        "Szabadságon vagyok május 5-ig. Sürgős esetben keresse kollégámat.",
        "Yıllık izindeyim, 5 Mayıs'ta döneceğim. Acil durumlarda Ayşe ile iletişime geçin.",
        "Я нахожусь в отпуске до 10 мая. По срочным вопросам обращайтесь к Ивану.",
        "ただいま休暇をいただいております。お急ぎの方は田中までご連絡ください。",
        "我目前正在休假，如有急事请联系王先生。",
        "현재 휴가 중입니다. 긴급한 용무는 김대리에게 연락 바랍니다.",
    ],
)
def test_absence_notices_without_any_header(text: str):
    assert named(mail(text, Subject="Re: Tuesday")) == MailClass.AUTOMATIC


@pytest.mark.parametrize(
    "text",
    [
        "Your parcel arrives today.\n\nThis is an automatically generated message, please do not reply to this e-mail.",
        "Ihr Paket kommt heute.\n\nDiese E-Mail wurde automatisch erstellt, bitte antworten Sie nicht.",
        "Votre colis arrive.\n\nMerci de ne pas répondre à ce message automatique.",
        "Su paquete llega hoy.\n\nPor favor, no responda a este mensaje.",
        "お荷物は本日届きます。このメールは送信専用です。",
    ],
)
def test_notices_that_say_so(text: str):
    assert named(mail(text, From="Parcels <service@parcels.example>")) == MailClass.AUTOMATIC


@pytest.mark.parametrize(
    ("subject", "body", "to"),
    [
        ("unsubscribe", "", "news@example.org"),
        ("Unsubscribe", "unsubscribe", "news@example.org"),
        ("", "Please remove me from your mailing list.", "news@example.org"),
        ("abmelden", "", "news@example.org"),
        ("désinscription", "", "news@example.org"),
        ("baja", "", "news@example.org"),
        ("cancelar inscrição", "", "news@example.org"),
        ("disiscrizione", "", "news@example.org"),
        ("afmelden", "", "news@example.org"),
        ("avregistrera", "", "news@example.org"),
        ("afmeld", "", "news@example.org"),
        ("wypisz mnie", "", "news@example.org"),
        ("odhlásit", "", "news@example.org"),
        ("leiratkozás", "", "news@example.org"),
        ("отписаться", "", "news@example.org"),
        ("配信停止", "", "news@example.org"),
        ("退订", "", "news@example.org"),
        ("수신거부", "", "news@example.org"),
        ("anything", "", "unsubscribe-4711@example.org"),
        ("", "", "opt-out.17.ab@example.org"),
    ],
)
def test_opt_outs(subject: str, body: str, to: str):
    assert named(mail(body, Subject=subject, To=to)) == MailClass.OPT_OUT


def test_an_opt_out_to_somebody_else_is_none_of_ours():
    assert named(mail("", Subject="unsubscribe", To="news@elsewhere.example")) != MailClass.OPT_OUT


def test_a_persons_mail_through_a_list():
    header = {"List_Id": "<talk.lists.example>", "List_Post": "<mailto:talk@lists.example>"}
    assert named(mail(To="talk@lists.example", **header)) == MailClass.LIST


def test_an_out_of_office_through_a_list_is_a_machines():
    header = {"List_Post": "<mailto:talk@lists.example>", "Subject": "[talk] Automatic reply: Tuesday"}
    assert named(mail(To="talk@lists.example", **header)) == MailClass.AUTOMATIC


@pytest.mark.parametrize(
    "header",
    [
        {"List_Unsubscribe": "<https://news.example/u/1>"},
        {"Precedence": "bulk"},
        {"X_Campaign": "spring"},
        {"List_Id": "News <news.shop.example>", "List_Post": "NO"},
    ],
)
def test_newsletters_that_declare_themselves(header: dict[str, str]):
    assert named(mail(**header)) == MailClass.NEWSLETTER


def test_a_calendar_answer():
    calendar = "BEGIN:VCALENDAR\r\nMETHOD:REPLY\r\nBEGIN:VEVENT\r\nUID:7@example.org\r\n"
    calendar += "ATTENDEE;PARTSTAT=ACCEPTED:mailto:bert@friend.example\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
    found = class_of(mail(calendar, Content_Type='text/calendar; method="REPLY"', Subject="Accepted: lunch"), SITE)
    assert found.mail_class is MailClass.MEETING_REPLY
    assert found.answer is not None
    assert (found.answer.accepted, found.answer.attendee) == (True, "bert@friend.example")


def test_nothing_that_could_be_a_header_is_unparsable():
    assert class_of(Message.read(b"\r\n\r\nno header here"), SITE).mail_class is MailClass.UNPARSABLE


@given(st.binary(max_size=1_500))
@settings(max_examples=200, deadline=None)
def test_classing_never_raises(noise: bytes):
    for content in (noise, b"From: a@b.example\nSubject: " + noise, b"From: a@b.example\n\n" + noise):
        class_of(Message.read(content), SITE)
        calendar = b"From: a@b.example\nContent-Type: text/calendar; method=REPLY\n\nBEGIN:VCALENDAR\nMETHOD:REPLY\n"
        class_of(Message.read(calendar + noise), SITE)


CORPUS = Path(__file__).parents[2].parent / "shared" / "corpora" / "open.tar.xz"
WANTED = {
    "personal": {"human"},
    "bounce": {"bounce"},
    "auto-reply": {"automatic"},
    "transactional": {"automatic", "opt-out"},
}


@pytest.mark.skipif(not CORPUS.exists(), reason="the corpora are not here")
def test_real_people_and_real_machines_are_told_apart():
    import csv
    import tarfile

    site = LearnSettings()
    people = machines = wrong_people = wrong_machines = 0
    contents: dict[str, bytes] = {}
    with tarfile.open(CORPUS) as archive:
        # In the order of the archive: going back in it means unpacking it again.
        for entry in archive:
            if (file := archive.extractfile(entry)) and ("/mail/" in f"/{entry.name}" or "labels" in entry.name):
                contents[entry.name.removeprefix("./").removeprefix("open/")] = file.read()
    for row in csv.DictReader(contents["labels.tsv"].decode().splitlines(), delimiter="\t"):
        wanted = WANTED.get(row["label"])
        if wanted is None or row["confidence"] == "low":
            continue
        found = class_of(Message.read(contents[row["path"]]), site).mail_class
        if row["label"] == "personal":
            people += 1
            wrong_people += found not in wanted
        else:
            machines += 1
            wrong_machines += found == MailClass.HUMAN
    assert people > 40
    assert wrong_people == 0
    # One of 127: a report without any sign.
    assert wrong_machines <= 0.02 * machines


@pytest.mark.parametrize(
    "body",
    [
        b" " * 100_000,
        b" " * 100_000 + b"a@b.example",
        b"a@" * 50_000,
        b"<a@b.example>:\n" * 10_000,
        (b"-" * 70 + b" \n") * 2_000,
        b"on " * 50_000,
        b"i am " * 50_000,
        b"<style>" * 20_000,
    ],
)
@pytest.mark.parametrize("kind", [b"text/plain", b"text/html", b"message/delivery-status"])
def test_no_mail_takes_long_to_class(body: bytes, kind: bytes):
    head = b"Return-Path: <>\nFrom: p@x.example\nTo: a@example.org\nSubject: failure notice\nContent-Type: " + kind
    before = time.process_time()
    class_of(Message.read(head + b"\n\n" + body), SITE)
    assert time.process_time() - before < 2.0
