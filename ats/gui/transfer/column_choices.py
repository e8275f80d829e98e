"""Which column of a file holds what: one choice per column, guessed and correctable."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QScrollArea, QVBoxLayout, QWidget

from ats.exchange.imports.day_cells import DateOrder
from ats.exchange.imports.field_headers import STAGE_FIELDS, Field
from ats.gui.controls.elided_label import ElidedLabel
from ats.gui.controls.field import label
from ats.gui.controls.number_field import guard_wheel
from ats.gui.theme import Space, TextStyle, theme
from ats.gui.transfer.field_names import FIELD_NAMES, ORDER_NAMES

_EMS = 21
_SHARED = (*STAGE_FIELDS, Field.IGNORE)
_OFFERED = (Field.IGNORE, *(field for field in FIELD_NAMES if field is not Field.IGNORE))


class ColumnChoices(QWidget):
    """`changed` is sent when the person changed a column or the order of dates."""

    changed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._boxes: dict[str, QComboBox] = {}
        self._given_order: DateOrder | None = None
        self._order_label = label("Dates in numbers", "field")
        self.order = QComboBox()
        self.order.setAccessibleName("Dates in numbers")
        self.order.setSizeAdjustPolicy(
            self.order.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon
        )
        guard_wheel(self.order)
        for order, name in ORDER_NAMES.items():
            self.order.addItem(name, order.value)
        self.order.activated.connect(self._choose_order)
        self._order_label.setBuddy(self.order)
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(Space.M)
        self._grid.setVerticalSpacing(Space.S)
        self._grid.setColumnStretch(0, 2)
        self._grid.setColumnStretch(1, 3)
        self._build()
        theme().changed.connect(self._measure)
        self._measure()

    def show_columns(
        self, headers: Sequence[str], mapping: Mapping[str, str], *, fixed: bool
    ) -> None:
        """Show the columns of a file and what they hold; `fixed` for the program's own files."""
        if list(self._boxes) != list(headers):
            self._make(headers)
        for header, box in self._boxes.items():
            box.setCurrentIndex(_OFFERED.index(Field(mapping.get(header, Field.IGNORE))))
            box.setEnabled(not fixed)

    def show_order(self, order: DateOrder | None) -> None:
        """Show how dates were read; nothing to choose where none are written in numbers."""
        shown = order if order is not None else self._given_order
        for widget in (self._order_label, self.order):
            widget.setVisible(shown is not None)
        if shown is not None:
            self.order.setCurrentIndex(list(ORDER_NAMES).index(shown))

    def forget(self) -> None:
        """Forget the person's answers, for another file."""
        self._given_order = None
        self._make([])

    def mapping(self) -> dict[str, str]:
        """Header to field, for every column."""
        return {header: self._field(box).value for header, box in self._boxes.items()}

    def given_order(self) -> DateOrder | None:
        """The order of dates the person chose."""
        return self._given_order

    def box(self, header: str) -> QComboBox:
        return self._boxes[header]

    def _measure(self) -> None:
        """Room for the names of columns at any size of text."""
        self.setMinimumWidth(_EMS * theme().pixels(TextStyle.BODY))

    def _field(self, box: QComboBox) -> Field:
        return _OFFERED[box.currentIndex()]

    def _choose(self, header: str) -> None:
        """Two columns can't hold the same: the other one is kept as an extra."""
        field = self._field(self._boxes[header])
        for other, box in self._boxes.items():
            if other != header and field not in _SHARED and self._field(box) is field:
                box.setCurrentIndex(_OFFERED.index(Field.IGNORE))
        self.changed.emit()

    def _choose_order(self, at: int) -> None:
        self._given_order = list(ORDER_NAMES)[at]
        self.changed.emit()

    def _make(self, headers: Sequence[str]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.setParent(None)
                widget.deleteLater()
        self._boxes = {}
        for line, header in enumerate(headers):
            box = QComboBox()
            box.addItems([FIELD_NAMES[field] for field in _OFFERED])
            box.setItemData(0, "The text is kept with the application", Qt.ItemDataRole.ToolTipRole)
            box.setAccessibleName(f"Column {header}")
            box.setMaxVisibleItems(16)
            box.setSizeAdjustPolicy(box.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(8)
            guard_wheel(box)
            box.activated.connect(lambda _=0, header=header: self._choose(header))
            self._grid.addWidget(ElidedLabel(header), line, 0)
            self._grid.addWidget(box, line, 1)
            self._boxes[header] = box

    def _build(self) -> None:
        inner = QWidget()
        inner.setObjectName("plain")
        column = QVBoxLayout(inner)
        column.setContentsMargins(0, 0, Space.M, Space.S)
        column.setSpacing(Space.S)
        column.addLayout(self._grid)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(Space.S)
        outer.addWidget(label("Columns", "subtitle"))
        outer.addWidget(scroll, 1)
        outer.addWidget(self._order_label)
        outer.addWidget(self.order)
