"""What the highlights in the posting mean: each kind by its name, in its own look."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QPointF, QSize
from PySide6.QtGui import (
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPalette,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ats.gui.capture.mark_look import mark_look
from ats.gui.capture.marks import MarkKind
from ats.gui.controls.flow_layout import FlowLayout
from ats.gui.theme import Space, TextStyle, theme


class Legend(QWidget):
    """Only the kinds that are in the posting are shown; they wrap where there is no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._flow = FlowLayout(self, gap=Space.S, line_gap=Space.XS)
        self._items = {kind: _LegendItem(kind) for kind in MarkKind}
        for item in self._items.values():
            self._flow.addWidget(item)

    def show_kinds(self, kinds: Collection[MarkKind]) -> None:
        for kind, item in self._items.items():
            item.setVisible(kind in kinds)
        self.setVisible(bool(kinds))
        self.updateGeometry()

    def kinds(self) -> list[MarkKind]:
        """The kinds that are explained."""
        return [kind for kind, item in self._items.items() if item.isVisibleTo(self)]


class _LegendItem(QWidget):
    """A name that is highlighted as the words of its kind are."""

    def __init__(self, kind: MarkKind) -> None:
        super().__init__()
        self.kind = kind
        self.setAccessibleName(f"{kind.value}: highlighted in the posting")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)
        theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme().font(TextStyle.CAPTION))
        return QSize(metrics.horizontalAdvance(self._words()) + 4, metrics.height() + 4)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setPen(self.palette().color(QPalette.ColorRole.WindowText))
        layout = QTextLayout(self._words(), theme().font(TextStyle.CAPTION))
        whole = QTextLayout.FormatRange()
        whole.start, whole.length = 0, len(self._words())
        whole.format = QTextCharFormat(mark_look(self.kind))
        layout.setFormats([whole])
        layout.beginLayout()
        layout.createLine().setLineWidth(self.width())
        layout.endLayout()
        layout.draw(painter, QPointF(2, 2))
        painter.end()

    def _words(self) -> str:
        """With a hard space at each end, so that the ground has air."""
        return f"\u00a0{self.kind.value}\u00a0"
