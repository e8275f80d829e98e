"""What a page shows when there is nothing to show: an icon, one sentence, what to do."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from ats.gui.controls.buttons import button
from ats.gui.controls.field import label
from ats.gui.icons import pixmap
from ats.gui.theme import Space, theme

_ICON = 40


class EmptyState(QWidget):
    """The first action is the primary one and takes the focus; buttons trigger the actions."""

    def __init__(
        self,
        icon_name: str,
        sentence: str,
        *actions: QAction,
        hint: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._icon_name = icon_name
        self._icon = QLabel()
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence = label(sentence, "subtitle", wrap=True)
        self._hint = label(hint, "muted", wrap=True)
        self.buttons: list[QPushButton] = []
        self._build(actions)
        theme().changed.connect(self._show_icon)
        self._show_icon()

    def show_sentence(self, sentence: str, hint: str = "") -> None:
        self._sentence.setText(sentence)
        self._hint.setText(hint)
        self._hint.setVisible(bool(hint))

    def _build(self, actions: tuple[QAction, ...]) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        column.setSpacing(Space.M)
        column.addStretch(2)
        for widget in (self._icon, self._sentence, self._hint):
            if isinstance(widget, QLabel):
                widget.setAlignment(Qt.AlignmentFlag.AlignCenter)
            column.addWidget(widget)
        self._hint.setVisible(bool(self._hint.text()))
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addStretch()
        for action in actions:
            row.addWidget(self._button(action))
        row.addStretch()
        column.addSpacing(Space.XS)
        column.addLayout(row)
        column.addStretch(3)
        if self.buttons:
            self.setFocusProxy(self.buttons[0])

    def _button(self, action: QAction) -> QPushButton:
        made = button(action.text(), "secondary" if self.buttons else "primary")
        made.setEnabled(action.isEnabled())
        made.clicked.connect(action.trigger)
        action.enabledChanged.connect(made.setEnabled)
        self.buttons.append(made)
        return made

    def _show_icon(self) -> None:
        self._icon.setPixmap(pixmap(self._icon_name, "muted", _ICON, self.devicePixelRatioF()))
