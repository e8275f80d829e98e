"""Full-text search over titles, companies, notes, postings and people."""

from __future__ import annotations

import re

from ats.domain.stored_text import storable
from ats.store.store import Store

_WORD = re.compile(r"\w+")


def match_expression(words: str) -> str | None:
    """The FTS5 expression for words typed so far: every word must begin some word of the
    application. None where nothing can be searched for. A single letter looks at titles and
    companies only, or it would visit most of the index."""
    found = _WORD.findall(storable(words))
    if not found:
        return None
    terms = [f'"{word}"*' if len(word) > 1 else f'{{title company}} : "{word}"*' for word in found]
    return " AND ".join(f"({term})" for term in terms)


def matching(store: Store, words: str) -> frozenset[int] | None:
    """The ids of the applications that match, or None where the words ask for nothing."""
    expression = match_expression(words)
    if expression is None:
        return None
    rows = store.connection.execute("select rowid from search where search match ?", [expression])
    return frozenset(row[0] for row in rows)
