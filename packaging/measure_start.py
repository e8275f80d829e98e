"""How fast the bundled program starts, beside an empty Qt window of the same bundle.

    python packaging/measure_start.py [MEASURED] [--rounds N] [--check]

MEASURED is the folder `measured` that the build leaves (default: the one of the Debian package).
Each start is a process of its own, on an X server without a screen, and they start in turns. “Cold”
starts after the bundle was dropped from the memory that the system keeps files in. Ratios of the
shortest times, which what else runs on the machine disturbs least; --check ends with 1 where the
first picture takes more than 1.5 times an empty window, or cold more than twice a cold one.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BUILT = ROOT / "build" / "package" / "deb" / "measured"
sys.path.insert(0, str(ROOT))

from benchmarks.timing import milliseconds  # noqa: E402

WARM_AT_MOST = 1.5
COLD_AT_MOST = 2.0
CHANGING = {"LC_ALL": "C.UTF-8", "QT_QPA_PLATFORM": "xcb"}


@contextmanager
def screen() -> Iterator[str]:
    """The name of a display of our own."""
    read, write = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(write), "-screen", "0", "1600x1000x24", "-nolisten", "tcp"],
        pass_fds=[write],
        stderr=subprocess.DEVNULL,
    )
    os.close(write)
    try:
        with os.fdopen(read) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def forget(folder: Path) -> None:
    """Have the system read these files from the disk next time."""
    for path in folder.rglob("*"):
        if path.is_file():
            descriptor = os.open(path, os.O_RDONLY)
            try:
                os.fsync(descriptor)
                os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
            finally:
                os.close(descriptor)


def starts(
    measured: Path, data: Path, display: str
) -> dict[str, Callable[[], subprocess.CompletedProcess[bytes]]]:
    door = str(measured / "ats-measured")
    environment = {**os.environ, **CHANGING, "DISPLAY": display}

    def start(*words: str) -> Callable[[], subprocess.CompletedProcess[bytes]]:
        return lambda: subprocess.run([door, *words], env=environment, check=True)

    return {
        "empty": start("empty"),
        "picture": start("picture", str(data)),
        "ready": start("ready", str(data)),
    }


def shortest(
    works: dict[str, Callable[[], object]], rounds: int, before: Callable[[], None] = lambda: None
) -> dict[str, float]:
    """In milliseconds, taken in turns."""
    times: dict[str, list[float]] = {name: [] for name in works}
    for _ in range(rounds):
        for name, work in works.items():
            before()
            times[name].append(milliseconds(work))
    return {name: min(spent) for name, spent in times.items()}


def measure(measured: Path, rounds: int) -> dict[str, float]:
    """Prints a line for each moment and returns the ratios."""
    bundle = (measured / "lib").resolve()
    ratios: dict[str, float] = {}
    with tempfile.TemporaryDirectory() as folder, screen() as display:
        program = bundle.parent / "ats"
        subprocess.run([str(program), "--data", folder, "demo"], check=True, capture_output=True)
        works = starts(measured, Path(folder), display)
        for state, times in (
            ("warm", shortest(works, rounds)),
            ("cold", shortest(works, max(5, rounds // 2), lambda: forget(bundle))),
        ):
            empty = times.pop("empty")
            for name, spent in times.items():
                ratios[f"{name}, {state}"] = spent / empty
                print(
                    f"{name}, {state}: {spent:.0f} ms, {spent / empty:.2f} × an empty window "
                    f"({empty:.0f} ms)"
                )
    return ratios


def main() -> None:
    asked = argparse.ArgumentParser()
    asked.add_argument("measured", nargs="?", type=Path, default=BUILT)
    asked.add_argument("--rounds", type=int, default=15)
    asked.add_argument("--check", action="store_true")
    given = asked.parse_args()
    if not (given.measured / "ats-measured").exists():
        sys.exit(f"There is no bundle in {given.measured}. Run “make package” first.")
    ratios = measure(given.measured.resolve(), given.rounds)
    slow = ratios["picture, warm"] > WARM_AT_MOST or ratios["picture, cold"] > COLD_AT_MOST
    if given.check and slow:
        sys.exit("The start takes longer than it may.")


if __name__ == "__main__":
    main()
