"""Puts bands on pages: headings stay with what follows, heads of tables are repeated."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from ats.printing.bands import Band
from ats.printing.look import Area


@dataclass(slots=True)
class Page:
    """Bands with their upper edges."""

    bands: list[tuple[Band, float]] = field(default_factory=list)


def paged(bands: Iterable[Band], area: Area) -> list[Page]:
    """The pages; at least one, and never an empty one after it."""
    pages = [Page()]
    top = area.top
    for group in _together(bands):
        begins = not pages[-1].bands
        if not begins and (group[0].opens_page or not _fits(group, top, area)):
            pages.append(Page())
            top = area.top
        for band in group:
            if pages[-1].bands and top + band.before + band.height > area.bottom:
                pages.append(Page())
                top = area.top
            top = _put(pages[-1], band, top, area)
    return pages


def _put(page: Page, band: Band, top: float, area: Area) -> float:
    """Put a band on a page; where the next one begins."""
    if page.bands:
        top += band.before
    elif band.head is not None:
        page.bands.append((band.head, top))
        top += band.head.height
    page.bands.append((band, top))
    return area.bottom if band.fills_page else top + band.height


def _fits(group: list[Band], top: float, area: Area) -> bool:
    """Whether the group stands whole on what is left of the page. One that would not stand
    whole on a page of its own either is divided wherever the page ends."""
    height = sum(band.before + band.height for band in group)
    return top + height <= area.bottom or height > area.height


def _together(bands: Iterable[Band]) -> Iterator[list[Band]]:
    """Bands that stay with the next one, and that one."""
    group: list[Band] = []
    for band in bands:
        group.append(band)
        if not band.keep:
            yield group
            group = []
    if group:
        yield group
