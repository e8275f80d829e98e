"""Which words of a posting are highlighted, why, and what they belong to. Plain values."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from ats.domain.reading import Reading, Span
from ats.gui.capture.lines import Item
from ats.gui.posting.shown_text import ShownText


class MarkKind(StrEnum):
    """Why words are highlighted, in the order of the legend."""

    NAME = "Role and place"
    PAY = "Pay"
    MUST = "Must have"
    NICE = "Nice to have"
    DUTY = "What you will do"
    CONDITION = "Condition"
    BENEFIT = "Benefit"
    DETAIL = "Details"
    UNSORTED = "Not sorted"
    REPEAT = "Repeats lines above"


@dataclass(frozen=True, slots=True)
class Mark:
    """Highlighted words: their place in the view, and the field or item they belong to. A
    `quiet` one shows only while its field is pointed out."""

    start: int
    end: int
    kind: MarkKind
    key: str
    quiet: bool = False

    @property
    def layer(self) -> int:
        """What lies over what: a value over the line it stands in, a line over a detail."""
        return _LAYERS.get(self.kind, 2)


def field_marks(reading: Reading, shown: ShownText, length: int) -> list[Mark]:
    """The words of the fields, of other values stated for them, and repeats. `length` is how
    much of the text is shown, in characters."""
    return _sorted(
        Mark(*shown.to_shown(span), kind, key, quiet)
        for span, kind, key, quiet in _field_places(reading)
        if span[1] <= length
    )


def line_marks(items: Iterable[Item], shown: ShownText, length: int) -> list[Mark]:
    """The words of the lines; what is left out is not highlighted."""
    return _sorted(
        Mark(*shown.to_shown(span), MarkKind[item.kind.name], item.key)
        for item in items
        if item.kept
        for span in ((item.span,) if item.span else ()) + item.also
        if span[1] <= length
    )


def alternative_key(index: int) -> str:
    """The key of the value at this place in `Reading.alternatives`."""
    return f"alternative {index}"


def _sorted(marks: Iterable[Mark]) -> list[Mark]:
    return sorted(marks, key=lambda mark: (mark.start, -mark.end))


def _field_places(reading: Reading) -> Iterator[tuple[Span, MarkKind, str, bool]]:
    for span in reading.repeats:
        yield span, MarkKind.REPEAT, "", False
    for field, kind in FIELDS.items():
        for at, span in enumerate(reading.spans.get(field, ())):
            # A company or a title is named again and again: one place is telling enough.
            yield span, kind, field, at > 0 and field in _NAMED_OFTEN
    for index, other in enumerate(reading.alternatives):
        if other.span:
            kind = FIELDS.get(other.field, MarkKind.DETAIL)
            yield other.span, kind, alternative_key(index), False


FIELDS = {
    **dict.fromkeys(("title", "title_suggestions", "company", "locations"), MarkKind.NAME),
    **dict.fromkeys(("work_mode", "employment_type"), MarkKind.NAME),
    **dict.fromkeys(("salary", "bonus", "equity"), MarkKind.PAY),
    **dict.fromkeys(("posted", "deadline", "reference", "link"), MarkKind.DETAIL),
    **dict.fromkeys(("years_experience", "education", "teams"), MarkKind.DETAIL),
}
"""The fields of the reader's answer, apart from its lists, and how their words show."""
_NAMED_OFTEN = ("title", "title_suggestions", "company")
_LAYERS = {MarkKind.REPEAT: 0, MarkKind.DETAIL: 1, MarkKind.NAME: 3, MarkKind.PAY: 3}
