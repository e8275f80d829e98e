"""New rows by the thousand: one undo step like any other, or nothing at all."""

from __future__ import annotations

import sqlite3
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ats.commands.applications import NewApplication, add_application, set_notes
from ats.domain.application import Application, ApplicationNotes
from ats.domain.company import ApplicationContact, Company, Contact
from ats.domain.importing import ImportedValue
from ats.domain.posting import Posting
from ats.domain.stage import Stage
from ats.domain.stored_text import storable
from ats.domain.timeline import Event, EventKind, Interview, InterviewKind
from ats.store import Bulk, Changes, Store
from ats.store.queries.records import records
from ats.store.queries.search import matching
from tests.commands.test_undo_of_everything import dump
from tests.exchange.searches import empty_store


def add(store: Store, bulk: Bulk, titles: list[str]) -> range:
    now = store.now()
    ids = bulk.add(
        Application,
        title=titles,
        stage_id=[1] * len(titles),
        created_at=[now] * len(titles),
    )
    bulk.add(ApplicationNotes, application_id=ids, text=[f"note {title}" for title in titles])
    return ids


def add_and_fail(store: Store, bulk: Bulk) -> None:
    add(store, bulk, ["Baker"])
    bulk.add(Company, name=["Alpha", "ALPHA"])


def is_sound(store: Store) -> bool:
    assert store.connection.execute("pragma foreign_key_check").fetchall() == []
    store.connection.execute("insert into search(search, rank) values ('integrity-check', 1)")
    return True


def schema(store: Store) -> list[Any]:
    return (
        store.connection.execute(
            "select name, sql from sqlite_master where type = 'trigger' order by name"
        ).fetchall()
        + store.connection.execute(
            "select name, sql from sqlite_temp_master order by name"
        ).fetchall()
    )


def test_a_bulk_is_found_announced_undone_and_redone(store: Store, tmp_path: Path) -> None:
    heard: list[Changes] = []
    store.listeners.append(heard.append)
    before, triggers = dump(store), schema(store)
    with store.step("Many") as rows, store.in_bulk() as bulk:
        ids = add(store, bulk, [f"Role {n}" for n in range(2_345)])
        assert len(rows.all(Stage)) > 1
    assert schema(store) == triggers
    assert heard[0].rows["application"] == frozenset(ids)
    assert len(heard[0].rows["application_notes"]) == 2_345
    assert matching(store, "note 2344") == {ids[-1]}
    after = dump(store)
    for _ in range(2):
        store.undo()
        assert dump(store) == before
        assert is_sound(store)
        store.redo()
        assert dump(store) == after
        assert is_sound(store)
        assert schema(store) == triggers
    store.close()
    again = Store.open(tmp_path / "data", clock=store.now)
    assert again.undo_label == "Many"
    again.undo()
    assert dump(again) == before
    assert is_sound(again)
    again.close()


def test_what_follows_in_the_same_step_is_undone_with_it(store: Store) -> None:
    id = add_application(store, NewApplication(title="Welder"))
    before = dump(store)
    with store.step("Both") as rows:
        rows.change(Application, id, title="Night welder")
        with store.in_bulk() as bulk:
            first, _ = add(store, bulk, ["Baker", "Nurse"])
        set_notes(store, first, "Ask about shifts")
        with store.in_bulk() as bulk:
            add(store, bulk, ["Roofer"])
        rows.remove(Application, first + 1)
    after = dump(store)
    assert matching(store, "ask shifts") == {first}
    assert is_sound(store)
    store.undo()
    assert dump(store) == before
    assert is_sound(store)
    store.redo()
    assert dump(store) == after
    assert is_sound(store)


def test_a_bulk_that_fails_leaves_nothing(store: Store) -> None:
    before, triggers = dump(store), schema(store)
    with store.step("Go on") as rows:
        with pytest.raises(sqlite3.IntegrityError), store.in_bulk() as bulk:
            add_and_fail(store, bulk)
        assert dump(store) == before
        assert schema(store) == triggers
        rows.add(Company(name="Kept"))
    assert [company.name for company in records(store, Company)] == ["Kept"]
    store.undo()
    assert dump(store) == before


def test_only_the_bulk_may_write_meanwhile(store: Store) -> None:
    id = add_application(store, NewApplication(title="Welder"))
    before = dump(store)
    with (
        pytest.raises(RuntimeError, match="beside the bulk"),
        store.step("x") as rows,
        store.in_bulk(),
    ):
        rows.add(Company(name="Alpha"))
    with (
        pytest.raises(sqlite3.IntegrityError, match="write outside a step"),
        store.step("x") as rows,
        store.in_bulk(),
    ):
        rows.change(Application, id, title="Baker")
    with (
        pytest.raises(ValueError, match="not new"),
        store.step("x"),
        store.in_bulk() as bulk,
    ):
        bulk.add(ApplicationNotes, application_id=[id], text=["Hidden from the index"])
    with pytest.raises(TypeError, match="no field"), store.step("x"), store.in_bulk() as bulk:
        bulk.add(Company, names=["Alpha"])
    with pytest.raises(RuntimeError, match="outside a step"), store.in_bulk():
        pass
    assert dump(store) == before
    assert is_sound(store)


@given(st.lists(st.text(max_size=8), min_size=1, max_size=5))
def test_any_text_comes_back(titles: list[str]) -> None:
    with empty_store() as store:
        with store.step("Some"), store.in_bulk() as bulk:
            add(store, bulk, titles)
        after = dump(store)
        store.undo()
        store.redo()
        assert dump(store) == after
        assert is_sound(store)


@given(st.lists(st.text(), min_size=2, max_size=3), st.integers(1, 3))
def test_what_is_the_same_in_all_rows_is_stored_as_it_is(texts: list[str], times: int) -> None:
    """Also what SQL would take for its own."""
    texts += ["O'Neil", "'); delete from company; --", "null", "", "7"]
    with empty_store() as store:
        for text in texts:
            with store.step("Some"), store.in_bulk() as bulk:
                add(store, bulk, [text] * (times + 1))
        titles = [record.title for record in records(store, Application)]
    assert titles == [storable(text) for text in texts for _ in range(times + 1)]


def test_columns_of_unequal_length_are_refused(store: Store) -> None:
    with pytest.raises(ValueError, match="unequal"), store.step("x"), store.in_bulk() as bulk:
        bulk.add(Company, name=["Alpha", "Beta"], website=["alpha.example"])
    assert records(store, Company) == []


def test_every_kind_of_words_is_found(store: Store) -> None:
    """The index asks only the tables that got rows with words."""
    now, day = store.now(), store.today()
    with store.step("All"), store.in_bulk() as bulk:
        (company,) = bulk.add(Company, name=["Alpha bakery"])
        (contact,) = bulk.add(Contact, name=["Ada Lark"])
        (id,) = bulk.add(
            Application, title=["Baker"], stage_id=[1], company_id=[company], created_at=[now]
        )
        bulk.add(ApplicationContact, application_id=[id], contact_id=[contact])
        bulk.add(ImportedValue, application_id=[id], header=["Shift"], value=["nocturnal"])
        bulk.add(Posting, application_id=[id], text=["sourdough"], captured_at=[now])
        (event,) = bulk.add(
            Event,
            application_id=[id],
            kind=[EventKind.INTERVIEW],
            on=[day],
            title=["Tasting"],
            recorded_at=[now],
        )
        bulk.add(Interview, event_id=[event], kind=[InterviewKind.PANEL], people=["Mr Finch"])
    for word in "alpha lark baker nocturnal sourdough tasting finch".split():
        assert matching(store, word) == {id}, word
    assert is_sound(store)
