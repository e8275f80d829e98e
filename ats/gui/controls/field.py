"""A labelled field: the label above, the control, and a line beneath for help or a warning."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from ats.gui.icons import pixmap
from ats.gui.theme import Space, theme

_ICONS = {"warn": "circle-alert", "danger": "circle-alert", "ok": "check"}


def label(
    text: str, role: str = "", parent: QWidget | None = None, *, wrap: bool = False
) -> QLabel:
    """A label with one of the style sheet's roles. Its text is plain, whatever it holds."""
    made = QLabel(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setWordWrap(wrap)
    if role:
        made.setProperty("role", role)
    return made


class Field(QWidget):
    """`control` is any widget; the label is its buddy and its spoken name."""

    def __init__(
        self, text: str, control: QWidget, parent: QWidget | None = None, *, help_text: str = ""
    ) -> None:
        super().__init__(parent)
        self.control = control
        self._help = help_text
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.XS)
        self._label = QLabel(text)
        self._label.setProperty("role", "field")
        self._label.setBuddy(control)
        column.addWidget(self._label)
        grows = control.sizePolicy().expandingDirections() & Qt.Orientation.Vertical
        column.addWidget(control, 1 if grows else 0)
        self._line = MessageLine()
        column.addWidget(self._line)
        self._beneath = QVBoxLayout()
        column.addLayout(self._beneath)
        if not grows:
            column.addStretch(1)  # fields side by side keep their labels on one line
        self._name = text.replace("&", "")
        if not control.accessibleName():
            control.setAccessibleName(self._name)
        self.setFocusProxy(control)
        warning = getattr(control, "warning", None)
        if warning is not None:
            warning.connect(self.set_warning)
        self.set_warning("")

    def set_warning(self, text: str) -> None:
        """Show a sentence in the warning colour beneath, or with "" the help text again."""
        self._line.show_text(text or self._help, "warn" if text else "caption")
        self.control.setAccessibleDescription(text or self._help)
        if self.control.property("invalid") != bool(text):
            self.control.setProperty("invalid", bool(text))
            self.control.style().unpolish(self.control)
            self.control.style().polish(self.control)

    def warning(self) -> str:
        """The warning that is shown, or ""."""
        return self._line.text() if self._line.role() == "warn" else ""

    def set_help(self, text: str) -> None:
        warning = self.warning()
        self._help = text
        self.set_warning(warning)

    def add_beneath(self, widget: QWidget) -> None:
        """Add something under the line, for example suggestions."""
        self._beneath.addWidget(widget)


class MessageLine(QWidget):
    """One line with an icon: a warning, an error or help; hidden while empty."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        self._icon = QLabel()
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._text, 1)
        theme().changed.connect(self._show_icon)
        self.show_text("")

    def show_text(self, text: str, role: str = "caption") -> None:
        """`role` is warn, danger, ok, or caption without an icon."""
        self._text.setText(text)
        if self._text.property("role") != role:
            self._text.setProperty("role", role)
            self._text.style().unpolish(self._text)
            self._text.style().polish(self._text)
        self._show_icon()
        self.setVisible(bool(text))

    def text(self) -> str:
        return self._text.text()

    def role(self) -> str:
        return str(self._text.property("role"))

    def _show_icon(self) -> None:
        name = _ICONS.get(self.role())
        self._icon.setVisible(name is not None)
        if name is not None:
            self._icon.setPixmap(pixmap(name, self.role(), 15, self.devicePixelRatioF()))
