"""Trains the model of lost line breaks: train_breaks.py FOLDER [--half 0|1] [--without SET,SET]
[--write]. Postings with whole lines have theirs taken away; where they stood is the answer."""

from __future__ import annotations

import argparse
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from ats.reading.lines import breaks
from ats.reading.lines.layout import lay_out
from training.examples import group_of, half, lay_aside_models, records, words_of
from training.fit import Fitted, common, fit

LEAST_EMPLOYERS = 5
MOST_LINES = 150
Row = tuple[list[str], int, float]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--half", type=int)
    parser.add_argument("--without", default="")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    lay_aside_models()
    without = set(filter(None, args.without.split(",")))
    learned: list[tuple[Row, str]] = []
    held: list[Row] = []
    for record in records(args.folder):
        kept = (args.half is None or half(record) == args.half) and record["set"] not in without
        for row in rows(record):
            if kept:
                learned.append((row, group_of(record)))
            else:
                held.append(row)
    model = train(learned)
    print(f"{len(learned)} places learned from, {len(model.weights)} features")
    report(model, held)
    if args.write:
        model.write(Path(__file__).parents[1] / "ats" / "reading" / "lines" / breaks.MODEL)


def rows(record: dict[str, Any]) -> Iterator[Row]:
    """The places of one posting with whole lines, once with spaces for the breaks, once with
    nothing."""
    text = words_of(record)
    lines = [line.text for line in lay_out(text)][:MOST_LINES]
    if (
        len(lines) < 12
        or max(map(len, lines)) > 1500
        or record.get("labels", {}).get("salary_text")
    ):
        return
    chance = random.Random(record["id"])
    for glue in (" ", ""):
        ends, size = set(), 0
        for line in lines[:-1]:
            size += len(line)
            ends.add(size)
            size += len(glue)
        whole = glue.join(lines)
        for at, after in breaks.places(whole, 0, len(whole)):
            new = at in ends
            if whole[at - 1] in ".!?" and (not new or chance.random() < 0.5):
                continue
            if features := breaks.features(whole, at, after):
                yield features, int(new), 1.0


def train(learned: list[tuple[Row, str]]) -> Fitted:
    """The model; words of fewer than five employers are left out."""
    kept = common(((row[0], group) for row, group in learned), LEAST_EMPLOYERS)
    return fit(
        breaks.ANSWERS,
        [([f for f in row[0] if f in kept], row[1], row[2]) for row, _ in learned],
        rounds=4,
    )


def report(model: Fitted, held: list[Row]) -> None:
    """Precision and recall of the breaks in the postings left out, at several thresholds."""
    scored = []
    for features, new, _ in held:
        sep = next(f for f in features if f[0] == "s")[1:2] == "_"
        scored.append((sep, model.shares(features)[1], new))
    for sep in (True, False):
        for least in (0.5, 0.7, 0.8, 0.9):
            given = [new for s, share, new in scored if s == sep and share > least]
            there = sum(new for s, _, new in scored if s == sep)
            print(
                f"{'space' if sep else 'glued'} > {least}: precision "
                f"{sum(given) / max(1, len(given)):.3f} recall {sum(given) / max(1, there):.3f}"
            )


if __name__ == "__main__":
    main()
