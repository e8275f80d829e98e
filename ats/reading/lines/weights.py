"""Small linear models, read from text files beside this module: which features speak for which
answer, and how strongly. A file holds words and word pairs with their weights, nothing else."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from itertools import repeat
from pathlib import Path
from struct import Struct

_LANE = 16
"""Bits for each answer's sum, an unsigned short. Weights are codes up to 123, so that 500
features fit."""
ZERO = 78
"""The character code that stands for a weight of nothing; codes run from 33 to 123."""
_LANES = tuple(Struct(f"<{answers + 1}H") for answers in range(9))
"""How a number is parted, by how many answers it holds: their sums, then the count."""
STEPS = 10
"""Steps of a weight to one unit."""


@dataclass(frozen=True, slots=True)
class Weights:
    """A model: for every feature one number in which each answer has its own 16 bits, and a one
    above them, so that one addition adds the weights of all answers and counts the features."""

    answers: tuple[str, ...]
    constants: tuple[float, ...]
    packed: dict[str, int]

    def sums(self, features: Iterable[str]) -> list[float]:
        """The sum of the weights for each answer, in the order of `answers`, and the constants;
        of 500 features at most."""
        return self.parted(sum(map(self.packed.get, features, repeat(0))))

    def parted(self, total: int) -> list[float]:
        """The sum for each answer, from `packed` numbers that were added up.

        It is divided by the root of the number of features, so that long lines are not surer
        than short ones."""
        lanes = _LANES[len(self.constants)]
        *sums, count = lanes.unpack(total.to_bytes(lanes.size, "little"))
        scale, nothing = 1 / (STEPS * (count or 1) ** 0.5), ZERO * count
        pairs = zip(self.constants, sums, strict=True)
        return [constant + (added - nothing) * scale for constant, added in pairs]


@lru_cache(maxsize=4)
def load(name: str) -> Weights:
    """Reads a model of this package, once. Its first line names the answers, the second gives
    their constants, the third all weights, one character for each answer of each feature; the
    features follow, one a line."""
    text = Path(__file__).with_name(name).read_text(encoding="utf-8")
    answers, constants, marks, features = text.rstrip("\n").split("\n", 3)
    names = tuple(answers.split())
    wide = bytearray(2 * len(marks))
    wide[::2] = marks.encode("ascii")
    size = 2 * len(names)
    raw, number = bytes(wide), int.from_bytes
    one = 1 << (_LANE * len(names))
    values = [one + number(raw[at : at + size], "little") for at in range(0, len(raw), size)]
    packed = dict(zip(features.split("\n"), values, strict=True))
    return Weights(names, tuple(map(float, constants.split())), packed)
