"""From a posting that was read to an application that is kept."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ats.commands.applications import NewApplication, NewRequirement, add_application
from ats.domain.problem import Problem
from ats.domain.reading import Reading
from ats.domain.words import counted
from ats.reading import kept, read_text
from ats.store import Store
from ats.store.queries.stages import stage_named

NAMELESS = "The posting names no title and no company. Give one. Nothing was created."


def from_reading(reading: Reading, **overrides: Any) -> NewApplication:
    """A new application with everything that was found, ready for review. Where the posting
    names no title the title stays empty; `overrides` are fields of NewApplication that the
    person set, and win."""
    found = NewApplication(
        title=reading.title or "",
        company=reading.company or "",
        locations=reading.locations,
        work_mode=reading.work_mode,
        employment_type=reading.employment_type,
        pay=reading.pay,
        bonus=reading.bonus,
        equity=reading.equity,
        deadline=reading.deadline,
        posted_on=reading.posted_on,
        reference=reading.reference or "",
        link=reading.link or "",
        requirements=tuple(
            NewRequirement(text=item.text, kind=item.kind, span=item.span) for item in reading.items
        ),
        posting_text=reading.text,
        posting_html=reading.html,
        reading=json.dumps(kept(reading), ensure_ascii=False),
    )
    return replace(found, **overrides)


def add_posting(
    store: Store,
    posting: str | Reading,
    *,
    title: str | None = None,
    company: str | None = None,
    link: str | None = None,
    stage: str | None = None,
) -> int:
    """Keep a posting as an application without review; its id.

    What the person gives wins over what was found. A posting that names no title gets the
    first suggestion. `stage` is a stage's name or kind. Raises Problem for an unknown stage,
    and where there is neither a title nor a company.
    """
    if isinstance(posting, str):
        posting = read_text(posting, today=store.today())
    given = {"title": title, "company": company, "link": link}
    return add_application(store, _new(store, posting, stage, given))


def add_postings(store: Store, postings: Sequence[Reading], stage: str | None = None) -> list[int]:
    """Keep several postings as applications, in one undo step; their ids. Each is taken as
    `add_posting` takes it, and where one can't be, nothing is created."""
    new = [_new(store, posting, stage, {}) for posting in postings]
    return add_applications(store, new)


def add_applications(store: Store, new: Sequence[NewApplication]) -> list[int]:
    """Create several applications in one undo step; their ids."""
    with store.step(f"Add {counted(len(new), 'application')}"):
        return [add_application(store, each) for each in new]


def is_nameable(reading: Reading) -> bool:
    """Whether a posting can be kept without review: it names a role or a company."""
    return bool(reading.title or reading.title_suggestions or reading.company)


def _new(
    store: Store, reading: Reading, stage: str | None, given: dict[str, str | None]
) -> NewApplication:
    overrides: dict[str, Any] = {name: value for name, value in given.items() if value is not None}
    if given.get("title") is None and not reading.title and reading.title_suggestions:
        overrides["title"] = reading.title_suggestions[0]
    if stage is not None:
        overrides["stage_id"] = stage_named(store, stage).id
    new = from_reading(reading, **overrides)
    if not new.title.strip() and not new.company.strip():
        raise Problem(NAMELESS)
    return new
