"""A review as it stood when it was left, so that it can be brought back whole."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from ats.gui.capture.arrangement import Arrangement
from ats.gui.capture.requirement_model import Item
from ats.gui.capture.sources import Source


@dataclass(frozen=True, slots=True)
class Typed:
    """What the person can change: the fields of the form by their places in it, the
    requirements, and the line in which one is being typed."""

    fields: Sequence[Any]
    items: tuple[Item, ...]
    adding: str

    @property
    def name(self) -> str:
        """The role title, else the company, else nothing."""
        return " ".join((self.fields[0] or self.fields[1]).split())


@dataclass(frozen=True, slots=True)
class Draft:
    """A review: its posting, what was typed, and the postings that waited behind it, of `count`
    in all. `fresh` is what stood there before anything was changed."""

    arrangement: Arrangement | None
    typed: Typed
    fresh: Typed
    waiting: tuple[Source, ...]
    count: int
