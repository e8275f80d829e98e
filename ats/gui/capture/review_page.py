"""Reviewing a posting before anything is saved, and adding an application by hand."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QFrame,
    QHBoxLayout,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ats.commands.applications import NewApplication, add_application
from ats.commands.capture import from_reading
from ats.domain.problem import Problem
from ats.domain.reading import Reading
from ats.gui.actions import Actions
from ats.gui.capture.arrangement import Arrangement, arranged
from ats.gui.capture.clipboard import Pasted
from ats.gui.capture.duplicate_bar import DuplicateBar
from ats.gui.capture.footer import Footer
from ats.gui.capture.form import ApplicationForm
from ats.gui.capture.posting_pane import PostingPane
from ats.gui.capture.requirement_section import RequirementSection
from ats.gui.capture.sources import Source, reading_of
from ats.gui.controls.field import label
from ats.gui.controls.waiting_bar import WaitingBar
from ats.gui.jobs import Job
from ats.gui.page import Handler, Page
from ats.gui.session import Session
from ats.gui.theme import Space, TextStyle, theme
from ats.store.queries.applications import texts_in_use
from ats.store.queries.duplicates import similar_applications
from ats.store.queries.stages import stages

_LOOK_AFTER_MS = 120
_STACKED_BELOW = 52  # in text heights
_FORM_ALONE = 680
FROM_POSTING, BY_HAND = "New application from a posting", "New application"


class ReviewPage(Page):
    """`take` reads what was pasted and shows it for review; `start` shows a reading; and
    `start_empty` the form alone. `created` carries the id of the application that was made,
    after the last one where several postings wait. Nothing is written before."""

    created = Signal(int)

    title = FROM_POSTING

    def __init__(self, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self._arrangement: Arrangement | None = None
        self._queue: list[Source] = []
        self._job: Job | None = None
        self._count = 0
        self._another: tuple[str, str] | None = None
        self.pane = PostingPane()
        self.form = ApplicationForm(session.store.today)
        self.requirements = RequirementSection()
        self.duplicates = DuplicateBar()
        self.footer = Footer()
        self.waiting = WaitingBar()
        self._heading = label(FROM_POSTING, "display")
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(_LOOK_AFTER_MS)
        self._build()
        self._connect()
        session.live.follow(self, {"application", "company", "stage"}, self._offer)

    def take(self, pasted: Pasted) -> bool:
        """Read what was pasted or dropped and show it for review; False where there is nothing
        to read. Whoever took it in has told the person about what could not be taken."""
        self._queue = list(pasted.sources)
        self._count = len(self._queue)
        if self._queue:
            self._read_next()
        return bool(self._count)

    def start(self, reading: Reading) -> None:
        """Show a reading for review."""
        self._queue, self._count = [], 1
        self._review(arranged(reading))

    def start_empty(self, stage_id: int | None = None) -> None:
        """Show the form alone, to add by hand, at a stage or at the first."""
        self._queue, self._count = [], 0
        self._show(None)
        self.form.fold(True)
        self._fold_requirements()
        if stage_id is not None:
            self.form.stage.choose(stage_id)

    def create_application(self) -> None:
        """Create the application, with its posting and the requirements kept, in one step."""
        self.form.flush()
        if not self._body.isVisibleTo(self) or not self.form.is_ready():
            return
        if (wrong := self.form.unreadable()) is not None:
            wrong.setFocus()
            return
        new = self._new_application()
        id = self._session.run(add_application, self._session.store, new)
        if id is None:
            return
        self._session.say(f"Added “{new.title or new.company}”")
        if self._queue:
            self._read_next()
        else:
            self._show(None)
            self.created.emit(id)

    def cancel(self) -> None:
        """Leave; the store is as it was."""
        self._queue.clear()
        if self.waiting.is_waiting:
            self.waiting.cancel()  # which leads here again
            return
        self._show(None)
        self._session.back_wanted.emit()

    def skip(self) -> None:
        """Leave this posting out and go on with the next."""
        if self._queue:
            self._read_next()

    @property
    def is_reading(self) -> bool:
        """Whether a posting is being read."""
        return self._job is not None

    def handlers(self) -> dict[str, Handler]:
        return {"add_requirement": self.add_requirement} if self._body.isVisibleTo(self) else {}

    def add_requirement(self) -> None:
        """Add the words selected in the posting, or else begin to type a requirement."""
        span = self.pane.view.selected_span()
        if span is not None and self._arrangement is not None:
            self.requirements.add(self._arrangement.reading.text[slice(*span)], span)
            self._show_current_row()
        else:
            self.form.fold(False)
            self._fold_requirements()
            self.requirements.adding.setFocus()

    def focus_content(self) -> None:
        ready = self.form.is_ready() and self.form.title.words()
        (self.footer.create_button if ready else self.form.title).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        focus = QApplication.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.cancel()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.create_application()
        elif isinstance(focus, QPushButton):
            focus.click()
        elif focus in self.form.lines():
            self.create_application()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()

    def _read_next(self) -> None:
        if self._job is not None:
            self._job.cancel()
        source = self._queue.pop(0)
        self._show(None)
        self._body.hide()
        self.footer.show_ready(False)
        self.footer.show_queue(self._count - len(self._queue), self._count)
        job = self._job = self._session.jobs.start(reading_of(source, self._session.store.today()))
        job.succeeded.connect(self._review)
        job.failed.connect(self._could_not_read)
        for ended in (job.succeeded, job.failed, job.stopped):
            ended.connect(self._forget_job)
        self.waiting.watch(job, "Reading the posting")

    def _forget_job(self) -> None:
        if self._job is self.sender():
            self._job = None

    def _could_not_read(self, error: Exception) -> None:
        if not isinstance(error, Problem):
            raise error
        self._session.failed.emit(str(error))
        if self._queue:
            self._read_next()
        else:
            self._session.back_wanted.emit()

    def _review(self, arrangement: Arrangement) -> None:
        self._show(arrangement)
        self.form.fold(False)
        self._fold_requirements()
        self.focus_content()

    def _show(self, arrangement: Arrangement | None) -> None:
        """Show a posting with its form, or the form alone; all as if just opened."""
        reading = arrangement.reading if arrangement else None
        self._arrangement, self._another = arrangement, None
        self._heading.setText(FROM_POSTING if arrangement else BY_HAND)
        self._form_heading.setVisible(arrangement is not None)
        self.pane.setVisible(arrangement is not None)
        self.pane.show_arrangement(arrangement)
        self.form.clear()
        if reading is not None:
            self.form.show_reading(reading)
        self.requirements.show_found(
            reading.items if reading else (),
            len(reading.repeats) if reading else 0,
            from_posting=reading is not None,
        )
        self._body.show()
        self.footer.show_queue(self._count - len(self._queue), self._count)
        self._scroll.verticalScrollBar().setValue(0)
        self._fold_requirements()
        self._arrange()
        self._look_for_duplicates()
        self._edited()
        self.actions_changed.emit()

    def _new_application(self) -> NewApplication:
        requirements = self.requirements.kept()
        if self._arrangement is None:
            return NewApplication(**self.form.values(), requirements=requirements)
        reading = self._arrangement.reading
        return from_reading(reading, **self.form.values(), requirements=requirements)

    def _offer(self) -> None:
        """Follow the store: the stages, and words used before."""
        store = self._session.store
        self.form.offer_stages(stages(store))
        self.form.company.offer(texts_in_use(store, "company"))
        self.form.locations.offer(texts_in_use(store, "location"))
        self.form.source.offer(texts_in_use(store, "source"))
        self._look_for_duplicates()

    def _edited(self) -> None:
        self.footer.show_ready(self._body.isVisibleTo(self) and self.form.is_ready())
        self._look.start()

    def _look_for_duplicates(self) -> None:
        self._look.stop()
        title, company = self.form.title.words(), self.form.company.words()
        found = similar_applications(
            self._session.store, title=title, company=company, link=self.form.link.words()
        )
        wanted = found if (title, company) != self._another else []
        self.duplicates.show_similar(wanted, self._session.store.today())

    def _create_another(self) -> None:
        self._another = (self.form.title.words(), self.form.company.words())
        self._look_for_duplicates()
        self.focus_content()

    def _point_out(self, key: str) -> None:
        marks = self._arrangement.marks_of(key) if self._arrangement else []
        self.pane.view.point_out(marks)
        if key.startswith(("item ", "added ")):
            self._show_current_row()

    def _go_to(self, key: str) -> None:
        """Go to the field or the item that the clicked words belong to."""
        control = self.form.control(key)
        if control is not None:
            control.setFocus(Qt.FocusReason.OtherFocusReason)
            self._scroll.ensureWidgetVisible(control)
        elif key:
            self.requirements.list.setFocus(Qt.FocusReason.OtherFocusReason)
            self.requirements.list.go_to(key)

    def _show_current_row(self) -> None:
        rows = self.requirements.list
        rect = rows.visualRect(rows.currentIndex())
        place = rows.viewport().mapTo(self._content, rect.center())
        self._scroll.ensureVisible(place.x(), place.y(), 0, rect.height() * 2)

    def _fold_requirements(self) -> None:
        self.requirements.setVisible(self.form.more.isVisibleTo(self.form))

    def _arrange(self) -> None:
        """Posting beside the form, or above it where the page is narrow."""
        stacked = self.width() < _STACKED_BELOW * theme().pixels(TextStyle.BODY)
        direction = QBoxLayout.Direction
        self._sides.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)
        alone = self._arrangement is None
        self._content.setMaximumWidth(_FORM_ALONE if alone else 16_777_215)

    def _build(self) -> None:
        self._content = QWidget()
        self._content.setObjectName("plain")
        column = QVBoxLayout(self._content)
        # Room for the focus ring and the scroll bar.
        column.setContentsMargins(0, 0, Space.M, Space.L)
        column.setSpacing(Space.M)
        self._form_heading = label("Application", "subtitle")
        column.addWidget(self._form_heading)
        column.addWidget(self.form)
        column.addWidget(self.requirements)
        column.addStretch(1)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._scroll.setWidget(self._content)
        self._sides = QHBoxLayout()
        self._sides.setSpacing(Space.XL)
        self._sides.addWidget(self.pane, 11)
        self._sides.addWidget(self._scroll, 10)
        self._body = QWidget()
        self._body.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        body = QVBoxLayout(self._body)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(Space.M)
        body.addWidget(self.duplicates)
        body.addLayout(self._sides, 1)
        inner = QVBoxLayout()
        inner.setContentsMargins(Space.L + Space.XS, Space.L, Space.L + Space.XS, Space.M)
        inner.setSpacing(Space.S)
        inner.addWidget(self._heading)
        inner.addWidget(self.waiting)
        inner.addWidget(self._body, 1)
        inner.addStretch()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addLayout(inner, 1)
        outer.addWidget(self.footer)

    def _connect(self) -> None:
        self.form.edited.connect(self._edited)
        self.form.entered.connect(self._point_out)
        self.form.more_button.toggled.connect(self._fold_requirements)
        self.requirements.pointed.connect(self._point_out)
        self.pane.view.mark_chosen.connect(self._go_to)
        self._look.timeout.connect(self._look_for_duplicates)
        self.duplicates.open_wanted.connect(self._session.application_wanted)
        self.duplicates.another_wanted.connect(self._create_another)
        self.waiting.cancelled.connect(self.cancel)
        self.footer.cancel_button.clicked.connect(self.cancel)
        self.footer.skip_button.clicked.connect(self.skip)
        self.footer.create_button.clicked.connect(self.create_application)
