"""Turns the plain values of a review into JSON and back. The types say what is read: data
classes, tuples, mappings, enumerations, dates, paths, texts, numbers and None."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import date
from enum import Enum
from functools import cache
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints


def to_plain(value: Any) -> Any:
    """What JSON can hold of a value. Raises TypeError for a value that is none of the above."""
    if is_dataclass(value):
        return {each.name: to_plain(getattr(value, each.name)) for each in fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, Path):
        return str(value)
    if isinstance(value, Mapping):
        return {name: to_plain(each) for name, each in value.items()}
    if isinstance(value, tuple | list):
        return [to_plain(each) for each in value]
    if value is None or isinstance(value, str | int | float):
        return value
    raise TypeError(f"{type(value).__name__} cannot be kept")


def from_plain(kind: Any, found: Any) -> Any:
    """A value of a type from what `to_plain` gave; fields that are missing have their default.
    Raises ValueError, TypeError or KeyError for anything else."""
    origin = get_origin(kind)
    if origin in (Union, UnionType):
        inner = [each for each in get_args(kind) if each is not NoneType]
        return None if found is None else from_plain(inner[0], found)
    if origin in (tuple, list):
        return _sequence(kind, found)
    if origin is dict:
        if not isinstance(found, dict):
            raise ValueError(f"{found!r} is no mapping")
        return {str(name): from_plain(get_args(kind)[1], each) for name, each in found.items()}
    if isinstance(kind, type) and is_dataclass(kind):
        hints = _hints(kind)
        named = {name: from_plain(hints[name], found[name]) for name in hints if name in found}
        return kind(**named)
    if kind is date:
        return date.fromisoformat(found)
    if kind is Path or (isinstance(kind, type) and issubclass(kind, Enum)):
        return kind(found)
    if not isinstance(found, kind):
        raise ValueError(f"{found!r} is no {kind.__name__}")
    return found


def _sequence(kind: Any, found: Any) -> Any:
    if not isinstance(found, list):
        raise ValueError(f"{found!r} is no list")
    inner = get_args(kind)
    if get_origin(kind) is list:
        return [from_plain(inner[0], each) for each in found]
    if len(inner) == 2 and inner[1] is Ellipsis:
        return tuple(from_plain(inner[0], each) for each in found)
    return tuple(from_plain(each, value) for each, value in zip(inner, found, strict=True))


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)
