"""Files that come in together: postings, folders and tables."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QMainWindow
from pytestqt.qtbot import QtBot

from ats.gui.capture.clipboard import Pasted
from ats.gui.dropping import Intake


class Taken:
    """What was given on."""

    def __init__(self, window: QMainWindow) -> None:
        self.reviewed: list[Pasted] = []
        self.imported: list[Path] = []
        self.told: list[str] = []
        self.intake = Intake(window, self.reviewed.append, self.imported.append, self.told.append)


@pytest.fixture
def taken(qtbot: QtBot) -> Taken:
    window = QMainWindow()
    qtbot.addWidget(window)
    return Taken(window)


@pytest.fixture
def files(tmp_path: Path) -> Callable[..., list[Path]]:
    def made(*names: str) -> list[Path]:
        for name in names:
            (tmp_path / name).write_text("Baker", encoding="utf-8")
        return [tmp_path / name for name in names]

    return made


def test_tables_are_imported_alone(taken: Taken, files: Callable[..., list[Path]]) -> None:
    a, b = files("a.csv", "b.xlsx")
    taken.intake.open_files([a, b])
    assert taken.imported == [a]
    assert taken.told == ["A table is imported alone. Left out: “b.xlsx”."]


def test_a_table_beside_postings_is_named(taken: Taken, files: Callable[..., list[Path]]) -> None:
    posting, table = files("a.pdf", "b.csv")
    taken.intake.open_files([posting, table])
    assert [source.path for source in taken.reviewed[0].sources] == [posting]
    assert taken.imported == []
    assert taken.told == ["A table is imported alone. Left out: “b.csv”."]


def test_a_folder_is_chosen(
    taken: Taken,
    files: Callable[..., list[Path]],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    files("a.pdf", "b.csv", "c.eml")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    taken.intake.ask_for_folder()
    names = [source.name for source in taken.reviewed[0].sources]
    assert names == ["a.pdf", "c.eml"]
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: "")
    taken.intake.ask_for_folder()
    assert len(taken.reviewed) == 1


def test_a_folder_without_postings_does_not_keep_others_out(
    taken: Taken, files: Callable[..., list[Path]], tmp_path: Path
) -> None:
    (posting,) = files("a.pdf")
    (tmp_path / "pictures").mkdir()
    taken.intake.open_files([tmp_path / "pictures", posting])
    assert [source.path for source in taken.reviewed[0].sources] == [posting]
    (sentence,) = taken.told
    assert sentence.startswith("There are no postings in “pictures”")


def test_a_name_that_is_too_long_is_taken_as_a_file(taken: Taken, tmp_path: Path) -> None:
    taken.intake.open_files([tmp_path / ("a" * 300)])
    assert len(taken.reviewed[0].sources) == 1
