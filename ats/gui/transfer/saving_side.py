"""The right side of an export or a report: what the file will look like, and the way to save it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ats.domain.words import counted
from ats.gui.controls.buttons import button
from ats.gui.controls.field import MessageLine, label
from ats.gui.controls.waiting_bar import WaitingBar
from ats.gui.session import Session
from ats.gui.theme import Space
from ats.gui.transfer.file_preview import FilePreview
from ats.gui.transfer.saving import Saver


class SavingSide(QWidget):
    """`line` tells what is wrong. `others` are buttons beside the one that saves; what that does is
    the part's own."""

    def __init__(
        self, session: Session, others: Sequence[QWidget] = (), parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.waiting = WaitingBar()
        self.preview = FilePreview(session.jobs, self.waiting)
        self.save_button = button("&Save as…", "primary", "upload")
        self.line = MessageLine()
        self.saver = Saver(session, self.line, self.waiting)
        self._more = label("", "caption")
        self._told = ""
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(label("Preview", "subtitle"))
        head.addStretch()
        for each in (*others, self.save_button):
            head.addWidget(each)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.S)
        column.addLayout(head)
        column.addWidget(self.waiting)
        column.addWidget(self.line)
        column.addWidget(self.preview, 1)
        column.addWidget(self._more)
        self.tell_more("")
        self.preview.shown_pages.connect(self._tell_pages)

    def tell_more(self, words: str) -> None:
        """Say how much of the file the preview shows; "" where that is all."""
        self._told = words
        self._more.setText(words)
        self._more.setVisible(bool(words))

    def _tell_pages(self, shown: int, pages: int) -> None:
        if shown < pages:
            words = f"The first {shown} of {counted(pages, 'page')} are shown."
            self._more.setText(f"{self._told} {words}".strip())
            self._more.show()

    def beside(self, part: QWidget, choices: QWidget) -> None:
        """Fill a part: its choices at the left, this at the right."""
        row = QHBoxLayout(part)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XL)
        row.addWidget(choices, 2)
        row.addWidget(self, 5)
