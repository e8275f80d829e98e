"""Where the person is in the window and where they came from. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

_MOST = 50


@dataclass(frozen=True, slots=True)
class Place:
    """A page by its name; the page "application" also by whose it is."""

    page: str
    application_id: int | None = None


class History:
    """The places visited, with the one on screen in the middle."""

    def __init__(self, start: Place) -> None:
        self.place = start
        self._before: list[Place] = []
        self._after: list[Place] = []

    @property
    def can_go_back(self) -> bool:
        return bool(self._before)

    @property
    def can_go_forward(self) -> bool:
        return bool(self._after)

    def visit(self, place: Place) -> None:
        """Go somewhere new; the places ahead are forgotten."""
        if place == self.place:
            return
        self._before = [*self._before, self.place][-_MOST:]
        self._after.clear()
        self.place = place

    def replace(self, place: Place) -> None:
        """Stay, but call the place differently: stepping through applications is one visit."""
        self.place = place

    def back(self) -> Place:
        """The place before; the same place where there is none."""
        if self._before:
            self._after.append(self.place)
            self.place = self._before.pop()
        return self.place

    def forward(self) -> Place:
        """The place gone back from; the same place where there is none."""
        if self._after:
            self._before.append(self.place)
            self.place = self._after.pop()
        return self.place

    def forget(self, page: str) -> None:
        """Take a page out, because there is nothing on it to come back to."""
        self._before = [place for place in self._before if place.page != page]
        self._after = [place for place in self._after if place.page != page]
