"""The configuration: every mistake is told in one line that says where it is and what would be right."""

from __future__ import annotations

from pathlib import Path

import pytest

from gatekeeper.config import Config, Endpoint, load, policy_file, shipped_policies
from gatekeeper.config.place import endpoint
from gatekeeper.errors import UsageError


def written(folder: Path, text: str) -> Path:
    file = folder / "gatekeeper.toml"
    file.write_text(text, encoding="utf-8")
    return file


def test_without_any_file_the_defaults_run_an_embedded_gate(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("gatekeeper.config.file.SEARCHED", (Path("gatekeeper.toml"),))
    config = load()
    assert config.database == "sqlite:///var/gatekeeper.db"
    assert config.next_hop.url == "maildir:var/delivered"
    assert [(listener.address, listener.role) for listener in config.listener] == [
        ("127.0.0.1:2525", "outbound"),
        ("127.0.0.1:2526", "inbound"),
    ]
    assert config.web.address == "127.0.0.1:8025"
    assert config.public_url == "http://127.0.0.1:8025"
    assert config.local_domains == ()


def test_the_default_listeners_pass_their_own_validation() -> None:
    defaults = Config().listener
    again = Config.model_validate({"listener": [one.model_dump() for one in defaults]}).listener
    assert defaults == again


def test_the_example_of_the_design_loads(tmp_path: Path) -> None:
    config = load(
        written(
            tmp_path,
            """
            hostname = "gate.example.org"
            local_domains = ["Example.ORG", "münchen.example"]
            database = "postgresql://gatekeeper@db/gatekeeper"
            mode = "observe"
            workers = 4
            [next_hop]
            url = "smtp://127.0.0.1:10026"
            [[listener]]
            address = "127.0.0.1:2525"
            protocol = "lmtp"
            trusted = ["127.0.0.0/8", "192.0.2.17"]
            [evidence]
            authserv_ids = ["mx.example.org"]
            unauthenticated_history = "nothing"
            [web]
            public_url = "https://gate.example.org/"
            """,
        )
    )
    assert config.local_domains == ("example.org", "xn--mnchen-3ya.example")
    assert config.listener[0].trusted == ("127.0.0.0/8", "192.0.2.17/32")
    assert config.public_url == "https://gate.example.org"


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ('hostnam = "x"', 'hostnam: unknown key; did you mean "hostname"?'),
        ("[web]\nzzz = 1", "web.zzz: unknown key; known here: address, public_url, why_days, users"),
        ('[[listener]]\nadress = "x"', 'listener 1: adress: unknown key; did you mean "address"?'),
        ('mode = "off"', 'mode: "off" is not allowed; allowed: "enforce" or "observe"'),
        ('workers = "2"', 'workers: must be a valid integer, not "2"'),
        ("workers = 2", "workers = 1 is what SQLite allows; more than one needs a postgresql:// database"),
        ("web = 3", "web: must be a table of keys, not 3"),
        ("local_domains = 7", 'local_domains: must be a list such as ["one", "two"], not 7'),
        (
            'local_domains = "example.org"',
            'local_domains: must be a list such as ["example.org"], not "example.org"',
        ),
        (
            '[listener]\naddress = "127.0.0.1:2525"',
            "listener: must be a list of tables, each under [[listener]], not a table",
        ),
        ("listener = []", "listener: must have at least one [[listener]]: without one no mail comes in"),
        (
            '[[listener]]\nrole = "policy"\nprotocol = "lmtp"',
            "listener 1: protocol is about mail; Postfix asks a policy listener in a language of its own: leave it out",
        ),
        ('[[dkim]]\ndomain = "example.org"\nselector = "s"', "dkim 1: key_file: is missing; it has no default"),
        (
            '[[account]]\naddress = "ann@example.org"\naliases = ["Ann@example.org"]',
            "account 1: aliases: ann@example.org is the account's own address; leave it out",
        ),
        (
            '[[account]]\naddress = "a@example.org"\naliases = ["c@example.org"]\n'
            '[[account]]\naddress = "b@example.org"\naliases = ["c@example.org"]',
            "account 2: c@example.org is already in account 1; it can be in one only",
        ),
        (
            '[[account]]\naddress = "a@example.org"\n[[account]]\naddress = "a@example.org"',
            "account 2: a@example.org is already in account 1; it can be in one only",
        ),
        ('local_domains = ["a b"]', 'local_domains 1: must be domains such as "example.org", not "a b"'),
        ('hostname = "gate example"', 'hostname: must be a host name such as "gate.example.org", not "gate example"'),
        ('timezone = "Mars/Olympus"', 'timezone: must be a time zone such as "Europe/Paris", not "Mars/Olympus"'),
        (
            '[[listener]]\naddress = "localhost"',
            'listener 1: address: must be "HOST:PORT" or "[IPV6]:PORT", not "localhost"',
        ),
        ('[[listener]]\naddress = "h:70000"', "listener 1: address: has port 70000; the highest is 65535"),
        (
            '[[listener]]\ntrusted = ["10.0.0.0/33"]',
            'listener 1: trusted 1: must be networks such as "10.0.0.0/8" or "::1", not "10.0.0.0/33"',
        ),
        (
            '[[listener]]\ntls_certificate = "c.pem"',
            "listener 1: tls_certificate and tls_key belong together: give both or neither",
        ),
        ("[[listener]]\nimplicit_tls = true", "listener 1: implicit_tls needs tls_certificate and tls_key"),
        (
            "[[listener]]\nproxy_protocol = true",
            "listener 1: sasl_header and proxy_protocol need identity_from: whom to believe",
        ),
        (
            '[[listener]]\naddress = "127.0.0.1:8025"',
            '"127.0.0.1:8025" is used twice; each listener and the web need an address of their own',
        ),
        (
            '[[listener]]\nusers = "users"',
            "listener 1: users needs tls_certificate and tls_key, or auth_requires_tls = false",
        ),
        (
            '[next_hop]\nuser = "u"',
            "next_hop: user and password_file belong together: give both or neither",
        ),
        ("[next_hop]\nmax_connections = 0", "next_hop.max_connections: must be greater than 0, not 0"),
        (
            '[web]\npublic_url = "https://a-very-long-name-of-a-gateway.example.org/xyz"',
            "web.public_url: has 53 characters; at most 48 fit into an SMTP reply",
        ),
        (
            'database = "mysql://u:secret@h/d"',
            'database: must be "sqlite:///PATH" (four slashes for an absolute path) or "postgresql://HOST/NAME", '
            'not "mysql://...@h/d"',
        ),
    ],
)
def test_a_mistake_is_one_line_with_file_key_and_what_would_be_right(tmp_path: Path, text: str, line: str) -> None:
    file = written(tmp_path, text)
    with pytest.raises(UsageError) as caught:
        load(file)
    assert caught.value.reason == f"{file}: {line}"
    assert caught.value.exit_code == 78


def test_two_mistakes_are_two_lines(tmp_path: Path) -> None:
    with pytest.raises(UsageError) as caught:
        load(written(tmp_path, 'mode = "x"\nworkers = -1'))
    assert len(caught.value.reason.splitlines()) == 2


def test_broken_toml_names_the_line(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"gatekeeper.toml: not valid TOML: .*line 2"):
        load(written(tmp_path, 'mode = "enforce"\nworkers = = 1\n'))


def test_a_missing_file_is_named() -> None:
    with pytest.raises(UsageError, match=r"/nowhere/g.toml: cannot read the configuration: No such file"):
        load("/nowhere/g.toml")


def test_the_database_url_may_stand_in_a_file_of_its_own(tmp_path: Path) -> None:
    secret = tmp_path / "database"
    secret.write_text("postgresql://gatekeeper:secret@db/gatekeeper\n", encoding="utf-8")
    assert load(written(tmp_path, f'database_file = "{secret}"')).database.startswith("postgresql://gatekeeper:")
    secret.write_text("\n", encoding="utf-8")
    with pytest.raises(UsageError, match="its first line must be the secret; it is empty"):
        load(written(tmp_path, f'database_file = "{secret}"'))


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("127.0.0.1:25", Endpoint(host="127.0.0.1", port=25)),
        ("[::1]:25", Endpoint(host="::1", port=25)),
        ("gate.example.org:0", Endpoint(host="gate.example.org", port=0)),
    ],
)
def test_places_to_listen_are_read_and_written_alike(text: str, place: Endpoint) -> None:
    assert endpoint(text) == place
    assert str(place) == text


@pytest.mark.parametrize("text", ["", ":25", "::1:25", "[1.2.3]:4", "1.2.3:25", "h:", "h:x", "h:²", "h h:1"])
def test_what_is_no_place_to_listen_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="must be"):
        endpoint(text)


def test_every_setting_says_what_it_means() -> None:
    from gatekeeper.config import settings

    sections = [
        kind
        for kind in vars(settings).values()
        if isinstance(kind, type) and issubclass(kind, settings.Section) and kind is not settings.Section
    ]
    silent = [
        f"{section.__name__}.{name}"
        for section in sections
        for name, field in section.model_fields.items()
        if not field.description and not str(field.annotation).startswith(("<class 'gatekeeper", "tuple[gatekeeper"))
    ]
    assert silent == []


def test_a_shipped_policy_is_found_by_name_and_another_by_path(tmp_path: Path) -> None:
    assert policy_file("notworking") == shipped_policies() / "notworking.toml"
    own = tmp_path / "own.toml"
    own.write_text("", encoding="utf-8")
    assert policy_file(str(own)) == own
    with pytest.raises(UsageError, match='no shipped policy is called "nowt"; there are: .*notworking'):
        policy_file("nowt")
    with pytest.raises(UsageError, match="no file /nowhere/p.toml"):
        policy_file("/nowhere/p.toml")
