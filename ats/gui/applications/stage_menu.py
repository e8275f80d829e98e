"""The menu of stages an application can be moved to; a closed stage asks for the outcome."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QMenu, QWidget

from ats.domain.stage import Outcome, Stage, StageKind
from ats.domain.words import outcome_name
from ats.gui.controls.choice_menu import ChoiceMenu
from ats.gui.controls.glyphs import stage_icon

Chosen = Callable[[Stage, Outcome | None], None]


def stage_menu(
    title: str,
    stages: Sequence[Stage],
    chosen: Chosen,
    parent: QWidget,
    *,
    current: Stage | None = None,
) -> QMenu:
    """A menu of all stages. The current one cannot be chosen, except for another outcome."""
    menu = ChoiceMenu(title, parent)
    for stage in stages:
        if stage.kind is StageKind.CLOSED:
            inner = outcome_menu(stage, chosen, menu)
            inner.setIcon(stage_icon(stage.kind))
            menu.addSeparator()
            menu.addMenu(inner)
        else:
            action = menu.addAction(stage_icon(stage.kind), _plain(stage.name))
            action.setEnabled(current is None or stage.id != current.id)
            action.triggered.connect(lambda _=False, stage=stage: chosen(stage, None))
    return menu


def outcome_menu(stage: Stage, chosen: Chosen, parent: QWidget) -> QMenu:
    """The outcomes of a closed stage."""
    menu = ChoiceMenu(_plain(stage.name), parent)
    for outcome in Outcome:
        action = menu.addAction(stage_icon(stage.kind, outcome), outcome_name(outcome))
        action.triggered.connect(lambda _=False, outcome=outcome: chosen(stage, outcome))
    return menu


def _plain(text: str) -> str:
    return text.replace("&", "&&")
