"""The bill of materials names what is shipped, in the form its readers expect."""

from __future__ import annotations

import json
from importlib.metadata import version
from types import ModuleType
from typing import Any

import pytest

from ats import __version__
from tests.architecture.tree import ROOT
from tests.packaging.scripts import script


@pytest.fixture(scope="module")
def maker() -> ModuleType:
    return script("sbom/make_sbom.py")


@pytest.fixture(scope="module")
def bill(maker: ModuleType) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(maker.sbom())
    return made


def test_it_is_of_this_version(bill: dict[str, Any]) -> None:
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.6")
    about = bill["metadata"]["component"]
    assert (about["name"], about["version"], about["type"]) == (
        "ats-desktop", __version__, "application",
    )  # fmt: skip
    assert about["licenses"] == [{"license": {"id": "MIT"}}]


def test_it_names_every_library_that_is_shipped(bill: dict[str, Any], maker: ModuleType) -> None:
    listed = {part["name"]: part for part in bill["components"] if "purl" in part}
    shipped = {
        maker.canonicalize_name(one.metadata["Name"]): one.version
        for one in maker.contents.shipped()
    }
    del shipped["ats-desktop"]
    assert {name: part["version"] for name, part in listed.items()} == shipped
    assert listed["pyside6-essentials"]["purl"] == (
        f"pkg:pypi/pyside6-essentials@{version('PySide6-Essentials')}"
    )
    assert [name for name, part in listed.items() if not part["licenses"]] == []


def test_it_names_what_is_inside_others(bill: dict[str, Any], maker: ModuleType) -> None:
    inside = {part["name"] for part in bill["components"]}
    assert {"CPython", "Lexbor", "PDFium", "Qt", "SQLite"} <= inside
    fetched = (ROOT / "packaging" / "windows" / "python.txt").read_text(encoding="utf-8")
    pythons = {part["version"] for part in bill["components"] if part["name"] == "CPython"}
    assert maker.OF_WINDOWS in pythons
    assert fetched.partition("==")[2].startswith(maker.OF_WINDOWS.rpartition(".")[0])


def test_it_says_who_needs_whom(bill: dict[str, Any]) -> None:
    needs = {each["ref"]: each.get("dependsOn", []) for each in bill["dependencies"]}
    program = bill["metadata"]["component"]["bom-ref"]
    assert len(needs[program]) >= 8
    assert f"pkg:pypi/shiboken6@{version('shiboken6')}" in needs[
        f"pkg:pypi/pyside6-essentials@{version('PySide6-Essentials')}"
    ]  # fmt: skip


def test_the_same_source_gives_the_same_bill(maker: ModuleType) -> None:
    assert maker.sbom() == maker.sbom()


def test_a_bill_that_readers_refuse_is_not_written(
    maker: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(maker, "inside", lambda: [maker.named("", "", "MIT", "no address\n")] * 2)
    with pytest.raises(ValueError, match="address"):
        maker.sbom()
