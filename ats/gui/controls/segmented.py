"""A row of choices of which exactly one holds: Board or Table, or a requirement's status."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics, QIcon, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from ats.domain.posting import RequirementStatus
from ats.domain.words import status_name
from ats.gui.controls.glyphs import requirement_icon
from ats.gui.theme import Radius, TextStyle, theme

_INSET = 3
_GAP = 6
_SIDE = 9


_STATUS_KEYS = {
    RequirementStatus.STRONG: "1",
    RequirementStatus.PARTIAL: "2",
    RequirementStatus.GAP: "3",
    RequirementStatus.TO_ASSESS: "0",
}


@dataclass(frozen=True, slots=True)
class Choice:
    """`value` is what `chosen` carries; `shortcut` is shown in the tooltip only."""

    value: Any
    text: str
    icon: QIcon | None = None
    shortcut: str = ""


class Segmented(QWidget):
    """One Tab stop; arrow keys move the choice. `chosen` is emitted for choices the person
    makes, not for `set_value`."""

    chosen = Signal(object)

    def __init__(self, name: str, choices: Sequence[Choice], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._group = QButtonGroup(self)
        self._buttons: list[_Segment] = []
        row = QHBoxLayout(self)
        row.setContentsMargins(_INSET, _INSET, _INSET, _INSET)
        row.setSpacing(0)
        for choice in choices:
            segment = _Segment(choice, name, self)
            self._group.addButton(segment)
            self._buttons.append(segment)
            row.addWidget(segment)
            segment.clicked.connect(lambda _=False, value=choice.value: self.chosen.emit(value))
        theme().changed.connect(self.update)

    def value(self) -> Any:
        """The value of the choice that holds, or None before the first `set_value`."""
        return next((each.choice.value for each in self._buttons if each.isChecked()), None)

    def set_value(self, value: Any) -> None:
        """Raises KeyError when no choice has the value."""
        for segment in self._buttons:
            if segment.choice.value == value:
                segment.setChecked(True)
                self.setFocusProxy(segment)
                return
        raise KeyError(value)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1}
        step = steps.get(Qt.Key(event.key()))
        current = self._group.checkedButton()
        if step is None or current is None:
            super().keyPressEvent(event)
            return
        at = (self._buttons.index(current) + step) % len(self._buttons)  # type: ignore[arg-type]
        self._buttons[at].setFocus(Qt.FocusReason.TabFocusReason)
        self._buttons[at].click()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme().colour("border"), 1))
        painter.setBrush(theme().colour("sunken"))
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, Radius.CONTROL, Radius.CONTROL)
        painter.end()


class _Segment(QAbstractButton):
    """One choice. Measured with the bold text, so that choosing moves nothing."""

    def __init__(self, choice: Choice, group_name: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.choice = choice
        self.setText(choice.text)
        self.setCheckable(True)
        self.setAccessibleName(choice.text)
        self.setAccessibleDescription(group_name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        if choice.shortcut:
            self.setToolTip(f"{choice.text} ({choice.shortcut})")
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme().changed.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme().font(TextStyle.STRONG))
        width = metrics.horizontalAdvance(self.text()) + 2 * _SIDE
        if self.choice.icon:
            width += theme().metrics.icon + _GAP
        return QSize(width, theme().metrics.control - 2 * _INSET)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right, Qt.Key.Key_Up, Qt.Key.Key_Down):
            event.ignore()  # the row moves the choice itself
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        if event.type() == QEvent.Type.EnabledChange:
            self.update()
        super().changeEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        self._paint_content(painter)
        painter.end()

    def _paint_ground(self, painter: QPainter) -> None:
        width = 2.0 if self.hasFocus() else 1.0
        frame = QRectF(self.rect()).adjusted(width / 2, width / 2, -width / 2, -width / 2)
        hovered = self.underMouse() and self.isEnabled()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        if self.isChecked():
            painter.setPen(QPen(theme().colour("control_border"), width))
            painter.setBrush(theme().colour("raised"))
        elif hovered:
            painter.setBrush(theme().colour("hover"))
        if self.hasFocus():
            painter.setPen(QPen(theme().colour("accent"), width))
        painter.drawRoundedRect(frame, Radius.SMALL, Radius.SMALL)

    def _paint_content(self, painter: QPainter) -> None:
        side, size = _SIDE, theme().metrics.icon
        area = self.rect().adjusted(side, 0, -side, 0)
        if self.choice.icon:
            top = area.center().y() - size // 2 + (area.height() + 1) % 2
            mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
            self.choice.icon.paint(
                painter, area.left(), top, size, size, Qt.AlignmentFlag.AlignCenter, mode
            )
            area.setLeft(area.left() + size + _GAP)
        style = TextStyle.STRONG if self.isChecked() else TextStyle.MEDIUM
        painter.setFont(theme().font(style))
        role = "text" if self.isChecked() else "text2"
        painter.setPen(theme().colour(role if self.isEnabled() else "muted"))
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter, self.text())


class StatusSegmented(Segmented):
    """Strong, Partial, Gap, To assess, with their glyphs; the value is a RequirementStatus."""

    def __init__(self, parent: QWidget | None = None) -> None:
        choices = [
            Choice(status, status_name(status), requirement_icon(status), key)
            for status, key in _STATUS_KEYS.items()
        ]
        super().__init__("Status", choices, parent)
