"""A date that may be empty: typed in many ways, or picked from a calendar."""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable

from PySide6.QtCore import QDate, QEvent, QLocale, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QTextCharFormat
from PySide6.QtWidgets import QCalendarWidget, QLineEdit, QToolButton, QVBoxLayout, QWidget

from ats.gui.amounts import date_text, read_date
from ats.gui.icons import icon
from ats.gui.theme import theme

_WIDE = "Wed 30 Nov 2026"
_CURSOR = 2


class DateField(QLineEdit):
    """`committed` carries the date or None, when leaving the field or picking; text that is no
    date stays, with a sentence in `warning`, and commits nothing."""

    committed = Signal(object)
    warning = Signal(str)

    def __init__(
        self,
        today: Callable[[], dt.date],
        parent: QWidget | None = None,
        *,
        placeholder: str = "No date",
        whole: bool = False,
    ) -> None:
        super().__init__(parent)
        self._whole = whole
        self._today = today
        self._date: dt.date | None = None
        self._calendar: _Calendar | None = None
        self.setPlaceholderText(placeholder)
        self.setToolTip("For example 4 Nov, tomorrow, fri or +3. Alt+Down opens a calendar.")
        pick = self.addAction(icon("calendar"), QLineEdit.ActionPosition.TrailingPosition)
        pick.setText("Open calendar")
        pick.setToolTip("Open calendar")
        pick.triggered.connect(self.open_calendar)
        self.returnPressed.connect(self.flush)

    def minimumSizeHint(self) -> QSize:
        """With `whole` never narrower than a date with its day and year."""
        hint = super().minimumSizeHint()
        if self._whole:
            # What is around the text is what the usual width, 17 letters x, has beyond them.
            metrics = self.fontMetrics()
            around = self.sizeHint().width() - 17 * metrics.horizontalAdvance("x")
            hint.setWidth(around + metrics.horizontalAdvance(_WIDE) + _CURSOR)
        return hint

    def date(self) -> dt.date | None:
        """The date last shown or committed."""
        return self._date

    def set_date(self, on: dt.date | None) -> None:
        """Show a date, unless the person is typing another."""
        typing = self.hasFocus() and self.isModified()
        self._date = on
        if not typing:
            self._show()

    def open_calendar(self) -> None:
        if self._calendar is None:
            self._calendar = _Calendar(self)
            self._calendar.picked.connect(self._pick)
        self._calendar.open_at(self, self._date or self._today(), self._today())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Down and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            self.open_calendar()
        elif event.key() == Qt.Key.Key_Escape and self.isModified():
            self._show()
            self.warning.emit("")
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.flush()

    def flush(self) -> None:
        """Commit at once what has been typed, if it is a date."""
        if not self.isModified():
            return
        on = read_date(self.text(), self._today(), day_first=_day_first(self.locale()))
        if self.text().strip() and on is None:
            self.warning.emit(f"“{self.text().strip()}” isn’t a date. Try 4 Nov or 2026-11-04.")
            return
        self._take(on)

    def _pick(self, on: dt.date | None) -> None:
        self._take(on)
        self.setFocus(Qt.FocusReason.PopupFocusReason)

    def _take(self, on: dt.date | None) -> None:
        changed, self._date = on != self._date, on
        self._show()
        self.warning.emit("")
        if changed:
            self.committed.emit(on)

    def _show(self) -> None:
        self.setText(date_text(self._date, self._today()) if self._date else "")
        self.setModified(False)


def _day_first(locale: QLocale) -> bool:
    order = locale.dateFormat(QLocale.FormatType.ShortFormat).lower()
    return order.find("d") < order.find("m")


class _Calendar(QWidget):
    """The calendar in a popup; Escape or a click outside closes it."""

    picked = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        column = QVBoxLayout(self)
        column.setContentsMargins(1, 1, 1, 1)
        self.setObjectName("calendar-popup")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._days = QCalendarWidget()
        self._days.setHorizontalHeaderFormat(QCalendarWidget.HorizontalHeaderFormat.ShortDayNames)
        self._days.setMinimumSize(9 * theme().metrics.control, 8 * theme().metrics.control)
        self._days.setVerticalHeaderFormat(QCalendarWidget.VerticalHeaderFormat.NoVerticalHeader)
        self._days.setAccessibleName("Calendar")
        self._name_arrows()
        self._days.activated.connect(self._take)
        self._days.clicked.connect(self._take)
        column.addWidget(self._days)
        theme().changed.connect(self._dress)
        self._dress()

    def open_at(self, field: QWidget, on: dt.date, today: dt.date) -> None:
        self._days.setSelectedDate(QDate(on.year, on.month, on.day))
        self._mark(today)
        self.move(field.mapToGlobal(QPoint(0, field.height() + 2)))
        self.show()
        self._days.setFocus(Qt.FocusReason.PopupFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LocaleChange:
            self._days.setLocale(self.locale())

    def _take(self, on: QDate) -> None:
        self.close()
        self.picked.emit(dt.date(on.year(), on.month(), on.day()))

    def _name_arrows(self) -> None:
        """The calendar's own arrows are bitmaps in a fixed colour, and have no names."""
        arrows = {"prevmonth": ("chevron-left", "Previous month")}
        arrows["nextmonth"] = ("chevron-right", "Next month")
        for part, (drawing, name) in arrows.items():
            arrow = self._days.findChild(QToolButton, f"qt_calendar_{part}")
            if arrow is not None:
                arrow.setIcon(icon(drawing))
                arrow.setAccessibleName(name)
                arrow.setToolTip(name)

    def _dress(self) -> None:
        """Weekends in the text colour: red means overdue here."""
        plain = QTextCharFormat()
        plain.setForeground(theme().colour("text2"))
        for weekend in (Qt.DayOfWeek.Saturday, Qt.DayOfWeek.Sunday):
            self._days.setWeekdayTextFormat(weekend, plain)
        header = QTextCharFormat()
        header.setForeground(theme().colour("muted"))
        header.setBackground(theme().colour("raised"))
        self._days.setHeaderTextFormat(header)

    def _mark(self, today: dt.date) -> None:
        self._days.setDateTextFormat(QDate(), QTextCharFormat())
        marked = QTextCharFormat()
        marked.setFontWeight(700)
        marked.setForeground(theme().colour("accent"))
        self._days.setDateTextFormat(QDate(today.year, today.month, today.day), marked)
