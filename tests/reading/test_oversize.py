"""Pages of any size and depth come down to one that is read in bounded time."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ats.reading import read_html
from ats.reading.pages.oversize import LARGEST_PAGE, bounded

LONG = "<p>Many words stand here.</p>" * 4_000


def test_a_usual_page_stays_as_it_is() -> None:
    page = "<p>Words</p><script>code</script>" * 100
    assert bounded(page) is page


def test_what_nobody_sees_is_left_out_of_a_large_page() -> None:
    data = '<script type="application/ld+json">{"@type": "Thing"}</script>'
    page = f"<!-- note --><STYLE>p {{}}</STYLE><svg><path/></svg><script>x()</script>{data}{LONG}"
    assert bounded(page) == data + LONG


def test_what_is_not_closed_is_kept() -> None:
    page = LONG + "<script>if (a) {"
    assert bounded(page) == page


def test_a_page_is_cut_at_its_largest_size() -> None:
    assert len(bounded("<p>word</p>" * LARGEST_PAGE)) == LARGEST_PAGE


@pytest.mark.parametrize("tag", ["<div>", "<ul><li>", "<table><tr><td>", "<x-y>", "<font>"])
def test_endless_nesting_is_laid_out_flat(tag: str) -> None:
    reading = read_html(f"<h1>Deckhand</h1>{tag * 30_000}<p>Pay: $20 per hour</p>")
    assert reading.text.splitlines()[0] == "Deckhand"
    assert "Pay: $20 per hour" in reading.text


def test_deep_but_closed_lists_keep_their_bullets() -> None:
    page = "<ul><li>Splice ropes</li><li>Mend nets</li></ul>" * 2_000
    assert bounded(page) == page


@given(st.lists(st.sampled_from(["<div>", "</div>", "<!--", "-->", "<script>", "</script", ">x"])))
def test_any_mixture_of_tags_is_brought_down(parts: list[str]) -> None:
    page = "".join(parts) + "<p>y</p>" * 4_000
    assert len(bounded(page)) <= len(page) + 10
    read_html(page[:20_000])


def test_words_below_nesting_without_end_are_reached() -> None:
    page = f"{'<div>' * 250_000}Deckhand wanted{'</div>' * 250_000}"
    assert read_html(page).text == "Deckhand wanted"
