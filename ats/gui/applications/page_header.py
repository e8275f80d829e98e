"""The top of the Applications page: its name, board or table, the filter field, what to show,
and new applications."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLineEdit, QMenu, QSizePolicy, QWidget

from ats.gui.actions import Actions
from ats.gui.applications.look import View
from ats.gui.controls.buttons import SplitButton, button
from ats.gui.controls.field import label
from ats.gui.controls.segmented import Choice, Segmented
from ats.gui.icons import icon
from ats.gui.theme import Space

_WAIT_MS = 80  # after a key, before the applications are filtered
_FIELD = 210


class PageHeader(QWidget):
    """`words_changed` carries what was typed into the filter field, shortly after the last
    key; `left` says that the keyboard goes on to the applications."""

    view_chosen = Signal(object)
    words_changed = Signal(str)
    left = Signal()

    def __init__(self, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_WAIT_MS)
        self._wait.timeout.connect(self._send)
        self._make_parts()
        self.new.set_actions(
            actions["new_application"],
            [
                actions["paste_posting"],
                self._by_hand_action(actions),
                actions["open_posting"],
                actions["open_folder"],
                actions["import"],
            ],
        )
        self._build()

    def show_words(self, words: str) -> None:
        """Show the words of a filter that was chosen elsewhere."""
        if words != self.field.text().strip():
            self.field.setText(words)
        self._wait.stop()

    def flush(self) -> None:
        """Filter at once by what was typed."""
        if self._wait.isActive():
            self._send()

    def minimumSizeHint(self) -> QSize:
        """That of two lines, or the header would never be narrow enough to need them."""
        left, right = self._left.minimumSizeHint(), self._right.minimumSizeHint()
        return QSize(max(left.width(), right.width()), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """In two lines where one is too short."""
        super().resizeEvent(event)
        needed = self._left.sizeHint().width() + self._right.sizeHint().width() + Space.L
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(across if needed <= self.width() else down)

    def _make_parts(self) -> None:
        self.views = Segmented(
            "View",
            [
                Choice(View.BOARD, "Board", icon("kanban")),
                Choice(View.TABLE, "Table", icon("table")),
            ],
        )
        self.views.chosen.connect(self.view_chosen)
        self.field = _FilterField()
        self.field.textChanged.connect(self._wait.start)
        self.field.left.connect(self._leave)
        self.display = button("Display", "secondary", "sliders-horizontal")
        self.display_menu = QMenu(self)
        self.display.clicked.connect(self._open_display)
        self.new = SplitButton("New application", "plus", "Other ways to add an application")

    def _by_hand_action(self, actions: Actions) -> QAction:
        action = QAction(icon("pencil"), "Add by hand", self)
        action.triggered.connect(actions["new_application"].trigger)
        return action

    def _build(self) -> None:
        self._left, self._right = QWidget(), QWidget()
        left, right = QHBoxLayout(self._left), QHBoxLayout(self._right)
        for inner in (left, right):
            inner.setContentsMargins(0, 0, 0, 0)
            inner.setSpacing(Space.S)
        left.addWidget(label("Applications", "display"))
        left.addSpacing(Space.M)
        left.addWidget(self.views)
        left.addStretch()
        right.addWidget(self.field, 1)
        right.addWidget(self.display)
        right.addSpacing(Space.XS)
        right.addWidget(self.new)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(Space.M)
        self._row.addWidget(self._left, 1)
        self._row.addWidget(self._right)

    def _open_display(self) -> None:
        corner = QPoint(0, self.display.height() + Space.XXS)
        self.display_menu.popup(self.display.mapToGlobal(corner))

    def _leave(self) -> None:
        self.flush()
        self.left.emit()

    def _send(self) -> None:
        self._wait.stop()
        self.words_changed.emit(self.field.text().strip())


class _FilterField(QLineEdit):
    """Escape clears it, Down goes on to the applications."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setPlaceholderText("Filter applications")
        self.setAccessibleName("Filter applications")
        self.setAccessibleDescription("Searches titles, companies, notes and postings")
        self.setClearButtonEnabled(True)
        self.setMinimumWidth(_FIELD // 2)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)

    def sizeHint(self) -> QSize:
        hint = super().sizeHint()
        hint.setWidth(_FIELD)
        return hint

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        elif event.key() in (Qt.Key.Key_Escape, Qt.Key.Key_Down, Qt.Key.Key_Return):
            self.left.emit()
        else:
            super().keyPressEvent(event)
