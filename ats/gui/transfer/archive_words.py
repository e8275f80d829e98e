"""How bringing in an archive reads on screen. Plain values in, sentences out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from datetime import date

from ats.commands.arriving import Arrived
from ats.domain.words import clock, counted, day
from ats.exchange.archive.plan import ArchiveItem, ArchivePlan, Choice, ItemKind, State

KINDS = {
    ItemKind.APPLICATION: ("Application", "application", "applications"),
    ItemKind.COMPANY: ("Company", "company", "companies"),
    ItemKind.CONTACT: ("Contact", "contact", "contacts"),
    ItemKind.EVIDENCE: ("Evidence", "evidence item", "evidence items"),
    ItemKind.DOCUMENT: ("Document", "document", "documents"),
    ItemKind.SAVED_VIEW: ("Saved view", "saved view", "saved views"),
}
STATES = {State.NEW: "New", State.SAME: "The same", State.DIFFERS: "Differs"}
ABOUT_DIFFERING = {
    Choice.MINE: "Keep yours",
    Choice.THEIRS: "Take the archive’s",
    Choice.BOTH: "Keep both",
}
_ABOUT_NEW = {Choice.THEIRS: "Bring in", Choice.MINE: "Leave out", Choice.BOTH: "Bring in"}
STAYS = "Stays as it is"
OUT_OF_DATE = "This is out of date: something has changed here since it was compared."


def choice_name(item: ArchiveItem, choice: Choice) -> str:
    """What a choice about an item does."""
    if item.state is State.SAME:
        return STAYS
    return (_ABOUT_NEW if item.state is State.NEW else ABOUT_DIFFERING)[choice]


def held(plan: ArchivePlan) -> str:
    """ "41 applications, 12 evidence items"."""
    counts = Counter(item.kind for item in plan.items)
    parts = [counted(counts[kind], one, many) for kind, (_, one, many) in KINDS.items()]
    found = [part for part, kind in zip(parts, KINDS, strict=True) if counts[kind]]
    return ", ".join(found) or "Nothing is in it"


def made(plan: ArchivePlan, today: date) -> str:
    """When an archive was made."""
    at = plan.archive.made_at.astimezone()
    return f"Made {day(at.date(), today)}, {clock(at)}."


def summary(plan: ArchivePlan) -> str:
    """What is new, what differs, what is the same."""
    if plan.into_empty:
        return "Nothing is kept here yet, so all of it comes in as it is."
    parts = [
        (plan.counts.get(State.NEW, 0), "new"),
        (plan.counts.get(State.DIFFERS, 0), "that differ from yours"),
        (plan.counts.get(State.SAME, 0), "the same as yours"),
    ]
    told = ", ".join(f"{count:,} {words}" for count, words in parts if count)
    return f"{told}. Yours stay as they are unless you say otherwise." if told else ""


def missing(plan: ArchivePlan) -> str:
    """A sentence about documents whose file is not there."""
    count = len(plan.archive.missing)
    if not count:
        return ""
    verb = "is" if count == 1 else "are"
    files = counted(count, "document’s file", "documents’ files")
    return f"{files} {verb} not in it; what is known of them comes in all the same."


def chosen(plan: ArchivePlan, choices: Mapping[int, Choice]) -> tuple[int, int]:
    """How many items come in as new, and how many of yours are replaced."""
    new = replaced = 0
    for item in plan.items:
        choice = choices.get(item.number, item.choices[0])
        if item.state is State.NEW:
            new += choice is not Choice.MINE
        elif item.state is State.DIFFERS:
            new += choice is Choice.BOTH
            replaced += choice is Choice.THEIRS
    return new, replaced


def act(new: int, replaced: int) -> str:
    """What the button does."""
    parts = []
    if new:
        parts.append(f"Bring in {new:,}")
    if replaced:
        parts.append(f"{'replace' if parts else 'Replace'} {replaced:,}")
    return " and ".join(parts) or "Bring in"


def done(arrived: Arrived) -> str:
    """ "Brought in 12 applications"."""
    if arrived.created or not arrived.updated:
        return f"Brought in {counted(len(arrived.created), 'application')}"
    return f"Replaced {counted(len(arrived.updated), 'application')}"


def done_lines(arrived: Arrived) -> tuple[str, ...]:
    """What else was done, in a few words each."""
    replaced = len(arrived.updated) if arrived.created else 0
    parts = (
        (replaced, f"{counted(replaced, 'application')} replaced"),
        (arrived.same, f"{arrived.same:,} the same as yours"),
        (arrived.kept, f"{arrived.kept:,} kept as you had them"),
        (arrived.left_out, f"{arrived.left_out:,} left out"),
        (
            len(arrived.missing),
            f"{counted(len(arrived.missing), 'document')} without a file",
        ),
    )
    return tuple(text for count, text in parts if count)
