"""How the page was left is kept as JSON, and nonsense in it does no harm."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from ats.domain.application import WorkMode
from ats.domain.saved_view import ApplicationFilter, SortKey
from ats.domain.stage import Outcome, StageKind
from ats.gui.applications.look import (
    ApplicationsLook,
    View,
    filter_from,
    filter_json,
    look_from,
    look_values,
    read_json,
)

texts = st.text(st.characters(codec="utf-8"), max_size=20)
filters = st.builds(
    ApplicationFilter,
    words=texts,
    stages=st.lists(st.integers(1, 99), max_size=3).map(tuple),
    kinds=st.lists(st.sampled_from(StageKind), max_size=2).map(tuple),
    outcomes=st.lists(st.sampled_from(Outcome), max_size=2).map(tuple),
    work_modes=st.lists(st.sampled_from(WorkMode), max_size=2).map(tuple),
    tags=st.lists(texts, max_size=2).map(tuple),
    sources=st.lists(texts, max_size=2).map(tuple),
    pay_at_least=st.none() | st.integers(0, 10**9),
    needs_action=st.booleans(),
    imports=st.lists(st.integers(1, 9), max_size=2).map(tuple),
)
looks = st.builds(
    ApplicationsLook,
    view=st.sampled_from(View),
    filter=filters,
    sort=st.sampled_from(SortKey),
    descending=st.booleans(),
    columns=st.lists(texts, min_size=1, max_size=4).map(tuple),
    widths=st.dictionaries(texts, st.integers(1, 999), max_size=3),
    closed_open=st.booleans(),
    current=st.none() | st.integers(1, 99),
)
nonsense = st.recursive(
    st.none() | st.booleans() | st.integers() | texts,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(texts, inner, max_size=3),
)


@given(looks)
def test_a_look_survives_json(look: ApplicationsLook) -> None:
    assert look_from(json.loads(json.dumps(look_values(look)))) == look


@given(filters)
def test_a_filter_survives_a_saved_view(wanted: ApplicationFilter) -> None:
    assert filter_from(read_json(filter_json(wanted))) == wanted


@given(st.dictionaries(st.sampled_from(sorted(look_values(ApplicationsLook()))), nonsense))
def test_nonsense_gives_a_usable_look(values: dict[str, object]) -> None:
    look = look_from(values)

    assert look_from(look_values(look)) == look


def test_a_text_that_is_no_json_asks_for_nothing() -> None:
    assert filter_from(read_json("{")) == ApplicationFilter()
    assert look_from(None) == ApplicationsLook()
