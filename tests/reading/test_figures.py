"""The reader's figures on the labelled postings do not fall."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from benchmarks.labelled_postings import Labelled, label_lines, labelled_postings
from benchmarks.reading_figures import (
    Count,
    Counts,
    accepted,
    compared,
    counts,
    losses,
    read_floors,
    same_items,
    total,
)

POSTINGS = labelled_postings()


def test_no_figure_falls_below_its_floor() -> None:
    """After an improvement, `make bench-reading ARGS=--accept` raises the floors."""
    found = {posting.name: counts(posting) for posting in POSTINGS}
    assert losses(found, read_floors()) == []


def test_there_are_enough_of_each_language() -> None:
    languages = [posting.language for posting in POSTINGS]
    least = {"en": 40, "de": 8, "fr": 6, "sv": 6, "es": 6}
    assert {code: languages.count(code) >= n for code, n in least.items()} == dict.fromkeys(
        least, True
    )


@pytest.mark.parametrize("posting", POSTINGS, ids=lambda posting: posting.name)
def test_items_are_words_of_the_posting(posting: Labelled) -> None:
    stand = _letters(_meant(posting))
    lists = ("requirements", "responsibilities", "benefits", "conditions")
    items = [text for name in lists for text, _ in posting.items.get(name, [])]
    assert [text for text in items if _letters(text) not in stand] == []


def _meant(posting: Labelled) -> str:
    """The text without markup and damage."""
    text = posting.text
    if "mojibake" in posting.shapes:
        text = text.encode("cp1252").decode()
    if posting.kind != "txt":
        text = html.unescape(html.unescape(html.unescape(text)))
        text = re.sub(r"<[^>]+>", "", text)
    return text


def _letters(text: str) -> str:
    return "".join(re.findall(r"\w", text.casefold()))


def test_each_posting_has_labels_and_the_other_way_round() -> None:
    folder = Path(__file__).parent / "postings"
    stems = [p.stem for p in folder.iterdir() if p.suffix in (".txt", ".html", ".json")]
    assert sorted({*stems} - {"figures"}) == [posting.name for posting in POSTINGS]


def test_a_label_that_is_not_known_is_named() -> None:
    with pytest.raises(ValueError, match="'salry: 5' is no label"):
        label_lines("title: Baker\nsalry: 5\n", "baker.labels")


def test_a_loss_names_the_field_and_the_posting() -> None:
    good: Counts = {"salary": Count(1, 1, 1), "benefits": Count(2, 2, 2)}
    kept = accepted({"baker": good, "cook": good})
    worse: Counts = {**good, "salary": Count(0, 1, 1)}
    assert losses({"baker": good, "cook": good}, kept) == []
    assert losses({"baker": good, "cook": worse}, kept) == [
        "salary fell from 1.000 to 0.500: cook (1.00 → 0.00)"
    ]
    assert losses({"baker": good, "cook": good, "nurse": worse}, kept) == [
        "salary fell from 1.000 to 0.667: nurse (1.00 → 0.00, a new posting)"
    ]


_BAKER = Labelled(
    name="baker",
    kind="txt",
    text="Baker",
    language="en",
    shapes=(),
    values={
        "title": ["Baker (Nights)", "Baker"],
        "salary": [{"min": 20.0, "max": 20.0, "currency": "USD", "period": "hour"}],
        "education": [frozenset({"bachelor", "master"})],
    },
    items={"requirements": [("Knows rye dough", "must"), ("Sings", "nice")]},
    unscored=frozenset({"work_mode"}),
)
_EMPTY = {
    **dict.fromkeys(["title", "company", "salary", "employment_type", "years_experience"]),
    **dict.fromkeys(["posted", "deadline", "reference", "link", "work_mode"]),
    **dict.fromkeys(["bonus", "equity"], False),
    **{name: [] for name in ["title_suggestions", "education", "requirements", "locations"]},
    **{name: [] for name in ["responsibilities", "benefits", "conditions", "teams"]},
    "spans": {},
}


def test_an_empty_answer_is_silent_and_finds_nothing() -> None:
    found = compared(_BAKER, _EMPTY, 5)
    assert found["title"].figure == found["salary"].figure == found["requirements"].figure == 0
    assert found["company silent"].figure == found["bonus silent"].figure == 1
    assert found["benefits"] == Count()
    assert found["benefits"].figure == 1
    assert not {"work_mode", "work_mode silent", "company"} & {*found}


def test_a_good_answer() -> None:
    given = {
        **_EMPTY,
        "title": "Baker",
        "salary": {"min": 20, "max": None, "currency": "USD", "period": "hour"},
        "education": ["bachelor"],
        "requirements": [
            {"text": "Knows rye dough", "kind": "nice"},
            {"text": "Apply on Monday", "kind": "must"},
        ],
        "spans": {"title": [[0, 5]], "salary": [[3, 9]]},
    }
    found = total([compared(_BAKER, given, 5)])
    assert found["title"].figure == found["title_any"].figure == found["salary"].figure == 1
    assert found["education"].figure == 0.5
    assert found["requirements"] == Count(1, 2, 2)
    assert found["must_nice"].figure == 0
    assert found["spans"] == Count(1, 2, 2)


def test_items_are_matched_one_to_one_and_the_closest_first() -> None:
    asked = ["Driving licence and a van", "Driving licence"]
    assert same_items(asked, ["driving licence.", "a driving licence and van"]) == [(0, 1), (1, 0)]
    assert same_items(["Driving licence"], ["Driving licence", "Driving licence"]) == [(0, 0)]
    assert same_items(["Driving licence"], ["Knife skills"]) == []
