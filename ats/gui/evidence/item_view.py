"""One item of evidence: its texts, which save themselves, and where it is used."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from ats.commands import evidence
from ats.gui.controls.autosave_text import AutosaveLine, AutosaveText
from ats.gui.controls.buttons import IconButton, button
from ats.gui.controls.field import Field, label
from ats.gui.controls.flow_layout import clear_layout
from ats.gui.evidence.delegate import used
from ats.gui.session import Session
from ats.gui.theme import Space
from ats.store.queries.evidence import EvidenceRow, EvidenceUse, evidence_uses


class ItemView(QWidget):
    remove_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._item: EvidenceRow | None = None
        self._uses: list[EvidenceUse] | None = None
        self.title = AutosaveLine("What it is, in a few words")
        self.place = AutosaveLine("Where it was")
        self.period = AutosaveLine("When it was")
        self.story = AutosaveText("What you did, how, and what came of it", lines=6)
        self.title.committed.connect(self._rename)
        self.place.committed.connect(lambda text: self._save(place=text.strip()))
        self.period.committed.connect(lambda text: self._save(period=text.strip()))
        self.story.committed.connect(lambda text: self._save(story=text))
        self.uses_heading = label("", "section")
        self.bin = IconButton("trash-2", "Remove evidence")
        self.bin.clicked.connect(self.remove_wanted)
        self._build()
        self.show_item(None)

    def show_item(self, item: EvidenceRow | None) -> None:
        """Show another item, or the same afresh; what is being typed stays."""
        if self._item is not None and (item is None or item.id != self._item.id):
            self.flush()
        self._item = item
        self._body.setVisible(item is not None)
        if item is None:
            return
        self.title.show_text(item.title)
        self.place.show_text(item.place)
        self.period.show_text(item.period)
        self.story.show_text(item.story)
        self._show_uses(evidence_uses(self._session.store, item.id), item)

    def edit(self) -> None:
        """Put the keyboard into the title."""
        self.title.setFocus(Qt.FocusReason.OtherFocusReason)
        self.title.selectAll()

    def flush(self) -> None:
        for field in (self.title, self.place, self.period, self.story):
            field.flush()

    def _rename(self, title: str) -> None:
        if self._item is not None:
            if title.strip():
                self._save(title=" ".join(title.split()))
            else:
                self.title.show_text(self._item.title)

    def _save(self, **fields: str) -> None:
        if self._item is not None:
            run, store = self._session.run, self._session.store
            run(evidence.edit_evidence, store, self._item.id, **fields)

    def _show_uses(self, uses: list[EvidenceUse], item: EvidenceRow) -> None:
        self.uses_heading.setText(used(item.used_in).capitalize())
        if uses == self._uses:
            return
        self._uses = uses
        clear_layout(self._stack)
        for use in uses:
            self._stack.addWidget(self._card(use))

    def _card(self, use: EvidenceUse) -> QFrame:
        card = QFrame()
        card.setProperty("surface", "card")
        inner = QVBoxLayout(card)
        inner.setContentsMargins(Space.M, Space.S, Space.M, Space.S)
        inner.setSpacing(Space.XXS)
        name = " · ".join(part for part in (use.title, use.company) if part)
        link = button(name.replace("&", "&&"), "link")
        link.setStyleSheet("text-align: left;")
        link.setToolTip("Open the application")
        link.clicked.connect(self._opener(use.application_id))
        inner.addWidget(link)
        for requirement in use.requirements:
            line = label(requirement, "caption2", wrap=True)
            line.setContentsMargins(Space.XS + 1, 0, 0, 0)
            inner.addWidget(line)
        return card

    def _opener(self, id: int) -> Callable[[], None]:
        return lambda: self._session.application_wanted.emit(id)

    def _build(self) -> None:
        self._body = QWidget()
        self._body.setObjectName("plain")
        column = QVBoxLayout(self._body)
        column.setContentsMargins(Space.L + 4, Space.M, Space.L + 4, Space.L)
        column.setSpacing(Space.M)
        top = QHBoxLayout()
        top.setSpacing(Space.S)
        top.addWidget(Field("Title", self.title), 1)
        top.addWidget(self.bin, 0, Qt.AlignmentFlag.AlignTop)
        column.addLayout(top)
        beside = QHBoxLayout()
        beside.setSpacing(Space.M)
        beside.addWidget(Field("Place", self.place), 1)
        beside.addWidget(Field("Time", self.period), 1)
        column.addLayout(beside)
        column.addWidget(Field("Story", self.story))
        column.addWidget(self.uses_heading)
        self._stack = QVBoxLayout()
        self._stack.setSpacing(Space.S)
        column.addLayout(self._stack)
        column.addStretch(1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._body)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(area)
