"""What a peer says of the true client (Postfix XCLIENT_README, XFORWARD_README)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatekeeper.smtpd.identity import NO_CLAIMS, ClaimError, Claims, authenticated_sender, xclient, xforward


def test_attributes_add_up_over_several_commands() -> None:
    claims = xforward(b"NAME=pc.example.org ADDR=192.0.2.7", NO_CLAIMS)
    claims = xforward(b"proto=esmtp HELO=my+20laptop PORT=1 IDENT=ABC SOURCE=REMOTE", claims)
    assert claims == Claims(address="192.0.2.7", name="pc.example.org", helo="my laptop", protocol="ESMTP")


def test_what_the_peer_does_not_know_either_is_empty_not_absent() -> None:
    claims = xclient(b"NAME=[UNAVAILABLE] ADDR=[unavailable] LOGIN=[TEMPUNAVAIL]", NO_CLAIMS)
    assert claims == Claims(address="", name="", login="")


@pytest.mark.parametrize("octets", [b"ADDR=IPV6:2001:DB8::1", b"ADDR=2001:db8:0::1"])
def test_ipv6_has_one_form(octets: bytes) -> None:
    assert xclient(octets, NO_CLAIMS).address == "2001:db8::1"


@pytest.mark.parametrize(
    "octets", [b"LOGIN=ann", b"", b"NAME", b"NAME=", b"NAME=a+0D+0Ab", b"ADDR=pc", b"NAME=" + b"a" * 256]
)
def test_what_xforward_does_not_know_is_refused(octets: bytes) -> None:
    with pytest.raises(ClaimError, match="501"):
        xforward(octets, NO_CLAIMS)


@given(st.binary(max_size=80))
def test_any_octets_are_claims_or_a_refusal(octets: bytes) -> None:
    for candidate in (octets, b"NAME=" + octets, b"ADDR=" + octets, b"LOGIN=" + octets):
        try:
            claims = xclient(candidate, NO_CLAIMS)
        except ClaimError as refusal:
            assert refusal.reply.code == 501
        else:
            assert all(value is None or value.isprintable() for value in (claims.name, claims.login, claims.address))


def test_the_authenticated_sender_stands_in_the_topmost_received() -> None:
    header = b"X-Before: 1\r\n folded\r\nReceived: from a\r\n (Authenticated sender: Ann@example.org)\r\n by b\r\n\r\n"
    assert authenticated_sender(header) == "Ann@example.org"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\r\nReceived: (Authenticated sender: ann)\r\n",
        b"Received: from a\r\nReceived: (Authenticated sender: ann)\r\n\r\n",
        b"Received: from a\r\n\r\n(Authenticated sender: ann)\r\n",
        b"no header at all (Authenticated sender: ann)",
        b"X: 1\r\n" * 20_000 + b"Received: (Authenticated sender: ann)\r\n",
    ],
)
def test_nowhere_else_is_it_believed(content: bytes) -> None:
    assert authenticated_sender(content) is None


@given(st.binary(max_size=200))
def test_any_octets_are_a_header_without_a_crash(content: bytes) -> None:
    authenticated_sender(content)
    authenticated_sender(b"Received: (Authenticated sender: " + content)
