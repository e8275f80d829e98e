"""How records read, on screen and on paper: names of kinds, money, dates. "today" is always
passed in."""

from __future__ import annotations

from datetime import date, datetime, time
from decimal import ROUND_HALF_EVEN, Decimal

from ats.domain.application import Application, EmploymentType, WorkMode
from ats.domain.document import DocumentKind
from ats.domain.money import Pay, PayPeriod, from_minor, symbol
from ats.domain.offer import ComponentKind, OfferComponent, OfferVersion
from ats.domain.overview import ApplicationRow
from ats.domain.posting import Coverage, RequirementKind, RequirementStatus
from ats.domain.stage import Outcome, StageKind
from ats.domain.timeline import EventKind, InterviewKind, InterviewResult

_STAGE_KINDS = {
    StageKind.SAVED: "Saved",
    StageKind.APPLIED: "Applied",
    StageKind.SCREENING: "Screening",
    StageKind.INTERVIEWING: "Interviewing",
    StageKind.OFFER: "Offer",
    StageKind.CLOSED: "Closed",
}
_OUTCOMES = {
    Outcome.ACCEPTED: "Accepted",
    Outcome.REJECTED: "Rejected",
    Outcome.WITHDRAWN: "Withdrawn",
    Outcome.DECLINED: "Declined",
    Outcome.NO_RESPONSE: "No response",
    Outcome.ROLE_GONE: "Role gone",
}
_REQUIREMENT_KINDS = {
    RequirementKind.MUST: "Must have",
    RequirementKind.NICE: "Nice to have",
    RequirementKind.DUTY: "What you will do",
    RequirementKind.CONDITION: "Conditions",
}
_STATUSES = {
    RequirementStatus.STRONG: "Strong",
    RequirementStatus.PARTIAL: "Partial",
    RequirementStatus.GAP: "Gap",
    RequirementStatus.TO_ASSESS: "To assess",
}
_WORK_MODES = {WorkMode.REMOTE: "Remote", WorkMode.HYBRID: "Hybrid", WorkMode.ONSITE: "On site"}
_EMPLOYMENT = {
    EmploymentType.FULL_TIME: "Full time",
    EmploymentType.PART_TIME: "Part time",
    EmploymentType.CONTRACT: "Contract",
    EmploymentType.TEMPORARY: "Temporary",
    EmploymentType.INTERNSHIP: "Internship",
}
_INTERVIEW_KINDS = {
    InterviewKind.PHONE: "Phone call",
    InterviewKind.VIDEO: "Video call",
    InterviewKind.ON_SITE: "On site",
    InterviewKind.TECHNICAL: "Technical",
    InterviewKind.TAKE_HOME: "Take-home task",
    InterviewKind.PANEL: "Panel",
    InterviewKind.OTHER: "Other",
}
_INTERVIEW_RESULTS = {
    InterviewResult.PENDING: "Pending",
    InterviewResult.PASSED: "Passed",
    InterviewResult.NOT_PASSED: "Not passed",
    InterviewResult.CANCELLED: "Cancelled",
}
_EVENT_KINDS = {
    EventKind.STAGE: "Stage",
    EventKind.INTERVIEW: "Interview",
    EventKind.MESSAGE: "Message",
    EventKind.NOTE: "Note",
}
_COMPONENTS = {
    ComponentKind.BASE: "Base",
    ComponentKind.BONUS: "Bonus",
    ComponentKind.SIGN_ON: "Sign-on",
    ComponentKind.EQUITY: "Equity",
    ComponentKind.PENSION: "Pension",
    ComponentKind.ALLOWANCE: "Allowance",
    ComponentKind.OTHER: "Other",
}
_OFFER_VERSIONS = {
    OfferVersion.INITIAL: "Initial",
    OfferVersion.COUNTERED: "Countered",
    OfferVersion.FINAL: "Final",
}
_DOCUMENT_KINDS = {
    DocumentKind.RESUME: "Résumé",
    DocumentKind.LETTER: "Letter",
    DocumentKind.PORTFOLIO: "Portfolio",
    DocumentKind.OTHER: "Other",
}
_PERIODS = {
    PayPeriod.HOUR: "an hour",
    PayPeriod.DAY: "a day",
    PayPeriod.WEEK: "a week",
    PayPeriod.MONTH: "a month",
    PayPeriod.YEAR: "a year",
}
_PERIOD_SHORT = {
    PayPeriod.HOUR: "/h",
    PayPeriod.DAY: "/day",
    PayPeriod.WEEK: "/week",
    PayPeriod.MONTH: "/month",
}
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

_THOUSAND = Decimal(1000)


def stage_kind_name(kind: StageKind) -> str:
    return _STAGE_KINDS[kind]


def outcome_name(outcome: Outcome) -> str:
    return _OUTCOMES[outcome]


def requirement_kind_name(kind: RequirementKind) -> str:
    return _REQUIREMENT_KINDS[kind]


def status_name(status: RequirementStatus) -> str:
    return _STATUSES[status]


def work_mode_name(mode: WorkMode) -> str:
    return _WORK_MODES[mode]


def employment_name(employment: EmploymentType) -> str:
    return _EMPLOYMENT[employment]


def interview_kind_name(kind: InterviewKind) -> str:
    return _INTERVIEW_KINDS[kind]


def interview_result_name(result: InterviewResult) -> str:
    return _INTERVIEW_RESULTS[result]


def event_kind_name(kind: EventKind) -> str:
    return _EVENT_KINDS[kind]


def component_name(kind: ComponentKind) -> str:
    return _COMPONENTS[kind]


def offer_version_name(version: OfferVersion) -> str:
    return _OFFER_VERSIONS[version]


def document_kind_name(kind: DocumentKind) -> str:
    return _DOCUMENT_KINDS[kind]


def period_name(period: PayPeriod) -> str:
    """ "a year", to stand after an amount."""
    return _PERIODS[period]


def counted(count: int, one: str, many: str | None = None) -> str:
    """ "1 gap", "2 gaps"; `many` where an s is not enough."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def covered(coverage: Coverage) -> str:
    """ "7/10", or an empty text where nothing was assessed yet."""
    return f"{coverage.covered}/{coverage.total}" if coverage.assessed else ""


def statuses(coverage: Coverage) -> str:
    """ "4 strong, 1 partial, 2 gaps, 1 to assess", leaving out what there is none of."""
    parts = [
        (coverage.strong, f"{coverage.strong} strong"),
        (coverage.partial, f"{coverage.partial} partial"),
        (coverage.gap, counted(coverage.gap, "gap")),
        (coverage.to_assess, f"{coverage.to_assess} to assess"),
    ]
    return ", ".join(text for count, text in parts if count)


def place(application: Application | ApplicationRow) -> str:
    """Where the work is: "Remote (US)", "Leeds · Hybrid"; empty where unknown."""
    parts = list(application.locations)
    mode = _WORK_MODES[application.work_mode] if application.work_mode else ""
    if mode and not any(mode.lower() in part.lower() for part in parts):
        parts.append(mode)
    return " · ".join(parts)


def amount(value: Decimal) -> str:
    """An amount with its thousands marked, exact: "117,500", "45.50"."""
    if value == value.to_integral_value():
        return f"{value.to_integral_value():,}"
    places = max(2, -int(value.as_tuple().exponent))
    return f"{value:,.{places}f}"


def pay_short(pay: Pay) -> str:
    """Pay as a card shows it: "$118–132k", "€104,000", "$45–60/h"; empty where unknown.

    Thousands are rounded only in a range of yearly or other large amounts, half to even.
    """
    return _pay(pay, short=True) + (_PERIOD_SHORT.get(pay.period, "") if pay and pay.period else "")


def pay_long(pay: Pay) -> str:
    """Pay in full: "$117,500–132,200 a year"; empty where unknown."""
    after = f" {_PERIODS[pay.period]}" if pay and pay.period else ""
    return _pay(pay, short=False) + after


def _pay(pay: Pay, *, short: bool) -> str:
    least, most, sign = pay.least_amount, pay.most_amount, symbol(pay.currency)
    if least is not None and most is not None and least != most:
        if short and least >= 10 * _THOUSAND:
            low, high = _thousands(least), _thousands(most)
            return f"{sign}{low}k" if low == high else f"{sign}{low}–{high}k"
        return f"{sign}{amount(least)}–{amount(most)}"
    if most is not None:
        return f"{sign}{amount(most)}" if least is not None else f"up to {sign}{amount(most)}"
    return f"from {sign}{amount(least)}" if least is not None else ""


def _thousands(value: Decimal) -> str:
    return f"{(value / _THOUSAND).quantize(Decimal(1), ROUND_HALF_EVEN):,}"


def component_text(component: OfferComponent, currency: str) -> str:
    """ "$128,000 a year", "10% of base", "$40,000 over 48 months with a cliff of 12"."""
    if component.basis_points is not None:
        text = f"{percent(component.basis_points)} of base"
    elif component.amount is not None:
        text = symbol(currency) + amount(from_minor(component.amount, currency))
    else:
        text = ""
    if component.period:
        text += f" {period_name(component.period)}"
    if component.vesting_months:
        text += f" over {counted(component.vesting_months, 'month')}"
    if component.cliff_months:
        text += f" with a cliff of {component.cliff_months}"
    return " ".join(part for part in (text.strip(), component.note) if part)


def percent(basis_points: int) -> str:
    """Hundredths of a percent as people write them: 1250 is "12.5%"."""
    return f"{(Decimal(basis_points) / 100).normalize():f}%"


def day(on: date, today: date) -> str:
    """A date: "4 Nov", with the year when it is not this year."""
    text = f"{on.day} {_MONTHS[on.month - 1]}"
    return text if on.year == today.year else f"{text} {on.year}"


def day_long(on: date, today: date, at: time | None = None) -> str:
    """A date with its weekday, and the time if any: "Thu 26 Nov, 10:00"."""
    text = f"{_DAYS[on.weekday()]} {day(on, today)}"
    return f"{text}, {clock(at)}" if at else text


def clock(at: time | datetime) -> str:
    """ "15:30"."""
    return f"{at:%H:%M}"


def due(on: date, today: date, at: time | None = None) -> str:
    """When something is due, in as few words as tell it apart: "2 days late", "Today 15:30",
    "Tomorrow", "Thu 10:00" within six days, then "30 Nov"."""
    days = (on - today).days
    if days < 0:
        return f"{counted(-days, 'day')} late"
    return f"{_coming(on, today)} {clock(at)}" if at else _coming(on, today)


def left(until: date, today: date) -> str:
    """How long a deadline leaves: "7 days left", "Last day"; later "Until 30 Dec"; "3 days ago"
    when it has passed."""
    days = (until - today).days
    if days < 0:
        return ago(until, today)
    if days == 0:
        return "Last day"
    return f"{counted(days, 'day')} left" if days <= 14 else f"Until {day(until, today)}"


def ago(on: date, today: date) -> str:
    """How long since: "Today", "Yesterday", "3 days ago", then the date; days to come as
    `due` has them."""
    days = (today - on).days
    if days < 0:
        return due(on, today)
    if days < 2:
        return ("Today", "Yesterday")[days]
    return f"{days} days ago" if days <= 14 else day(on, today)


def _coming(on: date, today: date) -> str:
    days = (on - today).days
    if days < 2:
        return ("Today", "Tomorrow")[days]
    return _DAYS[on.weekday()] if days < 7 else day(on, today)
