"""Makes the Debian package of a bundle that leaves the distribution's libraries to it.

    python packaging/deb/build.py BUNDLE OUT --source FOLDER

needs no root and none of Debian's build helpers. Runs in the environment the bundle was built in,
which is asked for the version, the manual page, the completions and the licences.
"""

from __future__ import annotations

import argparse
import gzip
import os
import re
import shutil
import subprocess
import sys
import tempfile
from datetime import UTC, datetime
from pathlib import Path

HERE = Path(__file__).resolve().parent
PACKAGING = HERE.parent
sys.path += [str(HERE), str(PACKAGING / "bundle")]

import contents  # noqa: E402
from copyright_file import copyright_text  # noqa: E402

from ats import __version__  # noqa: E402

PACKAGE = "ats-desktop"
APPSTREAM_ID = "io.github.ats_desktop.ats"
SIZES = (16, 24, 32, 48, 64, 128, 256, 512)
SMALL = 16
# Where each shell looks for completions: what the maker calls the file, and its place.
COMPLETIONS = {
    "bash/ats": "usr/share/bash-completion/completions/ats",
    "zsh/_ats": "usr/share/zsh/vendor-completions/_ats",
    "fish/ats.fish": "usr/share/fish/vendor_completions.d/ats.fish",
}


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("bundle", type=Path)
    asked.add_argument("out", type=Path)
    asked.add_argument("--source", type=Path, required=True)
    asked.add_argument("--quick", action="store_true", help="pack less tightly, to try things out")
    given = asked.parse_args()
    os.umask(0o022)
    with tempfile.TemporaryDirectory(prefix="ats-deb-") as folder:
        root = Path(folder, "root")
        root.mkdir(mode=0o755)
        place_program(given.bundle, root)
        place_desktop(given.source, root)
        place_documents(given.source, root)
        place_control(root)
        print(pack(root, given.out, given.quick))


def place_program(bundle: Path, root: Path) -> None:
    program = root / "usr/lib" / PACKAGE
    shutil.copytree(bundle, program, symlinks=True)
    for path in [program, *program.rglob("*")]:
        if not path.is_symlink():
            path.chmod(0o755 if path.is_dir() or path == program / "ats" else 0o644)
    door = root / "usr/bin/ats"
    door.parent.mkdir(parents=True)
    door.symlink_to(f"../lib/{PACKAGE}/ats")


def place_desktop(source: Path, root: Path) -> None:
    """Menu entry, kinds of files, the shops' page, icons."""
    put(root / "usr/share/applications/ats.desktop", data("ats.desktop"))
    put(root / f"usr/share/mime/packages/{PACKAGE}.xml", data("ats.mime.xml"))
    page = filled(
        data("ats.metainfo.xml"),
        APPSTREAM_ID=APPSTREAM_ID,
        VERSION=__version__,
        DATE=f"{changed():%Y-%m-%d}",
    )
    put(root / f"usr/share/metainfo/{APPSTREAM_ID}.metainfo.xml", page)
    drawings = source / "resources/app"
    hicolor = root / "usr/share/icons/hicolor"
    put(hicolor / "scalable/apps/ats.svg", (drawings / "ats.svg").read_text(encoding="utf-8"))
    for size in SIZES:
        own = drawings / f"ats-{size}.svg"
        picture = hicolor / f"{size}x{size}/apps/ats.png"
        picture.parent.mkdir(parents=True)
        side = str(size)
        drawing = str(own if own.is_file() else drawings / "ats.svg")
        run("rsvg-convert", "-w", side, "-h", side, drawing, "-o", str(picture))


def place_documents(source: Path, root: Path) -> None:
    """Manual page, completions, licences, changes."""
    page = run(sys.executable, str(PACKAGING / "man/make_man_page.py"))
    put_packed(root / "usr/share/man/man1/ats.1.gz", page)
    with tempfile.TemporaryDirectory() as folder:
        run(sys.executable, str(PACKAGING / "man/make_completions.py"), folder)
        for made, place in COMPLETIONS.items():
            put(root / place, Path(folder, made).read_text(encoding="utf-8"))
    documents = root / "usr/share/doc" / PACKAGE
    texts = [
        (source / name).read_text(encoding="utf-8")
        for name in ("LICENSE", "resources/icons/LICENSE")
    ]
    put(documents / "copyright", copyright_text(texts[0], texts[1], contents.shipped()))
    put_packed(documents / "changelog.gz", changes())
    put_packed(documents / "CHANGELOG.md.gz", (source / "CHANGELOG.md").read_text(encoding="utf-8"))
    put(root / "usr/share/lintian/overrides" / PACKAGE, data("lintian-overrides"))


def changes() -> str:
    """In Debian's form; what is new for people stands in CHANGELOG.md beside it."""
    return (
        f"{PACKAGE} ({__version__}) unstable; urgency=medium\n\n"
        f"  * Version {__version__}. What is new is in CHANGELOG.md.\n\n"
        f" -- {maintainer()}  {changed():%a, %d %b %Y %H:%M:%S +0000}\n"
    )


def maintainer() -> str:
    found = re.search(r"^Maintainer: (.+)$", data("control"), re.MULTILINE)
    assert found is not None
    return found[1]


def place_control(root: Path) -> None:
    """What dpkg asks: needs, sizes, checksums, and what runs before and after."""
    kilobytes = str(sum(-(-size // 1024) for size in sizes(root / "usr")))
    depends, recommends = needs(root / "usr/lib" / PACKAGE)
    control = root / "DEBIAN"
    put(
        control / "control",
        filled(
            data("control"),
            VERSION=__version__,
            ARCHITECTURE=run("dpkg", "--print-architecture").strip(),
            KILOBYTES=kilobytes,
            DEPENDS=depends,
            RECOMMENDS=recommends,
        ),
    )
    for name in ("preinst", "prerm"):
        megabytes = str(-(-int(kilobytes) // 1024))
        put(control / name, filled(data(name), KILOBYTES=kilobytes, MEGABYTES=megabytes))
        (control / name).chmod(0o755)
    files = sorted(
        str(path.relative_to(root)) for path in (root / "usr").rglob("*") if is_file(path)
    )
    put(control / "md5sums", run("md5sum", *files, folder=root))


def needs(program: Path) -> tuple[str, str]:
    """The packages of the distribution that hold the libraries asked for; printing is wanted,
    not needed."""
    libraries = [path for path in program.rglob("*") if is_file(path) and contents.is_elf(path)]
    extra = [path for path in libraries if "printsupport" in path.parts]
    folders = sorted({str(path.parent) for path in libraries})
    with tempfile.TemporaryDirectory() as folder:
        # The tool wants to find the source package's own description.
        put(
            Path(folder, "debian/control"),
            f"Source: {PACKAGE}\n\nPackage: {PACKAGE}\nArchitecture: any\n",
        )
        told = run(
            "dpkg-shlibdeps", "-O", "--ignore-missing-info", "--warnings=0",
            *(f"-l{each}" for each in folders),
            *(str(path) for path in libraries if path not in extra),
            "-dRecommends", *(str(path) for path in extra),
            folder=Path(folder),
        )  # fmt: skip
    found = dict(re.findall(r"^shlibs:(\w+)=(.+)$", told, re.MULTILINE))
    wanted = [found["Recommends"]] if "Recommends" in found else []
    return found["Depends"], ", ".join([*wanted, "xdg-utils"])


def pack(root: Path, out: Path, quick: bool) -> Path:
    """The same files give the same package: no name, time or owner of the building system."""
    at = int(changed().timestamp())
    for path in [root, *root.rglob("*")]:
        os.utime(path, (at, at), follow_symlinks=False)
    out.mkdir(parents=True, exist_ok=True)
    architecture = run("dpkg", "--print-architecture").strip()
    made = out / f"{PACKAGE}_{__version__}_{architecture}.deb"
    # One thread sees all of it at once, which saves a megabyte.
    tight = ("-Zxz", "-z1") if quick else ("-Zxz", "-z9", "--threads-max=1")
    run("dpkg-deb", "--root-owner-group", *tight, "--build", str(root), str(made))
    return made


def changed() -> datetime:
    """When the source last changed (reproducible-builds.org/specs/source-date-epoch)."""
    return datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC)


def data(name: str) -> str:
    return (HERE / "data" / name).read_text(encoding="utf-8")


def filled(text: str, **values: str) -> str:
    for name, value in values.items():
        text = text.replace(f"@{name}@", value)
    return text


def put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def put_packed(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(gzip.compress(text.encode(), 9, mtime=0))


def is_file(path: Path) -> bool:
    return path.is_file() and not path.is_symlink()


def sizes(folder: Path) -> list[int]:
    return [path.stat().st_size for path in folder.rglob("*") if is_file(path)]


def run(*words: str, folder: Path | None = None) -> str:
    ended = subprocess.run(words, check=False, cwd=folder, capture_output=True, text=True)
    if ended.returncode:
        sys.stderr.write(ended.stderr)
        sys.exit(f"“{words[0]}” failed.")
    return ended.stdout


if __name__ == "__main__":
    main()
