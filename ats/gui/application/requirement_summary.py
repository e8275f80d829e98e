"""How far the requirements are covered, in counts and as a bar; never a score."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QWidget

from ats.domain.posting import Coverage, RequirementStatus
from ats.gui.application.layout import column, row
from ats.gui.controls.buttons import button
from ats.gui.controls.field import label
from ats.gui.controls.glyphs import CoverageBar, RequirementGlyph
from ats.gui.theme import Space
from ats.gui.words import counted

_WORDS_FROM = 640
_COUNTS_FROM = 500


class RequirementSummary(QWidget):
    add_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = label("", "subtitle")
        self.bar = CoverageBar()
        self.add = button("Add requirement", "ghost", "plus")
        self.add.setToolTip("Add requirement (Ctrl+R)")
        self._words = self.add.text()
        self.add.clicked.connect(self.add_wanted)
        self._counts: dict[RequirementStatus, QLabel] = {}
        self._texts: dict[RequirementStatus, str] = {}
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
        self.title.setText(f"{coverage.covered} of {coverage.total} covered")
        self.bar.show_coverage(coverage)
        words = {
            RequirementStatus.STRONG: (coverage.strong, f"{coverage.strong} strong"),
            RequirementStatus.PARTIAL: (coverage.partial, f"{coverage.partial} partial"),
            RequirementStatus.GAP: (coverage.gap, counted(coverage.gap, "gap")),
            RequirementStatus.TO_ASSESS: (coverage.to_assess, f"{coverage.to_assess} to assess"),
        }
        self._texts = {status: text for status, (_, text) in words.items()}
        self._fit()
        for status, (count, text) in words.items():
            part = self._counts[status]
            part.setToolTip(text)
            around = part.parentWidget()
            if around is not None:
                around.setVisible(count > 0)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """In a narrow place the glyphs stand with their numbers only."""
        self.add.setText(self._words if self.width() >= _WORDS_FROM else "")
        for status, text in self._texts.items():
            narrow = self.width() < _COUNTS_FROM
            self._counts[status].setText(text.partition(" ")[0] if narrow else text)

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def _count(self, status: RequirementStatus) -> QWidget:
        part = QWidget()
        line = row(part, Space.XS + 2)
        line.addWidget(RequirementGlyph(status, 15))
        self._counts[status] = label("", "caption2")
        line.addWidget(self._counts[status])
        return part
