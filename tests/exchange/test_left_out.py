"""What is left out of a summary is nowhere in the file."""

from __future__ import annotations

from typing import Any

import pytest

from ats.commands.applications import NewApplication, NewRequirement, add_application, set_notes
from ats.commands.contacts import add_contact
from ats.commands.demo import add_sample_data
from ats.commands.exporting import ENDINGS as ENDINGS_OF_EXPORTS
from ats.commands.exporting import Export, ExportKind, exported, prepare_export, table_headers
from ats.commands.importing import import_plan, plan_import
from ats.commands.offers import record_offer
from ats.commands.requirements import edit_requirement
from ats.commands.stages import move
from ats.commands.timeline import add_interview, add_message, add_note
from ats.domain.money import Pay, PayPeriod
from ats.domain.offer import ComponentKind, Offer, OfferComponent
from ats.domain.posting import RequirementKind
from ats.domain.problem import Problem
from ats.exchange.exports.paper import Heading, Items
from ats.exchange.exports.summary import summary
from ats.exchange.exports.summary_options import Section, SummaryOptions
from ats.store import Store
from ats.store.queries.application import application_detail
from ats.store.queries.applications import applications

ENDINGS = [".md", ".html"]
TITLE = "Keeper of Rivers"


def fill(store: Store) -> int:
    """An application with a name, an amount or a thought in every field that takes one."""
    id = add_application(
        store,
        NewApplication(
            title=TITLE,
            company="Zorbex Ltd",
            link="https://zorbex.example/jobs/7",
            reference="ZX-7788",
            source="Wilma Quist told me",
            pay=Pay.of(61_250, 74_900, "EUR", PayPeriod.YEAR),
            requirements=(NewRequirement(text="Knows eels", kind=RequirementKind.MUST),),
        ),
    )
    set_notes(store, id, "THOUGHT one: Wilma said €61,250 or 74.9k EUR, at ZORBEX LTD or 74900.")
    edit_requirement(store, 1, talking_point="THOUGHT two", note="THOUGHT three", plan="THOUGHT 4")
    add_contact(
        store, "Wilma Quist", company="Zorbex Ltd", application_id=id, email="w@zorbex.example"
    )
    add_note(store, id, "THOUGHT five")
    add_message(store, id, "THOUGHT six", title="Quist called about USD 70,000")
    add_interview(
        store, id, store.today(), people="Wilma Quist, Otto Brandvik", place="zorbex.example/room",
        preparation="THOUGHT seven", questions="THOUGHT eight", went="THOUGHT nine",
        title="Talk with Otto", note="THOUGHT ten",
    )  # fmt: skip
    base = OfferComponent(
        offer_id=0, kind=ComponentKind.BASE, amount=7_350_000, period=PayPeriod.YEAR,
        note="THOUGHT eleven",
    )  # fmt: skip
    record_offer(
        store,
        Offer(application_id=id, received_on=store.today(), currency="EUR", note="THOUGHT 12"),
        (base,),
    )
    return id


def words(store: Store, ending: str, options: SummaryOptions) -> str:
    return exported(store, ending, options=options).decode().replace("\\", "")


@pytest.mark.parametrize("ending", ENDINGS)
def test_all_of_it_is_there_when_nothing_is_left_out(store: Store, ending: str) -> None:
    fill(store)
    text = words(store, ending, SummaryOptions(name="Adalbert Ownman", audience="the adviser"))
    for word in (
        "Zorbex",
        "Wilma",
        "Brandvik",
        "ZX-7788",
        "61,250",
        "73,500",
        "Adalbert Ownman",
        "adviser",
    ):
        assert word in text, word
    assert text.count("THOUGHT") == 12


@pytest.mark.parametrize("ending", ENDINGS)
def test_without_notes(store: Store, ending: str) -> None:
    fill(store)
    text = words(store, ending, SummaryOptions(notes=False))
    assert "THOUGHT" not in text
    assert "Knows eels" in text
    assert "Wilma Quist" in text


@pytest.mark.parametrize("ending", ENDINGS)
def test_without_pay(store: Store, ending: str) -> None:
    fill(store)
    text = words(store, ending, SummaryOptions(pay=False))
    for amount in ("61,250", "74,900", "74.9", "74900", "73,500", "70,000", "Base"):
        assert amount not in text, amount
    assert "THOUGHT one" in text
    assert "[amount]" in text
    assert "Zorbex" in text


@pytest.mark.parametrize("ending", ENDINGS)
def test_without_names(store: Store, ending: str) -> None:
    fill(store)
    text = words(store, ending, SummaryOptions(names=False, name="Adalbert Ownman"))
    text = text.partition("<body>")[2] or text
    for name in ("zorbex", "wilma", "quist", "otto", "brandvik", "zx-7788", "adalbert", "ownman"):
        assert name not in text.lower(), name
    assert f"{TITLE}, Company 1" in text
    assert "€61,250" in text


def test_companies_can_still_be_told_apart(store: Store) -> None:
    for title, company in (("Baker", "Alpha"), ("Cook", "Beta"), ("Waiter", "alpha")):
        add_application(store, NewApplication(title=title, company=company))
    shown = words(store, ".md", SummaryOptions(names=False))
    headings = [line for line in shown.splitlines() if line.startswith("## ")]
    told = {line[3:].split(", ")[0]: line.split(", ")[-1] for line in headings if ", " in line}
    assert told["Baker"] == told["Waiter"] != told["Cook"]


def test_sections_are_chosen(store: Store) -> None:
    add_sample_data(store)
    details = [application_detail(store, row.id) for row in applications(store)]
    found = [detail for detail in details if detail is not None]
    only = SummaryOptions(sections=frozenset({Section.REQUIREMENTS}))
    blocks = summary(found, store.today(), only).blocks
    headings = {block.text for block in blocks if isinstance(block, Heading) and block.level == 3}
    assert headings == {"Requirements"}
    listed = summary(found, store.today(), SummaryOptions(sections=frozenset({Section.LIST})))
    assert not [block for block in listed.blocks if isinstance(block, Items)]
    assert [b.text for b in listed.blocks if isinstance(b, Heading)][-1] == "All applications"


def test_the_posting_is_there_on_request_and_only_whole(store: Store) -> None:
    add_sample_data(store)
    every = frozenset(Section)
    posting = "Our planning team decides how many seats"
    assert posting not in words(store, ".md", SummaryOptions())
    assert posting in words(store, ".md", SummaryOptions(sections=every))
    for bare in ({"names": False}, {"pay": False}, {"notes": False}):
        assert posting not in words(store, ".md", SummaryOptions(sections=every, **bare))


@pytest.mark.parametrize("asked", [{"notes": False}, {"pay": False}])
def test_imported_columns_go_with_notes_or_pay(store: Store, asked: dict[str, Any]) -> None:
    """Nobody knows what stands in them: amounts, or what the person thought."""
    table = "Company,Role,Remarks on it\nAlpha,Welder,74k or THOUGHT\n"
    import_plan(store, plan_import(store, table.encode(), "search.csv"))
    assert "THOUGHT" in prepare_export(store, Export(ending=".csv")).content().decode()
    text = prepare_export(store, Export(ending=".csv", **asked)).content().decode()
    assert "Welder" in text
    assert "THOUGHT" not in text
    assert "74k" not in text
    assert "Remarks on it" in table_headers(store, ExportKind.APPLICATIONS)
    assert "Remarks on it" not in table_headers(store, ExportKind.APPLICATIONS, **asked)


@pytest.mark.parametrize(
    ("asked", "refused"),
    [
        ({"notes": False}, {".json", ".zip"}),
        ({"pay": False}, {".json", ".zip"}),
        (
            {"summary": SummaryOptions(names=False)},
            {".json", ".zip", ".csv", ".xlsx", ".ics"},
        ),
    ],
)
def test_a_format_that_can_not_leave_it_out_is_refused(
    store: Store, asked: dict[str, Any], refused: set[str]
) -> None:
    """It must not hold it all the same, unnoticed."""
    id = fill(store)
    move(store, [id], 2, on=store.today())
    for ending in ENDINGS_OF_EXPORTS:
        if ending in refused:
            with pytest.raises(Problem, match="so nothing was written"):
                prepare_export(store, Export(ending=ending, **asked))
        else:
            prepare_export(store, Export(ending=ending, **asked))
