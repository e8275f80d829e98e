"""What the command palette offers and in which order. No Qt: names in, ranked entries out."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from ats.domain.stage import Outcome, StageKind

MOST_APPLICATIONS = 8
MOST_IN_TEXT = 5
MOST_COMMANDS = 60

_WORD_START, _IN_ROW, _FIRST = 30, 18, 20
_GAP = 1
_NAME_ONLY = 12  # a hit in the first part of an entry counts more than one in the second


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """One line: an application (`key` is its id), a command (`key` is its action) or a stage.
    `beside` is a second, quieter part that is searched too; `keys` a shortcut to show."""

    kind: str
    key: int | str
    name: str
    beside: str = ""
    keys: str = ""
    icon: str = ""
    stage_kind: StageKind | None = None
    outcome: Outcome | None = None
    enabled: bool = True


@dataclass(frozen=True, slots=True)
class Group:
    title: str
    entries: tuple[Entry, ...]


def fold(text: str) -> str:
    """Text without case and accents, for comparing: "Zoë" is found by "zoe"."""
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    return "".join(sign for sign in decomposed if not unicodedata.combining(sign))


def score(wanted: str, text: str) -> int | None:
    """How well the letters of `wanted` stand in `text`, in order, or None where they do not.
    Both are folded. Letters that begin words and letters side by side count most."""
    if not wanted:
        return 0
    best: int | None = None
    start = text.find(wanted[0])
    while start >= 0:
        found = _score_from(wanted, text, start)
        if found is None:
            break
        best = found if best is None else max(best, found)
        start = text.find(wanted[0], start + 1)
    return best


def _score_from(wanted: str, text: str, start: int) -> int | None:
    points, last = _FIRST if start == 0 else 0, -2
    at = start
    for letter in wanted:
        at = text.find(letter, max(at, last + 1))
        if at < 0:
            return None
        if at == last + 1:
            points += _IN_ROW
        elif at == 0 or not text[at - 1].isalnum():
            points += _WORD_START
        if last >= 0:
            points -= min(20, (at - last - 1) * _GAP)
        last = at
    return points - len(text) // 10


def rank(query: str, entries: Iterable[Entry], most: int) -> list[Entry]:
    """The entries that match, best first. Every word of the query must be found; what cannot
    be done now comes after what can."""
    words = fold(query).split()
    scored = []
    for place, entry in enumerate(entries):
        points = _entry_score(words, entry)
        if points is not None:
            scored.append((not entry.enabled, -points, place, entry))
    scored.sort(key=lambda item: item[:3])
    return [item[3] for item in scored[:most]]


def _entry_score(words: Sequence[str], entry: Entry) -> int | None:
    name, beside = fold(entry.name), fold(entry.beside)
    total = 0
    for word in words:
        in_name, in_beside = score(word, name), score(word, beside)
        if in_name is None and in_beside is None:
            return None
        total += max(
            -1000 if in_name is None else in_name + _NAME_ONLY,
            -1000 if in_beside is None else in_beside,
        )
    return total if total >= _least(words) else None


def _least(words: Sequence[str]) -> int:
    """Scattered letters are no match: a hit needs some letters together or at word starts."""
    return sum(12 * len(word) for word in words)


def found(
    query: str, applications: Sequence[Entry], in_text: Sequence[Entry], commands: Sequence[Entry]
) -> list[Group]:
    """What answers a query: applications by name, then those found in their text, then
    commands."""
    named = rank(query, applications, len(applications))
    by_name, keys = named[:MOST_APPLICATIONS], {entry.key for entry in named}
    others = [entry for entry in in_text if entry.key not in keys][:MOST_IN_TEXT]
    groups = [
        Group("Applications", tuple(by_name)),
        Group("Found in notes, postings and people", tuple(others)),
        Group("Commands", tuple(rank(query, commands, MOST_COMMANDS))),
    ]
    return [group for group in groups if group.entries]


def recent(
    applications: Sequence[Entry], commands: Sequence[Entry], lately: Sequence[int | str]
) -> list[Group]:
    """What to offer before anything is typed: what was used lately, then what can be done."""
    known = {entry.key: entry for entry in (*applications, *commands)}
    used = [known[key] for key in lately if key in known]
    opened = [entry for entry in used if entry.kind == "application"][:4]
    run = [entry for entry in used if entry.kind == "command" and entry.enabled][:4]
    ran = {entry.key for entry in run}
    rest = [entry for entry in commands if entry.enabled and entry.key not in ran]
    groups = [
        Group("Recent applications", tuple(opened)),
        Group("Recent commands", tuple(run)),
        Group("Commands", tuple(rest)),
    ]
    return [group for group in groups if group.entries]
