"""Buttons: text, icon only, split, and the one that shows and changes the stage."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAction,
    QColor,
    QIcon,
    QKeyEvent,
    QKeySequence,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QToolButton,
    QWidget,
)

from ats.domain.stage import Outcome, Stage, StageKind
from ats.domain.words import outcome_name
from ats.gui.controls.choice_menu import ChoiceMenu
from ats.gui.controls.glyphs import stage_icon
from ats.gui.icons import icon
from ats.gui.theme import Radius, Space, TextStyle, theme

_AIR = 5  # between icon and text, besides what the style leaves
_LEADING = 12

_ICON_ROLES = {"primary": "on_accent", "danger": "danger", "ghost": "text2", "link": "accent"}


def pressed_by_enter(button: QAbstractButton, event: QKeyEvent) -> bool:
    """Press the focused `button` where the key is Enter; whether it was. Qt leaves Enter to the
    default button of a dialog, and a page has none."""
    enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
    plain = not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    pressed = enter and plain and not event.isAutoRepeat()
    if pressed:
        button.click()
    return pressed


def button(
    text: str, variant: str = "secondary", icon_name: str = "", parent: QWidget | None = None
) -> QPushButton:
    """A push button; `variant` is primary, secondary, ghost, danger or link."""
    made = _Button(text, parent)
    made.setProperty("variant", variant)
    if icon_name:
        made.setIcon(icon(icon_name, _ICON_ROLES.get(variant, "text2")))
        made.setIconSize(_icon_size(bool(text)))
    made.setAutoDefault(False)
    return made


class _Button(QPushButton):
    """Draws the second line of the focus ring, which a filled button needs to be seen."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if self.hasFocus() and self.property("variant") == "primary":
            painter = QPainter(self)
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            painter.setPen(QPen(theme().colour("on_accent"), 1.5))
            frame = QRectF(self.rect()).adjusted(2.75, 2.75, -2.75, -2.75)
            painter.drawRoundedRect(frame, Radius.SMALL, Radius.SMALL)
            painter.end()


def _icon_size(beside_text: bool) -> QSize:
    """The size of a button's icon; beside text with air, which the style sheet cannot give."""
    side = theme().metrics.icon
    return QSize(side + _AIR if beside_text else side, side)


class IconButton(QToolButton):
    """A button without text. `name` is spoken and is the tooltip, so it cannot be left out."""

    def __init__(
        self,
        icon_name: str,
        name: str,
        parent: QWidget | None = None,
        *,
        colour_role: str = "text2",
        shortcut: QKeySequence | QKeySequence.StandardKey | str | None = None,
    ) -> None:
        super().__init__(parent)
        self._colour_role = colour_role
        self._shortcut_words = ""
        if shortcut is not None:
            self.setShortcut(QKeySequence(shortcut))
            self._shortcut_words = self.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self.show_as(icon_name, name)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def show_as(self, icon_name: str, name: str) -> None:
        """Change the drawing and the name, for example when the button toggles."""
        self.setIcon(icon(icon_name, self._colour_role))
        self.setIconSize(_icon_size(beside_text=False))
        self.setAccessibleName(name)
        self.setToolTip(f"{name} ({self._shortcut_words})" if self._shortcut_words else name)


class SplitButton(QWidget):
    """A primary button with a second, narrow one that opens a menu of related actions."""

    clicked = Signal()

    def __init__(
        self, text: str, icon_name: str = "", menu_name: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        self.main = button(text, "primary", icon_name)
        self.main.setProperty("split", "left")
        self.main.clicked.connect(self.clicked)
        self.arrow = button("", "primary")
        self.arrow.setProperty("split", "right")
        self.arrow.setIcon(icon("chevron-down", "on_accent"))
        name = menu_name or f"More ways: {text}"
        self.arrow.setAccessibleName(name)
        self.arrow.setToolTip(name)
        self._menu = QMenu(self)
        self.arrow.setMenu(self._menu)
        row.addWidget(self.main)
        row.addWidget(self.arrow)
        self.setFocusProxy(self.main)

    def menu(self) -> QMenu:
        """The menu behind the arrow; add actions to it."""
        return self._menu

    def set_actions(self, main: QAction, others: Sequence[QAction]) -> None:
        """Bind the button to `main` (its trigger and enabledness) and the menu to `others`."""
        self.main.clicked.disconnect(self.clicked)
        self.main.clicked.connect(main.trigger)
        main.enabledChanged.connect(self.main.setEnabled)
        self._menu.clear()
        self._menu.addActions(list(others))


class LeadingButton(QPushButton):
    """A push button whose icon and text start at its leading edge, for menus and side bars.
    `trailing` is a short text at the other end: a count, or a shortcut."""

    def __init__(
        self,
        text: str = "",
        variant: str = "secondary",
        icon_name: str = "",
        trailing: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(text, parent)
        self._trailing = trailing
        self.setProperty("variant", variant)
        self.setAutoDefault(False)
        if icon_name:
            self.setIcon(icon(icon_name))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if not pressed_by_enter(self, event):
            super().keyPressEvent(event)

    def set_trailing(self, text: str) -> None:
        self._trailing = text
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        metrics = self.fontMetrics()
        words = metrics.size(Qt.TextFlag.TextShowMnemonic, self.text()).width() + 2
        width = 2 * _LEADING + words + (0 if self.icon().isNull() else self._icon_room())
        if self._trailing:
            width += metrics.horizontalAdvance(self._trailing) + Space.L
        if self.menu():
            width += theme().metrics.icon + Space.S
        return QSize(width, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:
        return QSize(min(self.sizeHint().width(), 88), self.sizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionButton()
        self.initStyleOption(option)
        words, picture = option.text, self.icon()
        option.text, option.icon = "", QIcon()
        painter = QStylePainter(self)
        painter.drawControl(QStyle.ControlElement.CE_PushButton, option)
        area = self.rect().adjusted(_LEADING, 0, -_LEADING, 0)
        if not picture.isNull():
            self._paint_icon(painter, area, picture)
            area.setLeft(area.left() + self._icon_room())
        if self.menu():
            area.setRight(area.right() - theme().metrics.icon - Space.XS)
        if self._trailing:
            self._paint_words(painter, area, self._trailing, Qt.AlignmentFlag.AlignRight)
            area.setRight(
                area.right() - painter.fontMetrics().horizontalAdvance(self._trailing) - Space.S
            )
        if self.isChecked():
            painter.setFont(theme().font(TextStyle.STRONG))
        self._paint_words(painter, area, words, Qt.AlignmentFlag.AlignLeft)
        painter.end()

    def _paint_icon(self, painter: QStylePainter, area: QRect, picture: QIcon) -> None:
        side = theme().metrics.icon
        spot = QRect(area.left(), area.top() + (area.height() - side) // 2, side, side)
        mode = QIcon.Mode.Normal if self.isEnabled() else QIcon.Mode.Disabled
        picture.paint(painter, self._mirrored(spot), Qt.AlignmentFlag.AlignCenter, mode)

    def _paint_words(
        self, painter: QStylePainter, area: QRect, words: str, side: Qt.AlignmentFlag
    ) -> None:
        shown = painter.fontMetrics().elidedText(
            words, Qt.TextElideMode.ElideRight, area.width(), Qt.TextFlag.TextShowMnemonic
        )
        flags = side | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextShowMnemonic
        painter.setPen(self._colour())
        painter.drawText(area, int(flags), shown)

    def _colour(self) -> QColor:
        """What the style sheet says for this variant; Qt keeps the colours of states to itself."""
        if not self.isEnabled():
            return theme().colour("muted")
        variant = self.property("variant")
        if variant in ("primary", "danger", "link"):
            return theme().colour(_ICON_ROLES.get(variant, "text"))
        quiet = variant in ("nav", "search", "ghost") and not self.isChecked()
        return theme().colour("text2" if quiet else "text")

    def _mirrored(self, spot: QRect) -> QRect:
        return QStyle.visualRect(self.layoutDirection(), self.rect(), spot)

    def _icon_room(self) -> int:
        return theme().metrics.icon + Space.S + 1


class StageButton(LeadingButton):
    """Shows the stage an application is at; its menu moves it. `chosen` carries the Stage and
    the Outcome, which is None except for a closed stage."""

    chosen = Signal(object, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._stages: tuple[Stage, ...] = ()
        self._current: tuple[Stage | None, Outcome | None] = (None, None)
        self._menu = ChoiceMenu(self)
        self._menu.aboutToShow.connect(self._fill)
        self.setMenu(self._menu)

    def show_stage(self, stage: Stage, outcome: Outcome | None, stages: Sequence[Stage]) -> None:
        """Show `stage`; offer `stages` (in order, without archived ones)."""
        self._stages, self._current = tuple(stages), (stage, outcome)
        words = f"{stage.name}: {outcome_name(outcome)}" if outcome else stage.name
        self.setText(words.replace("&", "&&"))
        self.setIcon(stage_icon(stage.kind, outcome))
        self.setAccessibleName(f"Stage: {words}")
        self.setToolTip("Change stage")

    def _fill(self) -> None:
        self._menu.clear()
        for stage in self._stages:
            if stage.kind is StageKind.CLOSED:
                self._add_closed(stage)
            else:
                self._add(self._menu, stage.name, stage, None)

    def _add_closed(self, stage: Stage) -> None:
        self._menu.addSeparator()
        outcomes = ChoiceMenu(stage.name.replace("&", "&&"), self._menu)
        outcomes.setIcon(stage_icon(stage.kind))
        self._menu.addMenu(outcomes)
        for outcome in Outcome:
            self._add(outcomes, outcome_name(outcome), stage, outcome)

    def _add(self, menu: QMenu, text: str, stage: Stage, outcome: Outcome | None) -> None:
        action = menu.addAction(stage_icon(stage.kind, outcome), text.replace("&", "&&"))
        action.setEnabled((stage, outcome) != self._current)
        action.triggered.connect(lambda: self.chosen.emit(stage, outcome))
