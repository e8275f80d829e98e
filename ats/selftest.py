"""What an installed program does to show that it works here: it looks for what was shipped with it,
reads a posting, opens, fills, draws off screen, exports, imports again, undoes, and looks at the
files it left. Your data is not touched."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from ats.commands.applications import trash
from ats.commands.demo import add_sample_data
from ats.commands.exporting import ExportKind, exported
from ats.commands.importing import import_plan, plan_import
from ats.domain.problem import Problem
from ats.paths import resources
from ats.store import Store
from ats.store.checkup import check
from ats.store.queries.applications import applications
from ats.store.queries.search import matching

LEAST_COLOURS = 24

_POSTING = """\
Data Engineer
Quillpoint Energy, Leeds

What you will do
- Build the pipelines that our meters write to

What you bring
- 3+ years with Python and SQL
- Experience with streaming systems
"""


def run(data: Path) -> int:
    """Run every check in a temporary folder, inside `data` where that folder exists; prints a
    line for each and returns 0, or 1 where one failed."""
    place = data if data.is_dir() and os.access(data, os.W_OK) else None
    with tempfile.TemporaryDirectory(prefix="self-test-", dir=place) as folder:
        checks = _Checks(Path(folder))
        try:
            failed = [name for name, one in checks.all() if not _passes(name, one)]
        finally:
            checks.close()
    return 1 if failed else 0


def _passes(name: str, one: Callable[[], str]) -> bool:
    try:
        detail, passed = one(), True
    except Problem as problem:
        detail, passed = str(problem), False
    mark = "ok    " if passed else "FAILED"
    sys.stdout.write(f"{mark}  {name}: {detail}\n")
    return passed


def missing_files(carried: Path) -> tuple[list[str], int]:
    """What the list in the folder of resources names and is not there or empty, and how many files
    the list names."""
    folders = {"ats": Path(__file__).parent, "resources": carried}
    names = (carried / "contents.txt").read_text(encoding="utf-8").split()
    missing = []
    for name in names:
        folder, _, rest = name.partition("/")
        path = folders[folder] / rest
        if not path.is_file() or not path.stat().st_size:
            missing.append(name)
    return missing, len(names)


def _find_shipped() -> str:
    missing, count = missing_files(resources())
    if missing:
        raise Problem(f"{', '.join(missing)}: not there. Install the program again")
    return f"{count} files"


def _read_a_posting() -> str:
    """With the models the reader loads on first use."""
    from ats.reading.reader import read_text

    found = read_text(_POSTING)
    if found.title != "Data Engineer" or len(found.items) != 3:
        raise Problem("the posting was not read as it should be")
    return f"“{found.title}” with {len(found.items)} requirements and duties"


def _know_zones() -> str:
    try:
        winter = datetime(2026, 1, 5, 12, tzinfo=ZoneInfo("Europe/Berlin"))
    except ZoneInfoNotFoundError as error:
        raise Problem("the time zones are missing. Install the program again") from error
    return f"noon in Berlin is {winter.astimezone(UTC):%H:%M} UTC in winter"


class _Checks:
    """The checks in their order; each needs what those before it left."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._store: Store | None = None
        self._other: Store | None = None

    def all(self) -> list[tuple[str, Callable[[], str]]]:
        return [
            ("Find what was shipped", _find_shipped),
            ("Read a posting", _read_a_posting),
            ("Know the time zones", _know_zones),
            ("Open a store", self._open),
            ("Fill it", self._fill),
            ("Search it", self._search),
            ("Draw the window", self._draw),
            ("Export and import again", self._export),
            ("Undo and redo everything", self._undo),
            ("Check the file", self._check),
            ("Close and open again", self._reopen),
        ]

    def close(self) -> None:
        for store in (self._store, self._other):
            if store is not None:
                store.close()

    def _open(self) -> str:
        self._store = Store.open(self._folder / "first")
        return f"{self._store.path.name} was made"

    def _fill(self) -> str:
        store = self._opened()
        add_sample_data(store)
        trash(store, [applications(store)[-1].id])
        return f"{len(applications(store))} applications"

    def _search(self) -> str:
        store = self._opened()
        word = applications(store)[0].title.split()[0]
        found = matching(store, word)
        if not found:
            raise Problem(f"the full-text search does not find “{word}”")
        return f"“{word}” in {len(found)}"

    def _draw(self) -> str:
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
        from ats.app import picture

        image = picture(self._opened())
        steps = range(0, min(image.width(), image.height()), 3)
        colours = {image.pixel(x, y) for x in steps for y in steps}
        if len(colours) < LEAST_COLOURS:
            raise Problem(f"the picture has only {len(colours)} colours")
        return f"{image.width()} by {image.height()} pixels"

    def _export(self) -> str:
        first = exported(self._opened(), ".csv", ExportKind.APPLICATIONS)
        self._other = Store.open(self._folder / "second")
        result = import_plan(self._other, plan_import(self._other, first, "export.csv"))
        if exported(self._other, ".csv", ExportKind.APPLICATIONS) != first:
            raise Problem("what was imported is not what was exported")
        return f"{result.created} applications, the same in both files"

    def _undo(self) -> str:
        store, steps = self._opened(), 0
        before = applications(store)
        while store.undo() is not None:
            steps += 1
        if applications(store):
            raise Problem("something was left after undoing everything")
        while store.redo() is not None:
            pass
        if applications(store) != before:
            raise Problem("redoing everything did not bring back what there was")
        return f"{steps} steps"

    def _check(self) -> str:
        for store in (self._opened(), self._other):
            found = check(store) if store else None
            if found and not found.ok:
                raise Problem("; ".join(found.problems))
        return "nothing is wrong with it"

    def _reopen(self) -> str:
        before = applications(self._opened())
        self._opened().close()
        self._store = Store.open(self._folder / "first")
        if applications(self._store) != before:
            raise Problem("what was closed is not what was opened")
        return "everything is there"

    def _opened(self) -> Store:
        if self._store is None:
            raise Problem("there is no open store")
        return self._store
