"""The Applications page: header, filters, and the board or the table of what they leave."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QAction, QHideEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from ats.domain.overview import ApplicationRow
from ats.domain.saved_view import ApplicationFilter, SortKey
from ats.domain.stage import Stage
from ats.gui.actions import Actions
from ats.gui.applications.asks import Asks
from ats.gui.applications.board import Board
from ats.gui.applications.display_menu import DisplayMenu
from ats.gui.applications.filter_bar import FilterBar
from ats.gui.applications.filter_menu import Choices
from ats.gui.applications.listing import Listing, Shown
from ats.gui.applications.look import ApplicationsLook, View, look_from, look_values
from ats.gui.applications.moves import Moves
from ats.gui.applications.page_header import PageHeader
from ats.gui.applications.saved_views import SavedViews
from ats.gui.applications.selection import Selection
from ats.gui.applications.selection_bar import SelectionBar
from ats.gui.applications.table import ApplicationTable
from ats.gui.applications.table_columns import COLUMNS
from ats.gui.applications.table_edits import edit_cell
from ats.gui.controls.empty_state import EmptyState
from ats.gui.page import Handler, Page
from ats.gui.session import Session
from ats.gui.theme import Space
from ats.store.queries.applications import texts_in_use
from ats.store.queries.imports import import_batches
from ats.store.queries.stages import stages

STATE = "applications"
"""The key under which the session remembers how the page was left."""

TABLES = {
    "application", "application_tag", "company", "event", "import_batch", "next_action",
    "requirement",
    "saved_view", "stage", "tag", "application_notes", "posting",
}  # fmt: skip

_SIDE = Space.L + Space.XS
_FIRST_RUN = 2


class ApplicationsPage(Page):
    """Board and table share filter, order and selection; see `ApplicationsLook`."""

    title = "Applications"

    def __init__(self, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._actions = session, actions
        self._store = session.store
        self._look = look_from(session.state(STATE))
        self._stages: list[Stage] = []
        self._listing = Listing(session.store)
        self.selection = Selection(self)
        self.selection.choose_one(self._look.current)
        self._moves = Moves(session, self.selection)
        self._asks = Asks(self, session, actions, self._moves, self.selection, self._place)
        self.header = PageHeader(actions)
        self.header.show_words(self._look.filter.words)
        self.filters = FilterBar()
        self.board = Board(self.selection, actions, self._store.today)
        self.table = ApplicationTable(
            self.selection, actions, self._store.today, self._edit, self._in_use
        )
        self.bar = SelectionBar()
        self.views = SavedViews(session, self.filters, self.look, self.set_look)
        self._display = self._display_menu()
        self._build()
        self._connect()
        session.live.follow(self, TABLES, self.refresh)

    def look(self) -> ApplicationsLook:
        """How the page looks now."""
        return replace(self._look, current=self.selection.current)

    def set_look(self, look: ApplicationsLook) -> None:
        """Show the page otherwise; the selection stays where it can."""
        switched = look.view is not self._look.view
        narrowed = look.filter != self._look.filter
        had_focus = self._content_has_focus()
        if look.filter.words != self._look.filter.words:
            self.header.show_words(look.filter.words)
        self._look = look
        self._show()
        if narrowed and self.selection.current is None:
            self.table.scrollToTop()
        self._remember()
        if switched and had_focus:
            self.focus_content()

    def current_ids(self) -> list[int]:
        """The selected applications, in the order shown."""
        return [row.id for row in self._moves.chosen()]

    def shown_ids(self) -> list[int]:
        """The applications the filters leave, in their order."""
        return [row.id for row in self._moves.shown.rows]

    def neighbours(self, id: int) -> tuple[int | None, int | None, int, int]:
        """The applications before and after one among those of its stage that are shown, its
        place there counted from 1, and their number; all empty where it is not shown."""
        if not self.isVisible():
            self._listing.reload()  # while hidden, the page itself waits until it is shown
        shown = self._shown()
        row = next((row for row in shown.rows if row.id == id), None)
        if row is None:
            return None, None, 0, 0
        column = shown.column(row.stage_id)
        at = column.index(id)
        before = column[at - 1] if at else None
        after = column[at + 1] if at + 1 < len(column) else None
        return before, after, at + 1, len(column)

    def refresh(self) -> None:
        """Read the store again and show what differs."""
        self._stages = stages(self._store)
        self._listing.reload()
        self._show()

    def handlers(self) -> dict[str, Handler]:
        found: dict[str, Handler] = {
            "find": self._find,
            "board": lambda: self.set_look(replace(self.look(), view=View.BOARD)),
            "table": lambda: self.set_look(replace(self.look(), view=View.TABLE)),
        }
        if self._look.filter:
            found["clear_filters"] = self.clear_filters
        if self._moves.shown.total:
            found["save_view"] = _ignoring(self.views.ask_name)
        return found | self._selection_handlers()

    def flush(self) -> None:
        self.header.flush()
        self._remember()

    def focus_content(self) -> None:
        content = self._stack.currentWidget()
        if content is self.board:
            self.board.focus_current()
        elif content is self.table:
            if self.selection.current is None and self._moves.shown.rows:
                self.selection.choose_one(self._moves.shown.rows[0].id)
            self.table.setFocus()
        elif content is not None:
            content.setFocus()

    def empty_sentence(self) -> str:
        """What is said where no application passes the filter."""
        hidden = self._moves.shown.hidden
        verb = "is" if hidden == 1 else "are"
        return f"No applications match. {hidden:,} {verb} hidden by filters."

    def clear_filters(self) -> None:
        """Show every application."""
        self.set_look(replace(self.look(), filter=ApplicationFilter()))
        self.focus_content()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._remember()

    def _selection_handlers(self) -> dict[str, Handler]:
        """What can be done with the selected applications."""
        moves, asks, row = self._moves, self._asks, self._moves.current()
        if row is None:
            return {}
        found: dict[str, Handler] = {
            "open": lambda: self._session.application_wanted.emit(row.id),
            "peek": lambda: self._session.peek_wanted.emit(row.id),
            "move_to": _ignoring(asks.move_to),
            "next_action": _ignoring(asks.next_action),
            "rename": self._rename,
            "tag": _ignoring(asks.tag),
            "trash": moves.trash,
        }
        for id, step in (("previous_stage", -1), ("next_stage", 1)):
            if moves.stage_beside(step) is not None:
                found[id] = _ignoring(partial(asks.step_stage, step))
        for id, step in (("move_up", -1), ("move_down", 1)):
            if moves.can_reorder(step):
                found[id] = partial(moves.reorder, step)
        return found

    def _build(self) -> None:
        self._first_run = EmptyState(
            "briefcase",
            "No applications yet. Paste a posting to start.",
            *self._first_actions(),
        )
        clear = QAction("Clear filters", self)
        clear.triggered.connect(self.clear_filters)
        self._nothing = EmptyState("list-filter", "No applications match.", clear)
        self._stack = QStackedWidget()
        first_run = QScrollArea()
        first_run.setWidgetResizable(True)
        first_run.setFrameShape(QFrame.Shape.NoFrame)
        first_run.setWidget(self._first_run)
        first_run.setFocusProxy(self._first_run)
        for widget in (self.board, self.table, first_run, self._nothing):
            self._stack.addWidget(widget)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, Space.L, _SIDE, Space.L)
        column.setSpacing(Space.M)
        column.addWidget(self.header)
        column.addWidget(self.filters)
        column.addSpacing(Space.XS)
        column.addWidget(self._stack, 1)
        column.addWidget(self.bar)

    def _first_actions(self) -> list[QAction]:
        made = []
        for text, id in (
            ("Paste posting", "paste_posting"),
            ("Add by hand", "new_application"),
            ("Import CSV", "import"),
            ("Try with sample data", "sample_data"),
        ):
            action, source = QAction(text, self), self._actions[id]
            action.triggered.connect(source.trigger)
            source.enabledChanged.connect(action.setEnabled)
            action.setEnabled(source.isEnabled())
            made.append(action)
        return made

    def _connect(self) -> None:
        header, asks = self.header, self._asks
        header.view_chosen.connect(lambda view: self.set_look(replace(self.look(), view=view)))
        header.words_changed.connect(self._filter_words)
        header.left.connect(self.focus_content)
        header.display_menu.aboutToShow.connect(lambda: self._display.fill(header.display_menu))
        self.filters.chosen.connect(self._filter)
        self.board.dropped.connect(asks.drop)
        self.board.add_wanted.connect(asks.add)
        self.board.menu_wanted.connect(asks.context_menu)
        self.board.closed_opened.connect(self._open_closed)
        self.table.menu_wanted.connect(asks.context_menu)
        self.table.header_menu_wanted.connect(self._open_columns)
        self.table.stage_wanted.connect(asks.move_to)
        self.table.sort_wanted.connect(self._sort)
        self.table.columns_changed.connect(self._keep_columns)
        self.bar.move_wanted.connect(asks.move_to)
        self.bar.tag_wanted.connect(asks.tag)
        self.bar.trash_wanted.connect(self._moves.trash)
        self.bar.export_wanted.connect(lambda: self._session.page_wanted.emit("transfer"))
        self.bar.clear_wanted.connect(lambda: self.selection.choose_one(self.selection.current))
        self.selection.changed.connect(self._selection_changed)
        self._session.settings_changed.connect(self._show)

    def _display_menu(self) -> DisplayMenu:
        return DisplayMenu(
            [(column.key, column.title) for column in COLUMNS[1:]],
            self.look,
            self._is_dense,
            self.set_look,
            lambda dense: self._session.change_settings(
                density="compact" if dense else "comfortable"
            ),
        )

    def _show(self) -> None:
        """Filter, sort, and tell every part what it shows now."""
        look, shown = self._look, self._shown()
        self._moves.shown, self._moves.stages, self._moves.sort = shown, self._stages, look.sort
        self._moves.closed_in_sight = look.closed_open or look.view is View.TABLE
        self.selection.keep({row.id for row in shown.rows})
        self.header.views.set_value(look.view)
        choices = Choices(
            self._stages, self._in_use, import_batches(self._store), self._store.today()
        )
        self.filters.show_filter(look.filter, choices, shown, self.views.all())
        self.filters.show_active(self.views.active())
        self._show_content()
        self._actions["board"].setChecked(look.view is View.BOARD)
        self._actions["table"].setChecked(look.view is View.TABLE)
        self._selection_changed()

    def _shown(self) -> Shown:
        look = self._look
        return self._listing.shown(look.filter, look.sort, look.descending)

    def _show_content(self) -> None:
        look, shown = self._look, self._moves.shown
        if not shown.total:
            self._stack.setCurrentIndex(_FIRST_RUN)
        elif not shown.rows:
            self._nothing.show_sentence(self.empty_sentence())
            self._stack.setCurrentWidget(self._nothing)
        elif look.view is View.BOARD:
            self._stack.setCurrentWidget(self.board)
            self.board.set_closed_open(look.closed_open)
            by_hand = look.sort is SortKey.MANUAL
            self.board.show_rows(self._stages, shown.rows, by_hand=by_hand)
        else:
            self._stack.setCurrentWidget(self.table)
            self.table.show_look(look, dense=self._is_dense())
            self.table.show_rows(shown.rows)
        self.filters.setVisible(bool(shown.total))

    def _selection_changed(self) -> None:
        self.bar.show_count(len(self.selection.ids))
        self.actions_changed.emit()

    def _filter(self, wanted: ApplicationFilter) -> None:
        self.set_look(replace(self.look(), filter=wanted))

    def _filter_words(self, words: str) -> None:
        if words != self._look.filter.words:
            self._filter(replace(self._look.filter, words=words))

    def _sort(self, key: SortKey | None) -> None:
        """Ascending, then descending, then the person's own order again."""
        look = self.look()
        if key is None:
            self.set_look(look)
        elif key is not look.sort:
            self.set_look(replace(look, sort=key, descending=False))
        elif not look.descending:
            self.set_look(replace(look, descending=True))
        else:
            self.set_look(replace(look, sort=SortKey.MANUAL, descending=False))

    def _keep_columns(self, columns: tuple[str, ...], widths: dict[str, int]) -> None:
        self._look = replace(self._look, columns=columns, widths=widths)
        self._remember()

    def _open_closed(self, opened: bool) -> None:
        self._look = replace(self._look, closed_open=opened)
        self._moves.closed_in_sight = opened or self._look.view is View.TABLE
        self._remember()

    def _open_columns(self, at: QPoint) -> None:
        menu = self.header.display_menu
        menu.clear()
        self._display.fill_columns(menu)
        menu.popup(at)

    def _find(self) -> None:
        self.header.field.setFocus()
        self.header.field.selectAll()

    def _rename(self) -> None:
        if self._look.view is View.TABLE:
            self.table.edit_current()
        else:
            self._asks.rename()

    def _edit(self, row: ApplicationRow, key: str, text: str) -> None:
        self._session.run(edit_cell, self._store, row, key, text)

    def _in_use(self, what: str) -> list[str]:
        return texts_in_use(self._store, what)

    def _place(self) -> QRect:
        view = self.table if self._look.view is View.TABLE else self.board
        return view.place_of(self.selection.current)

    def _is_dense(self) -> bool:
        return self._session.settings.density == "compact"

    def _content_has_focus(self) -> bool:
        return self.board.has_focus() or self.table.hasFocus()

    def _remember(self) -> None:
        self._session.remember(STATE, look_values(self.look()))


def _ignoring(ask: Callable[[], object]) -> Handler:
    """A question as a handler: what it opens is of no interest to the window."""

    def run() -> None:
        ask()

    return run
