"""An archive in a store that is in use: first shown, then brought in as the person chose."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from ats.commands.applications import (
    NewApplication,
    add_application,
    edit_application,
    empty_trash,
    set_notes,
    trash,
)
from ats.commands.archiving import bring_in, own_archive, plan_archive, save_archive
from ats.commands.companies import company_named
from ats.commands.contacts import add_contact
from ats.commands.evidence import add_evidence
from ats.commands.exporting import Export, prepare_export
from ats.commands.stages import add_stage, move, rename_stage
from ats.commands.timeline import add_interview, add_note, edit_interview
from ats.commands.views import save_view
from ats.domain.application import Application
from ats.domain.company import Company, Contact
from ats.domain.problem import Problem
from ats.domain.saved_view import SavedView
from ats.domain.stage import Stage, StageKind
from ats.exchange.archive.plan import ArchivePlan, Choice, ItemKind, State
from ats.store import Store
from ats.store.queries.application import application_detail
from ats.store.queries.applications import applications
from ats.store.queries.records import records
from ats.store.queries.search import matching
from ats.store.queries.snapshot import snapshot
from tests.conftest import FixedClock
from tests.exchange.searches import empty_store


@pytest.fixture
def made(store: Store, clock: FixedClock) -> dict[str, int]:
    """Three applications, each added at its own moment."""
    ids = {}
    for title in ("Welder", "Baker", "Nurse"):
        ids[title] = add_application(
            store, NewApplication(title=title, company="Alpha", link=f"https://a.example/{title}")
        )
        clock.advance(minutes=1)
    return ids


def states(plan: ArchivePlan) -> dict[str, State]:
    return {item.title: item.state for item in plan.applications}


def archived(store: Store, tmp_path: Path) -> Path:
    path = tmp_path / "all.zip"
    save_archive(store, path)
    return path


def test_new_same_and_different(store: Store, made: dict[str, int], tmp_path: Path) -> None:
    archive = archived(store, tmp_path)
    move(store, [made["Baker"]], 2, on=date(2026, 11, 20))
    set_notes(store, made["Baker"], "Warm ovens")
    trash(store, [made["Nurse"]])
    empty_trash(store)
    plan = plan_archive(store, archive)
    assert not plan.into_empty
    assert states(plan) == {"Welder": State.SAME, "Baker": State.DIFFERS, "Nurse": State.NEW}
    (baker,) = plan.asked
    told = {one.what: (one.mine, one.theirs) for one in baker.differences}
    assert told["Notes"] == ("Warm ovens", "")
    assert told["Stage"] == ("Applied", "Saved")
    assert told["History"] == ("2026-11-20 Applied; 2026-11-20 Saved", "2026-11-23 Saved")
    assert set(told) == {"Notes", "Stage", "History"}


def test_nothing_is_overwritten_without_a_choice(
    store: Store, made: dict[str, int], tmp_path: Path
) -> None:
    archive = archived(store, tmp_path)
    set_notes(store, made["Baker"], "Warm ovens")
    before = snapshot(store)
    arrived = bring_in(store, plan_archive(store, archive))
    assert (arrived.created, arrived.updated, arrived.same, arrived.kept) == ((), (), 2, 1)
    assert snapshot(store) == before
    assert store.undo_label != "Bring in all.zip"


def test_theirs_mine_or_both(store: Store, made: dict[str, int], tmp_path: Path) -> None:
    for title, id in made.items():
        set_notes(store, id, f"First thoughts on {title}")
        add_note(store, id, "Called")
    archive = archived(store, tmp_path)
    for id in made.values():
        set_notes(store, id, "Second thoughts")
        edit_application(store, id, source="A friend")
    before, steps = snapshot(store), len(store.history())
    plan = plan_archive(store, archive)
    by_title = {item.title: item.number for item in plan.applications}
    arrived = bring_in(
        store,
        plan,
        {by_title["Welder"]: Choice.THEIRS, by_title["Baker"]: Choice.BOTH},
    )
    assert arrived.updated == (made["Welder"],)
    assert (len(arrived.created), arrived.kept) == (1, 1)
    notes = {}
    for row in applications(store):
        detail = application_detail(store, row.id)
        assert detail is not None
        assert len(detail.events) == 2
        notes[(row.title, row.id in made.values())] = (detail.notes, row.source)
    assert notes == {
        ("Welder", True): ("First thoughts on Welder", ""),
        ("Baker", True): ("Second thoughts", "A friend"),
        ("Baker", False): ("First thoughts on Baker", ""),
        ("Nurse", True): ("Second thoughts", "A friend"),
    }
    assert len(store.history()) == steps + 1
    store.undo()
    assert snapshot(store) == before


def test_a_new_one_can_be_left_out(store: Store, made: dict[str, int], tmp_path: Path) -> None:
    archive = archived(store, tmp_path)
    with empty_store() as other:
        plan = plan_archive(other, archive)
        by_title = {item.title: item.number for item in plan.applications}
        arrived = bring_in(other, plan, {by_title["Baker"]: Choice.MINE})
        assert arrived.left_out == 1
        assert {row.title for row in applications(other)} == {"Welder", "Nurse"}


def test_the_same_role_added_on_two_computers(
    store: Store, made: dict[str, int], tmp_path: Path, clock: FixedClock
) -> None:
    """By its link, or by company, title and day of applying; a repeated title is not enough."""
    archive = archived(store, tmp_path)
    with empty_store() as other:
        add_application(
            other, NewApplication(title="Welder (m/f)", link="http://www.a.example/Welder/")
        )
        add_application(other, NewApplication(title="baker", company="Alpha GmbH"))
        add_application(other, NewApplication(title="Nurse", company="Beta"))
        assert states(plan_archive(other, archive)) == {
            "Welder": State.DIFFERS,
            "Baker": State.DIFFERS,
            "Nurse": State.NEW,
        }


def test_two_alike_are_two(store: Store, tmp_path: Path) -> None:
    for _ in range(3):
        add_application(store, NewApplication(title="Welder"))
    archive = archived(store, tmp_path)
    trash(store, [1])
    empty_trash(store)
    plan = plan_archive(store, archive)
    assert sorted(item.state for item in plan.applications) == ["new", "same", "same"]


def test_shared_things_are_found_and_kept(store: Store, tmp_path: Path) -> None:
    one = add_application(store, NewApplication(title="Welder", company="Alpha"))
    add_contact(store, "Ann", company="Alpha", application_id=one, phone="1")
    add_evidence(store, "Bridge")
    stage = add_stage(store, "Coffee", StageKind.SCREENING)
    move(store, [one], stage)
    save_view(store, "Coffee only", f'{{"stages": [{stage}]}}')
    with store.step("Know the company") as rows:
        rows.change(Company, company_named(rows, "Alpha") or 0, notes="Theirs")
    archive = archived(store, tmp_path)
    with empty_store() as other:
        add_stage(other, "coffee", StageKind.SCREENING)
        rename_stage(other, 3, "Phone")
        add_contact(other, "Ann", company="ALPHA", phone="2")
        with other.step("Know the company") as rows:
            rows.change(Company, 1, notes="Mine")
        plan = plan_archive(other, archive)
        asked = {item.kind: [one.what for one in item.differences] for item in plan.asked}
        assert asked == {
            ItemKind.COMPANY: ["Notes"],
            ItemKind.CONTACT: ["Phone"],
        }
        bring_in(other, plan)
        assert [(one.name, one.notes) for one in records(other, Company)] == [("ALPHA", "Mine")]
        assert [one.phone for one in records(other, Contact)] == ["2"]
        names = [one.name for one in records(other, Stage)]
        assert names == ["Saved", "Applied", "Phone", "Interviewing", "Offer", "Closed", "coffee",
                         "Screening"]  # fmt: skip
        (row,) = applications(other)
        assert (row.stage, row.company) == ("coffee", "ALPHA")
        (view,) = records(other, SavedView)
        assert view.filter == f'{{"stages": [{row.stage_id}]}}'
        taken = plan_archive(other, archive)
        bring_in(other, taken, {item.number: Choice.THEIRS for item in taken.asked})
        assert [(one.name, one.notes) for one in records(other, Company)] == [("ALPHA", "Theirs")]
        assert [one.phone for one in records(other, Contact)] == ["1"]


def test_a_part_of_the_search(store: Store, made: dict[str, int], tmp_path: Path) -> None:
    add_evidence(store, "Not asked for")
    rows = [row for row in applications(store) if row.title == "Baker"]
    for ending in (".json", ".zip"):
        path = tmp_path / f"part{ending}"
        prepare_export(store, Export(ending=ending), rows).write(path)
        assert own_archive(path)
        with empty_store() as other:
            bring_in(other, plan_archive(other, path))
            assert [row.title for row in applications(other)] == ["Baker"]
            assert not any(snapshot(other)["evidence"])


def test_what_was_removed_after_the_plan(
    store: Store, made: dict[str, int], tmp_path: Path
) -> None:
    archive = archived(store, tmp_path)
    set_notes(store, made["Baker"], "Warm ovens")
    plan = plan_archive(store, archive)
    trash(store, [made["Baker"]])
    empty_trash(store)
    before = snapshot(store)
    with pytest.raises(Problem, match="“Baker” was removed meanwhile"):
        bring_in(store, plan, {item.number: Choice.THEIRS for item in plan.asked})
    assert snapshot(store) == before


def test_lists_are_no_search(store: Store, made: dict[str, int], tmp_path: Path) -> None:
    from ats.commands.exporting import ExportKind

    path = tmp_path / "events.json"
    prepare_export(store, Export(ending=".json", what=ExportKind.EVENTS)).write(path)
    assert own_archive(path)
    with pytest.raises(Problem, match=r"events\.json lists events only, not applications"):
        plan_archive(store, path)


def test_the_archive_is_of_one_moment(store: Store, made: dict[str, int], tmp_path: Path) -> None:
    """What changes while it is written is not in it, not even in part."""
    before = snapshot(store)

    def meanwhile(done: float) -> None:
        edit_application(store, made["Baker"], title="Changed meanwhile")

    save_archive(store, tmp_path / "all.zip", meanwhile)
    with empty_store() as other:
        bring_in(other, plan_archive(other, tmp_path / "all.zip"))
        assert [row["title"] for row in snapshot(other)["application"]] == [
            row["title"] for row in before["application"]
        ]
        assert len(records(other, Application)) == 3


def test_a_store_that_was_empty_when_the_plan_was_made(
    store: Store, made: dict[str, int], tmp_path: Path
) -> None:
    """Its stages would be renamed under what was added meanwhile."""
    rename_stage(store, 2, "Sent off")
    path = archived(store, tmp_path)
    with empty_store() as other:
        plan = plan_archive(other, path)
        add_application(other, NewApplication(title="Mine", company="Beta"))
        before = snapshot(other)
        with pytest.raises(Problem, match="added meanwhile"):
            bring_in(other, plan)
        assert snapshot(other) == before
        assert bring_in(other, plan_archive(other, path)).created


def test_who_is_at_an_interview_is_found_as_the_archive_says(
    store: Store, made: dict[str, int], tmp_path: Path
) -> None:
    event = add_interview(store, made["Baker"], date(2026, 11, 20), people="Ann")
    archive = archived(store, tmp_path)
    edit_interview(store, event, people="Zoe")
    plan = plan_archive(store, archive)
    bring_in(store, plan, {item.number: Choice.THEIRS for item in plan.asked})
    store.connection.execute("insert into search(search, rank) values ('integrity-check', 1)")
    assert (matching(store, "ann"), matching(store, "zoe")) == ({made["Baker"]}, set())
    store.undo()
    store.connection.execute("insert into search(search, rank) values ('integrity-check', 1)")
    assert (matching(store, "ann"), matching(store, "zoe")) == (set(), {made["Baker"]})
