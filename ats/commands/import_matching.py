"""What the rows of a file repeat: applications of the store, or earlier rows. It only tells;
nothing is merged or left out by itself."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from ats.domain.importing import Match
from ats.domain.known_roles import Likeness
from ats.domain.repeats import repeats
from ats.domain.words import day
from ats.exchange.imports.plan import ImportPlan, ImportRow
from ats.store import Store
from ats.store.queries.duplicates import TrackedRole, tracked_roles

_Key = tuple[str, str, date | None, str]

_TRACKED = {
    Likeness.LINK: "You already track this role{}.",
    Likeness.DAY: "You already track this role{}.",
    Likeness.LIKELY_LINK: "You track {} at the same link{}.",
    Likeness.LIKELY: "You may already track this role: {}{}.",
}
_EARLIER = {
    Likeness.LINK: "Row {} is the same role{}.",
    Likeness.DAY: "Row {} is the same role{}.",
    Likeness.LIKELY_LINK: "Row {} has the same link: {}{}.",
    Likeness.LIKELY: "Row {} may be the same role: {}{}.",
}


def with_matches(store: Store, plan: ImportPlan) -> ImportPlan:
    """The plan with the rows marked that repeat an application of the store or an earlier
    row; for a plan that was read away from the store."""
    return matched(plan, tracked_roles(store), store.today())


def matched(plan: ImportPlan, tracked: list[TrackedRole], today: date) -> ImportPlan:
    """The same, on any thread: `tracked` is what the store holds."""
    found = _of_own(plan, tracked, today) if plan.own else _of_any(plan, tracked, today)
    return replace(plan, matches=found)


def _of_any(plan: ImportPlan, tracked: list[TrackedRole], today: date) -> dict[int, Match]:
    stored = len(tracked)
    return {
        plan.rows[role].row: (
            _tracked(tracked[of], why, today)
            if of < stored
            else _earlier(plan.rows[of - stored], why, today)
        )
        for role, of, why in repeats(tracked, plan.rows)
    }


def _of_own(plan: ImportPlan, tracked: list[TrackedRole], today: date) -> dict[int, Match]:
    """Of our own export, where two may be alike on purpose: each application accounts for one
    row with the same company, title, applied day and link."""
    known: dict[_Key, list[TrackedRole]] = {}
    for role in reversed(tracked):
        known.setdefault(_key(role), []).append(role)
    return {
        row.row: _tracked(same.pop(), Likeness.DAY, today)
        for row in plan.rows
        if (same := known.get(_key(row)))
    }


def _key(role: TrackedRole | ImportRow) -> _Key:
    return (_folded(role.title), _folded(role.company), role.applied_on, role.link.strip())


def _folded(text: str) -> str:
    return " ".join(text.split()).casefold()


def _tracked(role: TrackedRole, why: Likeness, today: date) -> Match:
    parts = (
        [_when(role, role.stage, today)]
        if why.certain
        else [_name(role), _when(role, role.stage, today)]
    )
    return Match(
        application_id=role.id,
        title=role.title,
        company=role.company,
        stage=role.stage,
        applied_on=role.applied_on,
        reason=_TRACKED[why].format(*parts),
        certain=why.certain,
    )


def _earlier(row: ImportRow, why: Likeness, today: date) -> Match:
    when = _when(row, "", today)
    parts = [row.row, when] if why.certain else [row.row, _name(row), when]
    return Match(
        row=row.row,
        title=row.title,
        company=row.company,
        stage=row.stage,
        applied_on=row.applied_on,
        reason=_EARLIER[why].format(*parts),
        certain=why.certain,
    )


def _name(role: TrackedRole | ImportRow) -> str:
    return f"“{role.title or role.company}”"


def _when(role: TrackedRole | ImportRow, stage: str, today: date) -> str:
    """ ", applied 4 Nov", else ", at Saved"."""
    if role.applied_on is not None:
        return f", applied {day(role.applied_on, today)}"
    return f", at {stage}" if stage else ""
