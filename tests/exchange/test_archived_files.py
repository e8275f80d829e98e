"""The files of documents that come in with an archive: those wanted, whole, or none."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from ats.commands.applications import NewApplication, add_application
from ats.commands.archiving import bring_in, plan_archive, save_archive
from ats.domain.document import ApplicationDocument, Document, DocumentKind
from ats.domain.problem import Problem
from ats.exchange.archive.plan import Choice
from ats.paths import DOCUMENTS_FOLDER, document_file
from ats.store import Changes, Store
from ats.store.queries.records import records
from ats.store.queries.snapshot import snapshot
from tests.exchange.searches import empty_store

CONTENTS = {f"{title}.pdf": title.encode() * 400_000 for title in ("Welder", "Baker", "Nurse")}


class Stopped(Exception):
    pass


@pytest.fixture
def archive(store: Store, tmp_path: Path) -> Path:
    """Three applications, each with a document of two megabytes or more."""
    for name, content in CONTENTS.items():
        id = add_application(store, NewApplication(title=name.removesuffix(".pdf")))
        place = document_file(store.path.parent, hashlib.sha256(content).hexdigest())
        place.parent.mkdir(exist_ok=True)
        place.write_bytes(content)
        with store.step("Add document") as rows:
            document = Document(
                name=name,
                kind=DocumentKind.RESUME,
                sha256=place.name,
                size=len(content),
                added_at=store.now(),
            )
            rows.add(ApplicationDocument(application_id=id, document_id=rows.add(document)))
    path = tmp_path / "all.zip"
    save_archive(store, path)
    return path


@pytest.fixture
def other() -> Iterator[Store]:
    with empty_store() as store:
        yield store


def kept(store: Store) -> dict[str, bytes]:
    """The files of documents that a store has, by the name of the document."""
    names = {hashlib.sha256(content).hexdigest(): name for name, content in CONTENTS.items()}
    return {names[path.name]: path.read_bytes() for path in kept_files(store)}


def kept_files(store: Store) -> list[Path]:
    folder = store.path.parent / DOCUMENTS_FOLDER
    return sorted(folder.iterdir()) if folder.exists() else []


def test_how_far_it_is_is_told_file_by_file(other: Store, archive: Path) -> None:
    told: list[tuple[float, int]] = []
    plan = plan_archive(other, archive)
    bring_in(other, plan, {}, lambda done: told.append((done, len(kept_files(other)))))
    shares = [done for done, _ in told]
    assert shares == sorted(shares)
    assert shares[-1] == 1.0
    halfway = [(done, files) for done, files in told if 0.5 < done < 1.0]
    assert len(halfway) > len(CONTENTS)
    assert {files for _, files in halfway} >= {1, 2, 3}
    assert kept(other) == CONTENTS


@pytest.mark.parametrize("files", [1, 2, 3])
def test_stopped_it_leaves_nothing(other: Store, archive: Path, files: int) -> None:
    """Also no file, wherever it was stopped."""
    before = snapshot(other)

    def stop(done: float) -> None:
        if len(kept_files(other)) == files:
            raise Stopped

    with pytest.raises(Stopped):
        bring_in(other, plan_archive(other, archive), {}, stop)
    assert snapshot(other) == before
    assert kept(other) == {}
    assert bring_in(other, plan_archive(other, archive)).created


def test_a_file_that_was_there_stays_where_it_fails(other: Store, archive: Path) -> None:
    content = CONTENTS["Welder.pdf"]
    place = document_file(other.path.parent, hashlib.sha256(content).hexdigest())
    place.parent.mkdir()
    place.write_bytes(content)
    plan = plan_archive(other, archive)
    archive.unlink()
    with pytest.raises(Problem):
        bring_in(other, plan)
    assert kept(other) == {"Welder.pdf": content}


@pytest.mark.parametrize("error", [Stopped, KeyboardInterrupt])
def test_what_is_raised_when_all_is_done_takes_no_file(
    other: Store, archive: Path, error: type[BaseException]
) -> None:
    """Also where the announcement fails, the rows are there, and undo takes them back."""

    def hear(changes: Changes) -> None:
        raise error

    plan = plan_archive(other, archive)
    other.listeners.append(hear)
    with pytest.raises(error):
        bring_in(other, plan)
    assert {document.name for document in records(other, Document)} == set(CONTENTS)
    assert kept(other) == CONTENTS
    other.listeners.clear()
    other.undo()
    assert records(other, Document) == []


def test_a_lost_file_stays_found_where_the_rest_is_stopped(store: Store, archive: Path) -> None:
    """Its document was here before and needs it."""
    before = snapshot(store)
    for place in kept_files(store):
        place.unlink()

    def stop(done: float) -> None:
        if len(kept_files(store)) == 3:  # Two, and the third under way.
            raise Stopped

    with pytest.raises(Stopped):
        bring_in(store, plan_archive(store, archive), {}, stop)
    assert snapshot(store) == before
    assert len(kept(store)) == 2
    assert kept(store).items() < CONTENTS.items()


def test_files_of_what_is_left_out_stay_out(other: Store, archive: Path) -> None:
    add_application(other, NewApplication(title="Gardener"))
    plan = plan_archive(other, archive)
    left_out = {item.number: Choice.MINE for item in plan.items if "Baker" in item.title}
    assert len(left_out) == 2
    bring_in(other, plan, left_out)
    assert [document.name for document in records(other, Document)] == ["Welder.pdf", "Nurse.pdf"]
    assert set(kept(other)) == {"Welder.pdf", "Nurse.pdf"}


def test_a_file_that_was_lost_comes_back(store: Store, archive: Path) -> None:
    (place, *_) = kept_files(store)
    place.unlink()
    bring_in(store, plan_archive(store, archive))
    assert kept(store) == CONTENTS


def test_redo_finds_the_files_that_undo_left(other: Store, archive: Path) -> None:
    bring_in(other, plan_archive(other, archive))
    other.undo()
    assert records(other, Document) == []
    other.redo()
    assert {document.name for document in records(other, Document)} == set(CONTENTS)
    assert kept(other) == CONTENTS
