"""A store with any number of made-up applications, the same for every run."""

from __future__ import annotations

import random
from datetime import timedelta
from pathlib import Path

from ats.commands.applications import NewApplication, NewRequirement, add_application
from ats.commands.next_actions import set_next_action
from ats.commands.requirements import set_status
from ats.commands.stages import move
from ats.domain.money import Pay, PayPeriod
from ats.domain.posting import RequirementKind, RequirementStatus
from ats.store import Store

_ROLES = "Welder Baker Nurse Surveyor Baker Gardener Translator Analyst Teacher Driver".split()
_PLACES = "Oslo Leeds Turin Ghent Porto Graz Lyon Aarhus Cork Gdansk".split()
_SYLLABLES = "ba ke lo mi ra to su ne da fi gor hel jun pax quil rod sten tur vor wex".split()


def words(chance: random.Random, number: int) -> str:
    """Words whose frequency falls off as in a language (Zipf), from 4,000 different ones."""
    picked = (int(chance.paretovariate(1.05)) % 4000 for _ in range(number))
    return " ".join(
        _SYLLABLES[n % 20] + _SYLLABLES[n // 20 % 20] + _SYLLABLES[n // 400 % 20] for n in picked
    )


def fill(folder: Path, number: int, *, posting_words: int = 800) -> Store:
    """An open store with `number` applications; each has a posting, requirements and a history."""
    chance = random.Random(number)
    store = Store.open(folder)
    with store.step("Fill"):
        for count in range(number):
            id = add_application(store, _new(chance, count, posting_words))
            for stage in range(2, chance.randint(1, 7)):
                move(store, [id], stage, on=store.today() - timedelta(days=60 - 8 * stage))
            if count % 3 == 0:
                due = store.today() + timedelta(days=chance.randint(-5, 20))
                set_next_action(store, id, "Call back", due)
            if count % 2 == 0:
                first = 1 + 4 * count
                set_status(store, [first, first + 1], RequirementStatus.STRONG)
    return store


def _new(chance: random.Random, count: int, posting_words: int) -> NewApplication:
    least = chance.randint(30, 120) * 1000
    return NewApplication(
        title=f"{chance.choice(_ROLES)} {count}",
        company=f"{words(chance, 1).title()} {count % 700}",
        locations=(chance.choice(_PLACES),),
        pay=Pay.of(least, least + 9000, "EUR", PayPeriod.YEAR),
        source=chance.choice(["Fair", "Friend", "Website"]),
        posting_text=words(chance, posting_words),
        requirements=tuple(
            NewRequirement(text=words(chance, 8), kind=kind)
            for kind in (
                RequirementKind.MUST,
                RequirementKind.MUST,
                RequirementKind.NICE,
                RequirementKind.DUTY,
            )
        ),
    )
