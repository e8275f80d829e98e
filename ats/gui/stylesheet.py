"""The one style sheet, made from tokens. Plain text in and out; `theme.py` sets it.

Widgets are picked out by these dynamic properties:
`role` on labels, `variant` on push buttons, `surface` on frames, `invalid` on fields.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from string import Template

from ats.gui.tokens import Tokens

_STROKE = (
    '<svg xmlns="http://www.w3.org/2000/svg" width="16" height="16" viewBox="0 0 16 16" '
    'fill="none" stroke="{colour}" stroke-width="{width}" stroke-linecap="round" '
    'stroke-linejoin="round"><path d="{path}"/></svg>'
)
_CHECK = "M3.5 8.5l3 3 6-6.5"
_DOWN = "M4.5 6.5L8 10l3.5-3.5"
_UP = "M4.5 9.5L8 6l3.5 3.5"
_RIGHT = "M6.5 4.5L10 8l-3.5 3.5"
_DASH = "M4 8h8"

# name: path, colour role, stroke width in sixteenths of the picture
_IMAGES = {
    "check": (_CHECK, "on_accent", 1.7),
    "dash": (_DASH, "on_accent", 1.9),
    "tick": (_CHECK, "accent", 1.7),
    "down": (_DOWN, "text2", 1.5),
    "down-muted": (_DOWN, "muted", 1.5),
    "down-on-accent": (_DOWN, "on_accent", 1.6),
    "up": (_UP, "text2", 1.5),
    "right": (_RIGHT, "text2", 1.5),
}


def write_images(folder: str, tokens: Tokens) -> str:
    """Write the tinted pictures the style sheet refers to; return where, for `stylesheet`.

    Each theme has its own folder, because Qt keeps what it once loaded from a path.
    """
    place = Path(folder, "dark" if tokens.dark else "light")
    if not place.is_dir():
        place.mkdir(parents=True)
        for name, (path, role, width) in _IMAGES.items():
            drawing = _STROKE.format(colour=tokens.colour(role), width=width, path=path)
            (place / f"{name}.svg").write_text(drawing, encoding="utf-8")
    return place.as_posix()


def stylesheet(tokens: Tokens, control: int, sizes: Mapping[str, int], images: str) -> str:
    """The style sheet. `control` is the height of a control, `sizes` the text sizes by
    style name, both in device-independent pixels; `images` is what `write_images` gave."""
    values = {key: str(value) for key, value in asdict(tokens).items()}
    values |= {f"{name}_px": f"{pixels}px" for name, pixels in sizes.items()}
    values |= {
        "inner": f"{control - 2}px",  # a control within its 1 px border
        "inner_focus": f"{control - 4}px",  # and within the 2 px focus ring
        "dense": f"{control - 8}px",  # the least target
        "icon": f"{control // 2}px",
        "menu_pad": f"{max(5, (control - 20) // 2)}px",
        "images": images,
    }
    return "\n".join(Template(part).substitute(values) for part in _PARTS)


_GROUND = """
QMainWindow, QDialog { background: $surface; }
QWidget#sidebar { background: $window; border: none; border-right: 1px solid $border; }
QStatusBar { background: $window; color: $text2; }
QToolTip { background: $toast; color: $toast_text; border: 1px solid $toast;
    padding: 5px 8px; }
QSplitter::handle { background: $border; }
QSplitter::handle:horizontal { width: 1px; }
QSplitter::handle:vertical { height: 1px; }
QSplitter::handle:hover { background: $accent; }
QFrame[line="true"] { background: $border; border: none; max-height: 1px; min-height: 1px; }
QFrame[line="vertical"] { background: $border; border: none; max-width: 1px; min-width: 1px; }
QScrollArea { background: transparent; border: none; }
QScrollArea > QWidget > QWidget { background: transparent; }
QStackedWidget { background: transparent; }
QFrame[surface="window"], QWidget[surface="window"] { background: $window; }
QFrame[surface="surface"], QWidget[surface="surface"] { background: $surface; }
QFrame[surface="sunken"] { background: $sunken; border: none; border-radius: 12px; }
QFrame[surface="raised"] { background: $raised; border: 1px solid $border; border-radius: 8px; }
QFrame[surface="card"] { background: $raised; border: 1px solid $border; border-radius: 8px; }
QFrame[surface="bar"] { background: $window; border: 1px solid $border; border-radius: 8px; }
QFrame[surface="accent"] { background: $accent_soft; border: none; border-radius: 8px; }
QFrame[surface="warn"] { background: $warn_soft; border: none; border-radius: 8px; }
QFrame[surface="danger"] { background: $danger_soft; border: none; border-radius: 8px; }
QFrame[surface="ok"] { background: $ok_soft; border: none; border-radius: 8px; }
QFrame[surface="banner"] { background: $danger_soft; border: none;
    border-bottom: 1px solid $danger; }
QFrame[surface="banner-warn"] { background: $warn_soft; border: none;
    border-bottom: 1px solid $warn; }
QFrame[surface="banner-info"] { background: $accent_soft; border: none;
    border-bottom: 1px solid $accent; }
QGroupBox { border: none; margin: 0; padding: 0; }
"""

_LABELS = """
QLabel { background: transparent; }
QLabel[role="display"] { font-size: $display_px; font-weight: 600; color: $text; }
QLabel[role="title"] { font-size: $title_px; font-weight: 600; color: $text; }
QLabel[role="subtitle"] { font-size: $subtitle_px; font-weight: 600; color: $text; }
QLabel[role="strong"] { font-weight: 600; color: $text; }
QLabel[role="field"] { font-weight: 600; color: $text; }
QLabel[role="section"] { font-size: $caption_px; font-weight: 600; color: $text2; }
QLabel[role="text2"] { color: $text2; }
QLabel[role="muted"] { color: $muted; }
QLabel[role="caption"] { font-size: $caption_px; color: $muted; }
QLabel[role="caption2"] { font-size: $caption_px; color: $text2; }
QLabel[role="warn"] { font-size: $caption_px; color: $warn; }
QLabel[role="danger"] { font-size: $caption_px; color: $danger; }
QLabel[role="ok"] { font-size: $caption_px; color: $ok; }
QLabel[role="accent"] { color: $accent; font-weight: 600; }
QLabel[role="key"] { font-size: $caption_px; font-weight: 600; color: $text2;
    background: $sunken; border: 1px solid $border; border-radius: 4px; padding: 1px 5px; }
QLabel[role="toast"] { color: $toast_text; font-weight: 500; }
QLabel:disabled { color: $muted; }
QLabel[keys="true"]:focus { border: 2px solid $accent; border-radius: 4px; }
"""

_MENUS = """
QMenuBar { background: $window; color: $text2; border-bottom: 1px solid $border;
    padding: 0 8px; spacing: 0; }
QMenuBar::item { background: transparent; padding: 5px 12px; border-radius: 4px; }
QMenuBar::item:selected { background: $hover; color: $text; }
QMenuBar::item:pressed { background: $selected; color: $text; }
QMenu { background: $raised; color: $text; border: 1px solid $control_border;
    padding: 5px; }
QMenu::item { padding: $menu_pad 28px $menu_pad 10px; border-radius: 4px; margin: 0 1px; }
QMenu::icon { padding-left: 8px; }
QMenu::item:selected { background: $selected; color: $text; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $border; margin: 5px 6px; }
QMenu::indicator { width: $icon; height: $icon; left: 3px; }
QMenu::indicator:checked { image: url("$images/tick.svg"); }
QMenu::right-arrow { image: url("$images/right.svg"); width: $icon; height: $icon; right: 6px; }
"""

_FIELDS = """
QLineEdit, QPlainTextEdit, QTextEdit, QComboBox, QAbstractSpinBox {
    background: $surface; color: $text; border: 1px solid $control_border; border-radius: 6px;
    selection-background-color: $accent; selection-color: $on_accent;
    placeholder-text-color: $muted; }
QLineEdit, QComboBox, QAbstractSpinBox { min-height: $inner; padding: 0 9px; }
QPlainTextEdit, QTextEdit { padding: 6px 6px; }
QLineEdit:hover, QPlainTextEdit:hover, QTextEdit:hover, QComboBox:hover,
QAbstractSpinBox:hover { border-color: $text2; }
QLineEdit:focus, QComboBox:focus, QAbstractSpinBox:focus, QComboBox:on {
    border: 2px solid $accent; padding: 0 8px; min-height: $inner_focus; }
QPlainTextEdit:focus, QTextEdit:focus { border: 2px solid $accent; padding: 5px 5px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QTextEdit:disabled, QComboBox:disabled,
QAbstractSpinBox:disabled { color: $muted; background: $window; border-color: $border; }
QLineEdit:read-only, QPlainTextEdit[readOnly="true"], QTextEdit[readOnly="true"] {
    background: $window; border-color: $border; }
QLineEdit[invalid="true"], QComboBox[invalid="true"], QPlainTextEdit[invalid="true"] {
    border-color: $warn; }
QLineEdit[invalid="true"]:focus { border-color: $accent; }
QLineEdit[variant="bare"], QPlainTextEdit[variant="bare"], QTextEdit[variant="bare"] {
    border: 1px solid transparent; background: transparent; }
QLineEdit[variant="bare"]:hover, QPlainTextEdit[variant="bare"]:hover {
    border-color: $border; background: $window; }
QLineEdit[variant="bare"]:focus, QPlainTextEdit[variant="bare"]:focus {
    border: 2px solid $accent; background: $surface; }
QLineEdit[variant="palette"], QLineEdit[variant="palette"]:focus { border: none;
    background: transparent; padding: 0; min-height: $inner; font-size: $subtitle_px; }
QPlainTextEdit[variant="posting"], QTextEdit[variant="posting"],
QTextBrowser[variant="posting"] { background: $window; color: $text2;
    border: 1px solid $border; border-radius: 8px; padding: 8px 8px; }
QPlainTextEdit[variant="posting"]:focus, QTextEdit[variant="posting"]:focus,
QTextBrowser[variant="posting"]:focus { border: 2px solid $accent; padding: 7px 7px; }
QLineEdit QToolButton { min-width: 0; min-height: 0; padding: 0; border: none;
    background: transparent; }
QAbstractItemView QLineEdit { border: 2px solid $accent; border-radius: 4px; padding: 0 5px;
    min-height: 0; }
QComboBox { padding-right: 26px; }
QComboBox:focus, QComboBox:on { padding-right: 25px; }
QComboBox::drop-down { border: none; width: 24px; subcontrol-origin: border;
    subcontrol-position: center right; }
QComboBox::down-arrow { image: url("$images/down.svg"); width: $icon; height: $icon; }
QComboBox::down-arrow:disabled { image: url("$images/down-muted.svg"); }
QComboBox QLineEdit, QAbstractSpinBox QLineEdit { border: none; background: transparent;
    padding: 0; min-height: 0; }
QComboBox QAbstractItemView { background: $raised; color: $text; padding: 4px;
    border: 1px solid $control_border; selection-background-color: $selected;
    selection-color: $text; outline: none; }
QComboBox QAbstractItemView::item { min-height: 26px; padding: 0 6px; border-radius: 4px; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { border: none; width: 22px;
    subcontrol-origin: border; background: transparent; }
QAbstractSpinBox::up-button { subcontrol-position: top right; margin: 2px 2px 0 0; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; margin: 0 2px 2px 0; }
QAbstractSpinBox::up-button:hover, QAbstractSpinBox::down-button:hover { background: $hover;
    border-radius: 4px; }
QAbstractSpinBox::up-arrow { image: url("$images/up.svg"); width: 12px; height: 12px; }
QAbstractSpinBox::down-arrow { image: url("$images/down.svg"); width: 12px; height: 12px; }
QDateEdit::drop-down, QDateTimeEdit::drop-down { border: none; width: 24px;
    subcontrol-origin: border; subcontrol-position: center right; }
QDateEdit::down-arrow, QDateTimeEdit::down-arrow { image: url("$images/down.svg");
    width: $icon; height: $icon; }
QCalendarWidget QWidget { alternate-background-color: $window; }
QCalendarWidget QWidget#qt_calendar_navigationbar { background: $raised;
    border-bottom: 1px solid $border; }
QCalendarWidget QToolButton { min-height: 28px; padding: 0 8px; color: $text;
    font-weight: 600; border-radius: 4px; }
QCalendarWidget QToolButton::menu-indicator { image: none; }
QCalendarWidget QAbstractItemView { background: $raised; color: $text; border: none;
    selection-background-color: $accent; selection-color: $on_accent; outline: none; }
QCalendarWidget QAbstractItemView:disabled { color: $muted; }
QCalendarWidget QTableView::item { border: none; padding: 0; }
QCalendarWidget QTableView::item:selected { background: $accent; color: $on_accent; }
QWidget#calendar-popup { background: $raised; border: 1px solid $control_border; }
QCalendarWidget QSpinBox { min-height: 24px; min-width: 60px; }
"""

_BUTTONS = """
QPushButton { background: $raised; color: $text; border: 1px solid $control_border;
    border-radius: 6px; padding: 0 14px; min-height: $inner; font-weight: 500; outline: none; }
QPushButton:hover { background: $hover; }
QPushButton:pressed, QPushButton:open { background: $selected; }
QPushButton:checked { background: $selected; border-color: $accent; }
QPushButton:focus { border: 2px solid $accent; padding: 0 13px; min-height: $inner_focus; }
QPushButton:disabled { color: $muted; border-color: $border; background: transparent; }
QPushButton::menu-indicator { image: url("$images/down.svg"); width: $icon; height: $icon;
    subcontrol-origin: padding; subcontrol-position: center right; right: 8px; }
QPushButton[menu="true"] { padding: 0 30px 0 11px; }
QPushButton[menu="true"]:focus { padding: 0 29px 0 10px; }
QPushButton[variant="primary"] { background: $accent; color: $on_accent;
    border: 1px solid $accent; font-weight: 600; }
QPushButton[variant="primary"]:hover { background: $accent_hover; border-color: $accent_hover; }
QPushButton[variant="primary"]:pressed, QPushButton[variant="primary"]:open {
    background: $accent_pressed; border-color: $accent_pressed; }
QPushButton[variant="primary"]:focus { border: 2px solid $text; }
QPushButton[variant="primary"]:disabled { background: $hover; color: $muted;
    border-color: $hover; }
QPushButton[variant="danger"] { color: $danger; border-color: $danger; font-weight: 600; }
QPushButton[variant="danger"]:hover { background: $danger_soft; }
QPushButton[variant="danger"]:focus { border: 2px solid $accent; }
QPushButton[variant="danger"]:disabled { color: $muted; border-color: $border; }
QPushButton[variant="ghost"] { background: transparent; border: 1px solid transparent;
    color: $text2; padding: 0 10px; }
QPushButton[variant="ghost"]:hover { background: $hover; color: $text; }
QPushButton[variant="ghost"]:pressed, QPushButton[variant="ghost"]:open {
    background: $selected; }
QPushButton[variant="ghost"]:checked { background: $selected; color: $text; }
QPushButton[variant="ghost"]:focus { border: 2px solid $accent; padding: 0 9px; }
QPushButton[variant="ghost"]:disabled { color: $muted; }
QPushButton[variant="link"] { background: transparent; border: 1px solid transparent;
    color: $accent; font-weight: 600; padding: 0 4px; min-height: 24px; }
QPushButton[variant="link"]:hover { color: $accent_hover; text-decoration: underline; }
QPushButton[variant="link"]:focus { border: 2px solid $accent; padding: 0 3px;
    min-height: 22px; }
QPushButton[variant="link"]:disabled { color: $muted; }
QPushButton[variant="search"] { background: $surface; border: 1px solid $border;
    color: $text2; font-weight: 400; }
QPushButton[variant="search"]:hover { border-color: $control_border; }
QPushButton[variant="search"]:focus { border: 2px solid $accent; }
QPushButton[variant="nav"] { background: transparent; border: 1px solid transparent;
    color: $text2; }
QPushButton[variant="nav"]:hover { background: $hover; color: $text; }
QPushButton[variant="nav"]:checked { background: $selected; color: $text; font-weight: 600; }
QPushButton[variant="nav"]:focus { border: 2px solid $accent; }
QPushButton[variant="toast"] { background: transparent; border: 1px solid transparent;
    color: $toast_action; font-weight: 600; padding: 0 8px; min-height: 26px; }
QPushButton[variant="toast"]:hover { text-decoration: underline; }
QPushButton[variant="toast"]:focus { border: 2px solid $toast_action; padding: 0 7px;
    min-height: 24px; }
QPushButton[dense="true"] { padding: 0 5px; min-height: $dense; }
QPushButton[split="left"] { border-top-right-radius: 0; border-bottom-right-radius: 0; }
QPushButton[split="right"] { border-top-left-radius: 0; border-bottom-left-radius: 0;
    padding: 0; min-width: 28px; max-width: 28px; border-left: 1px solid $accent_pressed; }
QPushButton[split="right"]:focus { padding: 0; min-width: 26px; max-width: 26px; }
QPushButton[split="right"]::menu-indicator { image: none; width: 0; }
QToolButton { background: transparent; color: $text2; border: 1px solid transparent;
    border-radius: 6px; padding: 3px; min-width: 20px; min-height: 20px; }
QToolButton:hover { background: $hover; color: $text; }
QToolButton:pressed, QToolButton:open { background: $selected; }
QToolButton:checked { background: $selected; color: $text; }
QToolButton:focus { border: 2px solid $accent; padding: 2px; }
QToolButton:disabled { color: $muted; }
QToolButton::menu-indicator { image: none; }
QToolButton[on="toast"]:hover { background: $toast; }
QToolButton[on="toast"]:focus { border: 2px solid $toast_action; }
QDialogButtonBox { dialogbuttonbox-buttons-have-icons: 0; }
"""

_CHECKS = """
QCheckBox, QRadioButton { spacing: 9px; color: $text; background: transparent;
    min-height: 24px; outline: none; }
QCheckBox:disabled, QRadioButton:disabled { color: $muted; }
QCheckBox::indicator, QAbstractItemView::indicator { width: $icon; height: $icon;
    border: 1px solid $control_border; border-radius: 4px; background: $surface; }
QCheckBox::indicator:hover, QAbstractItemView::indicator:hover { border-color: $accent; }
QCheckBox::indicator:checked, QAbstractItemView::indicator:checked { background: $accent;
    border-color: $accent; image: url("$images/check.svg"); }
QCheckBox::indicator:indeterminate, QAbstractItemView::indicator:indeterminate {
    background: $accent; border-color: $accent; image: url("$images/dash.svg"); }
QCheckBox::indicator:disabled { background: $window; border-color: $border; }
QCheckBox::indicator:checked:disabled { background: $control_border; }
QCheckBox:focus, QRadioButton:focus { outline: 2px solid $accent; outline-radius: 4px; }
QRadioButton::indicator { width: 16px; height: 16px; border: 1px solid $control_border;
    border-radius: 9px; background: $surface; }
QRadioButton::indicator:hover { border-color: $accent; }
QRadioButton::indicator:checked { width: 8px; height: 8px; border: 5px solid $accent;
    background: $on_accent; }
QRadioButton::indicator:disabled { background: $window; border-color: $border; }
"""

_VIEWS = """
QTabWidget::pane { border: none; border-top: 1px solid $border; top: -1px; }
QTabBar { qproperty-drawBase: 0; font-weight: 600; background: transparent; outline: none; }
QTabBar::tab { background: transparent; color: $text2; border: none;
    border-bottom: 2px solid transparent; padding: 8px 2px 8px 2px; margin-right: 22px;
    font-weight: 500; min-height: 20px; }
QTabBar::tab:hover { color: $text; border-bottom: 2px solid $border; }
QTabBar::tab:selected { color: $text; border-bottom: 2px solid $accent; font-weight: 600; }
QTabBar::tab:disabled { color: $muted; }
QTabBar::tab:selected:focus { border: 2px solid $accent; border-radius: 4px;
    padding: 6px 0 8px 0; }
QScrollBar { background: transparent; border: none; margin: 0; }
QScrollBar:vertical { width: 10px; }
QScrollBar:horizontal { height: 10px; }
QScrollBar::handle { background: $scroll; border-radius: 3px; margin: 2px; }
QScrollBar::handle:vertical { min-height: 32px; }
QScrollBar::handle:horizontal { min-width: 32px; }
QScrollBar::handle:hover, QScrollBar::handle:pressed { background: $control_border; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; border: none; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QAbstractItemView { background: $surface; color: $text; border: none; outline: none;
    alternate-background-color: $window; gridline-color: $border;
    selection-background-color: $selected; selection-color: $text; }
QAbstractItemView[surface="sunken"], QAbstractItemView[surface="plain"] {
    background: transparent; }
QListView::item, QTreeView::item { padding: 4px 6px; border-radius: 6px; }
QListView::item:hover, QTreeView::item:hover { background: $hover; }
QListView::item:selected, QTreeView::item:selected { background: $selected; color: $text; }
QListView::item:focus, QTreeView::item:focus { border: 2px solid $accent;
    padding: 2px 4px; }
QTableView::item { padding: 0 8px; border-bottom: 1px solid $border; }
QTableView::item:selected { background: $selected; color: $text; }
QTableView::item:focus { border: 2px solid $accent; padding: 0 6px; }
QTableView { border: none; }
QAbstractItemView[framed="true"] { border: 1px solid $border; border-radius: 8px; }
QAbstractItemView[framed="true"]:focus { border: 2px solid $accent; }
QHeaderView { background: $surface; border: none; }
QHeaderView::section { background: $surface; color: $text2; border: none;
    border-bottom: 1px solid $border; padding: 0 8px; min-height: $inner;
    font-size: $caption_px; font-weight: 600; }
QHeaderView::section:hover { background: $hover; color: $text; }
QHeaderView::down-arrow { image: url("$images/down.svg"); width: 14px; height: 14px; }
QHeaderView::up-arrow { image: url("$images/up.svg"); width: 14px; height: 14px; }
QAbstractItemView[framed="true"] QHeaderView,
QAbstractItemView[framed="true"] QHeaderView::section,
QAbstractItemView[framed="true"] QTableCornerButton::section { background: transparent; }
QAbstractItemView[framed="true"] QHeaderView::section:hover { background: $hover; }
QTableCornerButton::section { background: $surface; border: none; }
QTreeView::branch:has-children:closed { image: url("$images/right.svg"); }
QTreeView::branch:has-children:open { image: url("$images/down.svg"); }
QProgressBar { background: $hover; border: none; border-radius: 3px; min-height: 6px;
    max-height: 6px; text-align: center; color: transparent; }
QProgressBar::chunk { background: $accent; border-radius: 3px; }
QSlider::groove:horizontal { height: 4px; background: $hover; border-radius: 2px; }
QSlider::sub-page:horizontal { background: $accent; border-radius: 2px; }
QSlider::handle:horizontal { width: 16px; height: 16px; margin: -7px 0; border-radius: 9px;
    background: $raised; border: 1px solid $control_border; }
QSlider::handle:horizontal:focus { border: 2px solid $accent; }
"""

_PARTS = (_GROUND, _LABELS, _MENUS, _FIELDS, _BUTTONS, _CHECKS, _VIEWS)
