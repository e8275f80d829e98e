"""How days and weeks are written in the layouts of the work-search report."""

from __future__ import annotations

from datetime import date

_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_LONG_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def named(on: date) -> str:
    return f"{on.day} {_MONTHS[on.month - 1]} {on.year}"


def named_short(on: date, near: date) -> str:
    return f"{on.day} {_MONTHS[on.month - 1]}" + (f" {on.year}" if on.year != near.year else "")


def american(on: date) -> str:
    return f"{on:%m/%d/%Y}"


def american_short(on: date, near: date) -> str:
    return f"{on:%m/%d}" if on.year == near.year else american(on)


def german(on: date) -> str:
    return f"{on:%d.%m.%Y}"


def german_short(on: date, near: date) -> str:
    return f"{on:%d.%m.}" if on.year == near.year else german(on)


def british_week(first: date, last: date) -> str:
    return f"Monday {_british_day(first)} to Sunday {_british_day(last)}"


def _british_day(on: date) -> str:
    return f"{on.day} {_LONG_MONTHS[on.month - 1]} {on.year}"


def german_week(first: date, last: date) -> str:
    return f"KW {first.isocalendar().week}: {german(first)} bis {german(last)}"


def named_week(first: date, last: date) -> str:
    return f"Week of Mon {named(first)} to Sun {named(last)}"


def american_week(first: date, last: date) -> str:
    """Claims are for weeks that end on a Saturday."""
    return f"Week ending Saturday, {american(last)} ({american(first)} to {american(last)})"
