"""The configuration file: found, read, and its mistakes told one per line with file, key and what would be right."""

from __future__ import annotations

import difflib
import tomllib
import typing
from pathlib import Path
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails

import gatekeeper
from gatekeeper.config import place
from gatekeeper.config.settings import Config
from gatekeeper.errors import UsageError

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
        raise UsageError("\n".join(f"{source}: {_sentence(detail)}" for detail in error.errors())) from None
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


def _sentence(detail: ErrorDetails) -> str:
    """One mistake as `key: what is wrong; what would be right`."""
    key = _key(detail["loc"])
    match detail["type"]:
        case "extra_forbidden":
            return f"{key}: unknown key; {_known_keys(detail['loc'])}"
        case "literal_error":
            allowed = str(detail["ctx"]["expected"]).replace("'", '"')
            return f"{key}: {_shown(detail['input'])} is not allowed; allowed: {allowed}"
        case "value_error":
            return f"{key}: {detail['ctx']['error']}" if key else str(detail["ctx"]["error"])
        case "model_type" | "model_attributes_type":
            return f"{key}: must be a table of keys, not {_shown(detail['input'])}"
        case _:
            wanted = detail["msg"].removeprefix("Input should be ")
            return f"{key}: must be {wanted}, not {_shown(detail['input'])}"


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, dict):
        return "a table"
    return "an array" if isinstance(value, list) else str(value)


def _key(location: tuple[int | str, ...]) -> str:
    """`("listener", 0, "role")` as "listener 1: role": people count from one."""
    out = ""
    for step in location:
        if isinstance(step, int):
            out += f" {step + 1}"
        elif out:
            out += (": " if out[-1].isdigit() else ".") + step
        else:
            out = step
    return out


def _known_keys(location: tuple[int | str, ...]) -> str:
    """What could have been meant by the unknown key at `location`."""
    model: type[BaseModel] = Config
    for step in location[:-1]:
        if isinstance(step, str):
            model = _section(model, step)
    known = list(model.model_fields)
    near = difflib.get_close_matches(str(location[-1]), known, n=1)
    return f'did you mean "{near[0]}"?' if near else "known here: " + ", ".join(known)


def _section(model: type[BaseModel], key: str) -> type[BaseModel]:
    annotation: Any = model.model_fields[key].annotation
    candidates = (annotation, *typing.get_args(annotation))
    return next(kind for kind in candidates if isinstance(kind, type) and issubclass(kind, BaseModel))
