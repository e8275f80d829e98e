"""Whether a column whose header names a field can hold it, by what stands in its cells."""

from __future__ import annotations

from collections.abc import Callable

from ats.exchange.imports.column_content import Content, Kind
from ats.exchange.imports.fields import DATE_FIELDS, STAGE_FIELDS, Field
from ats.exchange.imports.header_words import exact_fields
from ats.exchange.imports.status_words import plain_words

_DAYS = (Kind.DAY, Kind.SERIAL, Kind.PART_OF_DAY)
_SURE_STATUS = frozenset(
    "status, stage, application status, current status, application stage, statut, etat, état,"
    " stato, estado, bewerbungsstatus, etapa, étape, list name, 状态, 当前状态, 状況, 상태".split(
        ", "
    )
)
_TOLD = (Kind.HISTORY, Kind.DAY, Kind.STATUS, Kind.LONG)
_MOST = 0.6


def _is_days(content: Content) -> bool:
    return content.share(*_DAYS) > 0


def _is_name(content: Content) -> bool:
    other = content.share(Kind.DAY, Kind.LINK, Kind.EMAIL)
    return other < _MOST and content.share(Kind.NUMBER) < _MOST and content.share(Kind.LONG) < _MOST


def _is_pay(content: Content) -> bool:
    return content.share(Kind.MONEY, Kind.NUMBER) > 0


def _is_stage(content: Content) -> bool:
    told = content.share(*_DAYS, Kind.YES_NO, Kind.STATUS, Kind.WENT)
    days = content.share(Kind.NUMBER) < _MOST or content.share(Kind.SERIAL, Kind.YES_NO) > 0
    return told + content.share(Kind.HISTORY) >= 0.4 and days


def _is_rating(content: Content) -> bool:
    return content.share(Kind.DAY, Kind.LINK, Kind.LONG, Kind.YES_NO) < 0.3


_FITS: dict[Field, Callable[[Content], bool]] = {
    **dict.fromkeys(DATE_FIELDS, _is_days),
    **dict.fromkeys(STAGE_FIELDS, _is_stage),
    **dict.fromkeys((Field.TITLE, Field.COMPANY, Field.COMPANY_AND_TITLE), _is_name),
    **dict.fromkeys((Field.SALARY, Field.SALARY_MIN, Field.SALARY_MAX), _is_pay),
    Field.EXCITEMENT: _is_rating,
    Field.LINK: lambda content: content.share(Kind.LINK) >= 0.3,
    Field.SOURCE: lambda content: content.share(Kind.LINK, Kind.YES_NO, Kind.DAY) < _MOST,
    Field.CONTACT: lambda content: content.share(Kind.YES_NO, Kind.DAY, Kind.NUMBER) < 0.5,
    Field.LOCATION: lambda content: content.share(Kind.YES_NO, Kind.DAY, Kind.NUMBER) < 0.5,
    Field.REGION: lambda content: content.share(Kind.STATUS, Kind.YES_NO, Kind.DAY) < 0.3,
    Field.COUNTRY: lambda content: content.share(Kind.YES_NO, Kind.DAY, Kind.NUMBER) < 0.3,
    Field.WORK_MODE: lambda content: content.share(Kind.MODE, Kind.YES_NO) >= 0.4,
    Field.EMPLOYMENT: lambda content: content.share(Kind.EMPLOYMENT) >= 0.25,
    Field.HISTORY: lambda content: (
        content.share(Kind.HISTORY, Kind.DAY, Kind.STATUS, Kind.LONG) > 0
    ),
    Field.NEXT_ACTION: lambda content: content.share(Kind.DAY, Kind.YES_NO) < _MOST,
    Field.NOTES: lambda content: content.share(Kind.DAY, Kind.YES_NO) < 0.9,
    Field.CURRENCY: lambda content: content.share(Kind.NUMBER, Kind.DAY) < 0.3,
    Field.REFERENCE: lambda content: content.share(Kind.LINK, Kind.DAY) < 0.3,
    Field.TAGS: lambda content: content.share(Kind.DAY, Kind.YES_NO) < _MOST,
    Field.OUTCOME: lambda content: content.share(Kind.STATUS) > 0,
    Field.POSTING: lambda content: content.share(Kind.LINK, Kind.YES_NO, Kind.DAY) < _MOST,
    Field.PERIOD: lambda content: content.share(Kind.NUMBER, Kind.DAY) < 0.3,
}


def fits(field: Field, content: Content, header: str) -> bool:
    """Whether a column can hold a field. An empty column can hold any."""
    if not content.looked_at:
        return field is not Field.OUTCOME
    if field is Field.STAGE:
        return _can_be_status(content, header)
    rule = _FITS.get(field)
    return rule is None or rule(content)


def _can_be_status(content: Content, header: str) -> bool:
    """A header that may mean other things ("State", "List", "Progress") needs cells that say
    a status."""
    told = content.share(Kind.STATUS, Kind.HISTORY)
    if plain_words(header) in _SURE_STATUS:
        return content.share(Kind.LINK, Kind.EMAIL) < 0.5
    sure = Field.STAGE in exact_fields(header) and len(exact_fields(header)) == 1
    return told > (0 if sure else 0.3)
