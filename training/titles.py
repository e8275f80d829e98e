"""Learns the weights of `ats/reading/names/title_weights.py` from labelled postings:

    python -m training.titles FOLDER > weights.txt

FOLDER holds .jsonl files of postings, see `ranking.postings`."""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path

from ats.reading.keyed import lowered
from ats.reading.lines.inline import split_inline
from ats.reading.lines.layout import lay_out
from ats.reading.lines.repair import repaired
from ats.reading.names.company import find_company
from ats.reading.names.title import collect
from ats.reading.names.title_evidence import Around, features
from training.ranking import Example, fit, postings, table

SAME = 0.8
"""The share of words two titles have in common, at least, to be the same."""
LIKE = 0.3
"""The share from which they may be two forms of one."""


def _words(title: str) -> list[str]:
    return re.findall(r"[\w+#]+", title.casefold())


def _shared(one: str, other: str) -> float:
    a, b = _words(one), _words(other)
    return 2 * sum((Counter(a) & Counter(b)).values()) / max(1, len(a) + len(b))


def examples(folder: Path) -> list[Example]:
    """A posting that does not name its title, and nothing like it, teaches to stay silent."""
    found = []
    for record in postings(folder):
        text, title = record.get("text"), record["labels"].get("title")
        if not text or not title:
            continue
        text = repaired(text)[0]
        lines = split_inline(text, lay_out(text))
        found_company = find_company(text, lines)
        company = found_company.value if found_company else None
        around = Around(lowered(text), company)
        phrases = collect(text, lines, company)
        shared = [_shared(title, phrase.words) for phrase in phrases]
        if " ".join(_words(title)) not in " ".join(_words(text)) and max(shared, default=0) >= LIKE:
            continue
        labels = [features(phrase, around) for phrase in phrases]
        found.append(Example(labels, [share >= SAME for share in shared]))
    return found


if __name__ == "__main__":
    sys.stdout.write(table(fit(examples(Path(sys.argv[1])))) + "\n")
