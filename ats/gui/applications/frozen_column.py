"""Keeps the first column of a table in sight: a second view of it, laid over the table."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QRect, Qt
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
)


class FrozenColumn(QTableView):
    """Shows column 0 of `table`; shares its model, selection and scrolling. The keyboard stays
    with the table."""

    def __init__(self, table: QTableView, delegate: QAbstractItemDelegate) -> None:
        super().__init__(table)
        self._table = table
        self.setFocusProxy(table)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.verticalHeader().hide()
        for policy in (self.setVerticalScrollBarPolicy, self.setHorizontalScrollBarPolicy):
            policy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setSelectionBehavior(table.selectionBehavior())
        self.setSelectionMode(table.selectionMode())
        self.setEditTriggers(table.editTriggers())
        self.setModel(table.model())
        self.setSelectionModel(table.selectionModel())
        self.setItemDelegate(delegate)
        for section in range(1, table.model().columnCount()):
            self.setColumnHidden(section, True)
        self._edge = QFrame(self)
        self._edge.setProperty("line", "vertical")
        self._edge.setFixedWidth(1)
        self._edge.hide()
        self._follow()
        self.place()

    def place(self) -> None:
        """Cover the first column of the table."""
        table = self._table
        header = table.horizontalHeader()
        left = table.frameWidth()
        height = header.height() + table.viewport().height()
        self.setGeometry(QRect(left, table.frameWidth(), table.columnWidth(0), height))
        self.horizontalHeader().setFixedHeight(header.height())
        self._edge.setGeometry(self.width() - 1, 0, 1, height)
        self._edge.raise_()
        self.setVisible(table.columnWidth(0) < table.viewport().width())

    def set_row_height(self, height: int) -> None:
        rows = self.verticalHeader()
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setMinimumSectionSize(height)
        rows.setDefaultSectionSize(height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # The type comes first: while the table is being deleted it has no viewport to ask for.
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Show):
            self.place()
        return super().eventFilter(watched, event)

    def _follow(self) -> None:
        """Scroll and resize with the table."""
        table, header = self._table, self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.sectionResized.connect(self._resized_here)
        table.horizontalHeader().sectionResized.connect(self._resized_there)
        bar, own = table.verticalScrollBar(), self.verticalScrollBar()
        bar.valueChanged.connect(own.setValue)
        own.valueChanged.connect(bar.setValue)
        table.horizontalScrollBar().valueChanged.connect(lambda at: self._edge.setVisible(at > 0))
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.viewport().installEventFilter(self)

    def _resized_here(self, section: int, _old: int, new: int) -> None:
        if section == 0 and self._table.columnWidth(0) != new:
            self._table.setColumnWidth(0, new)

    def _resized_there(self, section: int, _old: int, new: int) -> None:
        if section == 0:
            if self.columnWidth(0) != new:
                self.setColumnWidth(0, new)
            self.place()
