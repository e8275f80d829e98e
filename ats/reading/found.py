"""What a finder hands back: a value and the places it was read from."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Generic, TypeVar

from ats.domain.reading import Span

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Found(Generic[T]):
    """A value read from the text, with its spans there."""

    value: T
    spans: tuple[Span, ...] = ()


def distinct(found: list[Found[str]]) -> list[Found[str]]:
    """The values in order, each spelling once, whatever its case; spans are joined."""
    kept: dict[str, Found[str]] = {}
    for one in found:
        key = " ".join(one.value.casefold().split())
        before = kept.get(key)
        kept[key] = Found(before.value, before.spans + one.spans) if before else one
    return list(kept.values())
