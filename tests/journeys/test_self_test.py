"""The installed program shows that it works, and leaves nothing behind."""

from __future__ import annotations

from pathlib import Path

import pytest

from ats import selftest


def test_every_check_passes_and_the_folder_stays_as_it_was(
    qapp, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "mine").write_text("mine")
    assert selftest.run(tmp_path) == 0
    lines = capsys.readouterr().out.splitlines()
    assert len(lines) == 7
    assert [line for line in lines if not line.startswith("ok ")] == []
    assert [path.name for path in tmp_path.iterdir()] == ["mine"]


def test_a_folder_that_is_not_there_is_not_made(qapp, tmp_path: Path) -> None:
    assert selftest.run(tmp_path / "none") == 0
    assert list(tmp_path.iterdir()) == []
