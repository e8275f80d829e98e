"""The right side of the review: the form and the lines of the posting, scrolling as one."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ats.gui.capture.arrangement import Arrangement
from ats.gui.capture.form import ApplicationForm
from ats.gui.capture.line_sections import LineSections
from ats.gui.controls.field import label
from ats.gui.theme import Space

_WIDEST_ALONE = 680
_NO_LIMIT = 16_777_215  # QWIDGETSIZE_MAX


class FormColumn(QScrollArea):
    """The lines are shown and hidden with the fields behind "More"."""

    def __init__(self, form: ApplicationForm, sections: LineSections) -> None:
        super().__init__()
        self._form, self._sections = form, sections
        self._heading = label("Application", "subtitle")
        self._content = QWidget()
        self._content.setObjectName("plain")
        column = QVBoxLayout(self._content)
        # Room for the scroll bar.
        column.setContentsMargins(0, 0, Space.M, Space.L)
        column.setSpacing(Space.M)
        for widget in (self._heading, form, sections):
            column.addWidget(widget)
        column.addStretch(1)
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(self._content)
        form.more_button.toggled.connect(sections.setVisible)

    def show_arrangement(self, arrangement: Arrangement | None) -> None:
        """Fill everything from a posting, or empty it and fold it up to add by hand."""
        reading = arrangement.reading if arrangement else None
        self._content.setMaximumWidth(_NO_LIMIT if reading else _WIDEST_ALONE)
        self._form.clear()
        if reading is not None:
            self._form.show_reading(reading)
        self._sections.show_reading(reading)
        self._form.fold(reading is None)
        self._sections.setVisible(reading is not None)
        self.verticalScrollBar().setValue(0)

    def show_heading(self, shown: bool) -> None:
        """Show the heading, or leave it out where something else says what this is."""
        self._heading.setVisible(shown)

    def show_row_of(self, key: str) -> None:
        """Bring the row of an item into sight, where it is the current one of its list."""
        for rows in self._sections.lists():
            item = rows.current_item()
            if item is not None and item.key == key:
                rect = rows.visualRect(rows.currentIndex())
                place = rows.viewport().mapTo(self._content, rect.center())
                self.ensureVisible(place.x(), place.y(), 0, rect.height() * 2)

    def focus_field(self, control: QWidget) -> None:
        """Put the keyboard into a field of the form."""
        control.setFocus(Qt.FocusReason.OtherFocusReason)
        self.ensureWidgetVisible(control)
