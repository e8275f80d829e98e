"""What a row of a file has that an application lacks. Nothing that is there is touched."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from ats.commands.import_history import HeldHistory
from ats.domain.overview import ListedApplication
from ats.domain.stored_text import same_name_key
from ats.exchange.application_columns import Move
from ats.exchange.event_cells import Happening
from ats.exchange.imports.plan import ImportRow

_FIELDS = (
    "title", "locations", "work_mode", "employment_type", "bonus", "equity", "deadline",
    "posted_on", "reference", "link", "source", "excitement",
)  # fmt: skip
_PAY = ("least", "most", "currency", "period")


@dataclass(slots=True, kw_only=True)
class Additions:
    """`fields` are those of Application; `company` is a name. `moves_on` is whether the last of
    `moves` leads to where the application stands from now on."""

    fields: dict[str, Any] = field(default_factory=dict)
    company: str = ""
    notes: str = ""
    posting: bool = False
    next_action: bool = False
    tags: list[str] = field(default_factory=list)
    contacts: list[str] = field(default_factory=list)
    moves: list[Move] = field(default_factory=list)
    happenings: list[Happening] = field(default_factory=list)
    moves_on: bool = False
    imported: list[tuple[str, str]] = field(default_factory=list)

    def __bool__(self) -> bool:
        return any(getattr(self, name) for name in self.__slots__)


class Held:
    """What an application holds, as far as a row may add to it."""

    def __init__(
        self, source: ListedApplication | ImportRow, history: HeldHistory, *, has_posting: bool
    ) -> None:
        row = source.row if isinstance(source, ListedApplication) else source
        self._fields = {name: getattr(row, name) for name in (*_FIELDS, "outcome")}
        self._has_pay = any(getattr(row.pay, name) is not None for name in _PAY)
        self._history = history
        self._company = bool(row.company.strip())
        self._notes = bool(source.notes)
        self._posting = has_posting
        self._next_action = bool(row.next_action)
        self._tags = {same_name_key(tag) for tag in row.tags}
        self._contacts = {same_name_key(name) for name in source.contacts}
        self._headers = set(_headers(source))

    def take(self, row: ImportRow) -> Additions:
        """What the row has and the application lacks; it holds that from now on."""
        added = Additions(fields=self._new_fields(row))
        if not self._company and row.company.strip():
            self._company, added.company = True, row.company
        if not self._notes and row.notes:
            self._notes, added.notes = True, row.notes
        if not self._posting and (row.posting_text or row.posting_html):
            self._posting = added.posting = True
        if not self._next_action and row.next_action:
            self._next_action = added.next_action = True
        added.tags = _new(self._tags, row.tags)
        added.contacts = _new(self._contacts, row.contacts)
        for header, value in row.imported:
            if header not in self._headers:
                added.imported.append((header, value))
        self._headers.update(header for header, _ in added.imported)
        added.moves, added.happenings, added.moves_on = self._history.take(row)
        if added.moves_on:
            self._fields["outcome"] = row.outcome
        return added

    def _new_fields(self, row: ImportRow) -> dict[str, Any]:
        found = {
            name: value
            for name in _FIELDS
            if not self._fields[name] and (value := getattr(row, name))
        }
        if self._history.is_closed and not self._fields["outcome"] and row.outcome:
            found["outcome"] = row.outcome
        self._fields.update(found)
        if not self._has_pay:
            pay = {name: getattr(row.pay, name) for name in _PAY}
            stated = {f"pay_{name}": value for name, value in pay.items() if value is not None}
            self._has_pay = bool(stated)
            found.update(stated)
        return found


def _headers(source: ListedApplication | ImportRow) -> Iterable[str]:
    if isinstance(source, ImportRow):
        return (header for header, _ in source.imported)
    return (value.header for value in source.imported)


def _new(known: set[str], names: Iterable[str]) -> list[str]:
    """The names that are not known; they are from now on."""
    found = []
    for name in names:
        if (key := same_name_key(name)) not in known:
            known.add(key)
            found.append(name)
    return found
