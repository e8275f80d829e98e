"""F6: the keyboard goes round the parts of the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtWidgets import QApplication, QWidget


@dataclass(frozen=True, slots=True)
class Pane:
    """`enter` puts the keyboard into the widget's part of the window."""

    widget: QWidget
    enter: Callable[[], None]


def step(panes: Sequence[Pane], by: int) -> None:
    """Go from the pane that has the focus to the next (1) or the one before (-1)."""
    shown = [pane for pane in panes if pane.widget.isVisible()]
    focus = QApplication.focusWidget()
    inside = [at for at, pane in enumerate(shown) if _holds(pane.widget, focus)]
    if shown:
        # Of panes within each other the last is meant.
        at = (inside[-1] + by) % len(shown) if inside else 0
        shown[at].enter()


def _holds(widget: QWidget, focus: QWidget | None) -> bool:
    return focus is not None and (widget is focus or widget.isAncestorOf(focus))
