"""Reviews that were begun, kept in a file and read back."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ats.commands.capture import from_reading
from ats.domain.application import EmploymentType, WorkMode
from ats.domain.problem import Problem
from ats.domain.reading import Years
from ats.gui.capture.draft import Draft, Left, Typed, Waiting
from ats.gui.capture.draft_file import DraftFile
from ats.gui.capture.form_state import FormState
from ats.gui.capture.found_lines import found_lines
from ats.gui.capture.line_kinds import LineKind
from ats.gui.capture.lines import Item
from ats.gui.capture.plain_values import from_plain, to_plain
from ats.gui.capture.sources import Source
from tests.gui.capture.harbour import harbour

FRESH = Typed(FormState(), (), "", "")


def typed(title: str = "Pilot") -> Typed:
    form = FormState(
        title=title,
        work_mode=WorkMode.HYBRID,
        employment_type=EmploymentType.CONTRACT,
        stage=2,
        deadline_on=date(2026, 12, 18),
        taken=(("salary", "alternative 0"),),
    )
    return Typed(form, tuple(found_lines(harbour())), "A warm hand", "")


def draft(title: str = "Pilot") -> Draft:
    reading = replace(harbour(), years=Years(3), posted_on=date(2026, 11, 2), language="en")
    sources = (Source(text="Baker"), Source(path=Path("/postings/ä.txt")), Source(text="Cook"))
    left = Left(reading, typed("Cook"), FRESH, from_reading(reading, title="Cook"))
    waiting = Waiting(sources, 1, (0,), ((2, left),))
    return Draft(reading, typed(title), FRESH, waiting)


def loaded(path: Path) -> list[Draft]:
    file = DraftFile(path)
    file.load()
    return file.earlier


def test_a_draft_comes_back_whole(tmp_path: Path) -> None:
    path = tmp_path / "review.json"
    DraftFile(path).keep(draft())
    assert loaded(path) == [draft()]
    assert [each.name for each in tmp_path.iterdir()] == ["review.json"]


def test_a_draft_of_one_added_by_hand_too(tmp_path: Path) -> None:
    path = tmp_path / "review.json"
    made = Draft(None, typed(), FRESH)
    DraftFile(path).keep(made)
    assert loaded(path) == [made]


def test_earlier_drafts_stay_beside_a_new_one(tmp_path: Path) -> None:
    path = tmp_path / "review.json"
    DraftFile(path).keep(draft("One"))
    file = DraftFile(path)
    file.load()
    file.keep(draft("Two"))
    assert [each.typed.name for each in loaded(path)] == ["One", "Two"]
    file.keep(None)
    assert [each.typed.name for each in loaded(path)] == ["One"]
    file.earlier.clear()
    file.keep(None)
    assert list(tmp_path.iterdir()) == []


def test_nothing_to_keep_makes_no_file(tmp_path: Path) -> None:
    DraftFile(tmp_path / "review.json").keep(None)
    assert list(tmp_path.iterdir()) == []
    assert loaded(tmp_path / "review.json") == []


@pytest.mark.parametrize(
    "text",
    ["", "no JSON", "[]", "{}", '{"version": 9, "drafts": []}', '{"version": 1, "drafts": [3]}',
     '{"version": 1, "drafts": [{"typed": {}}]}', "[" * 100_000,
     '{"version": 1, "drafts": [{"reading": {"text": "", "spans": [1]}, "typed": {}}]}'],
)  # fmt: skip
def test_a_file_that_cannot_be_read_is_told_and_put_aside(tmp_path: Path, text: str) -> None:
    path = tmp_path / "review.json"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(Problem, match="could not be read back"):
        loaded(path)
    assert (tmp_path / "review.json.unreadable").read_text(encoding="utf-8") == text
    assert loaded(path) == []


def test_where_it_cannot_be_written_is_told(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="Can’t keep the review"):
        DraftFile(tmp_path / "gone" / "review.json").keep(draft())


def test_wrong_kinds_of_values_are_refused() -> None:
    plain = json.loads(json.dumps(to_plain(draft())))
    plain["typed"]["form"]["title"] = 3
    with pytest.raises(ValueError, match="3 is no str"):
        from_plain(Draft, plain)
    with pytest.raises(TypeError, match="object cannot be kept"):
        to_plain(object())


items = st.builds(
    Item,
    st.text(),
    st.text(),
    st.sampled_from(LineKind),
    st.none() | st.tuples(st.integers(), st.integers()),
    st.booleans(),
    st.lists(st.tuples(st.integers(), st.integers())).map(tuple),
)


@given(st.builds(Typed, st.builds(FormState), st.lists(items).map(tuple), st.text(), st.text()))
def test_whatever_is_typed_comes_back(made: Typed) -> None:
    assert from_plain(Typed, json.loads(json.dumps(to_plain(made)))) == made
