"""A small form in a window of its own: Ctrl+Enter saves, Escape cancels, and a problem is told
inside while everything typed stays."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QWidget

from ats.domain.problem import Problem
from ats.gui.application.layout import column, row, scrolled
from ats.gui.controls.buttons import button
from ats.gui.controls.date_field import DateField
from ats.gui.controls.field import Field, MessageLine
from ats.gui.session import Session
from ats.gui.theme import Space

Control = TypeVar("Control", bound=QWidget)
_WIDTH = 460


class FormDialog(QDialog):
    """Fields are added in the constructor of the form; `save` runs the command and may raise
    Problem. Shown with `open()`, so that the window never waits for it."""

    def __init__(self, session: Session, title: str, save_text: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.session = session
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(title)
        self._content = QWidget()
        self.fields = column(self._content, Space.M)
        self.fields.setContentsMargins(Space.XL, Space.L, Space.XL, Space.L)
        self._dates: list[DateField] = []
        self.problem = MessageLine()
        self.save_button = button(save_text, "primary")
        self._build()

    def add(self, text: str, control: Control, *, help_text: str = "") -> Control:
        """Put a labelled control beneath the others; the control."""
        grows = 1 if isinstance(control, QPlainTextEdit) else 0
        self.fields.addWidget(self.field(text, control, help_text=help_text), grows)
        return control

    def field(self, text: str, control: QWidget, *, help_text: str = "") -> Field:
        """A labelled control for `side_by_side`; a date in it is checked when saving."""
        if isinstance(control, DateField):
            self._dates.append(control)
        return Field(text, control, help_text=help_text)

    def side_by_side(self, *fields: Field) -> QHBoxLayout:
        line = row(spacing=Space.M)
        for each in fields:
            line.addWidget(each, 1, Qt.AlignmentFlag.AlignTop)
        self.fields.addLayout(line)
        return line

    def save(self) -> None:
        """Run the command. Raises Problem, which is then shown in the form."""

    def accept(self) -> None:
        try:
            self._check_dates()
            self.save()
        except Problem as problem:
            self._tell(str(problem))
            return
        super().accept()

    def _tell(self, sentence: str) -> None:
        """Tell a problem once: a field that says it already is brought into sight instead."""
        fields = self._content.findChildren(Field)
        said = next((each for each in fields if each.warning() == sentence), None)
        self.problem.show_text("" if said else sentence, "danger")
        if said is not None:
            self._area.ensureWidgetVisible(said)

    def _check_dates(self) -> None:
        for each in self._dates:
            each.flush()
            if each.isModified():
                each.setFocus()
                raise Problem(f"“{each.text().strip()}” isn’t a date. Try 4 Nov or 2026-11-04.")

    def _build(self) -> None:
        whole = column(self, 0)
        self._area = scrolled(self._content)
        whole.addWidget(self._area, 1)
        foot = row(spacing=Space.S)
        foot.setContentsMargins(Space.XL, Space.S, Space.XL, Space.L)
        foot.addWidget(self.problem, 1)
        foot.addStretch()
        cancel = button("Cancel")
        cancel.clicked.connect(self.reject)
        self.save_button.clicked.connect(self.accept)
        self.save_button.setDefault(True)
        foot.addWidget(cancel)
        foot.addWidget(self.save_button)
        whole.addLayout(foot)
        for keys in ("Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(keys), self, self.accept)
        self.save_button.setToolTip("Ctrl+Enter")

    def open(self) -> None:
        """Show it as large as its content, within the window it belongs to."""
        wanted = self._content.sizeHint().height() + self.save_button.sizeHint().height() + 48
        around = self.parentWidget()
        most = around.height() - 48 if around is not None else wanted
        self.resize(_WIDTH, max(200, min(wanted, most)))
        super().open()
