"""How pages follow the store: one announcement per turn of the event loop, and a refresh at
once for what is visible, on showing for what is not."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Set
from typing import Protocol

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QWidget

from ats.store import Changes


class Announces(Protocol):
    """What a store is to this module."""

    listeners: list[Callable[[Changes], None]]


class Live(QObject):
    """`changed` carries the Changes of all steps since it was last sent: the label of the last
    step, and the rows of all."""

    changed = Signal(object)

    def __init__(self, store: Announces, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._store = store
        self._waiting: list[Changes] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(0)
        self._timer.timeout.connect(self.announce)
        store.listeners.append(self._note)

    def follow(
        self, page: QWidget, tables: Iterable[str], refresh: Callable[[], None]
    ) -> _Follower:
        """Keep `page` fresh: call `refresh` now, and after every change to one of `tables`;
        while the page is hidden, once when it is next shown."""
        return _Follower(self, page, frozenset(tables), refresh)

    def announce(self) -> None:
        """Send at once what is waiting."""
        self._timer.stop()
        if self._waiting:
            waiting, self._waiting = self._waiting, []
            self.changed.emit(_merged(waiting))

    def close(self) -> None:
        """Stop listening to the store."""
        self._timer.stop()
        self._waiting.clear()
        if self._note in self._store.listeners:
            self._store.listeners.remove(self._note)

    def _note(self, changes: Changes) -> None:
        self._waiting.append(changes)
        self._timer.start()


class _Follower(QObject):
    """Belongs to its page and goes with it."""

    def __init__(
        self, live: Live, page: QWidget, tables: frozenset[str], refresh: Callable[[], None]
    ) -> None:
        super().__init__(page)
        self._page, self._tables, self._refresh = page, tables, refresh
        self._stale = True
        live.changed.connect(self._follow)
        page.installEventFilter(self)
        self.refresh()

    def refresh(self) -> None:
        """Refresh now."""
        self._stale = False
        self._refresh()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and self._stale:
            self.refresh()
        return super().eventFilter(watched, event)

    def _follow(self, changes: Changes) -> None:
        if self._tables.isdisjoint(changes.rows):
            return
        self._stale = True
        if self._page.isVisible():
            self.refresh()


def _merged(waiting: list[Changes]) -> Changes:
    rows: dict[str, Set[int]] = {}
    for changes in waiting:
        for table, ids in changes.rows.items():
            rows[table] = rows.get(table, frozenset()) | ids
    return Changes(label=waiting[-1].label, rows=rows)
