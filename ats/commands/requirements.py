"""Requirements: status, notes and what to say for each."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ats.domain.posting import Requirement, RequirementKind, RequirementStatus
from ats.domain.problem import Problem
from ats.store import Store


def add_requirement(
    store: Store,
    application_id: int,
    text: str,
    kind: RequirementKind = RequirementKind.MUST,
    *,
    posting_id: int | None = None,
    span: tuple[int, int] | None = None,
) -> int:
    """Add an item, by hand or from words selected in the posting; its id. Raises Problem for
    an empty text."""
    text = _whole(text)
    with store.step("Add requirement") as rows:
        last = rows.greatest(Requirement, "position", application_id=application_id)
        start, end = span or (None, None)
        return rows.add(
            Requirement(
                application_id=application_id,
                posting_id=posting_id,
                text=text,
                kind=kind,
                position=0 if last is None else last + 1,
                span_start=start,
                span_end=end,
            )
        )


def edit_requirement(store: Store, id: int, **fields: Any) -> None:
    """Change text, kind, note, talking_point or plan. Typing in one field is one undo step."""
    if "text" in fields:
        fields["text"] = _whole(fields["text"])
    names = ", ".join(_WORDS.get(name, name) for name in fields)
    merge = f"requirement:{id}:{','.join(sorted(fields))}"
    with store.step(f"Edit {names}", merge=merge) as rows:
        rows.change(Requirement, id, **fields)


_WORDS = {"talking_point": "what to say", "text": "requirement", "kind": "requirement kind"}


def set_status(store: Store, ids: Sequence[int], status: RequirementStatus) -> None:
    """Say how the person stands against some requirements."""
    with store.step(f"Mark as {status.replace('_', ' ')}") as rows:
        for id in ids:
            rows.change(Requirement, id, status=status)


def remove_requirements(store: Store, ids: Sequence[int]) -> None:
    """Delete requirements; the posting keeps the words."""
    with store.step("Remove requirement") as rows:
        for id in ids:
            rows.remove(Requirement, id)


def _whole(text: str) -> str:
    text = " ".join(text.split())
    if not text:
        raise Problem("A requirement needs some words.")
    return text
