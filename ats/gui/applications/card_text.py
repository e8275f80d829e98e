"""What a card or a table row says about an application. Pure: no widget, "today" passed in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from ats.domain import words
from ats.domain.overview import ApplicationRow
from ats.domain.stage import StageKind
from ats.gui.tooltips import plain

_NEAR = 7  # days before an offer's deadline from which it presses


@dataclass(frozen=True, slots=True)
class Due:
    """When something is due. `tone` is a colour role; `icon` and `strong` repeat in shape and
    weight what the colour says."""

    text: str
    tone: str
    icon: str

    @property
    def strong(self) -> bool:
        return self.tone != "text2"


_LATER = Due("", "text2", icon="calendar")


def role(row: ApplicationRow) -> str:
    return row.title or "No title"


def where(row: ApplicationRow) -> str:
    """ "Tidewater Bank · Leeds · Hybrid"."""
    return " · ".join(part for part in (row.company, words.place(row)) if part)


def coverage(row: ApplicationRow) -> str:
    """ "7/10", or "8 to assess" where nothing was assessed, or nothing without requirements."""
    counted = row.coverage
    if counted.total and not counted.assessed:
        return f"{counted.total} to assess"
    return words.covered(counted)


def action(row: ApplicationRow) -> str:
    """What to do next; the deadline of a saved application where nothing is planned."""
    return row.next_action or ""


def foot(row: ApplicationRow, today: date) -> str:
    """The words at the foot of a card; empty where there is nothing to do."""
    if row.stage_kind is StageKind.CLOSED:
        return words.outcome_name(row.outcome) if row.outcome else "No outcome"
    if row.next_action is None and row.stage_kind is StageKind.SAVED and row.deadline:
        passed = row.deadline < today
        return f"{'Deadline' if passed else 'Closes'} {words.day(row.deadline, today)}"
    return row.next_action or ""


def due(row: ApplicationRow, today: date) -> Due:
    """When the next action, or a saved application's deadline, is due."""
    on = row.due_on
    if row.stage_kind is StageKind.CLOSED:
        since = row.stage_since
        return Due(words.ago(since, today), "text2", "") if since else Due("", "text2", icon="")
    if on is None:
        return _LATER
    days = (on - today).days
    if days < 0:
        return Due(words.due(on, today), "danger", icon="triangle-alert")
    if row.next_action is None and days:
        return Due(words.counted(days, "day"), "text2", icon="calendar")
    if row.stage_kind is StageKind.OFFER and days <= _NEAR:
        return Due(words.left(on, today), "warn", icon="clock")
    if days == 0:
        return Due(words.due(on, today), "warn", icon="clock")
    return Due(words.due(on, today), "text2", icon="calendar")


def spoken(row: ApplicationRow, today: date) -> str:
    """Everything a card shows, in one sentence for a screen reader."""
    stage = row.stage
    if row.stage_kind is StageKind.CLOSED and row.outcome:
        stage = f"{stage}: {words.outcome_name(row.outcome)}"
    parts = [role(row), row.company, stage, _coverage_spoken(row)]
    if row.is_open:
        when = due(row, today)
        parts += [foot(row, today), f"due {when.text}" if when.text else ""]
    return ", ".join(part for part in parts if part)


def described(row: ApplicationRow) -> str:
    """What a screen reader adds: place and pay."""
    return ", ".join(part for part in (words.place(row), words.pay_long(row.pay)) if part)


def tooltip(row: ApplicationRow, today: date) -> str:
    """What a card shortens, in full."""
    when = due(row, today)
    lines = [role(row), where(row), words.pay_long(row.pay), words.statuses(row.coverage)]
    if foot(row, today):
        lines.append(f"{foot(row, today)} · {when.text}" if when.text else foot(row, today))
    return plain("\n".join(line for line in lines if line))


def _coverage_spoken(row: ApplicationRow) -> str:
    counted = row.coverage
    if not counted.total:
        return ""
    if not counted.assessed:
        return f"{words.counted(counted.total, 'requirement')} to assess"
    return f"{counted.covered} of {counted.total} covered"
