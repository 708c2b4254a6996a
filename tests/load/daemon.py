"""A daemon under load: a real `gatekeeper serve` in a process and a folder of its own, and what it costs."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import Engine

from gatekeeper.store.database import open_database, upgrade
from tests.load.town import SITE
from tests.servers import free_port, wait_for_port

ROOT = Path(__file__).parents[2]
START_SECONDS = 240.0
TICKS_A_SECOND = os.sysconf("SC_CLK_TCK")
PAGE_BYTES = os.sysconf("SC_PAGE_SIZE")

POLICY = """\
# The default policy without rates: under load every sender writes far more than a person does.
name = "load"

[rates]
messages_per_hour = 0
recipients_per_hour = 0
messages_per_day = 0
recipients_per_day = 0
"""


@dataclass(kw_only=True)
class Daemon:
    """See the module. `database` is a URL, "" for a SQLite file in the folder; the next hop listens on `next_hop`."""

    folder: Path
    next_hop: int
    database: str = ""
    tls: tuple[Path, Path] | None = None
    """Certificate and key."""
    changes: dict[str, str] = field(default_factory=dict)
    """Further top-level keys of the configuration."""
    more: str = ""
    """Further sections of the configuration."""
    wrapper: tuple[str, ...] = ()
    """A command that starts the daemon in its own place, as env(1) does."""
    environment: dict[str, str] = field(default_factory=dict)
    port: int = field(default_factory=free_port)
    web: int = field(default_factory=free_port)
    process: subprocess.Popen[bytes] | None = None
    starts: int = 0

    @property
    def url(self) -> str:
        return self.database or f"sqlite:///{self.folder / 'gatekeeper.db'}"

    @property
    def log(self) -> Path:
        return self.folder / "log"

    def engine(self) -> Engine:
        """The daemon's database, brought to the newest schema; dispose of it before the daemon starts."""
        engine = open_database(self.url)
        upgrade(engine)
        return engine

    def configure(self) -> None:
        """Write configuration and policy."""
        (self.folder / "load.toml").write_text(POLICY, encoding="utf-8")
        keys = {
            "hostname": '"gate.example.org"',
            "local_domains": f'["{SITE}"]',
            "database": f'"{self.url}"',
            "policy": f'"{self.folder / "load.toml"}"',
            "ramp": '"off"',
            **self.changes,
        }
        listener = [f'address = "127.0.0.1:{self.port}"', 'trusted = ["127.0.0.0/8"]']
        if self.tls is not None:
            listener += [f'tls_certificate = "{self.tls[0]}"', f'tls_key = "{self.tls[1]}"']
        (self.folder / "gatekeeper.toml").write_text(
            "".join(f"{key} = {value}\n" for key, value in keys.items())
            + f'[next_hop]\nurl = "smtp://127.0.0.1:{self.next_hop}"\n'
            + "[[listener]]\n" + "".join(f"{line}\n" for line in listener)
            + f'[web]\naddress = "127.0.0.1:{self.web}"\n' + self.more,
            encoding="utf-8",
        )  # fmt: skip

    def start(self) -> None:
        """Start it, and return when it takes connections. Raises RuntimeError with its log when it does not."""
        with self.log.open("ab") as log:
            serve = [sys.executable, "-m", "gatekeeper", "serve", "--config", str(self.folder / "gatekeeper.toml")]
            self.process = subprocess.Popen(
                [*self.wrapper, *serve],
                cwd=self.folder,
                env={**os.environ, "PYTHONPATH": str(ROOT), **self.environment},
                stderr=log,
            )
        self.starts += 1
        deadline = time.monotonic() + START_SECONDS
        while True:
            try:
                wait_for_port(self.port, seconds=0.2)
                return
            except TimeoutError:
                if self.process.poll() is not None or time.monotonic() > deadline:
                    raise RuntimeError(self.log.read_text(encoding="utf-8")[-4_000:]) from None

    def kill(self) -> None:
        """SIGKILL, as a power cut or the kernel's memory killer would."""
        assert self.process is not None
        self.process.kill()
        self.process.wait()

    def stop(self) -> int:
        """SIGTERM, and the exit status."""
        assert self.process is not None
        if self.process.poll() is None:
            self.process.send_signal(signal.SIGTERM)
        return self.process.wait(60)

    # What it costs ---------------------------------------------------------------------------------------------

    def cpu_seconds(self) -> float:
        """User and system time of the daemon so far."""
        assert self.process is not None
        return cpu_seconds(self.process.pid)

    def resident_bytes(self) -> int:
        """Memory of the process that is in core (proc(5), statm)."""
        assert self.process is not None
        return int(Path(f"/proc/{self.process.pid}/statm").read_text(encoding="ascii").split()[1]) * PAGE_BYTES


def cpu_seconds(process: int) -> float:
    """User and system time of a process so far (proc(5), stat)."""
    fields = Path(f"/proc/{process}/stat").read_text(encoding="ascii").rpartition(")")[2].split()
    return (int(fields[11]) + int(fields[12])) / TICKS_A_SECOND
