"""How the Applications page was left: view, filter, order and columns, as plain values that can
be kept as JSON by the window and in saved views."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, TypeVar

from ats.domain.application import WorkMode
from ats.domain.saved_view import ApplicationFilter, SortKey
from ats.domain.stage import Outcome, StageKind

T = TypeVar("T")


class View(StrEnum):
    BOARD = "board"
    TABLE = "table"


DEFAULT_COLUMNS = (
    "title", "stage", "company", "pay", "coverage", "next_action", "due", "applied", "source",
    "days_in_stage",
)  # fmt: skip
"""The columns of the table that are shown at first, in order."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ApplicationsLook:
    """`columns` are the shown columns of the table in order, `widths` in device-independent
    pixels those that were resized; `current` the application that had the focus."""

    view: View = View.BOARD
    filter: ApplicationFilter = field(default_factory=ApplicationFilter)
    sort: SortKey = SortKey.MANUAL
    descending: bool = False
    columns: tuple[str, ...] = DEFAULT_COLUMNS
    widths: Mapping[str, int] = field(default_factory=dict)
    closed_open: bool = False
    current: int | None = None


def look_values(look: ApplicationsLook) -> dict[str, Any]:
    """The look as JSON-able values."""
    return {
        "view": look.view.value,
        "filter": filter_values(look.filter),
        "sort": look.sort.value,
        "descending": look.descending,
        "columns": list(look.columns),
        "widths": dict(look.widths),
        "closed_open": look.closed_open,
        "current": look.current,
    }


def look_from(values: Any) -> ApplicationsLook:
    """The look in such values. What is missing or makes no sense has its default."""
    if not isinstance(values, Mapping):
        return ApplicationsLook()
    known = ApplicationsLook()
    current = values.get("current")
    return ApplicationsLook(
        view=_one(View, values.get("view")) or known.view,
        filter=filter_from(values.get("filter")),
        sort=_one(SortKey, values.get("sort")) or known.sort,
        descending=values.get("descending") is True,
        columns=_texts(values.get("columns")) or known.columns,
        widths=_widths(values.get("widths")),
        closed_open=values.get("closed_open") is True,
        current=current if isinstance(current, int) else None,
    )


def filter_values(wanted: ApplicationFilter) -> dict[str, Any]:
    """A filter as JSON-able values, without its empty fields."""
    values: dict[str, Any] = {
        "words": wanted.words,
        "stages": list(wanted.stages),
        "kinds": [kind.value for kind in wanted.kinds],
        "outcomes": [outcome.value for outcome in wanted.outcomes],
        "work_modes": [mode.value for mode in wanted.work_modes],
        "tags": list(wanted.tags),
        "sources": list(wanted.sources),
        "pay_at_least": wanted.pay_at_least,
        "needs_action": wanted.needs_action,
        "imports": list(wanted.imports),
    }
    return {
        name: value
        for name, value in values.items()
        if value is not False and value not in ("", [], None)
    }


def filter_from(values: Any) -> ApplicationFilter:
    """The filter in such values. What makes no sense is left out."""
    if not isinstance(values, Mapping):
        return ApplicationFilter()
    words, pay = values.get("words"), values.get("pay_at_least")
    return ApplicationFilter(
        words=words if isinstance(words, str) else "",
        stages=_all(lambda id: id if isinstance(id, int) else None, values.get("stages")),
        kinds=_all(lambda value: _one(StageKind, value), values.get("kinds")),
        outcomes=_all(lambda value: _one(Outcome, value), values.get("outcomes")),
        work_modes=_all(lambda value: _one(WorkMode, value), values.get("work_modes")),
        tags=_texts(values.get("tags")),
        sources=_texts(values.get("sources")),
        pay_at_least=pay if isinstance(pay, int) and not isinstance(pay, bool) else None,
        needs_action=values.get("needs_action") is True,
        imports=_all(lambda id: id if isinstance(id, int) else None, values.get("imports")),
    )


def filter_json(wanted: ApplicationFilter) -> str:
    """A filter as a saved view keeps it."""
    return json.dumps(filter_values(wanted), ensure_ascii=False)


def read_json(text: str) -> Any:
    """What a saved view keeps; None for a text that is no JSON."""
    try:
        return json.loads(text)
    except ValueError:
        return None


def _one(kind: type[T], value: Any) -> T | None:
    try:
        return kind(value)  # type: ignore[call-arg]
    except ValueError:
        return None


def _all(read: Callable[[Any], T | None], values: Any) -> tuple[T, ...]:
    if not isinstance(values, list):
        return ()
    return tuple(found for found in map(read, values) if found is not None)


def _texts(values: Any) -> tuple[str, ...]:
    return _all(lambda value: value if isinstance(value, str) else None, values)


def _widths(values: Any) -> dict[str, int]:
    if not isinstance(values, Mapping):
        return {}
    return {str(name): width for name, width in values.items() if isinstance(width, int)}
