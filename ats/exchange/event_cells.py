"""What happened besides moves, in one part of a history cell:

    2026-11-20 {interview | time: 14:00 | zone: Europe/London | round: 1 | how: video | note: …}

Empty fields are left out. A backslash stands before a sign that is meant as text. Who of the
contacts took part is not told; JSON and the archive hold that too.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, time

from ats.domain.timeline import (
    EventKind,
    Interview,
    InterviewKind,
    InterviewResult,
    wall_clock,
)

_PART = re.compile(r"(?P<on>\d{4}-\d\d-\d\d) \{(?P<fields>.*)\}", re.DOTALL)
_FIELD = re.compile(r"(?:\\.|[^\\|]|\\\Z)+", re.DOTALL)
_SIGNS = re.compile(r"[\\;|{}]")
_LARGEST = 2**63
_TEXTS = ("place", "people", "preparation", "questions", "went")


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """An event that is no move. `after` counts the moves that stand before it in its cell."""

    on: date
    kind: EventKind
    at: time | None = None
    zone: str | None = None
    title: str = ""
    note: str = ""
    interview: Interview | None = None
    after: int = 0

    def without_notes(self) -> Happening:
        """The same without what the person wrote for themselves."""
        bare = self.interview and replace(self.interview, preparation="", questions="", went="")
        return replace(self, note="", interview=bare)


def happening_text(one: Happening) -> str:
    """An event as a part of a history cell."""
    told: dict[str, object] = {
        "time": f"{one.at:%H:%M}" if one.at else None, "zone": one.zone, "title": one.title,
    }  # fmt: skip
    if one.interview is not None:
        told |= {"round": one.interview.round, "how": one.interview.kind}
        told |= {"minutes": one.interview.minutes, "result": one.interview.result}
        told |= {name: getattr(one.interview, name) for name in _TEXTS}
    told["note"] = one.note
    fields = [
        f"{name}: {_escaped(str(told[name]))}" for name in told if told[name] not in ("", None)
    ]
    return f"{one.on} {{{' | '.join([one.kind, *fields])}}}"


def happening_of(part: str) -> Happening | None:
    """The event that a part of a history cell tells of; None where it tells of something else.
    Raises ValueError for one that can't be."""
    match = _PART.fullmatch(part)
    if match is None:
        return None
    kind, *fields = _fields(match["fields"])
    told = {name: _unescaped(value) for name, _, value in (each.partition(": ") for each in fields)}
    return Happening(
        on=date.fromisoformat(match["on"]),
        kind=EventKind(kind),
        at=wall_clock(told["time"]) if "time" in told else None,
        zone=told.get("zone"),
        title=told.get("title", ""),
        note=told.get("note", ""),
        interview=_interview(told) if kind == EventKind.INTERVIEW else None,
    )


def _fields(text: str) -> list[str]:
    """The fields between the strokes; the blanks around a stroke belong to it."""
    parts = _FIELD.findall(text)
    last = len(parts) - 1
    return [
        part.removeprefix(" " if at else "").removesuffix(" " if at < last else "")
        for at, part in enumerate(parts)
    ]


def _interview(told: Mapping[str, str]) -> Interview:
    return Interview(
        event_id=0,
        round=_number(told.get("round", "1")),
        kind=InterviewKind(told.get("how", InterviewKind.OTHER)),
        minutes=_number(told["minutes"]) if "minutes" in told else None,
        result=InterviewResult(told.get("result", InterviewResult.PENDING)),
        place=told.get("place", ""),
        people=told.get("people", ""),
        preparation=told.get("preparation", ""),
        questions=told.get("questions", ""),
        went=told.get("went", ""),
    )


def _number(text: str) -> int:
    """Raises ValueError for what no store can hold."""
    number = int(text)
    if abs(number) >= _LARGEST:
        raise ValueError(text)
    return number


def _escaped(text: str) -> str:
    return _SIGNS.sub(r"\\\g<0>", text)


def _unescaped(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text, flags=re.DOTALL)
