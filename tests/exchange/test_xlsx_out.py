"""A workbook has typed cells, holds no formula, and comes back as what it was made of."""

from __future__ import annotations

import io
import zipfile
from datetime import date, time
from decimal import Decimal
from typing import Any
from xml.etree import ElementTree

import pytest
from hypothesis import given, settings

from ats.commands.applications import NewApplication, add_application, set_notes
from ats.commands.demo import add_sample_data
from ats.commands.exporting import Export, ExportKind, exported, prepare_export
from ats.commands.importing import import_plan, plan_import
from ats.domain.money import Pay, PayPeriod
from ats.exchange.exports.sheet import Column, Holds, Sheet
from ats.exchange.exports.xlsx_out import LONGEST_TEXT, workbook
from ats.store import Store
from tests.exchange.searches import SEARCHES, empty_store, fill, told

FEWER = settings(max_examples=settings.default.max_examples // 4)
MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def parts(content: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(content)) as opened:
        return {name: opened.read(name) for name in opened.namelist()}


def cells(content: bytes, sheet: int = 1) -> dict[str, tuple[str, str]]:
    """The type and text of each cell of a sheet: "n" a number, "s" a text."""
    found = parts(content)
    strings = [
        "".join(text.text or "" for text in item.iter(f"{MAIN}t"))
        for item in ElementTree.fromstring(found["xl/sharedStrings.xml"])
    ]
    told: dict[str, tuple[str, str]] = {}
    for cell in ElementTree.fromstring(found[f"xl/worksheets/sheet{sheet}.xml"]).iter(f"{MAIN}c"):
        value = cell.find(f"{MAIN}v")
        if value is not None and value.text is not None:
            kind = cell.get("t", "n")
            text = strings[int(value.text)] if kind == "s" else value.text
            told[cell.get("r", "")] = (kind, text)
    return told


@FEWER
@given(SEARCHES)
def test_xlsx_out_and_in_changes_nothing(search: list[dict[str, Any]]) -> None:
    with empty_store() as store, empty_store() as other:
        fill(store, search)
        content = exported(store, ".xlsx")
        before = told(store)
        if not before:
            return
        plan = plan_import(other, content, "export.xlsx")
        assert plan.own
        assert plan.problems == ()
        assert import_plan(other, plan).created == len(before)
        assert told(other) == before
        again = import_plan(store, plan_import(store, content, "export.xlsx"))
        assert (again.created, again.duplicates) == (0, len(before))


def test_days_and_amounts_are_numbers_and_texts_are_texts(store: Store) -> None:
    add_application(
        store,
        NewApplication(
            title="=1+1",
            reference="00601",
            pay=Pay.of(Decimal("17.5"), 60_000, "EUR", PayPeriod.HOUR),
            deadline=date(2026, 12, 1),
            link="https://a.example/job?x=1&y=2",
        ),
    )
    content = exported(store, ".xlsx")
    found = cells(content)
    assert found["A2"] == ("s", "=1+1")
    assert found["U2"] == ("s", "00601")
    assert found["N2"] == ("n", "17.5")
    assert found["O2"] == ("n", "60000")
    assert found["H2"] == ("n", "46357")  # 1 December 2026 in days since 1899-12-30
    assert b"<f>" not in b"".join(parts(content).values())
    sheet = parts(content)["xl/worksheets/sheet1.xml"]
    assert b'<pane xSplit="1" ySplit="1" topLeftCell="B2"' in sheet
    assert b'<autoFilter ref="A1:AB2"/>' in sheet
    assert (
        b"https://a.example/job?x=1&amp;y=2"
        in parts(content)["xl/worksheets/_rels/sheet1.xml.rels"]
    )


def formats(content: bytes, sheet: int = 1) -> dict[str, str]:
    """The number format of each cell of a sheet that has one of its own."""
    styles = ElementTree.fromstring(parts(content)["xl/styles.xml"])
    codes = {each.get("numFmtId"): each.get("formatCode") for each in styles.iter(f"{MAIN}numFmt")}
    looks = [each.get("numFmtId") for each in styles.find(f"{MAIN}cellXfs") or ()]
    page = ElementTree.fromstring(parts(content)[f"xl/worksheets/sheet{sheet}.xml"])
    return {
        cell.get("r", ""): codes[looks[int(cell.get("s", "0"))]] or ""
        for cell in page.iter(f"{MAIN}c")
        if looks[int(cell.get("s", "0"))] in codes
    }


@pytest.mark.parametrize(
    ("currency", "least", "most", "looks"),
    [
        ("EUR", "17.5", "60000", ("[$EUR] #,##0.00", "[$EUR] #,##0")),
        ("JPY", "500", "5000000", ("[$JPY] #,##0", "[$JPY] #,##0")),
        ("KWD", "1.125", "2", ("[$KWD] #,##0.000", "[$KWD] #,##0")),
        (None, "17.5", "60000", ("#,##0.00", "#,##0")),
        ('a]"0', "17.5", "60000", ("#,##0.00", "#,##0")),
    ],
)
def test_an_amount_shows_its_currency(
    store: Store, currency: str | None, least: str, most: str, looks: tuple[str, str]
) -> None:
    pay = Pay.of(Decimal(least), Decimal(most), currency, PayPeriod.HOUR)
    add_application(store, NewApplication(title="Welder", pay=pay))
    content = exported(store, ".xlsx")
    assert (cells(content)["N2"], cells(content)["O2"]) == (("n", least), ("n", most))
    assert (formats(content)["N2"], formats(content)["O2"]) == looks
    without = prepare_export(store, Export(ending=".xlsx", columns=("Title", "Pay max")))
    assert formats(without.content())["B2"] == looks[1]


def test_an_offer_shows_its_currency(store: Store) -> None:
    add_sample_data(store)
    content = exported(store, ".xlsx", ExportKind.OFFERS)
    (at,) = (at for at, cell in cells(content).items() if cell == ("n", "66000"))
    assert formats(content)[at] == "[$GBP] #,##0"


def test_no_currency_makes_a_day_of_an_amount(store: Store) -> None:
    """Some programs tell days by the letters d, m, y, h and s of a format."""
    for currency in "CHF DKK HKD HUF KES MDL MMK SEK SSP USD YER ZMW".split():
        pay = Pay.of(Decimal("1234.5"), 60_000, currency, PayPeriod.YEAR)
        add_application(store, NewApplication(title=currency, pay=pay))
    plan = plan_import(store, exported(store, ".xlsx"), "export.xlsx")
    assert plan.problems == ()
    with empty_store() as other:
        import_plan(other, plan_import(other, exported(store, ".xlsx"), "export.xlsx"))
        assert told(other) == told(store)


def test_everything_is_five_sheets(store: Store) -> None:
    add_sample_data(store)
    content = exported(store, ".xlsx", ExportKind.EVERYTHING)
    book = ElementTree.fromstring(parts(content)["xl/workbook.xml"])
    names = [sheet.get("name") for sheet in book.iter(f"{MAIN}sheet")]
    assert names == ["Applications", "Events", "Offers", "Contacts", "Requirements"]
    assert ("s", "They liked the depot example; a planner will join.") in cells(content, 2).values()
    assert ("n", "66000") in cells(content, 3).values()


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        (date(1899, 12, 31), "s"),
        (date(1900, 3, 1), "n"),
        (date(9999, 12, 31), "n"),
        (time(23, 59), "n"),
        (10**15 - 1, "n"),
        (10**17 + 1, "s"),
        (Decimal("0.10"), "n"),
        ("javascript:alert(1)", "s"),
        ("file:///etc/passwd", "s"),
        (f"https://a.example/{'x' * 3000}", "s"),
        ("'=1", "s"),
    ],
)
def test_what_a_spreadsheet_would_change_stays_text(cell: Any, kind: str) -> None:
    sheet = Sheet(name="One", columns=(Column("A", Holds.LINK),), rows=[[cell]])
    found = parts(workbook([sheet], made_at=made()))
    assert cells(workbook([sheet], made_at=made()))["A2"][0] == kind
    assert "xl/worksheets/_rels/sheet1.xml.rels" not in found


def test_a_text_too_long_for_a_cell_says_so(store: Store) -> None:
    id = add_application(store, NewApplication(title="Welder"))
    set_notes(store, id, "🦊" * 40_000)
    text = cells(exported(store, ".xlsx"))["AB2"][1]
    assert len(text.encode("utf-16-le")) // 2 <= LONGEST_TEXT
    assert text.endswith("JSON and the archive have all of it.)")
    assert "\ufffd" not in text


def test_stopping_writes_nothing(store: Store) -> None:
    sheet = Sheet(name="One", columns=(Column("A"),), rows=[["x"]] * 1000)

    def stop(done: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        workbook([sheet], made_at=made(), progress=stop)
    prepared = prepare_export(store, Export(ending=".xlsx"))
    assert prepared.content().startswith(b"PK")


def made() -> Any:
    from datetime import UTC, datetime

    return datetime(2026, 11, 23, tzinfo=UTC)
