"""What is installed is what is in the folders."""

from __future__ import annotations

from importlib.resources import files

from tests.architecture.tree import ICONS, ROOT, modules, project


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
