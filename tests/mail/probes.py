"""More everyday mails, written for these tests before anybody looked at what the rules make of them.

Each block: kind, From, To; the subject; further header lines, an empty line and the body.
"""

from __future__ import annotations

PROBES = """
== automatic | Parcelex <tracking@parcelex.example> | kim@homes.example
Your parcel is on its way

Hello Kim,
Parcel 3SKAB1234567 left our depot this morning and should reach you on Tuesday between 9:00 and 12:00.
Follow it here: https://parcelex.example/t/3SKAB1234567
== automatic | GitForge <notifications@gitforge.example> | kim@homes.example
[acme/widgets] Fix rounding in totals (#482)
List-ID: acme/widgets <widgets.acme.gitforge.example>
X-GitHub-Reason: review_requested
List-Unsubscribe: <https://gitforge.example/unsub/88afde>

@lee requested your review on: #482 Fix rounding in totals.

Reply to this email directly or view it on GitForge.
== automatic | Grand Hotel Alpenblick <reservations@alpenblick.example> | kim@homes.example
Booking confirmation 7781203

Dear Ms Kim,
we are pleased to confirm your stay from 3 to 6 March in a double room with balcony.
Arrival from 3 p.m.; the rate includes breakfast. We look forward to welcoming you.
== automatic | Stadtwerke <kundenservice@stadtwerke.example> | kim@homes.example
Ihre Zählerstandsmeldung ist eingegangen

Guten Tag, vielen Dank. Wir haben Ihren Zählerstand 48211 erfasst. Sie müssen nichts weiter tun.
== automatic | Kim Berg <kim@homes.example> | lee@site.example
Abwesend: Re: Angebot

Vielen Dank für Ihre E-Mail. Ich bin bis einschließlich 14. August nicht im Büro und lese meine Mails nicht.
In dringenden Fällen wenden Sie sich an Frau Roth.
== automatic | Help Center <support@appland.example> | kim@homes.example
Re: [#90812] Cannot log in
X-Zendesk-From-Account-Id: 99a
Auto-Submitted: auto-generated

Your request (90812) has been received and is being reviewed by our support staff.
== automatic | Workpal <feedback@workpal.example> | kim@homes.example
3 new comments on "Launch plan"

Lee Wong commented: "Looks good to me"
Ada Kim commented: "When do we start?"
Open the page: https://workpal.example/p/77123#c9
You can change your notification settings at any time.
== automatic | monitor@srv12.example | ops@homes.example
** PROBLEM Service Alert: db01/Disk is CRITICAL **

Service: Disk
Host: db01
State: CRITICAL
Date: Tue May 3 02:11:09
== automatic | "Bank Nord" <info@banknord.example> | kim@homes.example
Kontoauszug verfügbar

Sehr geehrte Kundin, Ihr elektronischer Kontoauszug liegt in Ihrem Postfach im Onlinebanking bereit.
== automatic | Air Nova <noreply@airnova.example> | kim@homes.example
Check-in is open for your flight NV 213

Check in now and choose your seat. Booking reference: XK2L9P. Departure: 06:45.
== automatic | Kim <kim@homes.example> | lee@site.example
Réponse automatique : contrat

Bonjour, je suis absente jusqu'au 22 août. Pour toute urgence, merci de contacter Paul.
== automatic | Streamly <account@streamly.example> | kim@homes.example
New sign-in to Streamly

We noticed a new sign-in from Chrome on Linux near Oslo. If this was you, there is nothing to do.
== automatic | Doctor Lind Practice <office@drlind.example> | kim@homes.example
Appointment reminder

This is a reminder of your appointment on 12 May at 10:20. To cancel, call us at least 24 hours before.
== automatic | Mail Delivery System <MAILER-DAEMON@mx.site.example> | lee@site.example
Delivery Status Notification (Delay)

Your message to kim@homes.example has not been delivered yet. Delivery attempts will continue.
== automatic | Webshop <shop@lampen.example> | kim@homes.example
Danke für deine Bestellung bei Lampenwelt

Hallo Kim, wir haben deine Bestellung erhalten und packen sie gerade ein. Bestellnummer 4-221-98.
== automatic | no-reply@taxoffice.example | kim@homes.example
Eingangsbestätigung

Ihre Unterlagen sind am 04.05. um 11:32 Uhr eingegangen. Transferticket et1234abc.
== newsletter | The Northern Post <briefing@northernpost.example> | kim@homes.example
Morning briefing: rail strike, budget vote
List-Unsubscribe: <https://northernpost.example/u/8812>

Good morning. Here is what you need to know today. The budget vote is set for noon...
== newsletter | Kaffee Kontor <post@kaffeekontor.example> | kim@homes.example
Frisch geröstet: neue Bohnen aus Peru

Liebe Kaffeefreunde, diese Woche ist die Ernte aus Peru angekommen.
Zum Shop: https://kaffeekontor.example/peru
Sie möchten keine Post mehr von uns? Hier abmelden: https://kaffeekontor.example/abmelden?id=88123
== newsletter | Rust Weekly <rust@weekly.dev.example> | kim@homes.example
This Week in Rust, issue 541

Crate of the week, updates from the core team, upcoming events.
Read it online: https://weekly.dev.example/541
If you no longer wish to receive these mails, unsubscribe here: https://weekly.dev.example/u/ab12cd34ef
== newsletter | Green Museum <museum@mail.greenmuseum.example> | kim@homes.example
June at the Green Museum
X-Mailer: MailChimp Mailer - **CID8ab12**
Precedence: bulk

New exhibition: Moss and Stone. Guided tours every Sunday.
== newsletter | Association of Pilots <members@pilots.example> | kim@homes.example
Member news 3/2024

Dear members, the annual accounts are online, the library has moved, and the new handbook is out.
You are receiving this e-mail as a member of the association. To change your preferences visit
https://pilots.example/profile
== newsletter | Deal Hunter <deals@dh.example> | kim@homes.example
20 flights under 99
List-Unsubscribe-Post: List-Unsubscribe=One-Click
List-Unsubscribe: <https://dh.example/o/1>
Feedback-ID: c1:dh:esp

Oslo 49, Rome 59, Lisbon 79. Book before Friday.
== newsletter | La Gazette du Vin <redaction@gazetteduvin.example> | kim@homes.example
La Gazette du Vin n° 112

Au sommaire : les millésimes à garder, une visite à Cahors, l'agenda des foires.
Pour ne plus recevoir notre lettre, cliquez ici : https://gazetteduvin.example/stop/88
== newsletter | Acme Updates <acme@email.acme.example> | kim@homes.example
What's new in Acme 7
X-SFMC-Stack: 4

Dark mode, faster search, shared folders. See the release notes on our blog.
== bulk | Lin Wei <sales7@lumitech.example> | info@homes.example
LED panel light supplier from Shenzhen

Dear Sir/Madam,
glad to hear that you are in the market for LED lights. We are a leading manufacturer with competitive price and
good quality. Our catalogue is attached. Free samples are available.
== bulk | Growth Partners <dan@growthpartners.example> | kim@homes.example
Quick question about your website

Hi there, we help companies like yours get more leads. Our clients see 3x more traffic in 60 days, guaranteed.
Do you have 15 minutes for a call this week? Book a demo here: https://growthpartners.example/demo
== bulk | Autohaus Nord <verkauf@autohausnord.example> | undisclosed-recipients:;
Nur noch diese Woche: Winterreifen zum Aktionspreis

Liebe Kunden, sparen Sie bis zu 30 % auf alle Winterreifen! Angebot gültig, solange der Vorrat reicht.
== bulk | PR Office <press@cityzoo.example> | newsdesk@paper.example
Press release: Panda twins born at City Zoo

For immediate release. The City Zoo is delighted to announce the birth of twins. Media contact: J. Roe.
== invitation | LinkLoop <invitations@linkloop.example> | kim@homes.example
Lee, please add me to your LinkLoop network

Lee Wong would like to join your network. Accept: https://linkloop.example/e/v2?e=8a-kx&t=inv
== invitation | Lee Wong <lee@site.example> | kim@homes.example
Housewarming on the 14th!

We finally moved in! Come over for drinks on Saturday the 14th from 7 pm, at 12 Mill Lane. Bring whoever you like.
Let us know if you can make it. Lee & Jo
== invitation | Teamboard <hello@teamboard.example> | kim@homes.example
Lee has invited you to join the Acme team

Join your colleagues on Teamboard. Accept invitation: https://teamboard.example/join/9f8e7d6c5b
== invitation | Institut für Recht <tagung@recht.example> | kim@homes.example
Einladung zum Symposium am 9. Oktober

Sehr geehrte Damen und Herren, wir laden Sie herzlich zu unserem Symposium ein. Beginn 10 Uhr, Aula.
Um Anmeldung bis 1. Oktober wird gebeten: https://recht.example/anmeldung
== invitation | Cloudline Events <webinars@cloudline.example> | kim@homes.example
Webinar: zero-downtime upgrades

Join us on June 3 at 11 am CET for a live session with our engineers. Save your seat:
https://cloudline.example/webinar/register?id=77
== invitation | Photocircle <mail@photocircle.example> | kim@homes.example
Ana wants to share photos with you on Photocircle

Ana Ruiz has created a profile on Photocircle and wants to add you as a friend. Sign up to see her photos:
https://photocircle.example/i/44aa
== invitation | Marta <marta@homes.example> | ana@site.example
Te invito a mi cumpleaños

El sábado celebro mi cumpleaños en casa, a partir de las 8. ¡Me encantaría que vinieras! Confírmame, porfa.
== invitation | Chamber of Commerce <events@chamber.example> | kim@homes.example
Annual reception 2025

The president and the board request the pleasure of your company at the annual reception on 20 January,
Town Hall, 6 pm. R.S.V.P. by 10 January.
== invitation | Poll Pal <polls@pollpal.example> | kim@homes.example
Lee invites you to the poll "Board dinner"

Lee Wong has invited you to participate in a poll. Choose your dates: https://pollpal.example/poll/xk21ab
== note | Lee Wong <lee@site.example> | kim@homes.example
Invoice for April

Hi Kim, could you check the April invoice? I think the second line is counted twice. Thanks, Lee
== note | Lee Wong <lee@site.example> | kim@homes.example
your newsletter

I read your newsletter on the train. The piece on the harbour is lovely. Shall we use it for the website as well?
== note | Pat Doe <pat@site.example> | kim@homes.example
Order of speakers

Kim, I would put Ada first, then Lee, then the panel. The registration desk opens at eight. Ok for you?
== note | Dr. Roth <roth@practice.example> | kim@homes.example
Unsere Bestellung

Liebe Frau Kim, die Bestellung von letzter Woche ist noch nicht da. Können Sie nachsehen? Gruß, Roth
== note | Lee Wong <lee@site.example> | kim@homes.example, ada@homes.example, jo@homes.example
Meeting notes 12/05/2024

All, notes below. 1. Budget: agreed. 2. Hiring: Ada writes the ad. 3. Office: we stay. Shout if I got it wrong.
== note | Jo March <jo@homes.example> | lee@site.example
out tomorrow

Dentist in the morning, back after lunch. Can you take the call with the bank? They have my notes.
== note | Sam Hill <sam@dealer.example> | kim@homes.example
your quote for the two tractors

Hi Kim, as discussed on the phone: both for 41,000 including delivery, discount for cash included. The offer stands
until Friday. Call me if anything is unclear. Sam
== note | Lee <lee@site.example> | kim@homes.example
Fwd: tickets

Have a look, are these seats fine?

---------- Forwarded message ---------
From: Tickets <noreply@tickets.example>
Subject: Your tickets

Your order has been confirmed. Row 12, seats 4 and 5. Do not reply to this email.
== note | Nils <nils@site.example> | kim@homes.example
the conference in Ghent

I am not sure whether I should go. The programme looks thin, and the hotel costs 210 a night. What do you think?
== note | Kim <kim@homes.example> | lee@site.example
Re: invitation to the gala
In-Reply-To: <1@site.example>

Thanks, but I can't make it on that day. Give them my best!
== note | Mia <mia@homes.example> | tom@homes.example
password for the wifi

It's on the sticker under the box in the hall. The login for the printer is the same. xx Mia
== note | Paul <paul@site.example> | dev@lists.site.example
[dev] unsubscribe link in the footer
List-Id: <dev.lists.site.example>
List-Post: <mailto:dev@lists.site.example>
Precedence: list

Could we please fix the unsubscribe link? It leads to the old server.
== note | Ines <ines@escola.example> | rui@homes.example
Reunião de pais

Olá Rui, podes ficar com os miúdos na quinta? Tenho reunião de pais às 18h e o João está fora. Beijos
"""


def probes() -> list[tuple[str, str, bytes]]:
    """(kind, subject, message) of each block."""
    found = []
    for block in PROBES.strip().split("\n== "):
        first, _, rest = block.removeprefix("== ").partition("\n")
        kind, sender, to = (part.strip() for part in first.split(" | ", 2))
        subject, _, rest = rest.partition("\n")
        header, _, body = rest.partition("\n\n") if not rest.startswith("\n") else ("", "", rest[1:])
        lines = [f"From: {sender}", f"To: {to}", f"Subject: {subject}", "Message-ID: <p@x.example>"]
        lines += ["MIME-Version: 1.0", "Content-Type: text/plain; charset=utf-8", *filter(None, header.split("\n"))]
        found.append((kind, subject, ("\n".join(lines) + "\n\n" + body + "\n").encode()))
    return found
