"""Files are replaced whole, or left as they were."""

from __future__ import annotations

import errno
from pathlib import Path

import pytest

from ats.domain.problem import Problem
from ats.exchange.whole_file import write_whole, writing_whole


def test_writes_and_replaces(tmp_path: Path) -> None:
    file = tmp_path / "a.csv"
    write_whole(file, b"one")
    file.chmod(0o640)
    with file.open("rb") as before:
        write_whole(file, b"two")
        assert before.read() == b"one"  # The old file was not written over.
    assert file.read_bytes() == b"two"
    assert file.stat().st_mode & 0o777 == 0o640
    assert list(tmp_path.iterdir()) == [file]


def test_a_name_as_long_as_names_may_be(tmp_path: Path) -> None:
    file = tmp_path / f"{'求' * 83}.csv"
    write_whole(file, b"one")
    assert list(tmp_path.iterdir()) == [file]


def test_a_link_stays_a_link(tmp_path: Path) -> None:
    (tmp_path / "real.csv").write_bytes(b"one")
    (tmp_path / "link.csv").symlink_to("real.csv")
    write_whole(tmp_path / "link.csv", b"two")
    assert (tmp_path / "link.csv").is_symlink()
    assert (tmp_path / "real.csv").read_bytes() == b"two"


@pytest.mark.parametrize("name", ["folder", "missing/a.csv"])
def test_what_cannot_be_written_is_told(tmp_path: Path, name: str) -> None:
    (tmp_path / "folder").mkdir()
    with pytest.raises(Problem, match="Couldn’t write"):
        write_whole(tmp_path / name, b"x")
    assert [path.name for path in tmp_path.rglob("*")] == ["folder"]


def fail(path: Path, error: OSError) -> str:
    """The sentence where writing half a file is all that works."""

    def half() -> None:
        with writing_whole(path) as file:
            file.write(b"half")
            raise error

    with pytest.raises(Problem) as problem:
        half()
    return str(problem.value)


@pytest.mark.parametrize("code", [5, 32, 33])
def test_a_file_that_is_open_elsewhere_on_windows(tmp_path: Path, code: int) -> None:
    busy = PermissionError(13, "Access is denied")
    busy.winerror = code  # type: ignore[attr-defined]
    assert fail(tmp_path / "summary.xlsx", busy) == (
        "Couldn’t write summary.xlsx: it’s open elsewhere. Close it or pick another name."
    )
    assert list(tmp_path.iterdir()) == []


def test_a_full_disk_is_said(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"older")
    said = fail(tmp_path / "a.csv", OSError(errno.ENOSPC, "No space left on device"))
    assert "the disk is full. Nothing was changed." in said
    assert (tmp_path / "a.csv").read_bytes() == b"older"
    assert len(list(tmp_path.iterdir())) == 1
