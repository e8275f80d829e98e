"""The reader's figures on the labelled postings, and its time beside laying the same text out.

    python benchmarks/measure_reading.py [--misses FIELD] [--accept]

--misses shows for one field what was asked and what was answered instead; --accept keeps the
figures as the floors that tests/reading/test_figures.py holds the reader to.
"""

from __future__ import annotations

import argparse
import html
import sys
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from selectolax.lexbor import LexborHTMLParser  # noqa: E402

from ats.reading import answer  # noqa: E402
from benchmarks.labelled_postings import Labelled, labelled_postings  # noqa: E402
from benchmarks.reading_figures import (  # noqa: E402
    ITEM_FIELDS,
    Count,
    Counts,
    counts,
    overall,
    same_items,
    texts,
    total,
    write_floors,
)
from benchmarks.timing import in_turns  # noqa: E402

ROUNDS = 5
_COLUMNS = ["title", "company", "salary", "requirements", "responsibilities", "benefits"]


def print_fields(postings: list[Labelled], found: dict[str, Counts]) -> None:
    """One line per field: all postings, how many labels (or silent postings) there are, and
    each language."""
    languages = sorted({p.language for p in postings}, key=lambda code: (code != "en", code))
    groups = {
        code: total(found[p.name] for p in postings if p.language == code) for code in languages
    }
    everything = total(found.values())
    print(f"{'':26}{'all':>6}{'labels':>8}" + "".join(f"{code:>7}" for code in languages))
    for name, count in everything.items():
        by_language = "".join(_cell(groups[code].get(name)) for code in languages)
        print(f"{name:26}{count.figure:6.3f}{count.asked:8}{by_language}")
    means = "".join(f"{overall(groups[code]):7.2f}" for code in languages)
    print(f"{'overall':26}{overall(everything):6.3f}{'':8}{means}")


def print_shapes(postings: list[Labelled], found: dict[str, Counts]) -> None:
    shapes = sorted({shape for posting in postings for shape in posting.shapes})
    print(f"\n{'':26}{'n':>4}{'overall':>9}" + "".join(f"{name:>18}" for name in _COLUMNS))
    for shape in shapes:
        chosen = [posting for posting in postings if shape in posting.shapes]
        added = total(found[posting.name] for posting in chosen)
        cells = "".join(f"{_cell(added.get(name)):>18}" for name in _COLUMNS)
        print(f"{shape:26}{len(chosen):4}{overall(added):9.2f}{cells}")


def _cell(count: Count | None) -> str:
    return f"{count.figure:7.2f}" if count and count.given + count.asked else f"{'–':>7}"


def print_misses(postings: list[Labelled], field: str) -> None:
    """What was asked and what was given instead, by posting."""
    stated = field.removesuffix(" silent")
    for posting in postings:
        found = counts(posting).get(field)
        if found is None or found.figure == 1:
            continue
        given = answer(posting.read())
        print(f"\n{posting.name}")
        if field in ITEM_FIELDS:
            _print_items(posting, field, given[field])
        elif field == "must_nice":
            _print_kinds(posting, given["requirements"])
        else:
            forms = [*posting.values.get(stated, []), *posting.suggestions]
            print(f"  asked {forms}\n  given {given.get(stated)}")


def _print_items(posting: Labelled, field: str, given: list[Any]) -> None:
    asked, found = posting.items.get(field, []), texts(given)
    pairs = same_items([text for text, _ in asked], found)
    for i, (text, label) in enumerate(asked):
        if i not in {left for left, _ in pairs}:
            print(f"  missed  {label:9} {text}")
    for j, text in enumerate(found):
        if j not in {right for _, right in pairs}:
            print(f"  extra             {text}")


def _print_kinds(posting: Labelled, given: list[Any]) -> None:
    asked = posting.items["requirements"]
    for i, j in same_items([text for text, _ in asked], texts(given)):
        if asked[i][1] != given[j]["kind"]:
            print(f"  {asked[i][1]:5} {asked[i][0]}")


def laid_out(posting: Labelled) -> list[str]:
    """The peer: the text as a page, parsed and cut into lines."""
    page = posting.text if posting.kind == "html" else f"<pre>{html.escape(posting.text)}</pre>"
    body = LexborHTMLParser(page).body
    return body.text(separator="\n").splitlines() if body else []


def print_time(postings: list[Labelled]) -> None:
    ours, theirs = in_turns(
        lambda: [answer(posting.read()) for posting in postings],
        lambda: [laid_out(posting) for posting in postings],
        ROUNDS,
    )
    size = sum(len(posting.text) for posting in postings) / len(postings)
    print(
        f"\n{ours / len(postings):.2f} ms per posting of {size:.0f} characters, "
        f"{ours / theirs:.0f} × laying it out ({theirs / len(postings):.3f} ms)"
    )


def main(arguments: list[str]) -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--misses", metavar="FIELD")
    parser.add_argument("--accept", action="store_true")
    options = parser.parse_args(arguments)
    postings = labelled_postings()
    if options.misses:
        print_misses(postings, options.misses)
        return
    found = {posting.name: counts(posting) for posting in postings}
    print(f"{len(postings)} postings")
    print_fields(postings, found)
    print_shapes(postings, found)
    print_time(postings)
    if options.accept:
        write_floors(found)
        print("\nThese figures are the floors now.")


if __name__ == "__main__":
    main(sys.argv[1:])
