"""A file that is being imported, and the work of reading it, which runs as a job."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from ats.commands.archiving import opened_archive, own_archive
from ats.commands.importing import content_of
from ats.domain.stage import StageKind
from ats.exchange.archive.plan import Archive
from ats.exchange.imports.file_in import read_import
from ats.exchange.imports.plan import Answers, ColumnsUnknown, ImportPlan
from ats.gui.jobs import Progress

PASTED = "Pasted table"
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
    """What a file brings. `sentence` says why it can't be imported as it was read, for a table
    of which no column is known to hold a role title or a company."""

    content: bytes
    plan: ImportPlan
    sentence: str = ""


def source_of(path: Path) -> Source:
    return Source(name=path.name, path=path)


def pasted(text: str) -> Source:
    """A table that was copied elsewhere."""
    return Source(name=PASTED, content=text.encode("utf-8"))


def is_table(text: str) -> bool:
    """Whether a copied text is a table: two lines or more, and most with as many tabs, commas
    or semicolons as the first."""
    lines = [line for line in text[:100_000].splitlines() if line.strip()][:50]
    if len(lines) < 2:
        return False
    for sign in "\t;,":
        count = lines[0].count(sign)
        alike = sum(line.count(sign) == count for line in lines)
        if count and (alike * 5 >= len(lines) * 4 or (sign == "\t" and alike > 1)):
            return True
    return False


def reading_of(
    source: Source, answers: Answers, stages: Mapping[str, StageKind]
) -> Callable[[Progress], Read | Archive]:
    """The work of reading a file with the person's answers; `stages` are the names in use. What
    this program wrote as a whole is no table, and comes as what it is. It raises Problem for
    what can't be read."""

    def work(progress: Progress) -> Read | Archive:
        progress.at(0.0)
        content = source.content
        if content is None:
            assert source.path is not None
            if source.path.suffix.lower() in _WHOLE and own_archive(source.path):
                return opened_archive(source.path, progress.at)
            content = content_of(source.path)
        try:
            plan = read_import(content, source.name, answers, stages=stages, progress=progress.at)
        except ColumnsUnknown as unknown:
            return Read(content=content, plan=unknown.plan, sentence=str(unknown))
        return Read(content=content, plan=plan)

    return work
