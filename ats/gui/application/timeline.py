"""What happened and what is planned, newest first; everything can be corrected."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFocusEvent, QResizeEvent, QShortcut
from PySide6.QtWidgets import QAbstractItemView, QListView, QMenu, QStackedWidget, QWidget

from ats.commands import offers, timeline
from ats.domain.timeline import EventKind
from ats.gui.actions import Actions
from ats.gui.application.event_forms import EventForm, MoveEventForm, PastStageForm
from ats.gui.application.interview_form import InterviewForm
from ats.gui.application.layout import column, row
from ats.gui.application.offer_form import OfferForm
from ats.gui.application.outcome import changed
from ats.gui.application.section import Section
from ats.gui.application.timeline_delegate import TimelineDelegate
from ats.gui.application.timeline_rows import DayRow, EntryRow, TimelineRow, timeline_rows
from ats.gui.controls.buttons import IconButton, button
from ats.gui.controls.empty_state import EmptyState
from ats.gui.record_model import Index, RecordListModel
from ats.gui.session import Session
from ats.gui.theme import Space, theme
from ats.store.queries.application import ApplicationDetail, OfferDetail

_ADD = (
    ("note", "Note", "sticky-note"),
    ("message", "Message", "message-square"),
    ("interview", "Interview", "calendar-clock"),
    ("stage", "Earlier stage", "history"),
)


class TimelineModel(RecordListModel):
    """Day headings can be neither selected nor stepped on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(_text, _spoken, parent=parent)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self.record(index), DayRow):
            return Qt.ItemFlag.NoItemFlags
        return super().flags(index)


def _text(row: TimelineRow) -> str:
    return row.text if isinstance(row, DayRow) else row.title


def _spoken(row: TimelineRow) -> str:
    if isinstance(row, DayRow):
        return f"{row.text}, {row.ago}"
    words = [f"{what}: {text}" if what else text for what, text in row.lines]
    return ". ".join([row.title, row.when, *words])


class TimelineList(QListView):
    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setMouseTracking(True)
        self.setProperty("surface", "plain")
        self.setAccessibleName("Timeline")
        self.setItemDelegate(TimelineDelegate(self))
        theme().changed.connect(self.scheduleDelayedItemsLayout)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()


class Timeline(Section):
    title = "Timeline"

    def __init__(self, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(session, actions, parent)
        self.list = TimelineList()
        self.rows = TimelineModel(self)
        self.list.setModel(self.rows)
        self.list.doubleClicked.connect(self.change)
        self.list.selectionModel().currentChanged.connect(self._enable)
        self.list.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.list.customContextMenuRequested.connect(self._open_menu)
        actions.attach(self.list, ["open"])
        # Not the program's own actions: those with these keys are about the application.
        for key, wanted in ((Qt.Key.Key_Delete, self.remove), (Qt.Key.Key_F2, self.change)):
            QShortcut(key, self.list, wanted, context=Qt.ShortcutContext.WidgetShortcut)
        self.edit = IconButton("pencil", "Change (Enter)")
        self.edit.clicked.connect(self.change)
        self.bin = IconButton("trash-2", "Remove (Delete)")
        self.bin.clicked.connect(self.remove)
        self._build()

    def show_detail(self, detail: ApplicationDetail) -> None:
        afresh = self.detail is None or self.detail.id != detail.id
        super().show_detail(detail)
        self.rows.show(timeline_rows(detail, self.session.store.today()))
        self._pages.setCurrentIndex(0 if self.rows.records else 1)
        if afresh:
            self.list.scrollToTop()
        self._enable()

    def focus_content(self) -> None:
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        if self.current() is None and len(self.rows.records) > 1:
            self.list.setCurrentIndex(self.rows.index(1, 0))

    def handlers(self) -> dict[str, Callable[[], None]]:
        return {"open": self.change} if self.current() is not None else {}

    def current(self) -> EntryRow | None:
        found = self.rows.record(self.list.currentIndex())
        return found if isinstance(found, EntryRow) else None

    def add(self, what: str) -> None:
        """Open the form for a note, message, interview, offer or an earlier stage."""
        if self.detail is None:
            return
        session, window, id = self.session, self.window(), self.detail.id
        if what == "interview":
            InterviewForm(session, window, self.detail).open()
        elif what == "offer":
            OfferForm(session, window, self.detail).open()
        elif what == "stage":
            PastStageForm(session, window, self.detail).open()
        else:
            EventForm(session, window, id, EventKind(what)).open()

    def change(self) -> None:
        """Open the form of the selected entry."""
        entry = self.current()
        if entry is None or self.detail is None:
            return
        session, window, about = self.session, self.window(), entry.about
        if isinstance(about, OfferDetail):
            OfferForm(session, window, self.detail, about).open()
        elif about.event.kind is EventKind.STAGE:
            MoveEventForm(session, window, about).open()
        elif about.event.kind is EventKind.INTERVIEW:
            InterviewForm(session, window, self.detail, about).open()
        else:
            EventForm(session, window, self.detail.id, about.event.kind, about.event).open()

    def remove(self) -> None:
        """Remove the selected entry."""
        entry = self.current()
        if entry is None:
            return
        is_offer = isinstance(entry.about, OfferDetail)
        command = offers.remove_offer if is_offer else timeline.remove_event
        if changed(self.session, command, self.session.store, entry.about.id):
            self.session.say(f"Removed “{entry.title}”")

    def _enable(self) -> None:
        there = self.current() is not None
        self.edit.setEnabled(there)
        self.bin.setEnabled(there)
        self.actions_changed.emit()

    def _open_menu(self, at: QPoint) -> None:
        if self.current() is None or not self.list.indexAt(at).isValid():
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.addAction("Change…", self.change)
        menu.addAction("Remove", self.remove)
        menu.popup(self.list.viewport().mapToGlobal(at))

    def _adder(self, what: str) -> Callable[[], None]:
        return lambda: self.add(what)

    def _build(self) -> None:
        whole = column(self)
        whole.setContentsMargins(Space.S + 2, Space.M, Space.S, 0)
        tools = row(spacing=Space.XS)
        for what, text, picture in _ADD:
            add = button(text, "ghost", picture)
            add.clicked.connect(self._adder(what))
            tools.addWidget(add)
        tools.addStretch()
        tools.addWidget(self.edit)
        tools.addWidget(self.bin)
        tools.addSpacing(Space.S)
        whole.addLayout(tools)
        self._pages = QStackedWidget()
        self._pages.addWidget(self.list)
        self._pages.addWidget(EmptyState("history", "Nothing has happened yet."))
        whole.addWidget(self._pages, 1)
