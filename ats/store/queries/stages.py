"""The pipeline as it is now."""

from __future__ import annotations

from ats.domain.problem import Problem
from ats.domain.stage import Stage, StageKind
from ats.store.rows import read
from ats.store.store import Store


def stages(store: Store) -> list[Stage]:
    """The stages in use, in pipeline order."""
    sql = "select * from stage where not archived order by position, id"
    return list(read(store.connection, Stage, sql))


def stage_named(store: Store, name: str) -> Stage:
    """The stage the person means by a name or a kind. Raises Problem where there is none."""
    wanted = name.strip().casefold()
    known = stages(store)
    for stage in known:
        if stage.name.casefold() == wanted:
            return stage
    for stage in known:
        if stage.kind == wanted:
            return stage
    names = ", ".join(stage.name for stage in known)
    raise Problem(f"There is no stage “{name}”. Your stages are {names}.")


def first_of_kind(store: Store, kind: StageKind) -> Stage:
    """The first stage of a kind, or the first stage of all where none is left of it."""
    known = stages(store)
    return next((stage for stage in known if stage.kind == kind), known[0])
