"""Where the data is, how large it is, and a way to the folder."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from ats.domain.words import counted
from ats.gui.controls.buttons import button
from ats.gui.controls.field import label
from ats.gui.session import Session
from ats.gui.theme import Space
from ats.store import Store
from ats.store.queries.counts import counts


class Folder(QFrame):
    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self._session = session
        self.path = label(str(session.store.path.parent), "strong", wrap=True)
        self.path.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.facts = label("", "muted", wrap=True)
        self.open = button("Open folder", "secondary", "folder-open")
        self.open.clicked.connect(self._open)
        row = QHBoxLayout(self)
        row.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        row.setSpacing(Space.L)
        words = QVBoxLayout()
        words.setSpacing(Space.XS)
        words.addWidget(self.path)
        words.addWidget(self.facts)
        row.addLayout(words, 1)
        row.addWidget(self.open, 0, Qt.AlignmentFlag.AlignTop)

    def refresh(self) -> None:
        store = self._session.store
        size = QLocale.c().formattedDataSize(
            _bytes(store), 1, QLocale.DataSizeFormat.DataSizeSIFormat
        )
        known = counts(store)
        self.facts.setText(
            f"{counted(known.applications, 'application')}, {size}. Only on this computer; "
            "nothing is sent anywhere. All settings and data are in this folder."
        )

    def _open(self) -> None:
        folder = self._session.store.path.parent
        if not QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder))):
            self._session.failed.emit(f"Can’t open {folder}. Open it with your file manager.")


def _bytes(store: Store) -> int:
    """The size of the store with what SQLite keeps beside it."""
    beside = store.path.parent.glob(f"{store.path.name}*")
    return sum(path.stat().st_size for path in beside)
