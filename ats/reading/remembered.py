"""Remembers answers about short texts. What is said about long ones is found anew each time, so
that large postings do not stay in memory."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Concatenate, ParamSpec, TypeVar

LONGEST = 1_000
"""Characters of a text of which the answer is remembered; a line has some hundred."""

P = ParamSpec("P")
T = TypeVar("T")
_OfText = Callable[Concatenate[str, P], T]


def remembered(most: int) -> Callable[[_OfText[P, T]], _OfText[P, T]]:
    """Makes a function of a text, and of more, remember its last `most` answers."""

    def around(find: _OfText[P, T]) -> _OfText[P, T]:
        kept = lru_cache(maxsize=most)(find)

        @wraps(find)
        def found(text: str, /, *more: P.args, **named: P.kwargs) -> T:
            return (kept if len(text) <= LONGEST else find)(text, *more, **named)

        return found

    return around
