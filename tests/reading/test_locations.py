"""Places of work, as the posting writes them."""

from __future__ import annotations

import pytest

from ats.reading.facts.locations import find_locations
from ats.reading.facts.places import place_at
from ats.reading.lines.layout import lay_out


def places(words: str) -> list[str]:
    return [found.value for found in find_locations(words, lay_out(words))]


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Location: Leeds, UK", ["Leeds, UK"]),
        ("Location: Little Snoring", ["Little Snoring"]),
        ("Locations: Boston, MA; Austin, TX", ["Boston, MA", "Austin, TX"]),
        ("Welder\nLocation\nBerlin/Remote\nWe weld.", ["Berlin"]),
        ("Location: 100% Remote (U.S.)", ["100% Remote (U.S.)"]),
        ("**Location:** Anywhere in the U.S. (remote)", ["Anywhere in the U.S. (remote)"]),
        ("Work location: Hybrid remote in Elk Creek, KS 66208", ["Elk Creek, KS"]),
        ("Primary Location: USA.VA.McLean", ["USA.VA.McLean"]),
        ("Arbeitsort: München", ["München"]),
        ("Placering: Luleå", ["Luleå"]),
        ("You may apply for the following locations: Oslo; Bergen", ["Oslo", "Bergen"]),
    ],
)
def test_labels(words: str, expected: list[str]) -> None:
    assert places(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Alder | Welder | Hull (UK), Cork (Ireland)", ["Hull (UK)", "Cork (Ireland)"]),
        ("Alder | Welder | SF, NYC, Remote", ["SF", "NYC"]),
        ("Alder | Welder | REMOTE (US only)", ["REMOTE (US only)"]),
        ("Alder | Welder | NYC onsite, with lunch every day", ["NYC"]),
        ("Welder\nSydney\nAlder Works", ["Sydney"]),
        ("Nurse\nHollybank House, Little Snoring", ["Little Snoring"]),
        ("Infirmière\nClinique du Parc – Valbourg (26)", ["Valbourg (26)"]),
        ("Koch\nHamburg | Teilzeit | Kennziffer A-12", ["Hamburg"]),
        ("Sales Manager - London\nAlder Works", ["London"]),
        ("Welding Lead Dallas, TX , Chicago, IL or Remote", ["Dallas, TX", "Chicago, IL"]),
    ],
)
def test_headers(words: str, expected: list[str]) -> None:
    assert places(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("This position is based on our campus in Madison, WI.", ["Madison, WI"]),
        ("The role is based in Oslo, Bergen or Malmö.", ["Oslo", "Bergen", "Malmö"]),
        ("You join us in our Leeds office.", ["Leeds"]),
        ("We seek a U.S.-based remote role with rare trips.", ["U.S."]),
        ("For Austin, TX-based roles: base pay follows.", ["Austin, TX"]),
        ("Join our team in Lisbon.", ["Lisbon"]),
        ("You will be based in Little Snoring.", ["Little Snoring"]),
        ("Du arbetar på vårt kontor i Malmö.", ["Malmö"]),
        ("This job is fully remote within Great Britain.", ["Great Britain"]),
    ],
)
def test_sentences_about_the_job(words: str, expected: list[str]) -> None:
    assert places(words) == expected


def test_where_the_company_sits_counts_only_when_it_is_one_place() -> None:
    assert places("Alder Works is located in Hull, UK. We weld.") == ["Hull, UK"]
    assert places("We have offices in Oslo, Berlin and Paris.") == []
    assert places("A maker with offices in Oslo.\nThis role is based in Leeds.") == ["Leeds"]


@pytest.mark.parametrize(
    "words",
    [
        "Location: Remote",
        "Location: Hybrid",
        "Alder | Welder | Remote",
        "London Business Works seeks a welder.",
        "You have the right to work in the United States.",
        "Visa holders may work in Germany with a permit.",
        "Degrees: BS, MS or more",
        "The team is based in Agile methods.",
        "Location: EST",
    ],
)
def test_no_place(words: str) -> None:
    assert places(words) == []


def test_never_more_than_twenty() -> None:
    names = "; ".join(f"Ashby{chr(97 + i)}, TX" for i in range(26))
    assert len(places("Location: " + names[:190])) <= 20


def test_a_place_ends_with_its_region() -> None:
    words = "St. Paul, MN (twin cities)"
    span = place_at(words, 0, len(words))
    assert span is not None
    assert words[slice(*span)] == "St. Paul, MN"
    assert place_at("Sales Manager, France", 0, 21) is None


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Welder\nStandorte Rosenheim und Bad Aibling\nVollzeit", ["Rosenheim", "Bad Aibling"]),
        ("Standorte: Graz, Bad Gastein oder Linz", ["Graz", "Bad Gastein", "Linz"]),
        ("Location: Leeds and Little Snoring", ["Leeds", "Little Snoring"]),
        # A list with other words in it is none.
        ("Standorte Ausbau und Pflege der Netze", []),
        ("Location: Leeds and surrounding villages", ["Leeds"]),
    ],
)
def test_a_label_with_several_places(words: str, expected: list[str]) -> None:
    assert places(words) == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("Writer\nToronto\nRemote. Applicants must reside in Canada.", ["Toronto"]),
        ("Writer\nRemote. Applicants must reside in Canada.", ["Canada"]),
        ("Writer\nYou must be based in Canada or Germany.", ["Canada", "Germany"]),
        ("Writer\nToronto\nOur team works in Canada.", ["Toronto", "Canada"]),
    ],
)
def test_where_applicants_must_live_is_no_second_place(words: str, expected: list[str]) -> None:
    assert places(words) == expected
