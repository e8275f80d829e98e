"""An import under way: how far it is, and a way to stop it. The store belongs to the window's
thread, so the import itself gives the window a turn whenever it tells how far it is."""

from __future__ import annotations

from collections.abc import Callable
from time import monotonic
from typing import TypeVar

from PySide6.QtCore import QEventLoop, Qt
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog, QHBoxLayout, QProgressBar, QVBoxLayout, QWidget

from ats.gui.controls.buttons import button
from ats.gui.controls.field import label
from ats.gui.jobs import Cancelled
from ats.gui.theme import Space

T = TypeVar("T")
_SHOW_AFTER = 0.4  # seconds
_TURN_EVERY = 0.04
_WIDTH = 440
_STOPPABLE = "Stop the import? Nothing of it is kept."


class Running(QDialog):
    """Shown when the work takes long. It is the only part of the window that answers meanwhile."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle("Import")
        self.setModal(True)
        self.setFixedWidth(_WIDTH)
        self._words = words
        self._stopped = self._asking = False
        self._began = self._turned = monotonic()
        self._told = label(words, "strong", wrap=True)
        self._bar = QProgressBar()
        self._bar.setRange(0, 1000)
        self._bar.setAccessibleName(words)
        self.cancel_button = button("Cancel")
        self.go_on_button = button("Go on importing", "primary")
        self.stop_button = button("Stop the import", "danger")
        self.cancel_button.clicked.connect(self.ask)
        self.go_on_button.clicked.connect(self.go_on)
        self.stop_button.clicked.connect(self.stop)
        self._build()
        self.go_on()

    def at(self, fraction: float) -> None:
        """Show how far the work is, and let the person stop it. Raises Cancelled where they
        did."""
        now = monotonic()
        if not self.isVisible():
            if now - self._began < _SHOW_AFTER:
                return
            self.show()
            self.cancel_button.setFocus()
        if now - self._turned >= _TURN_EVERY:
            self._bar.setValue(round(fraction * 1000))
            self._turn()
            while self._asking and not self._stopped:
                self._turn(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            self._turned = monotonic()
        if self._stopped:
            raise Cancelled

    def ask(self) -> None:
        """Ask whether to stop; the work waits for the answer."""
        self._show(asking=True)
        self.go_on_button.setFocus()

    def go_on(self) -> None:
        self._show(asking=False)
        self.cancel_button.setFocus()

    def stop(self) -> None:
        self._stopped = True
        self._asking = False

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            (self.go_on if self._asking else self.ask)()
        else:
            super().keyPressEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The cross asks as Cancel does."""
        event.ignore()
        self.ask()

    def _show(self, *, asking: bool) -> None:
        self._asking = asking
        self._told.setText(_STOPPABLE if asking else self._words)
        self.cancel_button.setVisible(not asking)
        self.go_on_button.setVisible(asking)
        self.stop_button.setVisible(asking)

    def _turn(self, also: QEventLoop.ProcessEventsFlag | None = None) -> None:
        """Give the window a turn. Other windows are kept out meanwhile, and so is what a second
        start would hand over: it waits."""
        flags = QEventLoop.ProcessEventsFlag.ExcludeSocketNotifiers
        QApplication.processEvents(flags | also if also else flags)

    def _build(self) -> None:
        foot = QHBoxLayout()
        foot.setSpacing(Space.S)
        foot.addStretch(1)
        for each in (self.stop_button, self.go_on_button, self.cancel_button):
            foot.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(self._told)
        column.addWidget(self._bar)
        column.addLayout(foot)


def run_watched(
    parent: QWidget, words: str, work: Callable[[Callable[[float], None]], T]
) -> T | None:
    """Run `work(progress)` on this thread with a window that shows how far it is; None where
    the person stopped it."""
    running = Running(words, parent)
    focus = QApplication.focusWidget()
    try:
        return work(running.at)
    except Cancelled:
        return None
    finally:
        was_active = running.isActiveWindow()
        running.hide()
        running.deleteLater()
        if was_active:
            parent.activateWindow()
        if focus is not None and focus.isVisible():
            focus.setFocus()
