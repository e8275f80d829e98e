"""Reports: what was done to find work in a period, and the sheet for an interview."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from ats.commands.papers import PAPER_ENDINGS, paper_bytes
from ats.domain.problem import Problem
from ats.exchange.exports.paper import Paper, PaperSize
from ats.exchange.exports.preparation import preparation_sheet
from ats.exchange.exports.report_out import ReportOptions, report_csv, report_paper
from ats.exchange.exports.work_search import WorkSearch, work_search
from ats.store import Store
from ats.store.queries.application import application_detail
from ats.store.queries.applications import applications

REPORT_ENDINGS = (*PAPER_ENDINGS, ".csv", ".xlsx")

Report = Callable[[float], None]


def preparation(store: Store, application_id: int, size: PaperSize | None = None) -> Paper:
    """The sheet for the next interview of an application. Raises Problem where there is no such
    application."""
    detail = application_detail(store, application_id)
    if detail is None:
        raise Problem(f"There is no application {application_id}.")
    return preparation_sheet(detail, store.today(), size)


def activities(store: Store, since: date, until: date, options: ReportOptions) -> WorkSearch:
    """What was done in a period, in the weeks of a layout. Raises Problem for a period that
    ends before it begins, or begins after today."""
    found = (application_detail(store, row.id) for row in applications(store))
    details = [detail for detail in found if detail is not None]
    begins = options.wording.week_begins
    return work_search(details, since, until, store.today(), week_begins=begins)


def report_bytes(
    search: WorkSearch,
    ending: str,
    today: date,
    options: ReportOptions,
    report: Report = lambda done: None,
) -> bytes:
    """The work-search report as the bytes of a file. It needs no store, so it may run in a
    thread. Raises Problem for an ending that is not one of REPORT_ENDINGS."""
    match ending.lower():
        case ".csv":
            return report_csv(search, today, options)
        case ".xlsx":
            from ats.exchange.exports.report_xlsx import report_xlsx

            return report_xlsx(search, today, options)
        case known if known in PAPER_ENDINGS:
            return paper_bytes(report_paper(search, today, options), known, report)
    raise _refused(ending, REPORT_ENDINGS)


def preparation_bytes(paper: Paper, ending: str) -> bytes:
    """A preparation sheet as the bytes of a file. Raises Problem for an ending that is not one
    of PAPER_ENDINGS."""
    if ending.lower() not in PAPER_ENDINGS:
        raise _refused(ending, PAPER_ENDINGS)
    return paper_bytes(paper, ending)


def _refused(ending: str, known: tuple[str, ...]) -> Problem:
    named = f"a file with “{ending}”" if ending else "a file with no ending"
    others = ", ".join(known[:-1])
    return Problem(f"Can’t write this report to {named}. It goes to {others} or {known[-1]}.")
