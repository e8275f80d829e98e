"""Rearranging the board: cards put where the person dropped them."""

from __future__ import annotations

from collections.abc import Sequence

from ats.commands.applications import reorder
from ats.commands.stages import move
from ats.domain.application import Application
from ats.domain.problem import Problem
from ats.domain.stage import Outcome, Stage
from ats.store import Store
from ats.store.queries.records import record


def place_cards(
    store: Store,
    ids: Sequence[int],
    stage_id: int,
    before: int | None,
    *,
    outcome: Outcome | None = None,
) -> None:
    """Put cards, in this order, into a stage's column above the card `before`, or below all.
    Those from other stages are moved. Raises Problem where the stage is gone."""
    stage = record(store, Stage, stage_id)
    if stage is None:
        raise Problem("That stage no longer exists. Choose another.")
    found = [record(store, Application, id) for id in ids]
    stays = all(item is not None and item.stage_id == stage_id for item in found)
    with store.step("Reorder" if stays else f"Move to {stage.name}"):
        move(store, ids, stage_id, outcome=outcome)
        for id in ids:
            reorder(store, id, before)
