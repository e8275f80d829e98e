"""Every library the program uses is declared, pinned and named in the notices."""

from __future__ import annotations

import re
import sys
from functools import cache
from importlib.metadata import packages_distributions, requires

from tests.architecture.tree import ICONS, ROOT, imported, modules, project

PIN = re.compile(r"[A-Za-z0-9._-]+==[0-9][0-9A-Za-z.]*")


def plain(requirement: str) -> str:
    """Gives the library's name in its normal form, without version and marker."""
    name = re.split(r"[^A-Za-z0-9._-]", requirement.strip(), maxsplit=1)[0]
    return re.sub(r"[-_.]+", "-", name).lower()


def declared() -> set[str]:
    return {plain(requirement) for requirement in project()["project"]["dependencies"]}


@cache
def providers() -> dict[str, list[str]]:
    return dict(packages_distributions())


def installed_with(library: str) -> set[str]:
    """Names of what a library brings along, without its own options and pip."""
    wanted = [line for line in requires(library) or [] if "extra ==" not in line]
    return {plain(line) for line in wanted} - {"pip"}


def test_every_import_is_declared() -> None:
    outside = {
        (path.name, name.partition(".")[0])
        for path in modules()
        for name in imported(path)
        if name.partition(".")[0] not in {"ats", *sys.stdlib_module_names}
    }
    undeclared = {
        (file, name)
        for file, name in outside
        if not declared() & {plain(library) for library in providers().get(name, [])}
    }
    assert not undeclared


def test_domain_uses_the_standard_library_only() -> None:
    foreign = {
        (path.name, name)
        for path in modules("ats/domain")
        for name in imported(path)
        if not name.startswith("ats.domain")
        and name.partition(".")[0] not in sys.stdlib_module_names
    }
    assert not foreign


def test_every_library_is_in_the_notices() -> None:
    brought = {name for library in declared() for name in installed_with(library)}
    notice = (ROOT / "NOTICE.md").read_text(encoding="utf-8").lower()
    assert {name for name in declared() | brought if name not in notice} == set()


def test_every_library_is_pinned() -> None:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()
    pins = [line for line in lines if line and not line.startswith("#")]
    assert [pin for pin in pins if not PIN.fullmatch(pin)] == []
    tools = project()["project"]["optional-dependencies"]["dev"]
    assert {plain(tool) for tool in tools} | declared() <= {plain(pin) for pin in pins}


def test_licences_are_present() -> None:
    own = (ROOT / "LICENSE").read_text(encoding="utf-8")
    assert own.startswith("MIT License")
    assert "The ats authors" in own
    icons = (ICONS / "LICENSE").read_text(encoding="utf-8")
    assert icons.startswith("ISC License")
    assert "Lucide Icons and Contributors" in icons
    assert "Cole Bemis" in icons
    assert {"LICENSE", "NOTICE.md", "resources/icons/LICENSE"} == set(
        project()["project"]["license-files"]
    )


NETWORK = {
    "PySide6.QtNetwork", "PySide6.QtNetworkAuth", "PySide6.QtWebSockets", "aiohttp", "asyncio",
    "ftplib", "http.client", "http.server", "httpx", "imaplib", "poplib", "requests", "smtplib",
    "socket", "socketserver", "ssl", "urllib.request", "urllib3", "xmlrpc.client",
}  # fmt: skip


def test_nothing_knows_the_network() -> None:
    knows = {(path.name, name) for path in modules() for name in imported(path) & NETWORK}
    assert not knows
