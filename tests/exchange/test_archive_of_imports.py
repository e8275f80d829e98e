"""Rows of one import share the moment at which they were added; an archive of them is compared
row by row all the same."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

import pytest

from ats.commands.applications import edit_application, empty_trash, set_notes, trash
from ats.commands.archiving import bring_in, plan_archive, save_archive
from ats.commands.exporting import Export, prepare_export
from ats.commands.importing import import_plan, plan_import
from ats.exchange.archive.plan import ArchivePlan, Choice, State
from ats.store import Store
from ats.store.queries.applications import applications
from ats.store.queries.snapshot import snapshot
from tests.exchange.searches import empty_store

ROWS = 1_000
_TITLES = ("Welder", "Baker", "Nurse", "Cook")
_COMPANIES = ("Alpha", "Beta", "Gamma", "Delta", "Epsilon")


def imported(store: Store, lines: list[str]) -> tuple[int, ...]:
    """The ids of the applications that these lines become."""
    content = "\n".join(["Company,Role,Status,Date applied", *lines]).encode()
    result = import_plan(store, plan_import(store, content, "search.csv"))
    assert result.created == len(lines)
    return result.ids


def thousand(store: Store) -> tuple[int, ...]:
    """A thousand rows without a link, in which each role of a company comes fifty times."""
    return imported(
        store,
        [
            f"{_COMPANIES[at % 5]},{_TITLES[at % 4]},Applied,{2020 + at // 240}-"
            f"{at // 20 % 12 + 1:02}-{at % 28 + 1:02}"
            for at in range(ROWS)
        ],
    )


def archived(store: Store, tmp_path: Path) -> Path:
    path = tmp_path / "all.zip"
    save_archive(store, path)
    return path


def one_of(store: Store, id: int, tmp_path: Path) -> Path:
    """An export of this application alone."""
    path = tmp_path / "one.json"
    rows = [row for row in applications(store) if row.id == id]
    prepare_export(store, Export(ending=".json"), rows).write(path)
    return path


def remove(store: Store, ids: Collection[int]) -> None:
    trash(store, list(ids))
    empty_trash(store)


def matched(plan: ArchivePlan) -> dict[int, int | None]:
    """The id in the archive to the id here."""
    told = zip(plan.applications, plan.archive.search.applications, strict=True)
    return {one.application.id: item.mine for item, one in told}


def differing(plan: ArchivePlan) -> set[int | None]:
    return {item.mine for item in plan.applications if item.state is State.DIFFERS}


def test_each_changed_row_is_compared_with_itself(store: Store, tmp_path: Path) -> None:
    ids = thousand(store)
    archive = archived(store, tmp_path)
    noted, retitled, moved, renewed, gone = ids[::7], ids[1::70], ids[2::70], ids[3::70], ids[4::7]
    for id in noted:
        set_notes(store, id, f"About {id}")
    for id in retitled:
        edit_application(store, id, title=f"Head {id}")
    for id in moved:
        edit_application(store, id, company="Zeta")
    for id in renewed:
        edit_application(store, id, title=f"Other {id}", company="Eta", link="https://e.example")
    remove(store, gone)
    plan = plan_archive(store, archive)
    assert matched(plan) == {id: None if id in gone else id for id in ids}
    assert differing(plan) == {*noted, *retitled, *moved, *renewed} - {*gone}


def test_the_archive_can_win_row_by_row(store: Store, tmp_path: Path) -> None:
    """What was archived is there again, each row under its own id."""
    ids = thousand(store)
    archive = archived(store, tmp_path)
    before = {row["id"]: row for row in snapshot(store)["application"]}
    for at, id in enumerate(ids[::3]):
        edit_application(store, id, title=f"Title {at % 5}")
    plan = plan_archive(store, archive)
    bring_in(store, plan, {item.number: Choice.THEIRS for item in plan.applications})
    after = {row["id"]: row for row in snapshot(store)["application"]}
    assert {id: row["title"] for id, row in after.items()} == {
        id: row["title"] for id, row in before.items()
    }
    assert {item.state for item in plan_archive(store, archive).applications} == {State.SAME}


def test_in_a_store_that_numbers_them_otherwise(store: Store, tmp_path: Path) -> None:
    """Where the archive was brought in, each row has another id, and some rows never came."""
    early = imported(store, [f"Omega,Judge,Applied,2019-01-{day:02}" for day in range(1, 20)])
    ids = thousand(store)
    remove(store, {*early, *ids[5::90]})
    archive = archived(store, tmp_path)
    with empty_store() as other:
        bring_in(other, plan_archive(other, archive))
        there = matched(plan_archive(other, archive))
        kept = [id for id in ids if id not in ids[5::90]]
        assert there == dict(zip(kept, range(1, len(kept) + 1), strict=True))
        noted, retitled, gone = ids[:200:9], ids[201:400:9], ids[402:600:9]
        for id in {*noted} & there.keys():
            set_notes(other, there[id] or 0, "Changed there")
        for id in {*retitled} & there.keys():
            edit_application(other, there[id] or 0, title=f"Head {id}")
        missing = {*gone} & there.keys()
        remove(other, [there[id] or 0 for id in missing])
        plan = plan_archive(other, archive)
        assert matched(plan) == {id: None if id in missing else there[id] for id in there}


def test_a_row_that_was_removed_is_not_taken_for_another(store: Store, tmp_path: Path) -> None:
    """Same moment, same company and same title are no sign when all rows of an import have them."""
    for lines in (
        ["Alpha,Welder,Applied,2025-03-02", "Beta,Baker,Applied,2025-03-03"],
        ["Alpha,Welder,Applied,2025-03-02", "Alpha,Baker,Applied,2025-03-03"],
        ["Alpha,Welder,Applied,2025-03-02", "Beta,Welder,Applied,2025-03-03"],
    ):
        with empty_store() as other:
            first, _ = imported(other, lines)
            path = one_of(other, first, tmp_path)
            remove(other, [first])
            (item,) = plan_archive(other, path).applications
            assert item.state is State.NEW, lines


@pytest.mark.parametrize("changed", [{"title": "Head welder"}, {"company": "Zeta"}])
def test_one_row_of_many_that_was_changed_here(
    store: Store, tmp_path: Path, changed: dict[str, str]
) -> None:
    ids = thousand(store)
    path = one_of(store, ids[40], tmp_path)
    edit_application(store, ids[40], **changed)
    assert matched(plan_archive(store, path)) == {ids[40]: ids[40]}


def test_two_alike_of_which_one_is_gone_and_one_changed(store: Store, tmp_path: Path) -> None:
    ids = imported(store, [f"Alpha,Welder,Applied,2025-03-{day:02}" for day in range(2, 6)])
    archive = archived(store, tmp_path)
    remove(store, ids[:1])
    set_notes(store, ids[1], "Changed")
    assert matched(plan_archive(store, archive)) == {
        ids[0]: None, ids[1]: ids[1], ids[2]: ids[2], ids[3]: ids[3],
    }  # fmt: skip
