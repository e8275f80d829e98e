"""Reviewing a posting before anything is saved, and adding an application by hand."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QWidget

from ats.commands.applications import add_application
from ats.domain.reading import Reading
from ats.gui.actions import Actions
from ats.gui.capture.arrangement import Arrangement, arranged
from ats.gui.capture.clipboard import Pasted
from ats.gui.capture.draft import Draft, Left
from ats.gui.capture.footer import Footer
from ats.gui.capture.keeping import Keeping
from ats.gui.capture.line_kinds import LABELS, REQUIREMENT
from ats.gui.capture.reading_queue import ReadingQueue
from ats.gui.capture.refused_list import RefusedList
from ats.gui.capture.rest import create_rest, show_queue
from ats.gui.capture.review_body import ReviewBody
from ats.gui.capture.review_layout import lay_out
from ats.gui.controls.field import label
from ats.gui.controls.waiting_bar import WaitingBar
from ats.gui.page import DraftHistory, Handler, Page
from ats.gui.panes import Pane
from ats.gui.session import Session
from ats.paths import review_file

FROM_POSTING, BY_HAND = "New application from a posting", "New application"
_STEPS = (("next_posting", 1), ("previous_posting", -1))
_LOCAL = (REQUIREMENT, *(label.action for label in LABELS))


class ReviewPage(Page):
    """`take` reads what was pasted and shows it for review; `start` shows a reading; and
    `start_empty` the form alone. `created` carries the id of the application that was made,
    after the last one where several postings wait. Nothing is written before. `put_by` tells
    that postings were left which came in together; they are among the earlier reviews."""

    created = Signal(int)
    put_by = Signal()

    title = FROM_POSTING

    def __init__(self, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self.body = ReviewBody(session)
        self.form, self.sections = self.body.form, self.body.sections
        self.pane, self.duplicates = self.body.pane, self.body.duplicates
        self.footer = Footer()
        self.waiting = WaitingBar()
        self.refused = RefusedList()
        self._queue = ReadingQueue(session.jobs, self.waiting, session.store.today, self)
        self._heading = label(FROM_POSTING, "display")
        self._stays = False
        path = review_file(session.store.path.parent)
        self._keeping = Keeping(path, self._draft_to_keep, self)
        lay_out(self, (self._heading, self.waiting, self.refused), self.body, self.footer)
        self._connect()
        for widget in (self.pane.view, *self.sections.lists()):
            actions.attach(widget, _LOCAL)
        self.body.begin()
        self._keeping.load()
        session.live.follow(self, {"application", "company", "stage"}, self._offer)

    def take(self, pasted: Pasted) -> bool:
        """Read what was pasted or dropped and show it for review; False where there is nothing
        to read. Whoever took it in tells the person about what could not be taken."""
        if pasted.sources:
            self._put_aside()
            self._queue.replace(pasted.sources)
            self._go(0)
        return bool(pasted.sources)

    def start(self, reading: Reading) -> None:
        """Show a reading for review."""
        self._put_aside()
        self._queue.replace(())
        self._review(arranged(reading))

    def start_empty(self, stage_id: int | None = None) -> None:
        """Show the form alone, to add by hand, at a stage or at the first. One that is being
        filled stays."""
        by_hand = self.body.reading is None and self.is_edited
        if by_hand and stage_id in (None, self.form.stage.value()):
            return
        self._put_aside()
        self._queue.replace(())
        self._show(None)
        if stage_id is not None:
            self.form.stage.choose(stage_id)
            self.body.begin()

    def create_application(self) -> None:
        """Create the application, with its posting and the requirements kept, in one step."""
        self.form.flush()
        if not self._can_create() or not self._is_readable():
            return
        new = self.body.new_application()
        store, again = self._session.store, self.create_application
        id = self._session.run_again(again, add_application, store, new)
        if id is None:
            return
        self._session.say(f"Added “{new.title or new.company}”")
        self._settle([self._queue.at], id)

    def create_rest(self) -> None:
        """Create what needs no look of all postings that came in, in one step; go on with what
        is left. Nothing that may be tracked already is created here."""
        self.form.flush()
        if not self._is_readable():
            return
        shown = self.body.new_application() if self._can_create() else None
        places, ids = create_rest(self._session, self._queue, shown, self.create_rest)
        if ids:
            self._settle(places, ids[-1])

    def cancel(self) -> None:
        """Leave; the store is as it was. What was changed by hand can be brought back, and
        postings that came in together at any time."""
        self._put_aside("Nothing was created.")
        self._queue.replace(())
        self._show(None)
        self._session.back_wanted.emit()

    def step(self, by: int) -> None:
        """Go to the next posting (1) or the one before (-1); what was changed stays with this
        one."""
        at = self._queue.beside(by)
        if at is not None:
            stays = self.footer.is_stepping()
            self._leave_posting()
            self._go(at, stays=stays)

    def bring_back(self, draft: Draft) -> None:
        """Show a review again as it was left."""
        self._put_aside()
        arrangement = arranged(draft.reading) if draft.reading else None
        self._queue.restore(draft.waiting, arrangement)
        if arrangement is None and draft.waiting.sources:
            self._go(draft.waiting.at)  # it was being read
        else:
            self._show(arrangement)
            self.body.show_typed(draft.typed, draft.fresh)
            self._queue.read_on()
        self._tell()
        self.flush()
        self._session.page_wanted.emit("review")

    def earlier(self) -> Draft | None:
        """A review that was open when the program ended, or was put by, the last first."""
        return self._keeping.earlier()

    def bring_back_earlier(self) -> None:
        """Show that review again."""
        draft = self._keeping.take_earlier()
        if draft is not None:
            self.bring_back(draft)

    def drop_earlier(self) -> None:
        """Forget that review."""
        self._keeping.take_earlier()
        self.flush()

    def flush(self) -> None:
        """Keep what was changed beside the store, so that it outlives the program."""
        self._keeping.keep()

    def draft_history(self) -> DraftHistory | None:
        """From the first change of the lines on, undo goes back within the review."""
        lines = self.sections.lines
        return lines if self._body_is_shown() and lines.has_history else None

    @property
    def is_edited(self) -> bool:
        """Whether something was changed by hand in the review that is open."""
        return self._body_is_shown() and self.body.is_changed

    @property
    def is_reading(self) -> bool:
        """Whether a posting is being read."""
        return self._queue.is_reading

    def handlers(self) -> dict[str, Handler]:
        if not self._body_is_shown():
            return {}
        found = {"add_requirement": self.add_requirement, **self.body.labelling.handlers()}
        beside = self._queue.beside
        found |= {id: partial(self.step, by) for id, by in _STEPS if beside(by) is not None}
        if self.pane.can_step():
            found["next_place"] = lambda: self.body.step_place(1)
            found["previous_place"] = lambda: self.body.step_place(-1)
        return found

    def add_requirement(self) -> None:
        """Add the words selected in the posting, or else begin to type a requirement."""
        if not self.body.labelling.add_requirement():
            self.form.more_button.setChecked(True)
            self._focus(self.sections.adding)

    def panes(self) -> Sequence[Pane]:
        posting = Pane(self.pane, self.pane.view.setFocus)
        switch = Pane(self.body.switch, self.body.switch.setFocus)
        return (Pane(self, lambda: self._focus(self.form.title)), posting, switch)

    def foot(self) -> int:
        return self.footer.height()

    def focus_content(self) -> None:
        ready = self.form.is_ready() and self.form.title.words()
        if ready:
            self.footer.create_button.setFocus()
        else:
            self._focus(self.form.title)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        in_line = QApplication.focusWidget() in self.form.lines()
        if event.key() == Qt.Key.Key_Escape:
            if not self._leave_field():
                self.cancel()
        elif event.key() not in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ControlModifier or in_line:
            self.create_application()

    def hideEvent(self, event: QHideEvent) -> None:
        self.body.watch.stop()
        super().hideEvent(event)

    def _focus(self, control: QWidget) -> None:
        """Give the keyboard to a control, on the side of the review it is on."""
        self.body.reveal(control)
        control.setFocus()

    def _leave_field(self) -> bool:
        """From a text field of a changed review to what ends it; whether the focus was in one."""
        if QApplication.focusWidget() not in self.body.text_fields() or not self.is_edited:
            return False
        self.form.flush()
        ready = self.footer.create_button.isEnabled()
        (self.footer.create_button if ready else self.footer.cancel_button).setFocus()
        return True

    def _draft(self) -> Draft:
        return Draft(self.body.reading, self.body.typed(), self.body.fresh, self._queue.waiting())

    def _is_begun(self) -> bool:
        """Whether there is something that the person would miss."""
        several = self._queue.count > 1 and bool(self._queue.open)
        return self.is_edited or several or bool(self._queue.left)

    def _draft_to_keep(self) -> Draft | None:
        return self._draft() if self._is_begun() else None

    def _put_aside(self, sentence: str = "") -> None:
        """Before a review is left: offer to bring it back where something would be missed.
        Several postings are more than a message that goes by itself may hold."""
        self.sections.finish_editing()
        if not self._is_begun():
            return
        draft = self._draft()
        if draft.is_several:
            self._keeping.put_by(draft)
            self.put_by.emit()
        else:
            told = sentence or draft.put_aside
            self._session.offer(told, "Bring back", lambda: self.bring_back(draft))

    def _leave_posting(self) -> None:
        """Keep what was changed with the posting while another one is shown."""
        self.sections.finish_editing()
        self.form.flush()
        reading = self.body.reading
        if self.is_edited and reading is not None:
            new = None if self.form.unreadable() else self.body.new_application()
            typed, fresh = self.body.typed(), self.body.fresh
            self._queue.left[self._queue.at] = Left(reading, typed, fresh, new)

    def _go(self, at: int, *, stays: bool = False) -> None:
        """Want the posting at a place; the keyboard goes to it, or `stays` where it is."""
        self._stays = stays
        self._show(None)
        self._call(FROM_POSTING)
        self.body.hide()
        self._queue.go(at)
        self._tell()

    def _settle(self, places: Sequence[int], id: int) -> None:
        """After creating: go on with the next posting, or to the application `id`."""
        at = self._queue.settle(places)
        if at is not None:
            self._go(at)
        elif not self.refused.is_seen:
            self._show_reasons()
        else:
            self._show(None)
            self.created.emit(id)

    def _refuse(self, sentence: str) -> None:
        """Go on with the next posting that can be read. Where there is none, say why, or stay
        with the list of reasons where there are several."""
        at = self._queue.settle(())
        if at is not None:
            self._go(at)
        elif self._queue.count == 1:
            self._queue.replace(())
            self._show(None)
            self._session.failed.emit(sentence)
            self._session.back_wanted.emit()
        else:
            self._show_reasons()

    def _show_reasons(self) -> None:
        """Nothing is left but the files that could not be read, until the person has seen why."""
        self._show(None)
        self._call(FROM_POSTING)
        self.body.hide()
        self._tell()
        self.refused.open()
        self.footer.cancel_button.setFocus()

    def _give_up_reading(self) -> None:
        """Read no more ahead; where nothing is shown yet, leave."""
        if self._body_is_shown():
            self._queue.pause()
        else:
            self.cancel()

    def _review(self, arrangement: Arrangement) -> None:
        left = self._queue.left.pop(self._queue.at, None)
        self._show(arranged(left.reading) if left else arrangement)
        if left is not None:
            self.body.show_typed(left.typed, left.fresh)
            self.flush()
        if not self._stays:
            self.focus_content()

    def _show(self, arrangement: Arrangement | None) -> None:
        """Show a posting with its form, or the form alone; all as if just opened."""
        self._session.give_up(self.create_application)
        self._call(FROM_POSTING if arrangement else BY_HAND)
        self.body.show_arrangement(arrangement)
        self.body.show()
        self._tell()
        self.flush()
        self.actions_changed.emit()

    def _call(self, title: str) -> None:
        self.title = title
        self._heading.setText(title)

    def _body_is_shown(self) -> bool:
        return self.body.isVisibleTo(self)

    def _can_create(self) -> bool:
        return self._body_is_shown() and self.form.is_ready()

    def _is_readable(self) -> bool:
        """Whether every field can be read; the first that can't be gets the focus."""
        if (wrong := self.form.unreadable()) is not None:
            self._focus(wrong)
        return wrong is None

    def _tell(self) -> None:
        """Say at the foot what holds now."""
        self.footer.show_ready(self._can_create())
        show_queue(self._queue, self.footer, self.refused)
        self.actions_changed.emit()

    def _offer(self) -> None:
        """Follow the store: the stages, and words used before."""
        self.body.offer(self._session.store)
        self.body.watch.look()

    def _changed(self) -> None:
        self._keeping.soon()
        self.actions_changed.emit()

    def _connect(self) -> None:
        self.form.edited.connect(self._tell)
        self.body.changed.connect(self._changed)
        self.body.watch.settled.connect(self.focus_content)
        self.body.labelling.changed.connect(self.actions_changed)
        self._keeping.failed.connect(self._session.failed)
        self.waiting.cancelled.connect(self._give_up_reading)
        self._queue.changed.connect(self._tell)
        self._queue.ready.connect(self._review)
        self._queue.refused.connect(self._refuse)
        self.footer.cancel_button.clicked.connect(self.cancel)
        self.footer.previous_button.clicked.connect(lambda: self.step(-1))
        self.footer.next_button.clicked.connect(lambda: self.step(1))
        self.footer.rest_button.clicked.connect(self.create_rest)
        self.footer.create_wanted.connect(self.create_application)
