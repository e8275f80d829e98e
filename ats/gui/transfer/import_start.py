"""Where an import begins: choose a file, drop it, or paste a table; beneath, earlier imports."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ats.domain.importing import ImportBatch
from ats.domain.words import counted, day
from ats.gui.controls.buttons import button
from ats.gui.controls.elided_label import ElidedLabel
from ats.gui.controls.empty_state import EmptyState
from ats.gui.controls.field import MessageLine, label
from ats.gui.theme import Space

_FIRST = 4  # earlier imports shown before all are asked for
_WIDEST = 760
_HINT = (
    "A spreadsheet (.xlsx, .csv), an export of LinkedIn, Huntr, Teal, Simplify, Trello or another "
    "tracker, or what this program wrote. You see what it brings before anything is written."
)


class ImportStart(QWidget):
    """`batch_wanted` carries the id of an earlier import whose applications are to be shown."""

    choose_wanted = Signal()
    paste_wanted = Signal()
    batch_wanted = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._batches: Sequence[ImportBatch] = ()
        self._all = False
        self._today = date.min
        self.refused = MessageLine()
        self.all_button = button("", "link")
        self._earlier = QWidget()
        self._grid = QGridLayout()
        self._build()

    def show_batches(self, batches: Sequence[ImportBatch], today: date) -> None:
        """Show earlier imports, the latest first."""
        self._batches, self._today = batches, today
        self._fill()

    def focus_content(self) -> None:
        self._empty.setFocus()

    def _fill(self) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        shown = self._batches if self._all else self._batches[:_FIRST]
        for line, batch in enumerate(shown):
            self._add(line, batch)
        more = len(self._batches) - len(shown)
        self.all_button.setText(f"Show all {len(self._batches):,} imports")
        self.all_button.setVisible(more > 0)
        self._earlier.setVisible(bool(self._batches))

    def _add(self, line: int, batch: ImportBatch) -> None:
        on = day(batch.imported_at.date(), self._today)
        show = button("Show these applications", "link")
        show.setAccessibleName(f"Show the applications of {batch.file_name}, imported {on}")
        show.clicked.connect(lambda: self.batch_wanted.emit(batch.id))
        name = ElidedLabel(batch.file_name)
        name.setMinimumWidth(120)
        self._grid.addWidget(name, line, 0)
        self._grid.addWidget(label(on, "text2"), line, 1)
        self._grid.addWidget(label(counted(batch.created, "application"), "text2"), line, 2)
        self._grid.addWidget(show, line, 3)

    def _show_all(self) -> None:
        self._all = True
        self._fill()

    def _build(self) -> None:
        choose, paste = QAction("Choose a file…", self), QAction("Paste a table", self)
        choose.triggered.connect(self.choose_wanted)
        paste.triggered.connect(self.paste_wanted)
        self._empty = EmptyState(
            "download", "Choose a file, drop it here, or paste a table.", choose, paste, hint=_HINT
        )
        self._empty.buttons[1].setToolTip("Copy the cells in your spreadsheet first")
        self._build_earlier()
        inner = QWidget()
        inner.setObjectName("plain")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, Space.S, 0)
        column.setSpacing(Space.S)
        column.addWidget(self._empty, 1)
        column.addWidget(self.refused)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._earlier, 20)
        middle.addStretch(1)
        column.addLayout(middle)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scroll)
        self.setFocusProxy(self._empty)

    def _build_earlier(self) -> None:
        self.all_button.clicked.connect(self._show_all)
        self._grid.setHorizontalSpacing(Space.L)
        self._grid.setVerticalSpacing(Space.XS)
        self._grid.setColumnStretch(0, 1)
        line = QFrame()
        line.setProperty("line", "true")
        foot = QHBoxLayout()
        foot.addWidget(self.all_button)
        foot.addStretch(1)
        earlier = QVBoxLayout(self._earlier)
        earlier.setContentsMargins(0, 0, 0, Space.S)
        earlier.setSpacing(Space.S)
        earlier.addWidget(label("Earlier imports", "subtitle"))
        earlier.addWidget(line)
        earlier.addLayout(self._grid)
        earlier.addLayout(foot)
        self._earlier.setMaximumWidth(_WIDEST)
