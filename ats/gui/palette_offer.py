"""What the palette offers in this window, and what choosing an entry does."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from ats.commands.stages import move
from ats.domain.saved_view import ApplicationFilter
from ats.domain.stage import Outcome, Stage, StageKind
from ats.domain.words import outcome_name
from ats.gui.actions import ACTIONS, Actions
from ats.gui.command_palette import CommandPalette
from ats.gui.palette_entries import Entry, Group, found, rank, recent
from ats.gui.session import Session
from ats.gui.shortcut_sheet import keys_of
from ats.store.queries.applications import ApplicationRow, application_row, applications
from ats.store.queries.stages import stages

_LATELY = "palette"
_MOST_LATELY = 12
_KEYS = ("Enter: open", "Ctrl+Enter: move to stage", "Esc: close")
_STAGE_KEYS = ("Enter: move", "Esc: close")


class PaletteOffer(QObject):
    """Owns the palette of a window. `carry_out` runs an action by its id."""

    def __init__(
        self,
        session: Session,
        actions: Actions,
        window: QWidget,
        carry_out: Callable[[str], None],
    ) -> None:
        super().__init__(window)
        self._session, self._actions, self._carry_out = session, actions, carry_out
        self.palette = CommandPalette(window)
        self.palette.chosen.connect(self._choose)
        self._applications: list[Entry] = []
        self._commands: list[Entry] = []
        self._moving: int | None = None

    def open(self, prompt: str = "Search or run…") -> None:
        """Offer applications and commands."""
        self._moving = None
        self._applications = [_entry(row) for row in applications(self._session.store)]
        self._commands = self._all_commands()
        self.palette.open(self._find, prompt, _KEYS)

    def _find(self, query: str) -> Sequence[Group]:
        if not query.strip():
            return recent(self._applications, self._commands, self._lately())
        return found(query, self._applications, self._in_text(query), self._commands)

    def _in_text(self, query: str) -> list[Entry]:
        if len(query.strip()) < 3:
            return []
        return [
            _entry(row) for row in applications(self._session.store, ApplicationFilter(words=query))
        ]

    def _all_commands(self) -> list[Entry]:
        return [
            Entry(
                kind="command",
                key=spec.id,
                name=self._actions[spec.id].text().replace("&", "").rstrip("…"),
                keys=next(iter(keys_of(spec)), ""),
                icon=spec.icon,
                enabled=self._actions[spec.id].isEnabled(),
            )
            for spec in ACTIONS
            if spec.palette
        ]

    def _choose(self, entry: Entry, with_ctrl: bool) -> None:
        if entry.kind == "stage":
            self.palette.close_palette()
            self._move_to(entry)
        elif entry.kind == "application" and with_ctrl:
            self._offer_stages(int(entry.key))
        else:
            self.palette.close_palette()
            self._remember(entry.key)
            if entry.kind == "application":
                self._session.application_wanted.emit(int(entry.key))
            else:
                self._carry_out(str(entry.key))

    def _offer_stages(self, id: int) -> None:
        row = application_row(self._session.store, id)
        if row is None:
            return
        self._moving = id
        offered = _stage_entries(stages(self._session.store))
        title = f"Move “{row.title or row.company}” to"

        def find(query: str) -> Sequence[Group]:
            entries = rank(query, offered, len(offered))
            return [Group(title, tuple(entries))] if entries else []

        self.palette.open(find, title, _STAGE_KEYS)

    def _move_to(self, entry: Entry) -> None:
        store = self._session.store
        row = application_row(store, self._moving) if self._moving else None
        if row is None:
            return
        self._session.run(move, store, [row.id], int(entry.key), outcome=entry.outcome)
        after = application_row(store, row.id)
        if after is not None and (after.stage_id, after.outcome) != (row.stage_id, row.outcome):
            self._session.say(f"Moved “{row.title or row.company}” to {entry.name}")

    def _lately(self) -> list[int | str]:
        kept = self._session.state(_LATELY)
        known = kept if isinstance(kept, list) else []
        return [key for key in known if isinstance(key, int | str)]

    def _remember(self, key: int | str) -> None:
        others = [other for other in self._lately() if other != key]
        self._session.remember(_LATELY, [key, *others][:_MOST_LATELY])


def _entry(row: ApplicationRow) -> Entry:
    return Entry(
        kind="application",
        key=row.id,
        name=row.title or row.company,
        beside=row.company if row.title else "",
        stage_kind=row.stage_kind,
        outcome=row.outcome,
    )


def _stage_entries(known: Sequence[Stage]) -> list[Entry]:
    """The stages an application can go to; a closed one once for each outcome."""
    entries = []
    for stage in known:
        outcomes: list[Outcome | None] = [None]
        if stage.kind is StageKind.CLOSED:
            outcomes = list(Outcome)
        for outcome in outcomes:
            name = f"{stage.name}: {outcome_name(outcome)}" if outcome else stage.name
            entries.append(
                Entry(
                    kind="stage",
                    key=stage.id,
                    name=name,
                    stage_kind=stage.kind,
                    outcome=outcome,
                )
            )
    return entries
