"""Icons: found by name, tinted by role, crisp at every scale."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from ats.domain.posting import RequirementStatus
from ats.domain.stage import Outcome, StageKind
from ats.gui.controls.glyphs import requirement_icon, stage_icon
from ats.gui.icons import icon, pixmap
from ats.gui.theme import DARK, LIGHT, Scheme, Theme


def test_an_unknown_name_is_named() -> None:
    with pytest.raises(KeyError, match="no-such-icon"):
        icon("no-such-icon")


def test_an_icon_has_the_colour_of_its_role() -> None:
    assert strongest(pixmap("plus", "danger", 48, 1.0)) == LIGHT.danger


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0, 3.0])
def test_a_picture_is_crisp_at_the_screen_s_ratio(ratio: float) -> None:
    picture = pixmap("plus", "text", 48, ratio)
    assert picture.size() == QSize(round(48 * ratio), round(48 * ratio))
    assert picture.devicePixelRatio() == ratio
    assert strongest(picture) == LIGHT.text


def test_an_icon_is_painted_at_the_ratio_asked_for() -> None:
    picture = icon("plus", "text").pixmap(QSize(16, 16), 2.0)
    assert picture.size() == QSize(32, 32)
    assert picture.devicePixelRatio() == 2.0


def test_an_icon_follows_the_theme_by_itself(look: Theme, qtbot: QtBot) -> None:
    button = QToolButton()
    button.setIcon(icon("plus", "accent"))
    qtbot.addWidget(button)
    look.set_scheme(Scheme.DARK)
    assert strongest(button.icon().pixmap(QSize(48, 48))) == DARK.accent
    assert strongest(pixmap("plus", "accent", 48, 1.0)) == DARK.accent


def test_an_icon_that_cannot_be_used_is_muted() -> None:
    picture = icon("plus", "on_accent").pixmap(QSize(48, 48), QIcon.Mode.Disabled)
    assert strongest(picture) == LIGHT.muted


def test_every_glyph_is_another_picture() -> None:
    icons = [stage_icon(kind) for kind in StageKind]
    icons += [stage_icon(StageKind.CLOSED, outcome) for outcome in Outcome]
    pictures = [bits(each.pixmap(QSize(16, 16))) for each in icons]
    assert len(set(pictures)) == len(pictures)
    statuses = [bits(requirement_icon(each).pixmap(QSize(16, 16))) for each in RequirementStatus]
    assert len(set(statuses)) == len(statuses)


def test_shapes_differ_without_colour() -> None:
    kinds = [stage_icon(kind) for kind in StageKind if kind is not StageKind.CLOSED]
    shapes = [alpha(each.pixmap(QSize(16, 16))) for each in kinds]
    assert len(set(shapes)) == len(shapes)


def strongest(picture: QPixmap) -> str:
    """The colour of the most opaque pixel."""
    image = picture.toImage().convertToFormat(QImage.Format.Format_ARGB32)
    pixels = [image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height())]
    return max(pixels, key=lambda colour: colour.alpha()).name().upper()


def bits(picture: QPixmap) -> bytes:
    return bytes(picture.toImage().constBits())


def alpha(picture: QPixmap) -> bytes:
    return bytes(picture.toImage().convertToFormat(QImage.Format.Format_Alpha8).constBits())
