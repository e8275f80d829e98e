"""Looking roles up among very many, and why two are the same try."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ats.domain.known_roles import KnownRoles, Likeness, NamedRole, facts_of, likeness
from ats.domain.sameness import same_company, same_link, same_role

BAKER = NamedRole("Night Baker", "Crumb", "https://a.example/jobs/1", "R1", ("Oslo",))
ON = date(2026, 11, 4)


@pytest.mark.parametrize(
    ("changed", "expected"),
    [
        ({}, Likeness.LINK),
        ({"link": "http://www.a.example/jobs/1/?utm_source=mail"}, Likeness.LINK),
        ({"title": "Baker", "company": ""}, Likeness.LIKELY_LINK),
        ({"title": ""}, Likeness.LINK),
        ({"company": "Crumb Ltd", "link": ""}, Likeness.DAY),
        ({"link": "https://b.example/jobs/9"}, Likeness.LIKELY),
        ({"link": "", "reference": "R2"}, Likeness.LIKELY),
        ({"link": "", "locations": ("Bergen",)}, Likeness.LIKELY),
        ({"link": "", "locations": ("OSLO", "Bergen")}, Likeness.DAY),
        ({"link": "", "applied_on": date(2026, 11, 20)}, Likeness.LIKELY),
        ({"link": "", "applied_on": None}, Likeness.LIKELY),
        ({"link": "", "applied_on": date(2026, 1, 4)}, None),
        ({"applied_on": date(2025, 1, 4)}, Likeness.LIKELY_LINK),
        ({"link": "", "title": "Night Bakr"}, Likeness.LIKELY),
        ({"link": "", "title": "Night Baker (all genders)"}, Likeness.LIKELY),
        ({"link": "", "title": "Senior Night Baker"}, None),
        ({"link": "", "company": "Slate"}, None),
        ({"link": "", "company": ""}, None),
    ],
)
def test_why_two_are_the_same(changed: dict[str, object], expected: Likeness | None) -> None:
    one = replace(BAKER, applied_on=ON)
    other = replace(one, **changed)  # type: ignore[arg-type]
    assert likeness(one, other) is likeness(other, one) is expected


def test_a_link_that_many_roles_share_tells_nothing() -> None:
    one = NamedRole("Baker", "Crumb", "https://crumb.example/careers", applied_on=ON)
    assert likeness(one, replace(one, title="Driver")) is None
    assert likeness(one, one) is Likeness.LINK


def test_without_a_company_only_all_of_it_counts() -> None:
    one = NamedRole("Baker", "")
    assert likeness(one, one) is Likeness.DAY
    assert likeness(one, replace(one, applied_on=ON)) is None
    assert likeness(NamedRole("", ""), NamedRole("", "")) is None
    assert likeness(NamedRole("", "Crumb"), NamedRole("", "crumb")) is Likeness.DAY


_ROLES = st.builds(
    NamedRole,
    st.sampled_from(["", "Night Baker", "Baker, night", "Night Bakr", "Night Baker (m/f)", "Cook"]),
    st.sampled_from(["", "Crumb", "Crumb Ltd", "Slate"]),
    st.sampled_from(["", "https://a.example/1", "http://www.a.example/1/", "b"]),
    st.just(""),
    st.sampled_from([(), ("Oslo",), ("Bergen",)]),
    st.sampled_from([None, ON, date(2026, 11, 20), date(2025, 11, 20)]),
)


@given(st.lists(_ROLES, max_size=8), _ROLES)
def test_what_is_found_is_what_comparing_each_would_find(
    roles: list[NamedRole], wanted: NamedRole
) -> None:
    known = KnownRoles()
    for role in roles:
        known.add(role)
    same = [
        place
        for place, role in enumerate(roles)
        if same_link(role.link, wanted.link)
        or (same_company(role.company, wanted.company) and same_role(role.title, wanted.title))
    ]
    assert known.same(wanted) == max(same, default=None)
    reasons = [likeness(role, wanted) for role in roles]
    found = known.find_or_add(facts_of(wanted))
    assert (found is None) == (not any(reasons))
    if found is not None:
        place, reason = found
        assert reasons[place] is reason
        assert reason.certain == any(each.certain for each in reasons if each)
