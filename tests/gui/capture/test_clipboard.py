"""What is taken from a clipboard or a drop, and what is said about the rest."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QImage

from ats.gui.capture.clipboard import EMPTY, PICTURE, posting_from_mime
from ats.gui.capture.sources import Source
from ats.reading.documents import LARGEST

pytestmark = pytest.mark.usefixtures("qapp")


def mime(text: str = "", html: str = "", files: list[Path] | None = None) -> QMimeData:
    made = QMimeData()
    if text:
        made.setText(text)
    if html:
        made.setHtml(html)
    if files:
        made.setUrls([QUrl.fromLocalFile(str(file)) for file in files])
    return made


@pytest.mark.parametrize("text", ["", "  \n\t "])
def test_nothing_to_read_is_said(text: str) -> None:
    assert posting_from_mime(mime(text)).problem == EMPTY


def test_words_and_markup_are_taken_together() -> None:
    pasted = posting_from_mime(mime("Baker", "<b>Baker</b>"))
    assert [(source.text, "<b>Baker</b>" in source.html) for source in pasted.sources] == [
        ("Baker", True)
    ]


def test_a_picture_is_named_as_one() -> None:
    made = mime(html='<meta charset="utf-8"><img src="https://example.org/posting.png">')
    made.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    assert posting_from_mime(made).problem == PICTURE


def test_a_picture_with_words_is_read() -> None:
    made = mime("Baker wanted")
    made.setImageData(QImage(4, 4, QImage.Format.Format_RGB32))
    assert posting_from_mime(made).sources == (Source(text="Baker wanted"),)


def test_bytes_are_no_words() -> None:
    for text in ("PK\x03\x04\0\0\0", "\x01\x02\x7f\x10Baker" * 9):
        assert "isn’t text" in posting_from_mime(mime(text)).problem
    assert posting_from_mime(mime("Baker\x0b\x1f wanted\u200b, early hours")).problem == ""


def test_too_much_is_refused() -> None:
    assert "25 MB" in posting_from_mime(mime("a" * (LARGEST + 1))).problem


def test_five_megabytes_are_taken() -> None:
    assert posting_from_mime(mime("a word " * 700_000)).sources


def test_a_link_counts_as_its_words(tmp_path: Path) -> None:
    made = mime("https://jobs.example.org/7", '<a href="https://jobs.example.org/7">Baker</a>')
    made.setUrls([QUrl("https://jobs.example.org/7")])
    assert posting_from_mime(made).sources == (Source(text="https://jobs.example.org/7"),)


def test_files_come_in_their_order(tmp_path: Path) -> None:
    files = [tmp_path / name for name in ("b.txt", "a.md", "c.PDF", "posting", "b.txt")]
    for file in files:
        file.write_text("Baker")
    pasted = posting_from_mime(mime(files=files))
    assert [source.path for source in pasted.sources] == files[:4]
    assert pasted.problem == ""


def test_a_folder_gives_its_postings(tmp_path: Path) -> None:
    folder = tmp_path / "postings"
    folder.mkdir()
    for name in ("2.txt", "1.html", "notes.docx", "page.css"):
        (folder / name).write_text("Baker")
    pasted = posting_from_mime(mime(files=[folder]))
    names = [source.path and source.path.name for source in pasted.sources]
    assert names == ["1.html", "2.txt", "notes.docx"]


def test_a_folder_without_postings_is_told(tmp_path: Path) -> None:
    folder = tmp_path / "empty"
    folder.mkdir()
    assert "no postings in “empty”" in posting_from_mime(mime(files=[folder])).problem
