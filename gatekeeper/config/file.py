"""The configuration file: found, read, and its mistakes told one per line with file, key and what would be right."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

from pydantic import ValidationError

import gatekeeper
from gatekeeper.config import place
from gatekeeper.config.settings import Config
from gatekeeper.errors import UsageError
from gatekeeper.mistakes import sentences

SEARCHED = (Path("gatekeeper.toml"), Path("/etc/gatekeeper/gatekeeper.toml"))


def find(path: Path | str | None = None) -> Path | None:
    """The file that counts: `path`, else ./gatekeeper.toml, else the one under /etc, else None: all defaults."""
    if path:
        return Path(path)
    return next((place for place in SEARCHED if place.is_file()), None)


def load(path: Path | str | None = None) -> Config:
    """The configuration at `path`, or where `find` finds one; without any file, every default.

    Raises UsageError: one line for each mistake, with the file, the key and what would be right.
    """
    found = find(path)
    if found is None:
        return Config()
    try:
        table = tomllib.loads(found.read_text(encoding="utf-8"))
    except OSError as error:
        raise UsageError(f"{found}: cannot read the configuration: {error.strerror}") from error
    except UnicodeDecodeError as error:
        raise UsageError(f"{found}: not UTF-8 at octet {error.start}") from error
    except tomllib.TOMLDecodeError as error:
        raise UsageError(f"{found}: not valid TOML: {error}") from error
    return read(table, str(found))


def read(table: dict[str, Any], source: str) -> Config:
    """The configuration in `table`; `source` names it in errors. Raises UsageError."""
    try:
        config = Config.model_validate(table)
    except ValidationError as error:
        raise UsageError("\n".join(f"{source}: {line}" for line in sentences(error, Config))) from None
    if config.database_file:
        try:
            url = place.database(first_line(config.database_file))
        except ValueError as error:
            raise UsageError(f"{source}: database_file: {config.database_file} {error}") from None
        config = config.model_copy(update={"database": url})
        if config.workers > 1 and url.startswith("sqlite"):
            raise UsageError(f"{source}: workers: more than one needs a postgresql:// database")
    return config


def first_line(path: str) -> str:
    """The secret that stands alone in the file at `path`. Raises UsageError."""
    try:
        lines = Path(path).read_text(encoding="utf-8").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise UsageError(f"{path}: cannot read the secret: {getattr(error, 'strerror', None) or 'not UTF-8'}") from None
    if not lines or not lines[0].strip():
        raise UsageError(f"{path}: its first line must be the secret; it is empty")
    return lines[0].strip()


def shipped_policies() -> Path:
    """The folder of policies that came with this program: inside the wheel, or beside the package in a checkout."""
    package = Path(gatekeeper.__file__).parent
    inside = package / "policies_shipped"
    return inside if inside.is_dir() else package.parent / "policies"


def policy_file(policy: str) -> Path:
    """The file that the setting `policy` names. Raises UsageError with the shipped names when there is none."""
    if "/" in policy or policy.endswith(".toml"):
        path = Path(policy)
        if not path.is_file():
            raise UsageError(f"policy: no file {policy}")
        return path
    shipped = shipped_policies() / f"{policy}.toml"
    if not shipped.is_file():
        names = ", ".join(sorted(file.stem for file in shipped_policies().glob("*.toml"))) or "none"
        raise UsageError(f'policy: no shipped policy is called "{policy}"; there are: {names}; or give a path')
    return shipped
