"""The requirements of an application as the list shows them: under a heading for each kind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt

from ats.domain.posting import Coverage, RequirementKind, RequirementStatus
from ats.domain.words import requirement_kind_name, status_name, statuses
from ats.gui.record_model import Index, RecordListModel
from ats.store.queries.application import RequirementDetail

_KINDS = list(RequirementKind)


@dataclass(frozen=True, slots=True)
class KindHeading:
    """`id` is negative, so that it is never a requirement's."""

    id: int
    text: str
    counts: str


RequirementRow = KindHeading | RequirementDetail


def requirement_rows(requirements: Sequence[RequirementDetail]) -> list[RequirementRow]:
    """The rows, headings among them; the requirements come grouped by kind already."""
    rows: list[RequirementRow] = []
    for kind in _KINDS:
        group = [item for item in requirements if item.requirement.kind is kind]
        if group:
            counted = Coverage.of(item.requirement.status for item in group)
            heading = requirement_kind_name(kind)
            rows.append(KindHeading(-1 - _KINDS.index(kind), heading, statuses(counted)))
            rows.extend(group)
    return rows


def coverage(requirements: Sequence[RequirementDetail]) -> Coverage:
    """What counts as covered: conditions are not requirements one can meet by evidence."""
    return Coverage.of(
        item.requirement.status
        for item in requirements
        if item.requirement.kind is not RequirementKind.CONDITION
    )


def second_line(item: RequirementDetail) -> str:
    """The evidence of a requirement, or what is missing; empty where there is nothing to say."""
    if item.evidence:
        return " · ".join(evidence.title for evidence in item.evidence)
    if item.requirement.status is RequirementStatus.GAP:
        return "Gap: plan written" if item.requirement.plan.strip() else "Gap: no evidence yet"
    return ""


class RequirementModel(RecordListModel):
    """Headings can be neither selected nor stepped on."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(_text, _spoken, parent=parent)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self.record(index), KindHeading):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)


def _text(row: RequirementRow) -> str:
    return row.text if isinstance(row, KindHeading) else row.requirement.text


def _spoken(row: RequirementRow) -> str:
    if isinstance(row, KindHeading):
        return f"{row.text}: {row.counts}"
    status = status_name(row.requirement.status)
    return ". ".join(part for part in (status, row.requirement.text, second_line(row)) if part)
