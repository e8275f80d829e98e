"""Names and sizes that keep the code easy to find one's way in."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

from tests.architecture.tree import modules, parsed, short

FILE_LINES = 400
FUNCTION_LINES = 30

# A name that could hold anything soon does.
EMPTY_NAMES = {"utils", "helpers", "common", "manager", "base", "misc", "core", "data"}

# Exceptions, each with its own limit, so that every one is a conscious line in a diff.
LONG_FILES: dict[str, int] = {}
LONG_FUNCTIONS: dict[str, int] = {}


def functions(path: Path) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
    found = ast.walk(parsed(path))
    return [node for node in found if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef)]


def body_lines(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Counts the lines below the signature and the docstring."""
    body = function.body[1:] if ast.get_docstring(function) else function.body
    return (body[-1].end_lineno or 0) - body[0].lineno + 1 if body else 0


@pytest.mark.parametrize("path", modules(), ids=short)
def test_files_stay_short(path: Path) -> None:
    lines = len(path.read_text(encoding="utf-8").splitlines())
    assert lines <= LONG_FILES.get(short(path), FILE_LINES)


@pytest.mark.parametrize("path", modules(), ids=short)
def test_functions_stay_short(path: Path) -> None:
    for function in functions(path):
        name = f"{short(path)}:{function.name}"
        assert body_lines(function) <= LONG_FUNCTIONS.get(name, FUNCTION_LINES), name


@pytest.mark.parametrize("path", modules(), ids=short)
def test_names_say_something(path: Path) -> None:
    assert path.stem not in EMPTY_NAMES
    assert path.parent.name not in EMPTY_NAMES
    vague = [f.name for f in functions(path) if f.name.startswith(("handle_", "do_"))]
    assert vague == []
