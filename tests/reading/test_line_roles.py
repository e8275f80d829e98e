"""The small models: what they say of plain lines, and that their files stay small and hold no
sentences."""

from __future__ import annotations

from importlib.resources import files
from math import exp

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from ats.reading.lines.line_roles import MODEL, ROLES, features, shares
from ats.reading.lines.weights import load


def best(line: str, bullet: bool = True) -> str:
    found = shares(line, bullet)
    return ROLES[found.index(max(found))]


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("5+ years of experience in project management", "must"),
        ("Excellent written and verbal communication skills", "must"),
        ("Familiarity with Kubernetes is a plus", "nice"),
        ("Collaborate with designers to develop new features", "duty"),
        ("Prepare monthly reports for the leadership team", "duty"),
        ("Health insurance and generous paid time off", "benefit"),
        ("401(k) with company match", "benefit"),
    ],
)
def test_plain_lines(line: str, role: str) -> None:
    assert {best(line), role} in ({role}, {"must", "nice"})


def test_words_about_the_company() -> None:
    assert best("Founded in 2011, we are a leading company in our industry.", False) in (
        "about",
        "other",
    )


def test_shares_make_one() -> None:
    for line in ("", "?", "a", "Knowledge of knots", "x " * 5000):
        assert sum(shares(line)) == pytest.approx(1)


@given(st.text("abe 0123$.-’Ééßqu\n", max_size=120), st.booleans())
@example("You will manage 24 projects and 12 people, and report to the head of sales.", True)
@example("Strong communication skills required; German is a plus!", False)
@example("responsibilities", True)
@example("?", False)
def test_shares_are_those_of_the_features(line: str, bullet: bool) -> None:
    sums = load(MODEL).sums(features(line, bullet))
    powers = [exp(value) for value in sums]
    assert shares(line, bullet) == pytest.approx([power / sum(powers) for power in powers])


def test_long_lines_have_few_features() -> None:
    assert len(features("word " * 10_000, False)) < 250


@pytest.mark.parametrize("name", [MODEL, "line_breaks.txt"])
def test_files_are_small_and_hold_no_sentences(name: str) -> None:
    text = files("ats.reading.lines").joinpath(name).read_text(encoding="utf-8")
    assert len(text.encode()) < 500_000
    model = load(name)
    assert len(model.packed) > 1000
    assert max(len(feature.split()) for feature in model.packed) <= 2
    assert set(model.sums([])) == set(model.constants)
