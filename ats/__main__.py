"""The start of the program: a command, or the window. The window is loaded only when it opens."""

from __future__ import annotations

import os
import sys
from datetime import datetime
from io import StringIO, TextIOWrapper
from pathlib import Path
from types import TracebackType

from ats.domain.problem import Problem
from ats.paths import data_folder, log_file


def main() -> None:
    """Run the command line; ends the process with its exit code."""
    sys.excepthook = _tell_of_failure
    if sys.stderr is None or sys.stdout is None:
        _stand_in_for_streams()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    if not sys.argv[1:] and "_ATS_COMPLETE" not in os.environ:  # a shell asks for completions
        sys.exit(_open_from_desktop())
    from ats.cli import build

    build(_open_window, _self_test)(prog_name="ats")


def _stand_in_for_streams() -> None:
    """On Windows a program without a console has no streams. What it says then of a failure is
    shown in a box as it ends."""
    import atexit

    said = StringIO()
    sys.stdout = sys.stdout or StringIO()
    sys.stderr = sys.stderr or said
    atexit.register(_show_in_a_box, said)


def _show_in_a_box(said: StringIO) -> None:
    words = said.getvalue().strip()
    if words and sys.platform == "win32":
        import ctypes

        ctypes.windll.user32.MessageBoxW(None, words, "ats", 0x30)


def _open_from_desktop() -> int:
    """Without a word the window opens, and the command line is not even loaded."""
    try:
        return _open_window(data_folder(), [])
    except Problem as problem:
        sys.stderr.write(f"{problem}\n")
        return 1


def _open_window(data: Path, files: list[Path], action: str = "") -> int:
    from ats.app import run

    return run(data, files, action)


def _self_test(data: Path) -> int:
    from ats.selftest import run

    return run(data)


def _tell_of_failure(
    kind: type[BaseException], failure: BaseException, trace: TracebackType | None
) -> None:
    """Keep the details of a failure nobody expected in the log, and say one sentence."""
    import traceback

    try:
        path = log_file(data_folder(_folder_given(sys.argv)))
        path.parent.mkdir(parents=True, exist_ok=True)
        with path.open("a", encoding="utf-8", errors="backslashreplace") as log:
            log.write(f"{datetime.now().astimezone().isoformat(timespec='seconds')}\n")
            log.writelines(traceback.format_exception(kind, failure, trace))
        where = f"The details are in {path}."
    except (OSError, Problem):
        where = f"The details could not be written: {kind.__name__}."
    sys.stderr.write(f"Something unexpected happened. What was saved is safe. {where}\n")


def _folder_given(words: list[str]) -> Path | None:
    for at, word in enumerate(words):
        if word.startswith("--data="):
            return Path(word.removeprefix("--data="))
        if word == "--data" and at + 1 < len(words):
            return Path(words[at + 1])
    return None


if __name__ == "__main__":
    main()
