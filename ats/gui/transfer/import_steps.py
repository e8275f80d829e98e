"""The steps of an import, and the line that shows them: which are done, which one is on screen,
which can be gone to."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFontMetrics, QKeyEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFrame, QHBoxLayout, QSizePolicy, QWidget

from ats.gui.controls.buttons import pressed_by_enter
from ats.gui.icons import pixmap
from ats.gui.theme import Radius, Space, TextStyle, theme

_GAP = 8
_SIDE = 6


class Step(IntEnum):
    """In the order a person goes through them."""

    FILE = 0
    COLUMNS = 1
    ROWS = 2
    SUMMARY = 3


NAMES = {Step.FILE: "File", Step.COLUMNS: "Columns", Step.ROWS: "Rows", Step.SUMMARY: "Summary"}


class StepLine(QWidget):
    """One Tab stop; arrow keys go along the line. `chosen` carries the step to go to."""

    chosen = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName("Steps of the import")
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.buttons = {step: _StepButton(step, self) for step in Step}
        self.current = Step.FILE
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        for step, button in self.buttons.items():
            if step:
                row.addWidget(_between(), 1)
            row.addWidget(button)
            button.clicked.connect(lambda _=False, step=step: self.chosen.emit(step))
        row.addStretch(1)
        self.show_steps(Step.FILE, Step.FILE)

    def show_steps(self, current: Step, reachable: Step, *, done: bool = False) -> None:
        """`reachable` is the last step that can be gone to; `done` after the import itself."""
        self.current = current
        for step, button in self.buttons.items():
            button.show_state(
                current=step is current and not done,
                passed=step < current or done,
                reachable=step <= reachable and not done,
            )
        self.setFocusProxy(self.buttons[current])

    def keyPressEvent(self, event: QKeyEvent) -> None:
        by = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        if by is None or event.modifiers():
            super().keyPressEvent(event)
            return
        enabled = [button for button in self.buttons.values() if button.isEnabled()]
        at = next((at for at, button in enumerate(enabled) if button.hasFocus()), None)
        if at is not None:
            enabled[(at + by) % len(enabled)].setFocus(Qt.FocusReason.TabFocusReason)


class _StepButton(QAbstractButton):
    """A number and a name. Measured with the bold text, so that going on moves nothing."""

    def __init__(self, step: Step, parent: QWidget) -> None:
        super().__init__(parent)
        self._step = step
        self._current = self._passed = False
        self.setText(NAMES[step])
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        theme().changed.connect(self.updateGeometry)

    def show_state(self, *, current: bool, passed: bool, reachable: bool) -> None:
        self._current, self._passed = current, passed
        self.setEnabled(reachable)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus if current else Qt.FocusPolicy.ClickFocus)
        state = "this step" if current else "done" if passed else "to come"
        self.setAccessibleName(f"Step {self._step + 1} of {len(Step)}: {self.text()}, {state}")
        self.update()

    def sizeHint(self) -> QSize:
        metrics = QFontMetrics(theme().font(TextStyle.STRONG))
        width = 2 * _SIDE + _disc() + _GAP + metrics.horizontalAdvance(self.text()) + 2
        return QSize(width, max(theme().metrics.target, _disc()) + 6)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            event.ignore()  # the line goes along itself
        elif not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter)
        side = _disc()
        spot = QRect(_SIDE, (self.height() - side) // 2, side, side)
        area = self.rect().adjusted(_SIDE + side + _GAP, 0, -_SIDE, 0)
        if self.isRightToLeft():
            spot.moveLeft(self.width() - _SIDE - side)
            area = self.rect().adjusted(_SIDE, 0, -_SIDE - side - _GAP, 0)
        self._paint_disc(painter, spot)
        painter.setFont(theme().font(TextStyle.STRONG if self._current else TextStyle.MEDIUM))
        painter.setPen(self._ink())
        painter.drawText(area, int(Qt.AlignmentFlag.AlignVCenter), self.text())
        painter.end()

    def _ink(self) -> QColor:
        if self._current:
            return theme().colour("text")
        return theme().colour("text2" if self.isEnabled() or self._passed else "muted")

    def _paint_ground(self, painter: QPainter) -> None:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        frame = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        if self.underMouse() and self.isEnabled() and not self._current:
            painter.setBrush(theme().colour("hover"))
        if self.hasFocus():
            painter.setPen(QPen(theme().colour("accent"), 2))
        painter.drawRoundedRect(frame, Radius.CONTROL, Radius.CONTROL)

    def _paint_disc(self, painter: QPainter, spot: QRect) -> None:
        filled = self._current
        painter.setBrush(theme().colour("accent" if filled else "surface"))
        line = "accent" if filled or self._passed else "control_border"
        painter.setPen(QPen(theme().colour(line), 1.5))
        painter.drawEllipse(QRectF(spot).adjusted(1, 1, -1, -1))
        if self._passed and not filled:
            size = spot.width() - 8
            tick = pixmap("check", "accent", size, self.devicePixelRatioF())
            painter.drawPixmap(spot.left() + 4, spot.top() + 4, tick)
            return
        painter.setFont(theme().font(TextStyle.CAPTION_STRONG))
        painter.setPen(theme().colour("on_accent") if filled else self._ink())
        painter.drawText(spot, int(Qt.AlignmentFlag.AlignCenter), str(self._step + 1))


def _disc() -> int:
    return theme().metrics.icon + 6


def _between() -> QFrame:
    line = QFrame()
    line.setProperty("line", "true")
    line.setMaximumWidth(56)
    line.setMinimumWidth(12)
    line.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    return line
