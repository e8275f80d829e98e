"""An import is planned first, then one step; nothing is doubled, nothing is lost."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path

import pytest

from ats.commands.applications import NewApplication, add_application
from ats.commands.importing import expected_result, import_plan, plan_import
from ats.commands.stages import add_stage, remove_stage
from ats.domain.importing import Handling, ImportBatch
from ats.domain.problem import Problem
from ats.domain.stage import StageKind
from ats.exchange.exports.json_out import shown_json
from ats.store import Store
from ats.store.queries.application import application_detail
from ats.store.queries.applications import applications
from ats.store.queries.records import records
from ats.store.queries.search import matching

SHEET = b"""\
Company,Role,Status,Date applied,Link,Tags,Contact person,Notes,Description,Team size
Alpha,Welder,Interview,2025-03-02,https://a.example/1,red; blue,Ann,Call Ann,Wanted: a welder,4
Beta,Baker,Ghosted,2025-03-04,,red,,,,
alpha,WELDER,Applied,2025-03-02,https://a.example/1,,,,,
,,,,,,,only a note,,
"""


def titles(store: Store) -> list[str]:
    return [row.title for row in applications(store)]


def test_the_whole_import_is_one_step(store: Store) -> None:
    plan = plan_import(store, SHEET, "search.csv")
    assert titles(store) == []
    result = import_plan(store, plan)
    assert (result.rows, result.created, result.duplicates, result.updated) == (4, 2, 1, 0)
    assert len(plan.ignored) == 1
    assert store.undo_label == "Import search.csv"
    detail = application_detail(store, result.ids[0])
    assert detail is not None
    welder = shown_json(detail)
    assert (welder["company"], welder["stage"], welder["tags"]) == (
        "Alpha", "Interviewing", ["blue", "red"],
    )  # fmt: skip
    assert welder["imported"] == {"Status": "Interview", "Team size": "4"}
    assert [event["on"] for event in welder["events"]] == ["2025-03-02", "2025-03-02"]
    assert welder["posting"]["text"] == "Wanted: a welder"
    assert [contact["name"] for contact in welder["contacts"]] == ["Ann"]
    assert matching(store, "call ann") == {result.ids[0]}
    (batch,) = records(store, ImportBatch)
    assert (batch.file_name, batch.rows, batch.created) == ("search.csv", 4, 2)
    assert json.loads(batch.mapping)["Role"] == "title"
    store.undo()
    assert titles(store) == []
    assert records(store, ImportBatch) == []
    store.redo()
    assert titles(store) == ["Welder", "Baker"]


def test_what_is_there_is_not_created_again(store: Store) -> None:
    import_plan(store, plan_import(store, SHEET, "search.csv"))
    plan = plan_import(store, SHEET, "search.csv")
    assert plan.duplicates == {2, 3, 4}
    steps = len(store.history())
    assert import_plan(store, plan).created == 0
    assert len(store.history()) == steps


def test_what_a_row_repeats_is_told_with_its_day(store: Store) -> None:
    import_plan(store, plan_import(store, SHEET, "search.csv"))
    text = b"""\
Company,Role,Status,Date applied,Link
Alpha Ltd,Welder,Applied,,http://www.a.example/1/?utm_source=mail
Beta,Baker (m/w/d),Applied,2025-03-09,
Beta,Baker,Applied,2025-12-24,
Gamma,Nurse,Applied,2026-11-04,
Gamma,Nurse,Applied,2026-11-06,
"""
    plan = plan_import(store, text, "new.csv")
    assert {row: (match.reason, match.certain) for row, match in plan.matches.items()} == {
        2: ("You already track this role, applied 2 Mar 2025.", True),
        3: ("You may already track this role: “Baker”, applied 4 Mar 2025.", False),
        6: ("Row 5 may be the same role: “Nurse”, applied 4 Nov.", False),
    }
    result = expected_result(store, plan)
    assert (result.created, result.duplicates) == (4, 1)
    assert expected_result(store, plan, otherwise=Handling.SKIP).created == 2
    assert expected_result(store, plan, otherwise=Handling.CREATE).created == 5
    assert expected_result(store, plan, {6: Handling.SKIP}).created == 3


PEOPLE = (
    "Company,Role,Contact\n"
    'A,Cook,"Mme Lefèvre <m.lefevre@a.example>; Bo <no address>"\n'
    'A,Baker,"""Lee, Ann"" <ann@a.example>, Mme Lefèvre <other@a.example>"\n'
    "B,Cook,<ann@b.example>\n"
)


@pytest.mark.parametrize("there", [False, True])
def test_an_address_beside_a_name_is_that_of_the_person(store: Store, there: bool) -> None:
    if there:
        add_application(store, NewApplication(title="Cook", company="A"))
    plan = plan_import(store, PEOPLE.encode(), "people.csv")
    import_plan(store, plan, otherwise=Handling.UPDATE if there else None)
    connection = store.connection
    people = connection.execute("select name, email from contact order by name").fetchall()
    lefevre = "other@a.example" if there else "m.lefevre@a.example"
    assert [tuple(each) for each in people] == [
        ("<ann@b.example>", ""), ("Bo <no address>", ""), ("Lee, Ann", "ann@a.example"),
        ("Mme Lefèvre", lefevre),
    ]  # fmt: skip
    assert [row.imported for row in plan.rows] == [
        (("Contact", "Mme Lefèvre <m.lefevre@a.example>; Bo <no address>"),),
        (("Contact", '"Lee, Ann" <ann@a.example>, Mme Lefèvre <other@a.example>'),),
        (),
    ]


def test_new_rows_come_above_in_the_order_of_the_file(store: Store) -> None:
    add_application(store, NewApplication(title="Old"))
    text = "Role\n" + "".join(f"New {n}\n" for n in range(5))
    import_plan(store, plan_import(store, text.encode(), "x"))
    assert titles(store) == ["New 0", "New 1", "New 2", "New 3", "New 4", "Old"]


def test_stages_of_the_persons_own(store: Store) -> None:
    chat = add_stage(store, "Coffee chat", StageKind.SCREENING)
    text = b"Role,Status\nWelder,coffee CHAT\nBaker,Phone screen\n"
    import_plan(store, plan_import(store, text, "x"))
    assert [(row.title, row.stage) for row in applications(store)] == [
        ("Baker", "Screening"), ("Welder", "Coffee chat"),
    ]  # fmt: skip
    remove_stage(store, chat, move_to=1)
    import_plan(store, plan_import(store, b"Role,Status\nNurse,Coffee chat\n", "y"))
    assert next(row.stage for row in applications(store) if row.title == "Nurse") == "Screening"


def test_own_tables_bring_their_stages_along(store: Store, tmp_path: Path) -> None:
    from ats.commands.exporting import exported
    from ats.commands.stages import move

    chat = add_stage(store, "Coffee chat", StageKind.SCREENING)
    id = add_application(store, NewApplication(title="Welder", on=date(2026, 11, 1)))
    move(store, [id], chat)
    other = Store.open(tmp_path / "other", clock=store.now)
    import_plan(other, plan_import(other, exported(store, ".csv"), "export.csv"))
    assert [row.stage for row in applications(other)] == ["Coffee chat"]
    assert len(other.history()) == 1
    other.close()


def test_a_file_that_cannot_be_read(store: Store, tmp_path: Path) -> None:
    with pytest.raises(Problem, match="Couldn’t read"):
        plan_import(store, tmp_path / "missing.csv")
    with pytest.raises(Problem, match="Couldn’t read"):
        plan_import(store, tmp_path)


def test_many_rows_in_one_go(store: Store) -> None:
    rows = (
        f"Firm {n % 700},Role {n},Applied,2025-03-{n % 28 + 1:02},red,note {n}"
        for n in range(2_000)
    )
    text = "\n".join(["Company,Role,Status,Date applied,Tags,Notes", *rows])
    assert import_plan(store, plan_import(store, text.encode(), "many.csv")).created == 2_000
    assert len(matching(store, "note 1999") or ()) == 1
    assert len({row.position for row in applications(store)}) == 2_000
