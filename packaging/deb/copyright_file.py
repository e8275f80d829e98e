"""Writes Debian's file of copyrights, from the program's licence and the metadata of each library
(debian.org/doc/packaging-manuals/copyright-format/1.0)."""

from __future__ import annotations

import re
import sysconfig
from collections.abc import Iterator
from importlib.metadata import Distribution
from pathlib import Path

from packaging.utils import canonicalize_name

LIB = "usr/lib/ats-desktop/lib"
_HEAD = """\
Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: ats
Comment: The program and, each under its own terms, the libraries that come with it.
 /usr/lib/ats-desktop/NOTICE.md says what each is for and how to replace Qt.
"""
_QT = {"pyside6-essentials", "shiboken6"}
_LGPL = """\
License: LGPL-3
 Qt and Qt for Python are unchanged and may be replaced by other builds, as
 NOTICE.md says. On Debian systems the text of the licence is in
 /usr/share/common-licenses/LGPL-3 and /usr/share/common-licenses/GPL-3.
"""


def copyright_text(licence: str, icons: str, libraries: list[Distribution]) -> str:
    """`licence` and `icons` are the texts of the program's licence and of its icons'."""
    others = [each for each in libraries if _name(each) not in {"ats-desktop", *_QT}]
    paragraphs = [
        _HEAD,
        f"Files: *\nCopyright: {_holder(licence)}\nLicense: MIT\n{_body(_terms(licence))}",
        f"Files: {LIB}/ats/resources/icons/*\n"
        "Copyright: Lucide Icons and Contributors, Cole Bemis\n"
        f"License: ISC-and-MIT\n{_body(icons)}",
        f"Files: {LIB}/PySide6/* {LIB}/shiboken6/*\nCopyright: The Qt Company Ltd. and others\n"
        + _LGPL,
        f"Files: {LIB}/python3* {LIB}/libpython3*\nCopyright: Python Software Foundation\n"
        f"License: Python\n{_body(python_licence())}",
        *(_library(each) for each in others),
    ]
    return "\n".join(paragraphs)


def _library(library: Distribution) -> str:
    name = str(library.metadata["Name"])
    folders = sorted(_folders(library))
    holder = library.metadata.get("Author") or library.metadata.get("Author-email") or name
    text = (
        f"As said in the metadata of {name} {library.version}: {_stated(library)}.\n"
        f"The full text is in /{LIB}/{folders[-1]}."
    )
    files = " ".join(f"{LIB}/{folder}/*" for folder in folders)
    return (
        f"Files: {files}\nCopyright: {' '.join(holder.split())}\n"
        f"License: {_word(_stated(library))}-of-{_name(library)}\n{_body(text)}"
    )


def _folders(library: Distribution) -> Iterator[str]:
    """The folders it has in the bundle, its metadata last."""
    tops = {path.parts[0] for path in library.files or [] if path.parts[0] != ".."}
    yield from (top for top in tops if "." not in top and top not in {"bin", "__pycache__"})
    yield from (top for top in tops if top.endswith(".dist-info"))


def _stated(library: Distribution) -> str:
    named = library.metadata.get("License-Expression")
    if named:
        return named
    classifiers = library.metadata.get_all("Classifier") or []
    found = [line.split("::")[-1].strip() for line in classifiers if line.startswith("License ::")]
    short = (library.metadata.get("License") or "").strip().splitlines()
    return ", ".join(found) or (short[0] if short else "see its metadata")


def _holder(licence: str) -> str:
    found = re.search(r"Copyright (?:\(c\) )?(.+)", licence)
    return found[1].strip() if found else "The ats authors"


def _terms(licence: str) -> str:
    return licence[licence.index("Permission is hereby") :]


def _body(text: str) -> str:
    lines = (line.rstrip() for line in text.strip().splitlines())
    return "".join(f" {line}\n" if line else " .\n" for line in lines)


def _word(name: str) -> str:
    return re.sub(r"[^A-Za-z0-9.+-]+", "-", name).strip("-")


def _name(library: Distribution) -> str:
    return canonicalize_name(str(library.metadata["Name"]))


def python_licence() -> str:
    """The text that comes with this Python."""
    version = sysconfig.get_python_version()
    for path in (
        Path(sysconfig.get_path("stdlib"), "LICENSE.txt"),
        Path(f"/usr/share/doc/python{version}/copyright"),
        Path(f"/usr/share/doc/libpython{version}-minimal/copyright"),
    ):
        if path.is_file():
            return path.read_text(encoding="utf-8")
    return "See https://docs.python.org/3/license.html."
