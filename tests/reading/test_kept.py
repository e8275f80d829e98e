"""What is kept of a reading with its posting, and what scripts get."""

from __future__ import annotations

import json

from ats.domain.reading import Alternative, Reading
from ats.reading import answer, kept, read_text


def test_what_is_kept_is_the_answer_and_more() -> None:
    others = (Alternative("salary", "£450 a day", (3, 9)), Alternative("title", "Baker"))
    reading = Reading(text="A baker.", unsorted=((0, 8),), alternatives=others, language="en")
    found = json.loads(json.dumps(kept(reading)))
    assert {name: found[name] for name in answer(reading)} == answer(reading)
    assert found["unsorted"] == [[0, 8]]
    assert found["alternatives"] == [
        {"field": "salary", "words": "£450 a day", "span": [3, 9]},
        {"field": "title", "words": "Baker", "span": None},
    ]
    assert found["language"] == "en"


def test_scripts_get_no_more_than_is_promised() -> None:
    names = set(answer(read_text("Baker")))
    assert not names & {"unsorted", "alternatives", "language"}
