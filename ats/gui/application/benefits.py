"""What a posting offers besides pay, as it was left in the review, each with the way back to its
words."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QWidget

from ats.domain.posting import Posting
from ats.gui.application.layout import NO_MARGINS
from ats.gui.application.posting_places import Span, read_benefits
from ats.gui.controls.buttons import IconButton
from ats.gui.controls.field import label
from ats.gui.controls.flow_layout import clear_layout
from ats.gui.theme import Space

_TOP = Qt.AlignmentFlag.AlignTop


class Benefits(QWidget):
    """`place_wanted` asks to show places in the posting: a sequence of spans."""

    place_wanted = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: Sequence[tuple[str, Sequence[Span]]] = ()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(NO_MARGINS)
        self._grid.setHorizontalSpacing(Space.XS)
        self._grid.setVerticalSpacing(Space.XXS)
        self._grid.setColumnStretch(0, 1)
        self.hide()

    def show_posting(self, posting: Posting | None) -> None:
        """Show the benefits that were kept with a posting, if any."""
        found = read_benefits(posting)
        if found == self._shown:
            return
        self._shown = found
        clear_layout(self._grid)
        self.setVisible(bool(found))
        if found:
            self._grid.addWidget(label("Benefits", "section"), 0, 0, 1, 2)
        for at, (text, spans) in enumerate(found, 1):
            words = label(text, wrap=True)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            words.setContentsMargins(0, Space.XS, 0, 0)
            self._grid.addWidget(words, at, 0, _TOP)
            if spans:
                self._grid.addWidget(self._mark(text, spans), at, 1, _TOP)

    def _mark(self, text: str, spans: Sequence[Span]) -> IconButton:
        mark = IconButton("file-text", f"{text}: show in posting", colour_role="muted")
        mark.clicked.connect(lambda: self.place_wanted.emit(spans))
        return mark
