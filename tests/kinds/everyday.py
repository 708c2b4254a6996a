"""Everyday mails of companies and people, written for these tests: (kind, subject, From, further header, body)."""

from __future__ import annotations

EVERYDAY: list[tuple[str, str, str, str, str]] = [
    (
        "automatic",
        "Kontaktanfrage über die Website",
        "Website <wordpress@example.de>",
        "",
        "Name: Max Muster\nE-Mail: max@example.de\nTelefon: 0123\nNachricht: Bitte rufen Sie mich zurück.\n",
    ),
    (
        "automatic",
        "Neue Bestellung #5521",
        "Shop <shop@example.de>",
        "",
        "Es ist eine neue Bestellung eingegangen.\nArtikel: Lampe\nPreis: 20 EUR\n",
    ),
    (
        "automatic",
        "Rechnung 2020-1123",
        "Hoster <rechnung@hoster.example>",
        "",
        "Sehr geehrte Damen und Herren,\nim Anhang finden Sie Ihre Rechnung als PDF.\n",
    ),
    (
        "automatic",
        "Voicemail von +49 30 1234",
        "Telefonanlage <pbx@example.de>",
        "",
        "Sie haben eine neue Sprachnachricht. Dauer: 12 Sekunden.\n",
    ),
    (
        "automatic",
        "Zahlungsbestätigung",
        "Zahldienst <service@zahl.example>",
        "",
        "Wir haben Ihre Zahlung erhalten. Transaktionsnummer: 99K1.\n",
    ),
    (
        "automatic",
        "Ihr Abo läuft bald aus",
        "Dienst <service@dienst.example>",
        "",
        "Ihr Abonnement endet am 3. Mai. Bitte verlängern Sie rechtzeitig in Ihrem Konto.\n",
    ),
    (
        "automatic",
        "Scan from MFP-2",
        "scanner@example.com",
        "",
        "Device: MFP-2\nPages: 3\nResolution: 300 dpi\nScan time: 09:12\n",
    ),
    (
        "automatic",
        "Your verification code is 338812",
        "Bank <no-reply@bank.example>",
        "",
        "Enter this code to continue. It expires in 10 minutes.\n",
    ),
    (
        "automatic",
        "Invoice INV-00231 from Acme",
        "Acme via Books <messaging@books.example>",
        "",
        "Hi, please find your invoice attached. The amount of 90 USD is due on June 3. View invoice online.\n",
    ),
    (
        "automatic",
        "Payment receipt",
        "Payments <service@payments.example>",
        "",
        "You paid 20.00 to Lamps Ltd. Transaction ID 7781. View details in your account.\n",
    ),
    (
        "automatic",
        "[Monitor] CRITICAL: disk usage 95% on web2",
        "nagios@example.com",
        "",
        "Host: web2\nService: disk\nState: CRITICAL\nTime: 09:00\n",
    ),
    ("automatic", "Build #812 failed: main", "CI <ci@example.com>", "", "Project app build failed after 3 min.\n"),
    (
        "automatic",
        "Welcome to Boards!",
        "Boards <welcome@boards.example>",
        "",
        "Thanks for creating an account. Your username is ann. Confirm your email address by clicking the link "
        "below.\n",
    ),
    (
        "automatic",
        "Your flight to Rome on 3 June: check-in is open",
        "Airline <checkin@airline.example>",
        "",
        "Booking reference: X7Y2\nFlight: AB123\nSeat: 12A\n",
    ),
    (
        "automatic",
        "New device signed in to your account",
        "Accounts <accounts@svc.example>",
        "",
        "We noticed a new sign-in. If this was you, no action is needed.\n",
    ),
    (
        "automatic",
        "Re: Ihr Anliegen [Ticket#100231]",
        "Support <support@example.de>",
        "Auto-Submitted: auto-replied",
        "Vielen Dank für Ihre Nachricht. Wir haben Ihr Anliegen unter der Nummer 100231 aufgenommen und melden "
        "uns schnellstmöglich.\n",
    ),
    (
        "automatic",
        "Ihre Anfrage bei Muster GmbH",
        "Muster GmbH <info@muster.example>",
        "",
        "Vielen Dank für Ihre Nachricht. Wir haben Ihr Anliegen erhalten und werden uns so schnell wie möglich "
        "bei Ihnen melden.\n",
    ),
    (
        "bulk",
        "Große Neuigkeiten von Muster GmbH",
        "Muster GmbH <vertrieb@muster.example>",
        "",
        "Liebe Kunden,\nab sofort bieten wir Ihnen auch Fenster an. Besuchen Sie unsere Ausstellung und sichern "
        "Sie sich Ihren Vorteil.\n",
    ),
    (
        "bulk",
        "Partnership opportunity",
        "Lily <lily@led.example>",
        "",
        "Dear Sir or Madam,\nwe are a leading manufacturer of LED lamps. We offer high quality products at "
        "competitive prices. Please visit our website for our catalogue.\n",
    ),
    (
        "bulk",
        "Increase your sales by 30%",
        "Max <max@leads.example>",
        "",
        "Hello,\nour software helps companies like yours to generate more leads. Book a free demo today. Would "
        "you have 15 minutes for a call this week?\n",
    ),
    (
        "bulk",
        "We are moving!",
        "Bakery <info@bakery.example>",
        "",
        "Dear customers,\nfrom 1 June you will find us at our new address, 5 High Street. We look forward to "
        "welcoming you there.\n",
    ),
    (
        "invitation",
        "Tag der offenen Tür",
        "Werkstatt <info@werkstatt.example>",
        "",
        "Liebe Nachbarn,\nam Samstag, 4. Mai ab 14 Uhr öffnen wir unsere Werkstatt. Kommt vorbei, wir freuen "
        "uns auf euch!\n",
    ),
    (
        "invitation",
        "Housewarming!",
        "Kim <kim@example.com>",
        "",
        "Hi everyone,\nwe moved! Come over for our housewarming party on Saturday, June 8 at 7 pm. Let us know "
        "if you can make it.\nKim\n",
    ),
    (
        "invitation",
        "Join our book club",
        "Eve <eve@example.com>",
        "",
        "Hello neighbours,\nwe are starting a book club and would love you to become a member. Sign up here: "
        "https://club.example/join\n",
    ),
    (
        "invitation",
        "Answer our survey and win",
        "Research <survey@research.example>",
        "",
        "You have been selected to take part in our customer survey. Take the survey: "
        "https://survey.example/s/8Hh23Kd9\n",
    ),
    (
        "note",
        "Ihre Anfrage",
        "Karl Otto <k.otto@bau.example>",
        "",
        "Guten Tag Frau Weber,\ngern können wir uns am Mittwoch treffen. Passt Ihnen 10 Uhr? Die Zeichnung "
        "bringe ich mit.\nMit freundlichen Grüßen\nK. Otto\n",
    ),
    (
        "note",
        "Invoice",
        "Eve <eve@example.com>",
        "",
        "Hi Tom, did you pay the invoice from the plumber? I can't find it in my account.\nEve\n",
    ),
    (
        "note",
        "Conference next week",
        "Eve <eve@example.com>",
        "",
        "Hi Tom, are you going to the conference in Rome? I'd register soon, the early bird ends Friday. We "
        "could share a room.\nEve\n",
    ),
    (
        "note",
        "Party photos",
        "Eve <eve@example.com>",
        "",
        "Great party on Saturday! Here are the photos. Let me know when you want to join us again.\nEve\n",
    ),
    (
        "note",
        "Meeting agenda",
        "Eve <eve@example.com>",
        "",
        "Hi all,\nWhen: Tuesday 10:00\nWhere: Room 4\nAgenda: budget, hiring\nSee you there,\nEve\n",
    ),
    (
        "note",
        "Password for the wifi",
        "Eve <eve@example.com>",
        "",
        "Tom, the new wifi password is on the fridge.\nEve\n",
    ),
    (
        "note",
        "Newsletter",
        "Eve <eve@example.com>",
        "",
        "Tom, could you unsubscribe me from the school newsletter, please? I don't have the login.\nEve\n",
    ),
]
