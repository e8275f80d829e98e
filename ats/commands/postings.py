"""Postings: kept verbatim with an application that was tracked without one."""

from __future__ import annotations

from collections.abc import Sequence

from ats.commands.applications import NewRequirement
from ats.domain.posting import Posting, Requirement
from ats.domain.problem import Problem
from ats.store import Rows, Store


def add_posting(
    store: Store,
    application_id: int,
    text: str,
    *,
    html: str | None = None,
    link: str = "",
    reading: str = "{}",
    requirements: Sequence[NewRequirement] = (),
) -> int:
    """Keep a posting with an application, and the requirements read from it; the posting's
    id. Earlier postings stay. `reading` is the reader's answer as JSON. Raises Problem for an
    empty text."""
    if not text.strip():
        raise Problem("There’s no text to keep. Copy the posting, then try again.")
    with store.step("Add posting") as rows:
        posting_id = rows.add(
            Posting(
                application_id=application_id,
                text=text,
                html=html,
                link=link.strip(),
                captured_at=store.now(),
                reading=reading,
            )
        )
        _add_requirements(rows, application_id, posting_id, requirements)
    return posting_id


def _add_requirements(
    rows: Rows, application_id: int, posting_id: int, requirements: Sequence[NewRequirement]
) -> None:
    last = rows.greatest(Requirement, "position", application_id=application_id)
    first = 0 if last is None else last + 1
    for position, item in enumerate(requirements, first):
        start, end = item.span or (None, None)
        rows.add(
            Requirement(
                application_id=application_id,
                posting_id=posting_id,
                text=item.text,
                kind=item.kind,
                position=position,
                span_start=start,
                span_end=end,
            )
        )
