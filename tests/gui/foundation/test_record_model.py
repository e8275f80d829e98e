"""Models that follow by comparing."""

from __future__ import annotations

from dataclasses import dataclass

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPersistentModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QListView
from pytestqt.qtbot import QtBot

from ats.gui.record_model import RECORD, Column, RecordListModel, RecordTableModel


@dataclass(frozen=True)
class Row:
    id: int
    text: str = ""


def rows(*ids: int) -> list[Row]:
    return [Row(identity, f"row {identity}") for identity in ids]


class Counter:
    """Counts what a model tells its views."""

    def __init__(self, model: RecordListModel) -> None:
        self.told: list[str] = []
        model.rowsInserted.connect(lambda *_: self.told.append("insert"))
        model.rowsRemoved.connect(lambda *_: self.told.append("remove"))
        model.rowsMoved.connect(lambda *_: self.told.append("move"))
        model.dataChanged.connect(lambda *_: self.told.append("change"))
        model.layoutChanged.connect(lambda *_: self.told.append("layout"))
        model.modelReset.connect(lambda: self.told.append("reset"))


def listed(*ids: int) -> tuple[RecordListModel, Counter]:
    model = RecordListModel(lambda row: row.text)
    model.show(rows(*ids))
    return model, Counter(model)


def test_nothing_changed_tells_nothing() -> None:
    model, counter = listed(1, 2, 3)
    model.show(rows(1, 2, 3))
    assert counter.told == []


def test_neighbours_come_and_go_in_one_run() -> None:
    model, counter = listed(1, 2, 3, 4)
    model.show(rows(1, 4))
    model.show(rows(1, 7, 8, 9, 4))
    assert counter.told == ["remove", "insert"]


def test_one_moved_card_is_one_move() -> None:
    model, counter = listed(*range(1, 50))
    model.show(rows(*range(2, 50), 1))
    model.show(rows(*range(1, 50)))
    assert counter.told == ["move", "move"]


def test_a_changed_record_is_one_change() -> None:
    model, counter = listed(1, 2, 3)
    model.show([*rows(1), Row(2, "other"), *rows(3)])
    assert counter.told == ["change"]
    assert model.index(1, 0).data() == "other"


def test_a_new_order_of_very_many_is_one_layout() -> None:
    model, counter = listed(*range(1000))
    index = QPersistentModelIndex(model.index(10, 0))
    model.show(rows(*reversed(range(1000))))
    assert counter.told == ["layout"]
    assert index.row() == 989


@given(st.lists(st.lists(st.integers(1, 30), unique=True, max_size=30), min_size=1, max_size=6))
def test_any_records_follow_any_others(steps: list[list[int]]) -> None:
    model = RecordListModel(lambda row: row.text)
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    for step, ids in enumerate(steps):
        kept = {
            row.id: QPersistentModelIndex(model.index(at, 0))
            for at, row in enumerate(model.records)
        }
        model.show([Row(identity, f"{identity} {step * (identity % 2)}") for identity in ids])
        assert [record.id for record in model.records] == ids
        assert [model.row_of(identity) for identity in ids] == list(range(len(ids)))
        for identity, index in kept.items():
            assert index.isValid() == (identity in ids)
            if index.isValid():
                assert model.record(index.row()).id == identity
    del tester


def test_selection_survives(qtbot: QtBot) -> None:
    model, _ = listed(1, 2, 3)
    view = QListView()
    qtbot.addWidget(view)
    view.setModel(model)
    view.setCurrentIndex(model.index(1, 0))
    model.show(rows(3, 9, 2, 8))
    assert view.currentIndex().data(RECORD).id == 2


def test_a_screen_reader_hears_more_than_the_text() -> None:
    model = RecordListModel(lambda row: row.text, lambda row: f"spoken {row.id}")
    model.show(rows(5))
    assert model.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole) == "spoken 5"


def test_a_table_shows_its_columns_and_hands_edits_on() -> None:
    edits: list[tuple[int, str]] = []
    model = RecordTableModel(
        [
            Column(
                "Role", lambda row: row.text, change=lambda row, text: edits.append((row.id, text))
            ),
            Column("Number", lambda row: str(row.id), right=True, tooltip=lambda row: "a number"),
        ]
    )
    model.show(rows(1, 2))
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Number"
    assert model.index(1, 1).data() == "2"
    assert model.index(1, 1).data(Qt.ItemDataRole.ToolTipRole) == "a number"
    alignment = model.index(0, 1).data(Qt.ItemDataRole.TextAlignmentRole)
    assert Qt.AlignmentFlag(alignment) & Qt.AlignmentFlag.AlignRight
    assert model.index(0, 0).flags() & Qt.ItemFlag.ItemIsEditable
    assert not model.index(0, 1).flags() & Qt.ItemFlag.ItemIsEditable
    assert model.setData(model.index(0, 0), " new ")
    assert model.setData(model.index(1, 0), "row 2")
    assert not model.setData(model.index(0, 1), "7")
    assert edits == [(1, "new")]
