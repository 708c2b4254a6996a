"""Signing: reports and passing mail get a DKIM signature that anybody can verify, and not an octet else changes."""

from __future__ import annotations

import base64
from pathlib import Path

import dkim
import pytest
from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa
from cryptography.hazmat.primitives.serialization import (
    BestAvailableEncryption,
    Encoding,
    NoEncryption,
    PrivateFormat,
    PublicFormat,
)

from gatekeeper.errors import UsageError
from gatekeeper.ids import Ids
from gatekeeper.mail.address import parse_path
from gatekeeper.mail.dsn import Action
from gatekeeper.mail.envelope import Envelope, Recipient, Session
from gatekeeper.mail.reply import Reply
from gatekeeper.queue.reports import Reporter, ReporterSettings
from gatekeeper.signing.key import load_key
from gatekeeper.signing.signer import Signer
from gatekeeper.store.parcel import Addressee, Fate, Parcel

MAIL = (
    b"From: Ann <ann@example.org>\r\nTo: bob@example.net\r\nSubject: Friday\r\n"
    b"Date: Mon, 21 Sep 2026 14:13:20 +0000\r\n\r\nLunch?\r\n..\r\n"
)

SHORT_RSA_KEY = b"""\
-----BEGIN RSA PRIVATE KEY-----
MIIBPAIBAAJBAMCPKxTELySL8MboKXFfaKZeHRT+5BTHz5CSmzw10Voe+ccSoKLC
RhoAF5B9owX6/Fcv3TIJI33mdiJOosbf6k8CAwEAAQJACCLEbjcvyrqC7NSIU7r1
P/o//lAasOoUUgZvuqaHdug/Ui5SzImNzZqQIfi14Zz6QVfIfsDHpTMPnqXGQNj/
0QIhAO/K5Ig8txBTFSPmQh2rHOxBWDACkgdVUYD0tAOuahp5AiEAzZMAnFc4BJPx
WvogKy8mjrcTUre23XpWMw457PmmeQcCIQDFsnFYITaMrvLu9hfsffcKkZUzf+sF
QMJBn34KyvGPgQIhAKUoMRlpyQuEgCeDREzteKC33MJb7oJJQu+Jwmfsuh4JAiEA
rNULA9sUmUSHADinDbfzsS061Cbf9bX7amuSTh1QrPk=
-----END RSA PRIVATE KEY-----
"""
"""512 bits, made for this test: our library makes none as short."""


def rsa_key(folder: Path, bits: int = 2048) -> tuple[str, bytes]:
    key = rsa.generate_private_key(public_exponent=65537, key_size=bits)
    path = folder / "rsa.pem"
    path.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.TraditionalOpenSSL, NoEncryption()))
    public = key.public_key().public_bytes(Encoding.DER, PublicFormat.SubjectPublicKeyInfo)
    return str(path), b"v=DKIM1; k=rsa; p=" + base64.b64encode(public)


def ed25519_key(folder: Path) -> tuple[str, bytes]:
    key = ed25519.Ed25519PrivateKey.generate()
    path = folder / "ed25519.pem"
    path.write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    public = key.public_key().public_bytes(Encoding.Raw, PublicFormat.Raw)
    return str(path), b"v=DKIM1; k=ed25519; p=" + base64.b64encode(public)


@pytest.mark.parametrize("make", [rsa_key, ed25519_key])
def test_a_signature_verifies_and_the_message_is_untouched(make: object, tmp_path: Path) -> None:
    path, record = make(tmp_path)  # type: ignore[operator]  # one of the two above
    signer = Signer((load_key("example.org", "s1", path, passing=True),))
    header = signer.passing(MAIL)
    assert header.startswith(b"DKIM-Signature: ") and header.endswith(b"\r\n")
    verified = dkim.verify(header + MAIL, dnsfunc=lambda name, timeout=5: record)
    assert verified
    assert not dkim.verify(header + MAIL.replace(b"Lunch", b"Money"), dnsfunc=lambda name, timeout=5: record)


def test_only_mail_of_the_keys_domain_is_signed(tmp_path: Path) -> None:
    path, _ = ed25519_key(tmp_path)
    signer = Signer((load_key("other.example", "s1", path, passing=True),))
    assert signer.passing(MAIL) == b""
    assert signer.own(MAIL) == MAIL


def test_a_key_for_reports_alone_signs_no_passing_mail(tmp_path: Path) -> None:
    path, _ = ed25519_key(tmp_path)
    signer = Signer((load_key("example.org", "s1", path, passing=False),))
    assert not signer.signs_passing and signer.passing(MAIL) == b""
    assert signer.own(MAIL).endswith(MAIL) and signer.own(MAIL) != MAIL


@pytest.mark.parametrize(
    "content", [b"", b"not a key\n", b"-----BEGIN RSA PRIVATE KEY-----\nAAAA\n-----END RSA PRIVATE KEY-----\n"]
)
def test_what_is_no_key_is_one_clear_sentence(content: bytes, tmp_path: Path) -> None:
    path = tmp_path / "key.pem"
    path.write_bytes(content)
    with pytest.raises(UsageError, match="not a private key that DKIM can use"):
        load_key("example.org", "s1", str(path), passing=True)
    with pytest.raises(UsageError, match="cannot read the key"):
        load_key("example.org", "s1", str(tmp_path / "none.pem"), passing=True)


def test_a_report_is_signed_with_both_kinds_of_key_and_both_verify(tmp_path: Path) -> None:
    keys = {"r": rsa_key(tmp_path), "e": ed25519_key(tmp_path)}
    domain = "gate.example.org"
    signer = Signer([load_key(domain, selector, path, passing=False) for selector, (path, _) in keys.items()])
    reporter = Reporter(Ids(b"secret"), ReporterSettings(hostname=domain), sign=signer.own)
    recipient = Recipient(path=parse_path(b"<gone@example.net>"))
    gone = Addressee(recipient=recipient, fate=Fate.FAILED, reply=Reply.of(550, "5.1.1", "nobody of that name"))
    about = Parcel(
        id="1", account="ann@example.org", session=Session(listener=""),
        envelope=Envelope(sender=parse_path(b"<ann@example.org>"), recipients=(recipient,)),
        arrived=1.8e9, due=1.8e9, until=1.9e9, judged=True, addressees=(gone,),
    )  # fmt: skip
    report = reporter.report([about], MAIL, 1.8e9, Action.FAILED)
    assert report is not None
    records = {f"{selector}._domainkey.{domain}.".encode(): record for selector, (_, record) in keys.items()}
    read = dkim.DKIM(report[1])
    for number in range(2):
        assert read.verify(number, dnsfunc=lambda name, timeout=5: records[name])
    assert report[1].count(b"DKIM-Signature: ") == 2


def test_a_key_that_nobody_would_believe_is_not_used(tmp_path: Path) -> None:
    path = tmp_path / "key.pem"
    encrypted = BestAvailableEncryption(b"secret")
    keys = (
        ed25519.Ed25519PrivateKey.generate().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, encrypted),
        ec.generate_private_key(ec.SECP256R1()).private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()),
        SHORT_RSA_KEY,
    )
    for key in keys:
        path.write_bytes(key)
        with pytest.raises(UsageError, match="not a private key that DKIM can use"):
            load_key("example.org", "s1", str(path), passing=True)
