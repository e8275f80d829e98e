"""A folder with a freshly installed Debian in which a package is tried out.

The base of each release is fetched once with debootstrap and kept in /var/tmp (ATS_CLEAN_SYSTEMS
names another folder). A system is a layer over its base and is gone when it is closed. Runs as
root, in a mount namespace of its own, so that no mount outlives the process.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

KEPT = Path(os.environ.get("ATS_CLEAN_SYSTEMS", "/var/tmp/ats-clean-systems"))
MIRROR = os.environ.get("ATS_DEBIAN_MIRROR")
"""Where packages come from, where it is not debootstrap's own choice."""
PERSON = 1000
HOME = "/home/person"
DISK = "2g"

# What makes an installation quiet, and a person's own environment.
_QUIET = {"DEBIAN_FRONTEND": "noninteractive"}
_PLAIN = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8"}


def in_own_namespace() -> None:
    """Go on in a mount namespace of our own; returns in there."""
    if os.geteuid() != 0:
        sys.exit("Clean systems need root: sudo make package-test")
    if not os.environ.get("ATS_OWN_NAMESPACE"):
        os.environ["ATS_OWN_NAMESPACE"] = "1"
        os.execvp("unshare", ["unshare", "--mount", sys.executable, *sys.argv])


def base(release: str) -> Path:
    """The folder of the kept base of a release; fetched where it is not there."""
    folder = KEPT / release
    if not folder.is_dir():
        print(f"Fetching Debian {release} (once, a minute or two)", flush=True)
        KEPT.mkdir(parents=True, exist_ok=True)
        new = Path(tempfile.mkdtemp(prefix=f"{release}-", dir=KEPT))
        words = ["debootstrap", "--variant=minbase", release, str(new)]
        words += [MIRROR] if MIRROR else []
        subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
        new.rename(folder)
    return folder


class CleanSystem:
    """One Debian, fresh; a context manager."""

    def __init__(self, release: str) -> None:
        self.release = release
        self._base = base(release)
        self._stack = ExitStack()

    def __enter__(self) -> CleanSystem:
        work = Path(tempfile.mkdtemp(prefix=f"run-{self.release}-", dir=KEPT))
        self._stack.callback(shutil.rmtree, work, ignore_errors=True)
        self.root = work / "root"
        self.root.mkdir()
        # All that is written goes to memory, and the disk of this system can be filled.
        disk = work / "disk"
        self.mount("tmpfs", disk, "-t", "tmpfs", "-o", f"size={DISK}")
        for name in ("upper", "work"):
            (disk / name).mkdir()
        layers = f"lowerdir={self._base},upperdir={disk / 'upper'},workdir={disk / 'work'}"
        self.mount("overlay", self.root, "-t", "overlay", "-o", layers)
        self.mount("proc", self.root / "proc", "-t", "proc")
        self.mount("/dev", self.root / "dev", "--rbind")
        self.mount("tmpfs", self.root / "tmp", "-t", "tmpfs", "-o", "mode=1777")
        # Packages that were fetched once are not fetched again.
        fetched = KEPT / f"packages-{self.release}"
        fetched.mkdir(exist_ok=True)
        self.mount(str(fetched), self.root / "var/cache/apt/archives", "--bind")
        shutil.copy("/etc/resolv.conf", self.root / "etc/resolv.conf")
        keep = 'Binary::apt::APT::Keep-Downloaded-Packages "true";\n'
        (self.root / "etc/apt/apt.conf.d/99-keep").write_text(keep)
        # No service starts in a folder.
        (self.root / "usr/sbin/policy-rc.d").write_text("#!/bin/sh\nexit 101\n")
        (self.root / "usr/sbin/policy-rc.d").chmod(0o755)
        self.sh(f"useradd --create-home --shell /bin/sh --uid {PERSON} person")
        return self

    def __exit__(self, *_failure: object) -> None:
        self._stack.close()

    def mount(self, what: str, where: Path, *how: str) -> None:
        where.mkdir(parents=True, exist_ok=True)
        subprocess.run(["mount", *how, what, str(where)], check=True)
        self._stack.callback(
            subprocess.run, ["umount", "--recursive", "--lazy", str(where)], check=False
        )

    def unmount(self, where: Path) -> None:
        subprocess.run(["umount", str(where)], check=True)

    def words(self, *command: str, person: bool = False) -> list[str]:
        """A command inside, by root or by the person; the environment is the caller's."""
        who = f"{PERSON}:{PERSON}" if person else "0:0"
        return ["chroot", f"--userspec={who}", str(self.root), *command]

    def environment(self, person: bool, more: Mapping[str, str]) -> dict[str, str]:
        own = {"HOME": HOME, "USER": "person"} if person else {"HOME": "/root", **_QUIET}
        return {**_PLAIN, **own, **more}

    def run(
        self, *command: str, person: bool = False, **more: str
    ) -> subprocess.CompletedProcess[str]:
        """What a command inside said and how it ended."""
        return subprocess.run(
            self.words(*command, person=person),
            env=self.environment(person, more),
            check=False, capture_output=True, text=True, stdin=subprocess.DEVNULL,
        )  # fmt: skip

    def sh(self, line: str) -> str:
        """What a line for root's shell says; it must end well."""
        ended = self.run("sh", "-c", line)
        if ended.returncode:
            raise RuntimeError(f"{line}\n{ended.stdout}{ended.stderr}")
        return ended.stdout

    def bring(self, package: Path) -> str:
        """Copy a file in; its name there."""
        shutil.copy(package, self.root / "tmp" / package.name)
        return f"/tmp/{package.name}"
