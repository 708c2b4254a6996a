"""The settings: what each key of gatekeeper.toml means, and its one default."""

from __future__ import annotations

import ipaddress
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import Annotated, Literal, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, NonNegativeFloat, PositiveFloat, PositiveInt
from pydantic import model_validator as validated_as_a_whole

from gatekeeper.config import place

Network = ipaddress.IPv4Network | ipaddress.IPv6Network

ListenAddress = Annotated[str, AfterValidator(lambda text: str(place.endpoint(text)))]
# Empty means "none" where a setting may be absent; the validators answer with the text in its usual form.
# Empty means "none"; the validators answer with the text in its usual form.
MaybePublicUrl = Annotated[str, AfterValidator(lambda text: text and place.public_url(text))]
MaybeAddress = Annotated[str, AfterValidator(lambda text: text and place.mail_address(text))]
HostName = Annotated[str, AfterValidator(place.host_name)]
TimeZone = Annotated[str, AfterValidator(lambda text: text and place.time_zone(text))]
DatabaseUrl = Annotated[str, AfterValidator(place.database)]
# TOML has arrays and Python has tuples; only this step is lax, what is inside stays strict.
Networks = Annotated[tuple[Annotated[str, AfterValidator(place.network)], ...], Field(strict=False)]
Domains = Annotated[tuple[Annotated[str, AfterValidator(place.domain)], ...], Field(strict=False)]
Addresses = Annotated[tuple[Annotated[str, AfterValidator(place.address)], ...], Field(strict=False)]
Texts = Annotated[tuple[str, ...], Field(strict=False)]


class Section(BaseModel):
    """One table of the file: unknown keys refuse to start, nothing is converted silently."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, validate_default=True)


class NextHop(Section):
    """[next_hop]: where accepted mail goes."""

    url: str = Field("maildir:var/delivered", description="smtp, smtps, lmtp, or maildir:PATH for trials.")
    tls: Literal["may", "encrypt", "never"] = Field(
        "may", description="STARTTLS to an smtp or lmtp next hop: when offered, always, or never."
    )
    tls_verify: bool | None = Field(
        None, description="Whether its certificate must be valid; unset: where TLS is required or a password is sent."
    )
    tls_ca: str = Field("", description="File with the certificates to believe; empty: the system's.")
    user: str = Field("", description="Log in at the next hop as this user.")
    password_file: str = Field("", description="File whose first line is that user's password.")
    password_without_tls: bool = Field(False, description="Send the password unencrypted to another machine.")
    max_connections: PositiveInt = Field(20, description="Connections open to the next hop at once.")
    connect_seconds: PositiveFloat = Field(30.0, description="How long connecting may take, and then the greeting.")
    command_seconds: PositiveFloat = Field(300.0, description="How long the next hop may take to answer one command.")
    delivery_seconds: PositiveFloat = Field(
        90.0, description="How long a delivery may take in all; Postfix in front gives up after 100."
    )
    idle_seconds: PositiveFloat = Field(30.0, description="An unused connection is closed after this.")

    @validated_as_a_whole(mode="after")
    def _login_is_whole(self) -> Self:
        if bool(self.user) != bool(self.password_file):
            raise ValueError("user and password_file belong together: give both or neither")
        return self


class Listener(Section):
    """[[listener]]: one way in. Time-outs and limits protect the daemon, not the policy."""

    address: ListenAddress = Field("127.0.0.1:2525", description='Where to listen: "HOST:PORT" or "[IPV6]:PORT".')
    role: Literal["outbound", "inbound", "policy"] = Field(
        "outbound",
        description="outbound: judged and relayed. inbound: copies to learn from, or a pass-through. policy: questions "
        "of Postfix (check_policy_service).",
    )
    protocol: Literal["smtp", "lmtp"] = Field("smtp", description="lmtp gives one reply for each recipient.")
    trusted: Networks = Field((), description="Networks that may relay without logging in.")
    identity_from: Networks = Field(
        (), description="Networks that may say who the sender is: XCLIENT, XFORWARD, PROXY, MAIL AUTH=."
    )
    sasl_header: bool = Field(
        False, description="Believe the login in Postfix's Received header (smtpd_sasl_authenticated_header)."
    )
    proxy_protocol: bool = Field(False, description="Each connection from identity_from opens with a PROXY line.")
    queue_when_down: bool = Field(
        False, description="Keep accepted mail in the queue when the next hop does not take it now."
    )
    next_hop: str = Field("", description="Another than the common one; an inbound pass-through needs it.")
    tls_certificate: str = Field("", description="PEM file with the certificate and its chain; offers STARTTLS.")
    tls_key: str = Field("", description="PEM file with the certificate's key.")
    implicit_tls: bool = Field(False, description="TLS from the first octet (RFC 8314), as on port 465.")
    users: str = Field("", description='Password file ("gatekeeper user add"), or "dovecot:PATH" for its auth socket.')
    auth_requires_tls: bool = Field(True, description="Offer AUTH only on an encrypted connection.")
    own_addresses_only: bool = Field(
        False,
        description="A login may use no return path and no From but its own address, its aliases and those of accounts "
        "whose delegate it is ([[account]]); else 550 5.7.1. False: it may, and is judged as itself all the same.",
    )
    max_auth_attempts: PositiveInt = Field(3, description="Failed logins on one connection before it is closed.")
    normalise_line_endings: bool = Field(
        False, description="For old devices: make bare CR and LF into CRLF instead of refusing the message."
    )
    max_size_bytes: PositiveInt = Field(52_428_800, description="Largest message (RFC 1870 SIZE).")
    max_recipients: PositiveInt = Field(1000, description="Recipients of one message, at least 100.")
    max_connections_per_client: PositiveInt = Field(
        50, description="Connections from one address at once; trusted ones count only in max_connections."
    )
    max_commands: PositiveInt = Field(100, description="Commands without a message before the connection is closed.")
    idle_seconds: PositiveFloat = Field(300.0, description="A silent client is closed after this (RFC 5321 4.5.3.2.7).")
    data_seconds: PositiveFloat = Field(180.0, description="Between two pieces of a message's data.")
    transaction_seconds: PositiveFloat = Field(1800.0, description="From MAIL to the end of the data.")

    @property
    def endpoint(self) -> place.Endpoint:
        return place.endpoint(self.address)

    @cached_property
    def trusted_networks(self) -> tuple[Network, ...]:
        return _networks(self.trusted)

    @cached_property
    def identity_networks(self) -> tuple[Network, ...]:
        return _networks(self.identity_from)

    @validated_as_a_whole(mode="after")
    def _fits_together(self) -> Self:
        if bool(self.tls_certificate) != bool(self.tls_key):
            raise ValueError("tls_certificate and tls_key belong together: give both or neither")
        if self.implicit_tls and not self.tls_certificate:
            raise ValueError("implicit_tls needs tls_certificate and tls_key")
        if self.users and self.auth_requires_tls and not self.tls_certificate:
            raise ValueError("users needs tls_certificate and tls_key, or auth_requires_tls = false")
        if self.max_recipients < 100:
            raise ValueError("max_recipients must be at least 100 (RFC 5321 4.5.3.1.8)")
        if self.implicit_tls and self.proxy_protocol:
            raise ValueError("proxy_protocol cannot go with implicit_tls: its line comes before TLS")
        if (self.sasl_header or self.proxy_protocol) and not self.identity_from:
            raise ValueError("sasl_header and proxy_protocol need identity_from: whom to believe")
        if self.role == "policy" and self.protocol == "lmtp":
            raise ValueError(
                "protocol is about mail; Postfix asks a policy listener in a language of its own: leave it out"
            )
        return self


class EvidenceSettings(Section):
    """[evidence]: what incoming mail proves."""

    authserv_ids: Texts = Field((), description="Whose Authentication-Results are believed: your own MX's name.")
    arc_sealers: Domains = Field((), description="Domains whose ARC seals are believed (RFC 8617).")
    unauthenticated_history: Literal["nothing", "known", "full"] = Field(
        "known", description="What imported mail without proof is worth."
    )


class WebSettings(Section):
    """[web]: why pages, metrics and health."""

    address: ListenAddress = Field("127.0.0.1:8025", description="Where the web pages are served.")
    public_url: MaybePublicUrl = Field("", description="How people reach it; stands in replies. Empty: http://ADDRESS.")
    why_days: PositiveInt = Field(30, description="How long the link in a reply works, in days.")
    users: Annotated[str, AfterValidator(place.own_file)] = Field(
        "", description='Password file of the admins ("gatekeeper user add NAME --file"); empty: /admin/ is off.'
    )


class QueueSettings(Section):
    """[queue]: what was accepted and must wait."""

    enabled: bool = Field(
        True, description="Keep a person's mail that must wait; off: his mail program is told when to send it again."
    )
    lifetime_days: PositiveFloat = Field(
        5.0, description="After so long it goes back to its sender (RFC 5321 4.5.4.1)."
    )
    delay_notice_hours: NonNegativeFloat = Field(4.0, description="When a sender is told of a delay; 0: never.")
    concurrency: PositiveInt = Field(20, description="Queued messages delivered at once.")
    max_messages: PositiveInt = Field(100_000, description="Beyond so many waiting, clients get 452 4.3.1.")
    max_bytes: PositiveInt = Field(10_737_418_240, description="The same for their size in all.")


class AccountSettings(Section):
    """[[account]]: a sender with several addresses, or one for whom others write."""

    address: Annotated[str, AfterValidator(place.address)] = Field(description="The account's first address.")
    aliases: Addresses = Field((), description="Its further addresses: one circle, one reputation, one set of limits.")
    delegates: Addresses = Field((), description="Who may write in its name (From): an assistant shares its circle.")


class DkimKey(Section):
    """[[dkim]]: a key for signing (RFC 6376). Our own reports are signed when their domain has one."""

    domain: Annotated[str, AfterValidator(place.domain)] = Field(description="The author's domain that the key is for.")
    selector: str = Field(min_length=1, description="SELECTOR._domainkey.DOMAIN has the public key in DNS.")
    key_file: str = Field(min_length=1, description="The private key: RSA or Ed25519, PEM.")
    sign_passing: bool = Field(False, description="Also sign mail of this domain that passes, whose next hop does not.")


class RetentionSettings(Section):
    """[retention]: days after which rows are deleted."""

    contacts_days: PositiveInt = Field(1460, description="A relation without any sign of life.")
    verdicts_days: PositiveInt = Field(90, description="Verdicts with their reasons, and records of the queue.")
    messages_days: PositiveInt = Field(730, description="Message ids seen: they show what is a reply or a repeat.")
    campaigns_days: PositiveInt = Field(60, description="Fingerprints of content; the sums look back 14 days.")
    audit_days: PositiveInt = Field(1095, description="The audit log: what admins did, and whom they looked at.")


DEFAULT_LISTENERS = (
    Listener.model_construct(address="127.0.0.1:2525", role="outbound", trusted=("127.0.0.0/8",)),
    Listener.model_construct(address="127.0.0.1:2526", role="inbound", trusted=("127.0.0.0/8",)),
)


class Config(Section):
    """The whole file. Relative paths are relative to the folder in which the daemon runs."""

    hostname: HostName = Field(
        default_factory=place.own_host_name, description="This gate's name in SMTP greetings and trace headers."
    )
    local_domains: Domains = Field((), description="Domains whose addresses are this site's own people.")
    database: DatabaseUrl = Field(
        "sqlite:///var/gatekeeper.db", description="sqlite:///PATH, or postgresql://USER:PASSWORD@HOST/NAME."
    )
    database_file: str = Field("", description="File whose first line is the database URL, where it holds a password.")
    policy: str = Field("notworking", description="The name of a shipped policy, or the path of a policy file.")
    mode: Literal["enforce", "observe"] = Field("enforce", description="observe: judge and record, refuse nothing.")
    ramp: Literal["auto", "off"] = Field("auto", description="The cold start; off: plain limits from the first day.")
    on_failure: Literal["defer", "pass"] = Field("defer", description="What happens when judgement is impossible.")
    workers: PositiveInt = Field(1, description="Processes on the same addresses; more than one needs PostgreSQL.")
    help_contact: str = Field("", description='Whom a refused sender may ask: "Ann Smith, ext. 12". On why pages.')
    admin_address: MaybeAddress = Field("", description="Who gets the weekly digest by mail; empty: nobody.")
    notices: bool = Field(
        True, description="Tell a sender, and the admin, by mail when a rate or the takeover guard makes mail wait."
    )
    personal_reports: Literal["never", "weekly", "monthly"] = Field(
        "never", description="Tell each sender how his mail to new people was received."
    )
    report_address: MaybeAddress = Field(
        "", description="Who logs in and writes to this address gets the report on his own mail; empty: nobody."
    )
    signup_url: MaybePublicUrl = Field("", description="Where people can sign up for newsletters. On why pages.")
    timezone: TimeZone = Field("", description='Zone of the times in replies: "Europe/Paris"; empty: the system\'s.')
    max_connections: PositiveInt = Field(2000, description="Connections to all listeners at once.")
    max_bytes_in_flight: PositiveInt = Field(
        536_870_912, description="Memory for message bodies in all connections together."
    )
    drain_seconds: NonNegativeFloat = Field(30.0, description="How long a stop waits for messages in flight.")
    log_level: Literal["debug", "info", "warning", "error"] = Field("info", description="The least that is logged.")
    next_hop: NextHop = Field(default_factory=NextHop)
    listener: Annotated[tuple[Listener, ...], Field(strict=False)] = DEFAULT_LISTENERS
    evidence: EvidenceSettings = Field(default_factory=EvidenceSettings)
    web: WebSettings = Field(default_factory=WebSettings)
    queue: QueueSettings = Field(default_factory=QueueSettings)
    account: Annotated[tuple[AccountSettings, ...], Field(strict=False)] = ()
    dkim: Annotated[tuple[DkimKey, ...], Field(strict=False)] = ()
    retention: RetentionSettings = Field(default_factory=RetentionSettings)

    @property
    def public_url(self) -> str:
        """What the links in replies begin with."""
        return self.web.public_url or f"http://{self.web.address}"

    @property
    def advice(self) -> tuple[str, ...]:
        """What starts well and is hardly meant, a sentence each."""
        if self.local_domains:
            return ()
        return (
            "local_domains is empty: nobody here is an account, so incoming mail teaches nothing; name your mail "
            'domains, such as local_domains = ["example.org"]',
        )

    @validated_as_a_whole(mode="after")
    def _fits_together(self) -> Self:
        if self.workers > 1 and not self.database_file and self.database.startswith("sqlite"):
            raise ValueError("workers = 1 is what SQLite allows; more than one needs a postgresql:// database")
        mailboxes = {Path(listener.users).resolve() for listener in self.listener if listener.users}
        if self.web.users and Path(self.web.users).resolve() in mailboxes:
            raise ValueError("web.users must be a file of its own: who may send mail is no admin yet")
        seen: set[str] = set()
        for address in (*(listener.address for listener in self.listener), self.web.address):
            if address in seen and not address.endswith(":0"):
                raise ValueError(f'"{address}" is used twice; each listener and the web need an address of their own')
            seen.add(address)
        if not self.listener:
            raise ValueError("listener: must have at least one [[listener]]: without one no mail comes in")
        if mistakes := _double_addresses(self.account):
            raise ValueError("\n".join(mistakes))
        return self


def _double_addresses(accounts: Iterable[AccountSettings]) -> list[str]:
    """Addresses that would make it a matter of luck whose mail it is."""
    found: list[str] = []
    owners: dict[str, int] = {}
    for number, account in enumerate(accounts, start=1):
        if account.address in account.aliases:
            found.append(f"account {number}: aliases: {account.address} is the account's own address; leave it out")
        for address in dict.fromkeys((account.address, *account.aliases)):
            first = owners.setdefault(address, number)
            if first != number:
                found.append(f"account {number}: {address} is already in account {first}; it can be in one only")
    return found


def _networks(texts: Iterable[str]) -> tuple[Network, ...]:
    return tuple(ipaddress.ip_network(text) for text in texts)
