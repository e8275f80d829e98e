"""Opening a store: what is refused, with which sentence, and that nothing is changed by it."""

from __future__ import annotations

import hashlib
import os
import sqlite3
import subprocess
import sys
from pathlib import Path
from shutil import which

import pytest

from ats.commands.applications import NewApplication, add_application
from ats.domain.problem import Problem
from ats.store import (
    STORE_FILE,
    Store,
    StoreDamaged,
    StoreForeign,
    StoreInUse,
    StoreNewer,
    StoreReadOnly,
)
from ats.store.queries.applications import applications


def made(folder: Path) -> Path:
    """A closed store with one application; its file."""
    store = Store.open(folder)
    add_application(store, NewApplication(title="Welder", company="Brightforge"))
    store.close()
    return folder / STORE_FILE


def digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def refused(folder: Path, problem: type[Problem]) -> str:
    """Opening raises the problem and changes no byte; its sentence."""
    path = folder / STORE_FILE
    before = digest(path)
    with pytest.raises(problem) as caught:
        Store.open(folder)
    assert digest(path) == before
    assert sorted(item.name for item in folder.iterdir()) == [STORE_FILE]
    return str(caught.value)


def test_what_was_stored_is_there_again(tmp_path: Path) -> None:
    made(tmp_path)
    store = Store.open(tmp_path)
    assert [row.title for row in applications(store)] == ["Welder"]
    store.close()


def test_closing_leaves_one_file(tmp_path: Path) -> None:
    made(tmp_path)
    assert [item.name for item in tmp_path.iterdir()] == [STORE_FILE]


def test_only_one_may_have_it_open(tmp_path: Path, store: Store) -> None:
    with pytest.raises(StoreInUse) as caught:
        Store.open(store.path.parent)
    assert "open in another window" in str(caught.value)


@pytest.mark.parametrize("content", [b"", b"not a database" * 50, b"SQLite format 3\0"])
def test_a_file_that_is_no_store_is_damaged(tmp_path: Path, content: bytes) -> None:
    (tmp_path / STORE_FILE).write_bytes(content)
    assert "failed its check" in refused(tmp_path, StoreDamaged)


def test_a_store_with_a_broken_page_is_damaged(tmp_path: Path) -> None:
    path = made(tmp_path)
    content = bytearray(path.read_bytes())
    for start in range(2 * 4096, len(content), 4096):
        content[start : start + 200] = b"\xff" * 200
    path.write_bytes(content)
    with pytest.raises(StoreDamaged):
        Store.open(tmp_path)
    assert path.read_bytes() == content


def test_a_cut_off_store_is_damaged(tmp_path: Path) -> None:
    path = made(tmp_path)
    path.write_bytes(path.read_bytes()[: 5 * 4096])
    with pytest.raises(StoreDamaged):
        Store.open(tmp_path)


def test_another_programs_database_is_refused(tmp_path: Path) -> None:
    other = sqlite3.connect(tmp_path / STORE_FILE)
    other.execute("create table theirs(x)")
    other.close()
    assert "not made by this program" in refused(tmp_path, StoreForeign)


def test_a_newer_store_is_refused(tmp_path: Path) -> None:
    path = made(tmp_path)
    newer = sqlite3.connect(path)
    newer.execute("pragma journal_mode = delete")
    newer.execute("pragma user_version = 999")
    newer.close()
    assert refused(tmp_path, StoreNewer).startswith("Made with a newer version.")


def test_a_folder_that_cannot_be_made_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreReadOnly) as caught:
        Store.open(tmp_path / "file" / "data")
    assert "Can’t write in" in str(caught.value)


def test_a_folder_in_which_no_file_can_be_made_is_refused(tmp_path: Path) -> None:
    folder = tmp_path
    most = os.pathconf(tmp_path, "PC_PATH_MAX") - len(f"/{STORE_FILE}") - 1
    while len(str(folder)) + 2 < most:
        folder /= "x" * min(200, most - len(str(folder)) - 1)
    with pytest.raises(StoreReadOnly) as caught:
        Store.open(folder)
    assert str(caught.value).startswith(f"Can’t write in {folder}. Nothing was changed.")


def test_a_read_only_disk_is_refused(tmp_path: Path) -> None:
    """A disk of its own is only given where an ordinary person may make one."""
    program = 'mount -t tmpfs -o ro none "$1" && shift && exec "$@"'
    own = ["unshare", "--user", "--map-root-user", "--mount", "sh", "-c", program, "sh"]
    if which("unshare") is None or subprocess.run([*own, tmp_path, "true"], check=False).returncode:
        pytest.skip("no disk of its own can be mounted")
    told = subprocess.run(
        [*own, tmp_path, sys.executable, "-m", "ats", "--data", tmp_path, "list"],
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert (told.returncode, told.stdout) == (1, "")
    assert told.stderr.startswith(f"Can’t write in {tmp_path}. Nothing was changed.")


def test_a_read_only_folder_is_refused(tmp_path: Path) -> None:
    path = made(tmp_path / "data")
    before = digest(path)
    path.chmod(0o444)
    path.parent.chmod(0o555)
    assert answer_to_anybody(path.parent).startswith("Can’t write in")
    assert digest(path) == before


def test_a_folder_that_is_shut_is_refused(tmp_path: Path) -> None:
    path = made(tmp_path / "data")
    path.parent.chmod(0)
    assert answer_to_anybody(path.parent).startswith("Can’t write in")


def answer_to_anybody(folder: Path) -> str:
    """What is said to one who may come as far as to the folder; it is open again afterwards."""
    for parent in folder.parents:
        if parent.stat().st_uid == os.getuid() and len(parent.parts) > 2:
            parent.chmod(parent.stat().st_mode | 0o055)
    answer = subprocess.run(
        [sys.executable, "-c", _OPEN_AS_ANYBODY, str(folder)],
        capture_output=True,
        text=True,
        check=False,
    )
    folder.chmod(0o755)
    assert answer.stderr == ""
    return answer.stdout


# The one who runs the tests may be root, who may write anywhere.
_OPEN_AS_ANYBODY = """
import os, sys
from pathlib import Path
from shutil import which
from ats.domain.problem import Problem
from ats.store import Store
if hasattr(os, "geteuid") and os.geteuid() == 0:
    os.setgroups([])
    os.setgid(65534)
    os.setuid(65534)
try:
    Store.open(Path(sys.argv[1]))
except Problem as problem:
    print(problem)
"""


def test_two_first_starts_at_once_make_one_store(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path\n"
        "from ats.store import Store\n"
        "from ats.commands.applications import NewApplication, add_application\n"
        "store = Store.open(Path(sys.argv[1]))\n"
        "add_application(store, NewApplication(title=sys.argv[2]))\n"
        "store.close()\n"
    )
    started = [
        subprocess.Popen([sys.executable, "-c", script, str(tmp_path), title])
        for title in ("One", "Two", "Three")
    ]
    codes = [process.wait() for process in started]
    store = Store.open(tmp_path)
    assert len(applications(store)) == codes.count(0) > 0
    store.close()
    assert [item.name for item in tmp_path.iterdir()] == [STORE_FILE]
