"""Every icon the code names exists, and every icon carried along is named.

Code names an icon in a call of a function of `ats.gui.icons`, such as `icon("name")`, or in a
keyword argument `icon="name"`.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator

from tests.architecture.tree import ICONS, modules, parsed

# Which argument of the functions of ats.gui.icons is the name.
POSITIONS = {"icon": 0, "pixmap": 0, "paint_icon": 2}


def named(tree: ast.AST) -> Iterator[str]:
    """Yields the icon names of a file; a choice such as `"sun" if light else "moon"` names two."""
    for node in ast.walk(tree):
        if not isinstance(node, ast.Call):
            continue
        spots = [keyword.value for keyword in node.keywords if keyword.arg == "icon"]
        position = POSITIONS.get(getattr(node.func, "attr", getattr(node.func, "id", "")))
        if position is not None:
            spots += node.args[position : position + 1]
        for spot in spots:
            yield from constants(spot)


def constants(spot: ast.expr) -> Iterator[str]:
    """Yields the texts an argument can be, without those that only decide between them."""
    if isinstance(spot, ast.IfExp):
        yield from constants(spot.body)
        yield from constants(spot.orelse)
    elif isinstance(spot, ast.Constant) and isinstance(spot.value, str) and spot.value:
        yield spot.value


def used() -> set[str]:
    return {name for path in modules() for name in named(parsed(path))}


def written() -> set[str]:
    """Every text constant there is: some names stand in tables, not in the call."""
    return {
        node.value
        for path in modules()
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }


def carried() -> set[str]:
    return {path.stem for path in ICONS.glob("*.svg")}


def test_every_way_of_naming_is_seen() -> None:
    tree = ast.parse(
        'icons.icon("a"); Action(icon="b"); icon("c" if x == "no" else "d"); f("no");'
        'paint_icon(painter, rect, "e", "no"); pixmap("f", "no", 16, 1.0); qicon.pixmap(16)'
    )
    assert set(named(tree)) == set("abcdef")


def test_every_named_icon_exists() -> None:
    assert used() - carried() == set()


def test_every_icon_is_named() -> None:
    assert carried() - written() == set()
