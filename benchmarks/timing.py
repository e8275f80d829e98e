"""Times two ways of doing something in turns, so that both meet the same machine."""

from __future__ import annotations

import time
from collections.abc import Callable
from statistics import median


def milliseconds(work: Callable[[], object]) -> float:
    began = time.perf_counter()
    work()
    return 1000 * (time.perf_counter() - began)


def in_turns(
    ours: Callable[[], object], theirs: Callable[[], object], rounds: int
) -> tuple[float, float]:
    """The medians in milliseconds."""
    times = [(milliseconds(ours), milliseconds(theirs)) for _ in range(rounds)]
    return median(a for a, _ in times), median(b for _, b in times)


def line(what: str, ours: float, theirs: float, peer: str) -> str:
    return f"{what:44} {ours:9.2f} ms   {ours / theirs:6.2f} × {peer} ({theirs:.2f} ms)"
