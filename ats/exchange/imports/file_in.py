"""The one way in for a file of applications, whatever its format."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ats.domain.stage import StageKind
from ats.exchange.imports.csv_in import read_table
from ats.exchange.imports.plan import Answers, ImportPlan

Progress = Callable[[float], None]
"""Gets a share from 0 to 1; may raise to stop."""


def read_import(
    content: bytes,
    name: str,
    answers: Answers | None = None,
    *,
    stages: Mapping[str, StageKind] | None = None,
    progress: Progress | None = None,
) -> ImportPlan:
    """The plan for a file's bytes, without touching a store. What the bytes are decides, not
    how `name` ends. `stages` gives the kind of each of the person's stages by name in small
    letters.

    Raises Problem, with one plain sentence, for what holds no applications, and whatever
    `progress` raises.
    """
    answers = answers or Answers()
    tell = progress or _nothing
    tell(0.0)
    plan = read_table(
        content, name, mapping=answers.mapping, date_order=answers.date_order, stages=stages
    )
    tell(1.0)
    return plan


def _nothing(share: float) -> None:
    """Progress that nobody watches."""
