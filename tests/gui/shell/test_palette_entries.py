"""What is found, and in which order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ats.gui.palette_entries import Entry, fold, found, rank, recent, score

TITLES = (
    ("Backend Engineer", "Confluent"),
    ("Backend Engineer, Search", "Bluefin Labs"),
    ("Backend Developer, Billing", "Mapleworks"),
    ("Site Reliability Engineer", "Kestrel Energy"),
    ("Staff Engineer, Data Platform", "Quillpoint"),
    ("Ingénieur logiciel", "Société Zoë"),
)
APPLICATIONS = [
    Entry(kind="application", key=at, name=title, beside=company)
    for at, (title, company) in enumerate(TITLES)
]


def keys(query: str) -> list[int | str]:
    return [entry.key for entry in rank(query, APPLICATIONS, 9)]


@pytest.mark.parametrize(
    ("query", "first"),
    [
        ("con", 0),
        ("backend", 0),
        ("sre", 3),
        ("bluefin", 1),
        ("search", 1),
        ("quill", 4),
        ("sdp", 4),
        ("zoe", 5),
        ("INGENIEUR", 5),
        ("backend maple", 2),
        ("kes eng", 3),
    ],
)
def test_the_meant_one_comes_first(query: str, first: int) -> None:
    assert keys(query)[0] == first


def test_every_word_must_be_found() -> None:
    assert keys("backend quillpoint") == []


def test_scattered_letters_are_no_match() -> None:
    entry = Entry(kind="command", key="x", name="Export everything into one spreadsheet")
    assert rank("xtoet", [entry], 9) == []


@given(st.text(max_size=12), st.text(max_size=40))
def test_a_score_means_the_letters_stand_in_order(wanted: str, text: str) -> None:
    left = iter(text)
    in_order = all(letter in left for letter in wanted)
    assert (score(wanted, text) is not None) == in_order


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_what_cannot_be_done_now_comes_last() -> None:
    able = Entry(kind="command", key="b", name="Go back to start")
    unable = Entry(kind="command", key="a", name="Back", enabled=False)
    assert rank("back", [unable, able], 9) == [able, unable]


def test_an_application_found_in_its_text_is_listed_once() -> None:
    groups = found("confluent", APPLICATIONS, APPLICATIONS[:2], [])
    assert [[entry.key for entry in group.entries] for group in groups] == [[0], [1]]


def test_recent_ones_come_first_before_typing() -> None:
    commands = [Entry(kind="command", key=name, name=name) for name in ("one", "two")]
    groups = recent(APPLICATIONS, commands, ["two", 3, "gone", 99])
    assert [(group.title, [entry.key for entry in group.entries]) for group in groups] == [
        ("Recent applications", [3]),
        ("Recent commands", ["two"]),
        ("Commands", ["one"]),
    ]
