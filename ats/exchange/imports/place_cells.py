"""Reads where the work is from cells: places, a work mode, an employment type."""

from __future__ import annotations

import re
from typing import Any

from ats.domain.application import EmploymentType, WorkMode
from ats.exchange.imports.cell_words import employment_of, said_yes, work_mode_of
from ats.exchange.imports.cells_in import Cells
from ats.exchange.imports.fields import Field

PLACE_FIELDS = (
    Field.LOCATION, Field.REGION, Field.COUNTRY, Field.WORK_MODE, Field.EMPLOYMENT,
)  # fmt: skip


def place(cells: Cells) -> dict[str, Any]:
    """`locations`, `work_mode` and `employment_type`. A place that is only "Remote" says the
    work mode as well; a city is told with its region and country."""
    found = listed(cells.text(Field.LOCATION), r"[;|\n]")
    mode = _work_mode(cells)
    if mode is None and len(found) == 1:
        mode = work_mode_of(found[0])
    return {
        "locations": _with_region(cells, found),
        "work_mode": mode,
        "employment_type": _employment(cells),
    }


def listed(text: str, signs: str) -> tuple[str, ...]:
    """The items of a cell, each once and on one line."""
    if not text:
        return ()
    items = (" ".join(item.split()) for item in re.split(signs, text))
    return tuple(dict.fromkeys(item for item in items if item))


def _with_region(cells: Cells, found: tuple[str, ...]) -> tuple[str, ...]:
    """One city with its region and country; several cities stay as they are."""
    around = [cells.line(Field.REGION), cells.line(Field.COUNTRY)]
    if len(found) > 1:
        cells.keep(Field.REGION)
        cells.keep(Field.COUNTRY)
        return found
    city = found[0] if found else ""
    words = re.findall(r"\w+", city.casefold())
    more = [name for name in around if name and name.casefold() not in words]
    whole = ", ".join(dict.fromkeys([*filter(None, [city]), *more]))
    return (whole,) if whole else ()


def _work_mode(cells: Cells) -> WorkMode | None:
    """The work mode of its column, which may say yes to "Remote"; other words are kept."""
    text = cells.text(Field.WORK_MODE)
    if not text:
        return None
    answer = said_yes(text)
    if answer is not None:
        cells.keep(Field.WORK_MODE)
        return WorkMode.REMOTE if answer else None
    mode = work_mode_of(text)
    if mode is None:
        cells.report(Field.WORK_MODE, "This work mode isn’t known.")
    elif text != mode:
        cells.keep(Field.WORK_MODE)
    return mode


def _employment(cells: Cells) -> EmploymentType | None:
    kind = cells.value(Field.EMPLOYMENT, employment_of, "This employment type isn’t known.")
    if kind is not None and cells.text(Field.EMPLOYMENT) != kind:
        cells.keep(Field.EMPLOYMENT)
    return kind
