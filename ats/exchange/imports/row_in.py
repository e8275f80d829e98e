"""Reads one row of somebody's table into an application to be. What a field can't hold is
kept under its header, and what could not be read is named."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from ats.domain.application import EmploymentType, WorkMode
from ats.domain.money import Pay, PayPeriod
from ats.exchange.imports.cells_in import Cells, Table, said_yes
from ats.exchange.imports.delimited import Row
from ats.exchange.imports.field_headers import Field
from ats.exchange.imports.pay_cell import (
    currency_in,
    number_in,
    pay_in,
    period_in,
    period_of,
    says_more,
)
from ats.exchange.imports.plan import CellProblem, IgnoredRow, ImportRow
from ats.exchange.imports.row_history import history
from ats.exchange.imports.status_words import plain_words

_TOTALS = frozenset("total totals sum summe gesamt totale somme".split())

_WORK_MODES = {
    **dict.fromkeys(("remote", "fully remote", "yes", "home office", "wfh"), WorkMode.REMOTE),
    **dict.fromkeys(("hybrid", "hybride", "partly remote", "mostly remote"), WorkMode.HYBRID),
    **dict.fromkeys(("onsite", "on site", "in person", "office", "in office"), WorkMode.ONSITE),
}
_EMPLOYMENT = {
    **dict.fromkeys(("full time", "fulltime", "permanent", "vollzeit", "cdi"), "full_time"),
    **dict.fromkeys(("part time", "parttime", "teilzeit"), "part_time"),
    **dict.fromkeys(("contract", "contractor", "freelance"), "contract"),
    **dict.fromkeys(("temporary", "temp", "fixed term", "befristet", "cdd"), "temporary"),
    **dict.fromkeys(("internship", "intern", "stage", "praktikum"), "internship"),
}


def read_row(table: Table, row: Row) -> tuple[ImportRow | IgnoredRow, list[CellProblem]]:
    """The application a row is about, or why it is none, and what could not be read."""
    cells = Cells(table, row)
    title, company = _names(cells)
    if not title and not company:
        return IgnoredRow(row=row.number, reason="It names no role and no company."), []
    if not (title and company) and plain_words(title or company) in _TOTALS:
        return IgnoredRow(row=row.number, reason="It holds a total, not an application."), []
    return _application(cells, title, company), cells.problems


def _application(cells: Cells, title: str, company: str) -> ImportRow:
    told = history(cells)
    work_mode, locations = _place(cells)
    return ImportRow(
        row=cells.number,
        title=title or " ".join(cells.raw(Field.TITLE).split()),
        company=company or " ".join(cells.raw(Field.COMPANY).split()),
        stage=told.stage,
        stage_kind=told.kind,
        outcome=told.outcome,
        moves=told.moves,
        deadline=cells.day(Field.DEADLINE),
        posted_on=cells.day(Field.POSTED),
        locations=locations,
        work_mode=work_mode,
        link=_link(cells),
        pay=_pay(cells),
        tags=_list(cells.text(Field.TAGS), r"[,;|\n]"),
        contacts=_list(cells.text(Field.CONTACT), r"[;|\n]"),
        **short_fields(cells),
        **_posting(cells),
        # Last, because reading the other fields may add to what is kept.
        imported=cells.imported,
    )


def _names(cells: Cells) -> tuple[str, str]:
    """Title and company; one cell for both is parted at the first dash or colon."""
    title, company = cells.line(Field.TITLE), cells.line(Field.COMPANY)
    both = cells.line(Field.COMPANY_AND_TITLE)
    if not both or (title and company):
        return title, company
    first, sign, second = re.split(r"(: | [-–—|@] )", f"{both} - ", maxsplit=1)
    second = second.removesuffix(" - ")
    if not second:
        return title or first, company
    cells.keep(Field.COMPANY_AND_TITLE)
    if "@" in sign:
        first, second = second, first
    return title or second, company or first


def short_fields(cells: Cells) -> dict[str, Any]:
    """The fields that are read alike from every table."""
    return {
        "employment_type": cells.value(
            Field.EMPLOYMENT, _employment, "This employment type isn’t known."
        ),
        "bonus": yes(cells, Field.BONUS),
        "equity": yes(cells, Field.EQUITY),
        "source": cells.line(Field.SOURCE),
        "reference": cells.line(Field.REFERENCE),
        "excitement": cells.value(Field.EXCITEMENT, _excitement, "It isn’t a number from 1 to 5."),
        "next_action": cells.line(Field.NEXT_ACTION),
        "next_action_on": cells.day(Field.NEXT_ACTION_ON),
        "notes": cells.text(Field.NOTES),
    }


def yes(cells: Cells, name: Field) -> bool:
    """Whether a cell says yes; other words than yes and no are kept."""
    answer = said_yes(cells.text(name))
    if answer is None and cells.text(name):
        cells.keep(name)
    return answer is not False and bool(cells.text(name))


def work_mode_of(text: str) -> WorkMode | None:
    return _WORK_MODES.get(plain_words(text))


def _work_mode(cells: Cells) -> WorkMode | None:
    """The work mode of its column; words that say it less simply are kept."""
    mode = cells.value(Field.WORK_MODE, work_mode_of, "This work mode isn’t known.")
    if mode is not None and plain_words(cells.text(Field.WORK_MODE)).replace(" ", "") != mode:
        cells.keep(Field.WORK_MODE)
    return mode


def _employment(text: str) -> EmploymentType | None:
    known = _EMPLOYMENT.get(plain_words(text))
    return EmploymentType(known) if known else None


def _excitement(text: str) -> int | None:
    if stars := text.count("★") + text.count("⭐"):
        return stars if stars <= 5 else None
    match = re.fullmatch(r"([1-5])(?:\.0)?(?:\s*/\s*5)?", text.strip())
    return int(match[1]) if match else None


def _place(cells: Cells) -> tuple[WorkMode | None, tuple[str, ...]]:
    """Work mode and locations. A place that is only "Remote" says the work mode as well."""
    locations = _list(cells.text(Field.LOCATION), r"[;|\n]")
    mode = _work_mode(cells)
    if mode is None and len(locations) == 1 and locations[0].casefold() != "yes":
        mode = work_mode_of(locations[0])
    return mode, locations


def _list(text: str, signs: str) -> tuple[str, ...]:
    items = (" ".join(item.split()) for item in re.split(signs, text))
    return tuple(dict.fromkeys(item for item in items if item))


def _link(cells: Cells) -> str:
    text = cells.text(Field.LINK)
    if not text or re.fullmatch(r"(?:https?://|www\.)\S+|[\w-]+(?:\.[\w-]+)+(?:/\S*)?", text):
        return text
    cells.report(Field.LINK, "It isn’t a link.")
    return ""


def _pay(cells: Cells) -> Pay:
    said = period_in(cells.text(Field.PERIOD)) or _period_of_headers(cells.table)
    near = cells.line(Field.LOCATION)
    least, most = _amount(cells, Field.SALARY_MIN), _amount(cells, Field.SALARY_MAX)
    text = cells.text(Field.SALARY)
    whole = pay_in(text, near, said) or Pay()
    if text and not whole:
        cells.report(Field.SALARY, "No amount could be read.")
    elif text and (says_more(text) or least is not None or most is not None):
        cells.keep(Field.SALARY)
    if least is None and most is None:
        least, most = whole.least_amount, whole.most_amount
    ends = f"{cells.text(Field.SALARY_MIN)} {cells.text(Field.SALARY_MAX)}"
    currency = currency_in(cells.text(Field.CURRENCY)) or whole.currency or currency_in(ends)
    period = whole.period or said or period_of(most or least, currency, ends)
    return Pay.of(least, most, currency, period)


def _amount(cells: Cells, name: Field) -> Decimal | None:
    return cells.value(name, number_in, "No amount could be read.")


def _period_of_headers(table: Table) -> PayPeriod | None:
    """A header such as "Monthly salary" says the period for its column."""
    for column, name in table.mapping.items():
        if name in (Field.SALARY, Field.SALARY_MIN, Field.SALARY_MAX):
            period = period_in(table.header(column).replace("_", " "))
            if period is not None:
                return period
    return None


def _posting(cells: Cells) -> dict[str, Any]:
    text = cells.text(Field.POSTING)
    if not re.search(r"</?(?:p|div|ul|li|br|span|h\d|b|strong)\b[^>]*>", text, re.IGNORECASE):
        return {"posting_text": text}
    from selectolax.lexbor import LexborHTMLParser

    body = LexborHTMLParser(text).body
    plain = body.text(separator="\n", strip=True) if body is not None else ""
    return {"posting_text": plain, "posting_html": text}
