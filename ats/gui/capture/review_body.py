"""What a review shows: the posting on one side, and on the other the form and the lines."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from ats.commands.applications import NewApplication
from ats.commands.capture import from_reading
from ats.domain.reading import Reading
from ats.gui.capture.arrangement import Arrangement
from ats.gui.capture.corrected import corrected
from ats.gui.capture.draft import Typed
from ats.gui.capture.duplicate_bar import DuplicateBar
from ats.gui.capture.duplicate_watch import DuplicateWatch
from ats.gui.capture.form import ApplicationForm
from ats.gui.capture.form_column import FormColumn
from ats.gui.capture.form_state import show_state, state_of
from ats.gui.capture.labelling import Labelling
from ats.gui.capture.line_sections import LineSections
from ats.gui.capture.posting_pane import PostingPane
from ats.gui.capture.provenance import Provenance
from ats.gui.controls.segmented import Choice, Segmented
from ats.gui.session import Session
from ats.gui.theme import Space, TextStyle, theme
from ats.store import Store
from ats.store.queries.applications import texts_in_use
from ats.store.queries.stages import stages

_NARROW_BELOW = 52  # in text heights


class ReviewBody(QWidget):
    """`changed` follows everything the person changes. Posting and form stand side by side;
    where there is no room for both, `switch` says which is shown."""

    changed = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._arrangement: Arrangement | None = None
        self._read: dict[str, object] = {}
        self._fresh: Typed | None = None
        self.pane = PostingPane()
        self.form = ApplicationForm(session.store.today)
        self.sections = LineSections()
        self.duplicates = DuplicateBar()
        self.column = FormColumn(self.form, self.sections)
        self.watch = DuplicateWatch(session, self.form, self.duplicates, self)
        self.labelling = Labelling(self.sections, self.pane.view, self)
        self.switch = Segmented(
            "Shown", [Choice(self.column, "Application"), Choice(self.pane, "Posting")]
        )
        self.switch.set_value(self.column)
        self.switch.chosen.connect(lambda _: self._arrange())
        # Before the way to a field, which must be in sight to get the keyboard.
        self.pane.view.mark_chosen.connect(lambda _: self.reveal(self.column))
        self._provenance = Provenance(self.pane, self.form, self.sections, self.column, self)
        self._build()
        self.form.changed.connect(self.changed)
        self.sections.typing.connect(self.changed)
        self.sections.lines.changed.connect(self.changed)
        self.sections.left.connect(self._leave_lines)

    @property
    def reading(self) -> Reading | None:
        """The reading under review; None where an application is added by hand."""
        return self._arrangement.reading if self._arrangement else None

    def show_arrangement(self, arrangement: Arrangement | None) -> None:
        """Show a posting with its form, or the form alone; all as if just opened."""
        self._arrangement = arrangement
        self.switch.set_value(self.column)
        self.labelling.show_arrangement(arrangement)
        self._provenance.let_go()
        self.column.show_arrangement(arrangement)
        self._provenance.show_arrangement(arrangement)
        self._read = self.form.values()
        self._arrange()
        self.begin()
        self.watch.start()

    def begin(self) -> None:
        """What stands here now is no change of the person's."""
        self._fresh = self.typed()

    @property
    def fresh(self) -> Typed:
        """What stood here before anything was changed."""
        return self._fresh or self.typed()

    @property
    def is_changed(self) -> bool:
        """Whether something was changed by hand."""
        return self.typed() != self.fresh

    def reveal(self, widget: QWidget) -> None:
        """Show the side that a widget is on."""
        inside = widget is self.pane or self.pane.isAncestorOf(widget)
        self.switch.set_value(self.pane if inside else self.column)
        self._arrange()

    def text_fields(self) -> tuple[QLineEdit, ...]:
        """Every field in which words are typed."""
        return (*self.form.lines(), self.sections.adding, self.sections.adding_benefit)

    def step_place(self, by: int) -> None:
        """Go to the next place of the field that is pointed out, or the one before."""
        self.reveal(self.pane)
        self.pane.step(by)

    def offer(self, store: Store) -> None:
        """Offer the stages there are, and words used before."""
        changed = self.is_changed
        self.form.offer_stages(stages(store))
        self.form.company.offer(texts_in_use(store, "company"))
        self.form.locations.offer(texts_in_use(store, "location"))
        self.form.source.offer(texts_in_use(store, "source"))
        if not changed:
            self.begin()

    def typed(self) -> Typed:
        """Everything that can be changed, as it stands now."""
        sections = self.sections
        adding, benefit = sections.adding.text(), sections.adding_benefit.text()
        return Typed(state_of(self.form), sections.lines.items, adding, benefit)

    def show_typed(self, typed: Typed, fresh: Typed) -> None:
        """Show what `typed` gave, over what stood here before."""
        self._fresh = fresh
        show_state(self.form, typed.form)
        self.sections.lines.show(typed.items)
        self.sections.adding.setText(typed.adding)
        self.sections.adding_benefit.setText(typed.adding_benefit)

    def new_application(self) -> NewApplication:
        """What is to be created."""
        self.sections.finish()
        requirements, reading = self.sections.requirements(), self._corrected_reading()
        if reading is None:
            return NewApplication(**self.form.values(), requirements=requirements)
        return from_reading(reading, **self.form.values(), requirements=requirements)

    def _corrected_reading(self) -> Reading | None:
        """The reading with what the person changed."""
        if self.reading is None:
            return None
        items, taken = self.sections.lines.items, dict(state_of(self.form).taken)
        return corrected(self.reading, items, self._read, self.form.values(), taken)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._arrange()

    def _arrange(self) -> None:
        """Show both sides where there is room for both, else the one that was chosen."""
        has_posting = self._arrangement is not None
        narrow = self.width() < _NARROW_BELOW * theme().pixels(TextStyle.BODY)
        alone = self.switch.value() if narrow and has_posting else None
        self.switch.setVisible(alone is not None)
        self.pane.setVisible(has_posting and alone in (None, self.pane))
        self.column.setVisible(alone in (None, self.column))
        for side in (self.pane, self.column):
            side.show_heading(has_posting and alone is None)
        self.pane.step(0)  # what is pointed out comes into sight

    def _leave_lines(self) -> None:
        """The lists are empty: the keyboard goes on to what can add to them."""
        (self.pane.view if self.pane.isVisible() else self.sections.adding).setFocus()

    def _build(self) -> None:
        self._sides = QHBoxLayout()
        self._sides.setSpacing(Space.XL)
        self._sides.addWidget(self.pane, 11)
        self._sides.addWidget(self.column, 10)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        body = QVBoxLayout(self)
        body.setContentsMargins(0, 0, 0, 0)
        body.setSpacing(Space.M)
        body.addWidget(self.duplicates)
        body.addWidget(self.switch, 0, Qt.AlignmentFlag.AlignLeft)
        body.addLayout(self._sides, 1)
