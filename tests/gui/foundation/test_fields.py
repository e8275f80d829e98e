"""Fields that a person types into: they read, warn, keep and commit."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, time
from decimal import Decimal

import pytest
from PySide6.QtCore import QDate, Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCalendarWidget, QLabel, QLineEdit, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from ats.domain.money import Pay, PayPeriod
from ats.gui.controls.autosave_text import AutosaveLine, AutosaveText
from ats.gui.controls.date_field import DateField
from ats.gui.controls.field import Field
from ats.gui.controls.money_field import AmountField, MoneyField
from ats.gui.controls.number_field import NumberField, TimeField
from ats.gui.theme import Theme

TODAY = date(2026, 11, 23)


class Form(QWidget):
    """A window with one control and another to leave it for."""

    def __init__(self, *controls: QWidget) -> None:
        super().__init__()
        self.column = QVBoxLayout(self)
        self.elsewhere = QLineEdit()
        for control in (*controls, self.elsewhere):
            self.column.addWidget(control)
        self.column.addStretch(1)
        self.resize(400, 500)


Opened = Callable[..., Form]


@pytest.fixture
def opened(qtbot: QtBot) -> Iterator[Opened]:
    """Opens a form with the controls given, and keeps it until the test ends."""
    kept: list[Form] = []

    def open_form(*controls: QWidget) -> Form:
        form = Form(*controls)
        qtbot.addWidget(form)
        kept.append(form)
        with qtbot.waitActive(form):
            form.show()
            form.activateWindow()
        return form

    yield open_form
    kept.clear()


def retype(control: QLineEdit, text: str) -> None:
    control.setFocus()
    control.selectAll()
    QTest.keyClicks(control, text) if text else QTest.keyClick(control, Qt.Key.Key_Delete)


@pytest.fixture
def text(opened: Opened) -> AutosaveText:
    made = AutosaveText("Notes")
    opened(made)
    made.setFocus()
    return made


def test_text_is_committed_once_after_a_pause(text: AutosaveText, qtbot: QtBot) -> None:
    seen: list[str] = []
    text.committed.connect(seen.append)
    QTest.keyClicks(text, "abc")
    assert text.is_touched()
    assert not seen
    qtbot.waitUntil(lambda: bool(seen), timeout=2000)
    assert seen == ["abc"]
    assert not text.is_touched()


def test_text_is_committed_on_leaving(text: AutosaveText, qtbot: QtBot) -> None:
    QTest.keyClicks(text, "abc")
    with qtbot.waitSignal(text.committed) as committed:
        text.window().elsewhere.setFocus()  # type: ignore[attr-defined]
    assert committed.args == ["abc"]


def test_text_is_committed_when_its_page_goes(text: AutosaveText, qtbot: QtBot) -> None:
    QTest.keyClicks(text, "abc")
    with qtbot.waitSignal(text.committed):
        text.window().hide()


def test_the_store_does_not_overwrite_what_is_being_typed(text: AutosaveText) -> None:
    text.show_text("one")
    QTest.keyClick(text, Qt.Key.Key_End)
    QTest.keyClicks(text, "!")
    text.show_text("two")
    assert text.text() == "one!"
    text.flush()
    text.show_text("two")
    assert text.text() == "two"


def test_showing_the_same_text_moves_nothing(text: AutosaveText) -> None:
    text.show_text("one two")
    cursor = text.textCursor()
    cursor.setPosition(3)
    text.setTextCursor(cursor)
    text.show_text("one two")
    assert text.textCursor().position() == 3


def test_showing_commits_nothing(text: AutosaveText) -> None:
    seen: list[str] = []
    text.committed.connect(seen.append)
    text.show_text("from the store")
    text.flush()
    assert not seen


def test_undo_in_the_field_undoes_typing(text: AutosaveText) -> None:
    text.show_text("kept")
    QTest.keyClick(text, Qt.Key.Key_End, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(text, " more")
    QTest.keySequence(text, QKeySequence(QKeySequence.StandardKey.Undo))
    assert text.text() == "kept"


def test_a_long_text_makes_the_field_higher(text: AutosaveText, look: Theme) -> None:
    low = text.height()
    text.show_text("line\n" * 20)
    assert text.height() > low * 2
    high = text.height()
    look.set_text_scale(1.5)
    assert text.height() > high * 1.3


def test_a_line_commits_on_enter_and_not_twice(opened: Opened) -> None:
    line = AutosaveLine()
    opened(line)
    seen: list[str] = []
    line.committed.connect(seen.append)
    line.show_text("old")
    retype(line, "new")
    line.show_text("other")
    QTest.keyClick(line, Qt.Key.Key_Return)
    line.window().elsewhere.setFocus()  # type: ignore[attr-defined]
    assert seen == ["new"]
    assert line.text() == "new"


def test_pay_is_shown_and_read_back(opened: Opened) -> None:
    field = MoneyField()
    opened(field)
    pay = Pay.of(117_500, 132_200, "USD", PayPeriod.YEAR)
    field.set_pay(pay)
    assert (field.least.text(), field.most.text()) == ("117,500", "132,200")
    assert field.pay() == pay
    field.set_pay(Pay())
    assert field.pay() == Pay()


def test_pay_typed_is_committed_with_its_parts(opened: Opened) -> None:
    field = MoneyField()
    form = opened(field)
    seen: list[Pay] = []
    field.committed.connect(seen.append)
    field.set_pay(Pay(currency="EUR", period=PayPeriod.YEAR))
    retype(field.least, "80k")
    retype(field.most, "95.000,00")
    form.elsewhere.setFocus()
    assert seen[-1] == Pay.of(80_000, 95_000, "EUR", PayPeriod.YEAR)
    assert field.most.text() == "95,000"


def test_an_amount_that_is_none_stays_and_warns(opened: Opened) -> None:
    money = MoneyField()
    field = Field("Pay", money)
    form = opened(field)
    seen: list[Pay] = []
    money.committed.connect(seen.append)
    retype(money.least, "lots")
    form.elsewhere.setFocus()
    assert money.least.text() == "lots"
    assert field.warning() == "“lots” isn’t an amount. Try 85,000 or 85k."
    assert money.pay().least is None
    assert not seen
    retype(money.least, "85k")
    form.elsewhere.setFocus()
    assert field.warning() == ""
    assert len(seen) == 1


@pytest.mark.parametrize(
    ("least", "most", "code", "sentence"),
    [
        ("90k", "80k", "USD", "The least is more than the most."),
        ("80k", "90k", "dollars", "“dollars” isn’t a currency code. Try USD or EUR."),
    ],
)
def test_pay_that_makes_no_sense_warns(
    opened: Opened, least: str, most: str, code: str, sentence: str
) -> None:
    money = MoneyField()
    form = opened(money)
    warnings: list[str] = []
    money.warning.connect(warnings.append)
    retype(money.least, least)
    retype(money.most, most)
    editor = money.currency.lineEdit()
    retype(editor, code)
    form.elsewhere.setFocus()
    assert warnings[-1] == sentence


def test_a_currency_typed_in_small_letters_is_read(opened: Opened) -> None:
    money = MoneyField()
    form = opened(money)
    retype(money.currency.lineEdit(), "sek")
    form.elsewhere.setFocus()
    assert money.pay().currency == "SEK"
    assert money.currency.currentText() == "SEK"


def test_an_amount_being_typed_is_kept(opened: Opened) -> None:
    field = AmountField()
    opened(field)
    field.set_amount(Decimal(5))
    retype(field, "70")
    field.set_amount(Decimal(6))
    assert field.text() == "70"
    field.flush()
    assert field.amount() == 70


@pytest.fixture
def on(opened: Opened) -> DateField:
    made = DateField(lambda: TODAY)
    opened(made)
    return made


def test_a_date_typed_in_words_is_committed(on: DateField, qtbot: QtBot) -> None:
    retype(on, "4 nov")
    with qtbot.waitSignal(on.committed) as committed:
        QTest.keyClick(on, Qt.Key.Key_Return)
    assert committed.args == [date(2026, 11, 4)]
    assert on.text() == "Wed 4 Nov"


def test_an_empty_date_is_none(on: DateField, qtbot: QtBot) -> None:
    on.set_date(TODAY)
    retype(on, "")
    with qtbot.waitSignal(on.committed) as committed:
        on.window().elsewhere.setFocus()  # type: ignore[attr-defined]
    assert committed.args == [None]


def test_text_that_is_no_date_stays_and_warns(on: DateField, qtbot: QtBot) -> None:
    on.set_date(TODAY)
    retype(on, "31/02/2026")
    with qtbot.waitSignal(on.warning) as warned, qtbot.assertNotEmitted(on.committed):
        QTest.keyClick(on, Qt.Key.Key_Return)
    assert warned.args == ["“31/02/2026” isn’t a date. Try 4 Nov or 2026-11-04."]
    assert on.text() == "31/02/2026"
    assert on.date() == TODAY
    QTest.keyClick(on, Qt.Key.Key_Escape)
    assert on.text() == "Mon 23 Nov"


def test_a_date_is_picked_by_keyboard(on: DateField, qtbot: QtBot) -> None:
    on.set_date(TODAY)
    QTest.keyClick(on, Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    calendar = on.findChild(QCalendarWidget)
    assert calendar is not None
    assert calendar.selectedDate() == QDate(2026, 11, 23)
    with qtbot.waitSignal(on.committed) as committed:
        calendar.setSelectedDate(QDate(2026, 11, 30))
        calendar.activated.emit(calendar.selectedDate())
    assert committed.args == [date(2026, 11, 30)]
    assert not calendar.isVisible()


def test_a_time_is_read_and_shown(qtbot: QtBot, opened: Opened) -> None:
    field = TimeField()
    form = opened(field)
    retype(field, "3pm")
    with qtbot.waitSignal(field.committed) as committed:
        form.elsewhere.setFocus()
    assert committed.args == [time(15)]
    assert field.text() == "15:00"


def test_midnight_is_shown(qtbot: QtBot) -> None:
    field = TimeField()
    qtbot.addWidget(field)
    field.set_time(time(0))
    assert field.text() == "00:00"


def test_a_number_may_be_missing(opened: Opened) -> None:
    field = NumberField(1, 80, "hours")
    opened(field)
    seen: list[int | None] = []
    field.committed.connect(seen.append)
    field.set_number(40)
    assert field.text() == "40 hours"
    field.set_number(None)
    assert field.number() is None
    assert not seen
    QTest.keyClick(field, Qt.Key.Key_Up)
    assert seen == [1]


def test_an_emptied_number_is_none(opened: Opened) -> None:
    field = NumberField(1, 80, "hours")
    form = opened(field)
    seen: list[int | None] = []
    field.committed.connect(seen.append)
    field.set_number(40)
    retype(field.lineEdit(), "")
    form.elsewhere.setFocus()
    retype(field.lineEdit(), "38")
    form.elsewhere.setFocus()
    assert seen == [None, 38]


def test_a_field_names_and_explains_its_control(opened: Opened) -> None:
    control = QLineEdit()
    field = Field("&Role title", control, help_text="As the posting has it")
    opened(field)
    label = field.findChild(QLabel)
    assert label is not None
    assert label.buddy() is control
    assert control.accessibleName() == "Role title"
    assert control.accessibleDescription() == "As the posting has it"
    field.set_warning("No title in the text.")
    assert control.accessibleDescription() == "No title in the text."
    assert control.property("invalid") is True
    field.set_warning("")
    assert control.accessibleDescription() == "As the posting has it"
