"""Keys and signed mail for the tests, with a DNS that holds just these keys."""

from __future__ import annotations

import base64
from functools import cache
from unittest.mock import patch

import dkim
import dkim.crypto
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import rsa

from gatekeeper.learn.resolver import NoAnswer


@cache
def key(bits: int = 2048) -> tuple[bytes, bytes]:
    """A private key (PEM) and its record's p= value."""
    private = rsa.generate_private_key(public_exponent=65537, key_size=bits)
    pem = private.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.TraditionalOpenSSL, serialization.NoEncryption()
    )
    der = private.public_key().public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    return pem, base64.b64encode(der)


class Dns:
    """TXT records by name. `silent` names time out."""

    def __init__(self, records: dict[str, bytes] | None = None, silent: bool = False) -> None:
        self.records = records or {}
        self.silent = silent
        self.asked: list[str] = []

    def __call__(self, name: str) -> bytes | None:
        self.asked.append(name)
        if self.silent:
            raise NoAnswer(name)
        return self.records.get(name.rstrip("."))


def dns_for(domain: str, *, bits: int = 2048, flags: bytes = b"") -> Dns:
    return Dns({f"s._domainkey.{domain}": b"v=DKIM1; k=rsa; " + flags + b"p=" + key(bits)[1]})


def signed(content: bytes, domain: str, *, bits: int = 2048, **options: object) -> bytes:
    """`content` with a DKIM signature of `domain` on top."""
    content = content.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
    # The product's own signing knows no weak algorithms; what is refused here is made by the library alone.
    with patch.multiple(
        dkim,
        RSASSA_PKCS1_v1_5_sign=dkim.crypto.RSASSA_PKCS1_v1_5_sign,
        parse_pem_private_key=dkim.crypto.parse_pem_private_key,
    ):
        header = dkim.sign(content, b"s", domain.encode(), key(bits)[0], **options)
    return bytes(header) + content
