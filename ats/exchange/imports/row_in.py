"""Reads the rows of somebody's table into applications to be. What a field can't hold is kept
under its header, and what could not be read is named."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from ats.domain.money import Pay, PayPeriod
from ats.exchange.imports.cell_words import excitement_of, said_yes
from ats.exchange.imports.cells_in import Cells, Table
from ats.exchange.imports.fields import Field
from ats.exchange.imports.link_cell import link, named_link
from ats.exchange.imports.pay_cell import (
    currency_in,
    has_currency,
    number_in,
    pay_in,
    period_in,
    period_of,
    says_more,
)
from ats.exchange.imports.place_cells import PLACE_FIELDS, listed, place
from ats.exchange.imports.row_history import HISTORY_FIELDS, history
from ats.exchange.imports.row_reader import RowReader
from ats.exchange.imports.short_ways import link_plainly, names_plainly, text_plainly

_PAY_FIELDS = (
    Field.SALARY, Field.SALARY_MIN, Field.SALARY_MAX, Field.CURRENCY, Field.PERIOD, Field.LOCATION,
)  # fmt: skip
_EMAIL = re.compile(r"[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+")
_LONGEST_EMAIL = 254
_NAME_FIELDS = (Field.TITLE, Field.COMPANY, Field.COMPANY_AND_TITLE)


def reader_of(table: Table) -> RowReader:
    """The reader of a foreign table's rows."""
    return RowReader(
        table,
        (
            (_NAME_FIELDS, _names, names_plainly(table)),
            (HISTORY_FIELDS, history, None),
            (PLACE_FIELDS, place, None),
            (_PAY_FIELDS, _pay, None),
            ((Field.DEADLINE,), lambda cells: {"deadline": cells.day(Field.DEADLINE)}, None),
            ((Field.POSTED,), lambda cells: {"posted_on": cells.day(Field.POSTED)}, None),
            ((Field.NEXT_ACTION_ON,), _next_day, None),
            ((Field.LINK, Field.TITLE), link, link_plainly(table)),
            ((Field.TAGS,), _tags, None),
            ((Field.CONTACT,), _contacts, None),
            ((Field.BONUS, Field.EQUITY, Field.EXCITEMENT), _marks, None),
            ((Field.SOURCE,), lambda cells: {"source": cells.line(Field.SOURCE)}, None),
            ((Field.REFERENCE,), lambda cells: {"reference": cells.line(Field.REFERENCE)}, None),
            ((Field.NEXT_ACTION,), _next_action, None),
            ((Field.NOTES,), _notes, text_plainly(table, Field.NOTES)),
            ((Field.POSTING,), _posting, None),
        ),
    )


def _names(cells: Cells) -> dict[str, Any]:
    """Title and company; one cell for both is parted at the first dash or colon. A name that
    says "None" is one where the other is known."""
    title, company = cells.line(Field.TITLE), cells.line(Field.COMPANY)
    title = named_link(title)[0] or title
    both = cells.line(Field.COMPANY_AND_TITLE)
    if both and not (title and company):
        title, company = _parted(cells, both, title, company)
    if title or company:
        title = title or " ".join(cells.raw(Field.TITLE).split())
        company = company or " ".join(cells.raw(Field.COMPANY).split())
    return {"title": title, "company": company}


def _parted(cells: Cells, both: str, title: str, company: str) -> tuple[str, str]:
    first, sign, second = re.split(r"(: | [-–—|@•·] | at | chez | bei )", f"{both} - ", maxsplit=1)
    second = second.removesuffix(" - ")
    if not second:
        return title or first, company
    cells.keep(Field.COMPANY_AND_TITLE)
    if sign.strip() in ("@", "at", "chez", "bei"):
        first, second = second, first
    return title or second, company or first


def _next_day(cells: Cells) -> dict[str, Any]:
    return {"next_action_on": cells.day(Field.NEXT_ACTION_ON)}


def _tags(cells: Cells) -> dict[str, Any]:
    return {"tags": listed(cells.text(Field.TAGS), r"[,;|\n]")}


def _contacts(cells: Cells) -> dict[str, Any]:
    """The people of a cell. An e-mail address beside a name is parted from it; the cell is
    kept, because somebody who is there already may have another, and for what else it says."""
    pieces = listed(cells.text(Field.CONTACT), r"[;|\n]")
    people = [person for piece in pieces for person in _people(piece)]
    emails = tuple((name, email) for name, email in people if email)
    if emails:
        cells.keep(Field.CONTACT)
    return {"contacts": tuple(dict.fromkeys(name for name, _ in people)), "emails": emails}


def _people(piece: str) -> list[tuple[str, str]]:
    """The names and addresses of "Ann Lee <ann@firm.example>, Bo Ray <bo@firm.example>". What
    follows an address without having one is no person: a position or a number."""
    people = [_addressed(each) for each in listed(piece, r"(?<=>),")]
    return [each for each in people if each[1]] if people and people[0][1] else people


def _addressed(person: str) -> tuple[str, str]:
    """The name and the address of "Ann Lee <ann@firm.example>"; "" for what is not told so."""
    name, _, rest = person.rpartition("<")
    name, email = name.strip(' "'), rest.removesuffix(">").strip()
    if name and rest.endswith(">") and len(email) <= _LONGEST_EMAIL and _EMAIL.fullmatch(email):
        return name, email
    return person, ""


def _marks(cells: Cells) -> dict[str, Any]:
    most = cells.table.scale
    rated = cells.value(
        Field.EXCITEMENT, lambda text: excitement_of(text, most), "It isn’t a number from 1 to 5."
    )
    if rated is not None and cells.text(Field.EXCITEMENT) != str(rated):
        cells.keep(Field.EXCITEMENT)
    return {
        "bonus": yes(cells, Field.BONUS),
        "equity": yes(cells, Field.EQUITY),
        "excitement": rated,
    }


def yes(cells: Cells, name: Field) -> bool:
    """Whether a cell says yes; other words than yes and no are kept."""
    answer = said_yes(cells.text(name))
    if answer is None and cells.text(name):
        cells.keep(name)
    return answer is not False and bool(cells.text(name))


def _notes(cells: Cells) -> dict[str, Any]:
    return {"notes": cells.text(Field.NOTES)}


def _next_action(cells: Cells) -> dict[str, Any]:
    return {"next_action": cells.line(Field.NEXT_ACTION)}


def _pay(cells: Cells) -> dict[str, Any]:
    said = period_in(cells.text(Field.PERIOD)) or _period_of_headers(cells.table)
    near = cells.line(Field.LOCATION)
    least, most = _amount(cells, Field.SALARY_MIN), _amount(cells, Field.SALARY_MAX)
    text = cells.text(Field.SALARY)
    whole = (pay_in(text, near, said) if text else None) or Pay()
    if text and not whole:
        cells.report(Field.SALARY, "No amount could be read.")
    elif text and (says_more(text) or least is not None or most is not None):
        cells.keep(Field.SALARY)
    if least is None and most is None:
        least, most = whole.least_amount, whole.most_amount
    ends = f"{cells.text(Field.SALARY_MIN)} {cells.text(Field.SALARY_MAX)}"
    currency = _currency(cells) or whole.currency or currency_in(ends)
    if currency is None:
        for name in (Field.SALARY, Field.SALARY_MIN, Field.SALARY_MAX):
            if has_currency(cells.text(name)):
                cells.keep(name)
    period = whole.period or said or period_of(most or least, currency, ends)
    return {
        "pay": Pay.of(least, most, currency, period) if (least, most) != (None, None) else Pay()
    }


def _amount(cells: Cells, name: Field) -> Decimal | None:
    return cells.value(name, number_in, "No amount could be read.")


def _currency(cells: Cells) -> str | None:
    text = cells.text(Field.CURRENCY)
    found = currency_in(text) if text else None
    if text and found is None:
        cells.keep(Field.CURRENCY)
    return found


def _period_of_headers(table: Table) -> PayPeriod | None:
    """A header such as "Monthly salary" says the period for its column."""
    for column, name in table.mapping.items():
        if name in (Field.SALARY, Field.SALARY_MIN, Field.SALARY_MAX):
            period = period_in(table.header(column))
            if period is not None:
                return period
    return None


def _posting(cells: Cells) -> dict[str, Any]:
    text = cells.text(Field.POSTING)
    if "<" not in text or not re.search(
        r"</?(?:p|div|ul|li|br|span|h\d|b|strong)\b[^>]*>", text, re.IGNORECASE
    ):
        return {"posting_text": text, "posting_html": None}
    from selectolax.lexbor import LexborHTMLParser

    body = LexborHTMLParser(text).body
    plain = body.text(separator="\n", strip=True) if body is not None else ""
    return {"posting_text": plain, "posting_html": text}
