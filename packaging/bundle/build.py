"""Builds the bundle: one folder with the program, its Python and its libraries, Qt among them as
separate files.

    python packaging/bundle/build.py OUT [--system-libraries]

runs in an environment with the program and PyInstaller (`packaging/package.py` makes it) and
leaves in OUT the folder `ats`, which is all that is shipped, and beside it `measured`, a door for
measuring how it starts. With --system-libraries the bundle leaves to the distribution what a
distribution has in packages of its own.
"""

from __future__ import annotations

import argparse
import compileall
import os
import py_compile
import shutil
import subprocess
import sys
from pathlib import Path

import contents

HERE = Path(__file__).resolve().parent
NOTICES = ("LICENSE", "NOTICE.md")


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("out", type=Path)
    asked.add_argument("--system-libraries", action="store_true")
    asked.add_argument("--notices", type=Path, default=HERE.parent.parent, metavar="FOLDER")
    given = asked.parse_args()
    subprocess.run([sys.executable, str(HERE / "qt_binding.py")], check=True)
    build(given.out.resolve(), given.system_libraries, given.notices)


def build(out: Path, system_libraries: bool, notices: Path) -> None:
    shutil.rmtree(out, ignore_errors=True)
    out.mkdir(parents=True)
    _run_pyinstaller(out, system_libraries)
    bundle = out / "ats"
    _add_signatures(bundle / "lib" / "shiboken6")
    _forget_builders_folders(bundle)
    for name in NOTICES:
        shutil.copy(notices / name, bundle)
    _set_apart(bundle / "ats-measured", out / "measured")


def _run_pyinstaller(out: Path, system_libraries: bool) -> None:
    environment = dict(os.environ, PYTHONHASHSEED="1")
    if system_libraries:
        environment["ATS_SYSTEM_LIBRARIES"] = "1"
    log = out / "pyinstaller.log"
    # Python takes modules from the present folder first, and what is shipped is what is installed.
    with log.open("w", encoding="utf-8") as told:
        ended = subprocess.run(
            [
                sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean",
                "--distpath", str(out), "--workpath", str(out / "work"), str(HERE / "ats.spec"),
            ],
            check=False, cwd=out, env=environment, stdout=told, stderr=subprocess.STDOUT,
        )  # fmt: skip
    if ended.returncode:
        sys.stderr.writelines(log.read_text(encoding="utf-8").splitlines(keepends=True)[-30:])
        sys.exit(f"PyInstaller could not build the bundle; all it said is in {log}.")
    shutil.rmtree(out / "work")


def _add_signatures(shiboken: Path) -> None:
    """The part of the binding that knows the signatures of Qt's calls, as compiled files. It is
    carried inside the library as source and would be compiled again at every start."""
    unpack = (
        "import sys, shutil, pathlib, shiboken6, PySide6.QtCore;"
        "found = pathlib.Path(shiboken6.__file__).parent / 'files.dir';"
        "shutil.copytree(found, sys.argv[1]); shutil.rmtree(found)"
    )
    folder = shiboken / "files.dir"
    environment = dict(os.environ, SBK_EMBED="0")
    subprocess.run([sys.executable, "-c", unpack, str(folder)], check=True, env=environment)
    for made in folder.rglob("__pycache__"):
        shutil.rmtree(made)
    # Valid whatever times the files get when they are packed and unpacked.
    mode = py_compile.PycInvalidationMode.UNCHECKED_HASH
    if not compileall.compile_dir(folder, quiet=1, invalidation_mode=mode, stripdir=folder):
        sys.exit("The signatures of the Qt binding could not be compiled.")


def _forget_builders_folders(bundle: Path) -> None:
    """Libraries that look for others in folders of the system they were built on look no more."""
    for path in sorted(bundle.rglob("*.so*")):
        if path.is_symlink() or not contents.is_elf(path):
            continue
        if any(folder.startswith("/") for folder in contents.search_path(path)):
            path.chmod(0o755)
            subprocess.run(["chrpath", "--delete", str(path)], check=True, capture_output=True)


def _set_apart(door: Path, folder: Path) -> None:
    """Move a door out of the bundle; it reaches the same files through a link."""
    folder.mkdir()
    shutil.move(door, folder)
    (folder / "lib").symlink_to(Path("..", "ats", "lib"))


if __name__ == "__main__":
    main()
