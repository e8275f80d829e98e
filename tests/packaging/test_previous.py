"""The version before this one, from which upgrades are tried."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from ats import __version__
from tests.packaging.scripts import script

previous = script("clean_system/previous.py")
package = script("package.py")


@pytest.mark.parametrize(
    ("version", "lower"), [("0.1.0", "0.0.99"), ("1.2.3", "1.2.2"), ("2.0.0", "1.99.99")]
)
def test_the_number_before(version: str, lower: str) -> None:
    assert previous._lower(version) == lower
    assert previous._number(lower) < previous._number(version)


def test_the_version_is_that_of_the_program() -> None:
    assert package.Place(package.ROOT, Path(), Path()).version == __version__


def test_a_part_is_missing_until_it_is_newer_than_the_source(tmp_path: Path) -> None:
    place = package.Place(package.ROOT, tmp_path, tmp_path)
    part = package.Part("deb", lambda _place: None, "ats-desktop_{version}_*.deb")
    changed = package.source_changed(place)
    assert package.made_at(place, part) < changed
    made = tmp_path / f"ats-desktop_{__version__}_amd64.deb"
    made.touch()
    assert package.made_at(place, part) > changed
    os.utime(made, (changed - 5, changed - 5))
    assert package.made_at(place, part) < changed
