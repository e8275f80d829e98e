"""Finds the title of the role where the posting names it, and what else it may be called."""

from __future__ import annotations

import re

from ats.domain.reading import Span
from ats.reading.found import Found
from ats.reading.keyed import lowered
from ats.reading.lines.layout import Line
from ats.reading.names import role_words as lists
from ats.reading.names.role_lines import from_labels, from_lines
from ats.reading.names.role_phrases import Phrase, Phrases, has_noun, is_plural
from ats.reading.names.role_sentences import from_text
from ats.reading.names.title_evidence import Around, chances, is_sentence

LIKELY = 0.25
"""The least chance the title needs: below, words are only suggested."""
SURE = 0.97
"""The chance from which nothing else is suggested."""
UNLIKELY = 0.004
"""The chance below which nothing is suggested beside a title."""
UNLIKELY_ALONE = UNLIKELY / 5
"""The same where the posting names no title: then every hint helps."""
MOST_SUGGESTIONS = 5

_FIELDS = frozenset({"role field", "later role field", "several roles field"})
_GIVEN = frozenset({*_FIELDS, "title label", "below a label"})
_SHORT = 4
"""Words of fewer letters keep their small letters: "head of sales"."""


_REPORTED_TO = re.compile(
    r"\b(?:reports?|reporting)(?: directly)? (?:in)?to\W{1,3}(?:the |our |an? )?\Z", re.I
)
"""What stands before the title of somebody else."""


def _ahead(phrase: Phrase) -> Span:
    return (max(0, phrase.span[0] - 40), phrase.span[0])


def collect(text: str, lines: list[Line], company: str | None) -> list[Phrase]:
    """Everything the posting may call its role."""
    phrases = Phrases(text, company)
    from_lines(phrases, lines)
    from_labels(phrases, lines)
    from_text(phrases, lines)
    return [one for one in phrases.found.values() if not _REPORTED_TO.search(text, *_ahead(one))]


def find_title(
    text: str, lines: list[Line], company: str | None
) -> tuple[Found[str] | None, list[Found[str]]]:
    """The title, and suggestions where it is unsure or not named, the likeliest first."""
    ranked = chances(collect(text, lines, company), Around(lowered(text), company))
    title = None
    if ranked and ranked[0][0] >= LIKELY and _is_named(ranked[0][1]):
        if ranked[0][0] >= SURE:
            return _found(ranked[0][1], company), []
        title = _found(ranked[0][1], company)
        ranked = ranked[1:]
    return title, _suggestions(ranked, title, company)


def _is_named(phrase: Phrase) -> bool:
    """Whether the posting names one role with the words, rather than a kind of people."""
    if phrase.words.casefold() in lists.NO_TITLE and "whole" not in phrase.labels:
        return False
    if "from a plural" in phrase.labels or _is_of_many(phrase):
        return False
    return not is_sentence(phrase.words) or not phrase.labels.isdisjoint(_GIVEN)


def _is_of_many(phrase: Phrase) -> bool:
    """Whether the words are a plural; the field of a header may be one."""
    return is_plural(phrase.words) and phrase.labels.isdisjoint(_FIELDS)


def _suggestions(
    ranked: list[tuple[float, Phrase]], title: Found[str] | None, company: str | None
) -> list[Found[str]]:
    seen = {_key(title.value)} if title else set()
    found: list[Found[str]] = []
    least = UNLIKELY if title else UNLIKELY_ALONE
    for chance, phrase in ranked:
        if chance < least or len(found) == MOST_SUGGESTIONS:
            break
        one = _found(phrase, company)
        if _key(one.value) not in seen and _may_be_suggested(phrase):
            seen.add(_key(one.value))
            found.append(one)
    return found


def _may_be_suggested(phrase: Phrase) -> bool:
    low = phrase.words.casefold()
    if low in lists.NO_TITLE or is_sentence(phrase.words):
        return False
    return has_noun(low) or not phrase.labels.isdisjoint(
        {"title label", "below a label", "several roles field"}
    )


_BEHIND = re.compile(r"(?:\s?[–—|@]|\s-|,|\s(?:at|hos|bei|chez|en))\s?$")
"""What parts a title from the company behind it."""


_ENDS = re.compile(r"\s?(?:$|[,(|–—]|-\s)")


def _before_company(words: str, company: str | None) -> str:
    """ "Baker – Millrace, Hull" without the company, where what is left names a role."""
    at = words.find(company, 4) if company else -1
    whole = at > 0 and _ENDS.match(words, at + len(company or ""))
    mark = _BEHIND.search(words, 0, at) if whole else None
    return words[: mark.start()] if mark and has_noun(words[: mark.start()]) else words


def _found(phrase: Phrase, company: str | None) -> Found[str]:
    words = phrase.words[:-1] if _is_of_many(phrase) else phrase.words
    shorter = _before_company(words, company)
    if shorter != words:
        start = phrase.span[0]
        return Found(shorter, ((start, start + len(shorter)),))
    small = "in small letters" in phrase.labels and words.rsplit(maxsplit=1)[-1].islower()
    return Found(_as_title(words) if small else words, (phrase.span,))


def _as_title(words: str) -> str:
    """ "backend engineer" as "Backend Engineer"."""
    return " ".join(
        w[:1].upper() + w[1:] if i == 0 or len(w) >= _SHORT else w
        for i, w in enumerate(words.split())
    )


def _key(words: str) -> str:
    return " ".join(re.findall(r"[\w+#]+", words.casefold()))
