"""Times of day and time zones as a person gives them. Pure, but for the zone of this computer."""

from __future__ import annotations

import re
from datetime import time
from functools import cache
from zoneinfo import available_timezones

from PySide6.QtCore import QTimeZone

_TIME = re.compile(r"(\d{1,2})(?:[:.h]?(\d{2}))?\s*(am|pm)?", re.IGNORECASE)


def read_time(text: str) -> time | None:
    """The time in a text like "10:00", "9", "15.30" or "3 pm"; None when it is not one."""
    found = _TIME.fullmatch(text.strip().replace(".m.", "m").replace("a.m", "am"))
    if not found:
        return None
    hour, minute, half = int(found[1]), int(found[2] or 0), (found[3] or "").lower()
    if half:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if half == "pm" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def local_zone() -> str:
    """The IANA name of this computer's time zone; UTC where it is not known."""
    name = QTimeZone.systemTimeZoneId().toStdString()
    return name if name in available_timezones() else "UTC"


@cache
def zones() -> tuple[str, ...]:
    """The zone names to choose from: this computer's first, then those of places."""
    here = local_zone()
    places = sorted(name for name in available_timezones() if "/" in name and _is_place(name))
    return (here, *(name for name in ("UTC", *places) if name != here))


def _is_place(name: str) -> bool:
    return not name.startswith(("Etc/", "SystemV/", "posix/", "right/"))
