"""The lines of a posting under review: what each is, its words and its place, and every change
the person made, to be taken back one by one. It holds a draft, so it is changed directly."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QObject, Signal

from ats.domain.reading import Span
from ats.gui.capture.line_kinds import LineKind, kind_name

_MOST_STEPS = 500


@dataclass(frozen=True, slots=True)
class Item:
    """`key` names the item and its words in the posting; `also` are places that say it again.
    One that is not `kept` stays in sight and is left out."""

    key: str
    text: str
    kind: LineKind
    span: Span | None = None
    kept: bool = True
    also: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class _Step:
    label: str
    keys: tuple[str, ...]
    before: tuple[Item, ...]
    after: tuple[Item, ...]


class Lines(QObject):
    """`changed` follows every change; `moved_to` carries the key of the item that undo or redo
    touched."""

    changed = Signal()
    moved_to = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._items: tuple[Item, ...] = ()
        self._done: list[_Step] = []
        self._undone: list[_Step] = []

    @property
    def items(self) -> tuple[Item, ...]:
        """In the order of the text; those without a place come last."""
        return self._items

    @property
    def has_history(self) -> bool:
        """Whether anything was changed here at all."""
        return bool(self._done or self._undone)

    @property
    def undo_label(self) -> str | None:
        return self._done[-1].label if self._done else None

    @property
    def redo_label(self) -> str | None:
        return self._undone[-1].label if self._undone else None

    def show(self, items: Iterable[Item]) -> None:
        """Show these items; what was changed before is forgotten."""
        self._done.clear()
        self._undone.clear()
        self._set(tuple(items))

    def of(self, kinds: Collection[LineKind]) -> list[Item]:
        return [item for item in self._items if item.kind in kinds]

    def item(self, key: str) -> Item | None:
        return next((item for item in self._items if item.key == key), None)

    def relabel(self, keys: Collection[str], kind: LineKind | None) -> None:
        """Say what items are; None takes them off the list."""
        if kind is None:
            kept = [item for item in self._items if item.key not in keys]
            self._step("Take line off the list", keys, kept)
        else:
            self._change(keys, f"Label line “{kind_name(kind)}”", lambda item: _called(item, kind))

    def add(
        self, found: Sequence[tuple[str, Span | None]], kind: LineKind, keys: Collection[str] = ()
    ) -> list[str]:
        """Add items of a kind, and give those with these keys the same kind, as one step; the
        keys of the new ones. Texts without words are left out."""
        texts = [(" ".join(text.split()), span) for text, span in found]
        first = self._next_number()
        new = [
            Item(f"added {number}", text, kind, span)
            for number, (text, span) in enumerate((pair for pair in texts if pair[0]), first)
        ]
        items = [_called(item, kind) if item.key in keys else item for item in self._items]
        made = [item.key for item in new]
        self._step(f"Add “{kind_name(kind)}”", [*made, *keys], [*items, *new])
        return made

    def rename(self, key: str, text: str) -> None:
        """Give an item other words; none keep it as it is."""
        text = " ".join(text.split())
        if text:
            self._change([key], "Edit line", lambda item: replace(item, text=text))

    def keep(self, key: str, kept: bool) -> None:
        label = "Keep line" if kept else "Leave line out"
        self._change([key], label, lambda item: replace(item, kept=kept))

    def undo(self) -> None:
        """Take back the last change."""
        if self._done:
            step = self._done.pop()
            self._undone.append(step)
            self._go(step.before, step)

    def redo(self) -> None:
        """Make the change again that was taken back last."""
        if self._undone:
            step = self._undone.pop()
            self._done.append(step)
            self._go(step.after, step)

    def _go(self, items: tuple[Item, ...], step: _Step) -> None:
        self._set(items)
        there = [key for key in step.keys if self.item(key) is not None]
        if there:
            self.moved_to.emit(there[0])

    def _change(self, keys: Collection[str], label: str, change: Callable[[Item], Item]) -> None:
        self._step(label, keys, [change(i) if i.key in keys else i for i in self._items])

    def _step(self, label: str, keys: Iterable[str], items: Iterable[Item]) -> None:
        """Make a change, unless nothing changes."""
        before = self._items
        self._set(tuple(items), quiet=True)
        if self._items != before:
            step = _Step(label, tuple(dict.fromkeys(keys)), before, self._items)
            self._done = [*self._done, step][-_MOST_STEPS:]
            self._undone.clear()
            self.changed.emit()

    def _set(self, items: tuple[Item, ...], *, quiet: bool = False) -> None:
        # Sorting keeps the order of those without a place.
        place = [(item.span is None, item.span or (0, 0)) for item in items]
        order = sorted(range(len(items)), key=place.__getitem__)
        self._items = tuple(items[at] for at in order)
        if not quiet:
            self.changed.emit()

    def _next_number(self) -> int:
        """One more than the highest that was ever given here, also in steps taken back."""
        steps = [*self._done, *self._undone]
        known = {item.key for step in steps for item in (*step.before, *step.after)}
        known |= {item.key for item in self._items}
        numbers = [int(key[6:]) for key in known if key.startswith("added ")]
        return max(numbers, default=0) + 1


def _called(item: Item, kind: LineKind) -> Item:
    return item if item.kind is kind else replace(item, kind=kind, kept=True)
