"""When two postings mean the same role."""

from __future__ import annotations

from time import perf_counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ats.domain.sameness import KnownRoles, same_company, same_link, same_role


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Backend Engineer", "backend engineer", True),
        ("Backend Engineer", "Engineer, Backend", True),
        ("Backend Enginer", "Backend Engineer", True),
        ("Backend Engineer", "Senior Backend Engineer", False),
        ("Backend Engineer", "Frontend Engineer", False),
        ("", "", False),
    ],
)
def test_roles(a: str, b: str, same: bool) -> None:
    assert same_role(a, b) is same_role(b, a) is same


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("Brightforge", "Brightforge, Inc.", True),
        ("Brightforge GmbH", "brightforge", True),
        ("Brightforge", "Brightwell", False),
        ("The Co", "the co", True),
        ("", "Brightforge", False),
    ],
)
def test_companies(a: str, b: str, same: bool) -> None:
    assert same_company(a, b) is same_company(b, a) is same


@pytest.mark.parametrize(
    ("a", "b", "same"),
    [
        ("https://jobs.example.org/7/", "http://www.Jobs.example.org/7", True),
        ("https://jobs.example.org/?id=7", "https://jobs.example.org/?id=8", False),
        ("not a link", "not a link", False),
        ("http://[broken", "http://[broken", False),
    ],
)
def test_links(a: str, b: str, same: bool) -> None:
    assert same_link(a, b) is same


_TITLES = st.sampled_from(["", "Night Baker", "Baker, night", "Night Bakr", "Day Baker", "Roofer"])
_COMPANIES = st.sampled_from(["", "Crumb", "Crumb Ltd", "Slate"])
_LINKS = st.sampled_from(["", "https://a.example/1", "http://www.a.example/1/", "b"])
_ROLES = st.tuples(_TITLES, _COMPANIES, _LINKS)


@given(st.lists(_ROLES, max_size=8), _ROLES)
def test_known_roles_finds_the_first_that_is_the_same(
    roles: list[tuple[str, str, str]], wanted: tuple[str, str, str]
) -> None:
    known = KnownRoles()
    for role in roles:
        known.add(*role)
    same = [
        place
        for place, (title, company, link) in enumerate(roles)
        if same_link(link, wanted[2])
        or (same_company(company, wanted[1]) and same_role(title, wanted[0]))
    ]
    assert known.place_of(*wanted) == min(same, default=None)


def test_many_roles_are_compared_quickly() -> None:
    known = KnownRoles()
    for number in range(2_000):
        known.add(f"Baker {number}", f"Mill {number}", f"https://a.example/{number}")
    began = perf_counter()
    found = [known.place_of(f"Baker {number}", f"Mill {number}", "") for number in range(2_000)]
    assert found == list(range(2_000))
    assert perf_counter() - began < 2
