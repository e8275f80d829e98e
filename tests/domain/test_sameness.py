"""When two postings mean the same role."""

from __future__ import annotations

import pytest

from ats.domain.sameness import same_company, same_link, same_role


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
