"""A made-up job search: what the sample data consists of. Every company and person in it is
invented; days count from the day it is filled in."""

from __future__ import annotations

from dataclasses import dataclass

from ats.domain.application import WorkMode
from ats.domain.money import Pay, PayPeriod
from ats.domain.posting import RequirementKind, RequirementStatus
from ats.domain.stage import Outcome, StageKind


@dataclass(frozen=True, slots=True)
class SampleRequirement:
    """`evidence` names items of EVIDENCE by their place there."""

    text: str
    status: RequirementStatus = RequirementStatus.TO_ASSESS
    evidence: tuple[int, ...] = ()
    note: str = ""
    say: str = ""
    kind: RequirementKind = RequirementKind.MUST


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleApplication:
    """`moves` are (days ago, stage kind), oldest first; `action` is (words, due in days)."""

    title: str
    company: str
    moves: tuple[tuple[int, StageKind], ...]
    outcome: Outcome | None = None
    place: str = ""
    mode: WorkMode | None = None
    pay: Pay = Pay()
    source: str = ""
    tags: tuple[str, ...] = ()
    excitement: int | None = None
    action: tuple[str, int] | None = None
    deadline_in: int | None = None
    notes: str = ""
    requirements: tuple[SampleRequirement, ...] = ()
    posting: str | None = None


_STRONG, _PARTIAL, _GAP = (
    RequirementStatus.STRONG,
    RequirementStatus.PARTIAL,
    RequirementStatus.GAP,
)
_SAVED, _APPLIED, _SCREENING, _INTERVIEWING, _OFFER, _CLOSED = StageKind


def _a_year(least: int, most: int, currency: str = "EUR") -> Pay:
    return Pay.of(least, most, currency, PayPeriod.YEAR)


EVIDENCE = (
    (
        "Delivery forecast for 40 depots",
        "Kestrel Parcel",
        "2023 to 2025",
        "Built the weekly volume forecast in SQL and Python. The error fell from 19 to 8 percent,"
        " and planners stopped keeping their own sheets.",
    ),
    (
        "Returns dashboard used by five teams",
        "Kestrel Parcel",
        "2022",
        "Interviewed the teams, agreed on one definition of a return, and replaced eleven reports.",
    ),
    (
        "Price test at the ticket office",
        "Marrow Street Museum",
        "2021",
        "Designed and analysed a test over twelve weekends; the family ticket stayed.",
    ),
    (
        "SQL course for colleagues",
        "Kestrel Parcel",
        "2024",
        "Six evenings, 23 people; eight now answer their own questions.",
    ),
    (
        "BSc Statistics",
        "University of Aldermoor",
        "2017 to 2020",
        "Thesis on seasonal models for bus passengers.",
    ),
)

POSTING = """\
Senior Data Analyst, Network Planning
Orchard Rail
Leeds, hybrid (two days a week in the office)

Orchard Rail runs regional trains between 61 stations. Our planning team decides how many seats
go where, and we want those decisions to rest on numbers that people trust.

What you will do
- Own the passenger forecast from raw counts to the weekly plan
- Explain results to planners, drivers' representatives and the board
- Retire reports nobody reads

What you need
- At least 4 years of experience as a data analyst
- Strong SQL and one of Python or R
- Experience with forecasting or time series
- Clear writing for readers who are not analysts

Nice to have
- Experience with transport or logistics data
- dbt or a similar tool

We offer £52,000 to £60,000 per year, a bonus of up to 8%, 28 days of leave and free travel.
You need the right to work in the United Kingdom.

Reference OR-2291.
"""

# How the person stands against what is read from POSTING: words of the item, status, place in
# EVIDENCE, what to say.
RAIL_ASSESSMENT: tuple[tuple[str, RequirementStatus, int | None, str], ...] = (
    ("4 years", _STRONG, 1, "Five years, two employers."),
    ("SQL", _STRONG, 0, "Forecast for 40 depots; the error fell to 8 percent."),
    ("time series", _STRONG, 0, "Start with what the planners did before."),
    ("writing", _PARTIAL, 3, "The course, and the one-page reports."),
    ("passenger forecast", _STRONG, 4, ""),
    ("planners", _PARTIAL, 1, ""),
    ("dbt", _GAP, None, ""),
)

APPLICATIONS = (
    SampleApplication(
        title="Senior Data Analyst, Network Planning",
        company="Orchard Rail",
        moves=((24, _SAVED), (21, _APPLIED), (14, _SCREENING), (9, _INTERVIEWING)),
        place="Leeds",
        mode=WorkMode.HYBRID,
        pay=_a_year(52_000, 60_000, "GBP"),
        source="Company site",
        tags=("forecasting",),
        excitement=5,
        action=("Prepare the forecast case for the panel", 2),
        notes="Asked about the move from spreadsheets twice. Bring the depot example.",
        posting=POSTING,
    ),
    SampleApplication(
        title="Analytics Lead",
        company="Brightwater Health",
        moves=((33, _SAVED), (31, _APPLIED), (25, _SCREENING), (17, _INTERVIEWING), (3, _OFFER)),
        place="Manchester",
        mode=WorkMode.HYBRID,
        pay=_a_year(62_000, 70_000, "GBP"),
        source="Referral",
        tags=("leadership", "health"),
        excitement=4,
        action=("Answer the offer", 4),
        requirements=(
            SampleRequirement("Led a team of analysts", _PARTIAL, (3,), "Mentored, never managed."),
            SampleRequirement(
                "Built reporting that several teams share",
                _STRONG,
                (1,),
                say="Eleven reports to one.",
            ),
            SampleRequirement("Advanced SQL", _STRONG, (0, 3)),
            SampleRequirement("Knows health data rules", _GAP),
        ),
    ),
    SampleApplication(
        title="Forecasting Analyst",
        company="Vantor Grid",
        moves=((19, _SAVED), (18, _APPLIED), (8, _SCREENING), (4, _INTERVIEWING)),
        place="Remote (UK)",
        mode=WorkMode.REMOTE,
        pay=_a_year(48_000, 55_000, "GBP"),
        source="LinkedIn",
        tags=("forecasting", "energy"),
        excitement=4,
        action=("Send two times for the second interview", 0),
        requirements=(
            SampleRequirement("Time series models", _STRONG, (0, 4)),
            SampleRequirement("Python in daily work", _STRONG, (0,)),
            SampleRequirement("Experience with energy markets", _GAP, note="Read the two primers."),
            SampleRequirement("Presents to operations", _PARTIAL, (1,)),
            SampleRequirement("dbt", kind=RequirementKind.NICE),
        ),
    ),
    SampleApplication(
        title="Data Analyst, Supply",
        company="Fernley Foods",
        moves=((16, _SAVED), (15, _APPLIED), (6, _SCREENING)),
        place="York",
        mode=WorkMode.ONSITE,
        pay=_a_year(41_000, 46_000, "GBP"),
        source="Indeed",
        tags=("logistics",),
        excitement=3,
        action=("Call with the hiring manager", 1),
        requirements=(
            SampleRequirement("Supply chain data", _STRONG, (0,)),
            SampleRequirement("SQL and spreadsheets", _STRONG, (1,)),
            SampleRequirement("On site four days a week", kind=RequirementKind.CONDITION),
        ),
    ),
    SampleApplication(
        title="Product Analyst",
        company="Tessel Maps",
        moves=((13, _SAVED), (12, _APPLIED), (5, _SCREENING)),
        place="Berlin",
        mode=WorkMode.HYBRID,
        pay=_a_year(60_000, 68_000),
        source="LinkedIn",
        tags=("product",),
        excitement=4,
        action=("Finish the take-home task", 3),
        requirements=(
            SampleRequirement("Designs and reads experiments", _PARTIAL, (2,)),
            SampleRequirement("SQL", _STRONG, (0, 3)),
            SampleRequirement("Works with product managers daily", _PARTIAL, (1,)),
        ),
    ),
    SampleApplication(
        title="Insights Analyst",
        company="Lumen & Loom",
        moves=((11, _APPLIED),),
        place="Remote",
        mode=WorkMode.REMOTE,
        source="LinkedIn",
        tags=("retail",),
        excitement=2,
        action=("Ask for news", 3),
    ),
    SampleApplication(
        title="Operations Research Analyst",
        company="Juniper Freight",
        moves=((10, _SAVED), (9, _APPLIED)),
        place="Hull",
        pay=_a_year(50_000, 58_000, "GBP"),
        source="Company site",
        tags=("logistics", "forecasting"),
        excitement=4,
        requirements=(
            SampleRequirement("Forecasting or optimisation", _STRONG, (0,)),
            SampleRequirement("MSc in a numerical subject", _PARTIAL, (4,)),
        ),
    ),
    SampleApplication(
        title="Senior Analyst",
        company="Copperline Bank",
        moves=((29, _SAVED), (28, _APPLIED)),
        place="Edinburgh",
        mode=WorkMode.HYBRID,
        pay=_a_year(58_000, 64_000, "GBP"),
        source="Recruiter",
        excitement=3,
        notes="No word for four weeks. One more message, then close.",
    ),
    SampleApplication(
        title="Visitor Data Analyst",
        company="Marrow Street Museum",
        moves=((7, _APPLIED),),
        place="Leeds",
        pay=_a_year(36_000, 39_000, "GBP"),
        source="Newsletter",
        tags=("culture",),
        excitement=5,
        action=("Ask Ines for a word with the director", -1),
    ),
    SampleApplication(
        title="BI Developer",
        company="Pellucid Labs",
        moves=((5, _APPLIED),),
        place="Remote (Europe)",
        mode=WorkMode.REMOTE,
        pay=_a_year(55_000, 65_000),
        source="LinkedIn",
        tags=("dbt",),
        excitement=3,
    ),
    SampleApplication(
        title="Data Analyst, Water Quality",
        company="Saltmarsh Institute",
        moves=((4, _SAVED),),
        place="Bristol",
        pay=_a_year(42_000, 47_000, "GBP"),
        source="Newsletter",
        tags=("science",),
        excitement=4,
        deadline_in=6,
        action=("Write the letter", 2),
    ),
    SampleApplication(
        title="Analytics Engineer",
        company="Quillmark",
        moves=((3, _SAVED),),
        place="Remote",
        mode=WorkMode.REMOTE,
        pay=_a_year(64_000, 72_000),
        source="Friend",
        tags=("dbt",),
        excitement=4,
        deadline_in=12,
    ),
    SampleApplication(
        title="Pricing Analyst",
        company="Northlight Ferries",
        moves=((2, _SAVED),),
        place="Newcastle",
        source="Indeed",
        excitement=2,
        deadline_in=1,
    ),
    SampleApplication(
        title="Data Analyst",
        company="Harbour & Vale",
        moves=((70, _SAVED), (68, _APPLIED), (55, _SCREENING), (48, _INTERVIEWING), (40, _CLOSED)),
        outcome=Outcome.REJECTED,
        place="Liverpool",
        source="LinkedIn",
        notes="They wanted more experience with experiments.",
    ),
    SampleApplication(
        title="Reporting Analyst",
        company="Aldermoor Council",
        moves=((62, _APPLIED), (35, _CLOSED)),
        outcome=Outcome.REJECTED,
        place="Aldermoor",
        source="Company site",
    ),
    SampleApplication(
        title="Growth Analyst",
        company="Snapdragon Games",
        moves=((60, _APPLIED), (20, _CLOSED)),
        outcome=Outcome.NO_RESPONSE,
        mode=WorkMode.REMOTE,
        source="LinkedIn",
    ),
    SampleApplication(
        title="Data Scientist",
        company="Tallow Insurance",
        moves=((58, _APPLIED), (50, _SCREENING), (46, _CLOSED)),
        outcome=Outcome.WITHDRAWN,
        place="London",
        source="Recruiter",
        notes="Five days a week in London.",
    ),
    SampleApplication(
        title="Analyst, Fleet",
        company="Wren Car Club",
        moves=((52, _SAVED), (30, _CLOSED)),
        outcome=Outcome.ROLE_GONE,
        source="Indeed",
    ),
    SampleApplication(
        title="Marketing Analyst",
        company="Lumen & Loom",
        moves=((45, _APPLIED), (22, _CLOSED)),
        outcome=Outcome.REJECTED,
        mode=WorkMode.REMOTE,
        source="LinkedIn",
    ),
    SampleApplication(
        title="Planning Analyst",
        company="Greywater Shipping",
        moves=((65, _APPLIED), (57, _SCREENING), (51, _INTERVIEWING), (43, _OFFER), (39, _CLOSED)),
        outcome=Outcome.DECLINED,
        place="Southampton",
        pay=_a_year(43_000, 45_000, "GBP"),
        source="Company site",
        notes="Kind people; the shifts would not work.",
    ),
    SampleApplication(
        title="Junior Data Engineer",
        company="Pellucid Labs",
        moves=((48, _APPLIED), (15, _CLOSED)),
        outcome=Outcome.NO_RESPONSE,
        source="LinkedIn",
    ),
    SampleApplication(
        title="Survey Analyst",
        company="Halfmoon Polling",
        moves=((41, _APPLIED), (34, _SCREENING), (27, _CLOSED)),
        outcome=Outcome.REJECTED,
        place="Remote",
        mode=WorkMode.REMOTE,
        source="Newsletter",
    ),
)
