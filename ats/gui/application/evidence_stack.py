"""The evidence of one requirement: its cards, and the ways to attach or write more."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ats.domain.evidence import Evidence
from ats.gui.application.evidence_card import EvidenceCard, EvidenceForm
from ats.gui.application.evidence_picker import EvidencePicker
from ats.gui.application.layout import column, row
from ats.gui.controls.buttons import button
from ats.gui.controls.field import label
from ats.gui.session import Session
from ats.gui.theme import Space
from ats.store.queries.application import RequirementDetail
from ats.store.queries.evidence import evidence_library


class EvidenceStack(QWidget):
    attach_wanted = Signal(int)
    detach_wanted = Signal(int)

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._requirement_id: int | None = None
        self._shown: tuple[Evidence, ...] | None = None
        self.cards: list[EvidenceCard] = []
        self.heading = label("", "section")
        self.attach = button("Attach evidence", "secondary", "paperclip")
        self.attach.clicked.connect(self.pick)
        self.write = button("Write new", "ghost", "plus")
        self.write.clicked.connect(lambda: self.write_new(""))
        self.picker = EvidencePicker(self)
        self.picker.attach_wanted.connect(self.attach_wanted)
        self.picker.write_wanted.connect(self.write_new)
        self._build()

    def show_evidence(self, item: RequirementDetail) -> None:
        self._requirement_id = item.id
        if item.evidence == self._shown:
            return
        self._shown = item.evidence
        count = len(item.evidence)
        self.heading.setText(f"Evidence  {count}" if count else "Evidence")
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards = [self._card(each) for each in item.evidence]
        for card in self.cards:
            self._stack.addWidget(card)

    def pick(self) -> None:
        """Offer the library to choose from."""
        attached = {item.id for item in self._shown or ()}
        self.picker.open_at(self.attach, evidence_library(self._session.store), attached)

    def write_new(self, title: str) -> None:
        """Open the form for a new item, attached when it is saved."""
        EvidenceForm(
            self._session, self.window(), requirement_id=self._requirement_id, title=title
        ).open()

    def _card(self, item: Evidence) -> EvidenceCard:
        card = EvidenceCard(item)
        card.detach_wanted.connect(self.detach_wanted)
        card.change_wanted.connect(
            lambda: EvidenceForm(self._session, self.window(), item=item).open()
        )
        return card

    def _build(self) -> None:
        whole = column(self, Space.S)
        whole.setContentsMargins(0, Space.S, 0, 0)
        whole.addWidget(self.heading)
        self._stack = column(spacing=Space.S)
        whole.addLayout(self._stack)
        buttons = row(spacing=Space.XS)
        buttons.addWidget(self.attach)
        buttons.addWidget(self.write)
        buttons.addStretch()
        whole.addLayout(buttons)
