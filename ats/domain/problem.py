"""Expected failures, told to the person in one plain sentence."""

from __future__ import annotations


class Problem(Exception):
    """Something expected could not be done, and nothing was changed.

    `str(problem)` is one plain sentence: what happened, what is safe, what to do.
    """
