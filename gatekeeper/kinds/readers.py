"""Readers: whether To names people, an office, or a crowd, by what the address and the name before it are called.

"tenants@", "everyone@" or "Friends <ann-contacts@...>" is written to by who tells many the same. A discussion list
("mapserver-users@lists.example", "[mapserver] ..." to mapserver@) is no crowd: there people talk to each other, and
what goes to it bears none of the header fields that the list adds (RFC 2369) before it has been there.
"""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache
from typing import Final

from gatekeeper.mail.letters import folded
from gatekeeper.mail.message import Message

MAX_TO_CHARACTERS: Final = 200
FEW_LISTS: Final = 5
"""Lists of readers in To, one for each house of a firm."""


class Readers(StrEnum):
    """Whom To names."""

    PEOPLE = "people"
    OFFICE = "office"
    """One address of a firm or an authority: strangers write to it, and customers."""
    CROWD = "crowd"
    LIST = "list"
    """A list where readers answer."""


_CROWD: Final = re.compile(
    # Written as people write it, and folded as what it is compared with.
    folded(
        # Everybody, and what such lists are called.
        r"dl|all_\w+|\w*employees|staff|mitarbeiter\w*|personnel|empleados|dipendenti|funcionarios|medewerkers|pracownicy|"
        r"sotrudniki|calisanlar|all|every(?:one|body)|alle\w*|tous|toutes|todos|todas|tutti|tutte|allen|iedereen|wszyscy|wszystkich|vse\w*|herkes|hepimiz|"
        r"verteiler\w*|rundmail|liste?n?|lista|lists|lijst|mailing\w*|recipients|odbiorcy|undisclosed|bcc|rubrica|adressbuch|"
        r"address-?book|\w*contacts|kontakte|contactos|contatos|contatti|contacten|kontakty|rehber\w*|abonn\w*|subscribers|"
        # What many are to the author.
        r"\w*customers|\w*clients|\w*kunden|clientes|clienti|\w*klanten|klienci|kliencie|klienty|mus?teri\w*|partners|partner[iy]|"
        r"\w*suppliers|lieferanten|fournisseurs|proveedores|fornitori|fornecedores|leveranciers|dealers?|bayi\w*|relaties|"
        r"users|nutzer|usagers|usuarios|utenti|utentes|gebruikers|uzytkownicy|abonent\w*|kullanicilar|guests|gaeste|gaste|"
        r"members|mitglieder\w*|membres|adherents|socios|miembros|soci|membros|associados|filiados|leden|czlonkowie|uyeler\w*|"
        r"tenants|mieter\w*|locataires|inquilinos|inquilini|condomini|coproprietaires|huurders|bewoners|mieszkancy|lokatorzy|zhiteli|"
        r"zhilcy|sakinler\w*|kat-?malik\w*|residents|\w*bewohner|habitants|vecinos|residentes|residenti|moradores|"
        r"neighbou?rs|\w*nachbarn|voisins|vicini|vizinhos|\w*buren|sasiedzi|sosedi|komsular\w*|"
        r"parents|\w*eltern|familles|familias|famiglie|pais|ouders|rodzice|roditeli|veli(?:ler)?\w*|jiazhang|"
        r"patients|patienten|pacientes|pazienti|pacjenci|hastalar\w*|students|schueler|studierende|etudiants|eleves|alumnos|"
        r"studenti|alunos|studenten|studenci|ogrenciler\w*|alumni|ehemalige|formandos|turma\w*|promo\w*|anciens|exalumnos|absolwenci|mezunlar\w*|"
        r"friends|freunde|amis|amigos|amici|vrienden|przyjaciele|znajomi|druzya|arkadaslar\w*|dostlar\w*|tayfa|"
        r"applicants|candidates|bewerber|candidats|candidatos|candidati|kandidaten|kandydaci|adaylar\w*|iscritti|inscrits|inscritos|"
        r"zoekers|suchende|interessenten|visitors|besucher|visiteurs|visitantes|visitatori|bezoekers|donors|spender|donateurs|"
        r"volunteers|helfer|benevoles|voluntarios|volontari|vrijwilligers|gonullu\w*|pacienty|pacientam|huanzhe|kanja|hwanja|"
        r"players|runners|laeufer|parishioners|gemeinde|readers|leser|lecteurs|lectores|lettori|leitores|lezers|czytelnicy|"
        r"companies|betriebe|imprese|entreprises|empresas|firmy|firmalar|associations|vereine|agents|owners|eigentuemer|"
        r"\w*kai-?in|minasama|yezhu|kehu|gaogek|hoiwon|jumin|community|okyakusama|otokui|"
        # The same where no spaces stand.
        r".*(?:各位|の皆様|の皆さま|みなさま|皆さん|全体|全员|全員|业主|業主|住户|住戶|同学们|家长|好友|朋友|通讯录|街坊|邻居|里民|"
        r"여러분|각위|전체|동네분들|회원들|고객님들|학부모).*|"
        r"все\w*|друзья|жильцы|жители|соседи|клиенты|клиентам|родители|коллеги|партнеры|участники|подписчики|члены|пациент\w*|"
        r"okur\w*|dokusha|duzhe|dokja"
    )
)
_OFFICE = re.compile(
    r"info\w*|office|contact\w*|kontakt\w*|contato|contacto|hello|hallo|hola|ciao|mail|post|sales|verkauf|ventas|vendite|vendas|"
    r"verkoop|handel|satis\w*|einkauf|purchas\w*|procurement|achats|compras|acquisti|inkoop|zakupy|snab|zakup\w*|satinalma|caigou|"
    r"hr|jobs|careers|recruit\w*|personal\w*|bewerbung|rh|rrhh|kadry|saiyo|marketing|md|ceo|director|direktion|direction|direccion|"
    r"direzione|direcao|directie|dyrek\w*|gf|geschaeftsleitung|management|manager|owner|admin\w*|verwaltung|amministrazione|"
    r"administra\w*|biuro|buero|sekretariat|secretar\w*|segreteria|accounts?|finance|buchhaltung|compta\w*|it|press|reception|"
    r"praxis|praktijk|studio|shop|team|comercial|commercial|bilgi|iletisim|uretim|eigyo|soumu|commerciale|zarzad|redak\w*"
)
_WORD_END = re.compile(r"[\s.+_,;&/]+")
_LIST_HOST = re.compile(
    r"(?:lists?\d*|listen|listes?|listas?|listar|listserv\w*|listes\w*|mailman\d*|sympa|ml|mlists?|mailinglists?|groups?|discuss)\.|"
    r"(?:\w*\.)?(?:googlegroups|yahoogroups|groups\.yahoo|groups\.google|freelists|egroups|onelist)\.|.*\bgroups\.io$"
)
_LIST_NAME = re.compile(
    r".+(?:[-_](?:dev(?:el)?|devels|developers?|discuss(?:ion)?s?|talk|hackers|maintainers|general|support|help|chat|forum)|-(?:l|ml|list|liste|lista))"
)
_LIST_OF_USERS = re.compile(
    r".+-(?:users?|utilisateurs|usuarios|utenti|nutzer|anwender|gebruikers|members|verein|people)"
)
_ANNOUNCING = re.compile(r"(?:.*[-_.])?(?:announce\w*|news\w*|info|newsletter\w*|press\w*|updates?)")
_TAG = re.compile(r"\s*\[([^\]]{2,60})\]")
_PASSED_ON: Final = frozenset({"list-id", "list-post", "list-unsubscribe", "precedence"})
"""What a list adds: where it stands, it says more of the list than an address does."""
MIN_TAG_LETTERS: Final = 4


def readers_of(message: Message) -> Readers:
    """Whom To names; a crowd where it names nobody, or only the author himself."""
    to = message.addresses("to")
    if not to:
        # An archive keeps the tag of a list, and not always To.
        tag = _tag_of(message.text("subject")).lower()
        if (_LIST_NAME.fullmatch(tag) or _LIST_OF_USERS.fullmatch(tag)) and _PASSED_ON.isdisjoint(message.names):
            return Readers.LIST
        # "Ruben" is somebody though no address stands there; "undisclosed-recipients:;" is nobody.
        named = message.addresses("cc") or (message.text("to").strip() and ":" not in message.text("to"))
        return Readers.PEOPLE if named else Readers.CROWD
    if message.addresses("cc"):
        return Readers.PEOPLE
    if len(to) > 1:
        crowds = len(to) <= FEW_LISTS and all(_called(one.partition("@")[0], "") is Readers.CROWD for one in to)
        return Readers.CROWD if crowds else Readers.PEOPLE
    authors = message.addresses("from")
    if to == authors:
        return Readers.CROWD
    local, _, domain = to[0].partition("@")
    # Who writes to a list that is called like his own house publishes.
    publishes = bool(authors) and local == authors[0].rpartition("@")[2].partition(".")[0]
    if (
        not publishes
        and _PASSED_ON.isdisjoint(message.names)
        and _is_list(local, domain, _tag_of(message.text("subject")))
    ):
        return Readers.LIST
    return _called(local, message.text("to")[:MAX_TO_CHARACTERS].partition("<")[0])


def _tag_of(subject: str) -> str:
    """What a list puts in brackets in front of a subject; "" for none."""
    match = _TAG.match(subject) if "[" in subject else None
    return match.group(1) if match else ""


@lru_cache(maxsize=4_096)
def _is_list(local: str, domain: str, tag: str) -> bool:
    """Whether an address is that of a discussion list, by its host, by how such lists are called, or because a subject
    bears its name as a tag."""
    if _ANNOUNCING.fullmatch(local):
        return False
    if _LIST_HOST.match(domain):
        return _CROWD.fullmatch(folded(local)) is None
    if _LIST_NAME.fullmatch(local):
        return True
    squeezed = _squeezed(tag)
    tagged = len(squeezed) >= MIN_TAG_LETTERS and squeezed in _squeezed(local)
    return tagged or (bool(tag) and _LIST_OF_USERS.fullmatch(local) is not None)


def _squeezed(name: str) -> str:
    return "".join(letter for letter in folded(name) if letter.isalnum())


@lru_cache(maxsize=4_096)
def _called(local: str, name: str) -> Readers:
    """What a single address's local part, and the name written before it, say."""
    words = _WORD_END.split(folded(local))
    pieces = [*words, *(piece for word in words for piece in word.split("-"))]
    if "@" not in name:
        pieces += _WORD_END.split(folded(name).strip("\"' "))
    if any(_CROWD.fullmatch(piece) for piece in pieces if piece):
        return Readers.CROWD
    return Readers.OFFICE if _OFFICE.fullmatch(words[0]) else Readers.PEOPLE
