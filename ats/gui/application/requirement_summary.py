"""How far the requirements are covered, in counts and as a bar; never a score."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from ats.domain.posting import Coverage, RequirementStatus
from ats.domain.words import counted
from ats.gui.application.layout import column, grown, row
from ats.gui.controls.buttons import button
from ats.gui.controls.field import label
from ats.gui.controls.glyphs import CoverageBar, RequirementGlyph
from ats.gui.theme import Space
from ats.gui.tooltips import plain

_GLYPH = 15


class RequirementSummary(QWidget):
    add_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = label("", "subtitle")
        self._title = ""
        self.bar = CoverageBar()
        self.add = button("Add requirement", "ghost", "plus")
        self.add.setToolTip("Add requirement (Ctrl+R)")
        self._words = self.add.text()
        self.add.clicked.connect(self.add_wanted)
        self._counts: dict[RequirementStatus, QLabel] = {}
        self._texts: dict[RequirementStatus, str] = {}
        self._there: list[RequirementStatus] = []
        whole = column(self, Space.S)
        line = row(spacing=Space.L)
        line.addWidget(self.title)
        for status in RequirementStatus:
            line.addWidget(self._count(status))
        line.addStretch()
        line.addWidget(self.add)
        whole.addLayout(line)
        under = row()
        under.setContentsMargins(0, 0, Space.M, 0)
        under.addWidget(self.bar)
        whole.addLayout(under)

    def show_coverage(self, coverage: Coverage) -> None:
        self._title = f"{coverage.covered} of {coverage.total} covered"
        self.bar.show_coverage(coverage)
        words = {
            RequirementStatus.STRONG: (coverage.strong, f"{coverage.strong} strong"),
            RequirementStatus.PARTIAL: (coverage.partial, f"{coverage.partial} partial"),
            RequirementStatus.GAP: (coverage.gap, counted(coverage.gap, "gap")),
            RequirementStatus.TO_ASSESS: (coverage.to_assess, f"{coverage.to_assess} to assess"),
        }
        self._texts = {status: text for status, (_, text) in words.items()}
        self._there = [status for status, (count, _) in words.items() if count]
        self._fit()
        for status, (count, text) in words.items():
            part = self._counts[status]
            part.setToolTip(plain(text))
            around = part.parentWidget()
            if around is not None:
                around.setVisible(count > 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """In a narrow place the button is its icon, then the glyphs stand with their numbers,
        then the title is shortened."""
        for left_out in range(4):
            with_words = left_out < 2
            self.add.setText(self._words if left_out < 1 else "")
            self.title.setText(self._title.removesuffix(" covered" if left_out > 2 else ""))
            for status, text in self._texts.items():
                self._counts[status].setText(text if with_words else text.partition(" ")[0])
            if self._wanted() <= self.width():
                return

    def _wanted(self) -> int:
        """How wide the line is; its layout learns of changed texts only later."""
        counts = [
            grown(_GLYPH) + Space.XS + 2 + self._counts[status].sizeHint().width()
            for status in self._there
        ]
        parts = [self.title.sizeHint().width(), *counts, self.add.sizeHint().width()]
        return sum(parts) + Space.L * len(parts)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def _count(self, status: RequirementStatus) -> QWidget:
        part = QWidget()
        line = row(part, Space.XS + 2)
        line.addWidget(RequirementGlyph(status, grown(_GLYPH)))
        self._counts[status] = label("", "caption2")
        line.addWidget(self._counts[status])
        return part
