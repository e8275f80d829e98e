"""Which of very many roles repeat another. What no other can be the same as is found by counting;
only the rest is looked up one by one."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple, TypeVar

from ats.domain.known_roles import LOOKED_AT, Facts, KnownRoles, Likeness, Role
from ats.domain.sameness import company_key, link_key, title_keys
from ats.domain.title_families import title_families

_Key = TypeVar("_Key")


class Repeat(NamedTuple):
    """`role` is the place among the new roles; `of` that among the known ones and, behind them,
    the new."""

    role: int
    of: int
    why: Likeness


def repeats(known: Sequence[Role], new: Sequence[Role]) -> Iterator[Repeat]:
    """Which of the new roles repeat a known or an earlier new one, in their order: what
    `KnownRoles.find_or_add` gives, with the known ones preferred. A new one that repeats another
    beyond doubt stands for nothing of its own, so that those after it are told the first."""
    among, places, preferred = KnownRoles(), list[int](), 0
    for place, facts in _related(known, new):
        if place < len(known):
            among.add_facts(facts)
            preferred += 1
        else:
            found = among.find_or_add(facts, preferred)
            if found is not None:
                yield Repeat(place - len(known), places[found[0]], found[1])
                if found[1].certain:
                    continue
        places.append(place)


def _related(known: Sequence[Role], new: Sequence[Role]) -> Iterator[tuple[int, Facts]]:
    """All that a new role may be the same as, or may be the same as it, each with its place: by
    the link, or by the company and the family of the title."""
    roles = [*known, *new]
    links = [link_key(role.link) for role in roles]
    companies = _keys(company_key, [role.company for role in roles])
    sizes = Counter(companies)
    # Where it is the only role of its company, its title is the same as no other.
    alone = [sizes[company] == 1 for company in companies]
    titles = _keys(
        title_keys,
        ["" if only else role.title for role, only in zip(roles, alone, strict=True)],
    )
    numbers = title_families(titles)
    kin = list(zip(companies, [numbers[title] for title in titles], strict=True))
    shared_links, shared_kin = _shared(links, len(known)) - {""}, _shared(kin, len(known))
    # Of very many titles at one company the newest are compared, so all of them count.
    crowded = {company for company, _ in shared_kin if sizes[company] > LOOKED_AT}
    for place, (link, its) in enumerate(zip(links, kin, strict=True)):
        company, family = its
        if link in shared_links or its in shared_kin or company in crowded:
            role = roles[place]
            title = title_keys(role.title) if alone[place] else titles[place]
            among = company if company in crowded else its
            yield place, Facts(link, company, title, role.applied_on, role, among, family)


def _keys(key: Callable[[str], _Key], texts: list[str]) -> list[_Key]:
    keys = {text: key(text) for text in set(texts)}
    return [keys[text] for text in texts]


def _shared(keys: list[_Key], known: int) -> set[_Key]:
    """The keys that a new one has, and another one too."""
    counts = Counter(keys)
    return {key for key in keys[known:] if counts[key] > 1}
