"""Writes the completions for bash, zsh and fish, made from the command line's own definitions.

    python packaging/man/make_completions.py FOLDER

The files are named as the shells look for them: FOLDER/bash/ats, FOLDER/zsh/_ats,
FOLDER/fish/ats.fish.
"""

from __future__ import annotations

import sys
from pathlib import Path

from click.shell_completion import get_completion_class
from make_man_page import command_line

VARIABLE = "_ATS_COMPLETE"
_NAMES = {"bash": "ats", "zsh": "_ats", "fish": "ats.fish"}


def write(folder: Path) -> None:
    """Write the three files below `folder`."""
    group = command_line()
    for shell, name in _NAMES.items():
        kind = get_completion_class(shell)
        assert kind is not None
        script = kind(group, {}, "ats", VARIABLE)
        path = folder / shell / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(script.source_template % script.source_vars(), encoding="utf-8")


if __name__ == "__main__":
    write(Path(sys.argv[1]))
