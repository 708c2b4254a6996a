"""An author: what the address and the name in From say about who writes: a machine, an office, an editor, a person."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from gatekeeper.kinds.weighing import Kind, Weighed, weighed
from gatekeeper.mail.letters import folded
from gatekeeper.mail.message import Message

MIN_BRAND_LETTERS: Final = 4
MAX_FROM_CHARACTERS: Final = 400

_ROBOT = re.compile(
    r"(?:no|not|do[-_.]?not|don?t|never)[-_.]?(?:reply|respond|antworten)\w*|nepasrepondre|nicht-?antworten|"
    r"no[-_.]?responda\w*|"
    r"mailer[-_.]?daemon|post_?master|mail[-_.]?daemon|daemon|root|cron|nobody|bounces?|robot|bot|automailer|"
    r"autoresponder|"
    r"auto[-_.]?(?:reply|mail|confirm|notify|response)|notif(?:y|ication|ications|ier)|alerts?|system|service-?desk|"
    r"helpdesk|tickets?|orders?|billing|invoices?|invoicing|receipts?|rechnung(?:en)?|shipping|"
    r"security|account-?(?:security|update|info)?s?|confirm(?:ation)?s?|verify|password|jira|bugzilla|jenkins|"
    r"gitlab|monitoring|nagios|zabbix|backup|www-data|apache|wordpress|server|webform|order-?(?:update|confirm)\w*|"
    r"reservations?|bookings?|payments?|mail-?system|ship-confirm|errors?|oracle|mysql|postgres|tomcat|jboss|sysadmin|"
    r"list-?master|majordomo|listserv|mailman|printer|copier|scan(?:ner)?|ups|nas|router|firewall|vmware|esxi?|vcenter|"
    r"[\w.-]*(?:no-?respond\w*|geen-?antwoord|ne-?pas-?repondre|nicht-?antworten|nie-?odpowiada\w*|ne-?otvecha\w*)|"
    r"reminders?|conferm[ae]|confirmaciones|bestaetigung(?:en)?|yoyaku|obs|"
    r"uptime|commits?|website|web|forms?|formmail|contact-?form|fritz-?box\w*|diskstation\w*|nas\d*|sensors?|tixing|statements?|ekstre|"
    r"kontoauszug|releves?|extractos?|estratti|extratos?|fatura|faktury?|alarms?|alarme|allarme|monitor|notices?|avisos?|benachrichtigung(?:en)?|meldung(?:en)?|notificac(?:ion|iones|oes)|notific(?:a|he)|meldingen?|"
    r"powiadomieni[ae]|uvedomleni[ey]a?|bildirim(?:ler)?|tongzhi|tsuchi|allim|oa|erp|lms|moodle|"
    r"hudson|svn|git|cvs|trac|redmine|mantis|wiki|batch|dba|sap\w*|workflow|reporting|scheduler|mailbot|"
    r"[\w.-]+[-_.](?:notif(?:y|ications?)|alerts?|daemon|robot|bot|automail)",
    re.IGNORECASE,
)
_ROLE = re.compile(
    r"(?:(?:customer|kunden|client)[-_.]?)?(?:service|support|care|team|dienst)|shop|store|accounts?|check-?in|ci|builds?|"
    r"pbx|scanner|fax|voicemail|messaging|welcome|registration|registrierung|admin(?:istrator)?|info|office|praxis|"
    r"bilgi|iletisim|sekretariat|secretar(?:y|iat|ia|io)|secreteria|segreteria|secretariaat|sekreter\w*|chair(?:man|person|woman)?|treasurer|"
    r"committee|council|vorstand|verein|kanzlei|mairie|cabinet|boutique|direction|comite|bestuur|winkel|praktijk|tienda|junta|"
    r"direccion|recepcion|negozio|studio|bottega|direzione|loja|clinica|recepcao|direcao|biuro|sklep|zarzad|recepcja|"
    r"pravlenie|magazin|klinika|salon|dukkan|magaza|klinik|yonetim|jimukyoku|tenpo|"
    r"reception|front-?desk|kontakt|contact|tracking|delivery|versand|bestellung(?:en)?|hello|hallo|"
    r"online|e-?mail|mail|post|sales|verkauf|club|vip|feedback|(?:customer|kunden|service)[-_.]?\w*",
    re.IGNORECASE,
)
_EDITOR = re.compile(
    r"(?:e?-?news\w*|\w*newsletter\w*|e?lists?(?:-admin)?|mailing(?:list)?s?|updates?|digest|daily\w*|weekly\w*|"
    r"marketing|"
    r"promo\w*|offers?|deals|specials?|headlines|subscriptions?|subscribe|editor\w*|bulletin|campaigns?|announce\w*|"
    r"mail(?:ings?|er)|communications?|press|media|publications?|members?|community|"
    r"\w*(?:letter|lettre|lettera|carta|gazette|gaceta|gazzetta|gazeta|brief|rundbrief|boletim|bulten|biuletyn|redaktion|"
    r"redaction|redaccion|redazione|redacao|redactie|redakcja|redakciya)|"
    r"aktion|angebote|nachrichten|noticias|novedades|boletin|insights?|rewards|"
    r"customer-?news|memories|circulation|subscriber\w*|reports|loyalty|bonus|contest|gewinnspiel|kundenclub|mailinglist)"
    r"(?:[-_+.].*)?",
    re.IGNORECASE,
)
_INVITING = re.compile(
    r"(?:invit\w*|e?vite|rsvp|events?|webinars?|webcasts?|seminars?|conference|einladung(?:en)?|friends?|"
    r"connections?|"
    r"groups?-noreply|"
    r"meetup|veranstaltung(?:en)?|registration|member[-_]?invite)(?:[-_+.].*)?",
    re.IGNORECASE,
)

_ROBOT_WORD = re.compile(
    r"(?:.*[._+-])?(?:systems?|administrator|notif(?:y|ier|ication|ications)|no-?reply|do-?not-?reply|alerts?|autoconfirm|"
    r"(?:auto)?confirm(?:ation)?s?|orders?|order-?sender|billing|invoices?|payments?|receipts?|statements?|documents?|"
    r"reminders?|daemon|robot|router|gateway|workflow|scheduler|automated?|probe|listserv|passwords?|tracking|shipping)(?:[._+-].*|\d+)?|"
    r"(?:web|online|e|my)-?(?:orders?|bills?|billing|invoices?|statements?)|\w+(?:system|alerts?|orders?|billing|notifier|notices?|watch|confirm|acknowledge)"
)
"""A machine's word among those of a longer name."""
_ROLE_WORD = re.compile(
    r"(?:.*[._+-])?(?:chair(?:man|person|woman)|administration|infrastructure|announcements?|communications|corporate|"
    r"human-?resources|payroll|treasury|accounting|compliance|legal|board|webmaster|benefits|facilities|help-?desk|resolution-?center|department|dept|office|team|desk|no\.?address)"
    r"(?:[._+-].*)?|(?:.*[._+-])?\w+(?:care|svcs?|info|conference|services?|serv|relations|support|desk|office|team)"
)
_NO_REPLY = re.compile(r"no[-_.]?t?[-_.]?reply")
_NUMBERED = re.compile(r"\d{3,}\D+(?:\d\D*){3,}|(?:[-_.]\w{1,4}){0,4}\d{2,}[-_.]\d{4,}")
_MAILING_HOST = re.compile(
    r"(?:e|em\d*|m\d+|ml\d*|e-?mails?\d*|edm|e?news\w*|newsletters?\d*|infos?\d+|marketing|mktg?\w*|mkt\d*|promo\w*|offers?|"
    r"deals|lyris\w*|bounces?|campaigns?\d*|ealerts?|updates?|click|links?|reply|mailings?|messages?|mailer\d*|ecomm?|"
    r"envios?|envoi|rsgsv|mcsv|sendgrid|mcdlv|xmr\d+|communications?|member(?:s|ship)?)"
    r"\.(?:[^.]+\.){0,3}[^.]{2,}\.[^.]{2,}",
)
_MACHINE_HOST = re.compile(
    r"(?:alerts?|notifications?|accounts?|transactions?|support|orders?|reservations?)\.|(?:[\w-]*[-_])?(?:db|srv|server|host|node|vm|nas|esx|app|web|sql|printer|scanner|ups|pbx|fw|router|switch|backup|nagios|"
    r"icinga|zabbix|monitor\w*|jenkins|gitlab|jira|redmine|bugzilla|otrs|tickets?)[-_]?\d{0,4}\.",
)
_LIST_OFFICE = re.compile(r"(?:[\w.+-]+[-+])(?:admin|request|help|confirm|subscribe|unsubscribe|errors|bounces|owner)")
_ORGANISATION: Final = re.compile(
    folded(
        r"\b(?:ltd|llc|inc|plc|corp|gmbh|ag|kg|ohg|e ?\.?v|sarl|sas|s\.?a|s\.?l|srl|spa|s\.?p\.?a|"
        r"ltda|lda|bv|b\.v|nv|vof|sp\. ?z|ооо|оао|ао|ук|тсж|жк|a\.?ş|şti|company|group|council|association|"
        r"society|federation|foundation|"
        r"trust|union|school|academy|college|university|library|museum|theatre|clinic|hospital|surgery|practice|hotel|restaurant|shop|"
        r"store|services?|solutions|systems|centre|center|management|administration|committee|board|team|office|club|"
        r"verein|verband|stadtwerke|gemeinde|stadt|schule|grundschule|praxis|hausverwaltung|genossenschaft|verwaltung|"
        r"museum|theater|bibliothek|bücherei|klinik|zentrum|mairie|syndic|école|collège|lycée|association|asso|comité|"
        r"société|cabinet|boutique|médiathèque|bibliothèque|ayuntamiento|colegio|escuela|asociación|comunidad|clínica|"
        r"centro|biblioteca|tienda|administración|sindicato|comune|scuola|associazione|condominio|amministrazione|"
        r"studio|negozio|biblioteca|câmara|junta|escola|associação|condomínio|administração|sindicato|loja|clínica|grupo|"
        r"gemeente|vereniging|stichting|school|bibliotheek|praktijk|winkel|kwekerij|woningcorporatie|bestuur|"
        r"spółdzielnia|wspólnota|urząd|szkoła|stowarzyszenie|fundacja|biblioteka|przychodnia|sklep|zarząd|administracja|"
        r"управляющая|компания|школа|детский|библиотека|клиника|поликлиника|магазин|администрация|правление|клуб|центр|"
        r"sitesi|yönetimi|yönetim|belediyesi|okulu|derneği|vakfı|kulübü|kliniği|mağazası|müdürlüğü|apartmanı|koleji)\b|"
        r"株式会社|有限会社|合同会社|協会|組合|学校|自治会|町内会|管理|図書館|病院|医院|クリニック|教室|店|事務局|委員会|"
        r"公司|中心|学校|學校|协会|協會|物业|物業|管委会|管理處|管理处|居委会|委員會|委员会|医院|醫院|图书馆|圖書館|幼儿园|工作室|"
        r"주식회사|협회|관리사무소|학교|학원|도서관|병원|의원|센터|수영장|사무국|위원회|조합|구청|은행|유치원|어린이집|헬스"
    )
)
_MACHINE = re.compile(
    folded(
        r"\b(?:phone system|pbx|voice ?mail|telefonanlage|anrufbeantworter|messagerie vocale|standard téléphonique|"
        r"centralita|buzón de voz|segreteria telefonica|centralino|correio de voz|central telefónica|"
        r"telefooncentrale|centrala telefoniczna|poczta głosowa|атс|santral|голосовая почта|sesli posta|scanner|"
        r"copier|copieur|kopierer|multifunktionsgerät|mfp|imprimante|impresora|stampante|impressora|drukarka|"
        r"принтер|сканер|yazıcı|alertmanager|synology nas|fritz!?box|diskstation|sistema de|no ?reply|"
        r"notification system|"
        # In the middle of a firm's name it says what the firm makes.
        r"(?:\w*monitor(?:ing)?|router|firewall|sensor|alarm|watchdog|scheduler|backup|information system|"
        r"informationssystem|sistemi|система|система уведомлений)$|"
        r"do not reply|nicht antworten|ne pas répondre|no responder|non rispondere|"
        r"não responder|niet beantwoorden|nie odpowiadaj|не отвечать|yanıtlamayın)\b|電話システム|留守番電話|複合機|"
        r"自動送信|自動配信|(?:システム|系统|系統|시스템)$|"
        r"电话总机|语音信箱|總機|打印机|系统通知|교환기|음성 ?사서함|복합기|발신전용"
    )
)
"""What a device calls itself in the place of a name."""
_PERIODICAL = re.compile(
    folded(
        r"\b(?:\w*newsletter|news|digest|weekly|gazette|bulletin|chronicle|rundbrief|\w+sbote|gartenbote|\w*kurier|"
        r"\w*zeitung|"
        r"\w*(?:mitteilungs|gemeinde|wochen|info|tage|amts)blatt|\w*nachrichten|infolettre|la lettre|lettre|hebdo|"
        r"revue|la carta|boletín|gaceta|revista|semanario|"
        r"la lettera|gazzetta|notiziario|rivista|gazeta|jornal|boletim|notícias|noticias|nieuwsbrief|\w+brief|krant|"
        r"\w+blad|nieuws|biuletyn|gazetka|tygodnik|wieści|вестник|газета|листок|журнал|дайджест|рассылка|новости|"
        r"bülteni?|gazetesi?|mektubu|dergisi?|postası)\b|通信|だより|便り|新聞|タイムズ|ニュース|メルマガ|周刊|月刊|"
        r"早报|日报|晚报|周记|周报|来信|電子報|电子报|편지|소식|레터|매거진"
    )
)
"""What an editor calls what he writes."""
_COMMON: Final = frozenset(
    {"mail", "email", "info", "news", "post", "gmail", "yahoo", "hotmail", "outlook", "online", "team", "service"}
    | {"support", "newsletter", "example", "contact", "noreply"}
)


def said_by_author(message: Message) -> tuple[Weighed, ...]:
    """What the first From address and its display name speak for."""
    authors = message.addresses("from")
    return _said(authors[0], display_name(message.text("from")[:MAX_FROM_CHARACTERS])) if authors else ()


@lru_cache(maxsize=4_096)
def _said(address: str, name: str) -> tuple[Weighed, ...]:
    return tuple(_says(address, name))


def _says(address: str, name: str) -> Iterator[Weighed]:
    local, _, domain = address.partition("@")
    office: re.Match[str] | None = None
    automatic, newsletter = Kind.AUTOMATIC, Kind.NEWSLETTER
    if local.startswith(("mailer-daemon", "mail-daemon", "maildaemon")):
        yield weighed("daemon", local, automatic, 8)
    elif _ROBOT.fullmatch(local):
        yield weighed("robot-author", local, automatic, 4 if local.startswith("post") else 3)
    elif "reply" in local and _NO_REPLY.search(local):
        yield weighed("robot-author", local, automatic, 3)
    elif match := _MACHINE.search(folded(name)):
        yield weighed("robot-author", match.group(), automatic, 3)
    elif _ROBOT_WORD.fullmatch(local):
        yield weighed("robot-author", local, automatic, 3)
    elif office := _ROLE.fullmatch(local.partition("+")[0]) or _ROLE_WORD.fullmatch(local) or _house(local, domain):
        yield weighed("role-author", local, automatic, 1)
    if _EDITOR.fullmatch(local):
        yield weighed("editor-author", local, newsletter, 3 if "newsletter" in local else 2)
    elif match := _PERIODICAL.search(folded(name)):
        yield weighed("editor-author", match.group(), newsletter, 2)
    elif office:
        yield weighed("role-author", local, newsletter, 1)
    if _INVITING.fullmatch(local):
        yield weighed("inviting-author", local, Kind.INVITATION, 2)
    if _NUMBERED.search(local):
        yield weighed("numbered-author", local, newsletter, 2)
    if _MAILING_HOST.fullmatch(domain):
        yield weighed("mailing-host", domain, newsletter, 2)
    if _MACHINE_HOST.match(domain):
        yield weighed("machine-host", domain, automatic, 1.5)
    if name and (brand := _brand(name, local, domain)):
        # An organisation in the place of a person's name: no letter, whatever else it is.
        yield weighed("brand-author", brand, newsletter, 1)
        yield weighed("brand-author", brand, automatic, 1)


def has_editor(message: Message) -> bool:
    """Whether the first From address or the name before it is an editor's or an organisation's."""
    return any(seen.signal.name in ("editor-author", "brand-author") for seen in said_by_author(message))


def is_organisation(message: Message) -> bool:
    """Whether the name before the first From address is called like an association, a firm or an authority.

    Weaker than a brand: people put their firm's name there too.
    """
    return _ORGANISATION.search(folded(display_name(message.text("from")[:MAX_FROM_CHARACTERS]))) is not None


def is_machine(message: Message) -> bool:
    """Whether the first From address or the name before it is a machine's."""
    return any(seen.signal.name in ("robot-author", "daemon") for seen in said_by_author(message))


def is_list_office(address: str) -> bool:
    """Whether a list's own software or owner writes from it."""
    local_part = address.partition("@")[0]
    return ("-" in local_part or "+" in local_part) and _LIST_OFFICE.fullmatch(local_part) is not None


def display_name(value: str) -> str:
    """The name before the address in From; "" where there is none."""
    return value[: value.rfind("<")].strip(" \t\"'") if "<" in value else ""


def _house(local: str, domain: str) -> re.Match[str] | None:
    """Whether an address is called like the house it is in, and a little more: "40elmworks@elmworks.example"."""
    label = domain.split(".")[-2] if "." in domain else ""
    if len(label) <= MIN_BRAND_LETTERS or local == label:
        return None
    return re.search(re.escape(label), re.sub(r"[\W_]", "", local))


def _brand(name: str, local: str, domain: str) -> str:
    """The organisation's name as the display name has it; "" where the name is a person's or says nothing."""
    plain = folded(name)
    words = re.findall(r"\w+", plain)
    squeezed = "".join(words)
    parts = re.split(r"[\W_]+", local)
    # "Ann Lee <ann@lee.example>" is a person whose firm bears her name.
    named = any(len(part) > 1 and (part in words or (len(part) > 4 and part in squeezed)) for part in parts)
    # "Israel Lee <isra@lee.example>"
    named = named or (len(parts[0]) > 2 and any(word.startswith(parts[0]) for word in words))
    impersonal = _ROLE.fullmatch(local) or _EDITOR.fullmatch(local) or _ROBOT.fullmatch(local)
    # "Ann B. Lee <abl@lee.example>", and so is who writes under her initials.
    named = named or (len(local) > 1 and "".join(word[0] for word in words).endswith(local))
    person = named and not impersonal and not any(part in _COMMON for part in parts)
    for label in domain.split(".")[:-1]:
        label = label.replace("-", "")
        if len(label) < MIN_BRAND_LETTERS or label in _COMMON:
            continue
        within = label in squeezed
        if label == squeezed == local:
            return name  # "Acme <acme@acme.example>"
        if (within and (not person or _spans(words, label) > 2)) or (
            not person and len(squeezed) > MIN_BRAND_LETTERS and label.startswith(squeezed)
        ):
            return name
    return ""


def _spans(words: list[str], label: str) -> int:
    """How many of the words it takes to spell `label`."""
    for start in range(len(words)):
        if label.startswith(words[start]):
            for end in range(start + 1, len(words) + 1):
                if "".join(words[start:end]) == label:
                    return end - start
    return 0
