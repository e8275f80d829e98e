"""What `pip install` brings is what is in the tree: nothing is left out or comes along besides."""

from __future__ import annotations

import configparser
import subprocess
import sys
import tarfile
from pathlib import Path
from shutil import copyfile
from zipfile import ZipFile

import pytest

from ats import __version__
from tests.architecture.tree import ROOT, project

pytestmark = pytest.mark.skipif(
    not (ROOT / ".git").exists(), reason="only a checkout can say which files belong to it"
)

INFO = f"ats_desktop-{__version__}.dist-info"
BUILD = (
    "from setuptools import build_meta as b; "
    "b.build_sdist({out!r}) if {kind!r} == 'sdist' else b.build_wheel({out!r})"
)


def tracked() -> list[str]:
    """Every file that is under version control, or is about to be."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
    )
    return [name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def build(kind: str, tree: Path, out: Path) -> Path:
    """Let setuptools make a "wheel" or "sdist" from a tree, in a process of its own."""
    subprocess.run(
        [sys.executable, "-c", BUILD.format(kind=kind, out=str(out))],
        cwd=tree,
        check=True,
        capture_output=True,
    )
    (made,) = out.glob("*.whl" if kind == "wheel" else "*.tar.gz")
    return made


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Path]:
    """The sdist of the tracked files, and the wheel that is built from it alone."""
    folder = tmp_path_factory.mktemp("made")
    tree = folder / "tree"
    for name in tracked():
        (tree / name).parent.mkdir(parents=True, exist_ok=True)
        copyfile(ROOT / name, tree / name)
    sdist = build("sdist", tree, folder / "sdist")
    with tarfile.open(sdist) as archive:
        archive.extractall(folder / "unpacked", filter="data")
    (unpacked,) = (folder / "unpacked").iterdir()
    return build("wheel", unpacked, folder / "wheel"), sdist


def names_in(wheel: Path) -> set[str]:
    with ZipFile(wheel) as archive:
        return set(archive.namelist())


def shipped(name: str) -> bool:
    return name.startswith(("ats/", "resources/")) and not name.endswith(".md")


def as_installed(name: str) -> str:
    return f"ats/{name}" if name.startswith("resources/") else name


def test_the_wheel_holds_each_file_of_the_program_and_no_other(made: tuple[Path, Path]) -> None:
    inside = {name for name in names_in(made[0]) if not name.startswith(INFO)}
    assert inside == {as_installed(name) for name in tracked() if shipped(name)}


def test_its_files_are_those_of_the_tree(made: tuple[Path, Path]) -> None:
    with ZipFile(made[0]) as archive:
        other = {
            name
            for name in tracked()
            if shipped(name) and archive.read(as_installed(name)) != (ROOT / name).read_bytes()
        }
    assert other == set()


def test_the_licences_come_along(made: tuple[Path, Path]) -> None:
    kept = {f"{INFO}/licenses/{name}" for name in project()["project"]["license-files"]}
    assert kept <= names_in(made[0])


def test_it_starts_by_name_with_a_console_and_without(made: tuple[Path, Path]) -> None:
    points = configparser.ConfigParser()
    with ZipFile(made[0]) as archive:
        points.read_string(archive.read(f"{INFO}/entry_points.txt").decode())
    assert dict(points["console_scripts"]) == {"ats": "ats.__main__:main"}
    assert dict(points["gui_scripts"]) == {"ats-desktop": "ats.__main__:main"}


def test_the_source_is_whole(made: tuple[Path, Path]) -> None:
    """Whoever has only the sdist can test the program and build the installers."""
    with tarfile.open(made[1]) as archive:
        inside = {name.partition("/")[2] for name in archive.getnames()}
    assert {name for name in tracked() if not name.startswith(".")} <= inside
