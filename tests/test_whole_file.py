"""Files are replaced whole, or left as they were."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from pathlib import Path

import pytest

from ats.domain.problem import Problem
from ats.whole_file import replacing, write_all_whole, write_whole, writing_whole


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


def contents(folder: Path) -> dict[str, bytes | None]:
    """What lies in a folder, by name; None for a folder in it."""
    return {path.name: None if path.is_dir() else path.read_bytes() for path in folder.iterdir()}


def test_several_files_take_their_places_together(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"older")
    write_all_whole([(tmp_path / "a.csv", b"one"), (tmp_path / "b.csv", b"two")])
    assert contents(tmp_path) == {"a.csv": b"one", "b.csv": b"two"}


@pytest.mark.parametrize("late", ["a.csv", "b.csv", "c.csv", "d.csv"])
def test_several_files_or_none(tmp_path: Path, late: str) -> None:
    """A place that is taken by a folder after all were made, whichever it is."""
    for name in {"a.csv", "c.csv"} - {late}:
        (tmp_path / name).write_bytes(f"older {name}".encode())
        (tmp_path / name).chmod(0o640)
    before = {**contents(tmp_path), late: None}

    def files() -> Iterator[tuple[Path, bytes]]:
        for name in ("a.csv", "b.csv", "c.csv", "d.csv"):
            yield tmp_path / name, b"new"
        (tmp_path / late).mkdir()

    with pytest.raises(Problem, match=f"Couldn’t write {late}: .* Nothing was changed"):
        write_all_whole(files())
    assert contents(tmp_path) == before
    modes = [path.stat().st_mode & 0o777 for path in tmp_path.iterdir() if path.is_file()]
    assert set(modes) == {0o640}


def test_where_the_second_cannot_be_made(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"older")
    files = [(tmp_path / "a.csv", b"one"), (tmp_path / "missing" / "b.csv", b"two")]
    with pytest.raises(Problem, match=r"Couldn’t write b\.csv"):
        write_all_whole(files)
    assert contents(tmp_path) == {"a.csv": b"older"}


def test_what_writes_to_a_path_itself(tmp_path: Path) -> None:
    (tmp_path / "a.db").write_bytes(b"older")
    with replacing(tmp_path / "a.db", "-log") as new:
        new.with_name(f"{new.name}-log").write_bytes(b"left behind")
        new.write_bytes(b"newer")
        assert (tmp_path / "a.db").read_bytes() == b"older"
    assert contents(tmp_path) == {"a.db": b"newer"}
