"""Writes the way of all applications through the stages as text for SankeyMATIC, where people
draw the diagram of their job search (sankeymatic.com/build).

Each application is one path: every stage it reached once, in the order of the pipeline, then
its outcome, or “Still open”. So what flows into a node flows out of it, and nothing is counted
twice, whatever order the moves were recorded in.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from ats.domain.overview import ListedApplication
from ats.domain.stage import Outcome, StageKind
from ats.domain.words import counted, outcome_name

START = "Applications"
OPEN = "Still open"
CLOSED = "Closed"

_ENDS = (OPEN, *(outcome_name(outcome) for outcome in Outcome), CLOSED)
# What the text gives a meaning to: amounts, and how nodes, comments and colours begin.
_SIGNS = re.compile(r"[\[\]#]|^[\s:/'’`-]+|\\n")

Place = tuple[int, int, int]


@dataclass(frozen=True, slots=True, kw_only=True)
class Flow:
    """`count` applications went from one node to another."""

    source: str
    target: str
    count: int


def flows(listed: Iterable[ListedApplication], positions: Mapping[int, int]) -> list[Flow]:
    """The flows between stages, in the order of the pipeline. A role that was only saved is no
    application. `positions` tells where each stage stands, by its id."""
    names = _Names()
    counts: Counter[tuple[str, str]] = Counter()
    order: dict[str, Place] = {START: (-1, 0, 0)}
    order |= {name: (len(StageKind), at, 0) for at, name in enumerate(_ENDS)}
    for item in listed:
        path = [START]
        for place, id, name in _reached(item, positions):
            node = names.of(id, name)
            order[node] = place
            path.append(node)
        if len(path) > 1:
            counts.update(zip(path, [*path[1:], _end(item)], strict=True))
    return [
        Flow(source=source, target=target, count=count)
        for (source, target), count in sorted(
            counts.items(), key=lambda flow: (order[flow[0][0]], order[flow[0][1]])
        )
    ]


def sankey(found: Sequence[Flow], only_saved: int) -> str:
    """The flows as text. `only_saved` is the number of roles left out because they were saved
    and never applied for."""
    total = sum(flow.count for flow in found if flow.source == START)
    lines = [f"// {counted(total, 'application')}"]
    if only_saved:
        lines.append(f"// Left out: {counted(only_saved, 'role')} saved and not applied for")
    lines += [f"{flow.source} [{flow.count}] {flow.target}" for flow in found]
    return "\n".join(lines) + "\n"


def _reached(item: ListedApplication, positions: Mapping[int, int]) -> list[tuple[Place, int, str]]:
    """The stages an application reached after being saved and before being closed, each once."""
    kinds = list(StageKind)
    reached: dict[int, tuple[Place, int, str]] = {}
    present = (item.row.stage_id, item.row.stage, item.row.stage_kind)
    moves = [(move.event.stage_id, move.stage, move.stage_kind) for move in item.moves]
    for id, name, kind in [*moves, present]:
        if id is None or kind in (None, StageKind.SAVED, StageKind.CLOSED):
            continue
        place = (kinds.index(kind), positions.get(id, 0), id)
        reached[id] = (place, id, name or "")
    return sorted(reached.values())


def _end(item: ListedApplication) -> str:
    if item.row.is_open:
        return OPEN
    return outcome_name(item.row.outcome) if item.row.outcome else CLOSED


class _Names:
    """One name for each stage that is no other node's and means nothing to SankeyMATIC."""

    def __init__(self) -> None:
        self._known: dict[int, str] = {}

    def of(self, id: int, name: str) -> str:
        if id not in self._known:
            plain = " ".join(_SIGNS.sub(" ", name).split()) or "Stage"
            unique, number = plain, 2
            taken = {known.casefold() for known in (START, *_ENDS, *self._known.values())}
            while unique.casefold() in taken:
                unique, number = f"{plain} ({number})", number + 1
            self._known[id] = unique
        return self._known[id]
