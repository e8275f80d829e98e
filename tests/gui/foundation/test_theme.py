"""Tokens, palette, fonts and the style sheet."""

from __future__ import annotations

import dataclasses

import pytest
from PySide6.QtGui import QColor, QFontInfo, QPalette
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QLabel,
    QMainWindow,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from ats.domain.stage import StageKind
from ats.gui.stylesheet import stylesheet
from ats.gui.theme import DARK, LIGHT, Scheme, TextStyle, Theme, Tokens, theme

_INKS = "text text2 muted accent danger warn ok info".split() + [kind.value for kind in StageKind]
_GROUNDS = "surface raised window sunken hover selected accent_soft".split()
_MARKS = "name pay must nice duty condition benefit detail".split()


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", _GROUNDS)
@pytest.mark.parametrize("ink", _INKS)
def test_every_ink_can_be_read_on_every_ground(tokens: Tokens, ink: str, ground: str) -> None:
    assert contrast(tokens.colour(ink), tokens.colour(ground)) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(
    ("ink", "ground", "least"),
    [
        ("on_accent", "accent", 4.5),
        ("on_accent", "accent_hover", 4.5),
        ("on_accent", "accent_pressed", 4.5),
        ("toast_text", "toast", 4.5),
        ("toast_action", "toast", 4.5),
        ("text", "ok_soft", 4.5),
        ("text", "warn_soft", 4.5),
        ("text", "danger_soft", 4.5),
        ("control_border", "surface", 3.0),
        *(("text", f"mark_{kind}", 7.0) for kind in _MARKS),
        *((f"line_{kind}", f"mark_{kind}", 3.0) for kind in _MARKS),
        *((f"line_{kind}", "window", 3.0) for kind in _MARKS),
    ],
)
def test_pairs_can_be_told_apart(tokens: Tokens, ink: str, ground: str, least: float) -> None:
    assert contrast(tokens.colour(ink), tokens.colour(ground)) >= least


def test_an_unknown_role_is_named() -> None:
    with pytest.raises(KeyError, match="purple"):
        LIGHT.colour("purple")
    with pytest.raises(KeyError, match="dark"):
        LIGHT.colour("dark")


def test_switching_sets_palette_and_style_sheet_and_says_so(
    qapp: QApplication, look: Theme, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(look.changed):
        look.set_scheme(Scheme.DARK)
    assert look.tokens is DARK
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.window)
    assert LIGHT.text not in qapp.styleSheet()
    assert DARK.accent in qapp.styleSheet()
    assert look.colour("accent") == QColor(DARK.accent)


def test_a_second_installation_changes_the_first(qapp: QApplication, look: Theme) -> None:
    assert Theme.install(qapp, Scheme.DARK) is look
    assert theme() is look


def test_colours_can_be_chosen_before_the_rest(qapp: QApplication, look: Theme) -> None:
    Theme.install(qapp, Scheme.LIGHT)
    before = qapp.styleSheet()
    Theme.install(qapp, Scheme.DARK, bare=True)
    assert look.colour("accent") == QColor(DARK.accent)
    assert qapp.styleSheet() == before
    Theme.install(qapp, Scheme.DARK)
    assert DARK.accent in qapp.styleSheet()
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.window)


def test_no_text_is_smaller_than_eleven_pixels(look: Theme) -> None:
    look.set_text_scale(0.8)
    assert all(look.font(style).pixelSize() >= 11 for style in TextStyle)


def test_text_grows_with_the_scale_and_controls_with_the_text(look: Theme) -> None:
    body = look.font(TextStyle.BODY).pixelSize()
    look.set_text_scale(2)
    assert look.font(TextStyle.BODY).pixelSize() == pytest.approx(2 * body, abs=1)
    assert look.metrics.control > 40
    look.set_text_scale(99)
    assert look.text_scale == 2.5


def test_labels_follow_the_scale(look: Theme, qtbot: QtBot) -> None:
    title = QLabel("Applications")
    title.setProperty("role", "title")
    qtbot.addWidget(title)
    title.show()
    look.set_text_scale(1.5)
    assert QFontInfo(title.font()).pixelSize() == look.pixels(TextStyle.TITLE)


def test_what_scrolls_shows_the_ground_it_lies_on(qtbot: QtBot) -> None:
    window = QMainWindow()
    area, card = QScrollArea(), QFrame()
    content = QWidget()
    column = QVBoxLayout(content)
    card.setProperty("surface", "accent")
    card.setFixedHeight(40)
    column.addWidget(card)
    column.addStretch(1)
    area.setWidget(content)
    area.setWidgetResizable(True)
    window.setCentralWidget(area)
    window.resize(300, 300)
    qtbot.addWidget(window)
    window.show()
    picture = window.grab().toImage()
    assert picture.pixelColor(150, 280).name().upper() == LIGHT.surface
    inside = card.mapTo(window, card.rect().center())
    assert picture.pixelColor(inside).name().upper() == LIGHT.accent_soft


def test_fonts_are_cached(look: Theme) -> None:
    assert look.font(TextStyle.TITLE) is look.font(TextStyle.TITLE)
    figures = look.font(TextStyle.BODY, figures=True)
    assert [tag.toString().data() for tag in figures.featureTags()] == [b"tnum"]


def test_reduced_motion_means_none(look: Theme) -> None:
    assert look.motion_ms == 0
    look.set_reduced_motion(False)
    assert look.motion_ms == 120


def test_high_contrast_uses_the_desktop_s_own_look(qapp: QApplication) -> None:
    installed = Theme.install(qapp, Scheme.DARK, high_contrast=True)
    assert installed.high_contrast
    assert qapp.styleSheet() == ""
    ink = qapp.palette().color(QPalette.ColorRole.WindowText).name().upper()
    assert {installed.tokens.text, installed.tokens.danger, installed.tokens.offer} == {ink}
    assert contrast(installed.tokens.text, installed.tokens.surface) > 10
    assert not Theme.install(qapp, Scheme.DARK).high_contrast
    assert installed.tokens is DARK


def test_the_style_sheet_asks_for_nothing_it_does_not_get() -> None:
    sizes = {style.name.lower(): 13 for style in TextStyle}
    for tokens in (LIGHT, DARK):
        text = stylesheet(tokens, 32, sizes, "images")
        assert "$" not in text
        assert "palette(" not in text
        assert text.count("{") == text.count("}")


def test_light_and_dark_have_the_same_roles() -> None:
    for field in dataclasses.fields(Tokens):
        if field.name != "dark":
            assert LIGHT.colour(field.name).startswith("#")
            assert DARK.colour(field.name).startswith("#")


def contrast(one: str, other: str) -> float:
    """The ratio of WCAG 2.2, 1 to 21."""
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def luminance(name: str) -> float:
    parts = [int(name[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    ]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
