"""The menus behind "Add filter" and behind each filter chip: what can be asked for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QMenu, QWidget

from ats.domain import words
from ats.domain.application import WorkMode
from ats.domain.importing import ImportBatch
from ats.domain.saved_view import ApplicationFilter
from ats.domain.stage import Outcome, Stage, StageKind
from ats.gui.applications.filter_words import Facet, import_name
from ats.gui.controls.glyphs import stage_icon
from ats.gui.icons import icon


@dataclass(frozen=True, slots=True)
class _Entry:
    text: str
    icon: str = ""


_ENTRIES = {
    Facet.STAGE: _Entry("Stage", icon="kanban"),
    Facet.OUTCOME: _Entry("Outcome", icon="check"),
    Facet.PAY: _Entry("Pay at least…", icon="banknote"),
    Facet.WORK_MODE: _Entry("Work mode", icon="map-pin"),
    Facet.TAG: _Entry("Tag", icon="tag"),
    Facet.SOURCE: _Entry("Source", icon="link"),
    Facet.IMPORT: _Entry("Imported from", icon="download"),
    Facet.NEEDS_ACTION: _Entry("Needs action"),
}


@dataclass(frozen=True, slots=True)
class Choices:
    """What the menus offer: the stages, and the texts in use ("tag", "source"), and the files
    that were imported, the latest first."""

    stages: Sequence[Stage]
    texts: Callable[[str], Sequence[str]]
    imports: Sequence[ImportBatch] = ()
    today: date | None = None


class FilterMenus:
    """`chosen` is called with the new filter, `pay_wanted` when an amount is to be asked for."""

    def __init__(
        self,
        parent: QWidget,
        choices: Choices,
        wanted: ApplicationFilter,
        chosen: Callable[[ApplicationFilter], None],
        pay_wanted: Callable[[], object],
    ) -> None:
        self._parent, self._choices, self._wanted = parent, choices, wanted
        self._chosen, self._pay_wanted = chosen, pay_wanted

    def fill(self, menu: QMenu) -> None:
        """Put everything that can be asked for into a menu."""
        menu.clear()
        for facet, entry in _ENTRIES.items():
            if facet is Facet.PAY:
                action = menu.addAction(icon(entry.icon), entry.text)
                action.triggered.connect(self._pay_wanted)
            elif facet is Facet.NEEDS_ACTION:
                self._add_needs_action(menu, entry.text)
            else:
                self._fill_facet(menu.addMenu(icon(entry.icon), entry.text), facet)

    def of(self, facet: Facet) -> QMenu | None:
        """The menu to change one thing; None where it is not chosen from a menu."""
        if facet in (Facet.PAY, Facet.NEEDS_ACTION):
            return None
        menu = QMenu(self._parent)
        self._fill_facet(menu, facet)
        return menu

    def _add_needs_action(self, menu: QMenu, name: str) -> None:
        action = menu.addAction(name)
        action.setCheckable(True)
        action.setChecked(self._wanted.needs_action)
        action.triggered.connect(
            lambda checked: self._chosen(replace(self._wanted, needs_action=checked))
        )

    def _fill_facet(self, menu: QMenu, facet: Facet) -> None:
        offered = self._offered(facet)
        for value, text, drawing in offered:
            self._add(menu, facet, value, text, drawing)
        if not offered:
            menu.addAction("None in use").setEnabled(False)

    def _offered(self, facet: Facet) -> list[tuple[Any, str, QIcon | None]]:
        if facet is Facet.STAGE:
            return [(s.id, s.name, stage_icon(s.kind)) for s in self._choices.stages]
        if facet is Facet.KIND:
            return [(k, words.stage_kind_name(k), stage_icon(k)) for k in StageKind]
        if facet is Facet.OUTCOME:
            closed = StageKind.CLOSED
            return [(o, words.outcome_name(o), stage_icon(closed, o)) for o in Outcome]
        if facet is Facet.WORK_MODE:
            return [(mode, words.work_mode_name(mode), None) for mode in WorkMode]
        if facet is Facet.IMPORT:
            today = self._choices.today
            return [(b.id, import_name(b, today), None) for b in self._choices.imports]
        what = "tag" if facet is Facet.TAG else "source"
        return [(text, text, None) for text in self._choices.texts(what)]

    def _add(self, menu: QMenu, facet: Facet, value: Any, text: str, drawing: QIcon | None) -> None:
        """Choosing adds a value, or takes one away that is asked for already. The tick is
        part of the text where the icon's place is taken."""
        now: tuple[Any, ...] = getattr(self._wanted, facet.value)
        action = menu.addAction(text.replace("&", "&&"))
        action.setCheckable(True)
        action.setChecked(value in now)
        if drawing is not None and value not in now:
            action.setIcon(drawing)
        after = tuple(v for v in now if v != value) if value in now else (*now, value)
        asked: dict[str, Any] = {facet.value: after}
        changed = replace(self._wanted, **asked)
        action.triggered.connect(lambda: self._chosen(changed))
