"""Which applications are selected: kept once, by id, for board and table alike."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from PySide6.QtCore import QObject, Signal


class Selection(QObject):
    """`current` is the application with the focus; `ids` are those that commands act on.
    `changed` follows every change, whoever made it."""

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._ids: tuple[int, ...] = ()
        self._current: int | None = None

    @property
    def ids(self) -> tuple[int, ...]:
        return self._ids

    @property
    def current(self) -> int | None:
        return self._current

    def choose(self, ids: Iterable[int], current: int | None) -> None:
        """Select these; no id twice."""
        wanted = tuple(dict.fromkeys(ids))
        if (wanted, current) != (self._ids, self._current):
            self._ids, self._current = wanted, current
            self.changed.emit()

    def choose_one(self, id: int | None) -> None:
        self.choose(() if id is None else (id,), id)

    def keep(self, available: Collection[int]) -> None:
        """Let go of what is no longer shown."""
        self.choose(
            (id for id in self._ids if id in available),
            self._current if self._current in available else None,
        )
