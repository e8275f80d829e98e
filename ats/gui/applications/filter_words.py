"""A filter in words, one phrase for each thing it asks for. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from enum import StrEnum

from ats.domain import words
from ats.domain.importing import ImportBatch
from ats.domain.saved_view import ApplicationFilter
from ats.domain.stage import Stage


class Facet(StrEnum):
    """What can be asked for, in the order of the menu; the value is a field of the filter."""

    STAGE = "stages"
    KIND = "kinds"
    OUTCOME = "outcomes"
    PAY = "pay_at_least"
    WORK_MODE = "work_modes"
    TAG = "tags"
    SOURCE = "sources"
    NEEDS_ACTION = "needs_action"
    IMPORT = "imports"


def phrases(
    wanted: ApplicationFilter,
    stages: Sequence[Stage],
    imports: Sequence[ImportBatch] = (),
    today: date | None = None,
) -> list[tuple[Facet, str]]:
    """What a filter asks for besides words: "Pay at least 75k", "Remote or hybrid"."""
    names = {stage.id: stage.name for stage in stages}
    modes = [words.work_mode_name(mode) for mode in wanted.work_modes]
    texts = {
        Facet.STAGE: _either(names.get(id, "a removed stage") for id in wanted.stages),
        Facet.KIND: _either(words.stage_kind_name(kind) for kind in wanted.kinds),
        Facet.OUTCOME: _either(words.outcome_name(outcome) for outcome in wanted.outcomes),
        Facet.PAY: _pay(wanted.pay_at_least),
        Facet.WORK_MODE: _either([*modes[:1], *(mode.lower() for mode in modes[1:])]),
        Facet.TAG: _named("Tag", wanted.tags),
        Facet.SOURCE: _named("Source", wanted.sources),
        Facet.NEEDS_ACTION: "Needs action" if wanted.needs_action else "",
        Facet.IMPORT: _imported(wanted.imports, imports, today),
    }
    return [(facet, text) for facet, text in texts.items() if text]


def import_name(batch: ImportBatch, today: date | None) -> str:
    """ "search.csv on 4 Nov"."""
    on = batch.imported_at.astimezone().date()
    return f"{batch.file_name} on {words.day(on, today or on)}"


def without(wanted: ApplicationFilter, facet: Facet) -> ApplicationFilter:
    """The same filter, not asking for one thing."""
    return replace(wanted, **{facet.value: getattr(ApplicationFilter(), facet.value)})


def short_amount(amount: int) -> str:
    """ "75k", "62,500"."""
    return f"{amount // 1000:,}k" if amount and amount % 1000 == 0 else f"{amount:,}"


def _pay(amount: int | None) -> str:
    return "" if amount is None else f"Pay at least {short_amount(amount)}"


def _imported(ids: Sequence[int], batches: Sequence[ImportBatch], today: date | None) -> str:
    if not ids:
        return ""
    names = {batch.id: import_name(batch, today) for batch in batches}
    return f"Imported from {_either(names.get(id, 'a removed import') for id in ids)}"


def _named(name: str, values: Sequence[str]) -> str:
    return f"{name}: {_either(values)}" if values else ""


def _either(values: Iterable[str]) -> str:
    return " or ".join(values)
