"""A reading as the person left it: what was read, with what they changed. Pure."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import fields, replace
from typing import Any

from ats.domain.reading import Alternative, Reading, Span
from ats.gui.capture.found_lines import kept_items
from ats.gui.capture.line_kinds import LineKind
from ats.gui.capture.lines import Item

_SPANS = {"pay": "salary"}
"""Where the reader's answer calls a field of the reading otherwise."""
_LISTS = {
    "requirements": (LineKind.MUST, LineKind.NICE),
    "responsibilities": (LineKind.DUTY,),
    "conditions": (LineKind.CONDITION,),
    "benefits": (LineKind.BENEFIT,),
}


def corrected(
    reading: Reading,
    items: Sequence[Item],
    read: Mapping[str, Any],
    values: Mapping[str, Any],
    taken: Mapping[str, str],
) -> Reading:
    """`read` is what the form said at first and `values` what it says now, by the names of
    fields; `taken` gives for a field the key of the other stated value that is in it. A value
    that was changed by hand keeps no words."""
    changed: dict[str, Any] = {
        field.name: None if values[field.name] == "" else values[field.name]
        for field in fields(reading)
        if field.name in values and values[field.name] != read.get(field.name)
    }
    spans = dict(reading.spans)
    for name in changed:
        spans.pop(_SPANS.get(name, name), None)
    for field, key in taken.items():
        other = _alternative(reading, key)
        if other is not None and other.span:
            spans[field] = (other.span,)
    kept = [item for item in items if item.kept]
    spans |= {name: _places(kept, kinds) for name, kinds in _LISTS.items()}
    return replace(
        reading,
        **changed,
        items=kept_items(kept),
        benefits=tuple(item.text for item in kept if item.kind is LineKind.BENEFIT),
        unsorted=_places(kept, (LineKind.UNSORTED,)),
        spans={name: places for name, places in spans.items() if places},
    )


def _places(items: Sequence[Item], kinds: tuple[LineKind, ...]) -> tuple[Span, ...]:
    return tuple(
        span
        for item in items
        if item.kind in kinds
        for span in ((item.span,) if item.span else ()) + item.also
    )


def _alternative(reading: Reading, key: str) -> Alternative | None:
    kind, _, number = key.partition(" ")
    return reading.alternatives[int(number)] if kind == "alternative" else None
