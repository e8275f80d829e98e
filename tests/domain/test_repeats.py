"""Repeats among many roles are those that comparing each with each would find."""

from __future__ import annotations

import random
from collections.abc import Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ats.domain.known_roles import KnownRoles, Likeness, NamedRole, facts_of, likeness
from ats.domain.repeats import Repeat, repeats

_TITLES = (
    "", "Baker", "Bakers", "Cook", "Book", "Night Baker", "Baker, night", "Night Bakr",
    "Nihgt Baker", "Night Baker (m/f)", "Night Baker – Oslo", "Night Baker (Bergen)",
    "Oslo Night Baker", "Senior Night Baker", "Night Baker II", "Night Baker III",
    "Baker Baker Night",
)  # fmt: skip
_LINKS = (
    "", "https://a.example/jobs/1", "http://www.A.example/jobs/1/?utm_source=mail#top",
    "a.example/jobs/1", "https://a.example/jobs?id=1&lang=en", "https://a.example/jobs?lang=en&id=1",
    "https://a.example/careers", "https://a.example/#/jobs/1", "https://ann@a.example/jobs/1",
    "https://de.linkedin.com/jobs/view/baker-3812345678/",
    "https://www.linkedin.com/jobs/search/?currentJobId=3812345678", "no link",
)  # fmt: skip
_ON = date(2026, 11, 4)
_ROLES = st.builds(
    NamedRole,
    st.sampled_from(_TITLES),
    st.sampled_from(["", "Crumb", "Crumb Ltd", "CRUMB", "Crumbs", "Slate"]),
    st.sampled_from(_LINKS),
    st.sampled_from(["", "", "R1", "R2"]),
    st.sampled_from([(), ("Oslo",), ("Bergen", "OSLO"), ("Bergen",)]),
    st.sampled_from([None, _ON, _ON + timedelta(90), _ON + timedelta(91), _ON - timedelta(400)]),
)


def one_by_one(known: Sequence[NamedRole], new: Sequence[NamedRole]) -> list[Repeat]:
    """The same without leaving any out beforehand."""
    among, places = KnownRoles(), list(range(len(known)))
    for role in known:
        among.add(role)
    found = []
    for number, role in enumerate(new):
        its = among.find_or_add(facts_of(role), len(known))
        if its is not None:
            found.append(Repeat(number, places[its[0]], its[1]))
        if its is None or not its[1].certain:
            places.append(len(known) + number)
    return found


@given(st.lists(_ROLES, max_size=6), st.lists(_ROLES, max_size=8))
def test_repeats_are_what_comparing_each_with_each_finds(
    known: list[NamedRole], new: list[NamedRole]
) -> None:
    found = {repeat.role: repeat for repeat in repeats(known, new)}
    assert list(found) == sorted(found)
    stand = [*enumerate(known)]
    for number, role in enumerate(new):
        reasons = {place: why for place, other in stand if (why := likeness(other, role))}
        assert (number in found) == bool(reasons)
        if reasons:
            _, of, why = found[number]
            assert reasons[of] is why
            assert (why.certain, of < len(known)) == max(
                (each.certain, place < len(known)) for place, each in reasons.items()
            )
        if number not in found or not found[number].why.certain:
            stand.append((len(known) + number, role))
    assert list(found.values()) == one_by_one(known, new)


def misspelt(chance: random.Random, text: str) -> str:
    at = chance.randrange(len(text))
    return text[:at] + chance.choice(["", "x", text[at] * 2]) + text[at + 1 :]


def many(chance: random.Random, rows: int, companies: int) -> list[NamedRole]:
    """Roles whose titles differ by a letter or by what stands apart; many have as many words
    and letters as each other."""
    words = ["".join(chance.choices("abcde", k=chance.choice([3, 5, 6]))) for _ in range(30)]
    roles = []
    for _ in range(rows):
        title = " ".join(chance.choices(words, k=chance.choice([1, 2, 2])))
        title += chance.choice(["", "", "", " (m/w/d)", f" – {chance.choice(words)}", " II"])
        on = _ON + timedelta(chance.randrange(200)) if chance.random() < 0.7 else None
        roles.append(
            NamedRole(
                misspelt(chance, title) if chance.random() < 0.4 else title,
                f"Mill {chance.randrange(companies)}",
                f"https://a.example/jobs/{chance.randrange(rows)}" if chance.random() < 0.5 else "",
                applied_on=on,
            )
        )
    return roles


@pytest.mark.parametrize(("companies", "known"), [(1, 0), (3, 400), (12, 0), (40, 700), (400, 300)])
def test_leaving_roles_out_beforehand_changes_nothing(companies: int, known: int) -> None:
    roles = many(random.Random(companies), 1_500, companies)
    expected = one_by_one(roles[:known], roles[known:])
    assert len({repeat.why for repeat in expected}) >= 2
    assert list(repeats(roles[:known], roles[known:])) == expected


@pytest.mark.parametrize(("others", "found"), [(40, True), (49, True), (50, False), (60, False)])
def test_of_many_titles_at_one_company_the_newest_are_compared(others: int, found: bool) -> None:
    titles = ["Baker crumbs", *(f"Cooks {n}cdef" for n in range(10, 10 + others)), "Baker crumbz"]
    roles = [NamedRole(title, "Crumb") for title in titles]
    expected = [(len(roles) - 1, 0, Likeness.LIKELY)] if found else []
    assert list(repeats([], roles)) == one_by_one([], roles) == expected


def test_a_known_role_is_preferred_to_a_newer_one() -> None:
    known = NamedRole("Baker", "Crumb", locations=("Oslo",))
    elsewhere = NamedRole("Baker", "Crumb", locations=("Bergen",))
    anywhere = NamedRole("Baker", "Crumb")
    assert list(repeats([known], [elsewhere, anywhere])) == [
        (0, 0, Likeness.LIKELY),
        (1, 0, Likeness.DAY),
    ]
    assert list(repeats([], [known, elsewhere, anywhere]))[-1] == (2, 1, Likeness.DAY)


def test_many_roles_are_told_apart() -> None:
    roles = [
        NamedRole(f"Baker {number}", f"Mill {number % 7}", f"https://a.example/{number}")
        for number in range(5_000)
    ]
    assert not list(repeats([], roles))
    assert list(repeats(roles, roles)) == [(n, n, Likeness.LINK) for n in range(5_000)]
