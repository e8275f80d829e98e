"""The Trash: applications that were put away, to restore or to delete for good."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QMenu,
    QMessageBox,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from ats.commands.applications import empty_trash, restore
from ats.domain import words
from ats.domain.overview import ApplicationRow
from ats.domain.words import counted
from ats.gui.actions import Actions
from ats.gui.applications import card_text
from ats.gui.controls.buttons import button
from ats.gui.controls.empty_state import EmptyState
from ats.gui.controls.field import label
from ats.gui.controls.glyphs import stage_icon
from ats.gui.icons import icon
from ats.gui.page import Handler, Page
from ats.gui.record_model import Column, RecordTableModel
from ats.gui.session import Session
from ats.gui.theme import Space, theme
from ats.store.queries.applications import applications

TABLES = {"application", "company", "stage"}
_SIDE = Space.L + Space.XS


class TrashPage(Page):
    """Restoring is an undoable step; emptying is the one thing here that asks first."""

    title = "Trash"

    def __init__(self, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session, self._store = session, session.store
        self.restore_button = button("Restore", "secondary", "archive-restore")
        self.empty_button = button("Empty Trash…", "danger", "trash-2")
        self.rows = RecordTableModel(self._columns(), self)
        self.list = QTableView()
        self._count = label("", "text2")
        self._build(actions)
        session.live.follow(self, TABLES, self.refresh)

    def refresh(self) -> None:
        """Read the Trash again; what was put there last comes first."""
        trashed = applications(self._store, trashed=True)
        trashed.sort(key=lambda row: (row.trashed_at or row.created_at, row.id), reverse=True)
        self.rows.show(trashed)
        self._count.setText(counted(len(trashed), "application") if trashed else "")
        self._stack.setCurrentIndex(0 if trashed else 1)
        self.empty_button.setEnabled(bool(trashed))
        self._show_selection()

    def handlers(self) -> dict[str, Handler]:
        ids = self.selected_ids()
        if not ids:
            return {}
        return {
            "open": lambda: self._session.application_wanted.emit(ids[0]),
            "peek": lambda: self._session.peek_wanted.emit(ids[0]),
        }

    def focus_content(self) -> None:
        if self.rows.records and not self.selected_ids():
            self.list.selectRow(max(0, self.list.currentIndex().row()))
        self.list.setFocus()

    def selected_ids(self) -> list[int]:
        """The selected applications, from the top."""
        rows = sorted(index.row() for index in self.list.selectionModel().selectedRows())
        return [self.rows.record(row).id for row in rows]

    def restore_selected(self) -> None:
        """Bring the selected applications back to where they were."""
        rows = [self.rows.record(self.rows.row_of(id) or 0) for id in self.selected_ids()]
        if not rows:
            return

        def run() -> bool:
            restore(self._store, [row.id for row in rows])
            return True

        if self._session.run(run):
            named = card_text.role(rows[0]) if len(rows) == 1 else ""
            what = f"“{named}”" if named else counted(len(rows), "application")
            self._session.say(f"Restored {what}")

    def ask_to_empty(self) -> QMessageBox:
        """Ask before deleting for good."""
        count = counted(len(self.rows.records), "application")
        question = QMessageBox(self)
        question.setWindowTitle("Empty Trash")
        question.setText(f"Delete {count} for good?")
        question.setInformativeText(
            "Their postings, timelines, notes and offers are deleted too. "
            "Your other applications stay as they are."
        )
        delete = question.addButton("Empty Trash", QMessageBox.ButtonRole.DestructiveRole)
        delete.setProperty("variant", "danger")
        delete.style().unpolish(delete)
        delete.style().polish(delete)
        cancel = question.addButton(QMessageBox.StandardButton.Cancel)
        question.setDefaultButton(QMessageBox.StandardButton.Cancel)
        question.setEscapeButton(cancel)
        question.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        delete.clicked.connect(self._empty)
        question.open()
        return question

    def _empty(self) -> None:
        count = self._session.run(empty_trash, self._store)
        if count:
            self._session.say(f"Deleted {counted(count, 'application')}")

    def _columns(self) -> list[Column]:
        return [
            Column("Role", card_text.role),
            Column("Company", lambda row: row.company),
            Column(
                "Stage",
                lambda row: row.stage,
                decoration=lambda row: stage_icon(row.stage_kind, row.outcome),
            ),
            Column("Since", self._when, right=True),
        ]

    def _when(self, row: ApplicationRow) -> str:
        at = row.trashed_at
        if at is None:
            return ""
        return words.ago(at.astimezone(self._store.now().tzinfo).date(), self._store.today())

    def _build(self, actions: Actions) -> None:
        view = self.list
        view.setModel(self.rows)
        view.setAccessibleName("Trash")
        view.setShowGrid(False)
        view.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setTabKeyNavigation(False)
        view.verticalHeader().hide()
        view.verticalHeader().setDefaultSectionSize(theme().metrics.row)
        header = view.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for section, width in ((1, 200), (2, 160), (3, 120)):
            header.resizeSection(section, width)
        view.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        view.customContextMenuRequested.connect(self._open_menu)
        view.selectionModel().selectionChanged.connect(self._show_selection)
        view.doubleClicked.connect(actions["open"].trigger)
        actions.attach(view, ("open", "peek"))
        self.restore_button.clicked.connect(self.restore_selected)
        self.empty_button.clicked.connect(self.ask_to_empty)
        self._lay_out(actions)

    def _lay_out(self, actions: Actions) -> None:
        back = QAction("Show applications", self)
        back.triggered.connect(actions["go_applications"].trigger)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.list)
        self._stack.addWidget(EmptyState("trash-2", "The Trash is empty.", back))
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(label("Trash", "display"))
        head.addSpacing(Space.M)
        head.addWidget(self._count)
        head.addStretch()
        head.addWidget(self.restore_button)
        head.addWidget(self.empty_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(_SIDE, Space.L, _SIDE, Space.L)
        column.setSpacing(Space.L)
        column.addLayout(head)
        column.addWidget(self._stack, 1)

    def _open_menu(self, at: QPoint) -> None:
        menu = QMenu(self)
        restored = menu.addAction(icon("archive-restore"), "Restore")
        restored.setEnabled(bool(self.selected_ids()))
        restored.triggered.connect(self.restore_selected)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.list.viewport().mapToGlobal(at))

    def _show_selection(self) -> None:
        self.restore_button.setEnabled(bool(self.selected_ids()))
        self.actions_changed.emit()
