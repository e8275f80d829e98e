"""The stages that the words of an imported file mean."""

from __future__ import annotations

from collections.abc import Iterable

from ats.commands.stages import add_stage
from ats.domain.stage import Stage, StageKind
from ats.exchange.imports.plan import ImportRow
from ats.store import Rows, Store


class KnownStages:
    """Stages as a file means them: by name, those in use before those that were removed. History
    may name a removed stage; where an application is now (`present`) may not."""

    def __init__(self, stages: Iterable[Stage]) -> None:
        self._all = sorted(stages, key=lambda stage: (stage.archived, stage.position, stage.id))
        self._by_name: dict[str, list[Stage]] = {}
        for stage in self._all:
            self._by_name.setdefault(stage.name.casefold(), []).append(stage)

    def named(self, name: str, *, present: bool = False) -> Stage | None:
        """The stage of that name."""
        return _first(self._by_name.get(name.casefold(), ()), present)

    def of_kind(self, kind: StageKind, *, present: bool = False) -> Stage | None:
        """The first stage of a kind."""
        return _first((stage for stage in self._all if stage.kind is kind), present)

    def first(self) -> Stage:
        """The first stage in use; there always is one."""
        return self._all[0]


def _first(stages: Iterable[Stage], present: bool) -> Stage | None:
    return next((stage for stage in stages if not (present and stage.archived)), None)


class StagesOfFile:
    """The person's stages, found for the words of a file. A stage named in our own table is
    made where it is missing, so all must be asked for before the rows are written."""

    def __init__(self, store: Store, rows: Rows, *, make_missing: bool) -> None:
        self._store = store
        self._rows = rows
        self._make_missing = make_missing
        self._known: dict[tuple[str, StageKind, bool], int] = {}
        self._stages = KnownStages(rows.all(Stage))

    def find(self, name: str, kind: StageKind, *, present: bool = False) -> int:
        """The id of the stage of that name, else of the first of that kind, else of the first."""
        key = (name, kind, present)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = self._found(name, kind, present=present).id
        return found

    def find_all_of(self, rows: Iterable[ImportRow]) -> None:
        """Find, and make where they are missing, the stages of these rows."""
        # Rows whose cells say the same share their moves.
        different = {(id(row.moves), row.stage, row.stage_kind): row for row in rows}
        for row in different.values():
            self.find(row.stage, row.stage_kind, present=True)
            for move in row.moves:
                self.find(move.stage, move.kind or row.stage_kind)

    def _found(self, name: str, kind: StageKind, *, present: bool) -> Stage:
        stage = self._stages.named(name, present=present)
        if stage is None and name and self._make_missing:
            stage = self._rows.get(Stage, add_stage(self._store, name, kind))
            self._stages = KnownStages(self._rows.all(Stage))
        return stage or self._stages.of_kind(kind, present=present) or self._stages.first()
