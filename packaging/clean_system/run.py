"""Tries the Debian package out on clean systems: installs, tests, uses, upgrades and removes it.

    python packaging/clean_system/run.py [--release bookworm]… [--package FILE] [--older FILE]

Needs root. What was found goes to `build/package-test`: a log for each release, and pictures.
"""

from __future__ import annotations

import argparse
import shutil
import subprocess
from pathlib import Path

from accessibility import NotFound
from desktop import Desktop
from installing import try_again, try_installing, try_removing
from places import try_places
from previous import previous_package
from system import HOME, PERSON, CleanSystem, in_own_namespace
from telling import Failed, Log, give_up
from upgrading import try_upgrading
from using import try_using

ROOT = Path(__file__).resolve().parent.parent.parent
OUT = ROOT / "build" / "package-test"
PORTABLE = ROOT / "build" / "package" / "portable" / "ats"
RELEASES = ("bookworm", "trixie")


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("--release", action="append", choices=RELEASES)
    asked.add_argument("--package", type=Path, required=True)
    asked.add_argument("--older", type=Path)
    given = asked.parse_args()
    in_own_namespace()
    version = given.package.name.split("_")[1]
    if given.older:
        older, told = given.older.resolve(), "a package that was given"
    else:
        older, told = previous_package(version)
    for release in given.release or RELEASES:
        log = Log(OUT / f"{release}.log")
        log.ok(f"{given.package.name}; the version before is {older.name}, from {told}")
        try:
            try_release(release, given.package.resolve(), older, version, log)
        except (Failed, NotFound, RuntimeError, subprocess.SubprocessError) as problem:
            give_up(problem)
    print(f"The package works on {', '.join(given.release or RELEASES)}. Pictures are in {OUT}.")


def try_release(release: str, package: Path, older: Path, version: str, log: Log) -> None:
    pictures = OUT / "pictures"
    with CleanSystem(release) as system:
        try_installing(system, package, version, log)
        write_many(system)
        with Desktop(system) as desktop:
            try_using(system, desktop, pictures, log)
            try_places(system, PORTABLE, log)
            try_again(system, package, desktop, log)
        try_removing(system, system.root / HOME[1:], log)
    with CleanSystem(release) as system, Desktop(system) as desktop:
        try_upgrading(system, older, package, desktop, pictures, log)


def write_many(system: CleanSystem) -> None:
    """A table that does not fit on a small disk."""
    rows = "".join(f"Role {at},Company {at},{'note ' * 200}\n" for at in range(5000))
    table = system.root / HOME[1:] / "many.csv"
    table.write_text(f"Title,Company,Notes\n{rows}", encoding="utf-8")
    shutil.chown(table, PERSON, PERSON)


if __name__ == "__main__":
    main()
