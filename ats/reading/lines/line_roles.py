"""Tells from a line's own words what part it plays in a posting: a demand, a wish, a duty, a
benefit, words about the company, or the rest. It needs no heading, and knows nothing of them."""

from __future__ import annotations

import re
from itertools import pairwise
from math import exp

from ats.reading.lines.weights import load
from ats.reading.remembered import remembered

ROLES = ("must", "nice", "duty", "benefit", "about", "other")
MODEL = "line_roles.txt"
_MOST, _MOST_WORDS = 300, 40
_TOKEN = re.compile(r"\w+|[$€£%+:;?!@]")
_LENGTHS = ("s", "s", "m", "l", "l", "x", "x", "x", "y")


def features(line: str, bullet: bool) -> list[str]:
    """What the model looks at: words, pairs of words, how the line begins, its shape."""
    words = _TOKEN.findall(line[:_MOST].lower())[:_MOST_WORDS]
    if not words:
        return []
    words = ["0" if word.isdigit() else word for word in words]
    found = [*words, *map(" ".join, pairwise(words))]
    found += [word[:5] + "~" for word in words if len(word) > 6]
    first = words[0]
    length = len(line)
    found += (
        "^" + first,
        "^~" + first[-3:],
        "^" + " ".join(words[:2]),
        words[-1] + "$",
        "#" + _LENGTHS[min(length // 20, 8)],
        f"#{min(length // 40, 7)}{'b' if bullet else 'p'}{line[-1] in '.!'}",
        "#lower" if line[0].islower() else "#upper",
    )
    return found


def shares(line: str, bullet: bool = False) -> tuple[float, ...]:
    """How likely each of `ROLES` is for the line; the shares make one."""
    return _shares(line, bullet)


@remembered(2048)
def _shares(line: str, bullet: bool) -> tuple[float, ...]:
    # The cache would keep a call with two arguments apart from the same call with one.
    sums = load(MODEL).sums(features(line, bullet))
    top = max(sums)
    powers = [exp(value - top) for value in sums]
    whole = sum(powers)
    return tuple([power / whole for power in powers])
