"""Says how well the reader does on the labelled postings: one count per posting and field,
which add up to the figures of any group of postings."""

from __future__ import annotations

import json
import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from ats.reading import answer
from benchmarks.labelled_postings import FOLDER, MANY, ONE, Labelled

FLOORS = FOLDER / "figures.json"
SAME_NAME = 0.8
SAME_ITEM = 0.6
ROUNDING = 0.0005

ITEM_FIELDS = tuple(dict.fromkeys(MANY.values()))


@dataclass(frozen=True, slots=True)
class Count:
    """Of `asked` labels and `given` answers, so many were right."""

    right: float = 0
    given: int = 0
    asked: int = 0

    def __add__(self, other: Count) -> Count:
        return Count(self.right + other.right, self.given + other.given, self.asked + other.asked)

    @property
    def figure(self) -> float:
        """The F1 of the items, which for fields with one value is the part that is right."""
        total = self.given + self.asked
        return 2 * self.right / total if total else 1.0


Counts = dict[str, Count]


def counts(posting: Labelled) -> Counts:
    """Reads the posting and compares with its labels. A field with one value counts under its
    name where the posting states it, and as "… silent" where it does not."""
    reading = posting.read()
    return compared(posting, answer(reading), len(reading.text))


def compared(posting: Labelled, given: dict[str, Any], length: int) -> Counts:
    found: Counts = {}
    for name in ONE.values():
        found |= _single(posting, name, given[name])
    found |= _title_any(posting, given)
    for name in ITEM_FIELDS:
        pairs = same_items([text for text, _ in posting.items.get(name, [])], texts(given[name]))
        found[name] = Count(len(pairs), len(given[name]), len(posting.items.get(name, [])))
        if name == "requirements":
            found["must_nice"] = _kinds(posting, given[name], pairs)
    places = [place for places in given["spans"].values() for place in places]
    sound = sum(0 <= start < end <= length for start, end in places)
    found["spans"] = Count(sound, len(places), len(places))
    return {name: count for name, count in found.items() if name not in posting.unscored}


def _single(posting: Labelled, name: str, given: Any) -> Counts:
    if name in posting.unscored:
        return {}
    forms = posting.values.get(name)
    if not forms:
        said = bool(given) and not (name == "title" and given in posting.suggestions)
        return {f"{name} silent": Count(not said, 1, 1)}
    return {name: Count(max(_RIGHT.get(name, _equal)(form, given) for form in forms), 1, 1)}


def _title_any(posting: Labelled, given: dict[str, Any]) -> Counts:
    forms = [*posting.values.get("title", []), *posting.suggestions]
    offered = [given["title"], *given["title_suggestions"]]
    right = any(_named(form, one) for form in forms for one in offered if one)
    return {"title_any": Count(right, 1, 1)} if forms else {}


def _kinds(posting: Labelled, given: list[dict[str, str]], pairs: list[tuple[int, int]]) -> Count:
    labels = [label for _, label in posting.items.get("requirements", [])]
    right = sum(labels[i] == given[j]["kind"] for i, j in pairs)
    return Count(right, len(pairs), len(pairs))


def texts(items: Iterable[Any]) -> list[str]:
    return [item["text"] if isinstance(item, dict) else str(item) for item in items]


def words(text: str) -> Counter[str]:
    return Counter(re.findall(r"[\w+#]+", unicodedata.normalize("NFKC", text).casefold()))


def overlap(a: Counter[str], b: Counter[str]) -> float:
    """1 where the same words stand in both, 0 where none does (Dice)."""
    total = a.total() + b.total()
    return 2 * (a & b).total() / total if total else 0.0


def same_items(asked: list[str], given: list[str]) -> list[tuple[int, int]]:
    """Which label was found by which answer: one to one, the closest first."""
    left, right = [words(text) for text in asked], [words(text) for text in given]
    close = [
        (overlap(a, b), i, j)
        for i, a in enumerate(left)
        for j, b in enumerate(right)
        if overlap(a, b) >= SAME_ITEM
    ]
    pairs: dict[int, int] = {}
    for _, i, j in sorted(close, key=lambda one: -one[0]):
        if i not in pairs and j not in pairs.values():
            pairs[i] = j
    return sorted(pairs.items())


def _equal(form: Any, given: Any) -> float:
    return float(form == given)


def _named(form: str, given: str | None) -> float:
    return float(overlap(words(form), words(given or "")) >= SAME_NAME)


def _least(form: int, given: dict[str, Any] | None) -> float:
    return float(given is not None and given["min"] == form)


def _jaccard(form: frozenset[str], given: list[str]) -> float:
    return len(form & set(given)) / len(form | set(given))


def _same_pay(form: dict[str, Any], given: dict[str, Any] | None) -> float:
    """A single figure may stand at either end, or at both."""
    if given is None or (form["currency"], form["period"]) != (given["currency"], given["period"]):
        return 0.0
    ends, said = (form["min"], form["max"]), (given["min"], given["max"])
    single = ends[0] == ends[1]
    return float(said == ends or (single and {*said} - {None} == {ends[0]}))


_RIGHT: dict[str, Callable[[Any, Any], float]] = {
    "title": _named,
    "company": _named,
    "salary": _same_pay,
    "years_experience": _least,
    "education": _jaccard,
}


def total(of: Iterable[Counts]) -> Counts:
    """The counts of a group of postings."""
    added: Counts = {}
    for one in of:
        for name, count in one.items():
            added[name] = added.get(name, Count()) + count
    return dict(sorted(added.items(), key=lambda pair: _ORDER.get(pair[0], len(_ORDER))))


_SINGLE = [name for one in ONE.values() for name in (one, f"{one} silent")]
_ORDER = {
    name: place
    for place, name in enumerate(
        ["title", "title_any", *_SINGLE[1:], "requirements", "must_nice", *ITEM_FIELDS[1:]]
    )
}


def overall(added: Counts) -> float:
    """The mean of the figures."""
    return sum(count.figure for count in added.values()) / len(added)


def accepted(by_posting: dict[str, Counts]) -> dict[str, Any]:
    """What is kept in figures.json: the floor of each field, and where postings have less
    than 1, so that a later loss can be named."""
    floors = {name: _short(count.figure) for name, count in total(by_posting.values()).items()}
    below = {
        posting: {name: _short(c.figure) for name, c in found.items() if c.figure < 1}
        for posting, found in by_posting.items()
    }
    return {"floors": floors, "postings": below}


def _short(figure: float) -> float:
    return round(figure, 4)


def write_floors(by_posting: dict[str, Counts], path: Path = FLOORS) -> None:
    path.write_text(json.dumps(accepted(by_posting), indent=1) + "\n", encoding="utf-8")


def read_floors(path: Path = FLOORS) -> dict[str, Any]:
    kept: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
    return kept


def losses(by_posting: dict[str, Counts], kept: dict[str, Any]) -> list[str]:
    """One sentence for each field that fell below its floor, with the postings that got worse."""
    added = total(by_posting.values())
    sentences = []
    for name, floor in kept["floors"].items():
        figure = added[name].figure if name in added else 0.0
        if figure < floor - ROUNDING:
            worse = ", ".join(_worse(name, by_posting, kept["postings"]))
            sentences.append(f"{name} fell from {floor:.3f} to {figure:.3f}: {worse}")
    return sentences


def _worse(name: str, by_posting: dict[str, Counts], kept: dict[str, Any]) -> list[str]:
    sentences = []
    for posting, found in by_posting.items():
        figure = found[name].figure if name in found else 1.0
        before = kept[posting].get(name, 1.0) if posting in kept else 1.0
        if figure < before - ROUNDING:
            new = "" if posting in kept else ", a new posting"
            sentences.append(f"{posting} ({before:.2f} → {figure:.2f}{new})")
    return sentences
