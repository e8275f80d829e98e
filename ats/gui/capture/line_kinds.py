"""What a line of a posting can be in the review, and the keys that say so. Plain values."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import Qt

from ats.domain.posting import RequirementKind


class LineKind(StrEnum):
    """In the order in which they are listed; the first four are named as requirements are."""

    MUST = "must"
    NICE = "nice"
    DUTY = "duty"
    CONDITION = "condition"
    UNSORTED = "unsorted"
    BENEFIT = "benefit"


ASKED = tuple(LineKind(kind.value) for kind in RequirementKind)
"""The kinds that become requirements of the application."""


@dataclass(frozen=True, slots=True)
class Label:
    """What a line can be called by one key: the kind (None for nothing), its name, the letter
    and the action."""

    kind: LineKind | None
    name: str
    letter: str
    action: str


LABELS = (
    Label(LineKind.MUST, "Must have", "M", "label_must"),
    Label(LineKind.NICE, "Nice to have", "N", "label_nice"),
    Label(LineKind.DUTY, "What you will do", "W", "label_duty"),
    Label(LineKind.CONDITION, "Condition", "C", "label_condition"),
    Label(LineKind.BENEFIT, "Benefit", "B", "label_benefit"),
    Label(None, "Nothing", "X", "label_nothing"),
)
REQUIREMENT = "label_requirement"
"""The action that makes selected words a requirement; its letter is R."""
NOTHING = "label_nothing"
DELETES = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace)
"""Keys that say that a line is nothing, besides its letter."""


def kind_name(kind: LineKind) -> str:
    """What one line of a kind is called."""
    if kind is LineKind.UNSORTED:
        return "Not sorted"
    return next(label.name for label in LABELS if label.kind is kind)
