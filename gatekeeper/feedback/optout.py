"""Opt-out: a mail that says no more than "take me off", written by a person or by a program (RFC 2369 3.2)."""

from __future__ import annotations

import re

_WORDS = (
    r"unsubscribe(?: me)?|un-subscribe|opt[ -]?out|remove(?: me)?|stop|take me off(?: (?:your|this|"
    r"the) (?:mailing )?list)?|leave|signoff|"
    r"(?:please )?(?:remove|unsubscribe|delete|take) (?:me|my (?:e-?mail )?address)(?: off)?(?: from (?:your|"
    r"this|the|all) (?:\w+ ){0,2}(?:mailing ?)?lists?| from (?:your|this|the|all) \w+)?|"
    r"stop (?:sending|e-?mailing|mailing)(?: me)?(?: (?:e-?)?mails?| this| these)?|do not (?:e-?mail|contact|"
    r"write to) me(?: again| any ?more)?|"
    r"abmelde[nr]?|abmeldung|abbestelle?n?|abbestellung|austragen|newsletter (?:abbestellen|abmelden|"
    r"k[üu]ndigen)|bitte (?:aus ?tragen|abmelden|l[öo]schen)|"
    r"d[ée]s(?:inscription|abonnement|inscrire|abonner|inscrivez-moi|abonnez-moi)|(?:me |se )d[ée]s(?:inscrire|"
    r"abonner)|"
    r"baja|dar(?:se|me)? de baja|cancelar (?:la )?suscripci[óo]n|desuscribir(?:me|se)?|anular (?:la )?suscripci[óo]n|"
    r"cancelar (?:a )?(?:inscri[çc][ãa]o|assinatura|subscri[çc][ãa]o)|descadastrar|remover|sair da lista|"
    r"anular (?:a )?subscri[çc][ãa]o|"
    r"disiscri(?:vimi|zione|viti|vermi)|cancella(?:mi|zione)(?: dalla (?:lista|newsletter))?|"
    r"annulla (?:l['’])?iscrizione|"
    r"afmelden|uitschrijven|schrijf mij uit|abonnement opzeggen|avregistrera|avprenumerera|"
    r"avsluta prenumerationen?|avanm[äa]l|"
    r"afmeld|frameld|afmelding|meld (?:meg )?av|avmeld(?:ing)?|stopp|peruuta (?:tilaus|uutiskirje)|"
    r"poista (?:minut )?(?:listalta|tilaus)|lopeta tilaus|"
    r"wypisz(?: mnie)?|wypisa[ćc]|rezygnacja|anuluj subskrypcj[ęe]|rezygnuj[ęe]|odhl[áa]sit|odhl[áa][šs]en[íi]|"
    r"zru[šs]it odb[ěe]r|odhl[áa]si[ťt]|"
    r"leiratkoz(?:[áa]s|om|ni)|t[öo]r[öo]l(?:jenek|j[öo]n)|abonelikten [çc][ıi]k(?:mak)?|[üu]yelikten [çc][ıi]k|"
    r"aboneli[ğg]i iptal|dezabonare|"
    r"отписаться|отписка|отпишите(?: меня)?|отменить подписку|відписатися|απεγγραφή|配信停止|購読(?:解除|停止|"
    r"中止)|登録(?:解除|削除)|退会|解除|退订|取消订阅|退訂|取消訂閱|수신 ?거부|구독 ?(?:취소|해지)|수신 ?취소"
)
_SUBJECT = re.compile(
    r"(?i)^\W{0,5}(?:(?:re|aw|sv|fwd?)\s*:\s*)?(?:"
    + _WORDS
    + r")(?:\s+[\w.+=:/-]{0,60}[\d@][\w@.+=:/-]{0,60})?\W{0,5}$"
)
_LINE = re.compile(
    r"(?i)^\W{0,5}(?:(?:please|bitte|por favor|s['’]il vous pla[îi]t|per favore)[ ,]{0,3})?(?:"
    + _WORDS
    + r")(?:[ ,]{0,3}(?:please|thanks?|thank you|bitte|danke|merci|gracias|grazie))?\W{0,6}$"
)
_TO = re.compile(
    r"(?i)^(?:[\w.+-]*[.+=_-])?(?:unsub(?:scribe)?|opt-?out|remove|leave|abmelden|abmeldung|desinscription|baja|signoff)(?:$|[.+=_@-])"
)

MAX_TEXT_CHARACTERS = 400
"""Who writes more than this writes to a person; unless a program added it."""


def is_optout(subject: str, text: str, recipients: tuple[str, ...], *, by_program: bool = False) -> bool:
    """Whether subject, text and whom it goes to say "take me off" and nothing else (RFC 2369 3.2, RFC 8058).

    An unsubscribe address among `recipients` needs no words; elsewhere the subject or the first line of a short
    text must be one of the phrases. `by_program` marks mail that a mail program sent for its user.
    """
    text = text.strip()
    if len(text) > MAX_TEXT_CHARACTERS and not by_program:
        return False
    if any(_TO.match(address.partition("@")[0] + "@") for address in recipients):
        return True
    first = next((line.strip() for line in text.splitlines() if line.strip()), "")[:120]
    if _SUBJECT.match(subject[:120]) and (not first or len(text) <= 120 or by_program or _LINE.match(first)):
        return True
    return bool(_LINE.match(first)) and len(text) <= 120
