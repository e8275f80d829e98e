"""Writes what an installed ats consists of, as a CycloneDX bill of materials.

    python packaging/sbom/make_sbom.py OUT.cdx.json

runs in an environment with the program. Names, versions, licences and who needs whom come from the
metadata of what is installed; the parts that carry none (Python itself, and the libraries inside
other libraries) are asked for their versions. The same source gives the same file.
"""

from __future__ import annotations

import os
import platform
import re
import sqlite3
import sys
from datetime import UTC, datetime
from importlib.metadata import Distribution
from pathlib import Path
from uuid import NAMESPACE_URL, uuid5

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model import ExternalReference, ExternalReferenceType, XsUri
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.model.dependency import Dependency
from cyclonedx.output.json import JsonV1Dot6
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator
from packageurl import PackageURL
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

PACKAGING = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PACKAGING / "bundle"))

import contents  # noqa: E402

LICENCES = LicenseFactory()
OF_WINDOWS = "3.13.2"
"""The Python inside the package for Windows, which is not the one that runs here."""


def main() -> None:
    Path(sys.argv[1]).write_text(sbom(), encoding="utf-8")


def sbom() -> str:
    """The bill as JSON. Raises ValueError where the schema of CycloneDX would not take it."""
    libraries = {canonicalize_name(one.metadata["Name"]): one for one in contents.shipped()}
    program = libraries.pop(contents.PROGRAM)
    parts = {name: library(name, one) for name, one in libraries.items()}
    bom = Bom(
        components=[*parts.values(), *inside()],
        serial_number=uuid5(NAMESPACE_URL, f"ats-desktop {program.version} {versions(parts)}"),
    )
    bom.metadata.timestamp = datetime.fromtimestamp(
        int(os.environ.get("SOURCE_DATE_EPOCH", "0")), UTC
    )
    bom.metadata.component = library(contents.PROGRAM, program, ComponentType.APPLICATION)
    parts[contents.PROGRAM] = bom.metadata.component
    for name, one in {**libraries, contents.PROGRAM: program}.items():
        bom.dependencies.add(
            Dependency(
                parts[name].bom_ref,
                [Dependency(parts[each].bom_ref) for each in needs(one) if each in parts],
            )
        )
    written = JsonV1Dot6(bom).output_as_string(indent=2)
    wrong = JsonStrictValidator(SchemaVersion.V1_6).validate_str(written)
    if wrong is not None:
        raise ValueError(str(wrong))
    return written + "\n"


def versions(parts: dict[str, Component]) -> str:
    return " ".join(f"{name}=={part.version}" for name, part in sorted(parts.items()))


def needs(one: Distribution) -> set[str]:
    """The libraries that one asks for here."""
    wanted = [Requirement(line) for line in one.requires or []]
    return {
        canonicalize_name(each.name)
        for each in wanted
        if each.marker is None or each.marker.evaluate({"extra": ""})
    }


def library(name: str, one: Distribution, kind: ComponentType = ComponentType.LIBRARY) -> Component:
    about = one.metadata
    address = PackageURL("pypi", name=name, version=one.version)
    stated = (
        about["License-Expression"] or about["License"] or public_domain(one) or "see its files"
    )
    return Component(
        type=kind,
        name=name,
        version=one.version,
        bom_ref=str(address),
        purl=address,
        description=about["Summary"],
        licenses=[LICENCES.make_from_string(stated.strip().splitlines()[0])],
        external_references=[
            ExternalReference(type=ExternalReferenceType.WEBSITE, url=XsUri(url))
            for url in homes(one)
        ],
    )


def public_domain(one: Distribution) -> str:
    """The licence as the classifiers name it, for metadata that says it nowhere else."""
    named = [
        line.rpartition(" :: ")[2]
        for line in one.metadata.get_all("Classifier") or []
        if line.startswith("License ::")
    ]
    return named[0] if named else ""


def homes(one: Distribution) -> list[str]:
    """At most one address to look at."""
    listed = [line.partition(", ") for line in one.metadata.get_all("Project-URL") or []]
    known = {label.lower(): url for label, _, url in listed}
    found = one.metadata["Home-page"] or known.get("homepage") or known.get("source")
    return [found] if found else []


def inside() -> list[Component]:
    """What comes inside other parts, and Python."""
    import pypdfium2.version
    from PySide6.QtCore import qVersion

    return [
        python(platform.python_version(), "packages for Linux and macOS"),
        python(OF_WINDOWS, "package for Windows"),
        named("SQLite", sqlite3.sqlite_version, "blessing", "https://sqlite.org"),
        named("Qt", qVersion(), "LGPL-3.0-only", "https://www.qt.io"),
        named(
            "PDFium",
            str(pypdfium2.version.PDFIUM_INFO),
            "BSD-3-Clause",
            "https://pdfium.googlesource.com/pdfium/",
        ),
        named("Lexbor", None, "Apache-2.0", "https://lexbor.com"),
    ]


def python(version: str, where: str) -> Component:
    part = named("CPython", version, "PSF-2.0", "https://www.python.org")
    part.description = f"In the {where}"
    part.type = ComponentType.PLATFORM
    return part


def named(name: str, version: str | None, licence: str, home: str) -> Component:
    reference = re.sub(r"[^a-z0-9.-]+", "-", f"{name}-{version or 'inside'}".lower())
    return Component(
        type=ComponentType.LIBRARY,
        name=name,
        version=version,
        bom_ref=reference,
        licenses=[LICENCES.make_from_string(licence)],
        external_references=[
            ExternalReference(type=ExternalReferenceType.WEBSITE, url=XsUri(home))
        ],
    )


if __name__ == "__main__":
    main()
