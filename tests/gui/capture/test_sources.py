"""How words, markup and files become readings."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ats.domain.problem import Problem
from ats.gui.capture.sources import Source, read_source, reading_of
from ats.gui.jobs import Progress
from tests.reading.files import lines, pdf

TODAY = date(2026, 11, 23)


def read(source: Source) -> str:
    return read_source(source, TODAY)[0].text


def test_markup_is_kept_where_it_says_as_much() -> None:
    html = "<h1>Baker</h1><ul><li>Bake bread</li></ul>"
    reading, _ = read_source(Source(text="Baker\nBake bread", html=html), TODAY)
    assert reading.html == html
    assert "• Bake bread" in reading.text


def test_markup_that_says_less_gives_way_to_the_words() -> None:
    reading, _ = read_source(Source(text="Baker\nBake bread", html="<p>Baker</p>"), TODAY)
    assert reading.text == "Baker\nBake bread"
    assert reading.html is None


def test_the_source_of_a_page_is_read_as_the_page() -> None:
    page = "<div><p>Baker</p><ul><li>Early</li><li>Kind</li></ul></div>"
    coloured = f"<pre>{page.replace('<', '&lt;')}</pre>"
    for source in (Source(text=page), Source(text=page, html=coloured)):
        assert "• Early\n• Kind" in read(source)


def test_a_file_is_read_by_what_it_holds(tmp_path: Path) -> None:
    file = tmp_path / "posting.txt"
    file.write_bytes(pdf(lines("Baker wanted")))
    assert read(Source(path=file)) == "Baker wanted"


def test_words_without_any_are_refused() -> None:
    with pytest.raises(Problem, match="no text on the clipboard"):
        reading_of(Source(html="<p> </p>"), TODAY)(Progress(lambda fraction: None))
