"""Learns the weights of `ats/reading/names/name_weights.py` from labelled postings:

    python -m training.names FOLDER > weights.txt

FOLDER holds .jsonl files of postings, see `ranking.postings`."""

from __future__ import annotations

import re
import sys
from pathlib import Path

from ats.reading.lines.inline import split_inline
from ats.reading.lines.layout import lay_out
from ats.reading.lines.repair import repaired
from ats.reading.names.company import from_header
from ats.reading.names.mentions import collect
from ats.reading.names.name_evidence import Surroundings, features, possible
from training.ranking import Example, fit, postings, table

_LEGAL = frozenset("inc llc ltd limited gmbh ag ab corp corporation co company plc sa the".split())


def _key(name: str) -> str:
    words = re.findall(r"[\w+#]+", name.casefold())
    return " ".join([w for w in words if w not in _LEGAL] or words)


def _same(one: str, other: str) -> bool:
    a, b = f" {_key(one)} ", f" {_key(other)} "
    return bool(a.strip()) and bool(b.strip()) and (a in b or b in a)


def examples(folder: Path) -> list[Example]:
    """A posting whose header names the company is learnt from without its header."""
    found = []
    for record in postings(folder):
        text, company = record.get("text"), record["labels"].get("company")
        if not text or not company or _key(company) not in _key(text):
            continue
        text = repaired(text)[0]
        lines = split_inline(text, lay_out(text))
        if from_header(text, lines):
            lines = lines[1:]
        names = collect(text, lines, possible)
        around = Surroundings(text, lines, names)
        labels = [features(name, around) for name in names]
        found.append(Example(labels, [_same(company, name.words) for name in names]))
    return found


if __name__ == "__main__":
    sys.stdout.write(table(fit(examples(Path(sys.argv[1])))) + "\n")
