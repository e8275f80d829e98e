"""A review as it stood when it was left, so that it can be brought back whole."""

from __future__ import annotations

from dataclasses import dataclass

from ats.domain.reading import Reading
from ats.gui.capture.form_state import FormState
from ats.gui.capture.lines import Item
from ats.gui.capture.sources import Source


@dataclass(frozen=True, slots=True)
class Typed:
    """What the person can change: the form, the lines of the posting, and the lines in which
    one is being typed."""

    form: FormState
    items: tuple[Item, ...]
    adding: str
    adding_benefit: str

    @property
    def name(self) -> str:
        """The role title, else the company, else nothing."""
        return self.form.name


@dataclass(frozen=True, slots=True)
class Draft:
    """A review: its posting, what was typed, and the postings that waited behind it, of `count`
    in all. `fresh` is what stood there before anything was changed."""

    reading: Reading | None
    typed: Typed
    fresh: Typed
    waiting: tuple[Source, ...] = ()
    count: int = 0
