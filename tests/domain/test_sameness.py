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
        ("Backend Enigneer", "Backend Engineer", True),
        ("Senior Backend Engineer", "Junior Backend Engineer", False),
        ("Backend Engineer II", "Backend Engineer III", False),
        ("Backend Engineer 2025", "Backend Engineer 2026", False),
        ("Backend Engineer (m/w/d)", "Backend Engineer", True),
        ("Backend Engineer (m/w/d)", "Backend Engineer (f/d/m)", True),
        ("Backend Engineer – Payments", "Backend Engineer", True),
        ("Backend Engineer – Payments", "Backend Engineer – Search", False),
        ("Backend Engineer (Senior)", "Backend Engineer", False),
        ("C Developer", "D Developer", False),
        ("Cook", "Book", False),
        ("Ärztin", "Ärztin", True),
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
        ("https://a.example/j?id=7&utm_source=x&ref=mail", "a.example/j?id=7#top", True),
        ("https://a.example/j?b=2&a=1", "https://a.example/j?a=1&b=2", True),
        ("https://a.example/#/jobs/7", "https://a.example/#/jobs/8", False),
        (
            "https://de.linkedin.com/jobs/view/baker-at-crumb-3812345678/?refId=a%3D",
            "https://www.linkedin.com/jobs/search/?currentJobId=3812345678&f=1",
            True,
        ),
        ("not a link", "not a link", False),
        ("", "", False),
        ("http://[broken", "http://[broken", False),
    ],
)
def test_links(a: str, b: str, same: bool) -> None:
    assert same_link(a, b) is same
