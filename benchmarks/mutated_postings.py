"""Damaged postings: the labelled ones cut, mixed, glued and filled with what breaks readers.
The same number always gives the same text."""

from __future__ import annotations

import html
import json
import random
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from ats.domain.problem import Problem
from ats.domain.reading import Reading
from ats.reading import answer, read_html, read_json_ld, read_text
from benchmarks.labelled_postings import Labelled

SECONDS = 2.0
LONGEST = 10_000_000
READERS = {"text": read_text, "html": read_html, "json-ld": read_json_ld}

Damage = Callable[[str, random.Random], str]


@dataclass(frozen=True, slots=True)
class Mutant:
    number: int
    reader: str
    text: str
    how: tuple[str, ...]
    """The damages, in order."""


def mutant(postings: list[Labelled], number: int) -> Mutant:
    """One posting with one to three damages, and the reader that shall bear it."""
    chance = random.Random(number)
    posting = chance.choice(postings)
    damages = chance.choices(*_DRAWN, k=chance.randint(1, 3))
    text = posting.text
    for damage in damages:
        text = damage(text, chance)[:LONGEST]
    reader = chance.choice([*READERS, _USUAL[posting.kind]])
    return Mutant(number, reader, text, (posting.name, *(damage.__name__ for damage in damages)))


def fault(reader: str, text: str, seconds: float = SECONDS) -> str | None:
    """What is wrong with the answer, if anything. A refusal in plain words is right too."""
    began = time.process_time()
    try:
        reading = READERS[reader](text)
    except Problem:
        return None
    except Exception as error:  # noqa: BLE001 (every exception is what is looked for here)
        return f"{type(error).__name__}: {error}"
    took = time.process_time() - began
    return unsound(reading) or (f"took {took:.1f} s" if took > seconds else None)


def unsound(reading: Reading) -> str | None:
    """Every place must lie in the text, and no item may have lost its words."""
    length = len(reading.text)
    places = [span for spans in reading.spans.values() for span in spans]
    places += [item.span for item in reading.items] + list(reading.repeats) + list(reading.unsorted)
    if wrong := [place for place in places if not 0 <= place[0] < place[1] <= length]:
        return f"places outside the text: {wrong[:3]}"
    for item in reading.items:
        if "\ufffd" in item.text and "\ufffd" not in reading.text[slice(*item.span)]:
            return f"an item that is blotted out: {item.text[:80]!r}"
    try:
        json.dumps(answer(reading)).encode()
    except (ValueError, TypeError, OverflowError) as error:
        return f"the answer is no JSON: {error}"
    return None


def cut(text: str, chance: random.Random) -> str:
    start, end = _slice(text, chance)
    return text[:start] + text[end:]


def keep(text: str, chance: random.Random) -> str:
    start, end = _slice(text, chance)
    return text[start:end]


def repeat(text: str, chance: random.Random) -> str:
    start, end = _slice(text, chance)
    return text[:end] + text[start:end] * chance.randint(1, 30) + text[end:]


def mix_lines(text: str, chance: random.Random) -> str:
    lines = text.splitlines(keepends=True)
    chance.shuffle(lines)
    return "".join(lines)


def join_lines(text: str, chance: random.Random) -> str:
    return chance.choice(["", " ", "\t", "\u2028", "\r", "\x0b", "<br>"]).join(text.splitlines())


def add_characters(text: str, chance: random.Random) -> str:
    def any_one() -> str:
        return chr(chance.choice([chance.randrange(0x250), chance.randrange(0x110000)]))

    return _sprinkled(text, chance, any_one)


def add_marks(text: str, chance: random.Random) -> str:
    marks = "\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2069\u200b\u00ad\ufeff\u0301"
    return _sprinkled(text, chance, lambda: chance.choice(marks) * chance.randint(1, 3))


def add_nothings(text: str, chance: random.Random) -> str:
    return _sprinkled(text, chance, lambda: chance.choice("\x00\x01\x1b\x7f\x85\ufffe\ud800\udfff"))


def add_tags(text: str, chance: random.Random) -> str:
    tags = (
        "<div>|<li|</ul>|<p><b>|<table><tr>|<!--|<![CDATA[|<script>|<style>|&#x0;|&#99999999;|&amp|"
        "<textarea>|<svg><math>|<template>|</body>|<plaintext>|<a href='|\"|<br/|]]>|<"
    ).split("|")
    return _sprinkled(text, chance, lambda: chance.choice(tags))


def add_pay(text: str, chance: random.Random) -> str:
    many = "$ € £ CHF k K LPA lakh - – to up from per /hr year 1,000 12'000 1.234,50 9".split(" ")
    odd = ["9" * 400, "1e999", "٣٤", "²", "1,2,3,4,5,6", "-0", "½", "$" * 50]
    return _sprinkled(text, chance, lambda: " ".join(chance.choices(many * 3 + odd, k=4)))


def add_hostile_run(text: str, chance: random.Random) -> str:
    parts = ["( - ", "• ", "a, ", "A", "1-", "$1 to ", "5+ years ", "<p>", "&lt;", "é", "\n\n", "*"]
    parts += ["We need ", "Title: ", "http://a", "a@", "e.g. ", "(", "[", "{", '{"a":', "–", "’s "]
    run = chance.choice(parts) * 10_000
    place = chance.randrange(len(text) + 1)
    return text[:place] + run + text[place:]


def add_entity_bomb(text: str, chance: random.Random) -> str:
    depth = chance.choice([3, 12])
    named = "".join(f'<!ENTITY e{i + 1} "{f"&e{i};" * 10}">' for i in range(depth))
    bomb = f'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY e0 "ha">{named}]>'
    return f"{bomb}<p>&e{depth};</p>{text}"


def nest(text: str, chance: random.Random) -> str:
    opening, closing = chance.choice([("<div>", "</div>"), ("[", "]"), ("<b><i>", ""), ("(", ")")])
    deep = chance.choice([10, 1_000, 20_000])
    return opening * deep + text + closing * deep


def wrap_as_json(text: str, chance: random.Random) -> str:
    odd: list[Any] = [
        text,
        [text],
        {"name": text},
        None,
        10**400,
        -0.0,
        True,
        [[[]]],
        {"@value": text},
        "",
    ]
    names = (
        "title description hiringOrganization jobLocation baseSalary employmentType datePosted "
        "validThrough identifier url skills qualifications"
    ).split()
    posting = {name: chance.choice(odd) for name in names}
    dumped = json.dumps({"@type": chance.choice(["JobPosting", ["JobPosting"]]), **posting})
    return chance.choice([dumped, f'<script type="application/ld+json">{dumped}</script>'])


def escape(text: str, chance: random.Random) -> str:
    for _ in range(chance.randint(1, 4)):
        text = html.escape(text)
    return text


def garble(text: str, chance: random.Random) -> str:
    wrong = chance.choice(["cp1252", "latin-1", "utf-16", "cp437"])
    return text.encode("utf-8", "replace").decode(wrong, "replace")


def binary(text: str, chance: random.Random) -> str:
    noise = chance.randbytes(chance.choice([100, 5_000, 100_000]))
    return chance.choice(["", text]) + noise.decode(chance.choice(["latin-1", "utf-8"]), "replace")


def shout(text: str, chance: random.Random) -> str:
    return chance.choice([text.upper(), text.lower(), text.title(), text.swapcase(), text[::-1]])


def fill_one_line(text: str, chance: random.Random) -> str:
    """One line of a megabyte."""
    line = chance.choice([" ", ""]).join(text.split()) or "x"
    return (line * (1_000_000 // len(line) + 1))[:1_000_000]


def fill_ten_megabytes(text: str, chance: random.Random) -> str:
    part = text or chance.choice(["x", "x\n"])
    return part * (LONGEST // len(part) + 1)


def _slice(text: str, chance: random.Random) -> tuple[int, int]:
    start, end = sorted(chance.randrange(len(text) + 1) for _ in range(2))
    return start, min(end, start + 20_000)


def _sprinkled(text: str, chance: random.Random, part: Callable[[], str]) -> str:
    places = sorted(chance.randrange(len(text) + 1) for _ in range(chance.choice([1, 3, 30])))
    pieces, last = [], 0
    for place in places:
        pieces += [text[last:place], part()]
        last = place
    return "".join([*pieces, text[last:]])


_USUAL = {"txt": "text", "html": "html", "json": "json-ld"}

_DAMAGES: dict[Damage, int] = {
    **dict.fromkeys([cut, keep, repeat, mix_lines, join_lines, add_tags, add_pay], 30),
    **dict.fromkeys([add_characters, add_marks, add_nothings, garble, shout, escape], 20),
    **dict.fromkeys([wrap_as_json, nest, add_entity_bomb, binary], 10),
    **dict.fromkeys([add_hostile_run], 20),
    **dict.fromkeys([fill_one_line], 2),
    **dict.fromkeys([fill_ten_megabytes], 1),
}
"""How often each is drawn, beside the others."""

_DRAWN = (list(_DAMAGES), list(_DAMAGES.values()))
