"""A review as it stood when it was left, so that it can be brought back whole."""

from __future__ import annotations

from dataclasses import dataclass

from ats.commands.applications import NewApplication
from ats.domain.reading import Reading
from ats.domain.words import counted
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
    that were created, `refused` of those that cannot be read; `left` what was changed in
    others."""

    sources: tuple[Source, ...] = ()
    at: int = 0
    settled: tuple[int, ...] = ()
    left: tuple[tuple[int, Left], ...] = ()
    refused: tuple[int, ...] = ()

    @property
    def open(self) -> int:
        """How many are still to be reviewed."""
        return len(self.sources) - len({*self.settled, *self.refused})


@dataclass(frozen=True, slots=True)
class Draft:
    """A review: its posting, what was typed, and the postings that came with it. `fresh` is what
    stood there before anything was changed."""

    reading: Reading | None
    typed: Typed
    fresh: Typed
    waiting: Waiting = Waiting()

    @property
    def is_several(self) -> bool:
        """Whether it is about postings that came in together."""
        return len(self.waiting.sources) > 1

    @property
    def put_aside(self) -> str:
        """The sentence about it when something else comes in between."""
        name = f"“{self.typed.name}”" if self.typed.name else "the application you had begun"
        return f"Put {name} aside. It isn’t created."

    @property
    def left_over(self) -> str:
        """The sentence about it at the next start, and about several postings at any time."""
        if self.is_several:
            count = self.waiting.open
            return f"{counted(count, 'posting')} {'waits' if count == 1 else 'wait'} for review."
        name = f"“{self.typed.name}”" if self.typed.name else "a new application"
        return f"You were reviewing {name} when the program was closed. Nothing was created."
