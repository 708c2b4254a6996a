"""ESMTP parameters: what stands behind the path in MAIL and RCPT (RFC 5321 4.1.2, 1870, 3461, 4954, 6152, 6531)."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from gatekeeper.mail.reply import Reply

_PARAMETER = re.compile(rb"([A-Za-z0-9][A-Za-z0-9-]*)(?:=([!-<>-~\x80-\xff]+))?")
_XTEXT = re.compile(rb"(?:[!-*,-<>-~]|\+[0-9A-F]{2})*")
_UTF8_XTEXT = re.compile(rb"(?:[!-*,-<>-~\x80-\xff]|\+[0-9A-F]{2})*")
_ADDRESS_TYPE = re.compile(rb"[A-Za-z0-9-]+")
MAX_ENVID_OCTETS = 100
MAX_ORCPT_OCTETS = 500


class ParameterError(ValueError):
    """A parameter that this listener cannot take. `reply` is what the client is told."""

    def __init__(self, reply: Reply) -> None:
        super().__init__(str(reply))
        self.reply = reply


class Extension(StrEnum):
    """What a listener may or may not offer: a parameter of an extension that was not offered is unknown."""

    EIGHT_BIT_MIME = "8BITMIME"
    SMTPUTF8 = "SMTPUTF8"
    DSN = "DSN"
    AUTH = "AUTH"


@dataclass(frozen=True, slots=True, kw_only=True)
class MailParameters:
    """What MAIL asked for. `ret` and `envid` as written; `auth` decoded, None where not given, "" for "<>"."""

    size_octets: int = 0
    body: str = "7BIT"
    smtputf8: bool = False
    ret: bytes | None = None
    envid: bytes | None = None
    auth: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class RcptParameters:
    """What RCPT asked for, as written."""

    notify: bytes | None = None
    orcpt: bytes | None = None


NO_MAIL_PARAMETERS = MailParameters()
NO_RCPT_PARAMETERS = RcptParameters()


def mail_parameters(octets: bytes, offered: frozenset[Extension]) -> MailParameters:
    """The parameters of MAIL. Raises ParameterError: 501 5.5.4 for a bad one, 555 5.5.4 for an unknown one."""
    if not octets:
        return NO_MAIL_PARAMETERS
    given = _pairs(octets)
    size = given.pop(b"SIZE", None)
    if size is not None and not (size.isdigit() and len(size) <= 20):
        raise _bad("SIZE")
    body = given.pop(b"BODY", b"7BIT").upper() if Extension.EIGHT_BIT_MIME in offered else b"7BIT"
    if body not in {b"7BIT", b"8BITMIME"}:
        raise _bad("BODY")
    smtputf8 = given.pop(b"SMTPUTF8", None) if Extension.SMTPUTF8 in offered else None
    if smtputf8:
        raise _bad("SMTPUTF8")
    ret = envid = None
    if Extension.DSN in offered:
        ret = given.pop(b"RET", None)
        if ret is not None and ret.upper() not in {b"FULL", b"HDRS"}:
            raise _bad("RET")
        envid = given.pop(b"ENVID", None)
        if envid is not None and not (0 < len(envid) <= MAX_ENVID_OCTETS and _XTEXT.fullmatch(envid)):
            raise _bad("ENVID")
    auth = given.pop(b"AUTH", None) if Extension.AUTH in offered else None
    if given:
        raise _unknown()
    return MailParameters(
        size_octets=int(size or 0),
        body=body.decode("ascii"),
        smtputf8=smtputf8 is not None,
        ret=ret,
        envid=envid,
        auth=None if auth is None else _auth(auth),
    )


def rcpt_parameters(octets: bytes, offered: frozenset[Extension], *, smtputf8: bool) -> RcptParameters:
    """The parameters of RCPT. Raises ParameterError."""
    if not octets:
        return NO_RCPT_PARAMETERS
    given = _pairs(octets)
    notify = orcpt = None
    if Extension.DSN in offered:
        notify = given.pop(b"NOTIFY", None)
        if notify is not None:
            wishes = notify.upper().split(b",")
            if wishes != [b"NEVER"] and (
                not set(wishes) <= {b"SUCCESS", b"FAILURE", b"DELAY"} or len(set(wishes)) != len(wishes)
            ):
                raise _bad("NOTIFY")
        orcpt = given.pop(b"ORCPT", None)
        if orcpt is not None and not _is_orcpt(orcpt, smtputf8=smtputf8):
            raise _bad("ORCPT")
    if given:
        raise _unknown()
    return RcptParameters(notify=notify, orcpt=orcpt)


def decode_xtext(octets: bytes) -> bytes:
    """What `octets` stand for (RFC 3461 4). Raises ValueError for what is no xtext."""
    if not _XTEXT.fullmatch(octets):
        raise ValueError("not xtext")
    return re.sub(rb"\+([0-9A-F]{2})", lambda found: bytes.fromhex(found[1].decode("ascii")), octets)


def encode_xtext(octets: bytes) -> bytes:
    """`octets` as xtext."""
    return b"".join(
        b"+%02X" % octet if octet in b"+=" or not 0x21 <= octet <= 0x7E else bytes((octet,)) for octet in octets
    )


def _pairs(octets: bytes) -> dict[bytes, bytes]:
    """Keywords in upper case with their values as written, b"" where a keyword stands alone.

    A keyword given twice is refused: whichever of the two counted, somebody else may count the other.
    """
    given: dict[bytes, bytes] = {}
    for word in octets.split(b" "):
        if not word:
            continue
        found = _PARAMETER.fullmatch(word)
        if found is None:
            raise ParameterError(Reply.of(501, "5.5.4", "Bad parameter syntax"))
        keyword = found[1].upper()
        if keyword in given:
            raise ParameterError(Reply.of(501, "5.5.4", f"{keyword.decode('ascii')} given twice"))
        given[keyword] = found[2] or b""
    for keyword in (b"SIZE", b"BODY", b"RET", b"ENVID", b"NOTIFY", b"ORCPT", b"AUTH"):
        if given.get(keyword) == b"":
            raise _bad(keyword.decode("ascii"))
    return given


def _is_orcpt(octets: bytes, *, smtputf8: bool) -> bool:
    """addr-type ";" xtext; a UTF-8 address may stand there as it is in an SMTPUTF8 transaction (RFC 6533 3)."""
    kind, semicolon, address = octets.partition(b";")
    if not semicolon or not address or len(octets) > MAX_ORCPT_OCTETS or not _ADDRESS_TYPE.fullmatch(kind):
        return False
    return bool((_UTF8_XTEXT if smtputf8 else _XTEXT).fullmatch(address))


def _auth(octets: bytes) -> str:
    if octets == b"<>":
        return ""
    try:
        name = decode_xtext(octets).decode("utf-8")
    except ValueError:
        raise _bad("AUTH") from None
    if not name.isprintable():
        raise _bad("AUTH")
    return "" if name == "<>" else name


def _bad(keyword: str) -> ParameterError:
    return ParameterError(Reply.of(501, "5.5.4", f"Bad value for {keyword}"))


def _unknown() -> ParameterError:
    return ParameterError(Reply.of(555, "5.5.4", "Parameter not recognised"))
