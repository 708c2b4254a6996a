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
== note | Ole <ole@site.example> | dev@lists.site.example
Clearing up after a move

Each script runs once. When it has succeeded it will be removed from the folder, and the old name has to be removed
from the table as well. What shall we do when one fails?
== note | Ines <ines@escola.example> | rui@homes.example
Reunião de pais

Olá Rui, podes ficar com os miúdos na quinta? Tenho reunião de pais às 18h e o João está fora. Beijos
== automatic | "orders@bookbarn.example" <orders@bookbarn.example> | kim@homes.example
Bookbarn order 002-1188-88

Thanks for shopping with us! The following items were charged to your card: 1 x Moby Dick, 12.50.
== automatic | Registrar <support@dotnames.example> | kim@homes.example
homes.example expires in 30 days

The domain homes.example is set to expire on 4 July. Please renew it in your control panel.
== automatic | Majordomo@lists.site.example | kim@homes.example
Welcome to gardening

Welcome to the gardening mailing list! Please save this message for future reference.
== automatic | root@gate.homes.example | root@gate.homes.example
Cron <root@gate> /usr/local/bin/rotate

rotate: cannot open /var/log/old: No such file or directory
== automatic | Jo March <jo@homes.example> | lee@site.example
Away from office

I will be away from the office from Monday 3rd to Friday 7th. I will answer your mail when I am back.
== automatic | HR Portal <hrportal@bigcorp.example> | kim@homes.example
Application received: Senior Gardener (Req 2231)

Dear Kim, thank you for applying. We have received your application and will contact you if there is a match.
== automatic | "Kundenportal" <portal@wasserwerk.example> | kim@homes.example
Bitte bestätigen Sie Ihre E-Mail-Adresse

Klicken Sie auf folgenden Link, um Ihre Registrierung abzuschliessen: https://wasserwerk.example/confirm/8a7f6e5d
== automatic | Payroll <payroll@bigcorp.example> | kim@homes.example
Your payslip for May is ready

Log in to view your payslip. This mailbox is not monitored.
== automatic | svn@code.site.example | devs@site.example
r4412 - trunk/src

Author: lee
Date: 2009-03-02 11:02:44 +0100
New Revision: 4412
Log: fix off by one
== automatic | Ada Kim <ada@homes.example> | lee@site.example
Read: budget
Content-Type: multipart/report; report-type=disposition-notification; boundary=x

--x

Your message was read.
--x--
== automatic | Facelink <notify@facelink.example> | kim@homes.example
Ana Ruiz commented on your photo

Ana wrote: "Lovely!" See the comment: https://facelink.example/n/?photo=88
== automatic | Doodly <mailer@doodly.example> | kim@homes.example
Lee just voted in your poll "Dinner"

3 people have voted so far. See results: https://doodly.example/poll/ab12
== automatic | Stadtbibliothek <ausleihe@bibliothek.example> | kim@homes.example
Erinnerung: Leihfrist endet in 3 Tagen

Folgende Medien sind bis 12.05. zurückzugeben: Der Zauberberg; Kochen ohne Fleisch.
== automatic | Banco Sol <avisos@bancosol.example> | kim@homes.example
Transferencia recibida

Ha recibido una transferencia de 120,00 EUR en su cuenta terminada en 4411.
== newsletter | TidBits <editors@tidbits.example> | tidbits-list@tidbits.example
TidBits #612/07-Jan-02
Errors-To: errors@tidbits.example

TidBits is a free weekly newsletter. This week's sponsors: Macfarm.
MailBITS/07-Jan-02. New iMac announced...
== newsletter | Joke of the Day <jokes@laughs.example> | kim@homes.example
Joke of the Day: The Parrot

A man buys a parrot... To be removed send a blank mail to leave-jokes-88211@laughs.example
== newsletter | Stitch & Co <hello@stitchco.example> | kim@homes.example
The spring pattern book is here
List-Id: <1188.stitchco.esp.example>

Twelve new patterns, from simple scarves to a full coat. Have a look.
== newsletter | Senator Hill <senator@mail.hill.example> | kim@homes.example
My week in the Capitol
Precedence: bulk

Friends, this week we voted on the farm bill. I spoke with teachers in Salem.
== newsletter | InfoDev <infodev@bulletin.example> | kim@homes.example
InfoDev Bulletin, October 2004

1. Calls for papers
-----------------------
2. New books
-----------------------
3. Jobs
-----------------------
To subscribe or unsubscribe, write to infodev-request@bulletin.example
== newsletter | Verein Naturfreunde <info@naturfreunde.example> | kim@homes.example
Rundbrief Sommer 2019

Liebe Mitglieder, in diesem Rundbrief berichten wir über den neuen Lehrpfad, das Sommerfest und die Vogelzählung.
Wenn Sie den Rundbrief nicht mehr erhalten möchten, schreiben Sie uns.
== bulk | Travel Deals Inc <deals4u@traveldeals.example> | kim@homes.example
LAST MINUTE: Cancun from $299!!!

Book now and save up to 60%! 7 nights all inclusive. Call now toll free 1-800-555-0100. Offer ends Sunday.
== bulk | Immobilien Roth <roth@immo.example> | undisclosed-recipients:;
Neues Angebot: 3-Zimmer-Wohnung in Bestlage

Liebe Kunden, heute möchten wir Ihnen eine traumhafte Wohnung vorstellen. Kaufpreis 320.000 EUR. Jetzt anrufen!
== bulk | Jane Smith <jane@seoexperts.example> | info@homes.example
Rank your site on page 1

Hello Sir, we provide SEO services at affordable price. We can improve your ranking in 30 days. No obligation.
Reply for a free quote.
== invitation | Alumni Office <alumni@uni.example> | kim@homes.example
Class of 1999 reunion - save the date!

Dear alumni, our 25-year reunion takes place on 14 June in the old refectory. Please register by 1 May.
== invitation | Rotary Club Nord <sekretaer@rotary-nord.example> | kim@homes.example
Sommerfest am 2. Juli

Liebe Freunde, wir laden Euch und Eure Partner herzlich zu unserem Sommerfest ein. Beginn ist um 18 Uhr im
Garten von Familie Roth. Bitte gebt bis 20. Juni Bescheid, ob Ihr kommt.
== invitation | Connecta <no-reply@connecta.example> | kim@homes.example
Paul Roth vous invite à rejoindre Connecta

Paul souhaite vous ajouter à son réseau professionnel. Accepter : https://connecta.example/inv/9a8b7c
== invitation | Gallery 12 <mail@gallery12.example> | kim@homes.example
Opening reception: Ines Duarte, Paper Works

Friday, 6 September, 6-9 pm. You are warmly invited to the opening; the artist will be present.
== invitation | Lee Wong <lee@site.example> | kim@homes.example, ada@homes.example
Poker night

Hey, poker at my place this Friday at 8? Please let me know who's in, and bring snacks!
== invitation | Ola Berg <ola@site.example> | kim@homes.example
join me on Chatterly

I just joined Chatterly and it's great. Get the app and add me: https://chatterly.example/i/olab?ref=99
== invitation | Survey Desk <survey@opinions.example> | kim@homes.example
We would like your opinion

You have been selected to take part in our customer survey. It takes 5 minutes: https://opinions.example/s/8811aa
== note | Pat Doe <pat@site.example> | kim@homes.example
Re: Survey results
In-Reply-To: <2@site.example>

Interesting. 62% would recommend us, but only 12% open the mails. Should we unsubscribe the rest?
== note | Ada Kim <ada@homes.example> | lee@site.example
conference call Tuesday 10:00

Lee, can we move the conference call to 10? The supplier can only join us then. Dial-in as always.
== note | Frank <frank@hof.example> | kim@homes.example
Rechnung Nr. 2019-044

Hallo Kim, anbei die Rechnung für die Äpfel. Überweis einfach, wenn du Zeit hast. Viele Grüße, Frank
== note | Tom <tom@homes.example> | mia@homes.example
I booked the flights

Your flight leaves at 7:40, mine at 9. Booking reference is XY7. Check in opens tomorrow. Love, T
== note | Lee Wong <lee@site.example> | kim@homes.example
offer from the printer

They want 1,200 for the brochures, with a discount if we order now. Cheaper than last year. What do you say?
== note | Gina <gina@site.example> | kim@homes.example
Sorry

I am on vacation until Monday, so I only saw your mail now. I'll call you tonight, ok? Hope it wasn't urgent!
== note | Lee Wong <lee@site.example> | press@site.example
press release draft

Here is the draft of the press release. I changed the second paragraph. Can you check the quote from Ada?
== note | Robert <bob@forge.example> | linux-users@lists.forge.example
Re: [linux-users] Mailing list as newsletter?
In-Reply-To: <3@x.example>
Precedence: bulk
Sender: owner-linux-users@lists.forge.example

> can we use the list for the monthly newsletter

No. People would unsubscribe in droves. Use the announce list.
== note | Marie <marie@asso.example> | paul@homes.example
facture et inscription

Bonjour Paul, la facture est payée et j'ai envoyé le formulaire d'inscription pour les petits. Bises, Marie
== note | Support Team Lead <jan@site.example> | kim@homes.example
Your request about the fence
In-Reply-To: <4@site.example>

Hi Kim, I looked at it again. If we cut the posts ourselves it is 300 cheaper. Shall I come by on Thursday?
== note | Ivo <ivo@site.example> | kim@homes.example
Welcome to the team!

Kim, so glad you said yes. Your desk is the one by the window. First coffee is on me. Ivo
== note | Ute <ute@homes.example> | max@site.example
Passwort vergessen

Max, ich habe das Passwort für den Rechner im Keller vergessen. Hast du es noch? Danke, Ute
== note | Kim <kim@homes.example> | events@hall.example
Question about your workshop

Hello, is the workshop on 3 May suitable for beginners? And can I pay at the door? Thanks, Kim
== newsletter | Museum Friends <friends@museum-nord.example> | kim@homes.example
Autumn programme

Dear Friends of the Museum, our autumn programme is out: six concerts, two lectures and a walk by night.
Download the programme at https://museum-nord.example/autumn.pdf. To leave this mailing list, reply with "remove".
== automatic | Zeiterfassung <system@firma.example> | kim@homes.example
Urlaubsantrag genehmigt

Ihr Urlaubsantrag vom 03.06. bis 14.06. wurde von Roth genehmigt.
== automatic | Trackit <trackit@trackit.example> | kim@homes.example
[Trackit] (OPS-4412) Printer on floor 2 offline

Lee Wong updated OPS-4412: Status changed from Open to In Progress.
== automatic | "Museum Tickets" <tickets@museum-nord.example> | kim@homes.example
Your tickets for 12 June

Please find your tickets attached. Show them at the entrance on your phone.
== automatic | pkg-bot@build.site.example | devs@site.example
FAILED: nightly build of trunk on arm64

Build 8812 failed at step "test". Log: https://build.site.example/8812/log
== automatic | Ines Duarte <ines@gallery12.example> | kim@homes.example
Resposta automática: orçamento

Estou de férias até dia 20. Responderei assim que voltar.
== automatic | Insurance Direct <claims@insurancedirect.example> | kim@homes.example
We've received your claim

Thank you for submitting claim C-99812. A claims handler will be in touch within 3 working days.
== automatic | iCloud <noreply@cloud.example> | kim@homes.example
Your storage is almost full

You have used 4.9 GB of 5 GB. Upgrade your storage or delete some files.
== bulk | Solar Direkt <angebot@solardirekt.example> | kim@homes.example
Photovoltaik: jetzt Förderung sichern

Guten Tag, sparen Sie Stromkosten mit einer eigenen Solaranlage. Unser Angebot: kostenlose Beratung, unverbindlich.
Jetzt Termin sichern!
== bulk | Olga <olga@texporter.example> | purchase@homes.example
Cotton fabrics from our mill

Dear purchasing manager, we are a manufacturer of cotton fabrics with 20 years of experience. Best prices and
quick delivery. Please let us know your needs, we will send our price list.
== invitation | Startup Nights <hello@startupnights.example> | kim@homes.example
You're on the guest list: Demo Day, 8 May

Twelve founders, three minutes each. Doors open at 6 pm, Hall 4. RSVP: https://startupnights.example/rsvp/kim99ab
== invitation | Ben <ben@homes.example> | lee@site.example
my 40th

I'm turning 40 and would love you to be there: 3 August, 7 pm, at the boathouse. Please RSVP by the 20th. Ben
== invitation | Circles <no-reply@circles.example> | kim@homes.example
Mia hat dich zu einer Gruppe eingeladen

Mia möchte, dass du der Gruppe "Gartenfreunde" beitrittst. Beitreten: https://circles.example/g/join/77ab12
== note | Lee <lee@site.example> | kim@homes.example
Re: Your order
In-Reply-To: <5@homes.example>

Kim, we have one left in blue, shall I put it aside? Otherwise it's three weeks.
== note | Chris <chris@site.example> | kim@homes.example
report for Monday

Attached is the report. Page 4 needs your numbers, the rest is final. Can you look at it before noon? Chris
== note | Vera <vera@homes.example> | ola@site.example
Termin beim Notar

Liebe Ola, der Termin ist am 4. um 10 Uhr, Marktplatz 3. Bitte denk an deinen Ausweis. Bis dann, Vera
== note | Kim <kim@homes.example> | lee@site.example
certificate for the web server

The certificate expires on Friday and I can't log in to the portal. Do you still have the password? Kim
== note | Jun <jun@site.example> | kim@homes.example
来週の打ち合わせ

キムさん、来週の打ち合わせですが、火曜の午後はいかがでしょうか。資料は明日お送りします。よろしくお願いします。
== note | Sam <sam@site.example> | team@site.example
server room

Folks, the air conditioning is broken again. I opened the door and put a fan in. Please don't close it. Sam
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
