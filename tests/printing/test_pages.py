"""Bands on pages: each once and in its order, none cut, headings with what follows them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ats.printing.bands import Band
from ats.printing.look import Area
from ats.printing.pages import Page, paged

AREA = Area(10, 10, 100, 100)
SIZES = st.tuples(st.floats(1, 130), st.floats(0, 20), st.booleans(), st.booleans(), st.booleans())


def bands_of(sizes: list[tuple[float, float, bool, bool, bool]]) -> list[Band]:
    head = Band(8, lambda painter, top: None)
    return [
        Band(
            height,
            lambda painter, top: None,
            before=before,
            keep=keep,
            opens_page=opens,
            head=head if headed else None,
        )
        for height, before, keep, opens, headed in sizes
    ]


def bodies(page: Page, bands: list[Band]) -> list[Band]:
    known = {id(band) for band in bands}
    return [band for band, _ in page.bands if id(band) in known]


@given(st.lists(SIZES, max_size=40))
def test_every_band_is_on_a_page_once_and_in_order(
    sizes: list[tuple[float, float, bool, bool, bool]],
) -> None:
    bands = bands_of(sizes)
    pages = paged(bands, AREA)
    assert [band for page in pages for band in bodies(page, bands)] == bands
    assert all(page.bands for page in pages) or not bands


@given(st.lists(SIZES, max_size=40))
def test_no_band_is_cut_or_painted_over_another(
    sizes: list[tuple[float, float, bool, bool, bool]],
) -> None:
    for page in paged(bands_of(sizes), AREA):
        low = AREA.top
        for at, (band, top) in enumerate(page.bands):
            assert top >= low
            low = top + band.height
            first = at == 0 or (at == 1 and page.bands[0][0] is band.head)
            assert low <= AREA.bottom + 1e-6 or first


@given(st.lists(SIZES.filter(lambda size: size[0] < 30), max_size=40))
def test_what_belongs_together_stays_together(
    sizes: list[tuple[float, float, bool, bool, bool]],
) -> None:
    bands = bands_of(
        [(height, before, False, opens, False) for height, before, _, opens, _ in sizes]
    )
    for at, band in enumerate(bands):
        band.keep = at % 2 == 0 and at + 1 < len(bands)
    for page in paged(bands, AREA):
        last = page.bands[-1][0] if page.bands else None
        assert last is None or not last.keep


@given(st.lists(SIZES.map(lambda size: (min(size[0], 40), *size[1:])), min_size=1, max_size=40))
def test_the_head_of_a_table_is_repeated(
    sizes: list[tuple[float, float, bool, bool, bool]],
) -> None:
    for page in paged(bands_of(sizes), AREA)[1:]:
        first = page.bands[0][0]
        second = page.bands[1][0] if len(page.bands) > 1 else None
        assert first.head is None
        if first.height == 8 and second is not None:
            assert second.head in (first, None)


def test_nothing_is_one_empty_page() -> None:
    assert paged([], AREA) == [Page()]
