"""Builds every package this system can build, and prints what was made.

    python packaging/package.py [--only PART]… [--out FOLDER]

The version is that of `ats/__init__.py` and nothing else. What is made on the way stays in
`build/package`; the packages come to `dist`. Standard library only: it makes the environment that
the rest runs in.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILD = ROOT / "build" / "package"
ENVIRONMENT = BUILD / "environment"
PYTHON = ENVIRONMENT / "bin" / "python"
TOOLS = ("cyclonedx-python-lib[json-validation]", "jeepney", "packaging", "pyinstaller")


@dataclass(frozen=True)
class Place:
    """Where one version is built: its source, the folder for what is made, the packages' folder."""

    source: Path
    work: Path
    out: Path
    quick: bool = False

    @property
    def version(self) -> str:
        text = (self.source / "ats" / "__init__.py").read_text(encoding="utf-8")
        found = re.search(r'^__version__ = "(.+)"$', text, re.MULTILINE)
        if found is None:
            sys.exit("ats/__init__.py does not say which version it is.")
        return found[1]


@dataclass(frozen=True)
class Part:
    """One thing that is made. `make` gets the place; `files` are what it leaves in `out`."""

    name: str
    make: Callable[[Place], None]
    files: str


def run(*words: str | Path, **more: str) -> None:
    ended = subprocess.run([str(word) for word in words], env={**os.environ, **more}, check=False)
    if ended.returncode:
        sys.exit(ended.returncode)


def make_environment(place: Place) -> None:
    """Python with the program, its libraries at their pinned versions, and PyInstaller."""
    place.work.mkdir(parents=True, exist_ok=True)
    needs = [ROOT / "pyproject.toml", ROOT / "constraints.txt"]
    state = hashlib.sha256(b"\0".join(path.read_bytes() for path in needs))
    state.update(f"{sys.version} {TOOLS}".encode())
    stamp = ENVIRONMENT / "installed"
    install = (PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check")
    copy = tracked_copy(place.source, place.work / "source")
    if not stamp.exists() or stamp.read_text() != state.hexdigest():
        print("Creating the environment for building (a minute or so)", flush=True)
        run(sys.executable, "-m", "venv", "--clear", stamp.parent)
        limits = ("--constraint", ROOT / "constraints.txt")
        run(*install, *limits, *TOOLS, copy)
        stamp.write_text(state.hexdigest())
    else:
        run(*install, "--no-deps", "--force-reinstall", copy)


def tracked_copy(source: Path, copy: Path) -> Path:
    """The files of the source without what was made in it, so that nothing old slips in."""
    shutil.rmtree(copy, ignore_errors=True)
    if (source / ".git").exists():
        listed = subprocess.run(
            ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
            cwd=source, check=True, capture_output=True, text=True,
        ).stdout  # fmt: skip
        for name in filter(None, listed.split("\0")):
            if (source / name).is_file():
                (copy / name).parent.mkdir(parents=True, exist_ok=True)
                shutil.copy2(source / name, copy / name)
    else:
        made = shutil.ignore_patterns(".*", "build", "dist", "__pycache__", "*.egg-info")
        shutil.copytree(source, copy, ignore=made)
    return copy


def make_bundle(place: Place) -> None:
    """The program with all its libraries, for the packages that bring everything."""
    _bundle(place, "portable")


def make_deb(place: Place) -> None:
    _bundle(place, "deb", "--system-libraries")
    quick = ["--quick"] if place.quick else []
    run(
        PYTHON, ROOT / "packaging" / "deb" / "build.py",
        place.work / "deb" / "ats", place.out, "--source", place.source,
        *quick,
    )  # fmt: skip
    if place.source == ROOT:
        for made in place.out.glob(f"ats-desktop_{place.version}_*.deb"):
            run(ROOT / "packaging" / "deb" / "check.sh", made, *quick)


def make_appimage(place: Place) -> None:
    _script(place, "appimage", _portable(place))


def make_run(place: Place) -> None:
    _script(place, "run", _portable(place))


def _portable(place: Place) -> Path:
    """The bundle of `make_bundle`, made now where it was not asked for."""
    bundle = place.work / "portable" / "ats"
    if not (bundle / "ats").exists():
        make_bundle(place)
    return bundle


def make_wheel(place: Place) -> None:
    _script(place, "wheel")


def make_windows(place: Place) -> None:
    _script(place, "windows")


def make_bill(place: Place) -> None:
    """What the packages consist of, for those who have to know."""
    out = place.out / f"ats-{place.version}.cdx.json"
    run(PYTHON, ROOT / "packaging" / "sbom" / "make_sbom.py", out)


def _script(place: Place, kind: str, *words: Path) -> None:
    """Run the script of a kind of package: it gets version and folder, and Python by the way."""
    script = ROOT / "packaging" / kind / "build.sh"
    run(script, place.version, place.out, *words, PYTHON=str(PYTHON), SOURCE=str(place.source))


def _bundle(place: Place, name: str, *words: str) -> None:
    script = ROOT / "packaging" / "bundle" / "build.py"
    run(PYTHON, script, place.work / name, "--notices", place.source, *words)


PARTS = (
    Part("deb", make_deb, "ats-desktop_{version}_*.deb"),
    Part("bundle", make_bundle, ""),
    Part("appimage", make_appimage, "ats-{version}-*.AppImage"),
    Part("run", make_run, "ats-{version}-*.run"),
    Part("windows", make_windows, "ats-{version}-windows-*"),
    Part("wheel", make_wheel, "ats_desktop-{version}*"),
    Part("bill", make_bill, "ats-{version}.cdx.json"),
)


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("--only", action="append", choices=[part.name for part in PARTS])
    asked.add_argument("--source", type=Path, default=ROOT)
    asked.add_argument("--work", type=Path, default=BUILD)
    asked.add_argument("--out", type=Path, default=ROOT / "dist")
    asked.add_argument("--quick", action="store_true", help="pack less tightly, to try things out")
    asked.add_argument("--missing", action="store_true", help="only what is older than the source")
    given = asked.parse_args()
    folders = (path.resolve() for path in (given.source, given.work, given.out))
    place = Place(*folders, quick=given.quick)
    os.environ.setdefault("SOURCE_DATE_EPOCH", last_change(place.source))
    place.out.mkdir(parents=True, exist_ok=True)
    parts = [part for part in PARTS if not given.only or part.name in given.only]
    if given.missing:
        changed = source_changed(place)
        parts = [part for part in parts if made_at(place, part) < changed]
    if not parts:
        return
    make_environment(place)
    rows = []
    for part in parts:
        began = time.monotonic()
        print(f"== {part.name}", flush=True)
        part.make(place)
        rows.append((part, time.monotonic() - began))
    write_checksums(place)
    print_table(place, rows)


def source_changed(place: Place) -> float:
    """When one of the files that packages are made of was last written."""
    kinds = ("appimage", "bundle", "deb", "man", "run", "sbom", "wheel", "windows")
    folders = ("ats", "resources", *(f"packaging/{kind}" for kind in kinds))
    files = [path for folder in folders for path in (place.source / folder).rglob("*")]
    files += [place.source / "pyproject.toml", place.source / "constraints.txt"]
    return max(path.stat().st_mtime for path in files if path.suffix != ".pyc" and path.is_file())


def made_at(place: Place, part: Part) -> float:
    """When a part was made, 0 where it is not there; the oldest of its files counts."""
    return min((path.stat().st_mtime for path in made(place, part) if path.exists()), default=0)


def made(place: Place, part: Part) -> list[Path]:
    """What a part left."""
    if not part.files:
        return [place.work / "portable" / "ats"]
    return sorted(place.out.glob(part.files.format(version=place.version)))


def write_checksums(place: Place) -> None:
    """SHA256SUMS beside the packages: `sha256sum --check SHA256SUMS` tells if they are whole."""
    paths = sorted(path for part in PARTS if part.files for path in made(place, part))
    lines = [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}\n" for path in paths]
    (place.out / "SHA256SUMS").write_text("".join(lines), encoding="utf-8")


def last_change(source: Path) -> str:
    """In seconds since 1970, for files whose times should not differ from build to build."""
    told = subprocess.run(
        ["git", "log", "-1", "--format=%ct"],
        cwd=source, check=False, capture_output=True, text=True,
    )  # fmt: skip
    newest = (source / "ats" / "__init__.py").stat().st_mtime
    return told.stdout.strip() or str(int(newest))


def print_table(place: Place, rows: list[tuple[Part, float]]) -> None:
    print(f"\n{'made':44} {'MB':>7} {'seconds':>8}")
    for part, spent in rows:
        for path in made(place, part):
            print(f"{path.name:44} {megabytes(path):7.1f} {spent:8.0f}")


def megabytes(path: Path) -> float:
    files = [path] if path.is_file() else [each for each in path.rglob("*") if each.is_file()]
    return sum(each.stat().st_size for each in files if not each.is_symlink()) / 1e6


if __name__ == "__main__":
    main()
