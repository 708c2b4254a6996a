"""Absence: how automatic replies are worded, in the languages that offices use.

A subject of the first kind decides alone: mail programs set it, people do not. Subjects of the second kind and
sentences decide only together: people, too, write that they are away.
"""

from __future__ import annotations

import re
from functools import lru_cache

_MACHINE_SUBJECTS = (
    r"auto(?:matic|matische|matisk|mated)?[ -]?(?:re(?:ply|spon[sd]e?|spond(?:er)?)|antwort|svar)\b",
    r"automatic (?:reply|response)|out[ -]of[ -](?:the[ -])?office(?: auto-?(?:matic )?(?:reply|response)|"
    r" notification| reply| message|:)",
    r"(?:vacation|away|absence) (?:auto-?)?(?:reply|response|notice|notification|message)|"
    r"i am away from my mail|ooo(?: re)?:|(?:[\w.'’/-]+ ){1,5}is out of the office\.?$|"
    r"[\w. -]{2,80} mailing list memberships reminder",
    r"automatische (?:antwort|r[üu]ckantwort|eingangsbest[äa]tigung)|abwesenheits(?:notiz|meldung|nachricht|"
    r"benachrichtigung|assistent)",
    r"r[ée]ponse automatique|absence du bureau|absent\(?e?\)? du bureau|message d['’]absence",
    r"respuesta autom[áa]tica|fuera de (?:la )?oficina:|resposta autom[áa]tica|fora do escrit[óo]rio:|"
    r"ausente do escrit[óo]rio",
    r"risposta automatica|risponditore automatico|fuori (?:dall['’])?(?:sede|ufficio):|messaggio automatico",
    r"automatisch antwoord|afwezigheids(?:bericht|assistent|melding)|automatische reactie",
    r"autosvar|automatiskt? svar|fr[åa]nvaro(?:meddelande|besked)|frav[æa]rs(?:melding|besked|assistent)|"
    r"ikke til stede:",
    r"automaattinen vastaus|poissaolo(?:ilmoitus|viesti)|automaatvastus|autom[āa]tisk[āa] atbilde|"
    r"automatinis atsakymas",
    r"automatyczna odpowied[źz]|odpowied[źz] automatyczna|autoodpowied[źz]|automatick[áa] odpov[ěe][ďd]|"
    r"odpov[ěe][ďd] v nep[řr][íi]tomnosti",
    r"automatikus v[áa]lasz|h[áa]zon k[íi]v[üu]l|otomatik (?:yan[ıi]t|cevap)|ofis d[ıi][şs][ıi]nda:|"
    r"r[ăa]spuns automat|automatski odgovor|samodejni odgovor",
    r"автоматический ответ|автоответ|нет на (?:рабочем )?месте:|вне офиса:|автоматична відповідь|"
    r"автоматичен отговор|αυτόματη απάντηση",
    r"自動返信|自動応答|自動返答|不在(?:通知|連絡|のお知らせ)|自动(?:回复|答复|回覆)|自動(?:回覆|回复|答覆)|"
    r"不在办公室|외출 중|자동 ?(?:회신|응답|답장)|부재중 (?:자동|알림)",
    r"(?:thank you for (?:your (?:message|e-?mail|enquiry|inquiry|submission)|contacting(?: us)?)|"
    r"thanks for (?:your (?:message|e-?mail)|contacting us)|vielen dank f[üu]r ihre (?:nachricht|anfrage|"
    r"e-?mail)|merci (?:pour|de) votre (?:message|demande)|gracias por (?:su mensaje|contactar(?:nos)?)|"
    r"obrigado (?:pelo|por) (?:seu )?contato|grazie per averci contattato|bedankt voor uw bericht)\W{0,3}$",
    r"jawaban otomatis|balasan otomatis|tr[ảa] l[ờo]i t[ựu] [đd][ộo]ng|ตอบกลับอัตโนมัติ|رد تلقائي|מענה אוטומטי",
)

_ABSENCE_SUBJECTS = (
    r"out of (?:the )?office|\booo\b|on (?:annual |maternity |paternity |parental |sick )?leave|on (?:vacation|"
    r"holiday)|away (?:until|from|till)|vacation|"
    r"abwesen|im urlaub|nicht im (?:b[üu]ro|haus)|absen(?:t|ce)|en cong[ée]s?|ausen(?:te|cia)|de vacaciones|"
    r"aus[êe]ncia|de f[ée]rias|assen(?:te|za)|in ferie|afwezig|"
    r"fr[åa]nvar|p[åa] semester|frav[æa]r|p[åa] ferie|poissa|lomalla|nieobecn|na urlopie|nep[řr][íi]tom|dovolen|"
    r"szabads[áa]g|izin|ofis d[ıi][şs]|отсутств|в отпуске|不在|休暇|休假|外出|부재|휴가"
)

_AWAY = (
    # English
    r"(?:i(?:['’]m| am| will be)|we are|she is|he is|\w+ is) (?:currently |now |presently )?(?:away|"
    r"out of (?:the |my )?(?:office|country|town)|on (?:\w+ )?(?:leave|vacation|holidays?|business trip)|"
    r"travell?ing|not in the office|unavailable|not available)",
    r"i am (?:currently )?(?:absent|on (?:annual |maternity |parental |paternity |sick )leave)|this (?:is an|"
    r"is a|message is an?) auto(?:mated|matic|matically)|out of (?:the )?office (?:until|from|on|with)",
    r"no longer (?:work(?:s|ing)? (?:at|for|with)|employed|with the company|in use|monitored)|"
    r"has left (?:the )?(?:company|organi[sz]ation)|mailbox is (?:not|no longer) (?:monitored|in use)",
    # German
    r"(?:ich bin|wir sind|bin ich|ich befinde mich|ist) (?:bis|vom|ab|zur ?zeit|derzeit|aktuell|momentan|leider|"
    r"am|im|in|wegen|nicht|erst|[^\n]{0,40})[^\n]{0,60}(?:abwesend|urlaub|nicht (?:im (?:b[üu]ro|haus)|"
    r"erreichbar|da)|au(?:ß|ss)er haus|elternzeit|nicht am platz)",
    # French, Spanish, Portuguese, Italian
    r"je (?:suis|serai) (?:actuellement )?(?:absente?|en (?:cong[ée]s?|vacances|d[ée]placement)|hors du bureau|"
    r"indisponible)|absente? du bureau",
    r"(?:estoy|estar[ée]|me encuentro|me encontrar[ée]) (?:actualmente )?(?:fuera de (?:la )?oficina|"
    r"de vacaciones|ausente|de viaje|de baja)|fuera de la oficina (?:hasta|del)",
    r"(?:estou|estarei|encontro-me) (?:atualmente |actualmente )?(?:fora do escrit[óo]rio|de f[ée]rias|"
    r"em f[ée]rias|ausente|em viagem)|fora do escrit[óo]rio",
    r"(?:sono|sar[òo]) (?:attualmente |temporaneamente )?(?:fuori (?:ufficio|sede)|in ferie|assente|in vacanza|"
    r"in viaggio)|assente dall['’]ufficio",
    # Dutch, Swedish, Danish, Norwegian, Finnish
    r"ik ben (?:momenteel |op dit moment |tot [^\n]{0,30}|van [^\n]{0,40}|"
    r"wegens [^\n]{0,30})?[^\n]{0,20}(?:afwezig|met (?:vakantie|verlof)|niet (?:op kantoor|aanwezig|"
    r"bereikbaar)|op vakantie)",
    r"jag (?:[äa]r|kommer att vara) (?:just nu |f[öo]r n[äa]rvarande )?[^\n]{0,20}(?:fr[åa]nvarande|"
    r"p[åa] (?:semester|resa)|inte p[åa] kontoret|tj[äa]nstledig|borta|f[öo]r[äa]ldraledig)",
    r"jeg (?:er|holder) (?:p[åa] nuv[æa]rende tidspunkt |i [øo]jeblikket |for tiden )?[^\n]{0,20}(?:ferie|"
    r"frav[æa]rende|ikke (?:p[åa] kontoret|til stede|tilgjengelig)|bortreist|p[åa] barsel|permisjon|ude af kontoret)",
    r"olen (?:parhaillaan |t[äa]ll[äa] hetkell[äa] )?[^\n]{0,20}(?:poissa|lomalla|matkoilla|vapaalla)|"
    r"en ole (?:tavoitettavissa|paikalla)",
    # Polish, Czech, Slovak, Hungarian, Romanian, Turkish
    r"(?:jestem|b[ęe]d[ęe]|przebywam) (?:obecnie |aktualnie )?[^\n]{0,20}(?:nieobecn|na urlopie|poza biurem|"
    r"niedost[ęe]pn)",
    r"(?:jsem|budu|som|budem|nejsem) (?:nyn[íi] |moment[áa]ln[ěe] |"
    r"moment[áa]lne )?[^\n]{0,20}(?:mimo kancel[áa][řr]|na dovolen|nep[řr][íi]tom|nepr[íi]tom|v kancel[áa][řr]i)",
    r"(?:szabads[áa]gon (?:vagyok|leszek)|nem tart[óo]zkodom az irod|irod[áa]n k[íi]v[üu]l|"
    r"h[áa]zon k[íi]v[üu]l)|sunt (?:plecat|[îi]n concediu|absent|[îi]n afara biroului)",
    r"(?:ofis(?:te|imde) (?:de[ğg]ilim|olmayaca[ğg][ıi]m)|ofis d[ıi][şs][ıi]nday[ıi]m|izindeyim|"
    r"y[ıi]ll[ıi]k izinde|tatildeyim)",
    # Russian, Ukrainian, Greek
    r"(?:я )?(?:нахожусь|буду|сейчас|временно)[^\n]{0,30}(?:в отпуске|в командировке|отсутств|вне офиса)|"
    r"меня (?:не будет|нет) (?:в офисе|на (?:рабочем )?месте)|я (?:зараз |буду )?[^\n]{0,20}(?:у відпустці|"
    r"відсутн)|εκτός γραφείου|απουσιάζω",
    # Japanese, Chinese, Korean
    r"(?:休暇|不在|出張|外出)(?:中|の(?:ため|予定)|に(?:し|て)|と(?:な|さ)|を(?:いただ|頂))|留守に|我(?:现在|"
    r"目前|正在|將|将)?[^。\n]{0,12}(?:休假|不在办公室|不在辦公室|出差|外出|度假)|(?:부재|휴가|출장|외근) ?중",
)

_CONSEQUENCE = (
    r"(?:limited|no|intermittent|sporadic|infrequent|without) (?:or no )?access to (?:my )?(?:e-?mail|mail)|"
    r"(?:will|shall|['’]ll) (?:\w+ ){0,3}(?:respond|reply|get back|answer|read|return your|be (?:forwarded|back|"
    r"returning|checking))|(?:up)?on my return|when i (?:return|am back|get back)|"
    r"(?:if|for) (?:[^.\n]{0,40})?(?:urgent|emergenc|immediate|assistance)|please contact|"
    r"thank you for your (?:e-?mail|message|mail)|returning (?:to the office )?(?:on|to)|be back (?:on|in)|"
    r"not be (?:read|forwarded|monitored)",
    r"in dringenden f[äa]llen|wenden sie sich|nicht (?:weitergeleitet|gelesen)|nach meiner r[üu]ckkehr|"
    r"vielen dank f[üu]r ihre|wieder (?:erreichbar|im b[üu]ro|da|f[üu]r sie)|eingeschr[äa]nkt",
    r"en cas d['’]urgence|[àa] mon retour|veuillez contacter|merci (?:de|pour) votre|acc[èe]s limit[ée]|"
    r"en caso de urgencia|a mi (?:regreso|vuelta)|p[óo]ngase en contacto|gracias por (?:su|tu)|contactar con|"
    r"responder[ée]",
    r"em caso de urg[êe]ncia|no meu regresso|favor contatar|por favor contacte|obrigad[oa] pel|retornarei|"
    r"per (?:urgenze|questioni urgenti|comunicazioni urgenti)|al mio rientro|si prega di contattare|"
    r"rispond?er[òo]|rientrer[òo]",
    r"bij (?:spoed|dringende)|neem (?:dan )?contact|na mijn terugkomst|bedankt voor uw|weer (?:bereikbaar|"
    r"aanwezig)|vid br[åa]dskande|kontakta|[åa]ter(?:kommer| p[åa])|tillbaka|ved hastende|kontakt(?:e)? |"
    r"tilbage|tilbake|svare? (?:deg |dig )?n[åa]r",
    r"kiireellisiss[äa]|ota yhteytt[äa]|palaan|w pilnych|prosz[ęe] o kontakt|po powrocie|wracam|odpowiem|"
    r"v nal[ée]hav|kontaktujte|obra[ťc]te se|po n[áa]vratu|s[üu]rg[őo]s esetben|visszat[ée]r|keress|"
    r"acil (?:durum|konu)|d[öo]n[üu][şs]|ileti[şs]im|urgen[țt]e",
    r"по срочным|по возвращении|обращ(?:ай|ать)|свяжусь|вернусь|отвечу|терміново|поверн|επικοινων|επιστροφ",
    r"お急ぎ|ご連絡|後日|改めて|戻り(?:次第|ましたら)|返信(?:いた|させ)|如有(?:急|紧急|緊急)|请联系|請聯(?:絡|"
    r"繫)|回来后|回复您|尽快|긴급|연락|복귀|답변",
)

_PREFIX = re.compile(
    r"(?i)^(?:\s*(?:(?:re|aw|sv|vs|antw?|odp|rif|res|ynt|回复|答复|fwd?)\s*(?:\[\d+\])?\s*[:：]|"
    r"\[[^\]]{0,60}\]|\*{2,}[^*]{0,40}\*{2,})\s*)*"
)
_MACHINE_SUBJECT = re.compile(r"(?i)[\s\[(\"'【<*!-]*(?:" + "|".join(_MACHINE_SUBJECTS) + ")")
_ANYWHERE_SUBJECT = re.compile(
    r"(?i)(?:automatic reply|auto-?reply|autoresponder|out of office autoreply|automatische antwort|"
    r"r[ée]ponse automatique|respuesta autom[áa]tica|risposta automatica|автоответ|自動返信|自动回复|자동 ?회신)"
)
_ABSENCE_SUBJECT = re.compile("(?i)" + _ABSENCE_SUBJECTS)
_REPLY_SUBJECT = re.compile(r"(?i)^\s*(?:re|aw|sv|vs|antw?|odp|rif|res|ynt|回复|答复)\s*(?:\[\d+\])?\s*[:：]")
_AWAY_TEXT = re.compile("(?i)" + "|".join(_AWAY))
_CONSEQUENCE_TEXT = re.compile("(?i)" + "|".join(_CONSEQUENCE))

_AWAY_STEMS = (
    "away", "out of", "leave", "vacation", "holiday", "trip", "travel", "office", "available", "absent", "auto",
    "no longer", "has left", "mailbox is", "abwesend", "urlaub", "nicht", "er haus", "elternzeit", "en cong",
    "vacances", "placement", "hors du", "indisponible", "fuera de", "vacaciones", "ausente", "viaje", "de baja",
    "fora do", "férias", "ferias", "viagem", "fuori", "ferie", "assente", "vacanza", "viagg", "afwezig", "vakantie",
    "verlof", "niet ", "nvarande", "semester", "resa", "kontoret", "nstledig", "borta", "ldraledig", "fravær",
    "fravar", "ikke ", "bortreist", "barsel", "permisjon", "poissa", "lomalla", "matkoilla", "vapaalla", "en ole",
    "nieobecn", "urlop", "biurem", "niedost", "kancel", "dovolen", "nep", "szabads", "irod", "zon k", "plecat",
    "concediu", "biroului", "ofis", "ofi̇s", "zinde", "tatil", "отпуск", "командировке", "отсутств", "вне офиса",
    "меня ", "відпустці", "відсутн", "γραφείου", "απουσι", "休暇", "不在", "出張", "外出", "留守", "休假", "出差",
    "度假", "부재", "휴가", "출장", "외근",
)  # fmt: skip
"""One of these stands in whatever `_AWAY` finds: most mail is spared the long pattern."""
_NAMED = re.compile(r"(?i)auto(?:mat|-?repl|-?respon)|自動|自动|자동|автомат")

MAX_ABSENCE_CHARACTERS = 2_000
"""Automatic replies are short; a longer mail that mentions a holiday is a person's."""


@lru_cache(maxsize=4_096)
def subject_of_machine(subject: str) -> bool:
    """Whether a mail program's automatic reply bears such a subject, with or without the original one after it."""
    subject = " ".join(subject[:300].split())
    prefix = _PREFIX.match(subject)
    start = prefix.end() if prefix is not None else 0
    return bool(_MACHINE_SUBJECT.match(subject, start) or _ANYWHERE_SUBJECT.search(subject))


def tells_of_absence(subject: str, text: str) -> bool:
    """Whether `text`, without what it quotes, reads like an absence notice that names no machine.

    It says that somebody is away and what follows from it, is short, and answers something or is titled so.
    """
    text = text.strip()
    if not text or len(text) > MAX_ABSENCE_CHARACTERS:
        return False
    head = " ".join(text[:900].split())
    titled = _ABSENCE_SUBJECT.search(subject[:300]) is not None
    named = titled or _NAMED.search(head) is not None
    answers = _REPLY_SUBJECT.match(subject[:300]) is not None
    if not (named or (answers and len(text) < 900)):
        return False
    lowered = head.lower()
    return (
        any(stem in lowered for stem in _AWAY_STEMS)
        and _AWAY_TEXT.search(head) is not None
        and _CONSEQUENCE_TEXT.search(head) is not None
    )
