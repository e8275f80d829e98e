"""The left side of the review: the posting, and what its highlights mean."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ats.gui.capture.arrangement import SHOWN_AT_MOST, Arrangement, MarkKind
from ats.gui.capture.posting_view import SOFT, PostingView
from ats.gui.controls.field import MessageLine, label
from ats.gui.controls.flow_layout import FlowLayout
from ats.gui.theme import Radius, Space, theme


class PostingPane(QWidget):
    """The view with its heading and legend."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.view = PostingView()
        self._cut = MessageLine()
        legend = QWidget()
        # The items stand at the right end and wrap where there is no room.
        legend.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        legend.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        legend.setContentsMargins(0, Space.XXS, 0, 0)
        self._legend = FlowLayout(legend, gap=Space.L, line_gap=Space.XS)
        head = QHBoxLayout()
        head.setSpacing(Space.M)
        head.addWidget(label("Posting", "subtitle"), 0, Qt.AlignmentFlag.AlignTop)
        head.addWidget(legend, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(head)
        column.addWidget(self.view, 1)
        column.addWidget(self._cut)

    def show_arrangement(self, arrangement: Arrangement | None) -> None:
        """Show a posting, or nothing."""
        self.view.show_arrangement(arrangement)
        self._legend.clear()
        marked = {mark.kind for mark in arrangement.marks} if arrangement else set()
        for kind in reversed(MarkKind):
            if kind in marked:
                self._legend.addWidget(_LegendItem(kind))
        cut = arrangement is not None and arrangement.cut
        words = f"The first {SHOWN_AT_MOST:,} characters are shown. All of the text is kept."
        self._cut.show_text(words if cut else "")

    def legend(self) -> list[str]:
        """The kinds of highlights that are explained."""
        return [item.kind.value for item in self.findChildren(_LegendItem)][::-1]


class _LegendItem(QWidget):
    """One kind: a swatch and its name; repeats are told by a struck-out name."""

    def __init__(self, kind: MarkKind) -> None:
        super().__init__()
        self.kind = kind
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        words = label(kind.value, "caption2")
        if kind in SOFT:
            row.addWidget(_Swatch(SOFT[kind]))
        else:
            font = words.font()
            font.setStrikeOut(True)
            words.setFont(font)
        row.addWidget(words)


class _Swatch(QWidget):
    """A square of a soft colour with a border that shows on any ground."""

    def __init__(self, role: str) -> None:
        super().__init__()
        self._role = role
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.update)

    def sizeHint(self) -> QSize:
        return QSize(14, 14)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().colour("control_border"), 1))
        painter.setBrush(theme().colour(self._role))
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, Radius.SMALL, Radius.SMALL)
        painter.end()
