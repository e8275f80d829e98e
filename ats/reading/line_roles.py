"""Tells from a line's own words what part it plays in a posting: a demand, a wish, a duty, a
benefit, words about the company, or the rest. It needs no heading, and knows nothing of them."""

from __future__ import annotations

import re
from functools import lru_cache
from math import exp

from ats.reading.weights import load

ROLES = ("must", "nice", "duty", "benefit", "about", "other")
MODEL = "line_roles.txt"
_MOST_WORDS = 40
_TOKEN = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*|\d+|[$€£%+:;?!@]")


def features(line: str, bullet: bool) -> list[str]:
    """What the model looks at: words, pairs of words, how the line begins, its shape."""
    words = _TOKEN.findall(line[:400].lower().replace("’", "'"))[:_MOST_WORDS]
    if not words:
        return []
    words = ["0" if word[0].isdigit() else word for word in words]
    found = [*words, *map(" ".join, zip(words, words[1:], strict=False))]
    found += [word[:5] + "~" for word in words if len(word) > 6]
    found.append("^" + words[0])
    found.append("^~" + words[0][-3:])
    if len(words) > 1:
        found.append("^" + words[0] + " " + words[1])
    found.append(words[-1] + "$")
    length = len(line)
    found.append("#" + ("s" if length < 25 else "m" if length < 60 else "l"))
    found.append(f"#{min(length // 40, 7)}{'b' if bullet else 'p'}{line[-1] in '.!'}")
    if line[0].islower():
        found.append("#lower")
    return found


@lru_cache(maxsize=2048)
def shares(line: str, bullet: bool = False) -> tuple[float, ...]:
    """How likely each of `ROLES` is for the line; the shares make one."""
    sums = load(MODEL).sums(features(line, bullet))
    top = max(sums)
    powers = [exp(value - top) for value in sums]
    whole = sum(powers)
    return tuple(power / whole for power in powers)
