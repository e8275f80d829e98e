"""What goes into the bundle, and which pair of Python and Qt binding does not."""

from __future__ import annotations

import pytest

from tests.packaging.scripts import script

contents = script("bundle/contents.py")
qt_binding = script("bundle/qt_binding.py")


def test_every_library_the_program_needs_is_shipped_and_no_installer() -> None:
    names = {package.metadata["Name"].lower().replace("_", "-") for package in contents.shipped()}
    assert {"ats-desktop", "click", "pyside6-essentials", "sqlite-utils", "tzdata"} <= names
    assert not names & {"pip", "setuptools", "pytest"}


def test_each_library_brings_its_metadata() -> None:
    places = {place for place, _, _ in contents.files()}
    for package in contents.shipped():
        assert any(place.endswith("/METADATA") for place in places), package.name


def test_data_is_taken_and_sources_are_not() -> None:
    places = {place for place, _, _ in contents.files()}
    assert "tzdata/zoneinfo/Europe/Berlin" in places
    assert any("licen" in place.lower() for place in places)
    assert not any("/tests/" in place for place in places)
    assert not any(place.endswith((".py", ".pyc", ".c", ".h")) for place in places)


def test_libraries_that_are_no_module_of_python_are_taken() -> None:
    kinds = {place: kind for place, _, kind in contents.files()}
    assert [kind for place, kind in kinds.items() if "libpdfium." in place] == ["BINARY"]


@pytest.mark.parametrize(
    ("place", "kind", "is_wanted"),
    [
        ("PySide6/QtWidgets.abi3.so", "EXTENSION", True),
        ("PySide6/QtNetwork.abi3.so", "EXTENSION", False),
        ("PySide6/Qt/plugins/platforms/libqxcb.so", "BINARY", True),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", "BINARY", False),
        ("PySide6/Qt/plugins/tls/libqopensslbackend.so", "BINARY", False),
        ("PySide6/Qt/lib/libQt6Gui.so.6", "BINARY", False),
        ("libX11.so.6", "BINARY", False),
        ("libpython3.11.so.1.0", "BINARY", True),
        ("selectolax/lexbor.cpython-311-x86_64-linux-gnu.so", "EXTENSION", True),
        ("pypdfium2_raw/libpdfium.so", "BINARY", True),
    ],
)
def test_what_is_wanted_for_its_own_sake(place: str, kind: str, is_wanted: bool) -> None:
    assert contents.wanted((place, "", kind), {"QtCore", "QtWidgets"}) is is_wanted


def test_only_top_libraries_of_the_system_are_left_to_it() -> None:
    assert contents.of_the_system(("libX11.so.6", "/lib/x86_64-linux-gnu/libX11.so.6", "BINARY"))
    assert contents.of_the_system(("libz.so.1", "/usr/lib/x86_64-linux-gnu/libz.so.1", "BINARY"))
    own = "libpython3.11.so.1.0"
    assert not contents.of_the_system((own, f"/usr/lib/x86_64-linux-gnu/{own}", "BINARY"))
    module = "python3.11/lib-dynload/_bz2.so"
    assert not contents.of_the_system((module, f"/usr/lib/{module}", "EXTENSION"))


def test_a_pair_that_loses_references_is_refused_in_one_sentence() -> None:
    sentence = qt_binding.refusal(qt_binding.CALLS, "3.11.7", "6.12.0")
    assert sentence is not None
    assert "6.12.0" in sentence
    assert "3.11.7" in sentence
    assert "Nothing was built" in sentence
    assert qt_binding.refusal(0, "3.11.7", "6.11.3") is None


def test_this_pair_is_sound() -> None:
    assert qt_binding.references_lost() <= qt_binding.TOLERATED
