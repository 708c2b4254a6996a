"""Signing: what a DKIM signature on passing mail costs the daemon, key held; daemons with and without, in turns."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from contextlib import ExitStack
from pathlib import Path

from cryptography.hazmat.primitives.asymmetric import ed25519, rsa
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

from tests.bench.relaying import Measured, bench_daemon, by_source
from tests.load.daemon import Daemon
from tests.load.town import SITE, Town

KEYS: dict[str, Callable[[], rsa.RSAPrivateKey | ed25519.Ed25519PrivateKey] | None] = {
    "no signature": None,
    "RSA 2048": lambda: rsa.generate_private_key(public_exponent=65537, key_size=2048),
    "Ed25519": ed25519.Ed25519PrivateKey.generate,
}


def signing(*flags: str, messages: int, runs: int) -> dict[str, list[Measured]]:
    """The runs of each kind of key."""
    town = Town(senders=20, contacts=10)
    found: dict[str, list[Measured]] = {kind: [] for kind in KEYS}
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        daemons: dict[str, Daemon] = {}
        for kind, make in KEYS.items():
            changes = {}
            if make is not None:
                file = folder / f"{kind}.pem"
                file.write_bytes(make().private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
                key = f'domain = "{SITE}", selector = "bench", key_file = "{file}", sign_passing = true'
                changes = {"dkim": f"[{{{key}}}]"}
            daemons[kind] = stack.enter_context(bench_daemon(town, changes=changes))
            by_source(daemons[kind], *flags, messages=500)
        for _ in range(runs):
            for kind, daemon in daemons.items():
                found[kind].append(by_source(daemon, *flags, messages=messages))
    return found
