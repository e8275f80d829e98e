"""Which applications the page shows, in which order, and how many it leaves out. The store is
read once per change; filtering and sorting run over what was read."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from ats.domain.overview import ApplicationRow
from ats.domain.saved_view import ApplicationFilter, SortKey
from ats.store import Store
from ats.store.queries.applications import applications, found_by, needs_action, ordered, passes


@dataclass(frozen=True, slots=True)
class Shown:
    """`hidden` counts what the filter leaves out; `open` and `pressing` (something due today
    or earlier) are among `rows`."""

    rows: tuple[ApplicationRow, ...] = ()
    hidden: int = 0
    open: int = 0
    pressing: int = 0

    @property
    def total(self) -> int:
        return len(self.rows) + self.hidden

    def column(self, stage_id: int) -> list[int]:
        """The applications of a stage, in the order shown."""
        return [row.id for row in self.rows if row.stage_id == stage_id]

    def beside(self, ids: Collection[int]) -> int | None:
        """The application to go on with when these leave their place: the one below the last
        of them in its stage, else above the first, else none."""
        leaving = set(ids)
        row = next((row for row in reversed(self.rows) if row.id in leaving), None)
        if row is None:
            return None
        column = self.column(row.stage_id)
        at = column.index(row.id)
        below = [id for id in column[at + 1 :] if id not in leaving]
        above = [id for id in column[:at] if id not in leaving]
        return below[0] if below else above[-1] if above else None


class Listing:
    """The applications of a store that are not in the Trash."""

    def __init__(self, store: Store) -> None:
        self._store = store
        self._all: list[ApplicationRow] = []

    def reload(self) -> None:
        """Read the store again."""
        self._all = applications(self._store)

    @property
    def rows(self) -> list[ApplicationRow]:
        """All of them, whatever the filter."""
        return self._all

    def shown(self, wanted: ApplicationFilter, sort: SortKey, descending: bool) -> Shown:
        """What was read last, filtered and sorted."""
        today = self._store.today()
        kept = self._all
        if wanted:
            found = found_by(self._store, wanted)
            kept = [
                row
                for row in kept
                if (found is None or row.id in found) and passes(row, wanted, today)
            ]
        if sort is SortKey.MANUAL:
            descending = False
        return Shown(
            tuple(ordered(kept, sort, today, descending=descending)),
            hidden=len(self._all) - len(kept),
            open=sum(row.is_open for row in kept),
            pressing=sum(needs_action(row, today) for row in kept),
        )
