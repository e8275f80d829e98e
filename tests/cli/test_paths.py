"""Which folder holds the data."""

from __future__ import annotations

from pathlib import Path

from platformdirs import user_data_path

from ats.paths import data_folder, log_file, settings_file


def test_the_folder_given_wins_then_the_environment_then_the_platform(tmp_path: Path) -> None:
    named = {"ATS_DATA": str(tmp_path / "named")}
    assert data_folder(tmp_path / "given", named) == tmp_path / "given"
    assert data_folder(None, named) == tmp_path / "named"
    assert data_folder(None, {"ATS_DATA": " "}) == user_data_path("ats", appauthor=False)
    assert data_folder(Path("here"), {}).is_absolute()


def test_everything_is_in_that_folder(tmp_path: Path) -> None:
    assert settings_file(tmp_path).parent == tmp_path == log_file(tmp_path).parent
