"""The Windows package is built from what the program declares, not from a list that lags."""

from __future__ import annotations

import re
from importlib.metadata import PackageNotFoundError, requires

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from tests.architecture.tree import ROOT, project
from tests.packaging.scripts import script

FOLDER = ROOT / "packaging" / "windows"
WINDOWS = {
    "extra": "",
    "implementation_name": "cpython",
    "os_name": "nt",
    "platform_machine": "AMD64",
    "platform_python_implementation": "CPython",
    "platform_system": "Windows",
    "python_full_version": "3.13.2",
    "python_version": "3.13",
    "sys_platform": "win32",
}
NEVER_RUN = {"pip"}
AGAIN = "Run “make windows-libraries”."


def wanted(lines: list[str]) -> set[str]:
    """The libraries that these requirements name on Windows."""
    needs = [Requirement(line) for line in lines]
    return {
        canonicalize_name(need.name)
        for need in needs
        if need.marker is None or need.marker.evaluate(dict(WINDOWS))
    } - NEVER_RUN


def needed() -> set[str]:
    """The libraries the program needs on Windows, and those they need."""
    found: set[str] = set()
    waiting = wanted(project()["project"]["dependencies"])
    while waiting:
        name = waiting.pop()
        found.add(name)
        try:
            waiting |= wanted(requires(name) or []) - found
        except PackageNotFoundError:  # one that only Windows has
            continue
    return found


def pins(file: str) -> dict[str, str]:
    text = (ROOT / file).read_text(encoding="utf-8")
    found = re.findall(r"^([\w.-]+)==(\S+)", text, re.MULTILINE)
    return {canonicalize_name(name): version for name, version in found}


def test_it_carries_every_library_and_no_other() -> None:
    assert set(pins("packaging/windows/libraries.txt")) == needed(), AGAIN


def test_it_carries_the_versions_that_are_tested() -> None:
    tested = pins("constraints.txt")
    other = {
        name: version
        for name, version in pins("packaging/windows/libraries.txt").items()
        if tested.get(name) != version
    }
    assert other == {}, AGAIN


def test_every_file_that_is_fetched_is_known_by_its_hash() -> None:
    for file in ("libraries.txt", "python.txt"):
        lines = (FOLDER / file).read_text(encoding="utf-8").splitlines()
        fetched = [line for line in lines if not line.startswith("#")]
        assert fetched
        assert [
            line for line in fetched if not re.search(r" --hash=sha256:[0-9a-f]{64}$", line)
        ] == []


def test_open_with_offers_the_program_for_what_it_reads_and_takes_nothing_over() -> None:
    lines = script("windows/offered.py").lines()
    assert {
        f'!insertmacro OFFER "{ending}"' for ending in (".pdf", ".eml", ".xlsx", ".zip")
    } <= set(lines)
    # The default of an ending is the value without a name below it.
    setup = (FOLDER / "ats.nsi").read_text(encoding="utf-8")
    assert 'WriteRegStr HKCU "${CLASSES}\\${ending}" ""' not in setup
    assert not re.search(r'WriteRegStr HKCU "\$\{CLASSES\}\\\.', setup)
