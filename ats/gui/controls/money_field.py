"""Pay as a person types it: least to most, currency and period; and a single amount."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QSizePolicy, QWidget

from ats.domain.money import Pay, PayPeriod
from ats.domain.words import amount, period_name
from ats.gui.amounts import read_amount
from ats.gui.controls.field import label
from ats.gui.controls.flow_layout import FlowLayout
from ats.gui.controls.number_field import guard_wheel

CURRENCIES = tuple(
    "USD EUR GBP CAD AUD NZD CHF SEK NOK DKK PLN CZK HUF RON BGN TRY UAH ILS AED SAR INR SGD HKD "
    "CNY JPY KRW TWD THB IDR MYR PHP VND ZAR NGN KES EGP BRL MXN ARS CLP COP PEN".split()
)
"""ISO 4217 codes to choose from; others can be typed."""


_GAP = 6
_LONGEST_AMOUNT = len("1,000,000,000")


class AmountField(QLineEdit):
    """One amount in the main unit. Text that is no amount stays, with a sentence in `warning`."""

    committed = Signal(object)
    warning = Signal(str)

    def __init__(self, placeholder: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._amount: Decimal | None = None
        self.setPlaceholderText(placeholder)
        self.returnPressed.connect(self.flush)
        self.textChanged.connect(self.updateGeometry)

    def sizeHint(self) -> QSize:
        return self.minimumSizeHint()

    def minimumSizeHint(self) -> QSize:
        """Room for a million, or for a larger amount that is there, whatever the size of the
        text."""
        texts = ("1,000,000", self.text()[:_LONGEST_AMOUNT])
        width = max(map(self.fontMetrics().horizontalAdvance, texts)) + 24
        return QSize(width, super().minimumSizeHint().height())

    def amount(self) -> Decimal | None:
        """What the text says now; None when it is empty or no amount."""
        return read_amount(self.text())

    def is_valid(self) -> bool:
        return not self.text().strip() or self.amount() is not None

    def set_amount(self, value: Decimal | None) -> None:
        """Show an amount, unless the person is typing another."""
        if not (self.hasFocus() and self.isModified()):
            self._amount = value
            self.setText("" if value is None else amount(value))
            self.setModified(False)
            self.setCursorPosition(0)

    def flush(self) -> None:
        """Commit at once what has been typed, if it is an amount."""
        if not self.isModified():
            return
        if not self.is_valid():
            self.warning.emit(f"“{self.text().strip()}” isn’t an amount. Try 85,000 or 85k.")
            return
        value = self.amount()
        changed, self._amount = value != self._amount, value
        self.setText("" if value is None else amount(value))
        self.setModified(False)
        self.warning.emit("")
        if changed:
            self.committed.emit(value)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.flush()


class MoneyField(QWidget):
    """Pay from least to most; currency and period go below where there is no room. `committed`
    carries a Pay; `warning` a sentence, or "" again."""

    committed = Signal(object)
    warning = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown = Pay()
        self.least, self.most = AmountField("Least"), AmountField("Most")
        self.currency, self.period = _currency_box(), _period_box()
        self._build()
        for part in (self.least, self.most):
            part.committed.connect(self._commit)
            part.warning.connect(self._warn)
        self.currency.activated.connect(self._commit)
        editor = self.currency.lineEdit()
        assert editor is not None
        editor.editingFinished.connect(self._commit)
        self.period.activated.connect(self._commit)

    def pay(self) -> Pay:
        """What stands in the field; a part that is no amount counts as unknown."""
        code = self.currency.currentText().strip().upper()
        currency = code if len(code) == 3 and code.isalpha() and code.isascii() else None
        least, most = self.least.amount(), self.most.amount()
        period = self.period.currentData()
        return Pay.of(least, most, currency, PayPeriod(period) if period else None)

    def set_pay(self, pay: Pay) -> None:
        """Show pay; amounts being typed are kept."""
        self._shown = pay
        self.least.set_amount(pay.least_amount)
        self.most.set_amount(pay.most_amount)
        if not self.currency.hasFocus():
            self.currency.setCurrentText(pay.currency or "")
        self.period.setCurrentIndex(max(0, self.period.findData(pay.period)))

    def flush(self) -> None:
        """Commit at once what has been typed, if it can be read."""
        self.least.flush()
        self.most.flush()
        self._commit()

    def add_beside(self, widget: QWidget) -> None:
        """Add something that stands beside the field where there is room, else below."""
        self._flow.addWidget(widget)

    def sizeHint(self) -> QSize:
        """Everything beside each other."""
        hints = [self._flow.itemAt(at).sizeHint() for at in range(self._flow.count())]  # type: ignore[union-attr]
        width = sum(hint.width() for hint in hints) + _GAP * (len(hints) - 1)
        return QSize(width, max(hint.height() for hint in hints))

    def _build(self) -> None:
        self.least.setAccessibleName("Least pay")
        self.most.setAccessibleName("Most pay")
        self._flow = FlowLayout(self, gap=_GAP, line_gap=_GAP)
        self._flow.addWidget(_side_by_side(self.least, label("to", "text2"), self.most))
        self._flow.addWidget(_side_by_side(self.currency, self.period))
        self.setFocusProxy(self.least)

    def _warn(self, text: str) -> None:
        self.warning.emit(text or self._problem())

    def _problem(self) -> str:
        """What is wrong with the field as it stands, or ""."""
        least, most = self.least.amount(), self.most.amount()
        if not self.least.is_valid() or not self.most.is_valid():
            wrong = self.most if self.least.is_valid() else self.least
            return f"“{wrong.text().strip()}” isn’t an amount. Try 85,000 or 85k."
        if least is not None and most is not None and least > most:
            return "The least is more than the most."
        code = self.currency.currentText().strip()
        if code and self.pay().currency is None:
            return f"“{code}” isn’t a currency code. Try USD or EUR."
        return ""

    def _commit(self) -> None:
        self.warning.emit(self._problem())
        pay = self.pay()
        if pay.currency and self.currency.currentText() != pay.currency:
            self.currency.setCurrentText(pay.currency)
        readable = self.least.is_valid() and self.most.is_valid()
        if readable and pay != self._shown:
            self._shown = pay
            self.committed.emit(pay)


def _side_by_side(*widgets: QWidget) -> QWidget:
    group = QWidget()
    row = QHBoxLayout(group)
    row.setContentsMargins(0, 0, 0, 0)
    row.setSpacing(_GAP)
    for widget in widgets:
        row.addWidget(widget)
    return group


def _currency_box() -> QComboBox:
    box = QComboBox()
    box.setEditable(True)
    box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
    box.addItem("")
    box.addItems(CURRENCIES)
    box.setAccessibleName("Currency")
    box.setToolTip("Currency code, for example USD")
    _finish(box, 84)
    return box


def _period_box() -> QComboBox:
    box = QComboBox()
    box.addItem("per…", None)
    for period in reversed(PayPeriod):
        box.addItem(period_name(period), period)
    box.setAccessibleName("Pay period")
    _finish(box, 108)
    return box


def _finish(box: QComboBox, width: int) -> None:
    box.setMinimumWidth(width)
    box.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
    box.setMaxVisibleItems(12)
    box.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    guard_wheel(box)
