"""What the highlights in the posting mean: a swatch in the look of each kind, and its name."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import (
    QFontMetrics,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QTextCharFormat,
    QTextLayout,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from ats.gui.capture.mark_look import mark_look
from ats.gui.capture.marks import MarkKind
from ats.gui.controls.flow_layout import FlowLayout
from ats.gui.theme import Radius, Space, TextStyle, theme

_SAMPLE = "\u00a0" * 6
"""Hard spaces that show nothing but the look of a kind."""


class Legend(QWidget):
    """Only the kinds that are in the posting are shown; they wrap where there is no room."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self._flow = FlowLayout(self, gap=Space.S, line_gap=Space.XXS, at_end=True)
        self._items = {kind: _LegendItem(kind) for kind in MarkKind}
        for item in self._items.values():
            self._flow.addWidget(item)

    def show_kinds(self, kinds: Collection[MarkKind]) -> None:
        for kind, item in self._items.items():
            item.setVisible(kind in kinds)
        self.updateGeometry()

    def kinds(self) -> list[MarkKind]:
        """The kinds that are explained."""
        return [kind for kind, item in self._items.items() if item.isVisibleTo(self)]


class _LegendItem(QWidget):
    """A swatch and a name."""

    def __init__(self, kind: MarkKind) -> None:
        super().__init__()
        self.kind = kind
        self.setAccessibleName(f"{kind.value}: highlighted in the posting")
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)
        theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme().font(TextStyle.CAPTION))
        width = self._side() + Space.XS + Space.XXS + metrics.horizontalAdvance(self.kind.value)
        return QSize(width + 2, metrics.height() + Space.XXS)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        side = self._side()
        swatch = QRect(1, (self.height() - side) // 2, side, side)
        self._paint_swatch(painter, swatch)
        painter.setFont(theme().font(TextStyle.CAPTION))
        painter.setPen(theme().colour("text2"))
        words = self.rect().adjusted(side + Space.XS + Space.XXS, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter, self.kind.value)
        painter.end()

    def _paint_swatch(self, painter: QPainter, swatch: QRect) -> None:
        """A frame with a piece of the kind's ground and line in it, as in the posting."""
        look = mark_look(self.kind)
        frame = QPainterPath()
        frame.addRoundedRect(QRectF(swatch).adjusted(0.5, 0.5, -0.5, -0.5), *(Radius.SMALL,) * 2)
        painter.save()
        painter.setClipPath(frame)
        painter.fillRect(swatch, look.background())
        look.clearBackground()
        _sample(look, swatch).draw(painter, QPointF(swatch.left(), swatch.top()))
        painter.restore()
        painter.setPen(QPen(theme().colour("control_border"), 1))
        painter.drawPath(frame)

    def _side(self) -> int:
        return theme().metrics.icon - Space.XXS


def _sample(look: QTextCharFormat, swatch: QRect) -> QTextLayout:
    """Empty words in a look, whose line stands at the foot of the swatch."""
    layout = QTextLayout(_SAMPLE, theme().font(TextStyle.CAPTION))
    whole = QTextLayout.FormatRange()
    whole.start, whole.length, whole.format = 0, len(_SAMPLE), look
    layout.setFormats([whole])
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(swatch.width() * 2)
    line.setPosition(QPointF(0, swatch.height() - line.ascent() - Space.XS - Space.XXS))
    layout.endLayout()
    return layout
