"""What the posting asks for, how you stand against each item, and what to say about it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QStackedWidget, QWidget

from ats.commands import requirements
from ats.domain.posting import RequirementKind, RequirementStatus
from ats.domain.words import covered
from ats.gui.actions import Actions
from ats.gui.application.inspector import Inspector
from ats.gui.application.layout import column, grown, row, rule
from ats.gui.application.new_requirement import NewRequirementLine
from ats.gui.application.outcome import changed
from ats.gui.application.requirement_list import RequirementList
from ats.gui.application.requirement_rows import coverage
from ats.gui.application.requirement_summary import RequirementSummary
from ats.gui.application.section import Section
from ats.gui.controls.empty_state import EmptyState
from ats.gui.panes import Pane
from ats.gui.session import Session
from ats.gui.theme import Space
from ats.store.queries.application import ApplicationDetail, RequirementDetail

_STATUSES = {
    "status_strong": RequirementStatus.STRONG,
    "status_partial": RequirementStatus.PARTIAL,
    "status_gap": RequirementStatus.GAP,
    "status_to_assess": RequirementStatus.TO_ASSESS,
}
_ROOMY_FROM = 1000
_LEAST_LIST = 340


class Requirements(Section):
    """`place_wanted` asks to show places in the posting."""

    title = "Requirements"
    place_wanted = Signal(object)

    def __init__(self, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(session, actions, parent)
        self.summary = RequirementSummary()
        self.new = NewRequirementLine()
        self.list = RequirementList(actions)
        self.inspector = Inspector(session, actions)
        self.empty = EmptyState(
            "list", "No requirements found. Select lines and press Ctrl+R.",
            actions["add_requirement"],
        )  # fmt: skip
        self.summary.add_wanted.connect(self.add)
        self.new.added.connect(self._add)
        self.new.closed.connect(self._close_new)
        self.list.chosen.connect(self._inspect)
        self.list.remove_wanted.connect(self.remove_selected)
        self.list.rename_wanted.connect(self.inspector.edit_text)
        self.inspector.place_wanted.connect(self._show_place)
        self._build()

    def heading(self, detail: ApplicationDetail) -> str:
        done = covered(coverage(detail.requirements))
        return f"{self.title}  {done}" if done else self.title

    def show_detail(self, detail: ApplicationDetail) -> None:
        afresh = self.detail is None or self.detail.id != detail.id
        if afresh:
            self.new.hide()
        super().show_detail(detail)
        self.summary.show_coverage(coverage(detail.requirements))
        there = bool(detail.requirements)
        self._pages.setCurrentIndex(0 if there else 1)
        self._show_sides(there)
        self.list.show_requirements(detail.requirements, afresh=afresh)

    def flush(self) -> None:
        self.inspector.flush()

    def focus_content(self) -> None:
        there = bool(self.detail and self.detail.requirements)
        (self.list if there else self.empty).setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> Sequence[Pane]:
        return (*super().panes(), Pane(self.inspector, self.inspector.edit))

    def leave_field(self) -> bool:
        """From a field of the inspector, or the line for a new one, back to the list; whether
        the focus was in one."""
        if self.new.isVisible() and self.new.isAncestorOf(self.focusWidget() or self):
            self._close_new()
            return True
        if not self.inspector.is_typing():
            return False
        self.inspector.flush()
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    def handlers(self) -> dict[str, Callable[[], None]]:
        found: dict[str, Callable[[], None]] = {"add_requirement": self.add}
        if self.list.current() is None:
            return found
        found |= {id: self._marker(status) for id, status in _STATUSES.items()}
        found |= {
            "open": self.inspector.edit,
            "attach_evidence": self.inspector.evidence.pick,
            "next_requirement": self.next_requirement,
        }
        return found

    def add(self) -> None:
        """Open the line in which a new requirement is typed."""
        current = self.list.current()
        self.new.open_with(current.requirement.kind if current else RequirementKind.MUST)

    def next_requirement(self) -> None:
        """Commit what was typed and go on with the next one; at the end, back to the list."""
        typing = self.inspector.is_typing()
        self.inspector.flush()
        moved = self.list.select_next()
        if typing and moved:
            self.inspector.edit()
        else:
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def remove_selected(self) -> None:
        """Remove the requirements that are selected."""
        ids = self.list.selected_ids()
        session = self.session
        if ids and changed(session, requirements.remove_requirements, session.store, ids):
            what = "requirement" if len(ids) == 1 else f"{len(ids)} requirements"
            session.say(f"Removed {what}")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        beside = self.inspector.width_beside(roomy=self.width() >= grown(_ROOMY_FROM))
        stacked = self.width() - beside < grown(_LEAST_LIST)
        way = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._sides.setDirection(way)
        self._line.setProperty("line", "true" if stacked else "vertical")
        self._line.style().polish(self._line)
        if stacked:
            self.inspector.setMinimumWidth(0)
            self.inspector.setMaximumWidth(16_777_215)
        else:
            self.inspector.setFixedWidth(beside)

    def _inspect(self, item: RequirementDetail | None) -> None:
        self.inspector.show_requirement(item)
        self.actions_changed.emit()

    def _marker(self, status: RequirementStatus) -> Callable[[], None]:
        return lambda: self._mark(status)

    def _mark(self, status: RequirementStatus) -> None:
        ids = self.list.selected_ids()
        if ids:
            self.session.run(requirements.set_status, self.session.store, ids, status)

    def _add(self, text: str, kind: RequirementKind) -> None:
        run, store = self.session.run, self.session.store
        id = run(requirements.add_requirement, store, self.application_id, text, kind)
        if id is not None:
            self.session.live.announce()
            self.list.select(id)

    def _close_new(self) -> None:
        self.new.hide()
        self.focus_content()

    def _show_place(self) -> None:
        current = self.list.current()
        if current is not None and current.requirement.span_start is not None:
            shown = current.requirement
            self.place_wanted.emit([(shown.span_start, shown.span_end)])

    def _show_sides(self, there: bool) -> None:
        self.summary.setVisible(there)
        self.inspector.setVisible(there)
        self._line.setVisible(there)

    def _build(self) -> None:
        left = QWidget()
        inner = column(left, Space.XS)
        inner.setContentsMargins(0, Space.M, 0, 0)
        head = column(spacing=Space.S)
        head.setContentsMargins(Space.L + 4, 0, Space.M, 0)
        head.addWidget(self.summary)
        head.addWidget(self.new)
        inner.addLayout(head)
        self._pages = QStackedWidget()
        listed = QWidget()
        side = row(listed)
        side.setContentsMargins(Space.S + 2, 0, Space.XS, 0)
        side.addWidget(self.list)
        self._pages.addWidget(listed)
        self._pages.addWidget(self.empty)
        self.empty.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)
        inner.addWidget(self._pages, 1)
        left.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._line = rule(vertical=True)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(0)
        self._sides.addWidget(left, 1)
        self._sides.addWidget(self._line)
        self._sides.addWidget(self.inspector, 1)
