"""Learns the weights of one ranking: each posting gives candidates, each with its labels, and says
which of them are right. The chance of a candidate is its share in the softmax of the sums of its
labels' weights; "none" stands for a posting without a right candidate. Standard library only."""

from __future__ import annotations

import json
import math
import random
import zlib
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any


@dataclass(frozen=True)
class Example:
    """A posting's candidates: their labels, and whether each is right."""

    labels: list[set[str]]
    right: list[bool]


def postings(folder: Path, learn: bool = True) -> Iterator[dict[str, Any]]:
    """The records of a folder's .jsonl files: {"id", "text", "labels": {"title", "company"}}.
    One half, told by the id, is learnt from; the other is kept for checking."""
    for path in sorted(folder.glob("*.jsonl")):
        for line in filter(None, path.read_text(encoding="utf-8").split("\n")):
            record = json.loads(line)
            if record.get("labels") and (zlib.crc32(record["id"].encode()) % 2 == 0) is learn:
                yield record


def fit(
    examples: list[Example], rounds: int = 25, rate: float = 0.3, pull: float = 4e-3
) -> dict[str, float]:
    """The weights, by adaptive gradient steps over the shuffled examples; `pull` draws them to
    nothing."""
    weights: dict[str, float] = defaultdict(float)
    squares: dict[str, float] = defaultdict(float)
    order = random.Random(1)
    examples = list(examples)
    for _ in range(rounds):
        order.shuffle(examples)
        for example in examples:
            for label, slope in _slopes(example, weights).items():
                step = slope - pull * weights[label]
                squares[label] += step * step
                weights[label] += rate * step / math.sqrt(squares[label] + 1e-2)
    return {label: round(weight, 2) for label, weight in sorted(weights.items())}


def _slopes(example: Example, weights: dict[str, float]) -> dict[str, float]:
    labels = [*example.labels, {"none"}]
    right = [*example.right, not any(example.right)]
    scores = [sum(weights[label] for label in one) for one in labels]
    top = max(scores)
    odds = [math.exp(score - top) for score in scores]
    whole, of_right = sum(odds), sum(o for o, good in zip(odds, right, strict=True) if good)
    slopes: dict[str, float] = defaultdict(float)
    for one, chance, good in zip(labels, odds, right, strict=True):
        step = (chance / of_right if good else 0.0) - chance / whole
        if abs(step) > 1e-4:
            for label in sorted(one):
                slopes[label] += step
    return slopes


def table(weights: dict[str, float]) -> str:
    """The weights as the lines of a Python table, the heaviest last; near to nothing left out."""
    kept = {label: w for label, w in weights.items() if abs(w) >= 0.05 or label == "none"}
    lines = [f'    "{label}": {w},' for label, w in sorted(kept.items(), key=lambda x: x[1])]
    return "{\n" + "\n".join(lines) + "\n}"
