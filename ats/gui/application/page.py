"""The page of one application: its head, and a tab for each part of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QStackedWidget, QTabBar, QWidget

from ats.commands import applications
from ats.gui.actions import Actions
from ats.gui.application.header import Header
from ats.gui.application.layout import column, grown, row, rule
from ats.gui.application.next_action_bar import NextActionBar
from ats.gui.application.notes import Notes
from ats.gui.application.offers import Offers
from ats.gui.application.outcome import changed
from ats.gui.application.overview import Overview
from ats.gui.application.requirements import Requirements
from ats.gui.application.section import Section
from ats.gui.application.stepper import Stepper, steps
from ats.gui.application.timeline import Timeline
from ats.gui.application.top_line import TopLine
from ats.gui.controls.buttons import button
from ats.gui.controls.field import label
from ats.gui.page import Page
from ats.gui.panes import Pane
from ats.gui.session import Session
from ats.gui.theme import Space
from ats.store.queries.application import ApplicationDetail, application_detail
from ats.store.queries.stages import stages as stages_in_use

TABLES = (
    "application", "application_notes", "application_tag", "company", "event", "evidence",
    "evidence_link", "imported_value", "interview", "next_action", "offer", "offer_component",
    "posting", "requirement", "stage", "tag",
)  # fmt: skip

_SIDE = Space.L + 4
_STEPPER_FROM = 1200  # of the window


class ApplicationPage(Page):
    """`show_application` comes first; before it, the page is empty. `compact` is the same
    beside a list: without top line and stepper, and with the first two tabs only."""

    title = "Application"

    def __init__(
        self,
        session: Session,
        actions: Actions,
        parent: QWidget | None = None,
        *,
        compact: bool = False,
    ) -> None:
        super().__init__(parent)
        self.session, self._compact = session, compact
        self._id = 0
        self._detail: ApplicationDetail | None = None
        self._stale: set[Section] = set()
        self._neighbours: tuple[int | None, int | None] = None, None
        self.top = TopLine()
        self.header = Header(session, actions, compact=compact)
        self.stepper = Stepper()
        self.next_action = NextActionBar(session)
        self.tabs = QTabBar()
        self._stack = QStackedWidget()
        self._make_sections(actions)
        self._build()
        self._connect(actions)
        session.live.follow(self, TABLES, self.refresh)

    @property
    def application_id(self) -> int:
        """The id of the application shown; 0 before the first."""
        return self._id

    def show_application(self, id: int) -> None:
        """Show another application, on the tab that was shown before."""
        self.flush()
        self._id = id
        self.refresh()

    def set_neighbours(self, previous_id: int | None, next_id: int | None, text: str = "") -> None:
        """The applications before and after this one in the list it was opened from, and where
        it stands there: "2 of 2 in Interviewing"."""
        self._neighbours = previous_id, next_id
        self.top.show_neighbours(previous_id is not None, next_id is not None, text)
        self.actions_changed.emit()

    def show_section(self, section: Section) -> None:
        self.tabs.setCurrentIndex(self.sections.index(section))

    def refresh(self) -> None:
        """Show what the store has now; go back where the application is gone."""
        if not self._id:
            return
        detail = application_detail(self.session.store, self._id)
        if detail is None:
            self._id, self._detail = 0, None
            self.leave()
            return
        self._detail = detail
        self._show_head(detail)
        self._stale = set(self.sections)
        self._show_current()

    def flush(self) -> None:
        if self._detail is not None:
            self.header.flush()
            for section in self.sections:
                section.flush()

    def focus_content(self) -> None:
        self._current().focus_content()

    def panes(self) -> Sequence[Pane]:
        first, *others = self._current().panes()
        return (Pane(self, first.enter), *others)

    def handlers(self) -> dict[str, Callable[[], None]]:
        if self._detail is None:
            return {"back": self.go_back}
        found: dict[str, Callable[[], None]] = {
            "back": self.go_back,
            "rename": self.header.rename,
            "next_stage": lambda: self.header.step(1),
            "previous_stage": lambda: self.header.step(-1),
            "move_to": self.header.open_stages,
            "next_action": self.next_action.edit,
            "log_activity": self.header.open_log,
            "tag": self._tag,
            "trash": self._trash,
            "next_section": lambda: self._turn(1),
            "previous_section": lambda: self._turn(-1),
            "add_requirement": self._add_requirement,
        }
        if self._detail.posting is not None:
            found["find"] = self._find
        before, after = self._neighbours
        if before is not None:
            found["previous_application"] = lambda: self._go(before)
        if after is not None:
            found["next_application"] = lambda: self._go(after)
        return found | self._current().handlers()

    def go_back(self) -> None:
        """Leave the page, with everything committed."""
        self.flush()
        self.leave()

    def leave(self) -> None:
        """Go where the person was before."""
        self.session.back_wanted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape or event.modifiers():
            super().keyPressEvent(event)
        elif not self.requirements.leave_field():
            self.go_back()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.stepper.setVisible(not self._compact and self.window().width() >= grown(_STEPPER_FROM))

    def _make_sections(self, actions: Actions) -> None:
        self.overview = Overview(self.session, actions)
        self.requirements = Requirements(self.session, actions)
        self.sections: list[Section] = [self.overview, self.requirements]
        self.timeline = Timeline(self.session, actions)
        self.offers = Offers(self.session, actions)
        self.notes = Notes(self.session, actions)
        self.sections += [self.timeline, self.offers, self.notes]
        for section in self.sections:
            self.tabs.addTab(section.title)
            self._stack.addWidget(section)
            section.actions_changed.connect(self.actions_changed)
            if self._compact and section not in (self.overview, self.requirements):
                self.tabs.setTabVisible(self.tabs.count() - 1, False)

    def _connect(self, actions: Actions) -> None:
        self.tabs.currentChanged.connect(self._show_current)
        actions.attach(self.tabs, ["rename"])
        self.top.back.clicked.connect(self.go_back)
        self.top.up.clicked.connect(lambda: self._go(self._neighbours[0]))
        self.top.down.clicked.connect(lambda: self._go(self._neighbours[1]))
        self.header.logged.connect(self.timeline.add)
        self.requirements.place_wanted.connect(self._show_places)

    def _show_head(self, detail: ApplicationDetail) -> None:
        self.header.show_detail(detail)
        known, today = stages_in_use(self.session.store), self.session.store.today()
        self.stepper.show_steps(steps(detail, known, today))
        self.next_action.show_detail(detail)
        self._trashed.setVisible(detail.row.trashed_at is not None)
        for at, section in enumerate(self.sections):
            heading = section.heading(detail)
            if self.tabs.tabText(at) != heading:
                self.tabs.setTabText(at, heading)

    def _show_current(self) -> None:
        section = self._current()
        self._stack.setCurrentWidget(section)
        if self._detail is not None and section in self._stale:
            self._stale.discard(section)
            section.show_detail(self._detail)
        self.actions_changed.emit()

    def _current(self) -> Section:
        return self.sections[max(0, self.tabs.currentIndex())]

    def _show_places(self, spans: object) -> None:
        self.show_section(self.overview)
        self.overview.show_places(spans)  # type: ignore[arg-type]

    def _turn(self, by: int) -> None:
        shown = [at for at in range(self.tabs.count()) if self.tabs.isTabVisible(at)]
        place = shown.index(self.tabs.currentIndex()) + by
        self.tabs.setCurrentIndex(shown[place % len(shown)])
        self.focus_content()

    def _go(self, id: int | None) -> None:
        if id is not None:
            self.flush()
            self.session.application_wanted.emit(id)

    def _tag(self) -> None:
        self.show_section(self.overview)
        self.overview.tag()

    def _find(self) -> None:
        self.show_section(self.overview)
        self.overview.posting.start_finding()

    def _add_requirement(self) -> None:
        self.show_section(self.requirements)
        self.requirements.add()

    def _trash(self) -> None:
        if self._detail is not None:
            name = self._detail.row.title or self._detail.row.company
            self.flush()
            if changed(self.session, applications.trash, self.session.store, [self._id]):
                self.session.say(f"Moved “{name}” to Trash")
                self.leave()

    def _restore(self) -> None:
        self.session.run(applications.restore, self.session.store, [self._id])

    def _build(self) -> None:
        whole = column(self, 0)
        whole.addWidget(self.top)
        self.top.setVisible(not self._compact)
        head = column(spacing=Space.S)
        head.setContentsMargins(_SIDE, Space.XXS, _SIDE, 0)
        head.addWidget(self.header)
        self._trashed = self._trash_note()
        head.addWidget(self._trashed)
        line = row(spacing=Space.XL + 4)
        line.setContentsMargins(0, Space.XS, 0, 0)
        line.addWidget(self.stepper, 0, Qt.AlignmentFlag.AlignVCenter)
        self.stepper.hide()  # until the width is known
        line.addWidget(self.next_action, 1)
        head.addLayout(line)
        self.tabs.setExpanding(False)
        self.tabs.setUsesScrollButtons(True)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.tabs.setAccessibleName("Sections")
        head.addWidget(self.tabs)
        whole.addLayout(head)
        whole.addWidget(rule())
        whole.addWidget(self._stack, 1)

    def _trash_note(self) -> QFrame:
        note = QFrame()
        note.setProperty("surface", "warn")
        line: QBoxLayout = row(note)
        line.setContentsMargins(Space.M, Space.XS, Space.S, Space.XS)
        line.addWidget(label("This application is in the Trash."), 1)
        restore = button("Restore", "link")
        restore.clicked.connect(self._restore)
        line.addWidget(restore)
        note.hide()
        return note
