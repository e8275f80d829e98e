"""Titles that are alike are of one family."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ats.domain.sameness import alike, title_keys
from ats.domain.title_families import title_families

_WORDS = st.one_of(
    st.text("abc", min_size=1, max_size=6),
    st.text("ab1", min_size=3, max_size=6),
    st.builds(lambda start, end: start + "a" * 36 + end, st.text("ab", max_size=3), st.text("ab")),
    st.sampled_from(["senior", "ii", "m", "w", "ß", "ﬁnish", "c++"]),
)
_PARTS = st.lists(_WORDS, min_size=1, max_size=3).map(" ".join)
_TITLES = st.one_of(
    _PARTS,
    st.builds("{} ({})".format, _PARTS, _PARTS),
    st.builds("{} – {}".format, _PARTS, _PARTS),
)


def _misspelt(title: str, at: float, way: int) -> str:
    """The title with a letter left out, doubled, replaced, or exchanged with the next."""
    here = int(at * len(title))
    letter, next, rest = title[here], title[here + 1 : here + 2], title[here + 2 :]
    changed = ("", letter * 2, "b", None)[way]
    middle = next + letter if changed is None else changed + next
    return title[:here] + middle + rest


@st.composite
def _kin(draw: st.DrawFn) -> list[str]:
    titles = draw(st.lists(_TITLES, min_size=1, max_size=5))
    changes = st.tuples(st.sampled_from(titles), st.floats(0, 0.99), st.integers(0, 3))
    return titles + [_misspelt(*change) for change in draw(st.lists(changes, max_size=5))]


@given(_kin())
def test_titles_that_are_alike_are_of_one_family(titles: list[str]) -> None:
    keys = [title_keys(title) for title in titles]
    families = title_families(keys)
    for one in keys:
        for other in keys:
            if alike(one, other):
                assert families[one] == families[other]


@pytest.mark.parametrize("letters", range(37, 44))
def test_long_words_are_of_one_family_too(letters: int) -> None:
    word = ("abcdefghij" * 5)[:letters]
    for other in (word[:9] + word[10:], word[:-1] + "z", word + "z"):
        assert alike((word, word), (other, other))
        assert len(set(title_families([(word, word), (other, other)]).values())) == 1


@pytest.mark.parametrize(
    ("titles", "families"),
    [
        (["Night Baker", "Baker, night", "Nihgt Baker", "Night Bakers"], 1),
        (["Night Baker", "Night Baker – Oslo", "Night Baker (m/w/d)"], 1),
        (["Night Baker", "Night Cook", "Senior Night Baker", "Night Baker II"], 4),
        (["Baker 1", "Baker 2", "Cook", "Book"], 3),
        ([], 0),
    ],
)
def test_titles_that_are_not_alike_are_mostly_of_others(titles: list[str], families: int) -> None:
    assert len(set(title_families(map(title_keys, titles)).values())) == families
