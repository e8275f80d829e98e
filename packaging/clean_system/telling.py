"""What a trial says while it goes on, on the screen and in its log."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from time import monotonic


class Failed(Exception):
    """A system or a program did not do what it should."""


class Log:
    """A line for each thing that was found to be so."""

    def __init__(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self._file = path.open("w", encoding="utf-8")
        self._began = monotonic()

    def head(self, text: str) -> None:
        self._write(f"== {text}")

    def ok(self, text: str) -> None:
        self._write(f"ok {monotonic() - self._began:5.0f} s  {text}")

    def holds(self, is_so: object, text: str, otherwise: object = "") -> None:
        """Say that it is so; raises Failed with `otherwise` where it is not."""
        if not is_so:
            raise Failed(f"Not so: {text}\n{otherwise}")
        self.ok(text)

    def said(self, ended: subprocess.CompletedProcess[str], sentence: str, text: str) -> None:
        """Say that a command refused with this sentence, and without a traceback."""
        told = ended.stdout + ended.stderr
        refused = ended.returncode != 0 and sentence in told and "Traceback" not in told
        self.holds(
            refused, f"{text}: “{_line_with(told, sentence)}”", f"{ended.returncode}: {told}"
        )

    def done(self, ended: subprocess.CompletedProcess[str], text: str) -> str:
        """Say that a command ended well; what it wrote."""
        self.holds(ended.returncode == 0, text, ended.stdout[-3000:] + ended.stderr[-3000:])
        return ended.stdout

    def _write(self, line: str) -> None:
        print(line, flush=True)
        self._file.write(f"{line}\n")
        self._file.flush()


def _line_with(told: str, sentence: str) -> str:
    lines = (line.strip() for line in told.splitlines())
    return next((line for line in lines if sentence in line), "")


def give_up(problem: BaseException) -> None:
    sys.exit(f"FAILED  {problem}")
