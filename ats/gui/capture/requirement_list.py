"""The requirements found, each with a box: unchecked ones are not kept."""

from __future__ import annotations

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QMenu,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from ats.domain.posting import RequirementKind
from ats.domain.words import requirement_kind_name
from ats.gui.capture.requirement_model import ITEM, Item, RequirementModel
from ats.gui.theme import Radius, Space, TextStyle, theme

_BOX = 18
_TEXT_LEFT = Space.XS + _BOX + Space.S
_KEYS = {
    RequirementKind.MUST: Qt.Key.Key_M,
    RequirementKind.NICE: Qt.Key.Key_N,
    RequirementKind.DUTY: Qt.Key.Key_W,
    RequirementKind.CONDITION: Qt.Key.Key_C,
}


class RequirementList(QListView):
    """As high as its rows; the page around it scrolls. Space keeps or leaves out, F2 edits, and
    M N W C choose the kind. `pointed` carries the key of the row the person is at."""

    pointed = Signal(str)

    def __init__(self, model: RequirementModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self._current = ""
        self.setModel(model)
        self._delegate = _Delegate(self)
        self.setItemDelegate(self._delegate)
        self.setProperty("surface", "plain")
        self.setAccessibleName("Requirements found")
        self.setAccessibleDescription("Space keeps or leaves out. M, N, W and C choose the kind")
        self.setEditTriggers(
            QAbstractItemView.EditTrigger.DoubleClicked
            | QAbstractItemView.EditTrigger.EditKeyPressed
        )
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setMouseTracking(True)
        model.modelReset.connect(self._restore)
        theme().changed.connect(self._fit)
        self._fit()

    def current_item(self) -> Item | None:
        index = self.currentIndex()
        found = index.data(ITEM) if index.isValid() else None
        return found if isinstance(found, Item) else None

    def go_to(self, key: str) -> None:
        """Make the item with this key the current one."""
        row = self._model.row_of(key)
        if row is not None:
            self.setCurrentIndex(self._model.index(row))

    def finish_editing(self) -> None:
        """Take what stands in an open editor."""
        editor = self._delegate.editor
        if editor is not None:
            self.commitData(editor)
            self.closeEditor(editor, QStyledItemDelegate.EndEditHint.NoHint)

    def set_kind(self, kind: RequirementKind) -> None:
        """Give the current item another kind; it moves to that group and stays current."""
        item = self.current_item()
        if item is not None and item.kind is not kind:
            self._model.set_kind(item.key, kind)

    def menu(self) -> QMenu:
        """What can be done with the current item."""
        menu = QMenu(self)
        item = self.current_item()
        for kind, key in _KEYS.items():
            letter = chr(key.value)
            action = menu.addAction(f"{requirement_kind_name(kind)}\t{letter}")
            action.setCheckable(True)
            action.setChecked(item is not None and item.kind is kind)
            action.triggered.connect(lambda _=False, kind=kind: self.set_kind(kind))
        menu.addSeparator()
        menu.addAction("Edit\tF2").triggered.connect(lambda: self.edit(self.currentIndex()))
        return menu

    def keyPressEvent(self, event: QKeyEvent) -> None:
        item = self.current_item()
        plain = event.modifiers() == Qt.KeyboardModifier.NoModifier
        kind = next((kind for kind, key in _KEYS.items() if key == event.key()), None)
        if plain and item is not None and event.key() == Qt.Key.Key_Space:
            self.toggle(self.currentIndex())
        elif plain and item is not None and kind is not None:
            self.set_kind(kind)
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            event.ignore()  # for the page
        else:
            super().keyPressEvent(event)

    def toggle(self, index: QModelIndex) -> None:
        """Keep what was left out, leave out what was kept."""
        kept = index.data(Qt.ItemDataRole.CheckStateRole) == Qt.CheckState.Checked
        state = Qt.CheckState.Unchecked if kept else Qt.CheckState.Checked
        self._model.setData(index, state.value, Qt.ItemDataRole.CheckStateRole)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
        index = self.indexAt(event.pos()) if by_mouse else self.currentIndex()
        if index.data(ITEM) is None:
            return
        self.setCurrentIndex(index)
        below = self.visualRect(index).bottomLeft()
        menu = self.menu()
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.viewport().mapToGlobal(event.pos() if by_mouse else below))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        point = event.position().toPoint()
        index = self.indexAt(point)
        in_box = point.x() < _TEXT_LEFT if not self.isRightToLeft() else False
        if event.button() == Qt.MouseButton.LeftButton and in_box and index.data(ITEM) is not None:
            self.toggle(index)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        if event.position().x() < _TEXT_LEFT:
            self.mousePressEvent(event)
        else:
            super().mouseDoubleClickEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self.current_item() is None:
            first = next((item for item in self._model.items), None)
            if first is not None:
                self.setCurrentIndex(self._model.index(1))
        elif event.reason() != Qt.FocusReason.MouseFocusReason:
            self.pointed.emit(self._current)
        self.viewport().update()

    def currentChanged(
        self,
        current: QModelIndex | QPersistentModelIndex,
        previous: QModelIndex | QPersistentModelIndex,
    ) -> None:
        super().currentChanged(current, previous)
        item = current.data(ITEM) if current.isValid() else None
        if isinstance(item, Item):
            self._current = item.key
            self.pointed.emit(item.key)

    def sizeHint(self) -> QSize:
        rows = range(self._model.rowCount())
        return QSize(200, sum(self.sizeHintForRow(row) for row in rows) + 2)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()

    def _restore(self) -> None:
        self._fit()
        if self._current:
            self.go_to(self._current)

    def _fit(self) -> None:
        self.setFixedHeight(self.sizeHint().height())
        self.updateGeometry()


class _Delegate(QStyledItemDelegate):
    """Paints headings of groups, and items as a box and their words on one line. `editor` is
    the one that is open."""

    def __init__(self, parent: RequirementList) -> None:
        super().__init__(parent)
        self._list = parent
        self.editor: QWidget | None = None

    def createEditor(
        self,
        parent: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> QWidget:
        self.editor = super().createEditor(parent, option, index)
        return self.editor

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Ctrl+Enter ends the editing and goes on to the page; plain Enter only ends it."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier:
                self._list.finish_editing()
                QCoreApplication.sendEvent(self._list, event)
                return True
        return super().eventFilter(watched, event)

    def destroyEditor(self, editor: QWidget, index: QModelIndex | QPersistentModelIndex) -> None:
        self.editor = None
        super().destroyEditor(editor, index)

    def sizeHint(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> QSize:
        heading = index.data(ITEM) is None
        style = TextStyle.CAPTION_STRONG if heading else TextStyle.BODY
        line = QFontMetrics(theme().font(style)).height()
        least = 0 if heading else theme().metrics.target
        return QSize(100, max(line + Space.S, least) + Space.XXS)

    def paint(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        painter.save()
        item = index.data(ITEM)
        if isinstance(item, Item):
            self._paint_item(painter, option, item)
        else:
            painter.setFont(theme().font(TextStyle.CAPTION_STRONG))
            painter.setPen(theme().colour("text2"))
            rect = option.rect.adjusted(Space.XXS, 0, 0, -Space.XXS)
            painter.drawText(
                rect, Qt.AlignmentFlag.AlignBottom | Qt.AlignmentFlag.AlignLeft, index.data()
            )
        painter.restore()

    def updateEditorGeometry(
        self,
        editor: QWidget,
        option: QStyleOptionViewItem,
        index: QModelIndex | QPersistentModelIndex,
    ) -> None:
        editor.setGeometry(option.rect.adjusted(_TEXT_LEFT - Space.S, 0, 0, 0))

    def _paint_item(self, painter: QPainter, option: QStyleOptionViewItem, item: Item) -> None:
        view = option.widget
        focused = bool(option.state & QStyle.StateFlag.State_HasFocus) and view.hasFocus()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if focused or option.state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(QPen(theme().colour("accent"), 2) if focused else Qt.PenStyle.NoPen)
            painter.setBrush(theme().colour("selected" if focused else "hover"))
            frame = QRectF(option.rect).adjusted(1, 1, -1, -1)
            painter.drawRoundedRect(frame, Radius.SMALL, Radius.SMALL)
        box = QStyleOptionViewItem(option)
        top = option.rect.top() + (option.rect.height() - _BOX) // 2
        box.rect = QRect(option.rect.left() + Space.XS, top, _BOX, _BOX)
        box.state = QStyle.StateFlag.State_Enabled | (
            QStyle.StateFlag.State_On if item.kept else QStyle.StateFlag.State_Off
        )
        primitive = QStyle.PrimitiveElement.PE_IndicatorItemViewItemCheck
        view.style().drawPrimitive(primitive, box, painter, view)
        area = option.rect.adjusted(_TEXT_LEFT, 0, -Space.XS, 0)
        font = theme().font(TextStyle.BODY)
        painter.setFont(font)
        painter.setPen(theme().colour("text" if item.kept else "muted"))
        words = QFontMetrics(font).elidedText(item.text, Qt.TextElideMode.ElideRight, area.width())
        painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)
