"""The way between what was found and its words: a field or an item shows its words in the
posting, and words lead to their field or item."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt

from ats.gui.capture.arrangement import Arrangement
from ats.gui.capture.form import ApplicationForm
from ats.gui.capture.form_column import FormColumn
from ats.gui.capture.line_kinds import kind_name
from ats.gui.capture.line_sections import LineSections
from ats.gui.capture.marks import Mark, alternative_key, line_marks
from ats.gui.capture.posting_pane import PostingPane


class Provenance(QObject):
    """Connects the form, the lines and the posting of one review."""

    def __init__(
        self,
        pane: PostingPane,
        form: ApplicationForm,
        sections: LineSections,
        column: FormColumn,
        parent: QObject,
    ) -> None:
        super().__init__(parent)
        self._pane, self._form, self._column = pane, form, column
        self._sections = sections
        self._arrangement: Arrangement | None = None
        self._lines: list[Mark] = []
        form.entered.connect(self.point_out)
        sections.pointed.connect(self.point_out)
        sections.lines.changed.connect(self._show_lines)
        pane.view.mark_chosen.connect(self.go_to)

    def show_arrangement(self, arrangement: Arrangement | None) -> None:
        """Show another posting, after the lists have its lines."""
        self._arrangement = arrangement
        self._lines = self._line_marks()
        self._pane.show_arrangement(arrangement, self._lines)

    def let_go(self) -> None:
        """Another posting comes: the lines of the next are no lines of this one."""
        self._arrangement, self._lines = None, []

    def point_out(self, key: str) -> None:
        """Show the words of a field or an item."""
        marks = self._marks_of(key)
        self._pane.point_out(self._name(key), marks)
        if self._sections.lines.item(key) is not None:
            self._column.show_row_of(key)

    def go_to(self, key: str) -> None:
        """Go to the field or the item that words belong to."""
        control = self._form.control(self._field(key))
        if control is not None:
            self._column.focus_field(control)
            self.point_out(key)
            return
        for rows in self._sections.lists():
            if rows.go_to(key):
                rows.setFocus(Qt.FocusReason.OtherFocusReason)
                self._column.show_row_of(key)

    def _marks_of(self, key: str) -> list[Mark]:
        fields = self._arrangement.marks if self._arrangement else ()
        return [mark for mark in (*fields, *self._lines) if key and mark.key == key]

    def _field(self, key: str) -> str:
        """The field a key belongs to, also that of another value stated for it."""
        others = self._arrangement.reading.alternatives if self._arrangement else ()
        fields = {alternative_key(index): other.field for index, other in enumerate(others)}
        return fields.get(key, key)

    def _name(self, key: str) -> str:
        item = self._sections.lines.item(key)
        return kind_name(item.kind) if item else self._form.name(self._field(key))

    def _show_lines(self) -> None:
        marks = self._line_marks()
        if marks != self._lines:
            self._lines = marks
            self._pane.show_lines(marks)

    def _line_marks(self) -> list[Mark]:
        if self._arrangement is None:
            return []
        shown, length = self._arrangement.shown, self._arrangement.shown_length
        return line_marks(self._sections.lines.items, shown, length)
