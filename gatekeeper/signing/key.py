"""A DKIM key: read once, and what it signs a message with (RFC 6376, 8301, 8463).

dkimpy writes the signature; the RSA arithmetic is OpenSSL's, with the key held: dkimpy's own is Python, and would keep
the whole process from everything else for 7 ms a message (docs/performance.md).
"""

from __future__ import annotations

import base64
import binascii
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

ED25519_PKCS8 = bytes.fromhex("302e020100300506032b657004220420")
"""What stands before the 32 octets of an Ed25519 key in PKCS #8 (RFC 8410 7)."""

SEED_OCTETS = 32
PROBE = b"From: postmaster@gate.example\r\nSubject: probe\r\n\r\nprobe\r\n"

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

    def signature(self, content: bytes) -> bytes:
        """The header that signs the message in `content`. Raises dkim.DKIMException for what cannot be signed."""
        signature: bytes = dkim.DKIM(content).sign(
            self.selector.encode("ascii"),
            self.domain.encode("ascii"),
            self.material,
            signature_algorithm=self.algorithm,
            canonicalize=(b"relaxed", b"relaxed"),
        )
        return signature.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")


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
        key.signature(PROBE)
    except (dkim.DKIMException, ValueError, TypeError, IndexError) as error:
        raise UsageError(
            f"{path}: not a private key that DKIM can use: RSA (of {LEAST_BITS} bits or more) or Ed25519 in PEM, "
            "without a passphrase, would be right"
        ) from error
    return key


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
