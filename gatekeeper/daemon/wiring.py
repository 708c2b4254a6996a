"""The wiring: what the configuration says, in each room's own words.

Every function raises UsageError with the key and what is wrong; `places` collects them all.
"""

from __future__ import annotations

import errno
import ssl
from collections.abc import Callable, Sequence
from pathlib import Path
from socket import EAI_AGAIN, gaierror, socket
from urllib.parse import quote, urlsplit

from gatekeeper.config import Config, Listener, policy_file
from gatekeeper.config.file import first_line
from gatekeeper.errors import EX_CONFIG, EX_UNAVAILABLE, UsageError
from gatekeeper.gate.accounts import Accounts
from gatekeeper.gate.brief import GateSettings
from gatekeeper.learn.settings import LearnSettings
from gatekeeper.node import this_node
from gatekeeper.policy.policyfile import read_policy
from gatekeeper.queue.outbox import OutboxSettings
from gatekeeper.relay import RelayOptions, TimeLimits, Tls
from gatekeeper.signing.signer import Signer
from gatekeeper.smtpd.credentials import Authenticate, Credentials, Outcome
from gatekeeper.smtpd.listeners import authenticator
from gatekeeper.smtpd.options import Limits, LineEndings, ListenerOptions, Protocol, Role
from gatekeeper.store.hearing import Terms
from gatekeeper.store.notices import NoticeTerms

DAY_SECONDS = 86_400.0
TLS_OF = {"may": Tls.OFFERED, "encrypt": Tls.REQUIRED, "never": Tls.NEVER}


def key_of(position: int, key: str = "") -> str:
    """The name of a listener's key in error messages; people count from one."""
    return f"listener {position + 1}" + (f": {key}" if key else "")


def name_of(config: Config, position: int) -> str:
    """What a listener is called in sessions and logs."""
    return f"{config.listener[position].role}-{position + 1}"


def terms(config: Config, since: float, *, forgotten: frozenset[str] = frozenset(), secret: bytes = b"") -> Terms:
    """What a hearing needs to know; `since` is when this site was first seen. Reads the policy file."""
    policy = read_policy(policy_file(config.policy))
    return Terms(
        policy=policy.with_history_worth(config.evidence.unauthenticated_history),
        local_domains=frozenset(config.local_domains),
        ramp=config.ramp == "auto",
        enforce=config.mode == "enforce",
        site_since=since,
        forgotten=forgotten,
        secret=secret,
    )


def notice_terms(config: Config, sign: Callable[[bytes], bytes]) -> NoticeTerms | None:
    """How people are told of what makes their mail wait; None when they are not, or nothing would send it."""
    if not (config.notices and config.queue.enabled):
        return None
    return NoticeTerms(
        hostname=config.hostname,
        local_domains=frozenset(config.local_domains),
        admin=config.admin_address,
        help_contact=config.help_contact,
        sign=sign,
    )


def accounts(config: Config) -> Accounts:
    """Who has several addresses, and who writes for whom."""
    return Accounts(
        local_domains=config.local_domains,
        aliases={alias: one.address for one in config.account for alias in one.aliases},
        delegates={one.address: frozenset(one.delegates) for one in config.account if one.delegates},
    )


def gate_settings(config: Config) -> GateSettings:
    """What a gate needs to know of the site."""
    return GateSettings(
        hostname=config.hostname,
        accounts=accounts(config),
        public_url=config.public_url,
        pass_on_failure=config.on_failure == "pass",
        queue=config.queue.enabled,
        queue_seconds=config.queue.lifetime_days * DAY_SECONDS,
    )


def signer(config: Config) -> Signer:
    """The keys of the configuration, read now."""
    if not config.dkim:
        return Signer(())
    # Imported here: it takes 7 MB that a site without keys never needs.
    from gatekeeper.signing.key import load_key

    keys = []
    for position, one in enumerate(config.dkim):
        try:
            keys.append(load_key(one.domain, one.selector, one.key_file, passing=one.sign_passing))
        except UsageError as error:
            raise UsageError(f"dkim {position + 1}: key_file: {error.reason}") from error
    return Signer(keys)


def admins(config: Config) -> Authenticate | None:
    """Who knows the admins' passwords; None where /admin/ is off."""
    try:
        return authenticator(config.web.users) if config.web.users else None
    except UsageError as error:
        raise UsageError(f"web.users: {error.reason}", exit_code=error.exit_code) from error


async def is_admin(authenticate: Authenticate, name: str, password: str) -> bool:
    """Whether the password is that admin's; no while nobody can tell."""
    return await authenticate(Credentials(name=name, password=password)) is Outcome.ACCEPTED


def outbox_settings(config: Config) -> OutboxSettings:
    """How the queue is run; the node's name tells its claims from other nodes'."""
    return OutboxSettings(
        node=this_node(),
        concurrency=config.queue.concurrency,
        delay_notice_seconds=config.queue.delay_notice_hours * 3600.0,
    )


def relay_options(config: Config) -> RelayOptions:
    """How every next hop is spoken to."""
    settings = config.next_hop
    return RelayOptions(
        hostname=config.hostname,
        max_connections=settings.max_connections,
        idle_seconds=settings.idle_seconds,
        tls=TLS_OF[settings.tls],
        verify_certificate=settings.tls_verify,
        ca_file=settings.tls_ca,
        password_without_tls=settings.password_without_tls,
        limits=TimeLimits(
            connect_seconds=settings.connect_seconds,
            greeting_seconds=settings.connect_seconds,
            command_seconds=settings.command_seconds,
            delivery_seconds=settings.delivery_seconds,
        ),
    )


def next_hop_url(config: Config) -> str:
    """The common next hop's URL, with its user and password where the configuration keeps them apart."""
    settings = config.next_hop
    if not settings.user:
        return settings.url
    scheme, separator, rest = settings.url.partition("://")
    if not separator or urlsplit(settings.url).username is not None:
        raise UsageError("next_hop.user: the url is a server's and has no user of its own when this is given")
    try:
        password = first_line(settings.password_file)
    except UsageError as error:
        raise UsageError(f"next_hop.password_file: {error.reason}") from error
    return f"{scheme}://{quote(settings.user, safe='')}:{quote(password, safe='')}@{rest}"


def learn_settings(config: Config) -> LearnSettings:
    """What learning needs to know of the site."""
    return LearnSettings(
        local_domains=frozenset(config.local_domains),
        authserv_ids=frozenset(name.lower() for name in config.evidence.authserv_ids),
        arc_sealers=frozenset(config.evidence.arc_sealers),
        unauthenticated_history=config.evidence.unauthenticated_history,
        aliases=accounts(config).aliases,
    )


def listener_options(config: Config, position: int, passed: Sequence[socket] = ()) -> ListenerOptions:
    """The listener at `position`; `passed` are the sockets that the service manager opened."""
    listener = config.listener[position]
    role = Role(listener.role)
    # A pass-through refuses and changes nothing of its own accord.
    passes_through = role is Role.INBOUND and bool(listener.next_hop)
    # Over LMTP the next hop may take a mail for one and not for another, and one reply cannot tell that. Where nothing
    # can wait here, the client is asked to bring each recipient by himself (452 4.5.3; RFC 5321 4.5.3.1.10).
    onward = listener.next_hop or (config.next_hop.url if role is Role.OUTBOUND else "")
    to_lmtp = onward.lower().startswith("lmtp:")
    one_at_a_time = to_lmtp and listener.protocol == "smtp" and not config.queue.enabled
    line_endings = LineEndings.NORMALISE if listener.normalise_line_endings else LineEndings.REFUSE
    try:
        return ListenerOptions(
            name=name_of(config, position),
            address=listener.address,
            socket=next((one for one in passed if address_of(one) == listener.address), None),
            shared=config.workers > 1,
            hostname=config.hostname,
            role=role,
            protocol=Protocol(listener.protocol),
            trusted=listener.trusted_networks,
            identity_from=listener.identity_networks,
            tls_context=tls_context(listener, position),
            implicit_tls=listener.implicit_tls,
            users=listener.users,
            auth_without_tls=not listener.auth_requires_tls,
            trusted_header=listener.sasl_header,
            proxy_protocol=listener.proxy_protocol,
            line_endings=LineEndings.KEEP if passes_through else line_endings,
            limits=Limits(
                message_octets=listener.max_size_bytes,
                recipients=1 if one_at_a_time else listener.max_recipients,
                connections_per_address=listener.max_connections_per_client,
                junk_commands=listener.max_commands,
                auth_attempts=listener.max_auth_attempts,
                idle_seconds=listener.idle_seconds,
                data_seconds=listener.data_seconds,
                transaction_seconds=listener.transaction_seconds,
            ),
        )
    except ValueError as error:
        raise UsageError(f"{key_of(position)}: {error}") from error


def tls_context(listener: Listener, position: int) -> ssl.SSLContext | None:
    """The listener's certificate and key, None where it has none."""
    if not listener.tls_certificate:
        return None
    context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
    load_certificate(context, listener, position)
    return context


def load_certificate(context: ssl.SSLContext, listener: Listener, position: int) -> None:
    """Gives `context` the certificate as it is on the disk now; new connections use it."""
    for key, path in (("tls_certificate", listener.tls_certificate), ("tls_key", listener.tls_key)):
        try:
            Path(path).read_bytes()
        except OSError as error:
            raise UsageError(f"{key_of(position, key)}: cannot read {path}: {error.strerror}") from error
    try:
        # Without this an encrypted key would make OpenSSL ask the terminal for its passphrase.
        context.load_cert_chain(listener.tls_certificate, listener.tls_key, password=lambda: "")
    except ssl.SSLError as error:
        reason = error.reason.replace("_", " ").lower() if error.reason else "not PEM"
        pair = f"{listener.tls_certificate} and {listener.tls_key}"
        raise UsageError(f"{key_of(position, 'tls_key')}: cannot use {pair}: {reason}") from error


def cannot_listen(address: str, error: OSError) -> UsageError:
    """The error that tells why nobody can listen at `address`: 69 where that may be over by itself, else 78.

    Another program may end, and a network or DNS that is late at boot comes up.
    """
    if isinstance(error, gaierror):
        may_pass, what = error.errno == EAI_AGAIN, "no such host"
    else:
        may_pass, what = error.errno in {errno.EADDRINUSE, errno.EADDRNOTAVAIL}, "cannot listen there"
    exit_code = EX_UNAVAILABLE if may_pass else EX_CONFIG
    return UsageError(f"{address}: {what}: {error.strerror}", exit_code=exit_code)


def address_of(listening: socket) -> str:
    """Where a socket listens, as the configuration would write it."""
    name = listening.getsockname()
    if not isinstance(name, tuple):
        return str(name)
    host, port = name[0], name[1]
    return f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
