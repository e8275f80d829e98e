"""The lines under review: every change can be taken back, in any order of changes."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from ats.gui.capture.line_kinds import LineKind
from ats.gui.capture.lines import Item, Lines

START = (
    Item("item 0", "Bread", LineKind.MUST, (10, 15)),
    Item("item 1", "Salt", LineKind.NICE, (20, 24)),
    Item("benefit 0", "Tea", LineKind.BENEFIT),
)
KEYS = st.sampled_from(["item 0", "item 1", "benefit 0", "added 1", "nobody"])
CHANGES = st.one_of(
    st.tuples(st.just("relabel"), KEYS, st.sampled_from([*LineKind, None])),
    st.tuples(st.just("rename"), KEYS, st.sampled_from(["", "Rye  bread", "Bread"])),
    st.tuples(st.just("keep"), KEYS, st.booleans()),
    st.tuples(st.just("add"), st.sampled_from(["", "Oats"]), st.sampled_from(list(LineKind))),
)


def make(lines: Lines, change: tuple[str, str, object]) -> None:
    what, key, value = change
    match what:
        case "relabel":
            lines.relabel([key], value)  # type: ignore[arg-type]
        case "rename":
            lines.rename(key, str(value))
        case "keep":
            lines.keep(key, bool(value))
        case "add":
            lines.add([(key, (5, 9))], value)  # type: ignore[arg-type]


@given(st.lists(CHANGES, max_size=12))
def test_what_is_undone_is_as_before_and_what_is_redone_as_after(
    changes: list[tuple[str, str, object]],
) -> None:
    lines = Lines()
    lines.show(START)
    seen = [lines.items]
    for change in changes:
        make(lines, change)
        if lines.items != seen[-1]:
            seen.append(lines.items)
        assert len({item.key for item in lines.items}) == len(lines.items)
    after = list(seen)
    while lines.undo_label:
        seen.pop()
        lines.undo()
        assert lines.items == seen[-1]
    assert seen == [START]
    while lines.redo_label:
        lines.redo()
    assert lines.items == after[-1]


def test_items_stand_in_the_order_of_the_text() -> None:
    lines = Lines()
    lines.show(START)
    lines.add([("Flour", (12, 14)), ("Yeast", None)], LineKind.MUST)
    texts = [item.text for item in lines.items]
    assert texts == ["Bread", "Flour", "Salt", "Tea", "Yeast"]


def test_a_change_after_undo_leaves_nothing_to_redo() -> None:
    lines = Lines()
    lines.show(START)
    lines.keep("item 0", False)
    lines.undo()
    lines.keep("item 1", False)
    assert lines.redo_label is None


def test_adding_and_labelling_together_is_one_step() -> None:
    lines = Lines()
    lines.show(START)
    (key,) = lines.add([("Flour", (30, 35))], LineKind.NICE, ["item 0"])
    assert {item.key for item in lines.of((LineKind.NICE,))} == {key, "item 0", "item 1"}
    lines.undo()
    assert lines.items == START


def test_a_line_that_is_labelled_is_kept() -> None:
    lines = Lines()
    lines.show(START)
    lines.keep("item 0", False)
    lines.relabel(["item 0"], LineKind.NICE)
    item = lines.item("item 0")
    assert item is not None
    assert item.kept
