"""Trains the model of line roles: train_roles.py FOLDER [--half 0|1] [--without SET,SET].

FOLDER holds labelled postings as .jsonl files. With --half only postings of that half are learned
from, with --without whole sources are left out; figures are then printed for the postings left
out, and the model is written only with --write."""

from __future__ import annotations

import argparse
from collections import Counter
from pathlib import Path
from typing import Any

from ats.reading.lines.line_roles import MODEL, ROLES, features
from training.examples import Example, examples, half, lay_aside_models, records
from training.fit import Fitted, common, fit

LEAST_EMPLOYERS = 8
UNBELIEVED = 0.08


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--half", type=int)
    parser.add_argument("--without", default="")
    parser.add_argument("--write", action="store_true")
    args = parser.parse_args()
    lay_aside_models()
    without = set(filter(None, args.without.split(",")))
    learned: list[Example] = []
    held: list[tuple[str, Example]] = []
    for record in records(args.folder):
        kept = (args.half is None or half(record) == args.half) and record["set"] not in without
        for example in examples(record):
            if kept:
                learned.append(example)
            else:
                held.append((record["set"], example))
    model = train(learned)
    print(f"{len(learned)} lines learned from, {len(model.weights)} features")
    report(model, held)
    if args.write:
        model.write(Path(__file__).parents[1] / "ats" / "reading" / "lines" / MODEL)


def train(learned: list[Example]) -> Fitted:
    """The model; words of fewer than eight employers are left out, so none is remembered."""
    found = [(features(e.line, e.bullet), e) for e in learned]
    kept = common(((names, e.group) for names, e in found), LEAST_EMPLOYERS)
    unique: dict[tuple[str, str], Any] = {}
    for names, e in found:
        row = ([n for n in names if n in kept], ROLES.index(e.role), e.trust)
        key = (e.line, e.group)
        if key not in unique or unique[key][2] < e.trust:
            unique[key] = row
    rows = list(unique.values())
    first = fit(ROLES, rows, rounds=2)
    return fit(ROLES, [row for row in rows if row[2] == 1 or _believed(first, row)])


def _believed(model: Fitted, row: tuple[list[str], int, float]) -> bool:
    """Whether a first model does not flatly contradict a label that only a heading gave."""
    return model.shares(row[0])[row[1]] > UNBELIEVED


def report(model: Fitted, held: list[tuple[str, Example]]) -> None:
    """How many held-out lines get their right role, by source and role."""
    right: Counter[str] = Counter()
    count: Counter[str] = Counter()
    for source, e in held:
        if e.trust < 0.5:
            continue
        shares = model.shares(features(e.line, e.bullet))
        best = ROLES[shares.index(max(shares))]
        same = best == e.role or {best, e.role} == {"must", "nice"}
        sure = "labelled" if e.trust == 1 else "headed"
        for key in (source, f"{sure} {e.role}", "all"):
            count[key] += 1
            right[key] += same
    for key in sorted(count):
        print(f"{key:24} {right[key] / count[key]:.3f} of {count[key]}")


if __name__ == "__main__":
    main()
