"""The layouts of the work-search report: what an office calls things, how it writes days, and
where its week begins."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ats.domain.stage import DEFAULT_STAGES, Outcome, StageKind
from ats.domain.timeline import InterviewKind, InterviewResult
from ats.domain.words import interview_kind_name, interview_result_name, outcome_name
from ats.exchange.exports.paper import PaperSize
from ats.exchange.exports.report_days import named, named_short, named_week
from ats.exchange.exports.work_search import ActivityKind

MONDAY, SUNDAY = 0, 6


class ReportLayout(StrEnum):
    """`GENERIC` suits any office; the others follow the forms of a country."""

    GENERIC = "generic"
    US = "us"
    DE = "de"
    UK = "uk"


class Column(StrEnum):
    """The columns of the table that goes to a spreadsheet, in their order."""

    DATE = "date"
    ACTIVITY = "activity"
    EMPLOYER = "employer"
    ADDRESS = "address"
    LINK = "link"
    ROLE = "role"
    HOW = "how"
    PERSON = "person"
    CONTACT = "contact"
    RESULT = "result"
    HISTORY = "history"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wording:
    """One layout. `columns` names every column of a spreadsheet, `paper_columns` those on
    paper, where employer, address and link share one, and so do person and contact, result and
    history. `kinds` has the word for one and for many."""

    language: str
    size: PaperSize | None
    week_begins: int
    day: Callable[[date], str]
    short_day: Callable[[date, date], str]
    week: Callable[[date, date], str]
    number_format: str
    title: str
    name: str
    reference: str
    period: str
    made_on: str
    page: str
    as_of: str
    week_column: str
    nothing: str
    totals: str
    total: str
    activities: tuple[str, str]
    columns: Mapping[Column, str]
    paper_columns: tuple[str, ...]
    kinds: Mapping[ActivityKind, tuple[str, str]]
    stages: Mapping[StageKind, str]
    outcomes: Mapping[Outcome, str]
    interviews: Mapping[InterviewKind, str]
    results: Mapping[InterviewResult, str]
    signatures: tuple[str, ...] = ()

    def stage_name(self, name: str, kind: StageKind) -> str:
        """A stage in the layout's language; one the person named keeps its name."""
        return self.stages[kind] if (name, kind) in DEFAULT_STAGES else name

    def counted(self, count: int, words: tuple[str, str]) -> str:
        return f"{count} {words[count != 1]}"


ENGLISH_COLUMNS = {
    Column.DATE: "Date",
    Column.ACTIVITY: "Activity",
    Column.EMPLOYER: "Employer",
    Column.ADDRESS: "Address",
    Column.LINK: "Link",
    Column.ROLE: "Role",
    Column.HOW: "How",
    Column.PERSON: "Person contacted",
    Column.CONTACT: "Phone or email",
    Column.RESULT: "Result",
    Column.HISTORY: "History",
}
ENGLISH_KINDS = {
    ActivityKind.APPLICATION: ("application", "applications"),
    ActivityKind.INTERVIEW: ("interview", "interviews"),
    ActivityKind.STEP: ("other step", "other steps"),
    ActivityKind.MESSAGE: ("message", "messages"),
}

GENERIC = Wording(
    language="en",
    size=None,
    week_begins=MONDAY,
    day=named,
    short_day=named_short,
    week=named_week,
    number_format="d mmm yyyy",
    title="Work-search report",
    name="Name",
    reference="Reference",
    period="Period",
    made_on="Made on",
    page="Page {page} of {pages}",
    as_of="As of",
    week_column="Week",
    nothing="No activity in this week.",
    totals="Totals",
    total="All weeks",
    activities=("activity", "activities"),
    columns=ENGLISH_COLUMNS,
    paper_columns=(
        "Date", "Activity", "Employer, address, link", "Role", "How", "Person contacted",
        "Result and history",
    ),
    kinds=ENGLISH_KINDS,
    stages={kind: name for name, kind in DEFAULT_STAGES},
    outcomes={outcome: outcome_name(outcome) for outcome in Outcome},
    interviews={kind: interview_kind_name(kind) for kind in InterviewKind},
    results={result: interview_result_name(result) for result in InterviewResult},
    signatures=("Date", "Signature"),
)  # fmt: skip
