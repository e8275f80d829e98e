"""Bringing in an archive or an export of everything: its review, and what was done."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QApplication, QStackedLayout, QVBoxLayout, QWidget

from ats.commands.arriving import Arrived
from ats.exchange.archive.plan import Archive
from ats.gui.session import Session
from ats.gui.theme import Space
from ats.gui.transfer.archive_review import ArchiveReview
from ats.gui.transfer.archive_words import done, done_lines
from ats.gui.transfer.import_footer import ImportFooter
from ats.gui.transfer.import_summary_step import DoneStep
from ats.store.queries.snapshot import TABLES


class ArchivePart(QWidget):
    """`left` asks to forget the archive."""

    left = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._label: str | None = None
        self.arrived: Arrived | None = None
        self.review = ArchiveReview(session)
        self.done = DoneStep()
        self.footer = ImportFooter()
        self._pages = QStackedLayout()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(Space.M)
        column.addLayout(self._pages, 1)
        column.addWidget(self.footer)
        for page in (self.review, self.done):
            self._pages.addWidget(page)
        self.review.decided.connect(self._show)
        self.done.show_wanted.connect(self._show_applications)
        self.footer.cancel_button.clicked.connect(self.left)
        self.footer.primary_button.clicked.connect(self.primary)
        session.live.follow(self, TABLES, self.follow_store)

    def show_archive(self, archive: Archive) -> None:
        """Show what bringing in an archive would do."""
        self.arrived = None
        self.review.show_archive(archive)
        self._show()

    def forget(self) -> None:
        """Forget the archive; the store is as it was."""
        self.arrived = None
        self.review.forget()
        self._show()

    def primary(self) -> None:
        """Bring in what was decided; afterwards, show it."""
        if self.arrived is not None:
            self._show_applications()
        elif self.footer.primary_button.isEnabled():
            self.bring_in()

    def bring_in(self) -> None:
        """Bring in what was decided, as one step."""
        arrived = self.review.bring_in()
        if arrived is None:
            return
        self.arrived, self._label = arrived, self._session.store.undo_label
        self._session.say(done(arrived))
        self.done.show_done(done(arrived), done_lines(arrived))
        self._show()

    def follow_store(self) -> None:
        """Compare with the store as it is now. What was undone can be decided otherwise."""
        store = self._session.store
        if self.arrived is not None and store.redo_label == self._label:
            self.arrived = None
        if self.arrived is not None:
            self.done.undo_button.setVisible(store.undo_label == self._label)
        else:
            self.review.compare()
        self._show()

    def focus_content(self) -> None:
        (self.done if self.arrived is not None else self.review).focus_content()

    def _show(self) -> None:
        page = self.done if self.arrived is not None else self.review
        turned = page is not self._pages.currentWidget()
        focus = QApplication.focusWidget()
        had_focus = focus is not None and self.isAncestorOf(focus)
        self._pages.setCurrentWidget(page)
        text, able = self.review.act()
        self.footer.show_act(text, able=able, ready=self.review.is_current)
        self.footer.setVisible(self.arrived is None)
        if turned and had_focus:
            self.focus_content()

    def _show_applications(self) -> None:
        self._session.page_wanted.emit("applications")
