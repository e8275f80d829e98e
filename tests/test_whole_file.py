"""Files are replaced whole, or left as they were."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import count
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


def refuse_links(old: object, new: object) -> None:
    """`os.link` where the file system has no hard links."""
    raise OSError(errno.EPERM, "Operation not permitted")


def test_several_files_take_their_places_together(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"older")
    write_all_whole([(tmp_path / "a.csv", b"one"), (tmp_path / "b.csv", b"two")])
    assert contents(tmp_path) == {"a.csv": b"one", "b.csv": b"two"}


@pytest.mark.parametrize("links", [True, False])
@pytest.mark.parametrize("late", ["a.csv", "b.csv", "c.csv", "d.csv"])
def test_several_files_or_none(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, late: str, links: bool
) -> None:
    """A place that is taken by a folder after all were made, whichever it is."""
    if not links:
        monkeypatch.setattr(os, "link", refuse_links)
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


def following(folder: Path) -> Iterator[str]:
    """The process and number in the names of the next files that are made beside others."""
    with replacing(folder / "probe") as new:
        _, _, made, _ = new.name.split(".")
    (folder / "probe").unlink()
    process, _, number = made.partition("-")
    return (f"{process}-{each}" for each in count(int(number) + 1))


def leave_behind(folder: Path, name: str, ending: str) -> dict[str, bytes | None]:
    """Files that a crash of an earlier process with the same number left behind."""
    for _, number in zip(range(9), following(folder), strict=False):
        (folder / f".{name}.{number}.{ending}").write_bytes(b"left behind")
    return contents(folder)


def test_what_a_crash_left_is_not_in_the_way(tmp_path: Path) -> None:
    left = leave_behind(tmp_path, "a.csv", "new")
    write_whole(tmp_path / "a.csv", b"one")
    assert contents(tmp_path) == {**left, "a.csv": b"one"}


@pytest.mark.parametrize("links", [True, False])
def test_what_a_crash_kept_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, links: bool
) -> None:
    """It may be all there is of a file."""
    if not links:
        monkeypatch.setattr(os, "link", refuse_links)
    left = leave_behind(tmp_path, "a.csv", "older")
    (tmp_path / "a.csv").write_bytes(b"older")
    write_all_whole([(tmp_path / "a.csv", b"one"), (tmp_path / "b.csv", b"two")])
    assert contents(tmp_path) == {**left, "a.csv": b"one", "b.csv": b"two"}


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


_WITHOUT_ROOM = """
import os, resource, sys
from pathlib import Path
from ats.domain.problem import Problem
from ats.whole_file import write_all_whole

def refuse_links(old, new):
    raise OSError(1, "Operation not permitted")

os.link = refuse_links
resource.setrlimit(resource.RLIMIT_FSIZE, (100_000, resource.RLIM_INFINITY))
try:
    write_all_whole([(Path(name), b"new") for name in sys.argv[1:]])
except Problem as problem:
    print(problem)
"""


def test_no_room_to_keep_an_older_file_leaves_no_part_of_it(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_bytes(b"older" * 100_000)
    before = contents(tmp_path)
    done = subprocess.run(
        [sys.executable, "-c", _WITHOUT_ROOM, str(tmp_path / "a.csv"), str(tmp_path / "b.csv")],
        cwd=Path(__file__).resolve().parents[1],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    assert done.stdout.startswith("Couldn’t write a.csv: file too large. Nothing was changed.")
    assert contents(tmp_path) == before


@pytest.mark.parametrize("known", [True, False])
def test_what_cannot_be_put_back_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, known: bool
) -> None:
    """Another program makes a folder of what was written first, before the last one fails."""
    names = ("a.csv", "b.csv", "c.csv")
    for name in names[not known : 2]:
        (tmp_path / name).write_bytes(f"older {name}".encode())
    link = os.link

    def link_late(old: Path, new: Path) -> None:
        if old.name == "b.csv":
            (tmp_path / "a.csv").unlink()
            (tmp_path / "a.csv").mkdir()
        link(old, new)

    def files() -> Iterator[tuple[Path, bytes]]:
        for name in names:
            yield tmp_path / name, b"new"
        (tmp_path / "c.csv").mkdir()

    monkeypatch.setattr(os, "link", link_late)
    with pytest.raises(Problem) as problem:
        write_all_whole(files())
    kept = [name for name in contents(tmp_path) if name.endswith(".older")]
    assert len(kept) == known
    assert str(problem.value) == (
        "Only some of the files could be written: a.csv is new"
        + "".join(f", and was {name}" for name in kept)
        + "."
    )
    assert contents(tmp_path) == {
        "a.csv": None,
        "b.csv": b"older b.csv",
        "c.csv": None,
        **dict.fromkeys(kept, b"older a.csv"),
    }


@pytest.fixture
def windows(monkeypatch: pytest.MonkeyPatch) -> None:
    """The system as it is where a file marked as read-only is neither replaced nor removed."""
    replace, unlink = os.replace, os.unlink

    def check(path: Path) -> None:
        if path.exists() and not path.stat().st_mode & 0o200:
            raise PermissionError(errno.EACCES, "Access is denied")

    def replace_writable(old: Path, new: Path) -> None:
        check(new)
        replace(old, new)

    def unlink_writable(path: Path) -> None:
        check(path)
        unlink(path)

    monkeypatch.setattr(os, "link", refuse_links)
    monkeypatch.setattr(os, "replace", replace_writable)
    monkeypatch.setattr(os, "unlink", unlink_writable)


def read_only(path: Path) -> None:
    path.write_bytes(b"older")
    path.chmod(0o440)


def test_a_file_that_is_read_only_stays_so(tmp_path: Path) -> None:
    read_only(tmp_path / "a.csv")
    write_whole(tmp_path / "a.csv", b"one")
    write_all_whole([(tmp_path / "a.csv", b"two"), (tmp_path / "b.csv", b"two")])
    assert contents(tmp_path) == {"a.csv": b"two", "b.csv": b"two"}
    assert (tmp_path / "a.csv").stat().st_mode & 0o777 == 0o440


@pytest.mark.usefixtures("windows")
def test_a_file_that_is_read_only_on_windows(tmp_path: Path) -> None:
    test_a_file_that_is_read_only_stays_so(tmp_path)


@pytest.mark.usefixtures("windows")
def test_a_read_only_file_is_put_back_on_windows(tmp_path: Path) -> None:
    read_only(tmp_path / "a.csv")

    def files() -> Iterator[tuple[Path, bytes]]:
        yield tmp_path / "a.csv", b"new"
        yield tmp_path / "b.csv", b"new"
        (tmp_path / "b.csv").mkdir()

    with pytest.raises(Problem, match=r"Couldn’t write b\.csv"):
        write_all_whole(files())
    assert contents(tmp_path) == {"a.csv": b"older", "b.csv": None}
    assert (tmp_path / "a.csv").stat().st_mode & 0o777 == 0o440
