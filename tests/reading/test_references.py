"""The posting's own number and its link."""

from __future__ import annotations

import pytest

from ats.reading.facts.references import find_link, find_reference


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Job ID: 219992", "219992"),
        ("**Requisition No:** 82-2518 Agency", "82-2518"),
        ("Please name Job #IRC34280.", "IRC34280"),
        ("Kennziffer: 2026-117", "2026-117"),
        ("CDI, temps plein – Réf. IDE-2026-41", "IDE-2026-41"),
        ("Zaragoza · Referencia BT-20981", "BT-20981"),
        ("Offre n° O0872601", "O0872601"),
        ("Local Laws Officer (VR-2027-018). The shire", "VR-2027-018"),
        ("Diarienummer: 2027/44Utdrag ska visas.", "2027/44"),
        ("Apply and quote RMS2291.", "RMS2291"),
        ("Welder | Hull | JR40199 | Onsite", "JR40199"),
    ],
)
def test_reference(words: str, number: str) -> None:
    found = find_reference(words)
    assert found is not None
    assert found.value == number
    assert [words[a:b] for a, b in found.spans] == [number]


@pytest.mark.parametrize(
    "words", ["Date of posting: 7/30/2026", "Grade: 12345", "XR-20301 welds", "Call us at #12"]
)
def test_no_reference(words: str) -> None:
    assert find_reference(words) is None


@pytest.mark.parametrize(
    ("words", "link"),
    [
        ("See https://careers.example.com/eeo first.", None),
        ("Write to https://join.example.org/resume/ how.", None),
        ("Home: https://example.com", None),
        ("Hier bewerben: https://example.com/a/17.", "https://example.com/a/17"),
        ("https://example.com/privacy\nhttps://example.com/jobs/4", "https://example.com/jobs/4"),
    ],
)
def test_link(words: str, link: str | None) -> None:
    found = find_link(words)
    assert (found.value if found else None) == link
