"""The source tree as the architecture tests see it."""

from __future__ import annotations

import ast
import tomllib
from functools import cache
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
ICONS = ROOT / "resources" / "icons"


@cache
def project() -> dict[str, Any]:
    """Gives pyproject.toml as nested tables."""
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def modules(folder: str = "ats") -> list[Path]:
    """Every Python file below a folder of the project, in a stable order."""
    return sorted((ROOT / folder).rglob("*.py"))


def short(path: Path) -> str:
    """Gives a path as people write it, from the project's root."""
    return path.relative_to(ROOT).as_posix()


@cache
def parsed(path: Path) -> ast.Module:
    """Gives a file's syntax tree; parsed once for all tests."""
    return ast.parse(path.read_text(encoding="utf-8"), filename=str(path))


def imported(path: Path) -> set[str]:
    """Names of the modules a file imports, at any depth of nesting."""
    found: set[str] = set()
    for node in ast.walk(parsed(path)):
        if isinstance(node, ast.Import):
            found.update(alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            found.add(node.module)
    return found
