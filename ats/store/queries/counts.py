"""How much there is of what, for the sidebar."""

from __future__ import annotations

from dataclasses import dataclass

from ats.store.store import Store


@dataclass(frozen=True, slots=True)
class Counts:
    """Open applications outside the Trash, all outside the Trash, evidence, and the Trash."""

    open: int
    applications: int
    evidence: int
    trashed: int


def counts(store: Store) -> Counts:
    sql = """
        select (select count(*) from application join stage on stage.id = stage_id
                where trashed_at is null and stage.kind != 'closed'),
            (select count(*) from application where trashed_at is null),
            (select count(*) from evidence),
            (select count(*) from application where trashed_at is not null)"""
    return Counts(*store.connection.execute(sql).fetchone())
