"""What bringing in an archive would do: plain values, made without a store and shown before
anything is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from ats.exchange.archive.search import ArchivedSearch


class ItemKind(StrEnum):
    """What an item of an archive is, in the order in which they are listed."""

    APPLICATION = "application"
    COMPANY = "company"
    CONTACT = "contact"
    EVIDENCE = "evidence"
    DOCUMENT = "document"
    SAVED_VIEW = "saved_view"


class State(StrEnum):
    """How an item of the archive stands to the store."""

    NEW = "new"
    SAME = "same"
    DIFFERS = "differs"


class Choice(StrEnum):
    """What becomes of an item that differs. Of a new one, MINE leaves it out and the others
    bring it in; an item that is the same stays as it is."""

    MINE = "mine"
    THEIRS = "theirs"
    BOTH = "both"


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """`what` is the field as screens name it; both values as a person reads them, "" for
    nothing."""

    what: str
    mine: str
    theirs: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveItem:
    """One thing in an archive. `number` is its key in the choices; `title` and `detail` name
    it ("Welder", "Alpha · Applied"); `mine` is the id of what it matches in the store."""

    number: int
    kind: ItemKind
    title: str
    detail: str
    state: State
    mine: int | None = None
    differences: tuple[Difference, ...] = ()

    @property
    def choices(self) -> tuple[Choice, ...]:
        """What the person may choose, first what is done where they choose nothing. A name
        that can only be there once can't be kept twice."""
        match self.state:
            case State.NEW:
                return (Choice.THEIRS, Choice.MINE)
            case State.SAME:
                return (Choice.MINE,)
        if self.kind is ItemKind.COMPANY:
            return (Choice.MINE, Choice.THEIRS)
        return (Choice.MINE, Choice.THEIRS, Choice.BOTH)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivedFile:
    """A document's file in the archive; it is named by the hash of what is in it."""

    sha256: str
    size: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """An archive or own JSON file that was read and found whole. `path` is where the documents'
    files can be read again, None where there are none; `sha256` that of the JSON document."""

    name: str
    path: Path | None = None
    sha256: str
    made_at: datetime
    search: ArchivedSearch
    files: tuple[ArchivedFile, ...] = ()

    @property
    def missing(self) -> tuple[str, ...]:
        """The hashes of the documents whose file it does not hold."""
        held = {file.sha256 for file in self.files}
        wanted = dict.fromkeys(item.sha256 for item in self.search.documents)
        return tuple(sha256 for sha256 in wanted if sha256 not in held)


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchivePlan:
    """`items` are the applications first, then what they share; `into_empty` is True where
    the store holds nothing yet, so that it becomes the archive's own."""

    archive: Archive
    items: tuple[ArchiveItem, ...]
    into_empty: bool
    counts: Mapping[State, int] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return self.archive.name

    @property
    def applications(self) -> tuple[ArchiveItem, ...]:
        return tuple(item for item in self.items if item.kind is ItemKind.APPLICATION)

    @property
    def asked(self) -> tuple[ArchiveItem, ...]:
        """The items that differ, about which the person is asked."""
        return tuple(item for item in self.items if item.state is State.DIFFERS)
