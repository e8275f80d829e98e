"""Dependencies point down: the contracts of pyproject.toml hold, also at run time."""

from __future__ import annotations

import subprocess
import sys

import pytest

from tests.architecture.tree import ROOT


def test_contracts_are_kept() -> None:
    # In a process of its own: the checker sets up logging anew and silences that of the program.
    checked = subprocess.run(
        [sys.executable, "-c", "from importlinter.cli import lint_imports_command as c; c()",
         "--no-cache"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert checked.returncode == 0, checked.stdout


@pytest.mark.parametrize("module", ["ats.__main__", "ats.cli"])
def test_command_line_starts_without_qt(module: str) -> None:
    program = f"import sys, {module}; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.split()
    assert module in loaded
    assert not [name for name in loaded if name.startswith("PySide6")]
