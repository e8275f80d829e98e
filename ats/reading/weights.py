"""Small linear models, read from text files beside this module: which features speak for which
answer, and how strongly. A file holds words and word pairs with their weights, nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files

_LANE = 16
"""Bits for each answer's sum. Weights are bytes, so that 257 features fit at least."""
_MOST_FEATURES = 250
ZERO = 78
"""The character code that stands for a weight of nothing; codes run from 33 to 123."""
STEPS = 10
"""Steps of a weight to one unit."""


@dataclass(frozen=True, slots=True)
class Weights:
    """A model: for every feature one number in which each answer has its own 16 bits, so that
    one addition adds the weights of all answers."""

    answers: tuple[str, ...]
    constants: tuple[float, ...]
    packed: dict[str, int]

    def sums(self, features: Iterable[str]) -> list[float]:
        """The sum of the weights for each answer, in the order of `answers`, and the constants.

        The sum is divided by the root of the number of features, so that long lines are not
        surer than short ones."""
        known = list(filter(None, map(self.packed.get, features)))[:_MOST_FEATURES]
        total, count = sum(known), len(known)
        scale = 1 / (STEPS * max(1, count) ** 0.5)
        result = []
        for constant in self.constants:
            result.append(constant + ((total & 0xFFFF) - ZERO * count) * scale)
            total >>= _LANE
        return result


@lru_cache(maxsize=4)
def load(name: str) -> Weights:
    """Reads a model of this package, once. Its first line names the answers, the second gives
    their constants; in each other line one character for each answer stands before the feature."""
    text = files("ats.reading").joinpath(name).read_text(encoding="utf-8")
    answers, constants, *lines = text.rstrip("\n").split("\n")
    names = tuple(answers.split())
    wide = len(names)
    marks = bytearray(2 * wide * len(lines))
    marks[::2] = "".join([line[:wide] for line in lines]).encode("ascii")
    size, number = 2 * wide, int.from_bytes
    packed = {
        line[wide:]: number(marks[at : at + size], "little")
        for line, at in zip(lines, range(0, len(marks), size), strict=True)
    }
    return Weights(names, tuple(map(float, constants.split())), packed)
