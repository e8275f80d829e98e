"""Places that are odd or closed: names with spaces and umlauts, no home, a home without rights,
a full disk under the data, no display."""

from __future__ import annotations

import shutil
import subprocess
from contextlib import suppress
from pathlib import Path

from installing import applications
from system import HOME, PERSON, CleanSystem
from telling import Log

ODD = f"{HOME}/Bewerbungen für März, neu"


def try_places(system: CleanSystem, portable: Path, log: Log) -> None:
    """The program is installed; `portable` is the bundle that brings everything."""
    log.head(f"Debian {system.release}: odd and closed places")
    log.done(system.run("ats", "--data", ODD, "demo", person=True), f"data in “{ODD}”")
    log.holds(len(applications(system, "--data", ODD)) > 5, "and it can be read again")
    if portable.is_dir():
        _try_portable(system, portable, log)

    ended = system.run("ats", "list", person=True, HOME="/nonexistent/home")
    log.said(ended, "Can’t write in /nonexistent/home", "without a home folder")
    closed = system.root / "closed"
    closed.mkdir()
    ended = system.run("ats", "list", person=True, HOME="/closed")
    log.said(ended, "Can’t write in /closed", "with a home folder one may not write in")
    ended = system.run("ats", person=True)
    log.said(ended, "There is no display to open a window on.", "without a display")
    _try_full_disk(system, log)


def _try_portable(system: CleanSystem, portable: Path, log: Log) -> None:
    place = system.root / ODD[1:] / "ats"
    shutil.copytree(portable, place, symlinks=True)
    subprocess.run(["chown", "-R", f"{PERSON}:{PERSON}", str(place)], check=True)
    ended = system.run(f"{ODD}/ats/ats", "self-test", person=True)
    log.done(ended, f"the portable bundle tests itself in “{ODD}/ats”")
    shutil.rmtree(place)


def _try_full_disk(system: CleanSystem, log: Log) -> None:
    """The store is on a disk with no room left: what was there can be read, and stays."""
    folder = f"{HOME}/small"
    disk = system.root / folder[1:]
    system.mount("tmpfs", disk, "-t", "tmpfs", "-o", f"size=12m,uid={PERSON},gid={PERSON}")
    log.done(system.run("ats", "--data", folder, "demo", person=True), "a store on a small disk")
    before = applications(system, "--data", folder)
    filler = disk / "filler"
    with filler.open("wb", buffering=0) as file, suppress(OSError):
        while True:
            file.write(bytes(4096))
    ended = system.run("ats", "--data", folder, "import", f"{HOME}/many.csv", person=True)
    log.said(ended, "disk is full", "an import on a full disk")
    filler.unlink()
    log.holds(applications(system, "--data", folder) == before, "nothing was lost or half done")
