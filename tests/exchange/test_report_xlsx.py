"""The work-search report as a workbook: real days, texts that stay texts, links to the web only."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date

from ats.commands.applications import NewApplication, add_application
from ats.commands.reporting import activities, report_bytes
from ats.commands.stages import move
from ats.domain.stage import StageKind
from ats.exchange.exports.report_layout import ReportLayout
from ats.exchange.exports.report_out import ReportOptions
from ats.store import Store
from ats.store.queries.stages import first_of_kind
from tests.exchange.test_work_search import AUGUST, searching


def parts_of(content: bytes) -> dict[str, str]:
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        return {name: book.read(name).decode() for name in book.namelist()}


def texts_of(parts: dict[str, str]) -> str:
    return parts["xl/sharedStrings.xml"]


def book(store: Store, options: ReportOptions) -> dict[str, str]:
    report = activities(store, *AUGUST, options)
    return parts_of(report_bytes(report, ".xlsx", store.today(), options))


def test_everything_is_in_it(store: Store) -> None:
    searching(store)
    parts = book(store, ReportOptions(layout=ReportLayout.DE, name="Jo Ellis", reference="AB 12"))
    for words in (
        "Nachweis der Eigenbemühungen", "Jo Ellis", "AB 12", "Crumb", "Leeds", "Baker", "Ann Oven",
        "+44 20 1", "Beworben (03.08.) → Vorauswahl (08.08.) → Absage (20.08.)",
        "Keine Eigenbemühungen in dieser Woche.", "Insgesamt",
    ):  # fmt: skip
        assert words in texts_of(parts), words
    assert "dd.mm.yyyy" in parts["xl/styles.xml"]
    sheet = parts["xl/worksheets/sheet1.xml"]
    assert "<v>46237</v>" in sheet  # 3 August 2026, counted as Excel does
    assert "<autoFilter" in sheet
    assert 'state="frozen"' in sheet
    assert 'orientation="landscape"' in sheet
    assert "Print_Titles" in parts["xl/workbook.xml"]


def test_no_cell_is_a_formula(store: Store) -> None:
    for title in ("=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "{=1}", 'https://x.example/"&A1'):
        id = add_application(
            store,
            NewApplication(title=title, company=title, link=title, on=date(2026, 8, 1)),
        )
        move(store, [id], first_of_kind(store, StageKind.APPLIED).id, on=date(2026, 8, 3))
    parts = book(store, ReportOptions(name="=1", reference="=2"))
    sheets = "".join(text for name, text in parts.items() if "worksheets" in name)
    assert "<f>" not in sheets
    assert "=1+1" in texts_of(parts)
    assert "<hyperlink" not in sheets


def test_only_web_addresses_can_be_followed(store: Store) -> None:
    searching(store)
    parts = book(store, ReportOptions())
    targets = re.findall(r'Target="([^"]+)"', parts["xl/worksheets/_rels/sheet1.xml.rels"])
    assert targets == ["https://crumb.example/jobs/1"] * 3


def test_long_and_odd_texts_leave_no_cell_empty(store: Store) -> None:
    title = "Łódź 🦊 \x01\x0b" + "x" * 40_000
    id = add_application(store, NewApplication(title=title, on=date(2026, 8, 1)))
    move(store, [id], first_of_kind(store, StageKind.APPLIED).id, on=date(2026, 8, 3))
    assert "Łódź 🦊" in texts_of(book(store, ReportOptions()))
