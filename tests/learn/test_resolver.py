"""Key lookup over real sockets: a silent server is told apart from an absent record, and is not waited for twice."""

from __future__ import annotations

import socket
import threading
import time
from collections.abc import Iterator

import dns.flags
import dns.message
import dns.rcode
import dns.resolver
import dns.rrset
import pytest

from gatekeeper.learn import resolver
from gatekeeper.learn.resolver import SILENCE_SECONDS, SILENT_DOMAINS, NoAnswer, Silence, txt_record


class NameServer(threading.Thread):
    """Answers for names that begin with "s.", denies "no.", and says nothing about any other."""

    def __init__(self) -> None:
        super().__init__(daemon=True)
        self.socket = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self.socket.bind(("127.0.0.1", 0))
        self.asked: list[str] = []

    def run(self) -> None:
        while True:
            try:
                octets, peer = self.socket.recvfrom(4_096)
            except OSError:
                return
            answer = dns.message.make_response(dns.message.from_wire(octets))
            name = answer.question[0].name
            self.asked.append(str(name))
            if str(name).startswith("s."):
                answer.answer.append(dns.rrset.from_text(name, 300, "IN", "TXT", '"v=DKIM1; " "p=x"'))
            elif str(name).startswith("no."):
                answer.set_rcode(dns.rcode.NXDOMAIN)
            else:
                continue
            self.socket.sendto(answer.to_wire(), peer)


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[NameServer]:
    one = NameServer()
    one.start()
    made = dns.resolver.Resolver(configure=False)
    made.nameservers, made.port, made.lifetime, made.timeout = ["127.0.0.1"], one.socket.getsockname()[1], 0.3, 0.3
    monkeypatch.setattr(resolver, "_resolver", lambda: made)
    monkeypatch.setattr(resolver, "_silence", Silence())
    yield one
    one.socket.close()


def test_a_record_no_record_and_no_answer_are_three_things(server: NameServer) -> None:
    assert txt_record("s._domainkey.one.example") == b"v=DKIM1; p=x"
    assert txt_record("no.such.example") is None
    with pytest.raises(NoAnswer):
        txt_record("x._domainkey.silent.example")


def test_a_silent_domain_is_asked_once_and_the_others_as_ever(server: NameServer) -> None:
    for selector in ("a", "b", "c"):
        with pytest.raises(NoAnswer):
            txt_record(f"{selector}._domainkey.silent.example")
    assert {name.partition(".")[0] for name in server.asked} == {"a"}
    assert txt_record("s._domainkey.one.example") == b"v=DKIM1; p=x"


def test_a_dead_resolver_does_not_hold_up_every_mail(server: NameServer) -> None:
    for number in range(SILENT_DOMAINS):
        with pytest.raises(NoAnswer):
            txt_record(f"x.silent{number}.example")
    asked, started = len(server.asked), time.monotonic()
    for number in range(200):
        with pytest.raises(NoAnswer):
            txt_record(f"x.another{number}.example")
    assert len(server.asked) == asked and time.monotonic() - started < 1.0


def test_silence_ends_by_time_and_an_answer_ends_a_row() -> None:
    now = 0.0
    silence = Silence(lambda: now)
    for name in ("x.a.example", "x.b.example"):
        silence.unheard(name)
    silence.heard()
    silence.unheard("x.c.example")
    assert silence.covers("y.a.example") and not silence.covers("x.d.example")
    now = SILENCE_SECONDS + 1
    assert not silence.covers("y.a.example")
    for name in ("x.a.example", "x.b.example", "x.c.example"):
        silence.unheard(name)
    assert silence.covers("x.d.example")
    now *= 3
    assert not silence.covers("x.d.example")
