"""Records as JSON has them and back, field by field, with every value checked: a file may come
from anywhere."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from datetime import UTC, date, datetime, time
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, TypeVar, Union, get_args, get_origin, get_type_hints

from ats.domain.application import Application
from ats.domain.document import Document
from ats.domain.importing import ImportBatch
from ats.domain.posting import Posting
from ats.domain.problem import Problem
from ats.domain.saved_view import SavedView
from ats.domain.stored_text import storable
from ats.domain.timeline import Event, EventKind, wall_clock

Record = TypeVar("Record")

_SHA_256 = re.compile("[0-9a-f]{64}")
_LARGEST = 2**63
JSON_TEXTS = {
    Posting: ("reading",),
    ImportBatch: ("mapping", "headers", "answers"),
    SavedView: ("filter", "columns"),
}


def json_of(kind: type, cells: Mapping[str, Any], *without: str) -> dict[str, Any]:
    """The cells of a record's row as JSON has them: true and false, and lists as lists."""
    changes = _cells_to_change(kind)
    return {
        name: changes[name](cell) if name in changes and cell is not None else cell
        for name, cell in cells.items()
        if name not in without
    }


def record_of(kind: type[Record], value: Any, where: str, **given: Any) -> Record:
    """The record that JSON tells of. `where` names it in a sentence ("The 3rd application");
    `given` are fields the JSON does not hold. What is not a field is passed over.

    Raises Problem for a missing field and for a value no store could hold.
    """
    if not isinstance(value, Mapping):
        raise Problem(f"{where} isn’t written as it should be.")
    found = dict(given)
    known: Any = kind
    for name, read, needed in _readers(known):
        if name in found:
            continue
        if name in value:
            found[name] = _read(read, value[name], f"{where} has a “{name}”")
        elif needed:
            raise Problem(f"{where} has no “{name}”.")
    record = kind(**found)
    _check(record, where)
    return record


def _read(read: Callable[[Any], Any], value: Any, where: str) -> Any:
    try:
        return read(value)
    except (ValueError, TypeError, OverflowError):
        raise Problem(f"{where} that can’t be read.") from None


@cache
def _cells_to_change(kind: Any) -> dict[str, Callable[[Any], Any]]:
    changes: dict[str, Callable[[Any], Any]] = {}
    for name, hint in get_type_hints(kind).items():
        if hint is bool:
            changes[name] = bool
        elif get_origin(hint) is tuple:
            changes[name] = json.loads
    return changes


@cache
def _readers(kind: Any) -> tuple[tuple[str, Callable[[Any], Any], bool], ...]:
    hints = get_type_hints(kind)
    return tuple(
        (field.name, _reader(hints[field.name]), field.default is MISSING) for field in fields(kind)
    )


def _reader(hint: Any) -> Callable[[Any], Any]:
    if get_origin(hint) in (Union, UnionType):
        (one,) = (part for part in get_args(hint) if part is not type(None))
        read = _reader(one)
        return lambda value: None if value is None else read(value)
    if get_origin(hint) is tuple:
        item = _reader(get_args(hint)[0])
        return lambda value: tuple(item(part) for part in _of(list, value))
    if issubclass(hint, datetime):
        return _moment
    if issubclass(hint, (date, time)):
        parsed: Callable[[str], Any] = wall_clock if hint is time else hint.fromisoformat
        return lambda value: parsed(_of(str, value))
    if issubclass(hint, Enum):
        return lambda value: hint(_of(str, value))
    return {bool: _flag, int: _number, str: lambda value: storable(_of(str, value))}[hint]


def _of(kind: type, value: Any) -> Any:
    if not isinstance(value, kind):
        raise TypeError(kind)
    return value


def _moment(value: Any) -> datetime:
    moment = datetime.fromisoformat(_of(str, value))
    if moment.tzinfo is None:
        raise ValueError("a moment needs an offset")
    return moment.astimezone(UTC)


def _flag(value: Any) -> bool:
    return bool(_of(bool, value))


def _number(value: Any) -> int:
    if isinstance(value, bool) or not isinstance(value, int) or not -_LARGEST <= value < _LARGEST:
        raise TypeError(int)
    return value


def _check(record: Any, where: str) -> None:
    """The rules a store has for a whole record."""
    for name in JSON_TEXTS.get(type(record), ()):
        _read(_json_text, getattr(record, name), f"{where} has a “{name}”")
    match record:
        case Application(excitement=int(stars)) if not 1 <= stars <= 5:
            raise Problem(f"{where} has an “excitement” that can’t be read.")
        case Event() if (record.kind is EventKind.STAGE) != (record.stage_id is not None):
            raise Problem(f"{where} has an event that can’t be read.")
        case Document() if not _SHA_256.fullmatch(record.sha256):
            raise Problem(f"{where} has a “sha256” that can’t be read.")


def _json_text(text: str) -> None:
    try:
        json.loads(text)
    except RecursionError:
        raise ValueError("nested too deeply") from None
