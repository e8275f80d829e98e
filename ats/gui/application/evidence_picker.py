"""Evidence chosen from the library while typing; Enter attaches, Escape leaves."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QListWidget, QListWidgetItem, QWidget

from ats.domain.sameness import words
from ats.domain.words import counted
from ats.gui.application.evidence_card import where_and_when
from ats.gui.application.layout import column
from ats.gui.icons import icon
from ats.gui.theme import Space
from ats.store.queries.evidence import EvidenceRow

_WIDTH, _HEIGHT = 380, 320
_ID = int(Qt.ItemDataRole.UserRole)


def matches(item: EvidenceRow, typed: str) -> bool:
    """Whether every word typed begins some word of the item."""
    there = words(f"{item.title} {item.place} {item.period} {item.story}")
    return all(any(word.startswith(part) for word in there) for part in words(typed))


class EvidencePicker(QFrame):
    """A popup. `attach_wanted` carries the id of the item; `write_wanted` a title for a new
    one."""

    attach_wanted = Signal(int)
    write_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self._library: list[EvidenceRow] = []
        self.setProperty("surface", "raised")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.line = QLineEdit()
        self.line.setPlaceholderText("Find evidence")
        self.line.setAccessibleName("Find evidence")
        self.line.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.line.textEdited.connect(self._fill)
        self.line.installEventFilter(self)
        self.list = QListWidget()
        self.list.setAccessibleName("Evidence")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemClicked.connect(self._take)
        inner = column(self, Space.XS)
        inner.setContentsMargins(Space.S, Space.S, Space.S, Space.S)
        inner.addWidget(self.line)
        inner.addWidget(self.list)

    def open_at(
        self, opener: QWidget, library: Sequence[EvidenceRow], attached: Collection[int]
    ) -> None:
        """Offer what of the library is not attached yet, beneath the widget that opens it."""
        self._library = [item for item in library if item.id not in attached]
        self.line.clear()
        self._fill()
        self.resize(_WIDTH, min(_HEIGHT, 90 + 46 * (len(self._library) + 1)))
        self.move(self._spot(opener))
        self.show()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
            if step is not None:
                row = self.list.currentRow() + step
                self.list.setCurrentRow(min(self.list.count() - 1, max(0, row)))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self.list.currentItem())
                return True
        return super().eventFilter(watched, event)

    def _fill(self) -> None:
        typed = self.line.text().strip()
        self.list.clear()
        for item in self._library:
            if matches(item, typed):
                self._add(item)
        title = f"Write “{typed}”" if typed else "Write new evidence"
        new = QListWidgetItem(icon("plus"), title)
        self.list.addItem(new)
        self.list.setCurrentRow(0)

    def _add(self, item: EvidenceRow) -> None:
        used = counted(item.used_in, "application")
        where = " · ".join(part for part in (where_and_when(item), f"used in {used}") if part)
        row = QListWidgetItem(icon("badge-check"), f"{item.title}\n{where}")
        row.setData(_ID, item.id)
        self.list.addItem(row)

    def _take(self, item: QListWidgetItem | None) -> None:
        if item is None:
            return
        self.close()
        id = item.data(_ID)
        if id is None:
            self.write_wanted.emit(self.line.text().strip())
        else:
            self.attach_wanted.emit(id)

    def _spot(self, opener: QWidget) -> QPoint:
        """Beneath the opener, or above it where the screen ends."""
        below = opener.mapToGlobal(QPoint(0, opener.height() + 4))
        free = opener.screen().availableGeometry()
        left = min(below.x(), free.right() - self.width() - Space.S)
        if below.y() + self.height() <= free.bottom():
            return QPoint(left, below.y())
        return QPoint(left, max(free.top(), opener.mapToGlobal(QPoint(0, 0)).y() - self.height()))
