"""Names the files that could not be read, each with its reason, until the person has seen them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ats.domain.words import counted
from ats.gui.controls.buttons import IconButton, button
from ats.gui.controls.field import label
from ats.gui.icons import pixmap
from ats.gui.theme import Space, theme

_SHARE = 0.18  # of the height of the window


class RefusedList(QFrame):
    """One line that tells how many; the names and reasons below it on demand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sentences: tuple[str, ...] = ()
        self._seen = 0
        self.setProperty("surface", "warn")
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self._icon = QLabel()
        self._words = label("")
        self.show_button = button("Show")
        self.show_button.clicked.connect(self._toggle)
        self.close_button = IconButton("x", "Hide the files that could not be read")
        self.close_button.clicked.connect(self._dismiss)
        self._reasons = label("", wrap=True)
        self._reasons.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self._reasons.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.viewport().setAutoFillBackground(False)
        self._reasons.setAutoFillBackground(False)
        self._area.setWidget(self._reasons)
        self._build()
        theme().changed.connect(self._show_icon)
        self._show_icon()
        self._area.hide()
        self.hide()

    def show_refused(self, sentences: Sequence[str]) -> None:
        """Show these sentences, of which each names a file; hide where there are none, or where
        the person has put these away."""
        if tuple(sentences) == self._sentences:
            return
        self._sentences = tuple(sentences)
        count = len(self._sentences)
        if not count:
            self._seen = 0
            self._area.hide()
        self._words.setText(f"{counted(count, 'file')} could not be read.")
        self._reasons.setText("\n".join(self._sentences))
        self._fit()
        self._tell()
        self.setVisible(count > self._seen)

    @property
    def is_seen(self) -> bool:
        """Whether there is nothing here that the person has not looked at or put away."""
        return self._seen == len(self._sentences) or not self._area.isHidden()

    def open(self) -> None:
        """Show the names and reasons."""
        self._area.show()
        self._fit()
        self._tell()

    def sentences(self) -> tuple[str, ...]:
        return self._sentences

    def text(self) -> str:
        return self._words.text()

    def _toggle(self) -> None:
        self._area.setVisible(self._area.isHidden())
        self._tell()

    def _dismiss(self) -> None:
        self._seen = len(self._sentences)
        self.hide()

    def _tell(self) -> None:
        self.show_button.setText("Show" if self._area.isHidden() else "Hide")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        """As high as the lines need, up to a share of the window; more scroll."""
        width = self.width() - 2 * Space.L
        high = self._reasons.heightForWidth(max(width, 1)) + Space.XS
        least = 2 * self._reasons.fontMetrics().lineSpacing()
        self._area.setFixedHeight(min(high, max(least, round(self.window().height() * _SHARE))))

    def _show_icon(self) -> None:
        self._icon.setPixmap(
            pixmap("circle-alert", "warn", theme().metrics.icon, self.devicePixelRatioF())
        )

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(Space.S)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self._words, 1)
        row.addWidget(self.show_button)
        row.addWidget(self.close_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.M, Space.S, Space.S, Space.S)
        column.setSpacing(Space.XS)
        column.addLayout(row)
        column.addWidget(self._area)
