"""Looks, while a new application is typed, whether it is tracked already."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from ats.gui.capture.duplicate_bar import DuplicateBar
from ats.gui.capture.form import ApplicationForm
from ats.gui.session import Session
from ats.store.queries.duplicates import similar_applications

_LOOK_AFTER_MS = 120


class DuplicateWatch(QObject):
    """Shows in the bar what it finds. `settled` tells that the person wants another one all
    the same."""

    settled = Signal()

    def __init__(
        self, session: Session, form: ApplicationForm, bar: DuplicateBar, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._session, self._form, self._bar = session, form, bar
        self._another: tuple[str, str] | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_LOOK_AFTER_MS)
        self._later.timeout.connect(self.look)
        form.edited.connect(self._later.start)
        bar.open_wanted.connect(session.application_wanted)
        bar.another_wanted.connect(self._create_another)

    def start(self) -> None:
        """Another review begins."""
        self._another = None
        self.look()

    def stop(self) -> None:
        """Look no more, until something is typed."""
        self._later.stop()

    def look(self) -> None:
        self.stop()
        title, company = self._form.title.words(), self._form.company.words()
        found = similar_applications(
            self._session.store, title=title, company=company, link=self._form.link.words()
        )
        wanted = found if (title, company) != self._another else []
        self._bar.show_similar(wanted, self._session.store.today())

    def _create_another(self) -> None:
        self._another = (self._form.title.words(), self._form.company.words())
        self.look()
        self.settled.emit()
