"""Takes a file apart into its tables, by what its bytes are: a workbook, an archive, JSON or
text."""

from __future__ import annotations

from dataclasses import replace

from ats.domain.problem import Problem
from ats.exchange.imports.delimited import table_of
from ats.exchange.imports.header_row import rating
from ats.exchange.imports.plan import Answers
from ats.exchange.imports.raw_table import Progress, RawTable, RawTables
from ats.exchange.imports.text_in import encoding_words, text_in

_ZIP = b"PK\x03\x04"
_EMPTY_ZIP = b"PK\x05\x06"
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_KNOWN = (
    (b"%PDF-", "a PDF file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"SQLite format 3\0", "a database"),
    (b"\x1f\x8b", "a compressed file that isn’t a .zip"),
    (b"7z\xbc\xaf'\x1c", "a compressed file that isn’t a .zip"),
    (b"Rar!", "a compressed file that isn’t a .zip"),
)


def tables_in(content: bytes, name: str, answers: Answers, progress: Progress) -> RawTables:
    """The tables of a file. Raises Problem where it holds none."""
    if content.startswith((_ZIP, _EMPTY_ZIP)):
        from ats.exchange.imports.archive_in import tables_of_archive

        return tables_of_archive(content, name, answers, progress)
    if content.startswith(_OLD_OFFICE):
        raise Problem(
            f"{name} is an old or a protected workbook. Open it in a spreadsheet program, save "
            "it as .xlsx without a password, then retry. Nothing was imported."
        )
    for start, what in _KNOWN:
        if content.startswith(start):
            raise Problem(f"{name} is {what}, not a table. Nothing was imported.")
    return tables_of_text(content, name, answers, progress)


def tables_of_text(content: bytes, name: str, answers: Answers, progress: Progress) -> RawTables:
    """The tables of JSON, or the one of a delimited text."""
    text, encoding, damaged = text_in(content, name, answers.encoding)
    not_in = encoding_words(encoding) if damaged else ""
    if text.lstrip()[:1] in ("{", "["):
        from ats.exchange.imports.json_in import tables_of_json

        tables = tables_of_json(text, name)
        return RawTables([replace(table, not_in=not_in) for table in tables])
    table = table_of(text, name, rating, answers.delimiter, progress)
    return RawTables([RawTable("", table.rows, encoding, table.delimiter, not_in=not_in)])
