"""Fields for facts of more than one part: pay, what comes besides, and a link."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QApplication, QSizePolicy, QWidget

from ats.domain.money import Pay
from ats.domain.words import pay_long
from ats.gui.application.layout import column, row
from ats.gui.application.links import open_link, openable
from ats.gui.controls.autosave_text import AutosaveLine
from ats.gui.controls.buttons import IconButton, button
from ats.gui.controls.chip import ToggleChip
from ats.gui.controls.money_field import MoneyField
from ats.gui.theme import Space


class PayFact(QWidget):
    """Pay in words until it is clicked; then `fields`, until the focus leaves them. They want
    more room than the words, so whoever lays this out places them, beneath."""

    committed = Signal(object)
    warning = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = button("", "ghost")
        self.text.setStyleSheet("text-align: left; font-weight: 400;")
        self.text.setToolTip("Change pay")
        self.text.clicked.connect(self.edit)
        self.fields = MoneyField()
        self.fields.committed.connect(self._commit)
        self.fields.warning.connect(self.warning)
        whole = column(self, 0)
        whole.addWidget(self.text)
        for part in self.fields.findChildren(QWidget):
            part.installEventFilter(self)
        self.setFocusProxy(self.text)
        self.fields.hide()
        self.set_pay(Pay())

    def set_pay(self, pay: Pay) -> None:
        self.fields.set_pay(pay)
        words = pay_long(pay)
        self.text.setText(words or "Not stated")
        self.text.setAccessibleName(f"Pay: {words or 'not stated'}")

    def edit(self) -> None:
        """Show the fields."""
        self.fields.show()
        self.fields.least.setFocus(Qt.FocusReason.OtherFocusReason)
        self.fields.least.selectAll()

    def flush(self) -> None:
        self.fields.flush()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            # Once the focus has arrived where it is going.
            QTimer.singleShot(0, self, self._leave)
        return super().eventFilter(watched, event)

    def _leave(self) -> None:
        if QApplication.activePopupWidget() is not None:
            return
        focus = QApplication.focusWidget()
        if focus is None or not self.fields.isAncestorOf(focus):
            self.fields.flush()
            self.fields.hide()

    def _commit(self, pay: Pay) -> None:
        self.committed.emit(pay)


class ExtrasField(QWidget):
    """Whether the posting offers a bonus, and equity."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.bonus, self.equity = ToggleChip("Bonus"), ToggleChip("Equity")
        line = row(self, Space.XS + 2)
        line.setContentsMargins(Space.S + 2, 3, 0, 3)
        line.addWidget(self.bonus)
        line.addWidget(self.equity)
        line.addStretch()
        self.setFocusProxy(self.bonus)

    def set_values(self, bonus: bool, equity: bool) -> None:
        for chip, there in ((self.bonus, bonus), (self.equity, equity)):
            chip.blockSignals(True)
            chip.setChecked(there)
            chip.blockSignals(False)
            chip.update()


class LinkField(QWidget):
    """A link to type and to open; only web and mail addresses can be opened."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.line = AutosaveLine("Add link")
        self.line.setProperty("variant", "bare")
        self.line.setAccessibleName("Link")
        self.open = IconButton("external-link", "Open link")
        self.open.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.open.clicked.connect(lambda: open_link(self.line.text()))
        self.line.textChanged.connect(self._enable)
        line = row(self, Space.XS)
        line.addWidget(self.line, 1)
        line.addWidget(self.open)
        self.setFocusProxy(self.line)
        self._enable()

    def show_text(self, link: str) -> None:
        self.line.show_text(link)

    def _enable(self) -> None:
        self.open.setVisible(openable(self.line.text()) is not None)
