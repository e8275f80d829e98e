"""Postings: kept verbatim with an application that was tracked without one."""

from __future__ import annotations

from ats.commands.applications import add_requirements
from ats.commands.capture import from_reading
from ats.domain.posting import Posting, Requirement
from ats.domain.problem import Problem
from ats.domain.reading import Reading
from ats.store import Store


def keep_posting(store: Store, application_id: int, reading: Reading, *, link: str = "") -> int:
    """Keep a posting that was read with an application; its id. What was read as requirements
    is added where the application has none yet; its facts stay as they are. An earlier posting
    stays too. Raises Problem for an empty text."""
    if not reading.text.strip():
        raise Problem("There’s no text to keep. Copy the posting, then try again.")
    found = from_reading(reading)
    with store.step("Add posting") as rows:
        posting_id = rows.add(
            Posting(
                application_id=application_id,
                text=reading.text,
                html=reading.html,
                link=found.link or link.strip(),
                captured_at=store.now(),
                reading=found.reading,
            )
        )
        if rows.find(Requirement, application_id=application_id) is None:
            add_requirements(rows, application_id, posting_id, found.requirements)
    return posting_id
