"""Saved views: a filter and an order the person wants again."""

from __future__ import annotations

from typing import Any

from ats.domain.problem import Problem
from ats.domain.saved_view import SavedView, SortKey
from ats.store import Store


def save_view(
    store: Store,
    name: str,
    filter: str,
    *,
    sort: SortKey = SortKey.MANUAL,
    descending: bool = False,
    columns: str = "[]",
) -> int:
    """Keep a view under a name; its id. `filter` and `columns` are JSON. A view of the same
    name is replaced. Raises Problem for an empty name."""
    name = " ".join(name.split())
    if not name:
        raise Problem("A view needs a name.")
    fields: dict[str, Any] = {
        "filter": filter, "sort": sort, "descending": descending, "columns": columns,
    }  # fmt: skip
    with store.step(f"Save view {name}") as rows:
        known = rows.find(SavedView, name=name)
        if known is not None:
            rows.change(SavedView, known.id, **fields)
            return known.id
        last = rows.greatest(SavedView, "position")
        return rows.add(SavedView(name=name, position=(last or 0) + 1, **fields))


def rename_view(store: Store, id: int, name: str) -> None:
    with store.step("Rename view") as rows:
        rows.change(SavedView, id, name=" ".join(name.split()))


def remove_view(store: Store, id: int) -> None:
    with store.step("Remove view") as rows:
        rows.remove(SavedView, id)
