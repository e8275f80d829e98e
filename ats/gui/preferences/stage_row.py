"""One stage in the settings: its name to edit, its kind, and buttons to move or remove it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QWidget

from ats.domain.stage import Stage, StageKind
from ats.domain.words import counted, stage_kind_name
from ats.gui.controls.buttons import IconButton
from ats.gui.controls.choice_menu import ChoiceMenu
from ats.gui.controls.field import label
from ats.gui.controls.glyphs import StageGlyph, stage_icon
from ats.gui.theme import Space, theme

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}


class StageRow(QWidget):
    """`renamed` carries the new name, `moved` -1 or 1, `removed` the id of the stage its
    applications go to, or None where it has none."""

    renamed = Signal(str)
    moved = Signal(int)
    removed = Signal(object)

    def __init__(self, stage: Stage, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.stage = stage
        self._used, self._others = 0, tuple[Stage, ...]()
        self._glyph = StageGlyph(stage.kind, theme().metrics.icon)
        self.name = QLineEdit(stage.name)
        self.name.editingFinished.connect(self.flush)
        self.name.installEventFilter(self)
        self._kind = label("", "muted")
        self.up = IconButton("chevron-up", "Move up")
        self.down = IconButton("chevron-down", "Move down")
        self.remove = IconButton("trash-2", "Remove stage")
        self.up.clicked.connect(lambda: self.moved.emit(-1))
        self.down.clicked.connect(lambda: self.moved.emit(1))
        self.remove.clicked.connect(self._ask_where)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.S)
        row.addWidget(self._glyph)
        row.addWidget(self.name, 1)
        row.addWidget(self._kind)
        for part in (self.up, self.down, self.remove):
            row.addWidget(part)

    def show_stage(
        self, stage: Stage, used: int, others: Sequence[Stage], place: int, total: int
    ) -> None:
        """`used` counts the applications in it, also those in the Trash; `others` are the
        stages they could go to; `place` of `total` is where it stands."""
        if not self.name.hasFocus() or self.name.text() == self.stage.name:
            self.show_name(stage.name)
        self.stage, self._used, self._others = stage, used, tuple(others)
        self.name.setAccessibleName(f"Stage {place + 1} of {total}")
        holds = f", {counted(used, 'application')}" if used else ""
        self._kind.setText(f"{stage_kind_name(stage.kind)}{holds}")
        self._kind.setFixedWidth(max(180, self._kind.sizeHint().width()))
        self.up.setEnabled(place > 0)
        self.down.setEnabled(place < total - 1)
        self.remove.setEnabled(total > 1)
        for part, verb in ((self.up, "up"), (self.down, "down")):
            part.setAccessibleName(f"Move {stage.name} {verb}")
        self.remove.setAccessibleName(f"Remove stage {stage.name}")

    def show_name(self, name: str) -> None:
        if self.name.text() != name:
            self.name.setText(name)

    def flush(self) -> None:
        """Commit a changed name."""
        if self.name.text().strip() != self.stage.name:
            self.renamed.emit(self.name.text())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            step = _STEPS.get(Qt.Key(event.key()))
            if step and event.modifiers() == Qt.KeyboardModifier.AltModifier:
                self.moved.emit(step)
                return True
        return super().eventFilter(watched, event)

    def _ask_where(self) -> None:
        if not self._used:
            self.removed.emit(None)
            return
        menu = ChoiceMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        title = menu.addAction(f"Remove, and move {counted(self._used, 'application')} to:")
        title.setEnabled(False)
        for other in self._others:
            if other.kind is not StageKind.CLOSED or self.stage.kind is StageKind.CLOSED:
                action = menu.addAction(stage_icon(other.kind), other.name.replace("&", "&&"))
                action.triggered.connect(self._remover(other.id))
        menu.popup(self.remove.mapToGlobal(self.remove.rect().bottomLeft()))

    def _remover(self, target: int) -> Callable[[], None]:
        return lambda: self.removed.emit(target)
