"""Pages as pictures are the pages of the file."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QImage

from ats.exchange.exports.paper import Heading, Paper, Text
from ats.printing.pictures import page_pictures


def paper(paragraphs: int) -> Paper:
    blocks = [Heading(level=1, text="Job search")]
    return Paper(title="Job search", blocks=(*blocks, *(Text("A line.\n" * 9),) * paragraphs))


def inked(picture: QImage) -> int:
    """How many of some points are not white."""
    steps = range(0, picture.width(), 5)
    rows = range(0, picture.height(), 3)
    return sum(picture.pixel(x, y) != 0xFFFFFFFF for x in steps for y in rows)


def test_only_the_first_pages_are_painted_and_all_are_counted(qapp) -> None:
    found = page_pictures(paper(40), 400, 2)
    assert found.pages > 3
    assert [picture.width() for picture in found.pictures] == [400, 400]
    assert all(inked(picture) > 100 for picture in found.pictures)


def test_a_page_with_one_line_is_almost_empty(qapp) -> None:
    found = page_pictures(paper(0), 400, 3)
    assert found.pages == len(found.pictures) == 1
    assert 0 < inked(found.pictures[0]) < 300


class Enough(Exception):
    pass


def test_it_can_be_stopped(qapp) -> None:
    def stop(done: float) -> None:
        raise Enough

    with pytest.raises(Enough):
        page_pictures(paper(3), 400, 1, stop)
