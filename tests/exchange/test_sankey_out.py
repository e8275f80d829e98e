"""The diagram of the history: nothing is counted twice, and nothing is lost on the way."""

from __future__ import annotations

import re
from collections import Counter
from typing import Any

import pytest
from hypothesis import given, settings

from ats.commands.applications import NewApplication, add_application
from ats.commands.demo import add_sample_data
from ats.commands.exporting import exported
from ats.commands.stages import add_stage, move
from ats.domain.problem import Problem
from ats.domain.stage import StageKind
from ats.store import Store
from ats.store.queries.applications import applications
from tests.exchange.searches import SEARCHES, empty_store, fill

# The grammar of a flow (github.com/nowthis/sankeymatic, build/sankeymatic.js).
FLOW = re.compile(r"^(?P<source>.+)\[(?P<amount>[\d\s.+-]+|\*|\?|)\](?P<target>.+)$")
FEWER = settings(max_examples=settings.default.max_examples // 2)


def flows_of(text: str) -> list[tuple[str, int, str]]:
    """The flows as SankeyMATIC reads them."""
    found = []
    for line in text.splitlines():
        if line.strip() and not line.startswith(("//", "'")):
            match = FLOW.match(line)
            assert match, line
            found.append((match["source"].strip(), int(match["amount"]), match["target"].strip()))
    return found


@FEWER
@given(SEARCHES)
def test_what_flows_into_a_node_flows_out_of_it(search: list[dict[str, Any]]) -> None:
    with empty_store() as store:
        fill(store, search)
        for name in ("Still open", "Rejected [2]", ":#d97 //", "'"):
            add_stage(store, name, StageKind.INTERVIEWING)
        for at, row in enumerate(applications(store)):
            move(store, [row.id], 8 + at % 4)
        try:
            text = exported(store, ".txt").decode()
        except Problem:
            assert not applications(store)
            return
        into: Counter[str] = Counter()
        out: Counter[str] = Counter()
        for source, count, target in flows_of(text):
            out[source] += count
            into[target] += count
        ends = set(into) - set(out)
        assert out["Applications"] == len(applications(store))
        assert {node: into[node] for node in out if node != "Applications"} == {
            node: out[node] for node in out if node != "Applications"
        }
        assert sum(into[node] for node in ends) == out["Applications"]
        assert ends == {"Still open"}


def test_the_sample_search(store: Store) -> None:
    add_sample_data(store)
    text = exported(store, ".txt").decode()
    assert text.startswith("// 18 applications\n// Left out: 4 roles saved and not applied for\n")
    assert ("Applications", 18, "Applied") in flows_of(text)
    assert ("Offer", 1, "Declined") in flows_of(text)


def test_going_back_and_forth_counts_once(store: Store) -> None:
    id = add_application(store, NewApplication(title="Welder"))
    for stage in (4, 2, 3, 4, 2, 6):
        move(store, [id], stage)
    assert flows_of(exported(store, ".txt").decode()) == [
        ("Applications", 1, "Applied"),
        ("Applied", 1, "Screening"),
        ("Screening", 1, "Interviewing"),
        ("Interviewing", 1, "Closed"),
    ]


def test_only_saved_is_nothing_to_draw(store: Store) -> None:
    add_application(store, NewApplication(title="Welder"))
    with pytest.raises(Problem, match="Nothing was applied for yet"):
        exported(store, ".txt")
