"""Sizes, fonts and colours on paper. All lengths are in device units, of which there are UNIT to
a point, so that whole numbers are fine enough."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QLocale, QMarginsF
from PySide6.QtGui import QFont, QPageLayout, QPageSize

from ats.domain.posting import RequirementStatus
from ats.exchange.exports.paper import Paper, PaperSize

UNIT = 10
RESOLUTION = 72 * UNIT

# The first that is there is taken; signs it lacks come from the system's other fonts.
FAMILIES = (
    "Inter", "Noto Sans", "Segoe UI", "Helvetica Neue", "Liberation Sans", "DejaVu Sans",
)  # fmt: skip

INK = "#182125"
SOFT = "#46545b"
LINE = "#c9d2d7"
GROUND = "#f2f5f6"
ACCENT = "#0a6872"

STATUS = {
    RequirementStatus.STRONG: "#23702f",
    RequirementStatus.PARTIAL: "#1f5aa8",
    RequirementStatus.GAP: "#8a4b00",
    RequirementStatus.TO_ASSESS: SOFT,
}


def pt(points: float) -> float:
    """Points as device units."""
    return points * UNIT


@dataclass(frozen=True, slots=True)
class Style:
    """A font in points with its colour; `leading` is the distance between lines, in sizes."""

    size: float
    strong: bool = False
    colour: str = INK
    leading: float = 1.35

    @property
    def step(self) -> float:
        """The height of a line."""
        return pt(self.size * self.leading)

    def font(self) -> QFont:
        font = QFont()
        font.setFamilies(list(FAMILIES))
        font.setPointSizeF(self.size)
        font.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
        if self.strong:
            font.setWeight(QFont.Weight.DemiBold)
        return font


HEADINGS = (Style(20, True, leading=1.2), Style(14, True, leading=1.25), Style(10.5, True))
SMALL_HEADING = Style(8.5, True, SOFT)
BODY = Style(9)
SOFT_BODY = Style(9, colour=SOFT)
NOTE = Style(9.5, colour=SOFT)
SMALL = Style(7.5, colour=SOFT)
HEAD = Style(7.5, True, SOFT)
FIGURE = Style(17, True, leading=1.2)

MARGIN = 48.0  # points, on every side
FOOT = 22.0  # points between the text and the foot of the page


@dataclass(frozen=True, slots=True)
class Area:
    """Where text stands on a page, in device units from the corner of the paper."""

    left: float
    top: float
    width: float
    height: float

    @property
    def bottom(self) -> float:
        return self.top + self.height


def page_layout(paper: Paper) -> QPageLayout:
    """The paper's size, without margins: they are kept here."""
    size = paper.size or _usual_size()
    kind = QPageSize.PageSizeId.Letter if size is PaperSize.LETTER else QPageSize.PageSizeId.A4
    way = QPageLayout.Orientation
    return QPageLayout(
        QPageSize(kind), way.Landscape if paper.wide else way.Portrait, QMarginsF(0, 0, 0, 0)
    )


def text_area(layout: QPageLayout) -> Area:
    """The page without its margins and without the room for head and foot."""
    page = layout.fullRectPoints()
    margin = MARGIN if page.width() < page.height() else MARGIN * 0.8
    return Area(
        pt(margin),
        pt(margin),
        pt(page.width() - 2 * margin),
        pt(page.height() - 2 * margin - FOOT / 2),
    )


def _usual_size() -> PaperSize:
    """Letter where inches are used in offices, A4 everywhere else."""
    used = QLocale.system().measurementSystem()
    return PaperSize.LETTER if used == QLocale.MeasurementSystem.ImperialUSSystem else PaperSize.A4
