"""No bytes do harm: whatever a file holds, it is opened or refused with a sentence, and soon."""

from __future__ import annotations

import json
import random
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ats.domain.problem import Problem
from ats.reading import read_html
from ats.reading.documents import Kind, open_document
from tests.reading.files import docx, heading, item, lines, message, paragraph, pdf, saved_page

PAGE = "<h1>Night Baker</h1><p>Crumb &amp; Crust, Köln</p><ul><li>Früh aufstehen</li></ul>"
POSTING = {"@type": "JobPosting", "title": "Night Baker", "description": "<p>Bake bread.</p>"}
SAMPLES = {
    "a.txt": "Bäcker für Köln\n\n- Früh aufstehen".encode(),
    "a.md": b"\xef\xbb\xbf# Baker\n\n* **Early** hours",
    "a.html": f'<!doctype html><meta charset="iso-8859-15">{PAGE}'.encode("iso-8859-15"),
    "a.json": json.dumps(POSTING).encode("utf-16"),
    "a.pdf": pdf(lines("#Baker\n• Early hours\n• Kind people"), lines("Page two")),
    "a.docx": docx(heading("Baker") + item("Early hours") + paragraph("Leeds", run="<w:b/>")),
    "a.eml": message("Baker", PAGE, "Köln", {"a.docx": docx(paragraph("Baker"))}),
    "a.mhtml": saved_page(PAGE, "<p>Ad</p>"),
}


def answered(content: bytes, name: str) -> None:
    """A file is opened or refused with a sentence; whatever is opened can be read."""
    try:
        document = open_document(content, name)
    except Problem:
        return
    assert document.text.strip()
    assert not document.link or document.link.startswith("http")
    if document.kind is Kind.HTML:
        read_html(document.text[:5_000])


def changed(content: bytes, chance: random.Random) -> bytes:
    """The bytes with some of them changed, cut out, doubled or put elsewhere."""
    made = bytearray(content)
    for _ in range(chance.randint(1, 8)):
        at = chance.randrange(len(made) + 1)
        length = chance.choice((1, 1, 2, 8, 60))
        kind = chance.randrange(5)
        if kind == 0:
            made[at : at + length] = chance.randbytes(length)
        elif kind == 1:
            del made[at : at + length]
        elif kind == 2:
            made[at:at] = made[at : at + length] * chance.choice((1, 2, 50))
        elif kind == 3:
            other = chance.randrange(len(made) + 1)
            made[at:at] = made[other : other + length]
        else:
            made[at : at + 1] = chance.choice((b"\0", b"\xff", b"\n", b"<", b"&", b"=", b"9", b"("))
    return bytes(made)


@given(st.sampled_from(sorted(SAMPLES)), st.integers(min_value=0))
def test_changed_files_are_answered(name: str, seed: int) -> None:
    answered(changed(SAMPLES[name], random.Random(seed)), name)


@given(st.binary(max_size=300), st.sampled_from(sorted(SAMPLES)))
def test_any_bytes_are_answered(content: bytes, name: str) -> None:
    answered(content, name)
    answered(SAMPLES[name][:30] + content, name)


@pytest.mark.soak
@pytest.mark.parametrize("name", sorted(SAMPLES))
def test_many_changed_files_are_answered(name: str) -> None:
    for seed in range(4_000):
        answered(changed(SAMPLES[name], random.Random(seed)), name)


HOSTILE = {
    "brackets": b"( - " * 10_000,
    "signs": b"<" * 2_000_000,
    "paragraphs": b"<p>" * 600_000,
    "comments": b"<!--" * 400_000,
    "links": b"<link " * 300_000,
    "escaped": b"&lt;/p" * 300_000,
    "braces": b"{" * 1_000_000,
    "header": b"From: a\n" * 200_000,
    "parts": b"MIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=a\n\n"
    + b"--a\n\n" * 60_000,
    "nested": b"MIME-Version: 1.0\n"
    + b"Content-Type: multipart/mixed; boundary=a\n\n--a\n" * 3_000,
    "objects": b"%PDF-1.4\n" + b"1 0 obj\n<<" * 200_000,
}


@pytest.mark.parametrize("kind", HOSTILE)
def test_hostile_files_take_a_moment(kind: str) -> None:
    began = time.process_time()
    answered(HOSTILE[kind], "a.eml" if kind in ("header", "parts", "nested") else "a.txt")
    assert time.process_time() - began < 5
