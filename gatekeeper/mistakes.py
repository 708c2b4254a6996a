"""Mistakes in a file of settings: each as one sentence that names the key, what is wrong, and what would be right."""

from __future__ import annotations

import difflib
import typing
from typing import Any

from pydantic import BaseModel, ValidationError
from pydantic_core import ErrorDetails


def sentences(error: ValidationError, model: type[BaseModel]) -> list[str]:
    """All that `error` found wrong with a file that `model` describes, as `key: what is wrong; what would be right`."""
    return [sentence for detail in error.errors() for sentence in _sentences(detail, model)]


def _sentences(detail: ErrorDetails, model: type[BaseModel]) -> list[str]:
    place = _key(detail["loc"])
    before = f"{place}: " if place else ""
    if detail["type"] == "value_error":
        # A check of several values together may find several mistakes.
        return [before + line for line in str(detail["ctx"]["error"]).splitlines()]
    return [before + _wrong(detail, model)]


def _wrong(detail: ErrorDetails, model: type[BaseModel]) -> str:
    location, given = detail["loc"], _shown(detail["input"])
    match detail["type"]:
        case "extra_forbidden":
            return f"unknown key; {_known_keys(location, model)}"
        case "missing":
            return "is missing; it has no default"
        case "literal_error" | "enum":
            allowed = str(detail["ctx"]["expected"]).replace("'", '"')
            return f"{given} is not allowed; allowed: {allowed}"
        case "model_type" | "model_attributes_type" | "dict_type":
            return f"must be a table of keys, not {given}"
        case "tuple_type" if _section(model, location) is not None:
            key = _key(location)
            return f"must be a list of tables, each under [[{key}]], not {given}"
        case "tuple_type":
            example = given if isinstance(detail["input"], str) else '"one", "two"'
            return f"must be a list such as [{example}], not {given}"
        case "too_short":
            return "must have at least one entry"
        case "string_too_short":
            count = detail["ctx"]["min_length"]
            return "must not be empty" if count == 1 else f"must have at least {count} characters, not {given}"
        case "string_too_long":
            return f"must have at most {detail['ctx']['max_length']} characters, not {given}"
        case "string_pattern_mismatch":
            return f"must have the form {detail['ctx']['pattern'].strip('^$')}, not {given}"
        case "float_type" | "float_parsing":
            return f"must be a number, not {given}"
        case _:
            wanted = detail["msg"].removeprefix("Input should be ").partition(",")[0]
            return f"must be {wanted}, not {given}"


def _shown(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f'"{value}"'
    if isinstance(value, dict):
        return "a table"
    return "a list" if isinstance(value, (list, tuple)) else str(value)


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


def _known_keys(location: tuple[int | str, ...], model: type[BaseModel]) -> str:
    """What could have been meant by the unknown key at `location`."""
    section = _section(model, location[:-1]) or model
    known = list(section.model_fields)
    near = difflib.get_close_matches(str(location[-1]), known, n=1)
    return f'did you mean "{near[0]}"?' if near else "known here: " + ", ".join(known)


def _section(model: type[BaseModel], location: tuple[int | str, ...]) -> type[BaseModel] | None:
    """The model of the table, or of the tables, at `location`; None where there are none."""
    found: type[BaseModel] | None = model
    for step in location:
        if isinstance(step, str) and found is not None:
            annotation: Any = found.model_fields[step].annotation
            kinds = (annotation, *typing.get_args(annotation))
            found = next((kind for kind in kinds if isinstance(kind, type) and issubclass(kind, BaseModel)), None)
    return found
