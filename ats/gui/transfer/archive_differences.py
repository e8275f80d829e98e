"""What differs about one thing that an archive holds: yours beside the archive's."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QScrollArea, QVBoxLayout, QWidget

from ats.exchange.archive.plan import ArchiveItem
from ats.gui.controls.field import label
from ats.gui.theme import Space, TextStyle, theme

_EMS = 25
_NOTHING = "nothing"


class Differences(QScrollArea):
    """Read only."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName("What differs")
        theme().changed.connect(self._measure)
        self._measure()

    def show_item(self, item: ArchiveItem | None) -> None:
        """Show a thing, or nothing."""
        content = QWidget()
        content.setObjectName("plain")
        column = QVBoxLayout(content)
        column.setContentsMargins(Space.XS, 0, Space.S, Space.S)
        column.setSpacing(Space.S)
        if item is not None:
            column.addWidget(label(item.title, "subtitle", wrap=True))
            if item.detail:
                column.addWidget(label(item.detail, "text2", wrap=True))
            for difference in item.differences:
                column.addWidget(label(difference.what, "section", wrap=True))
                for whose, value in (("Yours", difference.mine), ("Archive", difference.theirs)):
                    column.addWidget(label(f"{whose}: {value or _NOTHING}", "text2", wrap=True))
        column.addStretch(1)
        self.setWidget(content)

    def text(self) -> str:
        """Everything that is shown."""
        return "\n".join(each.text() for each in self.findChildren(QLabel))

    def _measure(self) -> None:
        self.setMaximumWidth(_EMS * theme().pixels(TextStyle.BODY))
