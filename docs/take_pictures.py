"""Takes the pictures for the documentation: the real window on sample data, off screen.

`make pictures`, or with names to take only some: `make pictures ARGS="board-light palette-dark"`.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path.insert(0, str(HERE.parent))
FOLDER = HERE / "pictures"
SHEET = HERE.parent / "tests" / "fixtures" / "my_search.csv"
POSTING = HERE.parent / "tests" / "fixtures" / "glued_posting.txt"
NOW = datetime(2026, 11, 23, 10, tzinfo=timezone(timedelta(hours=1)))
USUAL, NARROW = (1440, 900), (1024, 640)
FONT, PIXELS = "Inter", 13
LONGEST_WAIT = 100

VIEWS = (
    "board", "table", "requirements", "overview", "timeline", "review", "empty", "palette",
    "import", "columns", "rows", "summary", "archive", "export", "report",
)  # fmt: skip


def names() -> list[str]:
    """The pictures there are: each view at each size, light and dark. `narrow` is the least
    size of the window, `2x` the same at 200 %."""
    return [
        f"{view}{size}-{scheme}"
        for view in VIEWS
        for size in ("", "-narrow", "-2x")
        for scheme in ("light", "dark")
    ]


def take(name: str) -> None:
    """Take one picture in this process."""
    from PySide6.QtGui import QFont

    from ats.app import Running, application, dressed
    from ats.commands.demo import add_sample_data
    from ats.settings import Settings
    from ats.store import Store

    view, *_, scheme = name.split("-")
    app = application()
    font = QFont(FONT)
    font.setPixelSize(PIXELS)
    app.setFont(font)
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(folder), clock=lambda: NOW)
        if view != "empty":
            add_sample_data(store)
        preferences = Settings(scheme=scheme, reduced_motion=True)
        running = Running(store, dressed(app, preferences), preferences)
        try:
            running.window.resize(*(USUAL if name.count("-") == 1 else NARROW))
            running.window.show()
            settle()
            PREPARE[view](running)
            settle()
            FOLDER.mkdir(exist_ok=True)
            running.window.grab().save(str(FOLDER / f"{name}.png"))
        finally:
            running.close()


def settle() -> None:
    """Let everything that waits for its turn happen."""
    from PySide6.QtTest import QTest

    QTest.qWait(60)


def show_board(running) -> None:
    running.window.carry_out("board")


def show_table(running) -> None:
    running.window.carry_out("table")


def show_overview(running) -> None:
    """The application with the most requirements."""
    from ats.store.queries.applications import applications

    rows = applications(running.store)
    most = max(rows, key=lambda row: (row.is_open, row.coverage.assessed, row.coverage.total))
    running.window.show_application(most.id)


def show_requirements(running) -> None:
    show_overview(running)
    settle()
    running.window.carry_out("next_section")


def show_timeline(running) -> None:
    show_requirements(running)
    running.window.carry_out("next_section")


def show_review(running) -> None:
    from PySide6.QtGui import QGuiApplication

    QGuiApplication.clipboard().setText(POSTING.read_text(encoding="utf-8"))
    running.window.carry_out("paste_posting")
    for _ in range(LONGEST_WAIT):
        settle()
        if running.window.page.form.isVisible():
            return
    raise TimeoutError("the posting was not read")


def show_palette(running) -> None:
    running.window.carry_out("palette")
    running.window.palette_offer.palette.query.setText("re")


def show_import(running) -> None:
    """The first step of importing a spreadsheet."""
    running.window.import_table(SHEET)
    wait_for_import(running)


def show_columns(running) -> None:
    show_import(running)
    running.window.page.importing.primary()


def show_rows(running) -> None:
    show_columns(running)
    running.window.page.importing.primary()
    settle()
    running.window.page.importing.wizard.rows.table.go_to(5)


def show_summary(running) -> None:
    show_rows(running)
    running.window.page.importing.primary()


def show_archive(running) -> None:
    """An archive of the search as it was some changes ago."""
    from ats.commands.applications import edit_application, empty_trash, trash
    from ats.commands.archiving import save_archive
    from ats.store.queries.applications import applications

    store = running.store
    file = store.path.parent / "search-2026-11-20.zip"
    save_archive(store, file)
    rows = applications(store)
    edit_application(store, rows[0].id, source="Referral", reference="R-77")
    edit_application(store, rows[3].id, title=f"Senior {rows[3].title}")
    trash(store, [row.id for row in rows[5:8]])
    empty_trash(store)
    running.window.import_table(file)
    wait_for_import(running)


def wait_for_import(running) -> None:
    for _ in range(LONGEST_WAIT):
        settle()
        importing = running.window.page.importing
        if not (importing.reading.is_reading or importing.archive.review.is_comparing):
            return
    raise TimeoutError("the file was not read")


def show_export(running) -> None:
    """A summary on pages, before it is written."""
    running.window.carry_out("summary")
    wait_for_pages(running.window.page.exporting.preview)


def show_report(running) -> None:
    """What was done to find work in the last weeks."""
    running.window.carry_out("report")
    part = running.window.page.reporting
    part.choices.name.setText("Mira Okafor")
    part.refresh()
    wait_for_pages(part.preview)


def wait_for_pages(preview) -> None:
    for _ in range(LONGEST_WAIT):
        settle()
        if preview.pages.count and not preview.is_waiting:
            return
    raise TimeoutError("the pages were not laid out")


PREPARE: dict[str, Callable[..., None]] = {
    "board": show_board,
    "table": show_table,
    "requirements": show_requirements,
    "overview": show_overview,
    "timeline": show_timeline,
    "review": show_review,
    "empty": lambda running: None,
    "palette": show_palette,
    "import": show_import,
    "columns": show_columns,
    "rows": show_rows,
    "summary": show_summary,
    "archive": show_archive,
    "export": show_export,
    "report": show_report,
}


def main(wanted: list[str]) -> int:
    """Each picture has a process of its own, because the scale is fixed at its start."""
    unknown = set(wanted) - set(names())
    if unknown:
        print(f"There is no picture {', '.join(sorted(unknown))}. There are: {', '.join(names())}")
        return 2
    for name in wanted or names():
        scale = "2" if "-2x-" in name else "1"
        environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "QT_SCALE_FACTOR": scale}
        command = [sys.executable, __file__, "--take", name]
        if subprocess.run(command, env=environment, check=False).returncode:
            print(f"{name} could not be taken")
            return 1
        print(FOLDER / f"{name}.png")
    return 0


if __name__ == "__main__":
    if sys.argv[1:2] == ["--take"]:
        take(sys.argv[2])
    else:
        sys.exit(main(sys.argv[1:]))
