"""systemd's protocols, played against a socket of the test's own."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path

from gatekeeper.daemon.systemd import Notifier, passed_sockets


def test_the_manager_hears_readiness_reload_stop_and_life(tmp_path: Path) -> None:
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind(str(tmp_path / "notify"))
        manager.settimeout(5)
        environ = {"NOTIFY_SOCKET": str(tmp_path / "notify"), "WATCHDOG_USEC": "30000000"}
        notifier = Notifier(environ)
        assert environ == {}
        assert notifier.watchdog_seconds == 30.0
        notifier.ready("3 listeners")
        notifier.reloading()
        notifier.stopping()
        notifier.alive()
        heard = [manager.recv(4096).decode() for _ in range(4)]
    assert heard[0] == "READY=1\nSTATUS=3 listeners"
    reloading, moment = heard[1].split("\n")
    assert reloading == "RELOADING=1"
    assert moment.startswith("MONOTONIC_USEC=") and moment[15:].isdigit()
    assert heard[2:] == ["STOPPING=1", "WATCHDOG=1"]


def test_an_abstract_socket_is_reached_too() -> None:
    name = f"gatekeeper-test-{os.getpid()}"
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as manager:
        manager.bind("\0" + name)
        manager.settimeout(5)
        Notifier({"NOTIFY_SOCKET": "@" + name}).stopping()
        assert manager.recv(100) == b"STOPPING=1"


def test_without_a_manager_or_when_it_is_gone_nothing_happens(tmp_path: Path) -> None:
    Notifier({}).ready()
    Notifier({"NOTIFY_SOCKET": str(tmp_path / "gone")}).ready()


def test_the_watchdog_of_another_process_is_not_ours() -> None:
    assert Notifier({"WATCHDOG_USEC": "1000", "WATCHDOG_PID": "1"}).watchdog_seconds == 0.0


def test_sockets_opened_by_the_manager_are_taken_over(tmp_path: Path) -> None:
    program = (
        "import os; os.environ['LISTEN_PID'] = str(os.getpid())\n"
        "from gatekeeper.daemon.systemd import passed_sockets\n"
        "(one,) = passed_sockets()\n"
        "print(one.getsockname()[1], os.get_inheritable(one.fileno()), 'LISTEN_FDS' in os.environ)"
    )
    with socket.create_server(("127.0.0.1", 0)) as listening:
        # As systemd does it: the first passed descriptor is number 3.
        command = ["bash", "-c", f'exec 3<&{listening.fileno()} && exec "$0" -c "$1"', sys.executable, program]
        done = subprocess.run(
            command,
            pass_fds=[listening.fileno()],
            env={**os.environ, "LISTEN_FDS": "1", "PYTHONPATH": str(Path(__file__).parents[2])},
            capture_output=True,
            text=True,
            check=False,
        )
        assert done.stdout.split() == [str(listening.getsockname()[1]), "False", "False"], done.stderr


def test_sockets_meant_for_another_process_are_left_alone() -> None:
    assert passed_sockets({"LISTEN_FDS": "1", "LISTEN_PID": "1"}) == ()
