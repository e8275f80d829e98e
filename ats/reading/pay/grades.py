"""Finds pay grades that a posting names instead of amounts: "GS-12", "E 13 TV-L", "NHS Band 6".
What a grade pays is no part of the posting, so its words are all that is kept."""

from __future__ import annotations

from ats.domain.reading import Alternative
from ats.reading.keyed import Keyed

_GRADE = Keyed(
    r"\bGS[- ]\d{1,2}(?:\s?(?:[/–-]|to|through|or)\s?(?:GS-)?\d{1,2})?(?![\w-])"
    r"|\b(?:EG|E|Entgeltgruppe) ?\d{1,2}[a-c]?(?: ?(?:-|–|/|bis) ?(?:E ?)?\d{1,2}[a-c]?)? "
    r"(?:\(?(?:nach |des )?(?:TV-?L|TVöD|TV-H))"
    r"|\b(?:TV-?L|TVöD)(?:[- ]?(?:VKA|Bund))? ?(?:EG|E) ?\d{1,2}[a-c]?\b"
    r"|\b(?:NHS |AfC )Band \d[a-d]?\b",
    "gs-|gs |tv-l|tvl|tvöd|tv-h|nhs band|afc band",
    before=45,
    after=25,
)


def find_grades(text: str) -> tuple[Alternative, ...]:
    """The first grade, as the posting writes it."""
    match = _GRADE.search(text)
    if match is None:
        return ()
    return (Alternative("salary", " ".join(match[0].split()), match.span()),)
