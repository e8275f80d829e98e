"""What belongs in the bundle, asked of the installed packages themselves: a library that is added
to `pyproject.toml` needs no line here."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterator
from importlib.machinery import EXTENSION_SUFFIXES
from importlib.metadata import Distribution, distribution
from pathlib import Path, PurePath

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PROGRAM = "ats-desktop"

# Installers that a library names as its own needs, and that a bundle has no use for.
INSTALLERS = {"pip", "setuptools", "wheel"}

# PyInstaller knows the files of Qt, and `reachable` thins them.
QT = {"pyside6-essentials", "shiboken6"}

# Parts of a package that only people who write programs use.
_SOURCES = {".c", ".cpp", ".h", ".hpp", ".pxd", ".py", ".pyc", ".pyi", ".pyx", ".typed"}
_NEVER = {"__pycache__", "tests"}
_METADATA = {"METADATA", "entry_points.txt"}

# Plugins of Qt that a desktop needs: windows on X11 and Wayland, pictures without a screen,
# drawings and photographs, input methods, the desktop's own dialogs, and printers.
PLUGINS = re.compile(
    r"""/plugins/(
        platforms/libq(xcb|wayland|offscreen)
      | wayland-shell-integration/libxdg-shell
      | wayland-decoration-client/
      | platformthemes/libqxdgdesktopportal
      | platforminputcontexts/lib(compose|ibus)platforminputcontextplugin
      | iconengines/
      | imageformats/libq(jpeg|svg)
      | printsupport/
    )""",
    re.VERBOSE,
)

Entry = tuple[str, str, str]
"""As PyInstaller lists files: the place in the bundle, the file or the aim of a link, the kind."""


def shipped() -> list[Distribution]:
    """The program and every library it needs, by name, each once."""
    found: dict[str, Distribution] = {}
    waiting = [PROGRAM]
    while waiting:
        name = canonicalize_name(waiting.pop())
        if name in found or name in INSTALLERS:
            continue
        found[name] = distribution(name)
        needs = [Requirement(line) for line in found[name].requires or []]
        waiting += [need.name for need in needs if need.marker is None or _holds(need)]
    return [found[name] for name in sorted(found)]


def _holds(need: Requirement) -> bool:
    return need.marker is not None and need.marker.evaluate({"extra": ""})


def files() -> Iterator[Entry]:
    """Data, libraries without a Python door, and the metadata with the licences."""
    for package in shipped():
        name = canonicalize_name(package.metadata["Name"])
        for path in package.files or []:
            kind = _kind(path, name in QT)
            if kind:
                yield str(path), str(package.locate_file(path)), kind


def _kind(path: PurePath, is_qt: bool) -> str | None:
    if path.parts[0] == ".." or not _NEVER.isdisjoint(path.parts):
        return None
    if path.parts[0].endswith(".dist-info"):
        licence = "licenses" in path.parts or re.match(r"(?i)(licen|copying|notice)", path.name)
        return "DATA" if licence or path.name in _METADATA else None
    if is_qt or path.suffix in _SOURCES or path.name.endswith(tuple(EXTENSION_SUFFIXES[:-1])):
        return None
    return "BINARY" if re.search(r"\.(so|dylib|dll)(\.|$)", path.name) else "DATA"


def wanted(entry: Entry, modules: set[str]) -> bool:
    """Whether a library is in the bundle for its own sake, not because another one needs it.
    `modules` are those of Qt that the program uses, as QtCore."""
    place, _, kind = entry
    if "/plugins/" in place:
        return bool(PLUGINS.search(f"/{place}"))
    if place.startswith("PySide6/"):
        return kind == "EXTENSION" and Path(place).name.split(".")[0] in modules
    return kind == "EXTENSION" or "/" in place or place.startswith("libpython")


def reachable(binaries: list[Entry]) -> list[Entry]:
    """The libraries that are wanted, and those that these load, and so on."""
    modules = qt_modules()
    by_name = {Path(place).name: (place, source) for place, source, _ in binaries}
    kept = {entry[0] for entry in binaries if wanted(entry, modules)}
    waiting = [entry[1] for entry in binaries if entry[0] in kept]
    while waiting:
        for name in _loads(waiting.pop()):
            place, source = by_name.get(name, ("", ""))
            if place and place not in kept:
                kept.add(place)
                waiting.append(source)
    return [entry for entry in binaries if entry[0] in kept]


def qt_modules() -> set[str]:
    """The modules of Qt that the program names, and those that they stand on. PyInstaller alone
    would take more: it follows every module that a binding could hand out types of."""
    found: set[str] = set()
    program = distribution(PROGRAM)
    for path in program.files or []:
        if path.suffix == ".py":
            text = Path(str(program.locate_file(path))).read_text(encoding="utf-8")
            found |= set(re.findall(r"\bPySide6\.(Qt\w+)", text))
    folder = Path(str(distribution("PySide6-Essentials").locate_file("PySide6")))
    waiting = list(found)
    while waiting:
        for library in _loads(str(folder / f"{waiting.pop()}.abi3.so")):
            named = re.fullmatch(r"libQt6(\w+)\.so\.6", library)
            module = f"Qt{named[1]}" if named else ""
            if module and module not in found and (folder / f"{module}.abi3.so").exists():
                found.add(module)
                waiting.append(module)
    return found


def _loads(library: str) -> list[str]:
    """The names of the libraries that one asks the loader for."""
    return _told(library, "NEEDED")


def search_path(library: Path) -> list[str]:
    """The folders in which a library has others looked for."""
    lines = _told(str(library), "RUNPATH") + _told(str(library), "RPATH")
    return [folder for line in lines for folder in line.split(":")]


def _told(library: str, what: str) -> list[str]:
    told = subprocess.run(
        ["objdump", "-p", library], check=True, capture_output=True, text=True, errors="replace"
    ).stdout
    return re.findall(rf"^\s+{what}\s+(\S+)", told, re.MULTILINE)


def of_the_system(entry: Entry) -> bool:
    """Whether a distribution brings this library itself; Python's own stays in the bundle."""
    place, source, _ = entry
    own = "/" in place or place.startswith("libpython")
    return not own and re.match(r"/(usr/)?lib", source) is not None


def is_surplus(entry: Entry) -> bool:
    """Whether nobody needs this data file: Qt's translations (the program brings none for the
    rest of its texts either), and the sources of libraries."""
    return entry[0].startswith("PySide6/Qt/") or Path(entry[0]).suffix in _SOURCES - {".pyc"}


def is_elf(path: Path) -> bool:
    with path.open("rb") as file:
        return file.read(4) == b"\x7fELF"
