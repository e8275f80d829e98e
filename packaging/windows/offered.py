"""Prints a line of the setup for each kind of file that the program reads, asked of the program."""

from __future__ import annotations

from ats.commands.import_files import ENDINGS as IMPORTS
from ats.reading.documents import ENDINGS as POSTINGS


def lines() -> list[str]:
    return [f'!insertmacro OFFER "{ending}"' for ending in sorted({*IMPORTS, *POSTINGS})]


if __name__ == "__main__":
    print(*lines(), sep="\n")
