"""What becomes of each row of a plan, before anything is written: a dry run and the run follow
the same decisions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from ats.commands.import_additions import Additions, Held
from ats.commands.import_history import HeldHistory
from ats.commands.import_stages import KnownStages
from ats.domain.importing import Handling
from ats.domain.overview import EventDetail, ListedApplication
from ats.domain.stage import Stage
from ats.domain.timeline import EventKind
from ats.exchange.imports.plan import ImportPlan, ImportRow
from ats.store import Store
from ats.store.queries.applications import application_ids
from ats.store.queries.belongings import events_of
from ats.store.queries.listing import listed_by_id, with_posting
from ats.store.queries.records import records


@dataclass(frozen=True, slots=True)
class Target:
    """The application a row adds to: one of the store, or the one made from a row."""

    application_id: int | None = None
    row: int | None = None


@dataclass(slots=True)
class Decisions:
    """`new` rows are created, `updates` add something to an application; `duplicates` counts
    the rows that add nothing. `targets` is the application, by the number of a row, of each row
    that is to add to one, also where it adds nothing."""

    new: list[ImportRow] = field(default_factory=list)
    updates: list[tuple[Target, ImportRow, Additions]] = field(default_factory=list)
    targets: dict[int, Target] = field(default_factory=dict)
    duplicates: int = 0


def handling_of(
    plan: ImportPlan,
    row: int,
    handling: Mapping[int, Handling],
    otherwise: Handling | None = None,
) -> Handling:
    """What becomes of a row, given what the person said."""
    match = plan.matches.get(row)
    if match is None:
        return Handling.CREATE
    return handling.get(row, otherwise or (Handling.SKIP if match.certain else Handling.CREATE))


class Deciding:
    """Goes through the rows in their order. Reads the store, writes nothing."""

    def __init__(
        self,
        store: Store,
        plan: ImportPlan,
        handling: Mapping[int, Handling],
        otherwise: Handling | None,
    ) -> None:
        self._store = store
        self._plan = plan
        # Of the rows that repeat something; all others are created.
        self._ways = {row: handling_of(plan, row, handling, otherwise) for row in plan.matches}
        self._rows = {row.row: row for row in plan.rows} if self._updates() else {}
        self._held: dict[Target, Held] = {}
        self._stages = KnownStages(records(store, Stage))
        self._there = application_ids(store) if plan.matches else frozenset()
        # The row that is created for an application that was removed.
        self._instead: dict[int, int] = {}

    def decisions(self) -> Decisions:
        self._read_held()
        found = Decisions()
        for row in self._plan.rows:
            if row.row not in self._ways:
                found.new.append(row)
                continue
            if self._is_alone(row.row):
                self._ways[row.row] = Handling.CREATE
            way = self._ways[row.row]
            if way is Handling.CREATE:
                found.new.append(row)
            elif way is Handling.UPDATE:
                found.targets[row.row] = self._target(row.row)
                self._add(found, found.targets[row.row], row)
            else:
                found.duplicates += 1
        return found

    def _is_alone(self, row: int) -> bool:
        """Whether the application that a row repeats was removed since the plan was made: the
        row must not be lost with it. What surely repeats the same after it repeats this row."""
        match = self._plan.matches[row]
        if match.application_id is None or match.application_id in self._there:
            return False
        return not match.certain or self._instead.setdefault(match.application_id, row) == row

    def _add(self, found: Decisions, target: Target, row: ImportRow) -> None:
        added = self._held[target].take(row)
        if added:
            found.updates.append((target, row, added))
        else:
            found.duplicates += 1

    def _way(self, row: int) -> Handling:
        return self._ways.get(row, Handling.CREATE)

    def _updates(self) -> list[int]:
        return [row for row, way in self._ways.items() if way is Handling.UPDATE]

    def _target(self, row: int) -> Target:
        """The application a row adds to, over rows that themselves are no application."""
        match = self._plan.matches[row]
        while match.row is not None and self._way(match.row) is not Handling.CREATE:
            match = self._plan.matches[match.row]
        instead = self._instead.get(match.application_id or 0)
        target = Target(match.application_id, match.row)
        if instead is not None:
            target = Target(row=instead)
        if target.row is not None and target not in self._held:
            earlier = self._rows[target.row]
            posting = bool(earlier.posting_text or earlier.posting_html)
            self._held[target] = Held(earlier, self._history(earlier, ()), has_posting=posting)
        return target

    def _read_held(self) -> None:
        ids = {
            target.application_id
            for target in map(self._target, self._updates())
            if target.application_id is not None
        }
        if not ids:
            return
        posted = with_posting(self._store)
        tells_events = any(self._rows[row].happenings for row in self._updates())
        events = events_of(self._store, sorted(ids)) if tells_events else {}
        for each in listed_by_id(self._store, sorted(ids)):
            told = (
                event
                for event in events.get(each.id, ())
                if event.event.kind is not EventKind.STAGE
            )
            history = self._history(each, told)
            self._held[Target(each.id)] = Held(each, history, has_posting=each.id in posted)

    def _history(
        self, source: ListedApplication | ImportRow, events: Iterable[EventDetail]
    ) -> HeldHistory:
        return HeldHistory(source, events, self._stages, exact=self._plan.own)
