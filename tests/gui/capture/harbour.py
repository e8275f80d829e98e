"""A posting made by hand, with something of every kind a review shows."""

from __future__ import annotations

from ats.domain.application import WorkMode
from ats.domain.money import Pay, PayPeriod
from ats.domain.posting import RequirementKind
from ats.domain.reading import Alternative, FoundItem, Reading, Span

TEXT = """Harbour pilot
Osprey Ports, Dover. Osprey Ports has three harbours.
Hybrid work.

What you bring
- A licence for large ships
- Calm on the radio. Knots, many of them

You know the tides.
You have sailed at night.

We pay 48,000 to 55,000 GBP a year. In Hull we pay 41,000 to 47,000 GBP a year.

What we give
- Boots that keep dry
- A cabin with a view

A licence for large ships
"""


def place(words: str, number: int = 0) -> Span:
    """Where words stand; `number` counts the places from 0."""
    start = -1
    for _ in range(number + 1):
        start = TEXT.index(words, start + 1)
    return (start, start + len(words))


LICENCE, RADIO = "A licence for large ships", "Calm on the radio."
TIDES, NIGHT = "You know the tides.", "You have sailed at night."
BOOTS, CABIN = "Boots that keep dry", "A cabin with a view"
PAY, PAY_IN_HULL = "48,000 to 55,000 GBP a year", "41,000 to 47,000 GBP a year"


def harbour() -> Reading:
    """The reading of the posting: two requirements, two unsorted lines, two benefits, a company
    named twice, another range of pay, and a work mode that the page's data says otherwise."""
    return Reading(
        text=TEXT,
        title="Harbour pilot",
        company="Osprey Ports",
        work_mode=WorkMode.HYBRID,
        pay=Pay.of(48_000, 55_000, "GBP", PayPeriod.YEAR),
        items=(
            FoundItem(LICENCE, RequirementKind.MUST, place(LICENCE)),
            FoundItem(RADIO, RequirementKind.NICE, place(RADIO)),
        ),
        benefits=(BOOTS, CABIN),
        repeats=(place(LICENCE, 1),),
        unsorted=(place(TIDES), place(NIGHT)),
        alternatives=(
            Alternative("salary", PAY_IN_HULL, place(PAY_IN_HULL)),
            Alternative("work_mode", "Remote"),
            Alternative("title", "Pilot"),
        ),
        spans={
            "title": (place("Harbour pilot"),),
            "company": (place("Osprey Ports"), place("Osprey Ports", 1)),
            "work_mode": (place("Hybrid"),),
            "salary": (place(PAY),),
            "requirements": (place(LICENCE), place(RADIO)),
            "benefits": (place(BOOTS), place(CABIN)),
        },
    )
