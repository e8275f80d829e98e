"""The person's own notes on an application: one text that saves itself."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from ats.commands import applications
from ats.gui.actions import Actions
from ats.gui.application.layout import column
from ats.gui.application.section import Section
from ats.gui.controls.autosave_text import AutosaveText
from ats.gui.controls.field import label
from ats.gui.session import Session
from ats.gui.theme import Space
from ats.store.queries.application import ApplicationDetail

_WIDEST = 860  # longer lines are hard to read


class NotesText(AutosaveText):
    """As high as the page lets it be; it scrolls by itself, however long the notes are."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Anything about this application", parent)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName("Notes")

    def _fit(self) -> None:
        """The page gives the height."""


class Notes(Section):
    title = "Notes"

    def __init__(self, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(session, actions, parent)
        self.text = NotesText()
        self.text.setMaximumWidth(_WIDEST)
        self.text.committed.connect(self._save)
        self.text.textChanged.connect(self._tell)
        self.saved = label("", "caption")
        whole = column(self)
        whole.setContentsMargins(Space.L + 4, Space.L, Space.L + 4, Space.M)
        whole.addWidget(self.text, 1)
        whole.addWidget(self.saved)

    def show_detail(self, detail: ApplicationDetail) -> None:
        super().show_detail(detail)
        self.text.show_text(detail.notes)
        self._tell()

    def flush(self) -> None:
        self.text.flush()

    def focus_content(self) -> None:
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def _save(self, text: str) -> None:
        if self.detail is not None:
            run, store = self.session.run, self.session.store
            run(applications.set_notes, store, self.application_id, text)
        self._tell()

    def _tell(self) -> None:
        self.saved.setText("Saving…" if self.text.is_touched() else "All changes saved")
