"""A review as it stood when it was left, so that it can be brought back whole."""

from __future__ import annotations

from dataclasses import dataclass

from ats.commands.applications import NewApplication
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
class Left:
    """A posting that was changed and left for another one. `fresh` is what stood there before
    anything was changed; `new` what it would become, None where a field could not be read."""

    reading: Reading
    typed: Typed
    fresh: Typed
    new: NewApplication | None = None


@dataclass(frozen=True, slots=True)
class Waiting:
    """Postings of which one is under review, the one at `at`. `settled` are the places of those
    that were created or cannot be read; `left` what was changed in others."""

    sources: tuple[Source, ...] = ()
    at: int = 0
    settled: tuple[int, ...] = ()
    left: tuple[tuple[int, Left], ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A review: its posting, what was typed, and the postings that came with it. `fresh` is what
    stood there before anything was changed."""

    reading: Reading | None
    typed: Typed
    fresh: Typed
    waiting: Waiting = Waiting()

    @property
    def put_aside(self) -> str:
        """The sentence about it when something else comes in between."""
        name = f"“{self.typed.name}”" if self.typed.name else "the application you had begun"
        return f"Put {name} aside. It isn’t created."
