"""Reads damaged postings: an answer within two seconds, or a refusal in plain words, and every
place inside the text.

    python benchmarks/fuzz_reading.py [--count N] [--first NUMBER]

Ends with 1 if there is a fault; each is printed with its number and its smallest form.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.labelled_postings import labelled_postings  # noqa: E402
from benchmarks.mutated_postings import Mutant, fault, mutant  # noqa: E402

SHRINK_SECONDS = 60
SHOWN = 3
"""Faults of one kind that are made small; of more only the number is printed."""


def smallest(reader: str, text: str, said: str) -> str:
    """Leaves out parts, ever smaller ones, as long as the same kind of fault stays."""
    until = time.monotonic() + SHRINK_SECONDS
    size = len(text) // 2
    while size and time.monotonic() < until:
        start = 0
        while start < len(text) and time.monotonic() < until:
            shorter = text[:start] + text[start + size :]
            if kind(fault(reader, shorter) or "") == kind(said):
                text = shorter
            else:
                start += size
        size //= 2
    return text


def kind(said: str) -> str:
    return " ".join(said.split(" ", maxsplit=3)[:3])


def print_fault(one: Mutant, said: str, whole: bool) -> None:
    print(f"\n{one.number}: {said}")
    print(f"  {one.reader}, {', '.join(one.how)}, {len(one.text)} characters", flush=True)
    if whole:
        text = smallest(one.reader, one.text, said)
        print(f"  smallest ({len(text)} characters): {text[:500]!a}", flush=True)


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Reads damaged postings.")
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--first", type=int, default=0)
    options = parser.parse_args(arguments)
    postings = labelled_postings()
    readers: Counter[str] = Counter()
    faults: Counter[str] = Counter()
    slowest, began = (0.0, 0), time.process_time()
    for number in range(options.first, options.first + options.count):
        one = mutant(postings, number)
        readers[one.reader] += 1
        start = time.process_time()
        said = fault(one.reader, one.text)
        slowest = max(slowest, (time.process_time() - start, number))
        if said:
            faults[kind(said)] += 1
            print_fault(one, said, faults[kind(said)] <= SHOWN)
    shares = ", ".join(f"{count} as {name}" for name, count in sorted(readers.items()))
    print(f"{options.count} damaged postings read ({shares}), {faults.total()} with a fault")
    for said, count in faults.most_common():
        print(f"  {count} × {said} …")
    print(
        f"slowest {slowest[0]:.2f} s (number {slowest[1]}), all {time.process_time() - began:.0f} s"
    )
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
