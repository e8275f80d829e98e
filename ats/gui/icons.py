"""The only place that turns a name into an icon: the line drawings in `ats.resources`,
tinted with a colour role at the moment they are painted, so that they follow the theme."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QPoint, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QIcon, QIconEngine, QPainter, QPixmap, QPixmapCache
from PySide6.QtSvg import QSvgRenderer

from ats.gui.theme import Tokens, theme
from ats.paths import resources

Paint = Callable[[QPainter, QRectF], None]
"""Paints into a square; painters are handed over with antialiasing on."""

_DISABLED_OPACITY = 0.5


def icon(name: str, colour_role: str = "text2", size: int = 16) -> QIcon:
    """The icon `name` (as on lucide.dev) in a colour role of `Tokens`; `size` in pixels.

    Raises KeyError naming the icon when there is none. The icon follows the theme by itself.
    """
    _source(name)
    return _cached_icon(name, colour_role, size)


def pixmap(name: str, colour_role: str, size: int, device_pixel_ratio: float) -> QPixmap:
    """The icon as a picture of `size` device-independent pixels, crisp at the ratio."""
    colour = theme().colour(colour_role).name()
    key = f"icon {name} {colour} {size} {device_pixel_ratio}"
    found = QPixmap()
    if not QPixmapCache.find(key, found):
        found = _transparent(QSize(size, size), device_pixel_ratio)
        _painted(found, lambda painter, rect: paint_icon(painter, rect, name, colour_role))
        QPixmapCache.insert(key, found)
    return found


def paint_icon(painter: QPainter, rect: QRectF, name: str, colour_role: str = "text2") -> None:
    """Paint the icon into `rect` with any painter; delegates do better with `pixmap`."""
    _renderer(name, theme().colour(colour_role).name()).render(painter, rect)


def painted_icon(paint: Paint, size: int = 16, disabled: Paint | None = None) -> QIcon:
    """An icon that is whatever `paint` paints; asked again when the theme has changed.
    `disabled` paints it where it cannot be used; without it, it fades."""
    return QIcon(_PaintedEngine(paint, size, disabled or _faded(paint)))


class _PaintedEngine(QIconEngine):
    """An icon engine that paints for each theme, size and screen, so that it is never stale."""

    def __init__(self, paint: Paint, size: int, disabled: Paint) -> None:
        super().__init__()
        self._paint, self._size, self._disabled = paint, size, disabled
        self._pictures: dict[tuple[int, int, QIcon.Mode, float], QPixmap] = {}
        self._tokens: Tokens | None = None

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        painter.save()
        try:
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            chosen = self._disabled if mode == QIcon.Mode.Disabled else self._paint
            chosen(painter, _square(rect))
        finally:
            painter.restore()

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        return self.scaledPixmap(size, mode, state, 1.0)

    def scaledPixmap(
        self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float
    ) -> QPixmap:
        """`size` is in device-independent pixels, `scale` the device pixel ratio."""
        if self._tokens is not theme().tokens:
            self._pictures.clear()
            self._tokens = theme().tokens
        key = (size.width(), size.height(), mode, scale)
        if key not in self._pictures:
            self._pictures[key] = self._picture(size, mode, state, scale)
        return self._pictures[key]

    def _picture(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        picture = _transparent(size, scale)
        painter = QPainter(picture)
        try:
            self.paint(painter, QRect(QPoint(), size), mode, state)
        finally:
            painter.end()
        return picture

    def actualSize(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QSize:
        return size

    def availableSizes(
        self, mode: QIcon.Mode = QIcon.Mode.Normal, state: QIcon.State = QIcon.State.Off
    ) -> list[QSize]:
        return [QSize(self._size, self._size)]

    def clone(self) -> QIconEngine:
        return _PaintedEngine(self._paint, self._size, self._disabled)


def _faded(paint: Paint) -> Paint:
    def faded(painter: QPainter, rect: QRectF) -> None:
        painter.setOpacity(painter.opacity() * _DISABLED_OPACITY)
        paint(painter, rect)

    return faded


def _square(rect: QRect) -> QRectF:
    """The drawing's place: in a rectangle wider than high it stands first, and what is left
    over is air before a button's text."""
    side = min(rect.width(), rect.height())
    return QRectF(rect.left(), rect.top() + (rect.height() - side) / 2, side, side)


def _transparent(size: QSize, ratio: float) -> QPixmap:
    picture = QPixmap(size * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    return picture


def _painted(picture: QPixmap, paint: Paint) -> None:
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    try:
        paint(painter, QRectF(0, 0, *picture.deviceIndependentSize().toTuple()))
    finally:
        painter.end()


@cache
def _cached_icon(name: str, colour_role: str, size: int) -> QIcon:
    return painted_icon(
        lambda painter, rect: paint_icon(painter, rect, name, colour_role),
        size,
        lambda painter, rect: paint_icon(painter, rect, name, "muted"),
    )


@cache
def _source(name: str) -> str:
    path = resources() / "icons" / f"{name}.svg"
    if not path.is_file():
        raise KeyError(f"no icon {name!r}")
    return path.read_text(encoding="utf-8")


@lru_cache(maxsize=512)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_source(name).replace("currentColor", colour).encode()))
