"""Reads tables from JSON: any list of flat objects, wherever it stands; a board with its cards
has a module of its own."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from ats.domain.problem import Problem
from ats.exchange.imports.board_in import board_table, is_board
from ats.exchange.imports.day_cells import days_in
from ats.exchange.imports.raw_table import MOST_COLUMNS, MOST_ROWS, RawTable, Row
from ats.exchange.imports.status_words import status_of

_DEEPEST = 6
_MOST_TABLES = 20


def tables_of_json(text: str, name: str) -> list[RawTable]:
    """The tables of a JSON text, or of JSON Lines. Raises Problem where it is neither, or
    holds no list of objects."""
    data = _loaded(text, name)
    if is_board(data):
        return [board_table(data)]
    lists = list(_lists(data, "", 0))[:_MOST_TABLES]
    if not lists:
        raise Problem(f"{name} is JSON, but has no list of applications. Nothing was imported.")
    tables = [_table(where, objects, name) for where, objects in lists]
    return tables if len(tables) > 1 else [RawTable("", tables[0].rows)]


def _loaded(text: str, name: str) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        lines = [line for line in text.splitlines() if line.strip()]
        if len(lines) > 1 and lines[0].lstrip()[:1] == "{":
            try:
                return [json.loads(line) for line in lines]
            except (ValueError, RecursionError):
                pass
        where = f" in line {error.lineno}" if isinstance(error, json.JSONDecodeError) else ""
        raise Problem(f"{name} is damaged: it isn’t JSON{where}. Nothing was imported.") from error


def _lists(data: Any, where: str, depth: int) -> Iterator[tuple[str, list[dict[str, Any]]]]:
    """The lists of objects in the data, and what they are called there."""
    if depth > _DEEPEST:
        return
    if isinstance(data, list):
        objects = [item for item in data if isinstance(item, dict)]
        if objects and len(objects) * 2 >= len(data):
            yield where or "list", objects
    elif isinstance(data, dict):
        if _is_list_by_key(data):
            yield where or "list", [{"id": key, **value} for key, value in data.items()]
            return
        for key, value in data.items():
            yield from _lists(value, str(key), depth + 1)


def _is_list_by_key(data: Mapping[str, Any]) -> bool:
    """Whether an object holds objects alike, each by its key."""
    values = list(data.values())
    if len(values) < 2 or not all(isinstance(value, dict) for value in values):
        return False
    return len({frozenset(value) for value in values}) <= max(1, len(values) // 3)


def _table(where: str, objects: Sequence[Mapping[str, Any]], name: str) -> RawTable:
    if len(objects) > MOST_ROWS:
        raise Problem(f"{name} has more than {MOST_ROWS:,} rows. Import it in parts.")
    flat = [dict(_flat(item, "", 0)) for item in objects]
    headers = list(dict.fromkeys(key for item in flat for key in item))
    if len(headers) > MOST_COLUMNS:
        raise Problem(
            f"{name} has {len(headers):,} different names of values; {MOST_COLUMNS:,} is the most. "
            "Nothing was imported."
        )
    rows = [Row(1, tuple(headers))]
    rows += [
        Row(number, tuple(item.get(header, "") for header in headers))
        for number, item in enumerate(flat, 2)
    ]
    return RawTable(where, rows)


def _flat(item: Any, name: str, depth: int) -> Iterator[tuple[str, str]]:
    """An object's values as text by their names; those of an object in it get both names."""
    for key, value in item.items():
        inner = f"{name} {key}".strip()
        if isinstance(value, dict) and depth < _DEEPEST:
            yield from _flat(value, inner, depth + 1)
        else:
            yield inner, cell_of(value)


def cell_of(value: Any) -> str:
    """A value of JSON as the text of a cell; a list is parted by semicolons."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, list):
        return "; ".join(text for item in value if (text := _item(item)))
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else repr(value)
    return value if isinstance(value, str) else _json(value)


def _item(value: Any) -> str:
    """An item of a list. One that says a status and a day is a step of a history; one with a
    name is called by it."""
    if not isinstance(value, dict):
        return cell_of(value)
    texts = [text for inner in value.values() if (text := cell_of(inner))]
    day = next((text for text in texts if days_in(text)), "")
    status = next((text for text in texts if text != day and status_of(text)), "")
    if day and status:
        return f"{re.split('[T ]', day)[0]} {status}"
    for key in ("name", "title", "label", "text", "value"):
        if isinstance(value.get(key), str):
            return str(value[key])
    return _json(value)


def _json(value: Any) -> str:
    try:
        return json.dumps(value, ensure_ascii=False)
    except (ValueError, RecursionError):
        return ""
