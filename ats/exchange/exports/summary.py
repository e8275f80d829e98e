"""A summary of one application, of several, or of the whole search."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby

from ats.domain.overview import ApplicationDetail, ApplicationRow
from ats.domain.stage import Outcome, StageKind
from ats.domain.words import (
    counted,
    day,
    employment_name,
    outcome_name,
    pay_long,
    place,
    requirement_kind_name,
    statuses,
    work_mode_name,
)
from ats.exchange.exports.paper import (
    Block,
    Facts,
    Figures,
    Heading,
    Item,
    Items,
    Paper,
    Table,
    Text,
)
from ats.exchange.exports.summary_items import (
    event_item,
    interview_item,
    offer_facts,
    offer_title,
    requirement_item,
)
from ats.exchange.exports.summary_options import Section, SummaryOptions, contact_line, left_out

_SEARCH = "Job search"
_BESIDE = ("Status", "Requirement", "Evidence and what to say")


def summary(
    details: Sequence[ApplicationDetail],
    today: date,
    options: SummaryOptions | None = None,
    title: str = "",
) -> Paper:
    """One application in full, or a list of many and each of them, in the order given. `title`
    names the whole; without it, one application has its own and many are the job search."""
    options = options or SummaryOptions()
    shown = left_out(details, options)
    if len(shown) == 1:
        title = title or title_of(shown[0].row)
        blocks = [*_application(shown[0], options, 1), *_head_end(options, today)]
    else:
        title = title or _SEARCH
        blocks = [*_cover(title, shown, today, options), *_each(shown, options)]
    return Paper(
        title=title, blocks=tuple(blocks), about=f"As of {long_day(today)}", size=options.size
    )


def title_of(row: ApplicationRow) -> str:
    """An application on one line: "Backend Engineer, Confluent"."""
    return ", ".join(part for part in (row.title, row.company) if part)


def long_day(on: date | None) -> str:
    """A day with its year, which paper outlives: "26 Nov 2026"; empty where unknown."""
    return "" if on is None else day(on, date.min)


def stands(row: ApplicationRow) -> str:
    """Where an application is: "Closed (no response)"."""
    return row.stage + (f" ({row.outcome.value.replace('_', ' ')})" if row.outcome else "")


def _cover(
    title: str, details: Sequence[ApplicationDetail], today: date, options: SummaryOptions
) -> Iterator[Block]:
    rows = [detail.row for detail in details]
    yield Heading(level=1, text=title, note=_said_of(len(rows), today, options))
    if rows:
        yield Figures(tuple(_figures(details)))
    if options.shows(Section.LIST) and rows:
        yield Heading(level=2, text="By stage")
        yield _counts(rows)
        yield Heading(level=2, text="All applications")
        yield _overview(rows, linked=bool(options.sections - {Section.LIST}))


def _said_of(count: int, today: date, options: SummaryOptions) -> str:
    words = [f"{counted(count, 'application')} as of {long_day(today)}"]
    if options.name.strip() and options.names:
        words.insert(0, options.name.strip())
    if options.audience.strip():
        words.append(f"for {options.audience.strip()}")
    return " · ".join(words)


def _figures(details: Sequence[ApplicationDetail]) -> Iterator[tuple[str, str]]:
    rows = [detail.row for detail in details]
    applied = sum(row.applied_on is not None for row in rows)
    yield f"{applied:,}", "applied"
    yield f"{sum(row.is_open for row in rows):,}", "open"
    interviews = sum(event.interview is not None for d in details for event in d.events)
    yield f"{interviews:,}", "interview" if interviews == 1 else "interviews"
    offers = sum(_was_offered(detail) for detail in details)
    yield f"{offers:,}", "offer" if offers == 1 else "offers"
    accepted = sum(row.outcome is Outcome.ACCEPTED for row in rows)
    if accepted:
        yield f"{accepted:,}", "accepted"


def _was_offered(detail: ApplicationDetail) -> bool:
    return bool(detail.offers) or any(
        event.stage_kind is StageKind.OFFER for event in detail.events
    )


def _counts(rows: Sequence[ApplicationRow]) -> Facts:
    counts = Counter(
        (row.stage_position, outcome_name(row.outcome) if row.outcome else row.stage)
        for row in rows
    )
    return Facts(tuple((stage, f"{count:,}") for (_, stage), count in sorted(counts.items())))


def _overview(rows: Sequence[ApplicationRow], *, linked: bool) -> Table:
    return Table(
        headers=("Role", "Company", "Stage", "Applied", "Next action"),
        rows=tuple(
            (row.title, row.company, stands(row), long_day(row.applied_on), _next_action(row))
            for row in rows
        ),
        weights=(3.2, 2.4, 2, 1.7, 2.8),
        links=tuple(_anchor(row) for row in rows) if linked else (),
    )


def _each(details: Sequence[ApplicationDetail], options: SummaryOptions) -> Iterator[Block]:
    if options.sections - {Section.LIST}:
        for detail in details:
            yield from _application(detail, options, 2)


def _application(detail: ApplicationDetail, options: SummaryOptions, level: int) -> Iterator[Block]:
    row = detail.row
    yield Heading(
        level=level,
        text=title_of(row),
        note=" · ".join(part for part in (stands(row), place(row)) if part),
        anchor=_anchor(row),
        opens_page=level > 1 and _is_long(detail, options),
    )
    if options.shows(Section.FACTS):
        yield Facts(tuple(pair for pair in _facts(detail) if pair[1].strip()))
    below = level + 1
    if options.shows(Section.NOTES) and detail.notes.strip():
        yield Heading(level=below, text="Notes")
        yield Text(detail.notes)
    if options.shows(Section.REQUIREMENTS):
        yield from requirements(detail, below)
    if options.shows(Section.INTERVIEWS):
        yield from _listed("Interviews", _interviews(detail), below)
    if options.shows(Section.OFFERS):
        for offer in detail.offers:
            yield Heading(level=below, text=offer_title(offer.offer))
            yield Facts(offer_facts(offer))
    if options.shows(Section.HISTORY):
        yield from _listed("History", [event_item(event) for event in detail.events], below)
    yield from _kept(detail, options, below)


def _kept(detail: ApplicationDetail, options: SummaryOptions, level: int) -> Iterator[Block]:
    if options.shows(Section.IMPORTED) and detail.imported:
        yield Heading(level=level, text="Imported fields")
        yield Facts(tuple((value.header, value.value) for value in detail.imported))
    if options.shows(Section.POSTING) and detail.posting is not None:
        yield Heading(level=level, text="Posting")
        yield Text(detail.posting.text)


def _is_long(detail: ApplicationDetail, options: SummaryOptions) -> bool:
    """Whether an application fills enough of a page to begin one."""
    parts = (
        (Section.REQUIREMENTS, len(detail.requirements) > 5),
        (Section.INTERVIEWS, len(_interviews(detail)) > 1),
        (Section.OFFERS, bool(detail.offers)),
        (Section.POSTING, detail.posting is not None),
        (Section.NOTES, len(detail.notes) > 600),
    )
    return any(there and options.shows(section) for section, there in parts)


def _head_end(options: SummaryOptions, today: date) -> Iterator[Block]:
    said = _said_of(1, today, options)
    if " · " in said:
        yield Text(said, soft=True)


def _facts(detail: ApplicationDetail) -> Iterator[tuple[str, str]]:
    row = detail.row
    yield "Stage", stands(row)
    yield "Applied", long_day(row.applied_on)
    yield "Next action", _next_action(row)
    yield "Deadline", long_day(row.deadline)
    yield "Pay", pay_long(row.pay)
    extras = [word for word, said in (("bonus", row.bonus), ("equity", row.equity)) if said]
    yield "With", " and ".join(extras)
    yield "Locations", "; ".join(row.locations)
    yield "Work mode", work_mode_name(row.work_mode) if row.work_mode else ""
    yield "Employment", employment_name(row.employment_type) if row.employment_type else ""
    yield "Source", row.source
    yield "Reference", row.reference
    yield "Posted", long_day(row.posted_on)
    yield "Excitement", f"{row.excitement} of 5" if row.excitement else ""
    yield "Tags", ", ".join(row.tags)
    yield "Contacts", "; ".join(contact_line(contact) for contact in detail.contacts)
    yield "Documents", "; ".join(document.name for document in detail.documents)
    yield "Link", row.link


def requirements(detail: ApplicationDetail, level: int) -> Iterator[Block]:
    """The requirements by kind, each with how it is met."""
    coverage = detail.row.coverage
    if not detail.requirements:
        return
    note = ""
    if coverage.total:
        note = f"{coverage.covered} of {coverage.total} covered: {statuses(coverage)}"
    yield Heading(level=level, text="Requirements", note=note)
    for kind, items in groupby(detail.requirements, key=lambda item: item.requirement.kind):
        yield Heading(level=level + 1, text=requirement_kind_name(kind))
        shown = tuple(requirement_item(item) for item in items)
        beside = any(item.details for item in shown)
        yield Items(items=shown, headers=_BESIDE if beside else None)


def _interviews(detail: ApplicationDetail) -> list[Item]:
    return [interview_item(event) for event in detail.events if event.interview is not None]


def _listed(heading: str, items: Sequence[Item], level: int) -> Iterator[Block]:
    if items:
        yield Heading(level=level, text=heading)
        yield Items(items=tuple(items))


def _next_action(row: ApplicationRow) -> str:
    if row.next_action is None:
        return ""
    return row.next_action + (f", {long_day(row.next_action_on)}" if row.next_action_on else "")


def _anchor(row: ApplicationRow) -> str:
    return f"application-{row.id}"
