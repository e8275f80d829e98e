"""Says what lines are, wherever the person is: in one of the lists, or in the posting."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Signal

from ats.gui.capture.arrangement import Arrangement
from ats.gui.capture.line_kinds import LABELS, REQUIREMENT, LineKind
from ats.gui.capture.line_list import LineList
from ats.gui.capture.line_places import Chosen, chosen_at, chosen_in
from ats.gui.capture.line_sections import LineSections
from ats.gui.capture.posting_view import PostingView


class Labelling(QObject):
    """`handlers` are the actions that can be carried out where the keyboard is, or was last.
    `changed` tells that these may be others now."""

    changed = Signal()

    def __init__(self, sections: LineSections, view: PostingView, parent: QObject) -> None:
        super().__init__(parent)
        self._sections, self._view = sections, view
        self._arrangement: Arrangement | None = None
        self._at: LineList | PostingView = view
        for each in (view, *sections.lists()):
            each.installEventFilter(self)
        view.label_wanted.connect(self._label_words)
        view.selectionChanged.connect(self.changed)

    def show_arrangement(self, arrangement: Arrangement | None) -> None:
        self._arrangement, self._at = arrangement, self._view

    def handlers(self) -> dict[str, Callable[[], None]]:
        """The actions that say what a line is, by their ids."""
        found: dict[str, Callable[[], None]] = {}
        at = self._at
        there = self._arrangement is not None
        labels = at.labels() if isinstance(at, LineList) else LABELS if there else ()
        for label in labels:
            found[label.action] = partial(self.label, label.kind)
        if at is self._view and self._view.selected_span() is not None:
            found[REQUIREMENT] = lambda: self._require(self._chosen())
        return found

    def label(self, kind: LineKind | None) -> None:
        """Say what the current item, the selected words or the line of the cursor are."""
        self._sections.finish_editing()
        if isinstance(self._at, LineList):
            self._at.label_current(kind)
        else:
            self._label(self._chosen(), kind, None)

    def add_requirement(self) -> bool:
        """Make the selected words requirements; whether any were selected."""
        selected = self._view.selected_span() is not None
        if selected:
            self._require(self._chosen())
        return selected

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The keys are about the list, or the posting, that had the keyboard last."""
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, LineList | PostingView):
            self._at = watched
            self.changed.emit()
        return super().eventFilter(watched, event)

    def _label_words(self, action: str) -> None:
        """By mouse: what the bar or the menu beside the words says."""
        self._at = self._view
        handler = self.handlers().get(action)
        if handler is not None:
            handler()

    def _require(self, chosen: Chosen) -> None:
        """What is a requirement already stays as it is."""
        asked = [i for i in chosen.items if i.kind in (LineKind.MUST, LineKind.NICE)]
        others = tuple(item for item in chosen.items if item not in asked)
        if others or chosen.places:
            self._label(Chosen(others, chosen.places), None, LineKind.MUST)
        elif asked:
            self._sections.go_to(asked[0].key)
            self._view.select_nothing()

    def _label(self, chosen: Chosen, kind: LineKind | None, near: LineKind | None) -> None:
        """Give items and places a kind; without one, `near` says that they are requirements of
        the kind around them, and else they are nothing."""
        keys = [item.key for item in chosen.items]
        if kind is None and near is None:
            self._sections.lines.relabel(keys, None)
        elif self._arrangement is not None:
            text = self._arrangement.reading.text
            found = [(text[slice(*span)], span) for span in chosen.places]
            self._sections.add_requirements(found, kind, keys)
        if self._view.textCursor().hasSelection():
            self._view.select_nothing()

    def _chosen(self) -> Chosen:
        if self._arrangement is None:
            return Chosen()
        text, lines = self._arrangement.reading.text, self._arrangement.lines
        items = self._sections.lines.items
        span = self._view.selected_span()
        if span is not None:
            return chosen_in(text, lines, items, span)
        return chosen_at(text, lines, items, self._view.cursor_place())
