"""Imports damaged tables: a whole import whose sums add up and which one undo takes back, or a
refusal in plain words that leaves the store as it was.

    python benchmarks/fuzz_import.py [--count N] [--first NUMBER]

Ends with 1 if there is a fault; each is printed with its number.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from ats.commands.importing import ImportResult, import_plan, plan_import  # noqa: E402
from ats.domain.problem import Problem  # noqa: E402
from ats.exchange.imports.plan import ImportPlan  # noqa: E402
from ats.store import Store  # noqa: E402
from ats.store.queries.counts import counts  # noqa: E402
from benchmarks.mutated_tables import Mutant, mutant  # noqa: E402

SECONDS = 5.0
LONGEST_SENTENCE = 1000


def standing(store: Store) -> int:
    """How many steps are not undone."""
    return sum(not step.undone for step in store.history())


def outcome(store: Store, one: Mutant) -> str:
    """What became of a file: "imported", "refused" or "nothing new". Raises AssertionError with
    what is wrong, or whatever the program raised."""
    steps = standing(store)
    try:
        plan = plan_import(store, one.content, one.name)
        result = import_plan(store, plan)
    except Problem as problem:
        sentence = str(problem)
    else:
        return imported(store, plan, result, steps)
    assert counts(store).applications == 0, "a refused file left applications"
    assert standing(store) == steps, "a refused file left a step"
    assert "\n" not in sentence, "the refusal has more than one line"
    assert len(sentence) < LONGEST_SENTENCE, "the refusal is endless"
    return "refused"


def imported(store: Store, plan: ImportPlan, result: ImportResult, steps: int) -> str:
    """Whether the sums add up and one undo takes the import back."""
    there = result.created + result.updated + result.duplicates + len(plan.ignored)
    assert result.rows == there, f"{result.rows} rows, {there} accounted for"
    assert counts(store).applications == result.created, "created and counted differ"
    if not result.created:
        return "nothing new"
    assert standing(store) == steps + 1, "an import is not one step"
    assert store.undo() is not None, "an import can't be undone"
    assert counts(store).applications == 0, "undo left applications"
    return "imported"


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Imports damaged tables.")
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--first", type=int, default=0)
    options = parser.parse_args(arguments)
    outcomes: Counter[str] = Counter()
    faults = 0
    slowest, began = (0.0, 0), time.process_time()
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(folder))
        for number in range(options.first, options.first + options.count):
            one = mutant(number)
            start = time.process_time()
            try:
                outcomes[outcome(store, one)] += 1
            except Exception as error:  # noqa: BLE001 (every exception is what is looked for here)
                faults += 1
                print(f"{number}: {type(error).__name__}: {error}"[:300])
                print(f"  {one.name}, {', '.join(one.how)}, {len(one.content)} bytes", flush=True)
                store.close()
                store = Store.open(Path(folder) / str(number))
            took = time.process_time() - start
            slowest = max(slowest, (took, number))
            if took > SECONDS:
                faults += 1
                print(f"{number}: took {took:.1f} s ({', '.join(one.how)})", flush=True)
        store.close()
    shares = ", ".join(f"{count} {name}" for name, count in sorted(outcomes.items()))
    print(f"{options.count} damaged tables: {shares}; {faults} with a fault")
    print(
        f"slowest {slowest[0]:.2f} s (number {slowest[1]}), all {time.process_time() - began:.0f} s"
    )
    return int(bool(faults))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
