"""Where applications stay that rows of a file add to: what is added may fill fields and history and
still not say that the application stands elsewhere now."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import Enum

from ats.commands.import_decisions import Decisions, Target
from ats.domain.stage import Outcome, StageKind
from ats.domain.words import stage_kind_name
from ats.exchange.application_columns import DAY_UNKNOWN
from ats.exchange.imports.plan import ImportPlan, ImportRow
from ats.store import Store
from ats.store.queries.listing import listed_by_id

_ORDER = {kind: at for at, kind in enumerate(StageKind)}


class WhyKept(Enum):
    """Why what a row says of the stage is not taken: it says the same, or nothing further on, or
    it gives no day for it, or none that is later than all that is known."""

    SAME = "same"
    BEHIND = "behind"
    NO_DAY = "no day"
    NOT_LATER = "not later"

    @property
    def is_for_want_of_a_day(self) -> bool:
        return self in (WhyKept.NO_DAY, WhyKept.NOT_LATER)


@dataclass(frozen=True, slots=True)
class KeptStage:
    """Where an application stands after a row has added to it. `stage` is the person's name."""

    stage: str
    kind: StageKind
    outcome: Outcome | None
    why: WhyKept = WhyKept.SAME


def kept_stages(store: Store, plan: ImportPlan, decisions: Decisions) -> dict[int, KeptStage]:
    """By the number of a row, where the application stays that the row adds to, for all such rows
    that do not lead it on. Nothing is written."""
    targets = decisions.targets
    if not targets:
        return {}
    stands = _stands(store, plan, set(targets.values()))
    led_on = set()
    for target, row, added in decisions.updates:
        if added.moves_on:
            led_on.add(row.row)
            stands[target] = _of_row(row)
        elif "outcome" in added.fields and target in stands:
            stands[target] = replace(stands[target], outcome=added.fields["outcome"])
    return {
        row.row: replace(stands[target], why=_why(row, stands[target]))
        for row in plan.rows
        if row.row in targets and row.row not in led_on and (target := targets[row.row]) in stands
    }


def _stands(store: Store, plan: ImportPlan, targets: set[Target]) -> dict[Target, KeptStage]:
    ids = sorted(each.application_id for each in targets if each.application_id is not None)
    found = {
        Target(each.id): KeptStage(each.row.stage, each.row.stage_kind, each.row.outcome)
        for each in listed_by_id(store, ids)
    }
    found |= {
        target: _of_row(row) for row in plan.rows if (target := Target(row=row.row)) in targets
    }
    return found


def _of_row(row: ImportRow) -> KeptStage:
    return KeptStage(row.stage or stage_kind_name(row.stage_kind), row.stage_kind, row.outcome)


def _why(row: ImportRow, stands: KeptStage) -> WhyKept:
    if _ORDER[row.stage_kind] > _ORDER[stands.kind]:
        last = row.moves[-1] if row.moves else None
        undated = last is None or last.on is None or last.note == DAY_UNKNOWN
        return WhyKept.NO_DAY if undated else WhyKept.NOT_LATER
    same = row.stage_kind is stands.kind and row.outcome in (None, stands.outcome)
    return WhyKept.SAME if same else WhyKept.BEHIND
