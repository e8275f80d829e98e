"""What editing a cell of the table does: one command for each column that can be edited."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from ats.commands.applications import edit_application
from ats.commands.timeline import edit_event
from ats.domain.money import Pay
from ats.domain.overview import ApplicationRow
from ats.domain.problem import Problem
from ats.domain.stage import StageKind
from ats.exchange.imports.pay_cell import pay_in
from ats.gui.amounts import read_date
from ats.store import Store
from ats.store.queries.application import application_detail

Edit = Callable[[Store, ApplicationRow, str], None]


def edit_cell(store: Store, row: ApplicationRow, key: str, text: str) -> None:
    """Store what was typed into the column `key`. Raises Problem for text that makes no
    sense there; nothing is changed then."""
    _EDITS[key](store, row, text.strip())


def _text(field: str) -> Edit:
    return lambda store, row, text: edit_application(store, row.id, **{field: text})


def _edit_deadline(store: Store, row: ApplicationRow, text: str) -> None:
    edit_application(store, row.id, deadline=_date(store, text))


def _edit_excitement(store: Store, row: ApplicationRow, text: str) -> None:
    if text and text not in "12345":
        raise Problem(f"“{text}” isn’t an excitement. Enter 1 to 5, or nothing.")
    edit_application(store, row.id, excitement=int(text) if text else None)


def _edit_applied(store: Store, row: ApplicationRow, text: str) -> None:
    """The day of the first move to a stage of the kind applied."""
    detail = application_detail(store, row.id)
    moves = detail.events if detail else ()
    first = next((each for each in moves if each.stage_kind is StageKind.APPLIED), None)
    if first is None:
        raise Problem("You haven’t applied yet. Move it to an applied stage first.")
    on = _date(store, text)
    if on is None:
        raise Problem("The day you applied can be changed, but not removed here.")
    edit_event(store, first.id, on=on)


def _edit_pay(store: Store, row: ApplicationRow, text: str) -> None:
    """Currency and period stay as they were where the text names none."""
    edit_application(store, row.id, pay=_pay(text, row.pay))


def _pay(text: str, before: Pay) -> Pay:
    if not text:
        return Pay(currency=before.currency, period=before.period)
    found = pay_in(text)
    if found is None:
        raise Problem(f"“{text}” isn’t pay. Try 85,000 or 80k–95k.")
    currency, period = found.currency or before.currency, found.period or before.period
    return Pay.of(found.least_amount, found.most_amount, currency, period)


def _date(store: Store, text: str) -> date | None:
    on = read_date(text, store.today())
    if text and on is None:
        raise Problem(f"“{text}” isn’t a date. Try 4 Nov or 2026-11-04.")
    return on


_EDITS: dict[str, Edit] = {
    "title": _text("title"),
    "company": _text("company"),
    "source": _text("source"),
    "pay": _edit_pay,
    "deadline": _edit_deadline,
    "excitement": _edit_excitement,
    "applied": _edit_applied,
}
