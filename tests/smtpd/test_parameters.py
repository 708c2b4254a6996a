"""ESMTP parameters, kept as written and checked by their own grammar (RFC 1870, 3461, 4954, 6531)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatekeeper.smtpd.parameters import (
    Extension,
    ParameterError,
    decode_xtext,
    encode_xtext,
    mail_parameters,
    rcpt_parameters,
)

ALL = frozenset(Extension)


def test_envid_and_orcpt_keep_their_case() -> None:
    mail = mail_parameters(b"SIZE=12 body=8bitmime RET=hdrs ENVID=QQ314159+2B SMTPUTF8 AUTH=Ann+40example.org", ALL)
    assert (mail.size_octets, mail.body, mail.ret, mail.envid) == (12, "8BITMIME", b"hdrs", b"QQ314159+2B")
    assert (mail.smtputf8, mail.auth) == (True, "Ann@example.org")
    rcpt = rcpt_parameters(b"notify=Success,DELAY ORCPT=rfc822;Bob+2Bx@Example.org", ALL, smtputf8=False)
    assert (rcpt.notify, rcpt.orcpt) == (b"Success,DELAY", b"rfc822;Bob+2Bx@Example.org")


@pytest.mark.parametrize(
    ("octets", "starts"),
    [
        (b"SIZE=1 SIZE=2", "501 5.5.4"),
        (b"SIZE=", "501 5.5.4"),
        (b"SIZE", "501 5.5.4"),
        (b"SIZE=x", "501 5.5.4"),
        (b"SIZE=-1", "501 5.5.4"),
        (b"SIZE=" + b"9" * 21, "501 5.5.4"),
        (b"BODY=BINARYMIME", "501 5.5.4"),
        (b"SMTPUTF8=yes", "501 5.5.4"),
        (b"RET=BOTH", "501 5.5.4"),
        (b"ENVID=a+2", "501 5.5.4"),
        (b"ENVID=" + b"a" * 101, "501 5.5.4"),
        (b"AUTH=+ZZ", "501 5.5.4"),
        (b"AUTH=a+0Ab", "501 5.5.4"),
        (b"-X=1", "501 5.5.4"),
        (b"X=a=b", "501 5.5.4"),
        (b"MT-PRIORITY=3", "555 5.5.4"),
        (b"X", "555 5.5.4"),
        (b"NOTIFY=NEVER", "555 5.5.4"),
    ],
)
def test_bad_and_unknown_parameters_of_mail(octets: bytes, starts: str) -> None:
    with pytest.raises(ParameterError) as refusal:
        mail_parameters(octets, ALL)
    assert str(refusal.value.reply).startswith(starts)


@pytest.mark.parametrize(
    ("octets", "starts"),
    [
        (b"NOTIFY=NEVER,SUCCESS", "501"),
        (b"NOTIFY=SUCCESS,SUCCESS", "501"),
        (b"NOTIFY=", "501"),
        (b"NOTIFY=ALWAYS", "501"),
        (b"ORCPT=ann@example.org", "501"),
        (b"ORCPT=rfc822;a+b", "501"),
        (b"ORCPT=rfc 822;a", "501"),
        ("ORCPT=utf-8;jürgen@example.org".encode(), "501"),
        (b"ORCPT=rfc822;" + b"a" * 500, "501"),
        (b"SIZE=1", "555"),
    ],
)
def test_bad_and_unknown_parameters_of_rcpt(octets: bytes, starts: str) -> None:
    with pytest.raises(ParameterError) as refusal:
        rcpt_parameters(octets, ALL, smtputf8=False)
    assert str(refusal.value.reply).startswith(starts)


@pytest.mark.parametrize("octets", [b"BODY=8BITMIME", b"SMTPUTF8", b"RET=FULL", b"ENVID=a", b"AUTH=<>"])
def test_what_is_turned_off_is_unknown(octets: bytes) -> None:
    with pytest.raises(ParameterError, match="555"):
        mail_parameters(octets, frozenset())


def test_auth_of_nobody() -> None:
    assert mail_parameters(b"AUTH=<>", ALL).auth == ""
    assert mail_parameters(b"", ALL).auth is None


@given(st.binary(max_size=40))
def test_xtext_there_and_back(octets: bytes) -> None:
    encoded = encode_xtext(octets)
    assert decode_xtext(encoded) == octets
    assert all(0x21 <= octet <= 0x7E for octet in encoded)


@given(st.binary(max_size=60))
def test_any_octets_are_parameters_or_a_refusal(octets: bytes) -> None:
    for candidate in (octets, b"ENVID=" + octets, b"ORCPT=rfc822;" + octets, b"AUTH=" + octets):
        for parse in (lambda o: mail_parameters(o, ALL), lambda o: rcpt_parameters(o, ALL, smtputf8=True)):
            try:
                parse(candidate)
            except ParameterError as refusal:
                assert refusal.reply.code in {501, 555}
