"""One requirement in full: how you stand against it, what proves it, and what to say."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from ats.commands import evidence, requirements
from ats.domain.posting import RequirementKind, RequirementStatus
from ats.domain.words import requirement_kind_name
from ats.gui.actions import Actions
from ats.gui.application.choice_button import ChoiceButton
from ats.gui.application.evidence_stack import EvidenceStack
from ats.gui.application.layout import column, follow_cursor, row, rule, scrolled
from ats.gui.application.outcome import changed
from ats.gui.application.saved_line import SavedLine
from ats.gui.controls.autosave_text import AutosaveText
from ats.gui.controls.buttons import button
from ats.gui.controls.field import label
from ats.gui.controls.segmented import StatusSegmented
from ats.gui.session import Session
from ats.gui.theme import Space, TextStyle, theme
from ats.store.queries.application import RequirementDetail

_ROOMY, _NARROW = 430, 384
_INDENT = 12  # what a bare text field keeps left of its text


class RequirementText(AutosaveText):
    """The requirement's own words, edited where they stand."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("Requirement", parent, lines=1)
        self.setProperty("variant", "bare")
        self.setAccessibleName("Requirement")
        theme().changed.connect(self._dress)
        self._dress()

    def _dress(self) -> None:
        self.setFont(theme().font(TextStyle.SUBTITLE))


class Inspector(QWidget):
    """`place_wanted` asks to show the requirement's place in the posting."""

    place_wanted = Signal()

    def __init__(self, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._item: RequirementDetail | None = None
        self.text = RequirementText()
        kinds = [(kind, requirement_kind_name(kind)) for kind in RequirementKind]
        self.kind = ChoiceButton("Kind", kinds)
        self.origin = label("", "caption")
        self.show_place = button("Show in posting", "link")
        self.status = StatusSegmented()
        self.evidence = EvidenceStack(session)
        self.plan = AutosaveText("What you will do about it, and by when", lines=2)
        self.talking_point = AutosaveText("The story, the numbers, the one sentence", lines=3)
        self.note = AutosaveText("Anything to remember", lines=2)
        self.saved = SavedLine()
        self._build()
        self._connect(actions)
        self.show_requirement(None)

    def show_requirement(self, item: RequirementDetail | None) -> None:
        """Show another one, or the same afresh; what is being typed stays. None for none."""
        if self._item is not None and (item is None or item.id != self._item.id):
            self.flush()
        other = item is not None and (self._item is None or self._item.id != item.id)
        self._item = item
        self._body.setVisible(item is not None)
        self.saved.setVisible(item is not None)
        if item is None:
            return
        shown = item.requirement
        self.text.show_text(shown.text)
        self.kind.set_value(shown.kind)
        there = shown.span_start is not None
        self.origin.setText("from the posting" if there else "added by you")
        self.show_place.setVisible(there)
        self.status.set_value(shown.status)
        self.evidence.show_evidence(item)
        self.plan.show_text(shown.plan)
        gap = shown.status is RequirementStatus.GAP or bool(shown.plan)
        self._plan_box.setVisible(gap)
        self.talking_point.show_text(shown.talking_point)
        self.note.show_text(shown.note)
        if other:
            self._area.verticalScrollBar().setValue(0)

    def flush(self) -> None:
        for field in self._fields():
            field.flush()

    def edit(self) -> None:
        """Put the keyboard into what is prepared for the interview: a gap's plan, or what to
        say."""
        field = self.talking_point
        if self._item and self._item.requirement.status is RequirementStatus.GAP:
            field = self.plan
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def edit_text(self) -> None:
        """Put the keyboard into the requirement's own words."""
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
        self.text.selectAll()

    def is_typing(self) -> bool:
        return any(field.hasFocus() for field in self._fields())

    def width_beside(self, *, roomy: bool) -> int:
        """How wide it is beside the list: so much that nothing in it is cut off."""
        content = self._body.minimumSizeHint().width()
        bar = self._area.verticalScrollBar().sizeHint().width()
        return max(_ROOMY if roomy else _NARROW, content + bar)

    def _fields(self) -> tuple[AutosaveText, ...]:
        return self.text, self.plan, self.talking_point, self.note

    def _connect(self, actions: Actions) -> None:
        self.text.committed.connect(self._rename)
        self.plan.committed.connect(lambda text: self._save(plan=text))
        self.talking_point.committed.connect(lambda text: self._save(talking_point=text))
        self.note.committed.connect(lambda text: self._save(note=text))
        self.kind.chosen.connect(lambda kind: self._save(kind=kind))
        self.status.chosen.connect(self._mark)
        self.show_place.clicked.connect(self.place_wanted)
        self.evidence.detach_wanted.connect(self._detach)
        self.evidence.attach_wanted.connect(self._attach)
        for field in self._fields():
            actions.attach(field, ["next_requirement"])
            field.textChanged.connect(self._tell_saved)
            field.committed.connect(self._tell_saved)
            follow_cursor(self._area, field)

    def _tell_saved(self) -> None:
        self.saved.show_saved(not any(field.is_touched() for field in self._fields()))

    def _rename(self, text: str) -> None:
        if self._item is not None:
            if text.strip():
                self._save(text=text)
            else:
                self.text.show_text(self._item.requirement.text)

    def _save(self, **fields: str | RequirementKind) -> None:
        if self._item is not None:
            run, store = self.session.run, self.session.store
            run(requirements.edit_requirement, store, self._item.id, **fields)

    def _mark(self, status: RequirementStatus) -> None:
        if self._item is not None:
            run, store = self.session.run, self.session.store
            run(requirements.set_status, store, [self._item.id], status)

    def _attach(self, evidence_id: int) -> None:
        if self._item is not None:
            run, store = self.session.run, self.session.store
            run(evidence.attach_evidence, store, self._item.id, evidence_id)

    def _detach(self, evidence_id: int) -> None:
        if self._item is not None:
            session, detach = self.session, evidence.detach_evidence
            if changed(session, detach, session.store, self._item.id, evidence_id):
                session.say("Detached the evidence")

    def _build(self) -> None:
        self._body = QWidget()
        outer = column(self._body, 0)
        outer.setContentsMargins(Space.S, Space.S, Space.M, Space.L)
        outer.addWidget(self.text)  # its frame, shown while it is edited, stands outside
        outer.addLayout(self._origin_line())
        inner = column(spacing=Space.XS)
        inner.setContentsMargins(_INDENT, Space.S, 0, 0)
        outer.addLayout(inner, 1)
        inner.addWidget(self.status, 0, Qt.AlignmentFlag.AlignLeft)
        self._plan_box = self._titled("Plan to close the gap", self.plan)
        inner.addWidget(self._plan_box)
        inner.addSpacing(Space.S)
        inner.addWidget(self.evidence)
        inner.addWidget(self._titled("What to say in the interview", self.talking_point))
        inner.addWidget(self._titled("Note", self.note))
        inner.addStretch()
        self._area = scrolled(self._body)
        whole = column(self, 0)
        whole.addWidget(self._area, 1)
        whole.addWidget(rule())
        whole.addWidget(self.saved)

    def _origin_line(self) -> QHBoxLayout:
        line = row(spacing=0)
        line.setContentsMargins(2, 0, 0, 0)
        line.addWidget(self.kind)
        line.addWidget(self.origin)
        line.addStretch()
        line.addWidget(self.show_place)
        return line

    def _titled(self, text: str, field: AutosaveText) -> QWidget:
        box = QWidget()
        inner = column(box, Space.XS + 2)
        inner.setContentsMargins(0, Space.M, 0, 0)
        title = label(text, "section")
        title.setBuddy(field)
        field.setAccessibleName(text)
        inner.addWidget(title)
        inner.addWidget(field)
        return box
