"""Takes the pictures of papers for the documentation: pages printed from sample data, two side by
side. `make pictures` runs it after the pictures of the window."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Sequence
from datetime import date, datetime, timedelta, timezone
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
FOLDER = HERE / "pictures"
NOW = datetime(2026, 11, 23, 10, tzinfo=timezone(timedelta(hours=1)))
SCALE, AIR = 1.35, 24


def pages(content: bytes) -> list:
    """The pages of a PDF as pictures."""
    import pypdfium2
    from PySide6.QtGui import QImage

    document = pypdfium2.PdfDocument(content)
    found = []
    for page in document:
        bitmap = page.render(scale=SCALE, rev_byteorder=True, prefer_bgrx=True)
        form = QImage.Format.Format_RGBX8888
        image = QImage(bitmap.buffer, bitmap.width, bitmap.height, bitmap.stride, form)
        found.append(image.copy())
        page.close()
    document.close()
    return found


def beside(images: Sequence, name: str) -> None:
    """Put pages beside each other on a ground and keep the picture."""
    from PySide6.QtGui import QColor, QImage, QPainter

    width = sum(image.width() for image in images) + AIR * (len(images) + 1)
    height = max(image.height() for image in images) + 2 * AIR
    whole = QImage(width, height, QImage.Format.Format_RGB32)
    whole.fill(QColor("#C9D2D7"))
    painter = QPainter(whole)
    left = AIR
    for image in images:
        painter.drawImage(left, AIR, image)
        left += image.width() + AIR
    painter.end()
    whole.save(str(FOLDER / f"{name}.png"))
    print(FOLDER / f"{name}.png")


def main() -> None:
    from ats.commands.demo import add_sample_data
    from ats.commands.exporting import exported
    from ats.commands.papers import paper_bytes
    from ats.commands.reporting import activities, preparation, report_bytes
    from ats.exchange.exports.paper import PaperSize
    from ats.exchange.exports.report_layout import ReportLayout
    from ats.exchange.exports.report_out import ReportOptions
    from ats.exchange.exports.summary_options import SummaryOptions
    from ats.store import Store
    from ats.store.queries.applications import applications

    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(folder), clock=lambda: NOW)
        add_sample_data(store)
        rail = next(row for row in applications(store) if row.company == "Orchard Rail")
        whole = exported(store, ".pdf", options=SummaryOptions(size=PaperSize.A4))
        sheet = paper_bytes(preparation(store, rail.id, PaperSize.A4), ".pdf")
        beside([pages(whole)[0], pages(sheet)[0]], "papers")
        options = ReportOptions(
            layout=ReportLayout.UK, name="Jordan Ellis", reference="QQ 12 34 56 C"
        )
        report = activities(store, date(2026, 11, 2), date(2026, 11, 22), options)
        beside(pages(report_bytes(report, ".pdf", store.today(), options))[:2], "work-search")
        store.close()


if __name__ == "__main__":
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    main()
