"""Draws the program's mark in the sizes macOS wants, into an .iconset folder for `iconutil`.

python packaging/macos/make_iconset.py FOLDER.iconset
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QGuiApplication, QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from ats.paths import resources

SIZES = (16, 32, 128, 256, 512)


def main() -> None:
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    app = QGuiApplication(sys.argv[:1])
    for size in SIZES:
        drawn(size).save(str(folder / f"icon_{size}x{size}.png"))
        drawn(size * 2).save(str(folder / f"icon_{size}x{size}@2x.png"))
    app.quit()


def drawn(size: int) -> QImage:
    name = "ats-16.svg" if size == 16 else "ats.svg"
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    QSvgRenderer(str(resources() / "app" / name)).render(painter, QRectF(0, 0, size, size))
    painter.end()
    return image


if __name__ == "__main__":
    main()
