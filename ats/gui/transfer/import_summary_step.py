"""The last step of an import: what it will do, before it does it; and then what it did."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ats.domain.stage import StageKind
from ats.domain.words import outcome_name, stage_kind_name
from ats.gui.controls.buttons import button
from ats.gui.controls.field import label
from ats.gui.controls.glyphs import stage_icon
from ats.gui.icons import pixmap
from ats.gui.theme import Space, theme
from ats.gui.transfer.import_facts import Facts, Line, Standing

_WIDEST = 760
_ONE_STEP = "All of it is one step: one undo takes everything back."


class SummaryStep(QScrollArea):
    """Before the import."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAccessibleName("What the import does")

    def show_facts(self, title: str, facts: Facts) -> None:
        """Show what an import would do."""
        column = _sheet(self)
        column.addWidget(label(title, "title", wrap=True))
        column.addWidget(label(_ONE_STEP, "text2", wrap=True))
        card = QFrame()
        card.setProperty("surface", "card")
        grid = QGridLayout(card)
        grid.setContentsMargins(Space.L, Space.M, Space.L, Space.M)
        grid.setHorizontalSpacing(Space.M)
        grid.setVerticalSpacing(Space.M)
        grid.setColumnStretch(1, 1)
        for at, line in enumerate(facts.lines):
            grid.addWidget(_Icon(line.icon, line.role), at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addLayout(_told(line), at, 1)
        if facts.lines:
            column.addWidget(card)
        if facts.stands:
            column.addWidget(label("Where the new applications stand", "section"))
            column.addLayout(_standing(facts.stands))
        column.addStretch(1)

    def text(self) -> str:
        """Everything that is shown."""
        return "\n".join(each.text() for each in self.findChildren(QLabel))


class DoneStep(QScrollArea):
    """After the import."""

    show_wanted = Signal()
    undo_wanted = Signal()
    another_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.show_button = button("Show them", "primary")
        self.undo_button = button("Undo the import", "secondary", "undo-2")
        self.another_button = button("Import another file")
        self.show_button.clicked.connect(self.show_wanted)
        self.undo_button.clicked.connect(self.undo_wanted)
        self.another_button.clicked.connect(self.another_wanted)
        column = _sheet(self)
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        self._title = label("", "title", wrap=True)
        head.addWidget(_Icon("check", "ok"), 0, Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self._title, 1)
        self._lines = label("", "text2", wrap=True)
        foot = QHBoxLayout()
        foot.setSpacing(Space.S)
        for each in (self.show_button, self.undo_button, self.another_button):
            foot.addWidget(each)
        foot.addStretch(1)
        column.addLayout(head)
        column.addWidget(self._lines)
        column.addSpacing(Space.S)
        column.addLayout(foot)
        column.addStretch(1)

    def show_done(self, title: str, lines: Sequence[str]) -> None:
        """Show what was done."""
        self._title.setText(f"{title}.")
        self._lines.setText("\n".join([*(f"{line}." for line in lines), _ONE_STEP]))

    def text(self) -> str:
        """Everything that is shown."""
        return f"{self._title.text()}\n{self._lines.text()}"

    def focus_content(self) -> None:
        self.show_button.setFocus()


class _Icon(QLabel):
    """An icon in a colour role, at the size of the text."""

    def __init__(self, name: str, role: str) -> None:
        super().__init__()
        self._name, self._role = name, role
        theme().changed.connect(self._show)
        self._show()

    def _show(self) -> None:
        size = theme().metrics.icon + 2
        self.setPixmap(pixmap(self._name, self._role, size, self.devicePixelRatioF()))


def _sheet(area: QScrollArea) -> QVBoxLayout:
    """A fresh column of readable width in the middle of a scroll area."""
    inner, sheet = QWidget(), QWidget()
    inner.setObjectName("plain")
    sheet.setMaximumWidth(_WIDEST)
    middle = QHBoxLayout(inner)
    middle.setContentsMargins(0, Space.S, Space.S, Space.S)
    middle.addStretch(1)
    middle.addWidget(sheet, 20)
    middle.addStretch(1)
    column = QVBoxLayout(sheet)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(Space.M)
    area.setWidget(inner)
    return column


def _told(line: Line) -> QVBoxLayout:
    column = QVBoxLayout()
    column.setSpacing(Space.XXS)
    column.addWidget(label(line.text, "strong", wrap=True))
    if line.more:
        column.addWidget(label(line.more, "text2", wrap=True))
    return column


def _standing(stands: Sequence[tuple[Standing, int]]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(Space.S)
    grid.setVerticalSpacing(Space.XS)
    grid.setColumnStretch(3, 1)
    for at, ((kind, outcome), count) in enumerate(stands):
        glyph = QLabel()
        size = theme().metrics.icon
        glyph.setPixmap(stage_icon(kind, outcome).pixmap(size, size))
        name = stage_kind_name(kind)
        if kind is StageKind.CLOSED and outcome is not None:
            name = f"{name}: {outcome_name(outcome)}"
        figure = label(f"{count:,}", "text2")
        figure.setAlignment(Qt.AlignmentFlag.AlignRight)
        grid.addWidget(glyph, at, 0)
        grid.addWidget(label(name), at, 1)
        grid.addWidget(figure, at, 2)
    return grid
