"""Who vouches for an author: what counts, and what must never count."""

from __future__ import annotations

import asyncio

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gatekeeper.learn.authentication import vouched, vouched_history, vouched_live
from gatekeeper.learn.settings import LearnSettings
from gatekeeper.learn.trace import hop_of
from gatekeeper.mail.message import Message
from gatekeeper.policy.evidence import Proof
from tests.learn.keys import Dns, dns_for, signed

SITE = LearnSettings(local_domains=frozenset({"example.org"}), authserv_ids=frozenset({"mx.example.org"}))
LETTER = (
    b"From: Bert <bert@friend.example>\r\nTo: anna@example.org\r\nSubject: hi\r\n"
    b"Message-ID: <1@friend.example>\r\n\r\nHello!\r\n"
)
STAMP = "Mon, 5 Jan 2026 10:00:00 +0000\r\n"
BORDER = (
    "Received: from out.friend.example (out.friend.example [8.8.8.8]) by mx.example.org (Postfix) with ESMTPS; " + STAMP
)
INSIDE = "Received: from mx.example.org (mx.example.org [10.0.0.2]) by store.example.org with LMTP; " + STAMP


def results(text: str, server: str = "mx.example.org") -> str:
    return f"Authentication-Results: {server}; {text}\r\n"


def live(header: str, content: bytes = LETTER, site: LearnSettings = SITE, dns: Dns | None = None) -> Proof:
    return vouched_live(Message.read(header.encode() + content), site, dns or Dns()).proof


@pytest.mark.parametrize(
    "text",
    [
        "dmarc=pass header.from=friend.example",
        "dkim=pass header.d=friend.example",
        "dkim=pass header.i=@mail.friend.example header.s=s1",
        "spf=pass smtp.mailfrom=bounce@friend.example",
        "dkim=fail header.d=other.example; spf=pass smtp.mailfrom=friend.example",
    ],
)
def test_the_borders_word_is_believed(text: str):
    assert live(INSIDE + results(text) + BORDER) is Proof.AUTHENTICATED


@pytest.mark.parametrize(
    "text",
    [
        "none",
        "dmarc=fail header.from=friend.example",
        "dkim=pass header.d=other.example",
        "spf=pass smtp.mailfrom=other.example",
        "spf=pass smtp.helo=friend.example",
        "dmarc=pass header.from=other.example",
        "dkim=pass header.d=friend.example header.a=rsa-sha1",
        "dkim=pass header.d=example",
    ],
)
def test_what_is_not_a_pass_for_from_vouches_for_nothing(text: str):
    assert live(results(text) + BORDER) is Proof.NONE


def test_a_forged_from_with_results_of_another_server_is_not_evidence():
    assert live(results("dmarc=pass", "mx.evil.example") + BORDER) is Proof.NONE


def test_results_below_the_border_may_be_anybodys():
    assert live(BORDER + results("dmarc=pass header.from=friend.example")) is Proof.NONE


def test_a_forged_border_under_the_true_one_opens_nothing():
    forged = INSIDE + results("dmarc=pass header.from=friend.example") + BORDER
    true_border = BORDER.replace("out.friend.example (out", "mx.example.org (out")
    assert live(true_border + forged) is Proof.NONE


def test_a_helo_in_our_name_does_not_make_a_hop_internal():
    for said in ("from [127.0.0.1] (evil.example [8.8.4.4])", "from evil.example ([8.8.4.4] helo=[127.0.0.1])"):
        assert not hop_of(f"{said} by mx.example.org with SMTP; Mon, 5 Jan 2026 10:00:00 +0000").internal
    assert hop_of("from localhost (localhost [127.0.0.1]) by mx.example.org (Postfix)").internal
    assert hop_of("by mx.example.org (Postfix, from userid 0)").internal


def test_without_a_border_of_ours_results_are_not_believed():
    assert live(results("dmarc=pass header.from=friend.example")) is Proof.NONE
    assert (
        live(results("dmarc=pass header.from=friend.example") + BORDER.replace("mx.example.org", "mx.evil.example"))
        is Proof.NONE
    )


def test_several_from_addresses_are_nobodys_evidence():
    twice = LETTER.replace(b"From: Bert <bert@friend.example>", b"From: bert@friend.example, eve@evil.example")
    assert live(results("dmarc=pass") + BORDER, twice) is Proof.NONE
    assert live(results("dmarc=pass") + BORDER, b"From: eve@evil.example\r\n" + LETTER) is Proof.NONE


def test_a_signature_is_verified_here():
    assert live("", signed(LETTER, "friend.example"), dns=dns_for("friend.example")) is Proof.AUTHENTICATED
    assert live("", signed(LETTER, "mail.friend.example"), dns=dns_for("mail.friend.example")) is Proof.AUTHENTICATED


def test_a_signature_of_somebody_else_vouches_for_nothing():
    dns = dns_for("evil.example")
    assert live("", signed(LETTER, "evil.example"), dns=dns) is Proof.NONE
    assert not dns.asked


def test_a_changed_mail_is_not_vouched_for():
    assert (
        live("", signed(LETTER, "friend.example").replace(b"Hello", b"Pay me"), dns=dns_for("friend.example"))
        is Proof.NONE
    )


def test_a_time_out_is_unknown_and_not_a_failure():
    assert live("", signed(LETTER, "friend.example"), dns=Dns(silent=True)) is Proof.UNKNOWN


def test_a_missing_key_is_a_failure():
    assert live("", signed(LETTER, "friend.example"), dns=Dns()) is Proof.NONE


@pytest.mark.parametrize(
    ("options", "flags", "bits"),
    [
        ({"length": True}, b"", 2048),
        ({"signature_algorithm": b"rsa-sha1"}, b"", 2048),
        ({}, b"t=y; ", 2048),
        ({}, b"h=sha1; ", 2048),
        ({"include_headers": [b"from", b"subject"]}, b"", 2048),
    ],
)
def test_weak_signatures_authenticate_nothing(options: dict[str, object], flags: bytes, bits: int):
    content = signed(LETTER, "friend.example", bits=bits, **options)
    assert live("", content, dns=dns_for("friend.example", bits=bits, flags=flags)) is Proof.NONE


def test_short_keys_authenticate_nothing(monkeypatch: pytest.MonkeyPatch):
    # Today's libraries refuse to make such a key: raise what counts as short instead.
    monkeypatch.setattr("gatekeeper.learn.signature.SMALLEST_KEY_BITS", 4096)
    assert live("", signed(LETTER, "friend.example"), dns=dns_for("friend.example")) is Proof.NONE


def test_in_an_event_loop_the_header_decides_without_a_thread():
    message = Message.read(results("dmarc=pass").encode() + BORDER.encode() + LETTER)
    assert asyncio.run(vouched(message, SITE, Dns(silent=True))).proof is Proof.AUTHENTICATED
    message = Message.read(signed(LETTER, "friend.example"))
    assert asyncio.run(vouched(message, SITE, dns_for("friend.example"))).proof is Proof.AUTHENTICATED


def test_history_is_worth_what_the_delivering_mta_recorded():
    def history(header: str) -> Proof:
        return vouched_history(Message.read(header.encode() + LETTER), SITE).proof

    passed = results("dkim=pass header.d=friend.example")
    assert history(passed + BORDER) is Proof.AUTHENTICATED
    assert history(results("none") + BORDER + passed) is Proof.CLAIMED
    assert history(BORDER + results("none") + passed) is Proof.CLAIMED
    assert history(BORDER) is Proof.CLAIMED
    assert history("") is Proof.CLAIMED


def test_an_archived_result_below_the_border_is_its_authors_own_word():
    forged = BORDER + results("dmarc=pass header.from=friend.example")
    assert vouched_history(Message.read(forged.encode() + LETTER), SITE).proof is Proof.CLAIMED


@pytest.mark.parametrize("domain", ["googlemail.com", "protonmail.com", "pm.me", "gmail.com"])
def test_a_provider_of_several_names_signs_in_the_one_that_stands_in_from(domain: str):
    content = LETTER.replace(b"friend.example>\r\nTo", f"{domain}>\r\nTo".encode())
    for method in ("dmarc=pass header.from", "dkim=pass header.d", "spf=pass smtp.mailfrom"):
        recorded = results(f"{method}={domain}") + BORDER
        assert live(recorded, content) is Proof.AUTHENTICATED
        assert vouched_history(Message.read(recorded.encode() + content), SITE).proof is Proof.AUTHENTICATED
    assert live("", signed(content, domain), dns=dns_for(domain)) is Proof.AUTHENTICATED


def test_a_name_of_the_same_provider_that_does_not_stand_in_from_vouches_for_nothing():
    content = LETTER.replace(b"friend.example>\r\nTo", b"googlemail.com>\r\nTo")
    assert live(results("dmarc=pass header.from=gmail.com") + BORDER, content) is Proof.NONE
    both = LETTER.replace(b"Bert <bert@friend.example>", b"bert@googlemail.com, bert@gmail.com")
    assert live(results("dmarc=pass") + BORDER, both) is Proof.NONE


@pytest.mark.parametrize("in_from", ["m\N{LATIN SMALL LETTER U WITH DIAERESIS}nchen.example", "xn--mnchen-3ya.example"])
@pytest.mark.parametrize("named", ["m\N{LATIN SMALL LETTER U WITH DIAERESIS}nchen.example", "xn--mnchen-3ya.example"])
def test_a_domain_is_the_same_in_u_labels_and_in_a_labels(in_from: str, named: str):
    content = LETTER.replace(b"friend.example>\r\nTo", f"{in_from}>\r\nTo".encode())
    for text in (f"dmarc=pass header.from={named}", f"dkim=pass header.d={named}", f"spf=pass smtp.mailfrom=b@{named}"):
        assert live(results(text) + BORDER, content) is Proof.AUTHENTICATED
    assert live("", signed(content, named), dns=dns_for("xn--mnchen-3ya.example")) is Proof.AUTHENTICATED


def test_a_trusted_sealer_is_believed_and_no_other():
    import dkim

    from tests.learn.keys import key

    forwarded = f"{results('dmarc=pass header.from=friend.example', 'lists.hub.example')}".encode() + LETTER
    chain = dkim.arc_sign(forwarded, b"s", b"hub.example", key(1024)[0], b"lists.hub.example")
    content = b"".join(chain) + forwarded
    dns = dns_for("hub.example", bits=1024)  # dkimpy seals wrongly with longer keys
    trusting = LearnSettings(local_domains=SITE.local_domains, arc_sealers=frozenset({"hub.example"}))
    assert live("", content, trusting, dns) is Proof.AUTHENTICATED
    assert live("", content, SITE, dns) is Proof.NONE
    assert live("", content.replace(b"Hello", b"Pay me"), trusting, dns) is Proof.NONE
    assert live("", content, trusting, Dns(silent=True)) is Proof.UNKNOWN


def test_a_trusted_sealers_word_is_for_the_domain_in_from():
    import dkim

    from tests.learn.keys import key

    letter = LETTER.replace(b"friend.example>\r\nTo", b"googlemail.com>\r\nTo")
    forwarded = f"{results('dmarc=pass header.from=googlemail.com', 'lists.hub.example')}".encode() + letter
    content = b"".join(dkim.arc_sign(forwarded, b"s", b"hub.example", key(1024)[0], b"lists.hub.example")) + forwarded
    trusting = LearnSettings(local_domains=SITE.local_domains, arc_sealers=frozenset({"hub.example"}))
    assert live("", content, trusting, dns_for("hub.example", bits=1024)) is Proof.AUTHENTICATED


@pytest.mark.parametrize("instance", ["1\N{SUPERSCRIPT THREE}", "0", "51", "9" * 5000, "-1", ""])
def test_an_odd_number_of_an_arc_set_is_a_broken_chain(instance: str):
    trusting = LearnSettings(local_domains=SITE.local_domains, arc_sealers=frozenset({"hub.example"}))
    seal = f"ARC-Seal: i={instance}; a=rsa-sha256; d=hub.example; s=s; b=AA==\r\n".encode("latin-1")
    assert live("", seal + LETTER, trusting) is Proof.NONE


@given(
    st.binary(max_size=600),
    st.sampled_from(["Authentication-Results", "Received", "DKIM-Signature", "ARC-Seal", "From"]),
)
@settings(max_examples=150, deadline=None)
def test_authentication_never_raises(noise: bytes, name: str):
    site = LearnSettings(authserv_ids=frozenset({"mx.example.org"}), arc_sealers=frozenset({"hub.example"}))
    for value in (noise, b"mx.example.org; " + noise, b"i=1; a=rsa-sha256; d=friend.example; s=s; h=from:to; " + noise):
        content = name.encode() + b": " + value + b"\r\n" + BORDER.encode() + LETTER
        vouched_live(Message.read(content), site, dns_for("friend.example"))
        vouched_history(Message.read(content), site)
