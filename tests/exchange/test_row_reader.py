"""Rows are read in blocks: what a row says does not depend on those beside it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ats.exchange.imports.cells_in import Table
from ats.exchange.imports.fields import Field
from ats.exchange.imports.raw_table import Row
from ats.exchange.imports.row_in import reader_of

HEADERS = ("Role", "Firm", "State", "Sent", "Pay", "Address", "Remarks", "Shift")
TABLE = Table(
    HEADERS,
    {
        0: Field.TITLE,
        1: Field.COMPANY,
        2: Field.STAGE,
        3: Field.APPLIED,
        4: Field.SALARY,
        5: Field.LINK,
        6: Field.NOTES,
    },
)
CELLS = st.sampled_from(
    [
        "", " ", "N/A", "Baker", "  Night   nurse ", "'=Cook", "'plain", "Applied", "Phone screen",
        "pondering", "2026-11-02", "2026-11-02 and 2026-11-09", "soon", "50k", "no idea",
        "https://jobs.example.org/1", "[Cook](https://jobs.example.org/2)", "see the page",
        "two\nlines", "x" * 400,
    ]
)  # fmt: skip
TABLES = st.lists(st.lists(CELLS, min_size=1, max_size=len(HEADERS) + 2), min_size=1, max_size=12)


@given(TABLES)
def test_a_block_reads_as_its_rows_alone(cells: list[list[str]]) -> None:
    rows = [Row(number, tuple(texts)) for number, texts in enumerate(cells, 2)]
    together = reader_of(TABLE).read(rows)
    alone = [reader_of(TABLE).read([row]) for row in rows]
    assert together == (
        [found for some, _ in alone for found in some],
        [problem for _, problems in alone for problem in problems],
    )


@given(TABLES)
def test_every_cell_is_understood_or_kept(cells: list[list[str]]) -> None:
    rows = [Row(number, tuple(texts)) for number, texts in enumerate(cells, 2)]
    found, _ = reader_of(TABLE).read(rows)
    for row, read in zip(rows, found, strict=True):
        kept = {value.strip() for _, value in read.imported}
        for at in (7, 8, 9):
            text = row.cells[at].strip() if at < len(row.cells) else ""
            assert not text or text.removeprefix("'") in {each.removeprefix("'") for each in kept}


def test_blank_cells_beyond_the_headers_are_no_columns() -> None:
    reader = reader_of(TABLE)
    wide = ("Baker", "Alpha", *[""] * 900, " ")
    assert len(reader._columns([wide, ("Cook", "Beta")])) == len(HEADERS)
    (read,), _ = reader.read([Row(2, (*wide, "far out"))])
    assert read.imported == (("Column 904", "far out"),)


def test_nothing_comes_of_no_rows() -> None:
    assert reader_of(TABLE).read([]) == ([], [])
