"""Reviewing a posting before anything is saved, and adding an application by hand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QApplication,
    QBoxLayout,
    QHBoxLayout,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from ats.commands.applications import NewApplication, add_application
from ats.commands.capture import from_reading
from ats.domain.reading import Reading
from ats.gui.actions import Actions
from ats.gui.capture.arrangement import Arrangement, arranged
from ats.gui.capture.clipboard import Pasted
from ats.gui.capture.draft import Draft, Typed
from ats.gui.capture.duplicate_bar import DuplicateBar
from ats.gui.capture.footer import Footer
from ats.gui.capture.form import ApplicationForm
from ats.gui.capture.form_column import FormColumn
from ats.gui.capture.posting_pane import PostingPane
from ats.gui.capture.reading_queue import ReadingQueue
from ats.gui.capture.requirement_section import RequirementSection
from ats.gui.controls.field import label
from ats.gui.controls.waiting_bar import WaitingBar
from ats.gui.page import Handler, Page
from ats.gui.panes import Pane
from ats.gui.session import Session
from ats.gui.theme import Space, TextStyle, theme
from ats.store.queries.applications import texts_in_use
from ats.store.queries.duplicates import similar_applications
from ats.store.queries.stages import stages

_LOOK_AFTER_MS = 120
_STACKED_BELOW = 52  # in text heights
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
        self._another: tuple[str, str] | None = None
        self.pane = PostingPane()
        self.form = ApplicationForm(session.store.today)
        self.requirements = RequirementSection()
        self.duplicates = DuplicateBar()
        self.footer = Footer()
        self.waiting = WaitingBar()
        self._queue = ReadingQueue(session.jobs, self.waiting, session.store.today, self)
        self._heading = label(FROM_POSTING, "display")
        self._column = FormColumn(self.form, self.requirements)
        self._look = QTimer(self)
        self._look.setSingleShot(True)
        self._look.setInterval(_LOOK_AFTER_MS)
        self._build()
        self._connect()
        self._fresh = self._typed()
        session.live.follow(self, {"application", "company", "stage"}, self._offer)

    def take(self, pasted: Pasted) -> bool:
        """Read what was pasted or dropped and show it for review; False where there is nothing
        to read. Whoever took it in tells the person about what could not be taken."""
        if pasted.sources:
            self._put_aside()
            self._queue.replace(pasted.sources)
            self._read_next()
        return bool(pasted.sources)

    def start(self, reading: Reading) -> None:
        """Show a reading for review."""
        self._put_aside()
        self._queue.replace((), count=1)
        self._review(arranged(reading))

    def start_empty(self, stage_id: int | None = None) -> None:
        """Show the form alone, to add by hand, at a stage or at the first. One that is being
        filled stays."""
        by_hand = self._arrangement is None and self.is_edited
        if by_hand and stage_id in (None, self.form.stage.value()):
            return
        self._put_aside()
        self._queue.replace(())
        self._show(None)
        if stage_id is not None:
            self.form.stage.choose(stage_id)
            self._fresh = self._typed()

    def create_application(self) -> None:
        """Create the application, with its posting and the requirements kept, in one step."""
        self.form.flush()
        if not self._can_create():
            return
        if (wrong := self.form.unreadable()) is not None:
            wrong.setFocus()
            return
        new = self._new_application()
        store, again = self._session.store, self.create_application
        id = self._session.run_again(again, add_application, store, new)
        if id is None:
            return
        self._session.say(f"Added “{new.title or new.company}”")
        if self._queue.has_more:
            self._read_next()
        else:
            self._show(None)
            self.created.emit(id)

    def cancel(self) -> None:
        """Leave; the store is as it was. What was changed by hand can be brought back."""
        self._put_aside("Nothing was created.")
        self._queue.replace(())
        self._show(None)
        self._session.back_wanted.emit()

    def skip(self) -> None:
        """Leave this posting out and go on with the next."""
        if self._queue.has_more:
            self._put_aside()
            self._read_next()

    def bring_back(self, draft: Draft) -> None:
        """Show a review again as it was left."""
        self._put_aside()
        self._queue.replace(draft.waiting, draft.count)
        self._show(draft.arrangement)
        self.form.restore(draft.typed.fields)
        self.requirements.restore(draft.typed.items, draft.typed.adding)
        self._fresh = draft.fresh
        self._tell()
        self._session.page_wanted.emit("review")

    @property
    def is_edited(self) -> bool:
        """Whether something was changed by hand in the review that is open."""
        return self._body.isVisibleTo(self) and self._typed() != self._fresh

    @property
    def is_reading(self) -> bool:
        """Whether a posting is being read."""
        return self._queue.is_reading

    def handlers(self) -> dict[str, Handler]:
        return {"add_requirement": self.add_requirement} if self._body.isVisibleTo(self) else {}

    def add_requirement(self) -> None:
        """Add the words selected in the posting, or else begin to type a requirement."""
        span = self.pane.view.selected_span()
        if span is not None and self._arrangement is not None:
            self.requirements.add(self._arrangement.reading.text[slice(*span)], span)
            self._column.show_current_row()
        else:
            self.form.more_button.setChecked(True)
            self.requirements.adding.setFocus()

    def panes(self) -> Sequence[Pane]:
        return (Pane(self, self.form.title.setFocus), Pane(self.pane, self.pane.view.setFocus))

    def foot(self) -> int:
        return self.footer.height()

    def focus_content(self) -> None:
        ready = self.form.is_ready() and self.form.title.words()
        (self.footer.create_button if ready else self.form.title).setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        in_line = QApplication.focusWidget() in self.form.lines()
        if event.key() == Qt.Key.Key_Escape:
            if not self._leave_field():
                self.cancel()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier or in_line:
            self.create_application()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()

    def hideEvent(self, event: QHideEvent) -> None:
        self._look.stop()
        super().hideEvent(event)

    def _leave_field(self) -> bool:
        """From a text field of a changed review to what ends it; whether the focus was in one."""
        lines = (*self.form.lines(), self.requirements.adding)
        if QApplication.focusWidget() not in lines or not self.is_edited:
            return False
        self.form.flush()
        ready = self.footer.create_button.isEnabled()
        (self.footer.create_button if ready else self.footer.cancel_button).setFocus()
        return True

    def _typed(self) -> Typed:
        section = self.requirements
        return Typed(self.form.state(), tuple(section.model.items), section.adding.text())

    def _put_aside(self, sentence: str = "") -> None:
        """Before a review is left: offer to bring it back where something was changed."""
        self.requirements.list.finish_editing()
        if not self.is_edited:
            return
        queue, typed = self._queue, self._typed()
        draft = Draft(self._arrangement, typed, self._fresh, queue.waiting, queue.count)
        name = f"“{typed.name}”" if typed.name else "the application you had begun"
        told = sentence or f"Put {name} aside. It isn’t created."
        self._session.offer(told, "Bring back", lambda: self.bring_back(draft))

    def _read_next(self) -> None:
        self._show(None)
        self._call(FROM_POSTING)
        self._body.hide()
        self._queue.read_next()
        self._tell()

    def _refuse(self, sentence: str) -> None:
        """Say why a posting cannot be read, and go on with the next, if any."""
        self._session.failed.emit(sentence)
        if self._queue.has_more:
            self._read_next()
        else:
            self._session.back_wanted.emit()

    def _review(self, arrangement: Arrangement) -> None:
        self._show(arrangement)
        self.focus_content()

    def _show(self, arrangement: Arrangement | None) -> None:
        """Show a posting with its form, or the form alone; all as if just opened."""
        self._arrangement, self._another = arrangement, None
        self._session.give_up(self.create_application)
        self._call(FROM_POSTING if arrangement else BY_HAND)
        self.pane.setVisible(arrangement is not None)
        self.pane.show_arrangement(arrangement)
        self._column.show_arrangement(arrangement)
        self._body.show()
        self._arrange()
        self._look_for_duplicates()
        self._fresh = self._typed()
        self._tell()
        self.actions_changed.emit()

    def _call(self, title: str) -> None:
        self.title = title
        self._heading.setText(title)

    def _can_create(self) -> bool:
        return self._body.isVisibleTo(self) and self.form.is_ready()

    def _tell(self) -> None:
        """Say at the foot what holds now."""
        self.footer.show_ready(self._can_create())
        self.footer.show_queue(self._queue.place, self._queue.count)

    def _new_application(self) -> NewApplication:
        requirements = self.requirements.kept()
        if self._arrangement is None:
            return NewApplication(**self.form.values(), requirements=requirements)
        reading = self._arrangement.reading
        return from_reading(reading, **self.form.values(), requirements=requirements)

    def _offer(self) -> None:
        """Follow the store: the stages, and words used before."""
        store, edited = self._session.store, self.is_edited
        self.form.offer_stages(stages(store))
        self.form.company.offer(texts_in_use(store, "company"))
        self.form.locations.offer(texts_in_use(store, "location"))
        self.form.source.offer(texts_in_use(store, "source"))
        if not edited:
            self._fresh = self._typed()
        self._look_for_duplicates()

    def _edited(self) -> None:
        self._tell()
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
            self._column.show_current_row()

    def _go_to(self, key: str) -> None:
        """Go to the field or the item that the clicked words belong to."""
        control = self.form.control(key)
        if control is not None:
            self._column.focus_field(control)
        elif key:
            self.requirements.list.setFocus(Qt.FocusReason.OtherFocusReason)
            self.requirements.list.go_to(key)

    def _arrange(self) -> None:
        """Posting beside the form, or above it where the page is narrow."""
        stacked = self.width() < _STACKED_BELOW * theme().pixels(TextStyle.BODY)
        direction = QBoxLayout.Direction
        self._sides.setDirection(direction.TopToBottom if stacked else direction.LeftToRight)

    def _build(self) -> None:
        self._sides = QHBoxLayout()
        self._sides.setSpacing(Space.XL)
        self._sides.addWidget(self.pane, 11)
        self._sides.addWidget(self._column, 10)
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
        self.requirements.pointed.connect(self._point_out)
        self.pane.view.mark_chosen.connect(self._go_to)
        self._look.timeout.connect(self._look_for_duplicates)
        self.duplicates.open_wanted.connect(self._session.application_wanted)
        self.duplicates.another_wanted.connect(self._create_another)
        self.waiting.cancelled.connect(self.cancel)
        self._queue.ready.connect(self._review)
        self._queue.refused.connect(self._refuse)
        self.footer.cancel_button.clicked.connect(self.cancel)
        self.footer.skip_button.clicked.connect(self.skip)
        self.footer.create_button.clicked.connect(self.create_application)
