"""Moving applications through the pipeline, and the pipeline itself."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ats.commands.applications import position_before, top_position
from ats.domain.application import Application
from ats.domain.problem import Problem
from ats.domain.stage import Outcome, Stage, StageKind
from ats.domain.timeline import Event, EventKind
from ats.exchange.application_columns import without_guess
from ats.store import Rows, Store
from ats.store.queries.records import record


def move(
    store: Store,
    ids: Sequence[int],
    stage_id: int,
    *,
    on: date | None = None,
    outcome: Outcome | None = None,
    before: int | None = None,
    note: str = "",
) -> None:
    """Move applications to a stage on a day (today where None), above the card `before` or
    on top. Earlier events stay as they are: history is added to, never overwritten.

    Only a closed stage has an outcome. Moving to the stage an application is in already
    corrects the day of that move where `on` is given, adds the note to it, and records a
    changed outcome.
    """
    with store.step(_label(store, stage_id, outcome)) as rows:
        stage = rows.get(Stage, stage_id)
        if stage.archived:
            raise Problem(f"The stage “{stage.name}” was removed. Choose another.")
        if outcome is not None and stage.kind is not StageKind.CLOSED:
            raise Problem(f"Only a closed application has an outcome, and “{stage.name}” is open.")
        for id in ids:
            _move_one(rows, store, rows.get(Application, id), stage, on, outcome, before, note)


def _move_one(
    rows: Rows,
    store: Store,
    application: Application,
    stage: Stage,
    on: date | None,
    outcome: Outcome | None,
    before: int | None,
    note: str,
) -> None:
    stays = application.stage_id == stage.id and outcome in (None, application.outcome)
    if stays:
        _correct_move(rows, application, on, note)
    if before is not None:
        position = position_before(rows, stage.id, before, moving={application.id})
    else:
        position = application.position if stays else top_position(rows, stage.id)
    if stays:
        rows.change(Application, application.id, position=position)
        return
    if on is not None:
        saved_no_later_than(rows, application.id, on)
    rows.change(Application, application.id, stage_id=stage.id, outcome=outcome, position=position)
    rows.add(
        Event(
            application_id=application.id,
            kind=EventKind.STAGE,
            on=on or store.today(),
            stage_id=stage.id,
            outcome=outcome,
            note=note,
            recorded_at=store.now(),
        )
    )


def _correct_move(rows: Rows, application: Application, on: date | None, note: str) -> None:
    """The move that led here, on another day or with a further note."""
    moves = rows.all(
        Event,
        application_id=application.id,
        kind=EventKind.STAGE,
        stage_id=application.stage_id,
    )
    if not moves:
        return
    if on is not None:
        saved_no_later_than(rows, application.id, on, but=moves[-1].id)
        known = without_guess(moves[-1].note)
        rows.change(Event, moves[-1].id, on=on, note=known)
    else:
        known = moves[-1].note
    if note:
        rows.change(Event, moves[-1].id, note=f"{known}\n{note}" if known else note)


def saved_no_later_than(rows: Rows, application_id: int, day: date, but: int = 0) -> None:
    """A role cannot be saved after it was applied for: where the person records an earlier
    day, the first saving, which was noted automatically, moves back with it. What the person
    recorded themselves stays."""
    first = rows.find(Event, application_id=application_id, kind=EventKind.STAGE)
    if first is None or first.id == but or first.stage_id is None or first.on <= day:
        return
    if rows.get(Stage, first.stage_id).kind is StageKind.SAVED:
        rows.change(Event, first.id, on=day)


def _label(store: Store, stage_id: int, outcome: Outcome | None) -> str:
    stage = record(store, Stage, stage_id)
    if stage is None:
        raise Problem("That stage no longer exists. Choose another.")
    return f"Move to {stage.name}" + (f" ({outcome.replace('_', ' ')})" if outcome else "")


def add_stage(store: Store, name: str, kind: StageKind, before: int | None = None) -> int:
    """Add a stage of a kind before another, or as the last of its kind; its id. Raises
    Problem for an empty or a used name."""
    with store.step(f"Add stage {name.strip()}") as rows:
        name = _free_name(rows, name)
        order = _in_use(rows)
        at = next((index for index, stage in enumerate(order) if stage.id == before), None)
        if at is None:
            kinds = list(StageKind)
            at = sum(kinds.index(stage.kind) <= kinds.index(kind) for stage in order)
        id = rows.add(Stage(name=name, kind=kind, position=at))
        _number(rows, [*(s.id for s in order[:at]), id, *(s.id for s in order[at:])])
    return id


def rename_stage(store: Store, id: int, name: str) -> None:
    """Give a stage another name. Raises Problem for an empty or a used name."""
    with store.step(f"Rename stage to {name.strip()}") as rows:
        rows.change(Stage, id, name=_free_name(rows, name, but=id))


def reorder_stages(store: Store, ids: Sequence[int]) -> None:
    """Put the stages in use into this order."""
    with store.step("Reorder stages") as rows:
        if sorted(ids) != sorted(stage.id for stage in _in_use(rows)):
            raise Problem("The stages changed meanwhile. Nothing was reordered.")
        _number(rows, ids)


def remove_stage(store: Store, id: int, move_to: int | None = None) -> None:
    """Remove a stage; its applications move to `move_to`. The stage stays in the history of
    what went through it. Raises Problem where applications would have nowhere to go."""
    with store.step("Remove stage") as rows:
        stage = rows.get(Stage, id)
        others = [other for other in _in_use(rows) if other.id != id]
        if not others:
            raise Problem("The last stage can’t be removed.")
        inside = rows.all(Application, stage_id=id)
        if inside and move_to is None:
            raise Problem(f"Say where the applications in “{stage.name}” should go.")
        if inside and move_to is not None:
            move(store, [item.id for item in inside], move_to)
        rows.change(Stage, id, archived=True)
        _number(rows, [other.id for other in others])


def _in_use(rows: Rows) -> list[Stage]:
    return sorted(rows.all(Stage, archived=False), key=lambda stage: (stage.position, stage.id))


def _number(rows: Rows, ids: Sequence[int]) -> None:
    for position, id in enumerate(ids):
        rows.change(Stage, id, position=position)


def _free_name(rows: Rows, name: str, but: int = 0) -> str:
    name = " ".join(name.split())
    if not name:
        raise Problem("A stage needs a name.")
    if any(s.name.casefold() == name.casefold() and s.id != but for s in _in_use(rows)):
        raise Problem(f"There is a stage “{name}” already. Choose another name.")
    return name
