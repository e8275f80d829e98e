"""What importing a large table costs, beside tools that only put it into a flat table, or only
read it: whole processes in turns, with their CPU time, wall time and peak memory.

    python benchmarks/bench_import.py [ROWS] [--rounds N]

`ats import` reads the table, finds out what each column means, reads dates, pay and statuses,
looks for repeats, writes applications with their history, makes them searchable and undoable.
`sqlite-utils insert --csv` writes the same file into one table of texts and numbers. For a
workbook, the other is the bare reading by the library that ats uses, which writes nothing:
what a workbook costs beyond a CSV file is to be compared with it.
"""

from __future__ import annotations

import argparse
import csv
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from dataclasses import astuple, dataclass
from datetime import date, timedelta
from pathlib import Path
from statistics import median

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from benchmarks.generated import words  # noqa: E402

HEADERS = (
    "Company", "Job title", "Status", "Date applied", "Location", "Salary", "Link", "Source",
    "Notes", "Contact", "Tags", "Team size",
)  # fmt: skip
_ROLES = "Welder Baker Nurse Surveyor Gardener Translator Analyst Teacher Driver".split()
_LEVELS = ("", "Senior ", "Junior ", "Lead ", "Night ", "Regional ")
_STATUSES = ("Saved", "Applied", "Phone screen", "Interview", "Offer", "Rejected", "No response")
_READ_WORKBOOK = (
    "import sys, python_calamine as c\n"
    "print(len(c.CalamineWorkbook.from_path(sys.argv[1]).get_sheet_by_index(0).to_python()))"
)


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds, and megabytes at the peak."""

    cpu: float
    wall: float
    memory: float


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n", 1)[0])
    parser.add_argument("rows", nargs="?", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=3)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        sheet, workbook = place / "search.csv", place / "search.xlsx"
        write_csv(sheet, asked.rows)
        print(f"{asked.rows:,} rows, {len(HEADERS)} columns, {sheet.stat().st_size / 1e6:.1f} MB")
        flat = [sys.executable, "-m", "sqlite_utils", "insert", str(place / "flat.sqlite"),
                "flat", str(sheet), "--csv", "--silent"]  # fmt: skip
        from_csv, _ = compare(place, sheet, "sqlite-utils insert --csv", flat, asked.rounds)
        write_workbook(workbook, asked.rows)
        bare = [sys.executable, "-c", _READ_WORKBOOK, str(workbook)]
        from_workbook, reading = compare(
            place, workbook, "calamine, reading only", bare, asked.rounds
        )
        print(".xlsx beyond .csv, against calamine, reading only")
        tell("cpu", from_workbook.cpu - from_csv.cpu, reading.cpu, "s")
        tell("wall", from_workbook.wall - from_csv.wall, reading.wall, "s")


def table(rows: int) -> Iterator[tuple[str | int, ...]]:
    """Made-up applications: some thousand companies, each with a few roles tried again."""
    chance = random.Random(rows)
    first = date(2024, 1, 1)
    for number in range(rows):
        yield (
            f"{words(chance, 1).title()} {chance.randrange(rows // 40 + 1)}",
            f"{chance.choice(_LEVELS)}{chance.choice(_ROLES)} {words(chance, 1)}",
            chance.choice(_STATUSES),
            str(first + timedelta(days=chance.randrange(900))),
            chance.choice(["Oslo", "Leeds", "Turin", "Remote", "Graz, Austria"]),
            chance.randrange(30, 150) * 1000,
            f"https://jobs.example.org/{number}",
            chance.choice(["Fair", "Friend", "Website"]),
            words(chance, chance.randrange(12)),
            f"Ann {words(chance, 1).title()}" if chance.random() < 0.3 else "",
            chance.choice(["", "", "red", "red; blue"]),
            chance.randrange(1, 60),
        )


def write_csv(path: Path, rows: int) -> None:
    with path.open("w", newline="", encoding="utf-8") as file:
        writer = csv.writer(file)
        writer.writerow(HEADERS)
        writer.writerows(table(rows))


def write_workbook(path: Path, rows: int) -> None:
    import xlsxwriter

    workbook = xlsxwriter.Workbook(path, {"constant_memory": True, "strings_to_urls": False})
    sheet = workbook.add_worksheet("Search")
    for number, row in enumerate([HEADERS, *table(rows)]):
        sheet.write_row(number, 0, row)
    workbook.close()


def compare(
    place: Path, file: Path, peer: str, words: Sequence[str], rounds: int
) -> tuple[Cost, Cost]:
    """The middle costs of importing a file and of another program, which take turns."""
    data = place / "data"
    ours, theirs = [], []
    for _ in range(rounds):
        ours.append(cost([sys.executable, "-m", "ats", "--data", str(data), "import", str(file)]))
        theirs.append(cost(words))
        for left in (*data.iterdir(), place / "flat.sqlite"):
            left.unlink(missing_ok=True)
    mine, other = middle(ours), middle(theirs)
    print(f"\n{file.suffix} against {peer}")
    tell("cpu", mine.cpu, other.cpu, "s")
    tell("wall", mine.wall, other.wall, "s")
    tell("memory", mine.memory, other.memory, "MB")
    return mine, other


def middle(costs: Sequence[Cost]) -> Cost:
    return Cost(*(median(each) for each in zip(*map(astuple, costs), strict=True)))


def tell(what: str, mine: float, other: float, unit: str) -> None:
    print(f"  {what:7} {mine:8.2f} {unit:2}   {other:8.2f} {unit:2}   {mine / other:5.2f} ×")


def cost(words: Sequence[str]) -> Cost:
    """What a process costs; it must succeed."""
    began = time.perf_counter()
    process = subprocess.Popen(words, cwd=ROOT, stdout=subprocess.DEVNULL)
    _, status, used = os.wait4(process.pid, 0)
    wall = time.perf_counter() - began
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise SystemExit(f"{words[:4]} ended with {process.returncode}")
    return Cost(used.ru_utime + used.ru_stime, wall, _megabytes(used))


def _megabytes(used: resource.struct_rusage) -> float:
    return used.ru_maxrss / (1e6 if sys.platform == "darwin" else 1e3)


if __name__ == "__main__":
    main()
