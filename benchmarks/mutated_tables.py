"""Damaged tables: files as people bring them, with their bytes cut, doubled, swapped and filled
with what breaks readers; as text, and as workbooks. The same number always gives the same file."""

from __future__ import annotations

import csv
import io
import itertools
import random
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from pathlib import Path

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "exchange" / "brought"

Damage = Callable[[bytes, random.Random], bytes]


@dataclass(frozen=True, slots=True)
class Mutant:
    """`how` names the file it was made from and the damages, in order."""

    number: int
    name: str
    content: bytes
    how: tuple[str, ...]


def mutant(number: int) -> Mutant:
    """One file with up to three damages: every third one a workbook."""
    chance = random.Random(number)
    path = chance.choice(sorted(FOLDER.iterdir()))
    content, name = path.read_bytes(), path.name
    workbook = number % 3 == 0
    if workbook:
        content, name = as_workbook(content, chance), f"{path.stem}.xlsx"
        inside = chance.random() < 0.6
        damages = chance.choices((*_TEXT, *_XML) if inside else _BYTES, k=chance.randint(0, 3))
        for damage in damages:
            content = _in_a_part(content, damage, chance) if inside else damage(content, chance)
    else:
        damages = chance.choices((*_TEXT, *_BYTES), k=chance.randint(1, 3))
        for damage in damages:
            content = damage(content, chance)
    return Mutant(number, name, content, (path.name, *(damage.__name__ for damage in damages)))


def as_workbook(content: bytes, chance: random.Random) -> bytes:
    """The rows of a text table in a workbook, some cells with a type of their own."""
    import xlsxwriter

    text = content.decode("utf-8", "replace").replace("\0", "")
    delimiter = max(",;\t", key=text[:200].count)
    made = io.BytesIO()
    with xlsxwriter.Workbook(made, {"in_memory": True, "strings_to_urls": False}) as book:
        for _ in range(chance.choice((1, 1, 1, 2))):
            sheet = book.add_worksheet()
            for row, cells in enumerate(csv.reader(io.StringIO(text), delimiter=delimiter)):
                for column, cell in enumerate(cells[:200]):
                    _write(sheet, row, column, cell[:5000], chance)
    return made.getvalue()


def _write(sheet, row: int, column: int, cell: str, chance: random.Random) -> None:
    kind = chance.randrange(20)
    if kind == 0:
        sheet.write_number(row, column, chance.choice((0, -1, 45990.6, 1e300, 2**53)))
    elif kind == 1:
        on = datetime(2026, 1, 1) + timedelta(days=chance.randrange(-40000, 9000))
        sheet.write_datetime(row, column, on if on.year > 1900 else date(1900, 1, 1))
    elif kind == 2:
        sheet.write_boolean(row, column, chance.random() < 0.5)
    elif kind == 3:
        sheet.write_formula(row, column, "=1/0", value=chance.choice(("#DIV/0!", "7", "")))
    elif kind == 4:
        sheet.write_url(
            row, column, "https://example.org/" + "x" * chance.randrange(40), None, cell
        )
    else:
        sheet.write_string(row, column, cell)


def cut(content: bytes, chance: random.Random) -> bytes:
    start, end = _slice(content, chance)
    return content[:start] + content[end:]


def keep(content: bytes, chance: random.Random) -> bytes:
    start, end = _slice(content, chance)
    return content[start:end]


def repeat(content: bytes, chance: random.Random) -> bytes:
    start, end = _slice(content, chance)
    return content[:end] + content[start:end] * chance.randint(1, 20) + content[end:]


def mix_lines(content: bytes, chance: random.Random) -> bytes:
    lines = content.splitlines(keepends=True)
    chance.shuffle(lines)
    return b"".join(lines)


def mix_columns(content: bytes, chance: random.Random) -> bytes:
    delimiter = chance.choice((b",", b";", b"\t"))
    lines = []
    for line in content.split(b"\n"):
        cells = line.split(delimiter)
        chance.shuffle(cells)
        lines.append(delimiter.join(cells))
    return b"\n".join(lines)


def other_delimiter(content: bytes, chance: random.Random) -> bytes:
    old, new = chance.sample((b",", b";", b"\t", b"|", b"\n", b'"'), 2)
    return content.replace(old, new)


def other_encoding(content: bytes, chance: random.Random) -> bytes:
    text = content.decode("utf-8", "replace")
    kinds = ("utf-16", "utf-16-be", "utf-32", "cp1252", "utf-8-sig", "utf-7", "cp437", "cp037")
    return text.encode(chance.choice(kinds), "replace")


def quotes(content: bytes, chance: random.Random) -> bytes:
    return _sprinkled(content, chance, lambda: chance.choice((b'"', b'""', b"'", b'\n"', b'",')))


def dates(content: bytes, chance: random.Random) -> bytes:
    odd = (
        b"31/02/2026", b"0/0/0", b"99999999", b"2026-13-45", b"8/82019", b"-1", b"60", b"2958466",
        b"0000-00-00", "١٢/٠٣/٢٠٢٦".encode(), b"12.3.26 - 14.3.26", b"1e309", b"9" * 400,
    )  # fmt: skip
    return _sprinkled(content, chance, lambda: b"," + chance.choice(odd) + b",")


def amounts(content: bytes, chance: random.Random) -> bytes:
    odd = (
        "€€€", "1.234.567,89,00", "-$5", "$1e400", "٣٠٠٠", "12 LPA–", "k", "100k–", "½ million",
        "∞", "NaN", "0x7f", "1" * 300,
    )  # fmt: skip
    return _sprinkled(content, chance, lambda: b"," + chance.choice(odd).encode() + b",")


def words(content: bytes, chance: random.Random) -> bytes:
    odd = (
        "Declined", "Rejected after onsite", "Applied → Interview → ???", "=1+1", "'=1+1", "\u202e",
        "Total", "Company", "<b>x</b>", "Status", "N/A", "TRUE", "x" * 70_000, "👩‍🔬", "\ufeff",
    )  # fmt: skip
    return _sprinkled(content, chance, lambda: chance.choice(odd).encode())


def headers(content: bytes, chance: random.Random) -> bytes:
    first, _, rest = content.partition(b"\n")
    odd = (
        b"Status", b"status", b"", b"Date", b"Salary", b"Company", b"Interview 1", b"History",
        b"\0", b"x" * 9000, b"Title",
    )  # fmt: skip
    cells = [chance.choice((cell, chance.choice(odd))) for cell in first.split(b",")]
    return b",".join(cells) + b"\n" + rest


def nothings(content: bytes, chance: random.Random) -> bytes:
    return _sprinkled(content, chance, lambda: chance.choice((b"\0", b"\x1a", b"\r", b"\x1b[31m")))


def flip(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.randint(1, 60)):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def entities(content: bytes, chance: random.Random) -> bytes:
    names = [b"a%d" % at for at in range(chance.randint(2, 30))]
    lines = [b'<!ENTITY a0 "aaaaaaaaaa">']
    lines += [
        b'<!ENTITY %s "%s">' % (name, b"&%s;" % before * 8)
        for before, name in itertools.pairwise(names)
    ]
    bomb = b"<!DOCTYPE x [" + b"".join(lines) + b"]>"
    return content.replace(b"?>", b"?>" + bomb, 1).replace(b"</t>", b"&%s;</t>" % names[-1])


def numbers(content: bytes, chance: random.Random) -> bytes:
    odd = (b"999999999999", b"-7", b"A0", b"XFD1048577", b"", b"1e99", b"NaN")
    places = [at for at in range(len(content)) if content[at : at + 1] == b'"']
    for at in chance.sample(places, min(len(places), chance.randint(1, 9))):
        content = content[:at] + b'"' + chance.choice(odd) + content[at:]
    return content


def unclosed(content: bytes, chance: random.Random) -> bytes:
    return content.replace(chance.choice((b"</row>", b"</c>", b"</v>", b"</sheetData>", b">")), b"")


_TEXT: tuple[Damage, ...] = (
    cut, keep, repeat, mix_lines, mix_columns, other_delimiter, other_encoding, quotes, dates,
    amounts, words, headers, nothings,
)  # fmt: skip
_BYTES: tuple[Damage, ...] = (cut, keep, repeat, flip, nothings)
_XML: tuple[Damage, ...] = (entities, numbers, unclosed, flip, cut)


def _in_a_part(content: bytes, damage: Damage, chance: random.Random) -> bytes:
    """The workbook with one of its parts damaged, zipped again."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as old:
            parts = {name: old.read(name) for name in old.namelist()}
    except (zipfile.BadZipFile, OSError, ValueError):
        return damage(content, chance)
    name = chance.choice(sorted(parts))
    parts[name] = damage(parts[name], chance)[:4_000_000]
    if chance.random() < 0.1:
        parts.pop(chance.choice(sorted(parts)))
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as new:
        for part, inside in parts.items():
            new.writestr(part, inside)
    return made.getvalue()


def _slice(content: bytes, chance: random.Random) -> tuple[int, int]:
    start = chance.randint(0, len(content))
    return start, min(len(content), start + chance.choice((1, 9, 80, 700, len(content))))


def _sprinkled(content: bytes, chance: random.Random, piece: Callable[[], bytes]) -> bytes:
    for _ in range(chance.randint(1, 8)):
        at = chance.randint(0, len(content))
        content = content[:at] + piece() + content[at:]
    return content
