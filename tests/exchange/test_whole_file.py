"""Files are replaced whole, or left as they were."""

from __future__ import annotations

from pathlib import Path

import pytest

from ats.domain.problem import Problem
from ats.exchange.whole_file import write_whole


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
