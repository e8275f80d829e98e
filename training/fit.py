"""Fits a linear model with several answers by stochastic gradient descent. Standard library only,
and the same result for the same examples."""

from __future__ import annotations

import random
from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import exp, sqrt
from pathlib import Path

from ats.reading.lines.weights import STEPS, ZERO


class Fitted:
    """Weights for each feature, and a constant for each answer."""

    def __init__(self, answers: Sequence[str]) -> None:
        self.answers = tuple(answers)
        self.constants = [0.0] * len(answers)
        self.weights: dict[str, list[float]] = {}

    def shares(self, features: Iterable[str]) -> list[float]:
        known = [w for f in features if (w := self.weights.get(f))]
        scale = 1 / sqrt(max(1, len(known)))
        sums = [c + scale * sum(w[k] for w in known) for k, c in enumerate(self.constants)]
        top = max(sums)
        powers = [exp(s - top) for s in sums]
        whole = sum(powers)
        return [p / whole for p in powers]

    def write(self, path: Path) -> None:
        """The file that `ats.reading.lines.weights` reads."""
        marks, features = [], []
        for feature in sorted(self.weights):
            steps = [round(STEPS * weight) for weight in self.weights[feature]]
            if max(map(abs, steps)) > 1:
                marks += [chr(min(123, max(33, ZERO + step))) for step in steps]
                features.append(feature)
        constants = " ".join(f"{constant:.3f}" for constant in self.constants)
        lines = [" ".join(self.answers), constants, "".join(marks), *features]
        path.write_text("\n".join(lines) + "\n", encoding="utf-8")


def common(found: Iterable[tuple[list[str], str]], least: int) -> set[str]:
    """The features that occur with at least `least` different employers."""
    seen: dict[str, set[str]] = defaultdict(set)
    for features, group in found:
        for feature in features:
            groups = seen[feature]
            if len(groups) < least:
                groups.add(group)
    return {feature for feature, groups in seen.items() if len(groups) >= least}


def fit(
    answers: Sequence[str],
    rows: Sequence[tuple[list[str], int, float]],
    *,
    rounds: int = 6,
    speed: float = 0.5,
    decay: float = 2e-4,
) -> Fitted:
    """`rows` are features, the right answer's place, and how far it is trusted (0 to 1)."""
    model = Fitted(answers)
    many = len(answers)
    seen: dict[str, list[float]] = {}
    order = list(range(len(rows)))
    chance = random.Random(1)
    for number in range(rounds):
        chance.shuffle(order)
        pace = speed / (1 + number)
        for at in order:
            features, right, trust = rows[at]
            shares = _shares(model, features, many)
            _step(model, seen, features, shares, right, trust, pace, decay)
    return model


def _shares(model: Fitted, features: list[str], many: int) -> list[float]:
    weights = model.weights
    sums = [0.0] * many
    for feature in features:
        w = weights.get(feature)
        if w:
            for k in range(many):
                sums[k] += w[k]
    scale = 1 / sqrt(max(1, len(features)))
    sums = [c + scale * s for c, s in zip(model.constants, sums, strict=True)]
    top = max(sums)
    powers = [exp(s - top) for s in sums]
    whole = sum(powers)
    return [p / whole for p in powers]


def _step(
    model: Fitted,
    seen: dict[str, list[float]],
    features: list[str],
    shares: list[float],
    right: int,
    trust: float,
    pace: float,
    decay: float,
) -> None:
    scale = 1 / sqrt(max(1, len(features)))
    for k, share in enumerate(shares):
        slope = trust * (share - (k == right))
        if -0.02 < slope < 0.02:
            continue
        model.constants[k] -= 0.02 * pace * slope
        move = slope * scale
        for feature in features:
            weights = model.weights.get(feature)
            if weights is None:
                weights = model.weights[feature] = [0.0] * len(shares)
                seen[feature] = [0.05] * len(shares)
            squares = seen[feature]
            squares[k] += move * move
            weights[k] -= pace * (move / sqrt(squares[k]) + decay * weights[k])
