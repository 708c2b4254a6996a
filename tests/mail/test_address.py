"""Envelope paths, octet by octet (RFC 5321 4.1.2, RFC 6531), and the form in which addresses compare."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gatekeeper.mail.address import (
    PathError,
    canonical,
    domain_of,
    organisational_domain,
    parse_path,
    parse_path_and_rest,
)

ATEXT = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789!#$%&'*+-/^_`{|}~"
LABELS = st.from_regex(r"[a-z0-9]([a-z0-9-]{0,8}[a-z0-9])?", fullmatch=True)
LOCAL_PARTS = st.lists(st.text(ATEXT, min_size=1, max_size=8), min_size=1, max_size=4).map(".".join)
DOMAINS = st.lists(LABELS, min_size=1, max_size=4).map(".".join)


@pytest.mark.parametrize(
    ("octets", "kept", "address"),
    [
        (b"<ann@example.org>", b"ann@example.org", "ann@example.org"),
        (b"<Ann.Lee+x@Example.ORG>", b"Ann.Lee+x@Example.ORG", "ann.lee+x@example.org"),
        (b'<"ann lee"@example.org>', b'"ann lee"@example.org', '"ann lee"@example.org'),
        (b'<"ann"@example.org>', b'"ann"@example.org', "ann@example.org"),
        (b'<"a>b\\"c"@example.org>', b'"a>b\\"c"@example.org', '"a>b\\"c"@example.org'),
        (b"<ann@[192.0.2.1]>", b"ann@[192.0.2.1]", "ann@[192.0.2.1]"),
        (b"<ann@[IPv6:2001:DB8:0::1]>", b"ann@[IPv6:2001:DB8:0::1]", "ann@[ipv6:2001:db8::1]"),
        (b"<@a.example,@b.example:ann@example.org>", b"ann@example.org", "ann@example.org"),
        (b"<SRS0=x/y=net=ann@example.org>", b"SRS0=x/y=net=ann@example.org", "srs0=x/y=net=ann@example.org"),
        (b"<Postmaster>", b"Postmaster", "postmaster"),
        (b"<root@my_host.example>", b"root@my_host.example", "root@my_host.example"),
    ],
)
def test_a_path_keeps_its_octets_and_gains_a_comparable_form(octets: bytes, kept: bytes, address: str) -> None:
    path = parse_path(octets)
    assert path.octets == kept
    assert path.address == address


@pytest.mark.parametrize(
    "octets",
    [
        b"",
        b"ann@example.org",
        b"<ann@example.org",
        b"ann@example.org>",
        b"<ann>",
        b"<>",
        b"<@example.org>",
        b"<ann@>",
        b"<ann@@example.org>",
        b"<ann@example..org>",
        b"<ann@-example.org>",
        b"<ann@example.org.>",
        b"<ann@[192.0.2.256]>",
        b"<ann@[IPv6:zz]>",
        b"<an n@example.org>",
        b"<an\x00n@example.org>",
        b"<ann@exa\rmple.org>",
        b"<ann@example.org\n>",
        b'<"a\nb"@example.org>',
        b"<a,b@example.org>",
        b"<ann@example.org>X",
        b"<ann@example.org><bob@example.org>",
        b"<" + b"a" * 300 + b"@example.org>",
        b"<ann@" + b"a." * 200 + b"example>",
    ],
)
def test_what_is_no_path_is_refused(octets: bytes) -> None:
    with pytest.raises(PathError) as refusal:
        parse_path(octets)
    assert str(refusal.value.reply).startswith("501 5.1.3")


def test_an_encoded_word_cannot_smuggle_a_second_recipient() -> None:
    smuggled = b"<=?utf-8?q?x=0D=0ARCPT_TO:=3Cvictim@target.example=3E?=@allowed.example>"
    with pytest.raises(PathError):
        parse_path(smuggled, smtputf8=True)
    with pytest.raises(PathError, match="2047"):
        parse_path(b"<=?utf-8?q?ann=40example.net?=@example.org>")


def test_the_null_path_is_a_sender_only() -> None:
    assert parse_path(b"<>", null_allowed=True).is_null
    with pytest.raises(PathError) as refusal:
        parse_path(b"<postmaster>", null_allowed=True)
    assert str(refusal.value.reply).startswith("501 5.1.7")


def test_parameters_follow_after_a_space() -> None:
    path, rest = parse_path_and_rest(b'<"a> SIZE=1"@example.org>  SIZE=9 RET=HDRS ', null_allowed=True)
    assert path.octets == b'"a> SIZE=1"@example.org'
    assert rest == b"SIZE=9 RET=HDRS"


def test_non_ascii_needs_smtputf8() -> None:
    octets = "<Jürgen@Bücher.example>".encode()
    with pytest.raises(PathError) as refusal:
        parse_path(octets)
    assert str(refusal.value.reply).startswith("553 5.6.7")
    path = parse_path(octets, smtputf8=True)
    assert path.octets == octets[1:-1]
    assert path.address == "jürgen@xn--bcher-kva.example"


@pytest.mark.parametrize(
    "octets", [b"<\xff@example.org>", "<a\x85b@example.org>".encode(), "<a@\u2028.example>".encode()]
)
def test_utf8_must_be_utf8_without_controls(octets: bytes) -> None:
    with pytest.raises(PathError):
        parse_path(octets, smtputf8=True)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ann@Example.org", "ann@example.org"),
        ("a.n.n+news@gmail.com", "ann@googlemail.com"),
        ("ann+x@outlook.com", "ann@outlook.com"),
        ("ann@Bücher.example", "ann@XN--bcher-kva.example"),
        ("Ju\u0308rgen@example.org", "jürgen@example.org"),
        ('"ann"@example.org', "ann@example.org"),
        ("GROSS@example.org", "groß@example.org"),
    ],
)
def test_two_spellings_of_one_mailbox(one: str, other: str) -> None:
    assert canonical(one) == canonical(other) != ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("a.nn@example.org", "ann@example.org"),
        ("ann+x@example.org", "ann@example.org"),
        ("a.nn@outlook.com", "ann@outlook.com"),
    ],
)
def test_tags_and_dots_name_somebody_else_unless_the_provider_ignores_them(one: str, other: str) -> None:
    assert canonical(one) != canonical(other)


@pytest.mark.parametrize("local_part", ["an..n", "ann.", ".ann"])
def test_dots_stand_where_mobile_networks_put_them(local_part: str) -> None:
    assert parse_path(f"<{local_part}@docomo.example>".encode()).address == f"{local_part}@docomo.example"
    assert canonical(f"{local_part}@Docomo.example") == f"{local_part}@docomo.example"
    assert canonical(f'"{local_part}"@docomo.example') == f"{local_part}@docomo.example"


@pytest.mark.parametrize(
    "text", ["", "ann", "@", "ann@", "@example.org", "a b@example.org", "a\nb@example.org", "a@b@c", "a@b..c"]
)
def test_what_is_no_address_has_no_form(text: str) -> None:
    assert canonical(text) == ""


def test_organisations_are_what_was_registered() -> None:
    assert organisational_domain("mail.example.co.uk") == "example.co.uk"
    assert organisational_domain("ann.github.io") == "ann.github.io"
    assert organisational_domain("co.uk") == "co.uk"
    assert organisational_domain("") == ""
    assert domain_of("ann@example.org") == "example.org"
    assert domain_of("postmaster") == ""


@given(LOCAL_PARTS, DOMAINS)
def test_every_plain_mailbox_is_kept_octet_by_octet(local_part: str, domain: str) -> None:
    octets = f"{local_part}@{domain}".encode()
    path, rest = parse_path_and_rest(b"<" + octets + b"> SIZE=1")
    assert (path.octets, rest) == (octets, b"SIZE=1")
    assert path.address == canonical(path.address) != ""


@given(st.binary(max_size=80), st.booleans(), st.booleans())
def test_no_octets_whatsoever_get_a_control_or_a_bracket_through(
    octets: bytes, smtputf8: bool, null_allowed: bool
) -> None:
    for candidate in (octets, b"<" + octets + b">", b"<" + octets + b"@example.org>"):
        try:
            path = parse_path(candidate, smtputf8=smtputf8, null_allowed=null_allowed)
        except PathError as refusal:
            assert refusal.reply.code in {501, 553}
        else:
            assert not any(octet < 0x20 or octet == 0x7F for octet in path.octets)
            assert path.octets.startswith(b'"') or b">" not in path.octets
            assert smtputf8 or path.octets.isascii()


@given(st.text(max_size=60))
def test_the_comparable_form_is_stable(text: str) -> None:
    for candidate in (text, text + "@example.org", "ann@" + text, f'"{text}"@example.org'):
        once = canonical(candidate)
        assert canonical(once) == once
