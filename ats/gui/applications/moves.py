"""Carries out what the person wants for the selected applications, and says what was done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from ats.commands import applications, board, stages
from ats.domain.overview import ApplicationRow
from ats.domain.saved_view import SortKey
from ats.domain.stage import Outcome, Stage, StageKind
from ats.domain.words import counted, day, outcome_name
from ats.gui.applications.card_text import role
from ats.gui.applications.listing import Shown
from ats.gui.applications.selection import Selection
from ats.gui.session import Session


class Moves:
    """`shown`, `stages`, `sort` and `closed_in_sight` are set by the page at each refresh."""

    def __init__(self, session: Session, selection: Selection) -> None:
        self._session, self._selection = session, selection
        self.shown = Shown()
        self.stages: Sequence[Stage] = ()
        self.sort = SortKey.MANUAL
        self.closed_in_sight = True

    def chosen(self) -> list[ApplicationRow]:
        """The selected applications, in the order shown."""
        wanted = set(self._selection.ids)
        return [row for row in self.shown.rows if row.id in wanted]

    def current(self) -> ApplicationRow | None:
        """The application with the focus, else the first selected one."""
        at = self._selection.current
        found = next((row for row in self.shown.rows if row.id == at), None)
        return found or next(iter(self.chosen()), None)

    def current_stage(self) -> Stage | None:
        row = self.current()
        return None if row is None else self._stage(row.stage_id)

    def stage_beside(self, step: int) -> Stage | None:
        """The stage before (-1) or after (1) that of the current application."""
        current = self.current_stage()
        if current is None:
            return None
        at = list(self.stages).index(current) + step
        return self.stages[at] if 0 <= at < len(self.stages) else None

    def move(self, stage: Stage, outcome: Outcome | None = None, on: date | None = None) -> None:
        """Move the selected applications to the top of a stage, on a day or today. Those that
        are there already have the day corrected."""
        rows = self.chosen()
        if not rows:
            return
        ids = [row.id for row in rows]
        after = self.shown.beside(ids)
        if self._run(stages.move, ids[::-1], stage.id, outcome=outcome, on=on):
            if _all_there(rows, stage, outcome):
                self._say_since(rows, stage, on)
            else:
                self._go_on(rows, stage, outcome, after, on)

    def place(
        self, ids: Sequence[int], stage: Stage, before: int | None, outcome: Outcome | None
    ) -> None:
        """Put dropped cards into a column: where they were dropped while the person orders the
        cards, else on top."""
        rows = [row for row in self.shown.rows if row.id in set(ids)]
        after = self.shown.beside(ids)
        stay = _all_there(rows, stage, outcome)
        if self.sort is SortKey.MANUAL:
            done = self._run(board.place_cards, list(ids), stage.id, before, outcome=outcome)
        else:
            done = self._run(stages.move, list(ids)[::-1], stage.id, outcome=outcome)
        if done and not stay:
            self._go_on(rows, stage, outcome, after)

    def can_reorder(self, step: int) -> bool:
        """Whether the current card has a neighbour to change places with."""
        row = self.current()
        if row is None or self.sort is not SortKey.MANUAL:
            return False
        return 0 <= self._column_of(row).index(row.id) + step < len(self._column_of(row))

    def reorder(self, step: int) -> None:
        """Move the current card one place up (-1) or down (1) in its column."""
        row = self.current()
        if row is None or not self.can_reorder(step):
            return
        column = self._column_of(row)
        at = column.index(row.id)
        target = at - 1 if step < 0 else at + 2
        before = column[target] if target < len(column) else None
        self._run(applications.reorder, row.id, before)

    def trash(self) -> None:
        """Put the selected applications into the Trash; the next one is selected."""
        rows = self.chosen()
        ids = [row.id for row in rows]
        after = self.shown.beside(ids)
        if ids and self._run(applications.trash, ids):
            self._session.say(f"Moved {_named(rows)} to Trash")
            self._selection.choose_one(after)

    def rename(self, title: str) -> None:
        row = self.current()
        if row is not None and title != row.title:
            self._run(applications.edit_application, row.id, title=title)

    def tag(self, name: str) -> None:
        rows = self.chosen()
        if self._run(applications.tag_applications, [row.id for row in rows], name):
            self._session.say(f"Tagged {_named(rows)} with {name}")

    def untag(self, name: str) -> None:
        rows = self.chosen()
        if self._run(applications.untag_applications, [row.id for row in rows], name):
            self._session.say(f"Removed tag {name} from {_named(rows)}")

    def _go_on(
        self,
        rows: Sequence[ApplicationRow],
        stage: Stage,
        outcome: Outcome | None,
        after: int | None,
        on: date | None = None,
    ) -> None:
        """Say what was moved; where it went out of sight, go on with its neighbour."""
        if stage.kind is StageKind.CLOSED and not self.closed_in_sight:
            self._selection.choose_one(after)
        to = f"{stage.name}: {outcome_name(outcome)}" if outcome else stage.name
        today = self._session.store.today()
        when = f" on {day(on, today)}" if on and on != today else ""
        self._session.say(f"Moved {_named(rows)} to {to}{when}")

    def _say_since(self, rows: Sequence[ApplicationRow], stage: Stage, on: date | None) -> None:
        """Nothing was moved: only the day of the last move may be another."""
        if on is not None:
            verb = "is" if len(rows) == 1 else "are"
            since = day(on, self._session.store.today())
            self._session.say(f"{_named(rows)} {verb} at {stage.name} since {since}")

    def _run(self, command: Callable[..., object], *args: object, **kwargs: object) -> bool:
        """Run a command on the store and show what came of it at once, so that the next key
        finds the applications as they are; False where a message was shown instead."""

        def run() -> bool:
            command(self._session.store, *args, **kwargs)
            return True

        done = self._session.run(run) is True
        self._session.live.announce()
        return done

    def _stage(self, id: int) -> Stage | None:
        return next((stage for stage in self.stages if stage.id == id), None)

    def _column_of(self, row: ApplicationRow) -> list[int]:
        return self.shown.column(row.stage_id)


def _all_there(rows: Sequence[ApplicationRow], stage: Stage, outcome: Outcome | None) -> bool:
    return all(row.stage_id == stage.id and outcome in (None, row.outcome) for row in rows)


def _named(rows: Sequence[ApplicationRow]) -> str:
    return f"“{role(rows[0])}”" if len(rows) == 1 else counted(len(rows), "application")
