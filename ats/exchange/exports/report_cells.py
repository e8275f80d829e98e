"""What a line of the work-search report says, in the words of a layout."""

from __future__ import annotations

import re
from datetime import date

from ats.exchange.exports.report_layout import Column, Wording
from ats.exchange.exports.work_search import Activity, ActivityKind, Step, Week, WorkSearch


def activity_words(activity: Activity, wording: Wording) -> str:
    """ "Application", "Interview: Panel, Forecast case"; of a move, the stage: "Interviewing"."""
    if activity.reached is not None:
        return _step(activity.reached, wording)
    kind = capital(wording.kinds[activity.kind][0])
    of = wording.interviews[activity.interview] if activity.interview else ""
    more = ", ".join(part for part in (of, activity.about.strip()) if part)
    return f"{kind}: {more}" if more else kind


def result_words(activity: Activity, wording: Wording) -> str:
    """How it stood at the end of the period; of an interview, how that ended."""
    if activity.kind is ActivityKind.INTERVIEW and activity.result is not None:
        return wording.results[activity.result]
    return _step(activity.stage, wording) if activity.stage is not None else ""


def history_words(activity: Activity, wording: Wording, near: date) -> str:
    """ "Applied (3 Aug) → Screening (8 Aug) → Rejected (20 Aug)". A day that an imported file
    did not give is not made up: "Applied (3 Aug) → Rejected"."""
    return " → ".join(
        f"{_step(step, wording)} ({wording.short_day(step.on, near)})"
        if step.day_known
        else _step(step, wording)
        for step in activity.steps
    )


def _step(step: Step, wording: Wording) -> str:
    if step.outcome is not None:
        return wording.outcomes[step.outcome]
    return wording.stage_name(step.stage, step.kind)


def sheet_cells(activity: Activity, wording: Wording, near: date) -> dict[Column, date | str]:
    """A line of a spreadsheet, by column."""
    return {
        Column.DATE: activity.on,
        Column.ACTIVITY: activity_words(activity, wording),
        Column.EMPLOYER: activity.employer,
        Column.ADDRESS: activity.address,
        Column.LINK: activity.link,
        Column.ROLE: activity.role,
        Column.HOW: activity.how,
        Column.PERSON: activity.people,
        Column.CONTACT: activity.contact,
        Column.RESULT: result_words(activity, wording),
        Column.HISTORY: history_words(activity, wording, near),
    }


def paper_cells(activity: Activity, wording: Wording, near: date) -> tuple[str, ...]:
    """A line on paper, in the order of the layout's `paper_columns`."""
    where = (activity.employer, activity.address, activity.link)
    result = result_words(activity, wording)
    # A day is not parted from its month at the end of a line.
    history = re.sub(
        r"\(([^()]*)\)",
        lambda found: found[0].replace(" ", "\u00a0"),
        history_words(activity, wording, near),
    )
    plain = len(activity.steps) == 1 and activity.kind is ActivityKind.APPLICATION
    return (
        wording.day(activity.on),
        activity_words(activity, wording).replace(": ", ":\n", 1),
        "\n".join(part for part in where if part.strip()),
        activity.role,
        activity.how,
        "\n".join(part for part in (activity.people, activity.contact) if part),
        result if plain or not history else f"{result}\n{history}",
    )


def counts_words(counted: Week | WorkSearch, wording: Wording) -> str:
    """ "3 activities: 2 applications, 1 interview", or "2 applications" where that is all."""
    counts = counted.counts
    every = wording.counted(counts.total(), wording.activities)
    kinds = [
        wording.counted(counts[kind], wording.kinds[kind]) for kind in ActivityKind if counts[kind]
    ]
    return f"{every}: {', '.join(kinds)}" if len(kinds) > 1 else (kinds or [every])[0]


def totals(search: WorkSearch, wording: Wording) -> tuple[list[str], list[list[str | int]]]:
    """The head and the lines of the table of totals, the sum of all weeks last."""
    head = [
        wording.week_column,
        *(capital(wording.kinds[kind][1]) for kind in ActivityKind),
        capital(wording.activities[1]),
    ]
    lines: list[list[str | int]] = [
        [
            f"{wording.day(week.first)} – {wording.day(week.last)}",
            *(week.counts[kind] for kind in ActivityKind),
            len(week.activities),
        ]
        for week in search.weeks
    ]
    counts = search.counts
    lines.append([wording.total, *(counts[kind] for kind in ActivityKind), counts.total()])
    return head, lines


def capital(word: str) -> str:
    return word[:1].upper() + word[1:]
