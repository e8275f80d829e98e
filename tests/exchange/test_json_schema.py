"""The JSON that goes out is what the schema that comes with the program says, and no field of a
record is forgotten in it."""

from __future__ import annotations

import json
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from jsonschema import Draft202012Validator

from ats.commands.demo import add_sample_data
from ats.commands.exporting import Export, ExportKind, exported, prepare_export
from ats.exchange.archive import document
from ats.store import Store
from ats.store.queries.applications import applications
from ats.store.rows import table_name
from ats.store.store import RECORDS
from tests.exchange.searches import empty_store
from tests.exchange.whole_stores import WHOLE_STORES, fill_whole

SCHEMA = json.loads(
    (Path(document.__file__).parent / "ats.schema.json").read_text(encoding="utf-8")
)
FEWER = settings(max_examples=settings.default.max_examples // 4)

# Told within what they belong to, as a list of ids, names or a text.
LINKS = {
    "application_notes", "application_contact", "application_tag", "tag", "evidence_link",
    "event_contact", "evidence_document",
}  # fmt: skip


@pytest.fixture(scope="module")
def validator() -> Draft202012Validator:
    Draft202012Validator.check_schema(SCHEMA)
    checker = Draft202012Validator.FORMAT_CHECKER
    return Draft202012Validator(SCHEMA, format_checker=checker)


@FEWER
@given(WHOLE_STORES)
def test_whatever_a_store_holds(
    validator: Draft202012Validator, whole: dict[str, list[Any]]
) -> None:
    with empty_store() as store:
        fill_whole(store, whole)
        validator.validate(json.loads(exported(store, ".json", ExportKind.EVERYTHING)))


def test_a_part_is_valid_and_holds_only_what_it_refers_to(
    validator: Draft202012Validator, store: Store
) -> None:
    add_sample_data(store)
    rows = [row for row in applications(store) if row.company == "Orchard Rail"]
    made = json.loads(prepare_export(store, Export(ending=".json"), rows).content())
    validator.validate(made)
    assert made["contains"] == "applications"
    assert {one["name"] for one in made["companies"]} == {"Orchard Rail"}
    used = {id for item in made["applications"][0]["requirements"] for id in item["evidence"]}
    assert {item["id"] for item in made["evidence"]} == used
    assert len(used) > 0


def test_every_record_and_every_field_is_in_it() -> None:
    told = SCHEMA["$defs"]
    assert {table_name(kind) for kind in RECORDS} - LINKS == set(told)
    for kind in RECORDS:
        if table_name(kind) in told:
            names = {field.name for field in fields(kind)} - {"id"}
            owners = {"application_id", "event_id", "offer_id"}
            assert names - owners <= set(told[table_name(kind)]["properties"]), kind


def test_what_is_not_in_it_is_not_valid(validator: Draft202012Validator, store: Store) -> None:
    add_sample_data(store)
    made = json.loads(exported(store, ".json", ExportKind.EVERYTHING))
    made["applications"][0]["colour"] = "red"
    assert not validator.is_valid(made)
