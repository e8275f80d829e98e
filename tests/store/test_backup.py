"""A backup is whole and checked; a restore loses nothing, whatever it meets."""

from __future__ import annotations

import shutil
import sqlite3
from datetime import UTC, datetime
from pathlib import Path

import pytest

from ats.commands.applications import NewApplication, add_application
from ats.commands.demo import add_sample_data
from ats.domain.problem import Problem
from ats.store import STORE_FILE, Store
from ats.store.backup import back_up, check_backup, restore
from ats.store.queries.applications import applications
from ats.store.queries.snapshot import snapshot

NOW = datetime(2026, 11, 23, 10, 30, 5, tzinfo=UTC)


def test_a_backup_comes_back_with_its_history(store: Store, tmp_path: Path) -> None:
    add_sample_data(store)
    before, steps = snapshot(store), store.history()
    backup = tmp_path / "copy.sqlite"
    back_up(store, backup)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["copy.sqlite", "data"]
    add_application(store, NewApplication(title="Later"))
    store.close()
    kept = restore(tmp_path / "data", backup, NOW)
    assert kept == tmp_path / "data" / "ats-before-2026-11-23-103005.sqlite"
    again = Store.open(tmp_path / "data")
    assert snapshot(again) == before
    assert again.history() == steps
    again.close()
    restore(tmp_path / "other", kept, NOW)
    other = Store.open(tmp_path / "other")
    assert "Later" in {row.title for row in applications(other)}
    other.close()


def test_an_open_store_is_not_replaced(store: Store, tmp_path: Path) -> None:
    backup = tmp_path / "copy.sqlite"
    back_up(store, backup)
    with pytest.raises(Problem, match="open in another window"):
        restore(tmp_path / "data", backup, NOW)
    assert sorted(path.name for path in (tmp_path / "data").iterdir()) == [
        STORE_FILE,
        f"{STORE_FILE}-wal",
    ]


def test_a_damaged_store_is_replaced_and_kept(store: Store, tmp_path: Path) -> None:
    backup = tmp_path / "copy.sqlite"
    back_up(store, backup)
    store.close()
    place = tmp_path / "data" / STORE_FILE
    place.write_bytes(b"SQLite format 3\0" + b"x" * 5000)
    place.with_name(f"{STORE_FILE}-wal").write_bytes(b"left over")
    kept = restore(tmp_path / "data", backup, NOW)
    assert kept is not None
    assert kept.read_bytes().startswith(b"SQLite format 3\0xxx")
    assert not place.with_name(f"{STORE_FILE}-wal").exists()
    Store.open(tmp_path / "data").close()


def test_a_store_that_nobody_closed_comes_back_with_its_log(store: Store, tmp_path: Path) -> None:
    add_sample_data(store)
    folder = tmp_path / "copied while open"
    folder.mkdir()
    for file in (tmp_path / "data").iterdir():
        shutil.copyfile(file, folder / file.name)
    assert (folder / f"{STORE_FILE}-wal").stat().st_size
    before = {file.name: file.read_bytes() for file in folder.iterdir()}
    restore(tmp_path / "other", folder / STORE_FILE, NOW)
    assert {file.name: file.read_bytes() for file in folder.iterdir()} == before
    assert [path.name for path in (tmp_path / "other").iterdir()] == [STORE_FILE]
    other = Store.open(tmp_path / "other")
    assert len(applications(other)) == len(applications(store))
    other.close()


def damaged(content: bytes) -> dict[str, bytes]:
    newer = bytearray(content)
    newer[60:64] = (999).to_bytes(4)
    foreign = bytearray(content)
    foreign[68:72] = b"\0\0\0\0"
    torn = bytearray(content)
    torn[4096:12288] = b"\xff" * 8192
    return {
        "failed its check": content[: len(content) // 2],
        "newer version": bytes(newer),
        "not made by this program": bytes(foreign),
        "s check": bytes(torn),
        "its check": b"",
    }


def test_a_backup_that_is_damaged_foreign_or_newer_changes_nothing(
    store: Store, tmp_path: Path
) -> None:
    add_sample_data(store)
    backup = tmp_path / "copy.sqlite"
    back_up(store, backup)
    store.close()
    place = tmp_path / "data" / STORE_FILE
    before = place.read_bytes()
    for sentence, content in damaged(backup.read_bytes()).items():
        backup.write_bytes(content)
        with pytest.raises(Problem, match=sentence):
            restore(tmp_path / "data", backup, NOW)
        assert backup.read_bytes() == content
        assert place.read_bytes() == before
        assert [path.name for path in (tmp_path / "data").iterdir()] == [STORE_FILE]


def test_a_broken_reference_is_found(store: Store, tmp_path: Path) -> None:
    add_sample_data(store)
    backup = tmp_path / "copy.sqlite"
    back_up(store, backup)
    with sqlite3.connect(backup) as copy:
        copy.execute("update event set application_id = 12345 where id = 1")
    copy.close()
    with pytest.raises(Problem, match="failed its check"):
        check_backup(backup)


def test_what_cannot_be_written_leaves_the_older_backup(store: Store, tmp_path: Path) -> None:
    with pytest.raises(Problem, match="the store itself"):
        back_up(store, store.path)
    (tmp_path / "folder").mkdir()
    with pytest.raises(Problem, match="Couldn’t write"):
        back_up(store, tmp_path / "folder")
    with pytest.raises(Problem):
        back_up(store, tmp_path / "missing" / "copy.sqlite")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["data", "folder"]
