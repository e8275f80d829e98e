"""One item of evidence under a requirement, and the form to write or change one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QMenu, QPlainTextEdit, QWidget

from ats.commands import evidence as commands
from ats.domain.evidence import Evidence
from ats.gui.application.form_dialog import FormDialog
from ats.gui.application.layout import column, row
from ats.gui.controls.buttons import IconButton
from ats.gui.controls.field import label
from ats.gui.icons import icon
from ats.gui.session import Session
from ats.gui.theme import Space
from ats.store.queries.evidence import EvidenceRow


def where_and_when(item: Evidence | EvidenceRow) -> str:
    """ "Tidewater Bank, 2021 to 2024"."""
    return ", ".join(part for part in (item.place, item.period) if part)


class EvidenceCard(QFrame):
    change_wanted = Signal(int)
    detach_wanted = Signal(int)

    def __init__(self, item: Evidence, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self.setAccessibleName(f"Evidence: {item.title}")
        self.more = IconButton("ellipsis", f"More for {item.title}")
        menu = QMenu(self.more)
        menu.addAction(icon("pencil"), "Change…", lambda: self.change_wanted.emit(item.id))
        menu.addAction(icon("x"), "Detach", lambda: self.detach_wanted.emit(item.id))
        self.more.setMenu(menu)
        inner = column(self, 3)
        inner.setContentsMargins(Space.L - 2, Space.S, Space.S, Space.M)
        head = row(spacing=Space.S)
        head.addWidget(label(item.title, "strong", wrap=True), 1)
        head.addWidget(self.more, 0, Qt.AlignmentFlag.AlignTop)
        inner.addLayout(head)
        for text, role in ((where_and_when(item), "caption"), (item.story, "")):
            if text:
                line = label(text, role, wrap=True)
                line.setContentsMargins(0, 0, Space.S, 0)
                inner.addWidget(line)


class EvidenceForm(FormDialog):
    """Writes an item for a requirement, or changes one wherever it is used."""

    def __init__(
        self,
        session: Session,
        parent: QWidget,
        *,
        item: Evidence | None = None,
        requirement_id: int | None = None,
        title: str = "",
    ) -> None:
        heading = "Change evidence" if item else "Write evidence"
        super().__init__(session, heading, "Save" if item else "Add", parent)
        self._item, self._requirement_id = item, requirement_id
        self.title = self.add("&Title", QLineEdit(item.title if item else title))
        self.title.setPlaceholderText("For example: Payments ledger rewrite")
        self.place = QLineEdit(item.place if item else "")
        self.period = QLineEdit(item.period if item else "")
        self.period.setPlaceholderText("2021 to 2024")
        self.side_by_side(self.field("&Place", self.place), self.field("T&ime", self.period))
        self.story = self.add("&Story", QPlainTextEdit(item.story if item else ""))
        self.story.setPlaceholderText("What you did, how, and what came of it")
        self.story.setTabChangesFocus(True)
        self.story.setMinimumHeight(140)

    def save(self) -> None:
        fields = {
            "title": self.title.text(),
            "place": self.place.text().strip(),
            "period": self.period.text().strip(),
            "story": self.story.toPlainText().strip(),
        }
        store = self.session.store
        if self._item is None:
            title = fields.pop("title")
            commands.add_evidence(store, title, requirement_id=self._requirement_id, **fields)
        else:
            commands.edit_evidence(store, self._item.id, **fields)
