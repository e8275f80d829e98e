"""From the version before to this one with a store in place, and back."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from accessibility import find, until
from desktop import Desktop
from installing import applications, install, own_version
from system import HOME, PERSON, CleanSystem
from telling import Log
from using import questions

NEWER = "Made with a newer version."
STORE = f"{HOME}/.local/share/ats/ats.sqlite"


def try_upgrading(
    system: CleanSystem, older: Path, package: Path, desktop: Desktop, pictures: Path, log: Log
) -> None:
    """`older` is the package of the version before; nothing is installed yet."""
    log.head(f"Debian {system.release}: upgrading from the version before")
    system.sh("apt-get update -qq")
    log.done(install(system, older), f"apt installs {older.name}")
    before_number = own_version(system)
    log.done(
        system.run("ats", "demo", person=True), f"{before_number} has a store with sample data"
    )
    log.done(system.run("ats", "move", "1", "Offer", person=True), "and one move more")
    before = applications(system)

    log.done(install(system, package), f"apt installs {package.name} over it")
    log.ok(f"{before_number} became {own_version(system)}")
    running = desktop.program()
    seen = running.seen()
    find(seen, "filler", "Sidebar")
    until(lambda: any(str(before[0]["title"]) in node.name for node in seen.walk()), "a card")
    log.holds(not questions(seen), "the store opens in the window and nothing is asked")
    desktop.picture(pictures / f"{system.release}-5-upgraded.png")
    running.close()
    after = applications(system)
    known = [{name: each[name] for name in before[0]} for each in after]
    log.holds(known == before, f"all {len(before)} applications are as they were")
    told = log.done(system.run("ats", "check", person=True), "ats check, on the store")
    log.ok(f"  {told.strip()}")

    _try_newer_store(system, desktop, pictures, log)
    ended = install(system, older, "--allow-downgrades")
    log.done(ended, f"apt installs {older.name} again")
    _try_old_program(system, before, log)
    log.done(install(system, package), f"and {package.name} once more")
    log.holds(applications(system) == after, "everything is there again")


def _try_newer_store(system: CleanSystem, desktop: Desktop, pictures: Path, log: Log) -> None:
    """A store of a version that does not exist yet."""
    folder = system.root / HOME[1:] / "newer"
    log.done(system.run("ats", "--data", f"{HOME}/newer", "demo", person=True), "a second store")
    store = folder / "ats.sqlite"
    with sqlite3.connect(store) as database:
        (form,) = database.execute("pragma user_version").fetchone()
        database.execute(f"pragma user_version = {form + 1}")
    database.close()
    kept = store.read_bytes()
    ended = system.run("ats", "--data", f"{HOME}/newer", "list", person=True)
    log.said(ended, NEWER, "a store of a newer version, on the command line")
    running = desktop.program("--data", f"{HOME}/newer")
    seen = running.seen()
    find(seen, "label", NEWER)
    desktop.picture(pictures / f"{system.release}-6-newer.png")
    find(seen, "push button", "Quit").do("Press")
    running.process.communicate(timeout=30)
    log.ok("and in the window, which offers another folder")
    log.holds(store.read_bytes() == kept, "the newer store is as it was, byte for byte")


def _try_old_program(system: CleanSystem, before: list[dict[str, object]], log: Log) -> None:
    """The version before opens the store where its form is still the same, else refuses."""
    store = Path(system.root, STORE[1:])
    kept = store.read_bytes()
    ended = system.run("ats", "list", "--json", person=True)
    if ended.returncode == 0:
        log.holds(applications(system) == before, "whose form of the store is the same: it opens")
    else:
        log.said(ended, NEWER, "whose form of the store is older: it refuses")
        log.holds(store.read_bytes() == kept, "the store is as it was, byte for byte")
    log.holds(store.stat().st_uid == PERSON, "and belongs to the person")
