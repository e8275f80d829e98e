"""What the window says without being asked: toasts that go by themselves, and a banner that
stays until the matter is settled."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Literal

from PySide6.QtCore import QEvent, QObject, QPoint, QPropertyAnimation, QRectF, Qt, QTimer
from PySide6.QtGui import (
    QAccessible,
    QAccessibleAnnouncementEvent,
    QEnterEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from ats.gui.controls.buttons import IconButton, button
from ats.gui.controls.field import label
from ats.gui.icons import pixmap
from ats.gui.theme import Radius, Space, theme

_STAY_MS = 8000
_MOST = 3
_MARGIN = 24
_GAP = 8
_WIDEST = 640


class Toasts(QObject):
    """Short messages at the bottom left of a window, newest lowest. `left` gives the distance
    of the content's left edge from the window's, for example the width of a sidebar; `foot`
    the height of what must stay free at the bottom."""

    def __init__(
        self,
        window: QWidget,
        left: Callable[[], int] | None = None,
        foot: Callable[[], int] | None = None,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._left = left or (lambda: 0)
        self._foot = foot or (lambda: 0)
        self._toasts: list[Toast] = []
        window.installEventFilter(self)

    def say(
        self, text: str, action_text: str = "", action: Callable[[], object] | None = None
    ) -> Toast:
        """Show `text` for eight seconds, with a button that runs `action` if one is given."""
        while len(self._toasts) >= _MOST:
            self._toasts[0].leave()
        toast = Toast(self._window, text, action_text, action)
        toast.gone = self._forget
        self._toasts.append(toast)
        self.place()
        toast.appear()
        announce(self._window, text)
        return toast

    def clear(self) -> None:
        for toast in list(self._toasts):
            toast.leave()

    @property
    def shown(self) -> Sequence[Toast]:
        return tuple(self._toasts)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest):
            self.place()
        return super().eventFilter(watched, event)

    def _forget(self, toast: Toast) -> None:
        if toast in self._toasts:
            self._toasts.remove(toast)
            self.place()

    def place(self) -> None:
        """Put them where they belong now."""
        if not self._toasts:
            return
        left = self._left() + _MARGIN - 4
        bottom = self._window.height() - self._foot() - _MARGIN
        room = max(200, min(_WIDEST, self._window.width() - left - _MARGIN))
        for toast in reversed(self._toasts):
            toast.setMaximumWidth(room)
            toast.resize(min(room, toast.sizeHint().width()), 0)
            toast.resize(toast.width(), max(toast.sizeHint().height(), toast.minimumHeight()))
            bottom -= toast.height()
            toast.move(left, bottom)
            bottom -= _GAP


class Toast(QWidget):
    """One message. Hovering or focusing it stops its clock."""

    def __init__(
        self,
        window: QWidget,
        text: str,
        action_text: str,
        action: Callable[[], object] | None,
    ) -> None:
        super().__init__(window)
        self.text = text
        self.gone: Callable[[Toast], None] = lambda toast: None
        self.action_button: QPushButton | None = None
        self._clock = QTimer(self)
        self._clock.setSingleShot(True)
        self._clock.setInterval(_STAY_MS)
        self._clock.timeout.connect(self.leave)
        self.setAccessibleName(text)
        self.setMinimumHeight(44)
        self._build(action_text, action)

    def appear(self) -> None:
        self.show()
        self.raise_()
        self._clock.start()
        if theme().motion_ms:
            rise = QPropertyAnimation(self, b"pos", self)
            rise.setDuration(theme().motion_ms)
            rise.setStartValue(self.pos() + QPoint(0, 12))
            rise.setEndValue(self.pos())
            rise.start(QPropertyAnimation.DeletionPolicy.DeleteWhenStopped)

    def leave(self) -> None:
        """Go now."""
        self._clock.stop()
        self.hide()
        self.gone(self)
        self.deleteLater()

    @property
    def is_waiting(self) -> bool:
        """True while its clock runs."""
        return self._clock.isActive()

    def enterEvent(self, event: QEnterEvent) -> None:
        self._clock.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        self._go_on()
        super().leaveEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self._clock.stop()
        elif event.type() == QEvent.Type.FocusOut:
            self._go_on()
        return super().eventFilter(watched, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(
            theme().colour("control_border") if theme().tokens.dark else Qt.PenStyle.NoPen
        )
        painter.setBrush(theme().colour("toast"))
        frame = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(frame, Radius.CONTROL, Radius.CONTROL)
        painter.end()

    def _build(self, action_text: str, action: Callable[[], object] | None) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 6, 8, 6)
        row.setSpacing(Space.M)
        words = label(self.text, "toast", wrap=len(self.text) > 70)
        row.addWidget(words, 1)
        if action_text and action is not None:
            self.action_button = button(action_text, "toast")
            self.action_button.clicked.connect(lambda: self._act(action))
            row.addWidget(self.action_button)
        close = IconButton("x", "Close message", colour_role="toast_text")
        close.setProperty("on", "toast")
        close.clicked.connect(self.leave)
        row.addWidget(close)
        for part in (self.action_button, close):
            if part is not None:
                part.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the focus
                part.installEventFilter(self)

    def _act(self, action: Callable[[], object]) -> None:
        self.leave()
        action()

    def _go_on(self) -> None:
        focus = QApplication.focusWidget()
        inside = focus is not None and self.isAncestorOf(focus)
        if self.isVisible() and not self.underMouse() and not inside:
            self._clock.start()


Kind = Literal["danger", "warn", "info"]
_BANNERS = {
    "danger": ("banner", "circle-alert", "danger"),
    "warn": ("banner-warn", "triangle-alert", "warn"),
    "info": ("banner-info", "info", "accent"),
}


class Banner(QFrame):
    """A strip for the top of the window; hidden until there is something to show."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = ""
        self.buttons: list[QPushButton] = []
        self._kind: Kind = "danger"
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.S, Space.L, Space.S)
        row.setSpacing(Space.S)
        self._icon = QLabel()
        self._words = label("", "strong", wrap=True)
        self._actions = QHBoxLayout()
        self._close = IconButton("x", "Close")
        self._close.clicked.connect(self.clear)
        row.addWidget(self._icon)
        row.addWidget(self._words, 1)
        row.addLayout(self._actions)
        row.addWidget(self._close)
        theme().changed.connect(self._dress)
        self.hide()

    def show_text(
        self,
        text: str,
        actions: Sequence[tuple[str, Callable[[], object]]] = (),
        *,
        kind: Kind = "danger",
        closable: bool = False,
    ) -> None:
        """Show a sentence with buttons; it stays until `clear`."""
        self.text, self._kind = text, kind
        self._words.setText(text)
        self._replace_buttons(actions)
        self._close.setVisible(closable)
        self._dress()
        self.show()
        announce(self, text)

    def clear(self) -> None:
        self.text = ""
        self.hide()

    def _replace_buttons(self, actions: Sequence[tuple[str, Callable[[], object]]]) -> None:
        for old in self.buttons:
            old.hide()
            old.deleteLater()
        self.buttons = []
        for text, run in actions:
            made = button(text)
            made.clicked.connect(lambda _=False, run=run: run())
            self._actions.addWidget(made)
            self.buttons.append(made)

    def _dress(self) -> None:
        surface, icon_name, role = _BANNERS[self._kind]
        self._icon.setPixmap(pixmap(icon_name, role, 18, self.devicePixelRatioF()))
        if self.property("surface") != surface:
            self.setProperty("surface", surface)
            self.style().unpolish(self)
            self.style().polish(self)


def announce(widget: QWidget, text: str) -> None:
    """Have a screen reader say `text`, if one is listening."""
    if QAccessible.isActive():
        QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, text))
