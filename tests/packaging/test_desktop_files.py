"""The files that tell a desktop about the program agree with the program and with each other."""

from __future__ import annotations

import re
import shutil
import subprocess
from configparser import ConfigParser
from pathlib import Path
from xml.etree import ElementTree

import pytest

from ats.cli import build
from tests.architecture.tree import ROOT
from tests.packaging.scripts import PACKAGING

DATA = PACKAGING / "deb" / "data"
ARCHIVE = "application/vnd.ats-desktop.archive+zip"


@pytest.fixture(scope="module")
def entry() -> ConfigParser:
    read = ConfigParser(interpolation=None)
    read.optionxform = str  # type: ignore[assignment,method-assign]
    read.read(DATA / "ats.desktop", encoding="utf-8")
    return read


def test_every_action_calls_an_option_that_exists(entry: ConfigParser) -> None:
    group = build(lambda *_: 0, lambda *_: 0)
    options = {name for parameter in group.params for name in parameter.opts}
    names = entry["Desktop Entry"]["Actions"].strip(";").split(";")
    assert names == ["new-application", "paste-posting"]
    for name in names:
        program, option = entry[f"Desktop Action {name}"]["Exec"].split()
        assert program == "ats"
        assert option in options


def test_the_entry_is_named_as_the_window_says() -> None:
    program = (ROOT / "ats" / "app.py").read_text(encoding="utf-8")
    said = re.search(r'setDesktopFileName\(.*"(\w+)"\)+', program)
    assert said is not None
    assert (DATA / f"{said[1]}.desktop").is_file()


def test_only_the_programs_own_kind_of_file_is_defined(entry: ConfigParser) -> None:
    tree = ElementTree.parse(DATA / "ats.mime.xml")
    space = "{http://www.freedesktop.org/standards/shared-mime-info}"
    assert [kind.get("type") for kind in tree.iter(f"{space}mime-type")] == [ARCHIVE]
    assert [glob.get("pattern") for glob in tree.iter(f"{space}glob")] == ["*.ats.zip"]
    opened = entry["Desktop Entry"]["MimeType"].strip(";").split(";")
    assert opened[0] == ARCHIVE
    assert "application/zip" not in opened


def test_the_page_for_shops_names_what_is_there() -> None:
    page = ElementTree.parse(DATA / "ats.metainfo.xml")
    assert page.findtext("launchable") == "ats.desktop"
    assert page.findtext("provides/mediatype") == ARCHIVE
    assert page.findtext("provides/binary") == "ats"


@pytest.mark.parametrize(
    "script",
    [*PACKAGING.rglob("*.sh"), DATA / "preinst", DATA / "prerm"],
    ids=lambda path: path.relative_to(PACKAGING).as_posix(),
)
def test_the_shell_understands_the_scripts(script: Path) -> None:
    shell = "bash" if script.read_text(encoding="utf-8").startswith("#!/usr/bin/env bash") else "sh"
    if shutil.which(shell) is None:
        pytest.skip(f"there is no {shell} here")
    subprocess.run([shell, "-n", str(script)], check=True)
