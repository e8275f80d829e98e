"""The columns of the program's own application table, and how its cells are written, so that
what was exported can be read back exactly.

A cell that a spreadsheet would take for a formula gets an apostrophe in front; a list is
written with semicolons and a history as "2026-11-02 Saved; 2026-11-20 Closed (rejected)";
`event_cells` tells how it holds interviews, messages and notes. In both, a backslash stands
before a sign that is meant as text.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from ats.domain.stage import DEFAULT_STAGES, Outcome, StageKind
from ats.exchange.event_cells import Happening, happening_of, happening_text

COLUMNS = (
    "Title", "Company", "Stage", "Stage kind", "Outcome", "Applied", "Saved", "Deadline",
    "Posted", "Link", "Locations", "Work mode", "Employment type", "Pay min", "Pay max",
    "Pay currency", "Pay period", "Bonus", "Equity", "Source", "Reference", "Tags",
    "Excitement", "Next action", "Next action due", "Contacts", "History", "Notes",
)  # fmt: skip

# owasp.org/www-community/attacks/CSV_Injection, with the wide forms, also after blanks.
_FORMULA = re.compile(r"'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])")
_GUARDED = re.compile(rf"'{_FORMULA.pattern}")

_IN_LIST = re.compile(r"[\\;]")
_IN_NAME = re.compile(r"[\\;:(\[{]")

_PART = re.compile(r"(?:\\.|[^\\;]|\\\Z)+", re.DOTALL)

_KIND_OF_NAME = dict(DEFAULT_STAGES)
_MOVE = re.compile(
    r"(?P<on>\d{4}-\d\d-\d\d) (?P<stage>(?:\\.|[^\\:(\[])+?)"
    r"(?: \[(?P<kind>\w+)\])?(?: \((?P<outcome>[\w ]+)\))?(?:: (?P<note>.*))?",
    re.DOTALL,
)


DAY_UNKNOWN = "The imported file does not give the day."
"""The note of a move whose day is that of the move beside it."""

DAY_OF_UPDATE = "The day is that of the last update."
"""The note of a move whose day is that of the last change of any kind in the imported file: good
enough for a history, but no statement of when something took place."""

_GUESSES = (DAY_UNKNOWN, DAY_OF_UPDATE)


def is_guessed_day(note: str) -> bool:
    """Whether the first line of a move's note says that its day is a guess."""
    return note.partition("\n")[0] in _GUESSES


def without_guess(note: str) -> str:
    """The note of a move whose day a person has said."""
    return note.partition("\n")[2] if is_guessed_day(note) else note


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A move to a stage, named as the table names it. `kind` None means that the name alone
    tells what is meant; `on` None that the day is not known."""

    stage: str
    kind: StageKind | None = None
    on: date | None = None
    outcome: Outcome | None = None
    note: str = ""


def guarded(text: str) -> str:
    """A cell's text that no spreadsheet takes for a formula."""
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """A cell's text without the apostrophe that `guarded` put in front."""
    return text[1:] if _GUARDED.match(text) else text


def words_of(value: str) -> str:
    """A word of the program as people write it: "full_time" is "full time"."""
    return value.replace("_", " ")


def joined(items: Iterable[str]) -> str:
    """A list in one cell."""
    return "; ".join(_escaped(item, _IN_LIST) for item in items if item)


def parted(cell: str) -> tuple[str, ...]:
    """The list `joined` wrote."""
    return tuple(_unescaped(part) for part in _parts(cell))


def history_cell(events: Iterable[Move | Happening]) -> str:
    """Moves and what else happened, oldest first, in one cell. The kind of a stage is written
    where its name does not tell it; a move without a day is left out."""
    return "; ".join(
        happening_text(event) if isinstance(event, Happening) else _move_text(event)
        for event in events
        if event.on is not None
    )


def history_of(cell: str) -> tuple[tuple[Move, ...], tuple[Happening, ...]] | None:
    """The moves of a history cell and what else happened; None where the cell holds something
    else."""
    moves: list[Move] = []
    happenings: list[Happening] = []
    for part in _parts(cell):
        try:
            happening = happening_of(part)
            if happening is not None:
                happenings.append(replace(happening, after=len(moves)))
                continue
            match = _MOVE.fullmatch(part)
            if match is None:
                return None
            moves.append(_move(match))
        except ValueError:
            return None
    return tuple(moves), tuple(happenings)


def _move(match: re.Match[str]) -> Move:
    name, outcome = _unescaped(match["stage"]), match["outcome"]
    kind = StageKind(match["kind"]) if match["kind"] else _KIND_OF_NAME.get(name)
    return Move(
        stage=name,
        kind=kind,
        on=date.fromisoformat(match["on"]),
        outcome=Outcome(outcome.replace(" ", "_")) if outcome else None,
        note=_unescaped(match["note"] or ""),
    )


def _move_text(move: Move) -> str:
    kind = f" [{move.kind}]" if move.kind and _KIND_OF_NAME.get(move.stage) != move.kind else ""
    outcome = f" ({words_of(move.outcome)})" if move.outcome else ""
    note = f": {_escaped(move.note, _IN_LIST)}" if move.note else ""
    return f"{move.on} {_escaped(move.stage, _IN_NAME)}{kind}{outcome}{note}"


def _escaped(text: str, signs: re.Pattern[str]) -> str:
    return signs.sub(r"\\\g<0>", text)


def _unescaped(text: str) -> str:
    return re.sub(r"\\(.)", r"\1", text, flags=re.DOTALL)


def _parts(cell: str) -> list[str]:
    parts = _PART.findall(cell)
    return parts[:1] + [part.removeprefix(" ") for part in parts[1:]]
