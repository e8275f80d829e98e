"""Prints a line of the setup for each kind of file that the program reads, asked of the program."""

from __future__ import annotations

from ats.gui.dropping import TABLES
from ats.reading.documents import ENDINGS

for ending in sorted({*ENDINGS, *TABLES}):
    print(f'!insertmacro OFFER "{ending}"')
