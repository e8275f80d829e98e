"""How words, markup and files become readings."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from ats.domain.problem import Problem
from ats.gui.capture.sources import LARGEST, Source, read_source, reading_of
from ats.gui.jobs import Progress

TODAY = date(2026, 11, 23)


def read(source: Source) -> str:
    return read_source(source, TODAY).text


def test_markup_is_kept_where_it_says_as_much() -> None:
    html = "<h1>Baker</h1><ul><li>Bake bread</li></ul>"
    reading = read_source(Source(text="Baker\nBake bread", html=html), TODAY)
    assert reading.html == html
    assert "• Bake bread" in reading.text


def test_markup_that_says_less_gives_way_to_the_words() -> None:
    reading = read_source(Source(text="Baker\nBake bread", html="<p>Baker</p>"), TODAY)
    assert reading.text == "Baker\nBake bread"
    assert reading.html is None


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_files_in_common_encodings(tmp_path: Path, encoding: str) -> None:
    file = tmp_path / "posting.txt"
    file.write_text("Bäcker für Köln, 3 Jahre Erfahrung", encoding=encoding)
    assert read(Source(path=file)) == "Bäcker für Köln, 3 Jahre Erfahrung"


def test_a_page_in_the_encoding_it_declares(tmp_path: Path) -> None:
    file = tmp_path / "posting.html"
    page = '<meta charset="shift_jis"><p>パン職人を募集します</p>'
    file.write_text(page, encoding="shift_jis")
    assert "パン職人を募集します" in read(Source(path=file))


def test_a_json_posting(tmp_path: Path) -> None:
    file = tmp_path / "posting.json"
    posting = {
        "@context": "https://schema.org",
        "@type": "JobPosting",
        "title": "Baker",
        "description": "Bake bread every day of the week.",
    }
    file.write_text(json.dumps(posting), encoding="utf-8")
    assert read_source(Source(path=file), TODAY).title == "Baker"


@pytest.mark.parametrize(
    ("content", "told"),
    [(b"\x00\x01\x02" * 40, "isn’t a text file"), (b"  \n", "no text in “posting.txt”")],
)
def test_files_without_words_are_named(tmp_path: Path, content: bytes, told: str) -> None:
    file = tmp_path / "posting.txt"
    file.write_bytes(content)
    with pytest.raises(Problem, match=told):
        reading_of(Source(path=file), TODAY)(Progress(lambda fraction: None))


def test_a_file_that_is_gone_is_named(tmp_path: Path) -> None:
    with pytest.raises(Problem, match=r"Couldn’t open “gone\.txt”"):
        read(Source(path=tmp_path / "gone.txt"))


def test_a_file_that_is_too_large_is_not_opened(tmp_path: Path) -> None:
    file = tmp_path / "log.txt"
    with file.open("wb") as large:
        large.truncate(LARGEST + 1)
    with pytest.raises(Problem, match="larger than 20 MB"):
        read(Source(path=file))
