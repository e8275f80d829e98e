"""The labelled postings in tests/reading/postings, read from their files.
How they are written down stands in the README of that folder."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from ats.domain.reading import Reading
from ats.reading import read_html, read_json_ld, read_text

FOLDER = Path(__file__).resolve().parent.parent / "tests" / "reading" / "postings"

ONE = {
    "title": "title",
    "company": "company",
    "work mode": "work_mode",
    "employment type": "employment_type",
    "salary": "salary",
    "bonus": "bonus",
    "equity": "equity",
    "years": "years_experience",
    "education": "education",
    "posted": "posted",
    "deadline": "deadline",
    "reference": "reference",
    "link": "link",
}
"""Label with one value → field of the answer."""

MANY = {
    "must": "requirements",
    "nice": "requirements",
    "duty": "responsibilities",
    "benefit": "benefits",
    "condition": "conditions",
    "team": "teams",
    "location": "locations",
}
"""Label that may come several times → field of the answer."""

FIELDS = {*ONE.values(), *MANY.values(), "must_nice", "title_any"}

_ABOUT = {"language", "shapes", "unscored", "suggestion"}
_PAY = re.compile(r"([\d.]*)\s*[–-]\s*([\d.]*)\s+([A-Z]{3})\s+(hour|day|week|month|year)")


@dataclass(frozen=True, slots=True)
class Labelled:
    """A posting and what a careful reader found in it.

    `values` has for each field with one value its forms that are right, the best first; a
    field that is missing there is not stated. `items` has (text, label) pairs by field.
    """

    name: str
    kind: str
    text: str
    language: str
    shapes: tuple[str, ...]
    values: dict[str, list[Any]] = field(default_factory=dict)
    suggestions: tuple[str, ...] = ()
    items: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    unscored: frozenset[str] = frozenset()

    def read(self, text: str | None = None) -> Reading:
        """What the reader answers, for this posting or for another form of its text."""
        reader = {"txt": read_text, "html": read_html, "json": read_json_ld}[self.kind]
        return reader(self.text if text is None else text)


def labelled_postings(folder: Path = FOLDER) -> list[Labelled]:
    """All of them, by name."""
    return [_labelled(path) for path in sorted(folder.glob("*.labels"))]


def _labelled(path: Path) -> Labelled:
    (posting,) = [p for p in path.parent.glob(f"{path.stem}.*") if p.suffix != ".labels"]
    pairs = label_lines(path.read_text(encoding="utf-8"), path.name)
    about = {name: [value for key, value in pairs if key == name] for name in _ABOUT}
    if odd := {*_listed(about["unscored"])} - FIELDS:
        raise ValueError(f"{path.name}: {odd} is no field")
    values: dict[str, list[Any]] = {}
    items: dict[str, list[tuple[str, str]]] = {}
    for key, value in pairs:
        name = key.removesuffix(" also")
        if name in ONE:
            values.setdefault(ONE[name], []).append(_value(name, value))
        elif name in MANY:
            items.setdefault(MANY[name], []).append((value, name))
    return Labelled(
        name=path.stem,
        kind=posting.suffix[1:],
        text=posting.read_bytes().decode("utf-8"),
        language=about["language"][0].split("-")[0],
        shapes=_listed(about["shapes"]),
        values=values,
        suggestions=tuple(about["suggestion"]),
        items=items,
        unscored=frozenset(_listed(about["unscored"])),
    )


def label_lines(text: str, name: str) -> list[tuple[str, str]]:
    """The `label: value` lines; raises ValueError with the line where a label is not known."""
    pairs = []
    for line in filter(str.strip, text.splitlines()):
        key, colon, value = line.partition(": ")
        known = key.removesuffix(" also") in ONE or key in MANY or key in _ABOUT
        if not colon or not known or not value.strip():
            raise ValueError(f"{name}: {line!r} is no label")
        pairs.append((key, value.strip()))
    return pairs


def _listed(values: list[str]) -> tuple[str, ...]:
    return tuple(part.strip() for value in values for part in value.split(","))


def _value(name: str, value: str) -> Any:
    if name == "salary":
        return _pay(value)
    if name == "years":
        return int(re.split("[–-]", value)[0])
    if name == "education":
        return frozenset(_listed([value]))
    if name in ("bonus", "equity"):
        return value == "yes"
    if name in ("posted", "deadline"):
        return date.fromisoformat(value).isoformat()
    return value


def _pay(value: str) -> dict[str, Any]:
    match = _PAY.fullmatch(value)
    if match is None:
        raise ValueError(f"{value!r} is no pay: write 1450–1700 USD week")
    least, most = (float(end) if end else None for end in match.groups()[:2])
    return {"min": least, "max": most, "currency": match[3], "period": match[4]}
