"""Signing: DKIM signatures on our own reports, and on passing mail where a site wants it (RFC 6376, 8301, 8463).

The signature is a header in front of the message; no octet of what passes is touched. dkimpy writes it; the RSA
arithmetic is OpenSSL's, with the key held: dkimpy's own is Python, and would keep the whole process from everything
else for 7 ms a message (docs/performance.md).
"""

from __future__ import annotations

import asyncio
import base64
import binascii
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import dkim
from cryptography.exceptions import UnsupportedAlgorithm
from cryptography.hazmat.primitives.asymmetric.padding import PKCS1v15
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPrivateKey
from cryptography.hazmat.primitives.asymmetric.utils import Prehashed
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.serialization import load_pem_private_key

from gatekeeper.errors import UsageError
from gatekeeper.mail.address import canonical, domain_of
from gatekeeper.mail.message import Message

ED25519_PKCS8 = bytes.fromhex("302e020100300506032b657004220420")
"""What stands before the 32 octets of an Ed25519 key in PKCS #8 (RFC 8410 7)."""

SEED_OCTETS = 32
PROBE = b"From: postmaster@gate.example\r\nSubject: probe\r\n\r\nprobe\r\n"

THREAD_SIZE_BYTES = 262_144
LEAST_BITS = 1024
"""RFC 8301 3.2: a shorter RSA key must not be used, and verifiers must not believe it."""


@cache
def _rsa_key(pem: bytes) -> RSAPrivateKey:
    """The key; read once, because that takes longer than to sign. Raises ValueError or TypeError for no RSA key, one
    with a passphrase, or one that is too short."""
    try:
        key = load_pem_private_key(pem, password=None)
    except UnsupportedAlgorithm as error:
        raise ValueError("a key of another kind") from error
    if not isinstance(key, RSAPrivateKey) or key.key_size < LEAST_BITS:
        raise ValueError("not RSA, or too short")
    return key


def _rsa_sign(digest: dkim.HashThrough, key: RSAPrivateKey) -> bytes:
    return key.sign(digest.digest(), PKCS1v15(), Prehashed(SHA256()))


dkim.parse_pem_private_key = _rsa_key
dkim.RSASSA_PKCS1_v1_5_sign = _rsa_sign


@dataclass(frozen=True, slots=True, kw_only=True)
class SigningKey:
    """One key. `passing` also signs mail that passes with an author of this domain, not only our own reports."""

    domain: str
    selector: str
    algorithm: bytes
    material: bytes
    passing: bool = False


def load_key(domain: str, selector: str, path: str, *, passing: bool) -> SigningKey:
    """The key in the file at `path`: RSA or Ed25519, PEM, or the bare base64 of an Ed25519 seed.

    Raises UsageError naming the file and what would be right.
    """
    try:
        octets = Path(path).read_bytes()
    except OSError as error:
        raise UsageError(f"cannot read the key {path}: {error.strerror}") from error
    seed = _ed25519_seed(octets)
    key = SigningKey(
        domain=domain,
        selector=selector,
        algorithm=b"rsa-sha256" if seed is None else b"ed25519-sha256",
        material=octets if seed is None else base64.b64encode(seed),
        passing=passing,
    )
    try:
        _signature(PROBE, key)
    except (dkim.DKIMException, ValueError, TypeError, IndexError) as error:
        raise UsageError(
            f"{path}: not a private key that DKIM can use: RSA (of {LEAST_BITS} bits or more) or Ed25519 in PEM, "
            "without a passphrase, would be right"
        ) from error
    return key


class Signer:
    """Signs with the keys of one configuration. Pure but for the time in the signature."""

    def __init__(self, keys: Sequence[SigningKey]) -> None:
        self._keys = tuple(keys)
        self.signs_passing = any(key.passing for key in keys)

    def own(self, content: bytes) -> bytes:
        """One of our own messages with a signature in front, where a key of its author's domain is there."""
        return b"".join((*self._signatures(content, passing=False), content))

    async def signature(self, content: bytes) -> bytes:
        """`passing`, in a thread where the message is large: else the way there costs more than what it frees."""
        if not self.signs_passing:
            return b""
        if len(content) > THREAD_SIZE_BYTES:
            return await asyncio.to_thread(self.passing, content)
        return self.passing(content)

    def passing(self, content: bytes) -> bytes:
        """The signature headers for a message that passes, b"" where no key is for its author."""
        return b"".join(self._signatures(content, passing=True))

    def _signatures(self, content: bytes, *, passing: bool) -> list[bytes]:
        if not self._keys:
            return []
        authors = Message.read(content).addresses("from")
        domain = domain_of(canonical(authors[0])) if len(authors) == 1 else ""
        keys = [key for key in self._keys if key.domain == domain and (key.passing or not passing)]
        return [_signature(content, key) for key in keys]


def _signature(content: bytes, key: SigningKey) -> bytes:
    signature: bytes = dkim.DKIM(content).sign(
        key.selector.encode("ascii"),
        key.domain.encode("ascii"),
        key.material,
        signature_algorithm=key.algorithm,
        canonicalize=(b"relaxed", b"relaxed"),
    )
    return signature.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


def _ed25519_seed(octets: bytes) -> bytes | None:
    lines = [line for line in octets.split() if not line.startswith((b"-----", b"BEGIN", b"PRIVATE", b"END", b"KEY"))]
    try:
        binary = base64.b64decode(b"".join(lines), validate=True)
    except binascii.Error:
        return None
    if len(binary) == SEED_OCTETS:
        return binary
    if binary.startswith(ED25519_PKCS8) and len(binary) == len(ED25519_PKCS8) + SEED_OCTETS:
        return binary[-SEED_OCTETS:]
    return None
