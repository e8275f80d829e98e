"""Places in a folder what a desktop looks for: menu entry, kinds of files, icons, manual page and
completions, the same as in the Debian package.

    python packaging/run/desktop.py FOLDER --source FOLDER
"""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

PACKAGING = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(PACKAGING / "deb"))

import build  # noqa: E402


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("folder", type=Path)
    asked.add_argument("--source", type=Path, required=True)
    given = asked.parse_args()
    build.place_desktop(given.source, given.folder)
    build.place_documents(given.source, given.folder)


if __name__ == "__main__":
    main()
