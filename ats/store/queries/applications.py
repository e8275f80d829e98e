"""The applications as board, table and lists show them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from decimal import Decimal
from typing import Any
from weakref import WeakKeyDictionary

from ats.domain.money import yearly
from ats.domain.overview import ApplicationRow
from ats.domain.saved_view import ApplicationFilter, SortKey
from ats.store.queries.imports import brought_by
from ats.store.queries.search import matching
from ats.store.rows import read
from ats.store.store import Store

__all__ = [
    "ApplicationRow",
    "application_row",
    "application_rows",
    "applications",
    "found_by",
    "needs_action",
    "ordered",
    "passes",
    "texts_in_use",
]

_ROWS = """
select application.id, application.title, application.company_id,
    coalesce(company.name, '') as company,
    application.stage_id, stage.name as stage, stage.kind as stage_kind,
    stage.position as stage_position,
    (select max("on") from event where event.application_id = application.id
        and event.stage_id = application.stage_id) as stage_since,
    application.outcome, application.position, application.locations, application.work_mode,
    application.employment_type, application.pay_least, application.pay_most,
    application.pay_currency, application.pay_period, application.bonus, application.equity,
    application.deadline, application.posted_on, application.reference, application.link,
    application.source, application.excitement, application.created_at, application.trashed_at,
    (select min("on") from event join stage as reached on reached.id = event.stage_id
        where event.application_id = application.id and reached.kind = 'applied') as applied_on,
    coalesce((select json_group_array(name) from
        (select tag.name from application_tag join tag on tag.id = tag_id
         where application_id = application.id order by tag.name)), '[]') as tags,
    coalesce(strong, 0) as strong, coalesce(partial, 0) as partial,
    coalesce(gap, 0) as gap, coalesce(to_assess, 0) as to_assess,
    next_action.text as next_action, next_action.due_on as next_action_on
from application
join stage on stage.id = application.stage_id
left join company on company.id = application.company_id
left join next_action on next_action.application_id = application.id
    and next_action.done_at is null
left join (
    select application_id, sum(status = 'strong') as strong, sum(status = 'partial') as partial,
        sum(status = 'gap') as gap, sum(status = 'to_assess') as to_assess
    from requirement where kind != 'condition' group by application_id
) as coverage on coverage.application_id = application.id
"""


# Rows read before, so that a board read again after one change makes one new record.
_known: WeakKeyDictionary[Store, dict[tuple[Any, ...], ApplicationRow]] = WeakKeyDictionary()
_KNOWN_AT_MOST = 50_000
_MANY = 500


def applications(
    store: Store,
    wanted: ApplicationFilter | None = None,
    sort: SortKey = SortKey.MANUAL,
    *,
    descending: bool = False,
    trashed: bool = False,
) -> list[ApplicationRow]:
    """The applications that pass the filter, sorted; what has no value for the key comes
    last. With `trashed`, those in the Trash instead."""
    wanted = wanted or ApplicationFilter()
    found = found_by(store, wanted)
    where = f"where application.trashed_at is {'not null' if trashed else 'null'}"
    if found is not None and len(found) < 500:
        where += f" and application.id in ({','.join(map(str, sorted(found))) or 'null'})"
    known = _known.setdefault(store, {})
    if len(known) > _KNOWN_AT_MOST:
        known.clear()
    rows = list(read(store.connection, ApplicationRow, f"{_ROWS} {where}", known=known))
    today = store.today()
    kept = [
        row for row in rows if (found is None or row.id in found) and passes(row, wanted, today)
    ]
    return ordered(kept, sort, today, descending=descending)


def found_by(store: Store, wanted: ApplicationFilter) -> frozenset[int] | None:
    """The applications that pass what a filter asks the store for: its words and its imports;
    None where it asks for neither."""
    found = matching(store, wanted.words)
    if not wanted.imports:
        return found
    brought = brought_by(store, wanted.imports)
    return brought if found is None else found & brought


def application_row(store: Store, id: int) -> ApplicationRow | None:
    """One application, also from the Trash; None where there is none."""
    rows = read(store.connection, ApplicationRow, f"{_ROWS} where application.id = ?", [id])
    return next(rows, None)


def application_rows(store: Store, ids: Sequence[int]) -> list[ApplicationRow]:
    """Those of these applications that are there and not in the Trash, in no order."""
    wanted = set(ids)
    sql, given = f"{_ROWS} where application.trashed_at is null", list(wanted)
    if len(wanted) <= _MANY:
        sql += f" and application.id in ({','.join('?' for _ in wanted)})"
    else:
        given = []
    rows = read(store.connection, ApplicationRow, sql, given)
    return [row for row in rows if row.id in wanted]


def application_ids(store: Store) -> frozenset[int]:
    """All applications but those in the Trash."""
    sql = "select id from application where trashed_at is null"
    return frozenset(row[0] for row in store.connection.execute(sql))


def passes(row: ApplicationRow, wanted: ApplicationFilter, today: date) -> bool:
    """Whether a row passes what a filter asks of the row itself."""
    return (
        (not wanted.stages or row.stage_id in wanted.stages)
        and (not wanted.kinds or row.stage_kind in wanted.kinds)
        and (not wanted.outcomes or row.outcome in wanted.outcomes)
        and (not wanted.work_modes or row.work_mode in wanted.work_modes)
        and (not wanted.tags or bool(set(wanted.tags) & set(row.tags)))
        and (not wanted.sources or row.source in wanted.sources)
        and (wanted.pay_at_least is None or _pays(row, wanted.pay_at_least))
        and (not wanted.needs_action or needs_action(row, today))
    )


def needs_action(row: ApplicationRow, today: date) -> bool:
    """Whether an open application has something due today or overdue."""
    return row.is_open and row.due_on is not None and row.due_on <= today


def _pays(row: ApplicationRow, at_least: int) -> bool:
    amount = yearly(row.pay)
    return amount is not None and amount >= at_least


def ordered(
    rows: Sequence[ApplicationRow], sort: SortKey, today: date, *, descending: bool = False
) -> list[ApplicationRow]:
    """The rows by a sort key; equal rows keep the order of the board."""
    by_hand = sorted(rows, key=lambda row: (row.stage_position, row.position, row.id))
    if sort is SortKey.MANUAL:
        return by_hand[::-1] if descending else by_hand
    key = _SORTS[sort]
    valued = [(key(row, today), row) for row in by_hand]
    known = [pair for pair in valued if pair[0] not in (None, "")]
    known.sort(key=lambda pair: pair[0], reverse=descending)
    return [row for _, row in known] + [row for value, row in valued if value in (None, "")]


_SORTS: dict[SortKey, Callable[[ApplicationRow, date], Any]] = {
    SortKey.TITLE: lambda row, today: row.title.casefold(),
    SortKey.COMPANY: lambda row, today: row.company.casefold(),
    SortKey.STAGE: lambda row, today: row.stage_position,
    SortKey.PAY: lambda row, today: _pay_key(row),
    SortKey.COVERAGE: lambda row, today: (
        row.coverage.covered / row.coverage.total if row.coverage.assessed else None
    ),
    SortKey.NEXT_ACTION: lambda row, today: (row.next_action or "").casefold(),
    SortKey.DUE: lambda row, today: row.due_on,
    SortKey.APPLIED: lambda row, today: row.applied_on,
    SortKey.SOURCE: lambda row, today: row.source.casefold(),
    SortKey.DAYS_IN_STAGE: lambda row, today: row.days_in_stage(today),
    SortKey.EXCITEMENT: lambda row, today: row.excitement,
    SortKey.DEADLINE: lambda row, today: row.deadline,
}


def _pay_key(row: ApplicationRow) -> tuple[str, Decimal] | None:
    """Amounts are compared within a currency only; without a rate no other order is true."""
    amount = yearly(row.pay)
    return None if amount is None else (row.pay_currency or "", amount)


def texts_in_use(store: Store, what: str) -> list[str]:
    """Words to offer while typing: `what` is company, tag, source or location."""
    sql = {
        "company": "select name from company order by name collate nocase",
        "tag": "select name from tag order by name collate nocase",
        "source": "select distinct source from application where source != ''"
        " order by source collate nocase",
        "location": "select distinct value from application, json_each(locations)"
        " order by value collate nocase",
    }[what]
    return [row[0] for row in store.connection.execute(sql)]
