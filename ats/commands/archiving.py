"""The whole search as one file, and back: made while the program runs, read into an empty or a
used store."""

from __future__ import annotations

import hashlib
from codecs import BOM_UTF8
from collections.abc import Callable, Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from ats import __version__
from ats.commands.arriving import Arrived, Arriving
from ats.commands.importing import MOST_BYTES, content_of
from ats.domain.document import Document
from ats.domain.problem import Problem
from ats.exchange.archive.comparing import compared, is_empty
from ats.exchange.archive.container_in import archived_files, is_archive, read_archive
from ats.exchange.archive.container_out import Progress, Written, write_archive
from ats.exchange.archive.document import Tables, part_document, whole_document
from ats.exchange.archive.document_in import parsed_json, says_own, searched
from ats.exchange.archive.plan import Archive, ArchivedFile, ArchivePlan, Choice
from ats.exchange.exports.json_out import json_bytes
from ats.paths import document_file
from ats.store import Store
from ats.store.queries.records import records
from ats.store.queries.snapshot import snapshot
from ats.whole_file import writing_whole

_HEAD = 1024
_ROWS = 0.5  # the share of rows in bringing in an archive; the rest is putting files in place


@dataclass(frozen=True, slots=True, kw_only=True)
class Collected:
    """All that an archive is made of, read at one moment; it may be written on any thread.
    `ids` are the applications that go in, with what they refer to; None is everything."""

    tables: Tables
    data: Path
    now: datetime
    ids: frozenset[int] | None = None

    def write(self, path: Path, progress: Progress | None = None) -> Written:
        """Write the archive at `path`. `progress` gets 0 to 1 and may raise to stop. Raises
        Problem where it can't be written; an older file of that name is then as it was."""
        document = self._document()
        files = [
            (one["sha256"], document_file(self.data, one["sha256"]))
            for one in document["documents"]
        ]
        with writing_whole(path) as out:
            return write_archive(
                out,
                json_bytes(document),
                files,
                made_at=self.now,
                program=__version__,
                progress=progress,
            )

    def _document(self) -> dict[str, Any]:
        if self.ids is None:
            return whole_document(self.tables, made_at=self.now, program=__version__)
        return part_document(self.tables, self.ids, made_at=self.now, program=__version__)


def collect(store: Store, ids: Collection[int] | None = None) -> Collected:
    """Read everything, or these applications, for an archive: the search as it is at this
    moment, whatever changes while the archive is written."""
    return Collected(
        tables=snapshot(store),
        data=store.path.parent,
        now=store.now(),
        ids=None if ids is None else frozenset(ids),
    )


def save_archive(store: Store, path: Path, progress: Progress | None = None) -> Written:
    """Write everything to an archive at `path`: see `Collected.write`."""
    return collect(store).write(path, progress)


def own_archive(path: Path) -> bool:
    """Whether a file is an archive or a JSON export of this program; False also for what can't
    be read."""
    if is_archive(path):
        return True
    try:
        return _may_be_json(path) and says_own(parsed_json(path.read_bytes(), path.name))
    except (OSError, Problem):
        return False


def _may_be_json(path: Path) -> bool:
    """Whether it is worth reading: a file of any size is asked about."""
    with path.open("rb") as file:
        head = file.read(_HEAD).removeprefix(BOM_UTF8).lstrip()
    return head.startswith(b"{") and path.stat().st_size <= MOST_BYTES


def opened_archive(path: Path, progress: Progress | None = None) -> Archive:
    """Read an archive (.zip) or an own JSON export and check all of it; on any thread. Raises
    Problem for what is neither, is damaged or newer."""
    if path.suffix.lower() == ".zip" or is_archive(path):
        return read_archive(path, progress)
    content = content_of(path)
    search, made_at = searched(parsed_json(content, path.name), path.name)
    return Archive(
        name=path.name,
        sha256=hashlib.sha256(content).hexdigest(),
        made_at=made_at,
        search=search,
    )


def plan_archive(store: Store, source: Path | Archive) -> ArchivePlan:
    """What bringing in an archive or an own JSON export would do: what is new, the same, or
    differs. Nothing is written. Raises Problem as `opened_archive` does."""
    archive = source if isinstance(source, Archive) else opened_archive(source)
    return planning(store, archive)(None)


def planning(store: Store, archive: Archive) -> Callable[[Progress | None], ArchivePlan]:
    """The work of `plan_archive`, for any thread: all that it asks of the store is read now. It
    takes what gets 0 to 1 and may raise to stop."""
    tables, today = snapshot(store), store.today()
    return lambda progress: compared(tables, archive, today, progress)


def bring_in(
    store: Store,
    plan: ArchivePlan,
    choices: Mapping[int, Choice] | None = None,
    progress: Progress | None = None,
) -> Arrived:
    """Do what the plan says, as one undo step. `choices` has the number of an item and what the
    person chose for it; without a choice what is new comes in and what differs stays as it is
    here.

    `progress` gets 0 to 1 and may raise to stop. Raises Problem for a file that changed since, a
    full disk, or a store that changed so much that a match is gone or it is no longer empty.
    Nothing is then brought in, and no file stays that no document needs.
    """
    # Into an empty store the archive's stages go in place of its own, which now are in use.
    if plan.into_empty and not is_empty(snapshot(store)):
        raise Problem(
            f"Something was added meanwhile. Nothing was brought in. Open {plan.name} again."
        )
    tell = progress or (lambda done: None)
    share = _ROWS if plan.archive.files else 1.0
    put: list[Path] = []
    try:
        with store.step(f"Bring in {plan.name}") as rows:
            arriving = Arriving(store, rows, plan, choices or {}, lambda done: tell(done * share))
            arrived = arriving.all()
            # Before the step ends, so that no row tells of a file that is not in its place.
            wanted = {document.sha256 for document in rows.all(Document)}
            _keep_files(store, plan.archive, wanted, put, lambda done: tell(share + done))
    except BaseException:
        # Who hears of the step may raise when its rows are there for good, and need their files.
        needed = {document.sha256 for document in records(store, Document)}
        for place in put:
            if place.name not in needed:
                _remove(place)
        raise
    return arrived


def _keep_files(
    store: Store,
    archive: Archive,
    wanted: Collection[str],
    put: list[Path],
    progress: Progress,
) -> None:
    """Put the documents' files that are wanted in their places; the place of each new one is
    added to `put` before something is there. One that is there already is the same, since its
    name is the hash of what is in it. `progress` gets 0 to the share that files have."""
    lacking = [
        (file, place)
        for file in archive.files
        if file.sha256 in wanted
        and not _is_there(place := document_file(store.path.parent, file.sha256), file)
    ]
    size, done = sum(file.size for file, _ in lacking), 0
    with archived_files(archive) as blocks:
        for file, place in lacking:
            _make_folder(place.parent)
            if not place.exists():
                put.append(place)
            with writing_whole(place) as out:
                for block in blocks(file):
                    out.write(block)
                    done += len(block)
                    progress((1 - _ROWS) * done / size)


def _is_there(place: Path, file: ArchivedFile) -> bool:
    return place.exists() and place.stat().st_size == file.size


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(exist_ok=True)
    except OSError as error:
        reason = (error.strerror or "it failed").lower()
        raise Problem(f"Couldn’t make {folder}: {reason}.") from error


def _remove(place: Path) -> None:
    with suppress(OSError):
        place.unlink(missing_ok=True)
