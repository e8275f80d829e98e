"""Whether a command did anything, for pages that tell what was done."""

from __future__ import annotations

from collections.abc import Callable
from typing import ParamSpec

from ats.gui.session import Session

P = ParamSpec("P")


def changed(
    session: Session, command: Callable[P, object], *args: P.args, **kwargs: P.kwargs
) -> bool:
    """Run a command; False where it failed, which is then told, or had nothing to change."""
    before = session.store.history()
    session.run(command, *args, **kwargs)
    return session.store.history() != before
