"""Exported CSV opens right in spreadsheets and holds no formula."""

from __future__ import annotations

import csv
import io
from dataclasses import fields, replace
from pathlib import Path
from typing import Any

import pytest

from ats.commands.applications import NewApplication, add_application, set_notes
from ats.commands.contacts import add_contact
from ats.commands.demo import add_sample_data
from ats.commands.exporting import Export, ExportKind, Prepared, exported, prepare_export
from ats.commands.importing import import_plan, plan_import
from ats.commands.next_actions import set_next_action
from ats.commands.stages import move
from ats.domain.importing import ImportedValue
from ats.domain.problem import Problem
from ats.domain.timeline import Event, Interview
from ats.exchange.application_columns import COLUMNS, guarded, unguarded
from ats.store import Store
from ats.store.queries.records import records
from tests.conftest import FixedClock
from tests.exchange.searches import empty_store, told

TRIGGERS = ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠", " ="]
FIELDS = [
    "title", "company", "reference", "link", "source", "notes", "locations", "tags", "contact",
    "next_action", "move_note", "imported_header", "imported_value",
]  # fmt: skip


def rows_of(content: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def add(store: Store, field: str, text: str) -> None:
    """An application that holds the text in one field."""
    plain: dict[str, Any] = {"title": "Welder", "company": "Alpha"}
    if field in {item.name for item in fields(NewApplication)}:
        plain[field] = (text,) if field in ("locations", "tags") else text
    notes = plain.pop("notes", "")
    id = add_application(store, NewApplication(**plain))
    set_notes(store, id, notes)
    if field == "contact":
        add_contact(store, text, application_id=id)
    if field == "next_action":
        set_next_action(store, id, text)
    if field == "move_note":
        move(store, [id], 2, note=text)
    if field.startswith("imported"):
        header, value = (text, "x") if field == "imported_header" else ("Header", text)
        with store.step("Keep value") as rows:
            rows.add(ImportedValue(application_id=id, header=header, value=value))


@pytest.mark.parametrize("trigger", TRIGGERS)
def test_no_cell_begins_a_formula_and_all_come_back(store: Store, trigger: str) -> None:
    for field in FIELDS:
        add(store, field, f"{trigger}1+1")
    content = exported(store, ".csv")
    cells = [cell for row in rows_of(content) for cell in row]
    assert not [cell for cell in cells if cell[:1] in set("\t\r\n")]
    assert not [cell for cell in cells if cell.lstrip()[:1] in set("=+-@＝＋－＠") - {""}]
    assert any(cell.startswith("'") for cell in cells)
    with empty_store() as other:
        import_plan(other, plan_import(other, content, "export.csv"))
        assert told(other) == told(store)


@pytest.mark.parametrize("text", ["'=1", "''=1", "'", "'a", "it's", "' =1", "a=1", "1-2"])
def test_an_apostrophe_of_the_persons_own_stays(text: str) -> None:
    assert unguarded(guarded(text)) == text


def test_form_of_the_file(store: Store) -> None:
    add(store, "notes", 'She said "hello",\nthen left')
    content = exported(store, ".csv")
    marked = prepare_export(store, Export(ending=".csv", bom=True)).content()
    assert content.startswith(b"Title,Company,")
    assert marked == b"\xef\xbb\xbf" + content
    assert b'"She said ""hello"",\nthen left"\r\n' in content
    header, row = rows_of(content)
    assert tuple(header) == COLUMNS
    assert dict(zip(header, row, strict=True))["History"] == "2026-11-23 Saved"


def test_chosen_columns_in_their_order(store: Store) -> None:
    add(store, "notes", "mine")
    export = Export(ending=".csv", columns=("company", "Title"))
    assert rows_of(prepare_export(store, export).content()) == [
        ["Company", "Title"],
        ["Alpha", "Welder"],
    ]
    with pytest.raises(Problem, match=r"There is no column “Colour”\. The columns are Title, Comp"):
        prepare_export(store, Export(ending=".csv", columns=("Colour",)))


def test_notes_and_pay_can_be_left_out(store: Store) -> None:
    add_sample_data(store)
    for what in (ExportKind.APPLICATIONS, ExportKind.EVENTS, ExportKind.REQUIREMENTS):
        whole = Export(ending=".csv", what=what)
        bare = replace(whole, notes=False, pay=False)
        headers = rows_of(prepare_export(store, bare).content())[0]
        left_out = set(rows_of(prepare_export(store, whole).content())[0]) - set(headers)
        assert left_out
        assert not {name for name in headers if "note" in name.lower() or "pay " in name.lower()}
    text = prepare_export(store, Export(ending=".csv", notes=False)).content().decode()
    written = [event.note for event in records(store, Event)]
    for talk in records(store, Interview):
        written += [talk.preparation, talk.questions, talk.went]
    assert any(written)
    assert not [note for note in written if note and note in text]


def test_only_the_chosen_rows_in_their_order(store: Store) -> None:
    from ats.store.queries.applications import applications

    for title in ("Baker", "Nurse", "Welder"):
        add_application(store, NewApplication(title=title))
    rows = sorted(applications(store), key=lambda row: row.title, reverse=True)[:2]
    table = rows_of(exported(store, ".csv", rows=rows))
    assert [row[0] for row in table] == ["Title", "Welder", "Nurse"]


def test_the_day_of_adding_is_the_persons_own_day(store: Store, clock: FixedClock) -> None:
    clock.time = clock.time.replace(hour=0, minute=30)  # 22 November in UTC
    add_application(store, NewApplication(title="Welder"))
    today = store.today()
    assert b"Welder" in exported(store, ".csv", since=today, until=today)


def test_events_and_offers(store: Store) -> None:
    add_sample_data(store)
    events = rows_of(exported(store, ".csv", ExportKind.EVENTS))
    assert ["Analytics Lead", "Brightwater Health", "2026-11-20"] in [row[:3] for row in events]
    offers = rows_of(exported(store, ".csv", ExportKind.OFFERS))
    assert [row[6:11] for row in offers[1:]] == [
        ["base", "66000", "GBP", "", "year"],
        ["bonus", "", "GBP", "5", ""],
        ["pension", "", "GBP", "8", ""],
    ]


def everything(store: Store) -> Prepared:
    return prepare_export(store, Export(ending=".csv", what=ExportKind.EVERYTHING))


def test_several_files_of_a_long_name(store: Store, tmp_path: Path) -> None:
    add_sample_data(store)
    written = everything(store).write(tmp_path / f"{'all of it ' * 6}.csv")
    assert len(written) == 5
    assert sorted(tmp_path.glob("all*")) == sorted(written)


def test_of_several_files_all_are_written_or_none(store: Store, tmp_path: Path) -> None:
    """The third has no room: that is what a full disk does."""
    resource = pytest.importorskip("resource")
    out = tmp_path / "out"
    out.mkdir()
    everything(store).write(out / "all.csv")
    before = {path: path.read_bytes() for path in out.iterdir()}
    add_sample_data(store)
    prepared = everything(store)
    sizes = [len(part.make(None)) for part in prepared.parts]
    at = sizes.index(max(sizes[1:]))
    unlimited = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (sizes[at] - 1, unlimited[1]))
    try:
        with pytest.raises(Problem, match="Nothing was changed"):
            prepared.write(out / "all.csv")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, unlimited)
    assert {path: path.read_bytes() for path in out.iterdir()} == before
