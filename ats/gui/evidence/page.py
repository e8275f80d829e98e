"""The evidence library: a list of what you can show, and the chosen item to read and change."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QListView,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from ats.commands import evidence
from ats.domain.sameness import words
from ats.gui.actions import Actions
from ats.gui.controls.buttons import button
from ats.gui.controls.empty_state import EmptyState
from ats.gui.controls.field import label
from ats.gui.evidence.delegate import EvidenceDelegate, used
from ats.gui.evidence.item_view import ItemView
from ats.gui.icons import icon
from ats.gui.page import Page
from ats.gui.panes import Pane
from ats.gui.record_model import RecordListModel
from ats.gui.session import Session
from ats.gui.theme import Space
from ats.store.queries.evidence import EvidenceRow, evidence_library

TABLES = ("evidence", "evidence_link", "requirement", "application", "company")
_NEW_TITLE = "New evidence"


class EvidencePage(Page):
    title = "Evidence"

    def __init__(self, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.session = session
        self._library: list[EvidenceRow] = []
        self._shown: EvidenceRow | None = None
        self.rows = RecordListModel(lambda row: row.title, _spoken, parent=self)
        self.item = ItemView(session)
        self.item.remove_wanted.connect(self.remove)
        self.list = self._make_list(actions)
        self.search = QLineEdit()
        self.search.setPlaceholderText("Filter evidence")
        self.search.setAccessibleName("Filter evidence")
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("list-filter"), QLineEdit.ActionPosition.LeadingPosition)
        self.search.textChanged.connect(self._filter)
        self.count = label("", "muted")
        self.add_button = button("Add evidence", "primary", "plus")
        self.add_button.clicked.connect(self.add)
        self._build()
        session.live.follow(self, TABLES, self.refresh)

    def refresh(self) -> None:
        """Read the library again; the chosen item stays chosen."""
        self._library = evidence_library(self.session.store)
        self._filter()

    def flush(self) -> None:
        self.item.flush()

    def focus_content(self) -> None:
        (self.list if self._library else self.empty_button).setFocus(
            Qt.FocusReason.OtherFocusReason
        )

    def panes(self) -> Sequence[Pane]:
        return (Pane(self, self.focus_content), Pane(self.item, self.item.edit))

    def handlers(self) -> dict[str, Callable[[], None]]:
        found: dict[str, Callable[[], None]] = {"find": self._find}
        if self._shown is not None:
            found["open"] = self.item.edit
        return found

    def add(self) -> None:
        """Write a new item, ready to be given its title."""
        self.search.clear()
        id = self.session.run(evidence.add_evidence, self.session.store, _NEW_TITLE)
        if id is not None:
            self.session.live.announce()
            self.refresh()
            self._select(id)
            self.item.edit()

    def remove(self) -> None:
        """Remove the chosen item, wherever it is used."""
        row = self._shown
        if row is not None:
            self.item.flush()
            before = self.session.store.history()
            self.session.run(evidence.remove_evidence, self.session.store, row.id)
            if self.session.store.history() != before:
                self.session.say(f"Removed “{row.title}”")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and not self.list.hasFocus():
            self.flush()
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def _filter(self) -> None:
        typed = self.search.text()
        at = self.list.currentIndex().row()
        found = [row for row in self._library if _matches(row, typed)]
        self.rows.show(found)
        self.count.setText(str(len(self._library) or ""))
        self._pages.setCurrentIndex(0 if self._library else 1)
        if found and not self.list.currentIndex().isValid():
            self._select(found[max(0, min(at, len(found) - 1))].id)
        self._show_chosen()

    def _show_chosen(self, index: QModelIndex | None = None) -> None:
        row = self.rows.record(self.list.currentIndex())
        self._shown = row if isinstance(row, EvidenceRow) else None
        self.item.show_item(self._shown)
        self.actions_changed.emit()

    def _select(self, id: int) -> None:
        row = self.rows.row_of(id)
        if row is not None:
            index = self.rows.index(row, 0)
            chosen = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.list.selectionModel().setCurrentIndex(index, chosen)
            self.list.scrollTo(index)

    def _find(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _open_menu(self, at: QPoint) -> None:
        if self.list.indexAt(at).isValid():
            menu = QMenu(self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            menu.addAction(icon("pencil"), "Change", self.item.edit)
            menu.addAction(icon("trash-2"), "Remove", self.remove)
            menu.popup(self.list.viewport().mapToGlobal(at))

    def _make_list(self, actions: Actions) -> QListView:
        view = QListView()
        view.setModel(self.rows)
        view.setItemDelegate(EvidenceDelegate(view))
        view.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        view.setMouseTracking(True)
        view.setProperty("surface", "plain")
        view.setAccessibleName("Evidence")
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._open_menu)
        view.selectionModel().currentChanged.connect(self._show_chosen)
        view.doubleClicked.connect(self.item.edit)
        actions.attach(view, ["open"])
        own = Qt.ShortcutContext.WidgetShortcut
        QShortcut(Qt.Key.Key_Delete, view, self.remove, context=own)
        QShortcut(Qt.Key.Key_F2, view, self.item.edit, context=own)
        return view

    def _build(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addLayout(self._head())
        line = QFrame()
        line.setProperty("line", "true")
        whole.addWidget(line)
        self._pages = QStackedWidget()
        self._pages.addWidget(self._sides())
        self._pages.addWidget(self._empty())
        whole.addWidget(self._pages, 1)

    def _head(self) -> QHBoxLayout:
        head = QHBoxLayout()
        head.setContentsMargins(Space.L + 4, Space.L, Space.L + 4, Space.M)
        head.setSpacing(Space.S)
        head.addWidget(label("Evidence", "title"))
        head.addWidget(self.count)
        head.addStretch()
        self.search.setFixedWidth(220)
        head.addWidget(self.search)
        head.addWidget(self.add_button)
        return head

    def _sides(self) -> QWidget:
        sides = QWidget()
        row = QHBoxLayout(sides)
        row.setContentsMargins(Space.S + 2, Space.S, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.list, 4)
        row.addSpacing(Space.S)
        line = QFrame()
        line.setProperty("line", "vertical")
        row.addWidget(line)
        row.addWidget(self.item, 5)
        return sides

    def _empty(self) -> QWidget:
        sentence = "No evidence yet. Write down one thing you can show: a project, a result."
        state = EmptyState("badge-check", sentence)
        self.empty_button = button("Add evidence", "primary", "plus")
        self.empty_button.clicked.connect(self.add)
        page = QWidget()
        column = QVBoxLayout(page)
        column.addStretch(1)
        column.addWidget(state)
        column.addWidget(self.empty_button, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)
        return page


def _matches(row: EvidenceRow, typed: str) -> bool:
    """Whether every word typed begins some word of the item."""
    there = words(f"{row.title} {row.place} {row.period} {row.story}")
    return all(any(word.startswith(part) for word in there) for part in words(typed))


def _spoken(row: EvidenceRow) -> str:
    return ". ".join(part for part in (row.title, row.place, row.period, used(row.used_in)) if part)
