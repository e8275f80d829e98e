"""Finds fields in columns whose headers say nothing, by what stands in their cells."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ats.exchange.imports.column_content import Content, Kind
from ats.exchange.imports.fields import NAMING_FIELDS, STAGE_FIELDS, Field

_LEAST = 0.6
# The kinds that tell a field, the most telling first.
_BY_KIND: tuple[tuple[Field, tuple[Kind, ...]], ...] = (
    (Field.LINK, (Kind.LINK,)),
    (Field.STAGE, (Kind.STATUS, Kind.HISTORY)),
    (Field.APPLIED, (Kind.DAY,)),
    (Field.WORK_MODE, (Kind.MODE,)),
    (Field.EMPLOYMENT, (Kind.EMPLOYMENT,)),
    (Field.SALARY, (Kind.MONEY,)),
    (Field.LOCATION, (Kind.PLACE, Kind.MODE)),
)
_PAY = {Field.SALARY_MIN, Field.SALARY_MAX}
_OTHER = (
    Kind.LINK, Kind.EMAIL, Kind.DAY, Kind.NUMBER, Kind.YES_NO, Kind.LONG, Kind.STATUS, Kind.MONEY,
)  # fmt: skip


def field_by_content(
    contents: Sequence[Content], free: Sequence[int], named: set[Field], *, headless: bool
) -> Iterator[tuple[int, Field]]:
    """(column, field) for columns among `free` that plainly hold a field that no other column
    is `named` for. `headless` is True where no header could say otherwise."""
    left = list(free)
    for field, kinds in _BY_KIND:
        if field in named or not _wanted(field, named):
            continue
        able = [at for at in left if headless or contents[at].looked_at > 1]
        best = max(able, key=lambda at: contents[at].share(*kinds), default=None)
        if best is not None and contents[best].share(*kinds) >= _LEAST:
            left.remove(best)
            yield best, field
    yield from _names(contents, left, named, headless=headless)


def _wanted(field: Field, named: set[Field]) -> bool:
    if field is Field.SALARY:
        return not named & _PAY
    # A day that is not said to be of applying may be of anything where stages have their days.
    return field is not Field.APPLIED or not named & {*STAGE_FIELDS, Field.SAVED, Field.HISTORY}


def _names(
    contents: Sequence[Content], left: list[int], named: set[Field], *, headless: bool
) -> Iterator[tuple[int, Field]]:
    """Title and company: roles are told by their words, firms by their forms; without headers
    the first columns of text are the company and the role, in that order unless told."""
    if named & set(NAMING_FIELDS) and not headless:
        return
    texts = [at for at in left if _is_text(contents[at])]
    if not headless:
        texts = [at for at in texts if contents[at].looked_at > 1]
    shares: Mapping[int, float] = {at: contents[at].share(Kind.ROLE) for at in texts}
    title = max(texts, key=lambda at: shares[at], default=None)
    least = 0.15 if headless else 0.3
    if Field.TITLE not in named and title is not None and shares[title] >= least:
        texts.remove(title)
        yield title, Field.TITLE
    else:
        title = None
    firm = max(texts, key=lambda at: contents[at].share(Kind.FIRM), default=None)
    if firm is None or Field.COMPANY in named:
        return
    if contents[firm].share(Kind.FIRM) < 0.25:
        if not headless and title is None:
            return
        firm = texts[0]
    texts.remove(firm)
    yield firm, Field.COMPANY
    if title is None and texts and Field.TITLE not in named and headless:
        yield texts[0], Field.TITLE


def _is_text(content: Content) -> bool:
    return content.looked_at > 0 and content.share(*_OTHER) < 0.5
