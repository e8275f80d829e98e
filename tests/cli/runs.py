"""Runs the command line inside the test, and as a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from ats.cli import build

ROOT = Path(__file__).resolve().parents[2]


class Line:
    """The command line with a data folder. What would open a window is kept in `opened`."""

    def __init__(self, data: Path) -> None:
        self.data = data
        self.opened: list[tuple[Path, list[Path], str]] = []
        self.tested: list[Path] = []
        self._group = build(self._open, self._test)

    def __call__(self, *words: str, stdin: str | bytes = "") -> Result:
        return CliRunner().invoke(
            self._group, ["--data", str(self.data), *words], input=stdin, prog_name="ats"
        )

    def done(self, *words: str, stdin: str | bytes = "") -> str:
        """Standard output of a run that must succeed."""
        result = self(*words, stdin=stdin)
        assert result.exit_code == 0, result.output
        assert result.stderr == ""
        return result.stdout

    def json(self, *words: str, stdin: str | bytes = "") -> Any:
        """The JSON a run that must succeed prints."""
        return json.loads(self.done(*words, stdin=stdin))

    def refused(self, *words: str) -> str:
        """The one sentence of a run that must be refused."""
        result = self(*words)
        assert result.exit_code == 1, result.output
        assert len(result.stderr.splitlines()) == 1
        return result.stderr.strip()

    def _open(self, data: Path, files: list[Path], action: str) -> int:
        self.opened.append((data, files, action))
        return 0

    def _test(self, data: Path) -> int:
        self.tested.append(data)
        return 3


def process(
    *words: str, data: Path, stdin: bytes = b"", **environment: str
) -> subprocess.CompletedProcess[bytes]:
    """`ats` as a process of its own, with this data folder in the environment."""
    return subprocess.run(
        [sys.executable, "-m", "ats", *words],
        cwd=ROOT,
        input=stdin,
        capture_output=True,
        env={**os.environ, "ATS_DATA": str(data), **environment},
        check=False,
    )
