"""An import that is stopped, killed, or finds no room leaves nothing, and can be done again."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Callable
from pathlib import Path

import pytest

from ats.commands.applications import NewApplication, add_application
from ats.commands.importing import content_of, expected_result, import_plan, plan_import
from ats.domain.importing import Handling
from ats.domain.problem import Problem
from ats.store import STORE_FILE, Store
from ats.store.queries.applications import applications
from ats.store.queries.imports import import_batches
from ats.store.store import LARGEST_LOG
from tests.commands.test_undo_of_everything import dump

ROOT = Path(__file__).resolve().parents[2]


class Stopped(Exception):
    """What a person's Cancel raises."""


def sheet(rows: int, note: str = "n") -> bytes:
    lines = (
        f"Firm {n % 700},Role {n},Offer,2025-03-{n % 19 + 10},red;blue,Ann {n % 9},{note} {n},{n}"
        for n in range(rows)
    )
    return "\n".join(["Company,Role,Status,Applied,Tags,Contact,Notes,Size", *lines, ""]).encode()


def sound(store: Store) -> None:
    assert store.connection.execute("pragma integrity_check").fetchone() == ("ok",)
    assert store.connection.execute("pragma foreign_key_check").fetchall() == []
    store.connection.execute("insert into search(search, rank) values ('integrity-check', 1)")


def stopping_at(share: float) -> Callable[[float], None]:
    def tell(done: float) -> None:
        if done >= share:
            raise Stopped

    return tell


@pytest.mark.parametrize("share", [0.0, 0.2, 0.3, 0.5, 0.65, 0.8, 0.97])
@pytest.mark.parametrize("otherwise", [None, Handling.UPDATE])
def test_what_is_stopped_leaves_nothing(
    store: Store, share: float, otherwise: Handling | None
) -> None:
    for n in range(30):
        add_application(store, NewApplication(title=f"Role {n}", company=f"Firm {n}"))
    before, steps = dump(store), store.history()
    plan = plan_import(store, sheet(1_500), "many.csv")
    if otherwise is not None:
        assert expected_result(store, plan, otherwise=otherwise).updated == 30
    with pytest.raises(Stopped):
        import_plan(store, plan, otherwise=otherwise, progress=stopping_at(share))
    assert dump(store) == before
    assert store.history() == steps
    assert import_batches(store) == []
    sound(store)
    result = import_plan(store, plan, otherwise=otherwise)
    assert len(applications(store)) == 30 + result.created
    store.undo()
    assert dump(store) == before


def test_progress_rises_to_the_end(store: Store) -> None:
    told: list[float] = []
    plan = plan_import(store, sheet(3_000), "many.csv", progress=told.append)
    read = len(told)
    import_plan(store, plan, progress=told.append)
    assert told[:read] == sorted(told[:read])
    assert told[read:] == sorted(told[read:])
    assert told[read] == 0
    assert told[-1] == 1
    assert len(told) - read > 3_000 / 1_000  # rows are written a thousand at a time


def test_a_large_step_leaves_no_large_log(store: Store) -> None:
    plan = plan_import(store, sheet(3_000, note="word " * 1_000), "many.csv")
    log = store.path.with_name(f"{STORE_FILE}-wal")
    small = store.path.stat().st_size
    seen: list[int] = []

    def tell(done: float) -> None:
        seen.append(log.stat().st_size)
        stopping_at(0.99)(done)

    with pytest.raises(Stopped):
        import_plan(store, plan, progress=tell)
    assert max(seen) > LARGEST_LOG
    assert log.stat().st_size <= LARGEST_LOG
    assert store.path.stat().st_size == small
    import_plan(store, plan)
    assert log.stat().st_size <= LARGEST_LOG
    large = store.path.stat().st_size
    assert large < 1.6 * max(seen)
    store.undo()
    store.redo()
    assert log.stat().st_size <= LARGEST_LOG
    assert store.path.stat().st_size < 2 * large


def ats(data: Path, *words: str, **how: object) -> subprocess.Popen[bytes]:
    return subprocess.Popen(  # type: ignore[call-overload,no-any-return]
        [sys.executable, "-m", "ats", "--data", str(data), *words],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        **how,
    )


def begun(data: Path, file: Path) -> subprocess.Popen[bytes]:
    """An import that has written some of its rows."""
    log = data / f"{STORE_FILE}-wal"
    process = ats(data, "import", str(file))
    while process.poll() is None and not (log.exists() and log.stat().st_size > 1_000_000):
        os.sched_yield() if hasattr(os, "sched_yield") else None
    assert process.poll() is None, process.communicate()
    return process


@pytest.fixture
def data(tmp_path: Path) -> Path:
    """The folder of a closed store with one application."""
    folder = tmp_path / "data"
    store = Store.open(folder)
    add_application(store, NewApplication(title="Welder"))
    store.close()
    return folder


@pytest.fixture
def large(tmp_path: Path) -> Path:
    file = tmp_path / "large.csv"
    file.write_bytes(sheet(12_000))
    return file


def only_the_welder(data: Path) -> None:
    store = Store.open(data)
    assert [row.title for row in applications(store)] == ["Welder"]
    assert [step.label for step in store.history()] == ["Add Welder"]
    assert import_batches(store) == []
    sound(store)
    store.close()
    assert [file.name for file in data.iterdir() if "sqlite" in file.name] == [STORE_FILE]


def test_killed_while_it_writes(data: Path, large: Path) -> None:
    process = begun(data, large)
    process.kill()
    process.communicate()
    only_the_welder(data)


@pytest.mark.skipif(sys.platform == "win32", reason="no signal of another process there")
def test_ctrl_c_leaves_nothing_and_says_so(data: Path, large: Path) -> None:
    process = begun(data, large)
    process.send_signal(signal.SIGINT)
    out, told = process.communicate()
    assert (process.returncode, out) == (1, b"")
    assert told == b"Stopped. Nothing was imported.\n"
    only_the_welder(data)


@pytest.mark.skipif(sys.platform == "win32", reason="no limit on the size of files there")
@pytest.mark.parametrize("room", [400_000, 700_000, 1_500_000, 4_000_000, 9_000_000])
def test_no_room_for_it(data: Path, large: Path, room: int) -> None:
    import resource

    def limit() -> None:
        resource.setrlimit(resource.RLIMIT_FSIZE, (room, room))

    process = ats(data, "import", str(large), preexec_fn=limit)
    out, told = process.communicate()
    assert (process.returncode, out) == (1, b"")
    assert len(told.decode().splitlines()) == 1, told.decode()
    assert "Traceback" not in told.decode()
    only_the_welder(data)


@pytest.mark.skipif(sys.platform == "win32", reason="no signal of another process there")
def test_an_export_that_is_stopped_says_so(data: Path, tmp_path: Path) -> None:
    store = Store.open(data)
    import_plan(store, plan_import(store, sheet(5_000), "many.csv"))
    store.close()
    file = tmp_path / "all.xlsx"
    file.write_text("older")
    process = ats(data, "export", str(file))
    while process.poll() is None and not (data / f"{STORE_FILE}-wal").exists():
        os.sched_yield()
    process.send_signal(signal.SIGINT)
    out, told = process.communicate()
    assert (process.returncode, out) == (1, b"")
    assert told == b"Stopped. Nothing was written.\n"
    assert file.read_text() == "older"
    assert [each.name for each in tmp_path.iterdir() if "all" in each.name] == ["all.xlsx"]


def test_a_store_that_is_open_elsewhere(data: Path, tmp_path: Path) -> None:
    file = tmp_path / "one.csv"
    file.write_bytes(sheet(3))
    held = Store.open(data)
    process = ats(data, "import", str(file))
    out, told = process.communicate()
    assert (process.returncode, out) == (1, b"")
    assert b"open in another window" in told
    held.close()
    only_the_welder(data)


def test_a_file_that_is_written_meanwhile_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "changing.csv"
    file.write_bytes(b"0" * 400_000)
    going = threading.Event()

    def write() -> None:
        with file.open("r+b", buffering=0) as open_file:
            for digit in "123456789" * 40:
                open_file.seek(0)
                for _ in range(40):
                    open_file.write(digit.encode() * 10_000)
                going.set()

    writer = threading.Thread(target=write)
    writer.start()
    going.wait()
    refused = []
    while writer.is_alive():
        try:
            content_of(file)
        except Problem as problem:
            refused.append(str(problem))
    writer.join()
    assert all(each.startswith("Another program is writing changing.csv.") for each in refused)
    assert content_of(file) == b"9" * 400_000


def test_what_is_no_file_is_refused_and_a_pipe_is_read(tmp_path: Path) -> None:
    with pytest.raises(Problem, match="/dev/zero is no file but a device"):
        content_of(Path("/dev/zero"))
    with pytest.raises(Problem, match=r"Couldn’t read .*: is a directory"):
        content_of(tmp_path)
    pipe = tmp_path / "pipe.json"
    os.mkfifo(pipe)
    assert content_of(pipe) == b""
    writer = os.open(pipe, os.O_RDWR)
    os.write(writer, b"Company,Role")
    closing = threading.Thread(target=os.close, args=[writer])
    with pipe.open("rb"):  # Else the words go with the writer.
        closing.start()
        assert content_of(pipe) == b"Company,Role"
    closing.join()


def test_a_pipe_that_never_ends_is_left(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe.csv"
    os.mkfifo(pipe)
    end = os.open(pipe, os.O_RDWR)
    with subprocess.Popen(["cat", "/dev/zero"], stdout=end) as endless:
        with pytest.raises(Problem, match="larger than 200 MB"):
            content_of(pipe)
        endless.kill()
    os.close(end)


def test_the_same_file_twice_and_a_file_without_rows(store: Store) -> None:
    plan = plan_import(store, sheet(500), "many.csv")
    import_plan(store, plan)
    steps = store.history()
    again = plan_import(store, sheet(500), "many.csv")
    result = import_plan(store, again)
    assert (result.created, result.updated, result.duplicates) == (0, 0, 500)
    assert result.batch_id is None
    assert store.history() == steps
    with pytest.raises(Problem):
        plan_import(store, b"Company,Role,Status\n", "none.csv")
    with pytest.raises(Problem):
        plan_import(store, b"", "empty.csv")
