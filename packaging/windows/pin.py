"""Writes `libraries.txt`: the exact files of the libraries that the Windows package carries.

    make windows-libraries

What is needed comes from `pyproject.toml`, the versions from `constraints.txt`. uv answers the
questions a library asks about the system as Windows would; pip names the file and its hash.
"""

from __future__ import annotations

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).resolve().parent
ROOT = HERE.parents[1]
PYTHON = "3.13"
FOR_WINDOWS = [
    "--platform", "win_amd64", "--python-version", PYTHON, "--implementation", "cp",
    "--abi", f"cp{PYTHON.replace('.', '')}", "--abi", "abi3", "--abi", "none",
    "--only-binary", ":all:",
]  # fmt: skip
"""What pip needs to know to choose files for Windows; `build.sh` asks for it."""

HEAD = (
    "# Made by “make windows-libraries”: each library of the Windows package, exactly this file.\n"
)


def main() -> None:
    if sys.argv[1:] == ["--for-windows"]:
        print(*FOR_WINDOWS)
        return
    named = needed()
    (HERE / "libraries.txt").write_text(HEAD + "".join(pinned(named)), encoding="utf-8")
    print(f"{len(named)} libraries are pinned in packaging/windows/libraries.txt.")


def needed() -> list[str]:
    """Each library as “name==version”. sqlite-utils asks for pip, which nothing here runs."""
    told = subprocess.run(
        [
            sys.executable, "-m", "uv", "pip", "compile", "--quiet", "--no-header",
            "--no-annotate", "--no-emit-package", "pip", "--constraint", "constraints.txt",
            "--python-platform", "x86_64-pc-windows-msvc", "--python-version", PYTHON,
            "--only-binary", ":all:", "pyproject.toml",
        ],
        cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True,
    ).stdout  # fmt: skip
    return re.findall(r"^[\w.-]+==\S+$", told, re.MULTILINE)


def pinned(named: list[str]) -> list[str]:
    """A line for each, with the hash of the one file that will be installed."""
    with tempfile.TemporaryDirectory() as nowhere:
        told = subprocess.run(
            [
                sys.executable, "-m", "pip", "install", "--quiet", "--dry-run", "--no-deps",
                "--disable-pip-version-check", "--ignore-installed", "--target", nowhere,
                "--report", "-", *FOR_WINDOWS, *named,
            ],
            check=True, stdout=subprocess.PIPE, text=True,
        ).stdout  # fmt: skip
    lines = []
    for one in json.loads(told)["install"]:
        name, version = one["metadata"]["name"], one["metadata"]["version"]
        digest = one["download_info"]["archive_info"]["hashes"]["sha256"]
        lines.append(f"{name.lower().replace('_', '-')}=={version} --hash=sha256:{digest}\n")
    return sorted(lines)


if __name__ == "__main__":
    main()
