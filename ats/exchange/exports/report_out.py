"""The work-search report as a paper to hand in, and as a table."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from ats.exchange.exports import sheet
from ats.exchange.exports.csv_out import sheet_csv
from ats.exchange.exports.paper import (
    Blanks,
    Block,
    Facts,
    Figures,
    Heading,
    Paper,
    PaperSize,
    Table,
    Text,
)
from ats.exchange.exports.report_cells import (
    counts_words,
    paper_cells,
    sheet_cells,
    totals,
)
from ats.exchange.exports.report_layout import Column, ReportLayout, Wording
from ats.exchange.exports.report_layouts import LAYOUTS
from ats.exchange.exports.work_search import ActivityKind, WorkSearch

_WEIGHTS = (1.35, 2.2, 2.6, 2.1, 1.35, 1.9, 3.2)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportOptions:
    """`name` and `reference` are the person's own and stand at the head; left empty, there is
    room to write them. `size` None is the usual one of the layout."""

    layout: ReportLayout = ReportLayout.GENERIC
    name: str = ""
    reference: str = ""
    size: PaperSize | None = None

    @property
    def wording(self) -> Wording:
        return LAYOUTS[self.layout]


def report_paper(search: WorkSearch, today: date, options: ReportOptions) -> Paper:
    """The report as pages that lie on their side: a head, the weeks, the totals, and a line to
    sign on."""
    wording = options.wording
    who = ", ".join(part for part in (options.name.strip(), options.reference.strip()) if part)
    return Paper(
        title=f"{wording.title}: {who}" if who else wording.title,
        blocks=tuple(_blocks(search, today, options)),
        language=wording.language,
        about=f"{wording.as_of} {wording.day(search.until)}",
        page_words=wording.page,
        wide=True,
        size=options.size or wording.size,
    )


def _blocks(search: WorkSearch, today: date, options: ReportOptions) -> Iterator[Block]:
    wording = options.wording
    yield Heading(level=1, text=wording.title)
    yield Facts(tuple(_head(search, today, options)))
    yield Figures(tuple(_figures(search, wording)))
    for week in search.weeks:
        if not week.activities:
            yield Heading(level=2, text=wording.week(week.first, week.last))
            yield Text(wording.nothing)
            continue
        yield Heading(
            level=2,
            text=wording.week(week.first, week.last),
            note=counts_words(week, wording),
        )
        yield Table(
            headers=wording.paper_columns,
            rows=tuple(paper_cells(one, wording, search.until) for one in week.activities),
            weights=_WEIGHTS,
        )
    head, lines = totals(search, wording)
    yield Heading(level=2, text=wording.totals, note=counts_words(search, wording))
    yield Table(
        headers=tuple(head),
        rows=tuple(tuple(str(cell) for cell in line) for line in lines),
        weights=(3, *(1.5 for _ in head[1:])),
    )
    if wording.signatures:
        yield Blanks(labels=wording.signatures)


def _head(search: WorkSearch, today: date, options: ReportOptions) -> Iterator[tuple[str, str]]:
    wording = options.wording
    yield wording.name, options.name.strip()
    yield wording.period, f"{wording.day(search.since)} – {wording.day(search.until)}"
    yield wording.reference, options.reference.strip()
    yield wording.made_on, wording.day(today)


def _figures(search: WorkSearch, wording: Wording) -> Iterator[tuple[str, str]]:
    counts = search.counts
    yield f"{counts.total():,}", wording.activities[counts.total() != 1]
    for kind in ActivityKind:
        yield f"{counts[kind]:,}", wording.kinds[kind][counts[kind] != 1]


def report_csv(search: WorkSearch, today: date, options: ReportOptions) -> bytes:
    """The report as CSV: the head, a line for each activity and each week without one, and the
    totals. Days are written 2026-08-03, which every spreadsheet takes for a day."""
    wording = options.wording
    head, lines = totals(search, wording)
    rows: list[Sequence[sheet.Cell]] = [
        [wording.name, options.name.strip()],
        [wording.reference, options.reference.strip()],
        [wording.period, search.since, search.until],
        [wording.made_on, today],
        [],
        sheet_head(wording),
        *sheet_lines(search, wording),
        [],
        head,
        *lines,
    ]
    title = sheet.Column(wording.title)
    whole = sheet.Sheet(name=wording.title, columns=(title,), rows=rows)
    return sheet_csv(whole, bom=True)


def sheet_head(wording: Wording) -> list[str]:
    """The names of the columns of a spreadsheet, the week's first."""
    return [wording.week_column, *(wording.columns[column] for column in Column)]


def sheet_lines(search: WorkSearch, wording: Wording) -> Iterator[list[date | str | int]]:
    """The lines of a spreadsheet; each begins with the first day of its week."""
    for week in search.weeks:
        if not week.activities:
            blank: dict[Column, date | str] = {Column.ACTIVITY: wording.nothing}
            yield [week.first, *(blank.get(column, "") for column in Column)]
        for activity in week.activities:
            cells = sheet_cells(activity, wording, search.until)
            yield [week.first, *(cells[column] for column in Column)]
