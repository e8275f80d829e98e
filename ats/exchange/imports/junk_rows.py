"""Rows between the applications that are none: repeated headers, lines, marks of other programs,
totals, headings."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence

from ats.exchange.imports.day_cells import MONTHS, days_in, part_of_day
from ats.exchange.imports.raw_table import Row
from ats.exchange.imports.status_words import plain_words

REPEATED = "It repeats the headers."
TOTAL = "It holds a total, not an application."
LINE = "It is a line, not an application."
MARK = "It is a mark of a program that merges files, not an application."
HEADING = "It is a heading, not an application."

_TOTALS = re.compile(
    r"(?:grand |sub ?)?(?:totals?|sums?|summe|gesamt|totale|somme|suma|soma|totaal|summa|average"
    r"|avg|mean|count|durchschnitt|anzahl|moyenne|合计|总计|合計|합계)\b"
    r"(?: (?:applications?|jobs?|applied|rows?|bewerbungen|candidatures|count|number|so far|of|per"
    r"|amount|sent|\d+))*"
)
_LINE = re.compile(r"[\s=_\-–—*#~.:+|]+")
_MARK = re.compile(r"(?:<{5,}|>{5,}|={5,}|\|{5,})(?:\s.*)?")
_SUSPICIOUS = re.compile(
    r"[\W_]|(?:grand|sub|total|sum|som|gesamt|totaal|aver|avg|mean|count|durch|anz|moy|合|总|합)",
    re.IGNORECASE,
)
_PERIOD = re.compile(
    r"(?:(?:kw|week|woche|semaine|semana|settimana|vecka|uke|uge|month|q[1-4]|quarter)\s?\d*"
    r"|\d{4})(?:\s\d{4})?"
)
_COMMON_WORDS = frozenset("set out ago".split())
_MONTH = re.compile(
    rf"(?:\d{{4}} )?(?:{'|'.join(sorted(set(MONTHS) - _COMMON_WORDS))})(?: (?:\d{{4}}|\d\d))?"
    r"|(?:\d{4}年 ?)?\d{1,2}月"
)


def reasons_against(
    rows: Sequence[Row], header: Row | None, *, junk: bool, naming: Collection[int] = ()
) -> dict[int, str]:
    """The reasons why rows of a table are no applications, by the number of the row. Without
    `junk`, only repeated headers are looked for. A month alone in one of the columns `naming`,
    which hold names, may be a name: it is a heading only in the first column, where the table
    has other headings."""
    names = [] if header is None else [cell.strip() for cell in header.cells]
    first_name = names[0] if names else None
    reasons: dict[int, str] = {}
    months: dict[int, str] = {}
    for row in rows:
        cells = row.cells
        first = cells[0].strip()
        if first == first_name and [cell.strip() for cell in cells] == names:
            reasons[row.number] = REPEATED
        elif junk and not _is_plain(first, cells):
            reason = _reason_against(cells)
            at = _month_alone(cells) if reason is HEADING else None
            if at is not None and at in naming:
                if at == 0:
                    months[row.number] = plain_words(first)
            elif reason is not None:
                reasons[row.number] = reason
    if HEADING in reasons.values() or len(set(months.values())) > 1:
        reasons.update(dict.fromkeys(months, HEADING))
    return reasons


def _month_alone(cells: Sequence[str]) -> int | None:
    """The column of the one cell that a row has, where that is the bare name of a month."""
    filled = [at for at, cell in enumerate(cells) if cell and not cell.isspace()]
    bare = len(filled) == 1 and cells[filled[0]].strip().rstrip(".").casefold() in MONTHS
    return filled[0] if bare else None


def _is_plain(first: str, cells: Sequence[str]) -> bool:
    """Whether a row begins with a word that is none of those to look at, and has more cells
    than that, which don't repeat it."""
    if not first or _SUSPICIOUS.match(first) or cells[0] in cells[1:2]:
        return False
    return len("".join(cells).strip()) > len(first)


def _reason_against(cells: Sequence[str]) -> str | None:
    filled = [cell.strip() for cell in cells if cell and not cell.isspace()]
    first = filled[0]
    if len(filled) > 2 and set(filled) == {first}:
        filled = [first]  # One cell was merged over the whole row.
    if len(filled) > 1 and not _SUSPICIOUS.match(first):
        return None
    if first[:1] in "<>=|" and _MARK.fullmatch(first) and len(filled) == 1:
        return MARK
    if all(_LINE.fullmatch(cell) for cell in filled) and any(len(cell) > 1 for cell in filled):
        return LINE
    if len(first) < 60 and _is_total(first, filled):
        return TOTAL
    if len(filled) == 1 and len(first) < 40 and _is_period(first):
        return HEADING
    return None


def _is_total(first: str, filled: Sequence[str]) -> bool:
    if not _TOTALS.fullmatch(plain_words(first)):
        return False
    return all(re.search(r"\d", cell) or len(cell) < 3 for cell in filled[1:])


def _is_period(text: str) -> bool:
    if days_in(text) and days_in(text)[0].whole:
        return True
    if part_of_day(text) == "the day":
        return True
    words = plain_words(text)
    return (_PERIOD.fullmatch(words) or _MONTH.fullmatch(words)) is not None
