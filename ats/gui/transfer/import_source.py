"""A file that is being imported, and the work of reading it, which runs as a job."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from ats.commands.archiving import opened_archive, own_archive
from ats.commands.import_matching import matched
from ats.commands.import_memory import Memory, read_remembering, remembered_answers
from ats.commands.importing import content_of
from ats.domain.stage import StageKind
from ats.exchange.archive.plan import Archive
from ats.exchange.imports.plan import Answers, ColumnsUnknown, ImportPlan
from ats.gui.jobs import Progress
from ats.store import Store
from ats.store.queries.duplicates import TrackedRole, tracked_roles
from ats.store.queries.stages import stages

PASTED = "Pasted table"
_READING = 0.8  # the share of reading; the rest is finding what the rows repeat
_WHOLE = (".zip", ".json")
"""Endings of files in which this program writes everything."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """What is imported. `content` is None until the file at `path` was read; it stays as it was
    then, so that corrections are made to what is on screen."""

    name: str
    path: Path | None = None
    content: bytes | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Read:
    """What a file brings, and the answers it was read with, also those of the last time.
    `sentence` says why it can't be imported as it was read, for a table of which no column is
    known to hold a role title or a company."""

    content: bytes
    plan: ImportPlan
    answers: Answers
    sentence: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What a reading needs to know of a store: the kinds of its stages by name, what was said
    about earlier files, and the roles it tracks."""

    stages: Mapping[str, StageKind]
    memory: Memory
    tracked: list[TrackedRole]
    today: date


def known_of(store: Store) -> Known:
    """What is known now."""
    return Known(
        stages={stage.name.casefold(): stage.kind for stage in stages(store)},
        memory=remembered_answers(store),
        tracked=tracked_roles(store),
        today=store.today(),
    )


def source_of(path: Path) -> Source:
    return Source(name=path.name, path=path)


def pasted(text: str) -> Source:
    """A table that was copied elsewhere."""
    return Source(name=PASTED, content=text.encode("utf-8"))


def reading_of(
    source: Source, answers: Answers, known: Known
) -> Callable[[Progress], Read | Archive]:
    """The work of reading a file with the person's answers. What this program wrote as a whole
    is no table, and comes as what it is. It raises Problem for what can't be read."""

    def work(progress: Progress) -> Read | Archive:
        progress.at(0.0)
        content = source.content
        if content is None:
            assert source.path is not None
            whole = source.path.suffix.lower() in _WHOLE and source.path.is_file()
            if whole and own_archive(source.path):
                return opened_archive(source.path, progress.at)
            content = content_of(source.path)
        try:
            plan, used = read_remembering(
                content,
                source.name,
                answers,
                memory=known.memory,
                stages=known.stages,
                progress=lambda share: progress.at(share * _READING),
            )
        except ColumnsUnknown as unknown:
            return Read(content=content, plan=unknown.plan, answers=answers, sentence=str(unknown))
        return Read(content=content, plan=matched(plan, known.tracked, known.today), answers=used)

    return work


def matching_of(read: Read, known: Known) -> Callable[[Progress], Read]:
    """The work of finding what the rows repeat, after the store has changed."""

    def work(progress: Progress) -> Read:
        progress.at(0.0)
        return replace(read, plan=matched(read.plan, known.tracked, known.today))

    return work
