"""The small drawings of cards and rows as pictures that are kept: a table paints hundreds."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPixmap, QPixmapCache

from ats.domain.posting import RequirementStatus
from ats.domain.stage import Outcome, StageKind
from ats.gui.controls.glyphs import paint_requirement, paint_stage
from ats.gui.theme import theme


def stage_picture(kind: StageKind, outcome: Outcome | None, size: int, ratio: float) -> QPixmap:
    """The glyph of a stage; `size` in device-independent pixels, crisp at the ratio."""
    name = f"{kind} {outcome} {theme().tokens.stage(kind)} {theme().tokens.surface}"
    return _kept(name, size, ratio, lambda painter, at: paint_stage(painter, at, kind, outcome))


def to_assess_picture(size: int, ratio: float) -> QPixmap:
    """The dashed ring of requirements nobody has looked at yet."""
    status = RequirementStatus.TO_ASSESS
    return _kept(
        f"to assess {theme().tokens.text2}",
        size,
        ratio,
        lambda painter, at: paint_requirement(painter, at, status),
    )


def _kept(name: str, size: int, ratio: float, paint: Callable[[QPainter, QRectF], None]) -> QPixmap:
    key = f"glyph {name} {size} {ratio}"
    picture = QPixmap()
    if not QPixmapCache.find(key, picture):
        pixels = round(size * ratio)
        picture = QPixmap(pixels, pixels)
        picture.setDevicePixelRatio(ratio)
        picture.fill(Qt.GlobalColor.transparent)
        painter = QPainter(picture)
        paint(painter, QRectF(0, 0, size, size))
        painter.end()
        QPixmapCache.insert(key, picture)
    return picture
