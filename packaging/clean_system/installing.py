"""The package itself: in, in again, not where it must not, out."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

from desktop import Desktop
from system import CleanSystem
from telling import Log

PACKAGE = "ats-desktop"
PROGRAM = f"/usr/lib/{PACKAGE}"
_COMPLETE = {"_ATS_COMPLETE": "bash_complete", "COMP_WORDS": "ats ex", "COMP_CWORD": "1"}


def install(system: CleanSystem, package: Path, *words: str) -> subprocess.CompletedProcess[str]:
    """As a person would: apt, with the file."""
    return system.run(
        "apt-get", "install", "-y", "--no-install-recommends", *words, system.bring(package)
    )


def try_installing(system: CleanSystem, package: Path, version: str, log: Log) -> None:
    """On a system that has never seen the program; the sources of packages are known."""
    log.head(f"Debian {system.release}: installing on a clean system")
    system.sh("apt-get update -qq")
    before = installed(system)
    log.done(install(system, package), f"apt installs {package.name}")
    log.ok(f"{len(installed(system) - before) - 1} packages came with it, Python is not among them")
    log.holds(not system.run("which", "python3").stdout, "there is no Python on this system")
    log.holds(own_version(system) == version, f"ats --version says {version}")
    _try_libraries(system, log)
    _try_menu(system, log)
    told = log.done(system.run("ats", "self-test", person=True), "ats self-test, as a person")
    for line in told.strip().splitlines():
        log.ok(f"  {line}")


def _try_libraries(system: CleanSystem, log: Log) -> None:
    """Also those that are only loaded when they are needed."""
    told = system.sh(
        f"find {PROGRAM} -type f -name '*.so*' "
        f"| LD_LIBRARY_PATH={PROGRAM}/lib:{PROGRAM}/lib/PySide6/Qt/lib xargs ldd 2>/dev/null"
    )
    missing = sorted({line.strip() for line in told.splitlines() if "not found" in line})
    log.holds(not missing, "no library misses another", missing)


def _try_menu(system: CleanSystem, log: Log) -> None:
    kinds = Path(system.root, "usr/share/mime/globs2").read_text(encoding="utf-8")
    log.holds(
        "vnd.ats-desktop.archive+zip:*.ats.zip" in kinds, "the archive's kind of file is known"
    )
    places = system.sh(f"dpkg -L {PACKAGE}").split()
    for wanted in (
        "/usr/share/applications/ats.desktop",
        "/usr/share/icons/hicolor/16x16/apps/ats.png",
        "/usr/share/icons/hicolor/512x512/apps/ats.png",
        "/usr/share/icons/hicolor/scalable/apps/ats.svg",
        "/usr/share/man/man1/ats.1.gz",
        "/usr/share/zsh/vendor-completions/_ats",
        "/usr/share/fish/vendor_completions.d/ats.fish",
    ):
        log.holds(wanted in places, f"{wanted} is there")
    told = system.run("ats", person=True, **_COMPLETE).stdout
    log.holds(
        {"plain,extract", "plain,export"} <= set(told.split()), "the shell completes “ats ex”"
    )


def try_again(system: CleanSystem, package: Path, desktop: Desktop, log: Log) -> None:
    """Twice, over an open window, without rights, on a full disk: the old one stays whole."""
    log.head(f"Debian {system.release}: what must not go wrong")
    version = own_version(system)
    log.done(install(system, package, "--reinstall"), "installed twice")
    _is_whole(system, version, log)

    running = desktop.program()
    running.seen()
    ended = install(system, package, "--reinstall")
    log.said(ended, "ats is open. Close its window, then install again", "over an open window")
    ended = system.run("apt-get", "remove", "-y", PACKAGE)
    log.said(ended, "ats is open. Close its window, then remove it again", "removing it while open")
    running.close()
    _is_whole(system, version, log)

    ended = system.run("dpkg", "-i", system.bring(package), person=True)
    log.said(ended, "superuser privilege", "without rights")
    _is_whole(system, version, log)

    filler = system.root / "var/filler"
    subprocess.run(["fallocate", "-l", str(_free(filler.parent) - 60_000_000), filler], check=True)
    ended = system.run("dpkg", "-i", "/tmp/" + package.name)
    log.said(ended, "There is too little space for ats", "on a full disk")
    filler.unlink()
    _is_whole(system, version, log)


def _is_whole(system: CleanSystem, version: str, log: Log) -> None:
    changed = system.run("dpkg", "--verify", PACKAGE)
    log.holds(not changed.stdout, "every file of the package is as it came", changed.stdout)
    log.holds(own_version(system) == version, f"and it is still {version}")


def _free(folder: Path) -> int:
    told = subprocess.run(
        ["df", "--output=avail", "-B1", str(folder)], check=True, capture_output=True, text=True
    )
    return int(told.stdout.split()[-1])


def try_removing(system: CleanSystem, data: Path, log: Log) -> None:
    """All of the program goes, and nothing of the person's."""
    log.head(f"Debian {system.release}: removing it")
    kept = {path: path.read_bytes() for path in data.rglob("*") if path.is_file()}
    log.done(system.run("apt-get", "purge", "-y", PACKAGE), "apt purges it")
    left = system.sh(
        "find / -xdev \\( -iname '*ats-desktop*' -o -name ats.desktop -o -name 'ats.png' "
        "-o -name ats \\) -not -path '/proc/*' -not -path '/tmp/*' -not -path '/home/*' "
        "-not -path '/var/cache/apt/*' -not -path '/dev/*'"
    )
    log.holds(not left.strip(), "nothing of it is left", left)
    kinds = Path(system.root, "usr/share/mime/globs2").read_text(encoding="utf-8")
    log.holds("ats-desktop" not in kinds, "its kind of file is not known any more")
    now = {path: path.read_bytes() for path in data.rglob("*") if path.is_file()}
    log.holds(kept == now and kept, f"the person's {len(now)} files are as they were")


def own_version(system: CleanSystem) -> str:
    return system.run("ats", "--version", person=True).stdout.strip().removeprefix("ats ")


def installed(system: CleanSystem) -> set[str]:
    return set(system.sh("dpkg-query -W -f '${Package}\\n'").split())


def applications(system: CleanSystem, *words: str) -> list[dict[str, object]]:
    """What `ats list --json` says to the person."""
    ended = system.run("ats", *words, "list", "--json", person=True)
    if ended.returncode:
        raise RuntimeError(ended.stderr)
    found: list[dict[str, object]] = json.loads(ended.stdout)
    return found
