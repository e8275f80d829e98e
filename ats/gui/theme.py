"""Gives the program its look: tokens, palette, fonts and one style sheet, set on the
application and set again when the desktop changes between light and dark."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum
from typing import ClassVar

from PySide6.QtCore import QObject, Qt, QTemporaryDir, Signal
from PySide6.QtGui import QColor, QFont, QFontInfo, QPalette
from PySide6.QtWidgets import QApplication

from ats.gui.stylesheet import stylesheet, write_images
from ats.gui.tokens import DARK, LIGHT, Radius, Space, Tokens

__all__ = [
    "DARK",
    "LIGHT",
    "Metrics",
    "Radius",
    "Scheme",
    "Space",
    "TextStyle",
    "Theme",
    "Tokens",
    "tabular",
    "theme",
]

_SMALLEST_TEXT = 11  # pixels; nothing on screen is set smaller


class Scheme(StrEnum):
    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class TextStyle(Enum):
    """Size relative to the body text, and weight."""

    CAPTION = (0.92, QFont.Weight.Normal)
    BODY = (1.0, QFont.Weight.Normal)
    MEDIUM = (1.0, QFont.Weight.Medium)
    STRONG = (1.0, QFont.Weight.DemiBold)
    CAPTION_STRONG = (0.92, QFont.Weight.DemiBold)
    SUBTITLE = (1.15, QFont.Weight.DemiBold)
    TITLE = (1.4, QFont.Weight.DemiBold)
    DISPLAY = (1.6, QFont.Weight.DemiBold)


@dataclass(frozen=True, slots=True)
class Metrics:
    """Heights in device-independent pixels; they grow with the text, never shrink."""

    control: int
    row: int
    dense_row: int
    target: int
    icon: int

    @classmethod
    def of(cls, body_pixels: int) -> Metrics:
        grow = max(1.0, body_pixels / 13)
        return cls(*(round(size * grow) for size in (32, 36, 28, 24, 16)))


def tabular(font: QFont) -> QFont:
    """The same font with figures of equal width, for columns of numbers."""
    copy = QFont(font)
    copy.setFeature(QFont.Tag("tnum"), 1)
    return copy


class Theme(QObject):
    """The look in use. `changed` follows every change, after the style sheet was set."""

    changed = Signal()

    _installed: ClassVar[Theme | None] = None

    def __init__(self, app: QApplication) -> None:
        super().__init__(app)
        self._app = app
        self._system_font = QFont(app.font())
        self._scheme, self._text_scale, self._reduced_motion = Scheme.SYSTEM, 1.0, False
        self._high_contrast: bool | None = None
        self._images = QTemporaryDir()
        self._colours: dict[str, QColor] = {}
        self._fonts: dict[tuple[TextStyle, bool], QFont] = {}
        self.tokens = LIGHT
        self.metrics = Metrics.of(13)
        self._styled = False
        hints = app.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system)
        if hasattr(hints, "accessibility"):  # Qt 6.10 and later
            hints.accessibility().contrastPreferenceChanged.connect(self._apply)

    @staticmethod
    def install(
        app: QApplication,
        scheme: Scheme = Scheme.SYSTEM,
        text_scale: float = 1.0,
        reduced_motion: bool = False,
        high_contrast: bool | None = None,
        bare: bool = False,
    ) -> Theme:
        """Give `app` its look and return the theme; a second call changes the first theme.
        `high_contrast` None asks the desktop. `bare` only chooses the colours: a window that
        paints itself needs no more, and the rest takes longer. The next call makes up for it."""
        found = Theme._installed
        if found is None or found._app is not app:
            found = Theme._installed = Theme(app)
        found._scheme, found._text_scale = scheme, text_scale
        found._reduced_motion, found._high_contrast = reduced_motion, high_contrast
        if bare and not found.high_contrast:
            found._choose_colours()
        else:
            found._apply()
        return found

    @property
    def scheme(self) -> Scheme:
        return self._scheme

    @property
    def text_scale(self) -> float:
        return self._text_scale

    @property
    def reduced_motion(self) -> bool:
        """True when the person, here or in the desktop's settings, asked for no movement."""
        return self._reduced_motion or _system_reduces_motion(self._app)

    @property
    def motion_ms(self) -> int:
        """How long a movement lasts."""
        return 0 if self.reduced_motion else 120

    @property
    def high_contrast(self) -> bool:
        """True when high contrast is asked for: then the desktop's own palette is used."""
        if self._high_contrast is not None:
            return self._high_contrast
        hints = self._app.styleHints()
        if not hasattr(hints, "accessibility"):
            return False
        preference = hints.accessibility().contrastPreference()
        return preference == Qt.ContrastPreference.HighContrast

    def set_scheme(self, scheme: Scheme) -> None:
        self._scheme = scheme
        self._apply()

    def set_text_scale(self, factor: float) -> None:
        """Scale all text; `factor` is kept between 0.8 and 2.5, 1 being the system's size."""
        self._text_scale = min(2.5, max(0.8, factor))
        self._apply()

    def set_reduced_motion(self, reduced: bool) -> None:
        self._reduced_motion = reduced
        self.changed.emit()

    def colour(self, role: str) -> QColor:
        """The colour of a role as a QColor, cached. Raises KeyError naming an unknown role."""
        if role not in self._colours:
            self._colours[role] = QColor(self.tokens.colour(role))
        return self._colours[role]

    def font(self, style: TextStyle, *, figures: bool = False) -> QFont:
        """The font of a text style, cached; `figures` asks for figures of equal width."""
        key = (style, figures)
        if key not in self._fonts:
            font = QFont(self._system_font)
            font.setPixelSize(self.pixels(style))
            font.setWeight(style.value[1])
            self._fonts[key] = tabular(font) if figures else font
        return self._fonts[key]

    def pixels(self, style: TextStyle) -> int:
        """The size of a text style in device-independent pixels."""
        body = QFontInfo(self._system_font).pixelSize() * self._text_scale
        return max(_SMALLEST_TEXT, round(body * style.value[0]))

    def _follow_system(self) -> None:
        if self._scheme is Scheme.SYSTEM:
            self._apply()

    def _apply(self) -> None:
        if not self._styled:
            self._app.setStyle("Fusion")
            self._styled = True
        self._colours.clear()
        self._fonts.clear()
        self.metrics = Metrics.of(self.pixels(TextStyle.BODY))
        self._app.setFont(self.font(TextStyle.BODY))
        if self.high_contrast:
            self._use_system_look()
        else:
            self._use_own_look()
        self.changed.emit()

    def _use_system_look(self) -> None:
        self._app.setStyleSheet("")
        self._app.setPalette(QPalette())
        self.tokens = _tokens_of(self._app.palette())

    def _use_own_look(self) -> None:
        self._choose_colours()
        self._app.setPalette(_palette_of(self.tokens))
        images = write_images(self._images.path(), self.tokens)
        sizes = {style.name.lower(): self.pixels(style) for style in TextStyle}
        self._app.setStyleSheet(stylesheet(self.tokens, self.metrics.control, sizes, images))

    def _choose_colours(self) -> None:
        self._colours.clear()
        self.tokens = DARK if self._is_dark() else LIGHT

    def _is_dark(self) -> bool:
        if self._scheme is Scheme.SYSTEM:
            return self._app.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._scheme is Scheme.DARK


def theme() -> Theme:
    """The theme of the running application. Raises LookupError before `Theme.install`."""
    if Theme._installed is None:
        raise LookupError("Theme.install(app) has not been called")
    return Theme._installed


def _system_reduces_motion(app: QApplication) -> bool:
    hints = app.styleHints()
    accessibility = hints.accessibility() if hasattr(hints, "accessibility") else None
    preference = getattr(accessibility, "motionPreference", None)  # Qt 6.12 and later
    return preference is not None and "Reduc" in str(preference())


def _palette_of(tokens: Tokens) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette(QColor(tokens.window))
    for target, name in {
        role.Window: tokens.window,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.window,
        role.Text: tokens.text,
        role.Button: tokens.raised,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.danger,
        role.ToolTipBase: tokens.toast,
        role.ToolTipText: tokens.toast_text,
        role.PlaceholderText: tokens.muted,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.on_accent,
        role.Accent: tokens.accent,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.Light: tokens.raised,
        role.Midlight: tokens.hover,
        role.Mid: tokens.control_border,
        role.Dark: tokens.control_border,
        role.Shadow: tokens.border,
    }.items():
        palette.setColor(target, QColor(name))
    for target in (role.WindowText, role.Text, role.ButtonText, role.HighlightedText):
        palette.setColor(QPalette.ColorGroup.Disabled, target, QColor(tokens.muted))
    palette.setColor(QPalette.ColorGroup.Disabled, role.Highlight, QColor(tokens.hover))
    return palette


def _tokens_of(palette: QPalette) -> Tokens:
    """Tokens made of the system's own colours, so that painted things follow high contrast."""
    role = QPalette.ColorRole

    def name(which: QPalette.ColorRole) -> str:
        return palette.color(which).name().upper()

    ink, paper, accent = name(role.WindowText), name(role.Base), name(role.Highlight)
    on_accent = name(role.HighlightedText)
    inks = "text text2 muted danger warn ok info saved applied screening interviewing offer closed"
    papers = "window surface raised sunken hover selected accent_soft ok_soft warn_soft danger_soft"
    marks = "name pay must nice duty condition benefit detail".split()
    return Tokens(
        dark=palette.color(role.Base).lightness() < 128,
        accent=accent,
        accent_hover=accent,
        accent_pressed=accent,
        on_accent=on_accent,
        border=ink,
        control_border=ink,
        scroll=ink,
        toast=ink,
        toast_text=paper,
        toast_action=paper,
        **dict.fromkeys([*inks.split(), *(f"line_{kind}" for kind in marks)], ink),
        **dict.fromkeys([*papers.split(), *(f"mark_{kind}" for kind in marks)], paper),
    )
