"""Learns the weights of `ats/reading/title_weights.py` from labelled postings:

    python -m training.titles FOLDER > weights.txt

FOLDER holds .jsonl files of postings, see `ranking.postings`."""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

from ats.reading.company import find_company
from ats.reading.keyed import lowered
from ats.reading.layout import lay_out
from ats.reading.role_phrases import collect
from ats.reading.sections import split_inline
from ats.reading.title_evidence import Around, features
from training.ranking import Example, fit, postings, table

SAME = 0.8
"""The share of words two titles have in common, at least, to be the same."""


def _words(title: str) -> list[str]:
    return re.findall(r"[\w+#]+", title.casefold())


def _same(one: str, other: str) -> bool:
    a, b = _words(one), _words(other)
    return 2 * sum((Counter(a) & Counter(b)).values()) >= SAME * (len(a) + len(b)) > 0


def examples(folder: Path) -> list[Example]:
    found = []
    for record in postings(folder):
        text, title = record.get("text"), record["labels"].get("title")
        if not text or not title or " ".join(_words(title)) not in " ".join(_words(text)):
            continue
        lines = split_inline(text, lay_out(text))
        company = find_company(text, lines)
        around = Around(lowered(text), company.value if company else None)
        phrases = collect(text, lines)
        labels = [features(phrase, around) for phrase in phrases]
        found.append(Example(labels, [_same(title, phrase.words) for phrase in phrases]))
    return found


if __name__ == "__main__":
    print(table(fit(examples(Path(sys.argv[1])))))
