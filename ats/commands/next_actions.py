"""What the person means to do next on an application."""

from __future__ import annotations

from datetime import date

from ats.domain.application import NextAction
from ats.domain.problem import Problem
from ats.store import Store


def set_next_action(
    store: Store, application_id: int, text: str, due_on: date | None = None
) -> None:
    """Set or change the open next action. Raises Problem for an empty text."""
    text = " ".join(text.split())
    if not text:
        raise Problem("A next action needs some words.")
    with store.step("Set next action") as rows:
        open_action = rows.find(NextAction, application_id=application_id, done_at=None)
        if open_action is None:
            rows.add(
                NextAction(
                    application_id=application_id,
                    text=text,
                    due_on=due_on,
                    created_at=store.now(),
                )
            )
        else:
            rows.change(NextAction, open_action.id, text=text, due_on=due_on)


def complete_next_action(store: Store, application_id: int) -> None:
    """Tick the open next action off; it is kept."""
    with store.step("Complete next action") as rows:
        open_action = rows.find(NextAction, application_id=application_id, done_at=None)
        if open_action is not None:
            rows.change(NextAction, open_action.id, done_at=store.now())


def remove_next_action(store: Store, application_id: int) -> None:
    """Drop the open next action."""
    with store.step("Remove next action") as rows:
        open_action = rows.find(NextAction, application_id=application_id, done_at=None)
        if open_action is not None:
            rows.remove(NextAction, open_action.id)
