"""A program killed at any moment loses no finished step and leaves no half one."""

from __future__ import annotations

import random
import subprocess
import sys
from pathlib import Path

import pytest

from ats.store import Store
from ats.store.queries.application import application_detail
from ats.store.queries.applications import applications

SCRIPT = Path(__file__).with_name("scripted_session.py")
INTERVIEWING = 4


def killed_after(folder: Path, lines: int, nap: float) -> list[tuple[str, int]]:
    """Run the session, kill it `nap` seconds after it told `lines` steps, and give all steps
    it told."""
    process = subprocess.Popen(
        [sys.executable, str(SCRIPT), str(folder)], stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    told = [process.stdout.readline() for _ in range(lines)]
    try:
        process.wait(timeout=nap)
    except subprocess.TimeoutExpired:
        process.kill()
    rest, _ = process.communicate()
    told += rest.splitlines(keepends=True)
    # The last line may have been cut off by the kill.
    pairs = [line.split() for line in told if line.endswith("\n")]
    return [(step, int(number)) for step, number in pairs if step != "ready"]


def check(folder: Path, told: list[tuple[str, int]]) -> None:
    store = Store.open(folder)
    rows = {row.title: row for row in applications(store)}
    for step, number in told:
        row = rows[f"Role {number}"]
        detail = application_detail(store, row.id)
        assert detail is not None
        assert detail.posting is not None
        assert step == "added" or detail.notes == f"Note {number}"
        assert step != "moved" or row.stage_id == INTERVIEWING
    for row in rows.values():
        detail = application_detail(store, row.id)
        assert detail is not None
        assert detail.posting is not None, "half an application"
        assert len(detail.events) == 1 + (row.stage_id == INTERVIEWING), "half a move"
    assert store.connection.execute("pragma integrity_check").fetchone() == ("ok",)
    store.connection.execute("insert into search(search, rank) values ('integrity-check', 1)")
    if store.undo_label is not None:
        store.undo()
        store.redo()
    store.close()


def kill_often(folder: Path, rounds: int, seed: int) -> None:
    chance = random.Random(seed)
    for _ in range(rounds):
        lines = chance.randrange(12)
        nap = chance.uniform(0, 0.02 if lines else 0.3)
        check(folder, killed_after(folder, lines, nap))


def test_killed_ten_times(tmp_path: Path) -> None:
    kill_often(tmp_path / "data", rounds=10, seed=1)


@pytest.mark.soak
@pytest.mark.parametrize("chain", range(50))
def test_killed_ten_times_more(tmp_path: Path, chain: int) -> None:
    kill_often(tmp_path / "data", rounds=10, seed=100 + chain)
