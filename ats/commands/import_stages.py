"""The stages that the words of an imported file mean."""

from __future__ import annotations

from collections.abc import Iterable

from ats.commands.stages import add_stage
from ats.domain.stage import Stage, StageKind
from ats.exchange.imports.plan import ImportRow
from ats.store import Rows, Store


class StagesOfFile:
    """The person's stages, found for the words of a file. A stage named in our own table is
    made where it is missing, so all must be asked for before the rows are written."""

    def __init__(self, store: Store, rows: Rows, *, make_missing: bool) -> None:
        self._store = store
        self._rows = rows
        self._make_missing = make_missing
        self._known: dict[tuple[str, StageKind, bool], int] = {}
        self._stages = sorted(rows.all(Stage), key=lambda stage: (stage.position, stage.id))

    def find(self, name: str, kind: StageKind, *, present: bool = False) -> int:
        """The id of the stage of that name, else of the first of that kind. History may name
        a removed stage; where an application is now (`present`) may not."""
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
        in_use = [stage for stage in self._stages if not stage.archived]
        removed = [] if present else [stage for stage in self._stages if stage.archived]
        for stage in [*in_use, *removed]:
            if name and stage.name.casefold() == name.casefold():
                return stage
        if name and self._make_missing:
            made = self._rows.get(Stage, add_stage(self._store, name, kind))
            self._stages.append(made)
            return made
        return next((stage for stage in in_use if stage.kind is kind), in_use[0])
