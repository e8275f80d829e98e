"""Remembers answers about short texts. What is said about long ones is found anew each time, so
that large postings do not stay in memory."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache, wraps
from inspect import signature
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

        @wraps(find)
        def found_alone(text: str, /) -> T:
            return (kept if len(text) <= LONGEST else find)(text)  # type: ignore[call-arg]

        # Asked some hundred times for a posting: handing on what is not there would cost as much
        # as the look-up.
        alone = len(signature(find).parameters) == 1
        return found_alone if alone else found  # type: ignore[return-value]

    return around
