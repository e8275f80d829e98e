"""The package of the version before this one, for trying an upgrade.

The newest release that is tagged below this version; as long as there is none, the last state of
the source whose store had an older form; without a history, this source. The latter two get a
lower version number.
"""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
WORK = ROOT / "build" / "package-test" / "previous"
_STORE = "ats/store/store.py"
_FORM = "^SCHEMA_VERSION = "


def previous_package(version: str) -> tuple[Path, str]:
    """The package, built where it is not there yet, and a word on what it was built from."""
    commit, told = _commit(version)
    made = WORK / (commit or "tree")
    older = _lower(version)
    found = sorted(made.glob("*.deb")) if commit else []
    if not found:
        source = _source(commit, older)
        subprocess.run(
            [
                sys.executable, str(ROOT / "packaging" / "package.py"), "--only", "deb", "--quick",
                "--source", str(source), "--work", str(WORK / "work"), "--out", str(made),
            ],
            check=True,
        )  # fmt: skip
        found = sorted(made.glob("*.deb"))
    return found[-1], told


def _commit(version: str) -> tuple[str, str]:
    tags = [
        tag for tag in _git("tag", "--list", "v*").split() if _number(tag[1:]) < _number(version)
    ]
    if tags:
        newest = max(tags, key=lambda tag: _number(tag[1:]))
        return _git("rev-list", "-n1", newest).strip(), f"the release {newest}"
    changes = _git("log", "--format=%H", f"-G{_FORM}", "--", _STORE).split()
    if len(changes) > 1:
        before = _git("rev-parse", f"{changes[0]}^").strip()
        return before, f"{before[:10]}, the last source with the older form of the store"
    return "", "this source with a lower number"


def _source(commit: str, version: str) -> Path:
    """The files of that state in a folder of their own."""
    source = WORK / "source"
    subprocess.run(["rm", "-rf", str(source)], check=True)
    source.mkdir(parents=True)
    packed = subprocess.Popen(
        ["git", "archive", commit or "HEAD"], cwd=ROOT, stdout=subprocess.PIPE
    )
    subprocess.run(["tar", "--extract", "-C", str(source)], stdin=packed.stdout, check=True)
    if packed.wait():
        sys.exit("The version before this one can only be taken from a clone of the repository.")
    _edit(source / "ats" / "__init__.py", lambda text: re.sub(r'"\d[^"]*"', f'"{version}"', text))
    return source


def _edit(path: Path, change: Callable[[str], str]) -> None:
    path.write_text(change(path.read_text(encoding="utf-8")), encoding="utf-8")


def _lower(version: str) -> str:
    """The number before this one: 1.2.3 → 1.2.2, 0.1.0 → 0.0.99."""
    parts = list(_number(version))
    at = max(index for index, part in enumerate(parts) if part)
    return ".".join(
        str(part) for part in [*parts[:at], parts[at] - 1, *[99] * (len(parts) - at - 1)]
    )


def _number(version: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", version)[:3])


def _git(*words: str) -> str:
    ended = subprocess.run(["git", *words], cwd=ROOT, check=False, capture_output=True, text=True)
    return ended.stdout
