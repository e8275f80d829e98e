"""What is installed is what is in the folders."""

from __future__ import annotations

from importlib.resources import files

from tests.architecture.tree import ICONS, ROOT, modules, project

CONTENTS = ROOT / "resources" / "contents.txt"


def data_files() -> list[str]:
    """Every file of data that is shipped, as `ats self-test` looks for it."""
    found = [path for folder in ("ats", "resources") for path in (ROOT / folder).rglob("*")]
    names = [path.relative_to(ROOT).as_posix() for path in found if path.is_file()]
    return sorted(
        name
        for name in names
        if not name.endswith((".py", ".pyc")) and name != CONTENTS.relative_to(ROOT).as_posix()
    )


def test_the_list_of_what_is_shipped_is_whole() -> None:
    assert CONTENTS.read_text(encoding="utf-8").splitlines() == data_files()


def test_every_package_is_listed() -> None:
    folders = {".".join(path.parent.relative_to(ROOT).parts) for path in modules()}
    listed = project()["tool"]["setuptools"]["packages"]
    assert listed == sorted({*folders, "ats.resources"})


def test_every_folder_of_code_is_a_package() -> None:
    lacking = {path.parent for path in modules() if not (path.parent / "__init__.py").exists()}
    assert not lacking


def test_resources_are_found_as_a_package() -> None:
    icons = files("ats.resources").joinpath("icons")
    assert {entry.name for entry in icons.iterdir()} == {path.name for path in ICONS.iterdir()}
    assert files("ats.resources").joinpath("app", "ats.svg").is_file()
