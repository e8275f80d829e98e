"""The installed program shows that it works, and leaves nothing behind."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from ats import selftest
from ats.paths import resources


def test_every_check_passes_and_the_folder_stays_as_it_was(
    qapp, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine").write_text("mine")
    assert selftest.run(tmp_path) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 11
    assert [line for line in lines if not line.startswith("ok ")] == []
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


def test_a_folder_that_is_not_there_is_not_made(qapp, tmp_path: Path) -> None:
    assert selftest.run(tmp_path / "none") == 0
    assert list(tmp_path.iterdir()) == []


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    assert selftest.missing_files(resources())[0] == []
    copy = tmp_path / "resources"
    shutil.copytree(resources(), copy)
    (copy / "icons" / "undo-2.svg").unlink()
    (copy / "app" / "ats.svg").write_bytes(b"")
    missing, _ = selftest.missing_files(copy)
    assert missing == ["resources/app/ats.svg", "resources/icons/undo-2.svg"]
