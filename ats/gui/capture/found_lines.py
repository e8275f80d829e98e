"""The lines of a reading as the review lists them, and a reading's lines from the review."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ats.domain.posting import RequirementKind
from ats.domain.reading import FoundItem, Reading, Span
from ats.gui.capture.line_kinds import ASKED, LineKind
from ats.gui.capture.lines import Item

_WORD = re.compile(r"\w+")


def item_key(index: int) -> str:
    """The key of the item at this place in `Reading.items`."""
    return f"item {index}"


def found_lines(reading: Reading) -> list[Item]:
    """Every requirement, benefit and unsorted line of a reading, all of them kept."""
    asked = (
        Item(item_key(index), item.text, LineKind(item.kind.value), item.span)
        for index, item in enumerate(reading.items)
    )
    unsorted = (
        Item(f"unsorted {index}", words, LineKind.UNSORTED, span)
        for index, span in enumerate(reading.unsorted)
        if (words := " ".join(reading.text[slice(*span)].split()))
    )
    return [*asked, *unsorted, *_benefits(reading)]


def kept_items(items: Iterable[Item]) -> tuple[FoundItem, ...]:
    """The requirements that are kept and have a place in the text."""
    return tuple(
        FoundItem(item.text, RequirementKind(item.kind.value), item.span)
        for item in items
        if item.span and item.kept and item.kind in ASKED
    )


def _benefits(reading: Reading) -> Iterator[Item]:
    """Each benefit with the places that say its words; where none does so to the letter and
    there is one place for each, they belong together in their order."""
    spans = reading.spans.get("benefits", ())
    said: dict[str, list[Span]] = {}
    for span in spans:
        said.setdefault(_words(reading.text[slice(*span)]), []).append(span)
    in_order = len(spans) == len(reading.benefits)
    for index, text in enumerate(reading.benefits):
        places = said.get(_words(text)) or ([spans[index]] if in_order else [])
        first = places[0] if places else None
        yield Item(f"benefit {index}", text, LineKind.BENEFIT, first, also=tuple(places[1:]))


def _words(text: str) -> str:
    return " ".join(_WORD.findall(text)).casefold()
