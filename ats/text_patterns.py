"""Patterns that are compiled when they are first used: a posting needs a third of them, and
compiling them all would take longer than reading it. With them, the runs of digits in a text,
which many a search begins with."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any, cast

from ats.domain.reading import Span

_DIGITS = re.compile(r"[0-9]+")


class _Late:
    """Stands for a pattern until one of its methods is asked for."""

    def __init__(self, source: str, flags: int):
        self._source, self._flags = source, flags
        self._compiled: re.Pattern[str] | None = None

    def __getattr__(self, name: str) -> Any:
        """A method of the pattern, kept here so that this is called once for each."""
        if self._compiled is None:
            self._compiled = re.compile(self._source, self._flags)
        method = getattr(self._compiled, name)
        setattr(self, name, method)
        return method


def late(source: str, flags: int = 0) -> re.Pattern[str]:
    """The pattern, to be used like one that `re.compile` made."""
    return cast("re.Pattern[str]", _Late(source, flags))


@lru_cache(maxsize=4)
def digits_in(text: str) -> tuple[Span, ...]:
    """The runs of digits, which the finders of days, amounts and references begin with."""
    return tuple(match.span() for match in _DIGITS.finditer(text))
