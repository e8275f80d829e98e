"""From a posting that was read to an application that is kept."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from ats.commands.applications import NewApplication, NewRequirement, add_application
from ats.domain.problem import Problem
from ats.domain.reading import Reading
from ats.reading import kept, read_text
from ats.store import Store
from ats.store.queries.stages import stage_named


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
    reading = read_text(posting, today=store.today()) if isinstance(posting, str) else posting
    overrides: dict[str, Any] = {
        name: value
        for name, value in (("title", title), ("company", company), ("link", link))
        if value is not None
    }
    if title is None and not reading.title and reading.title_suggestions:
        overrides["title"] = reading.title_suggestions[0]
    if stage is not None:
        overrides["stage_id"] = stage_named(store, stage).id
    new = from_reading(reading, **overrides)
    if not new.title.strip() and not new.company.strip():
        raise Problem("The posting names no title and no company. Give one. Nothing was created.")
    return add_application(store, new)
