"""Which files are read, and that one that can't be does not stop the others."""

from __future__ import annotations

import os
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from pathlib import Path
from zipfile import ZipFile

import pytest

from ats.commands.posting_files import (
    MOST_FILES,
    posting_files,
    read_file,
    read_files,
)
from ats.domain.problem import Problem
from ats.reading.documents import LARGEST
from tests.reading.files import lines, pdf

TODAY = date(2026, 11, 23)


def folder_of(tmp_path: Path, *names: str) -> Path:
    folder = tmp_path / "postings"
    folder.mkdir()
    for name in names:
        (folder / name).write_text("Baker wanted", encoding="utf-8")
    return folder


def test_a_folder_gives_its_postings_by_name(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, "b.PDF", "A.eml", "c.docx", "style.css", ".d.txt")
    (folder / "inside.txt").mkdir()
    found = posting_files([folder / "c.docx", folder])
    assert [path.name for path in found] == ["c.docx", "A.eml", "b.PDF"]


def test_an_archive_in_a_folder_is_named_and_not_passed_by(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, "a.txt", "notes.png")
    with ZipFile(folder / "more.zip", "w") as archive:
        archive.writestr("b.txt", "Baker wanted")
    with ZipFile(folder / "none.ZIP", "w"):
        pass
    found = read_files(posting_files([folder]), TODAY)
    assert [(one.path.name, one.problem) for one in found] == [
        ("a.txt", ""),
        ("more.zip", "“more.zip” is an archive, not a posting. Unpack it first."),
        ("none.ZIP", "“none.ZIP” is an archive, not a posting. Unpack it first."),
    ]


def test_a_folder_without_postings_and_too_many_files_are_told(tmp_path: Path) -> None:
    with pytest.raises(Problem, match=r"no postings in “postings”.*\.docx"):
        posting_files([folder_of(tmp_path, "a.png")])
    with pytest.raises(Problem, match="1,001 files are more"):
        posting_files(tmp_path / f"{number}.txt" for number in range(MOST_FILES + 1))


def test_what_cannot_be_opened_is_named(tmp_path: Path) -> None:
    with pytest.raises(Problem, match=r"Couldn’t read “gone\.txt”: no such file"):
        read_file(tmp_path / "gone.txt", TODAY)
    with pytest.raises(Problem, match="Couldn’t read"):
        read_file(tmp_path / "a\0b.txt", TODAY)
    large = tmp_path / "log.txt"
    with large.open("wb") as file:
        file.truncate(LARGEST + 1)
    with pytest.raises(Problem, match=r"“log\.txt” is larger than 25 MB"):
        read_file(large, TODAY)


def test_a_name_that_is_too_long_is_no_folder(tmp_path: Path) -> None:
    long = tmp_path / ("a" * 300)
    assert posting_files([long]) == [long]
    with pytest.raises(Problem, match="Couldn’t read"):
        read_file(long, TODAY)


def test_what_is_no_file_is_not_waited_for() -> None:
    with pytest.raises(Problem, match="isn’t a file"):
        read_file(Path(os.devnull), TODAY)


def test_files_are_read_one_after_the_other(tmp_path: Path) -> None:
    folder = folder_of(tmp_path, "a.txt", "c.txt")
    (folder / "b.pdf").write_bytes(b"%PDF-")
    told = []
    found = read_files(posting_files([folder]), TODAY, told.append)
    assert found == told
    assert [(one.path.name, not one.readings, bool(one.problem)) for one in found] == [
        ("a.txt", False, False),
        ("b.pdf", True, True),
        ("c.txt", False, False),
    ]


def test_several_threads_may_read_pdfs(tmp_path: Path) -> None:
    file = tmp_path / "a.pdf"
    file.write_bytes(pdf(*[lines("#Night Baker\n• Early hours\n• Kind people")] * 5))
    with ThreadPoolExecutor(4) as pool:
        readings = list(pool.map(lambda _: read_file(file, TODAY), range(40)))
    assert len({reading.text for reading in readings}) == 1
