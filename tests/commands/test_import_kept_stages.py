"""What a row says of the stage and is not taken, is told: where its application stays, and why."""

from __future__ import annotations

from ats.commands.applications import NewApplication, add_application
from ats.commands.import_kept_stages import KeptStage, WhyKept
from ats.commands.importing import ImportResult, expected_result, import_plan, plan_import
from ats.domain.importing import Handling
from ats.domain.stage import Outcome, StageKind
from ats.store import Store
from ats.store.queries.applications import applications

APPLIED = b"Company,Role,Status,Applied\nAlpha,Welder,Applied,2026-11-02\n"


def updated(store: Store, first: bytes, text: bytes) -> ImportResult:
    """What a second file does to what the first brought, told before and after alike."""
    import_plan(store, plan_import(store, first, "first.csv"))
    plan = plan_import(store, text, "next.csv")
    expected = expected_result(store, plan, otherwise=Handling.UPDATE)
    result = import_plan(store, plan, otherwise=Handling.UPDATE)
    assert result.kept == expected.kept
    return result


def test_a_stage_without_a_day_is_not_taken(store: Store) -> None:
    result = updated(
        store, APPLIED, b"Company,Role,Status,Applied\nAlpha,Welder,Rejected,2026-11-02\n"
    )
    assert result.kept == {2: KeptStage("Applied", StageKind.APPLIED, None, WhyKept.NO_DAY)}
    assert result.undated == 1
    (row,) = applications(store)
    assert row.stage == "Applied"


def test_a_stage_of_an_earlier_day_is_not_taken(store: Store) -> None:
    result = updated(
        store,
        b"Company,Role,Status,Applied,Phone screen\nAlpha,Welder,Screening,2026-11-02,2026-11-10\n",
        b"Company,Role,Status,Applied,Interview date\n"
        b"Alpha,Welder,Interview,2026-11-02,2026-11-09\n",
    )
    assert result.kept[2].why is WhyKept.NOT_LATER
    assert (result.kept[2].stage, result.undated) == ("Screening", 1)
    (row,) = applications(store)
    assert row.stage == "Screening"


def test_a_stage_of_a_later_day_is_taken(store: Store) -> None:
    result = updated(
        store,
        APPLIED,
        b"Company,Role,Status,Applied,Interview date\n"
        b"Alpha,Welder,Interview,2026-11-02,2026-11-09\n",
    )
    assert (result.moved_on, result.kept) == (1, {})


def test_the_same_stage_and_one_behind_are_no_loss(store: Store) -> None:
    first = (
        b"Company,Role,Status,Applied,Interview date\n"
        b"Alpha,Welder,Interview,2026-11-02,2026-11-09\nBeta,Cook,Applied,2026-11-03,\n"
    )
    result = updated(
        store,
        first,
        b"Company,Role,Status,Applied,Notes\nAlpha,Welder,Applied,2026-11-02,x\n"
        b"Beta,Cook,Applied,2026-11-03,y\n",
    )
    assert [each.why for each in result.kept.values()] == [WhyKept.BEHIND, WhyKept.SAME]
    assert [each.stage for each in result.kept.values()] == ["Interviewing", "Applied"]
    assert result.undated == 0


def test_another_outcome_of_what_is_closed_is_not_taken(store: Store) -> None:
    first = b"Company,Role,Status,Applied\nAlpha,Welder,Rejected,2026-11-02\n"
    second = b"Company,Role,Status,Applied\nAlpha,Welder,Withdrawn,2026-11-02\n"
    result = updated(store, first, second)
    kept = result.kept[2]
    assert (kept.kind, kept.outcome) == (StageKind.CLOSED, Outcome.REJECTED)
    assert kept.why is WhyKept.BEHIND


def test_rows_that_add_to_an_earlier_row_stay_where_that_is(store: Store) -> None:
    text = (
        b"Company,Role,Status,Applied,Notes\nAlpha,Welder,Applied,2026-11-02,\n"
        b"Alpha,Welder,Offer,2026-11-02,x\n"
    )
    plan = plan_import(store, text, "sheet.csv")
    result = import_plan(store, plan, otherwise=Handling.UPDATE)
    assert list(result.kept) == [3]
    assert (result.kept[3].kind, result.kept[3].why) == (StageKind.APPLIED, WhyKept.NO_DAY)


def test_what_is_skipped_or_created_stays_nowhere(store: Store) -> None:
    import_plan(store, plan_import(store, APPLIED, "first.csv"))
    text = b"Company,Role,Status,Applied\nAlpha,Welder,Offer,2026-11-02\n"
    plan = plan_import(store, text, "next.csv")
    for way in (Handling.SKIP, Handling.CREATE):
        assert expected_result(store, plan, otherwise=way).kept == {}


def test_rows_of_an_application_that_was_removed_stay_where_the_first_of_them_is(
    store: Store,
) -> None:
    new = NewApplication(title="Welder", company="Alpha", link="https://alpha.example/1")
    add_application(store, new)
    text = (
        b"Company,Role,Link,Status,Applied,Notes\n"
        b"Alpha,Welder,https://alpha.example/1,Applied,2026-11-02,\n"
        b"Alpha,Welder,https://alpha.example/1,Offer,,x\n"
    )
    plan = plan_import(store, text, "sheet.csv")
    store.undo()
    expected = expected_result(store, plan, otherwise=Handling.UPDATE)
    assert (expected.created, expected.updated) == (1, 1)
    assert expected.kept == {3: KeptStage("Applied", StageKind.APPLIED, None, WhyKept.NO_DAY)}
    assert import_plan(store, plan, otherwise=Handling.UPDATE).kept == expected.kept
