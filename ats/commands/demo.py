"""Sample data to try the program with, made by the same commands a person uses."""

from __future__ import annotations

from datetime import date, time, timedelta
from typing import Any

from ats.commands.applications import NewApplication, add_application, edit_application
from ats.commands.capture import from_reading
from ats.commands.contacts import add_contact
from ats.commands.evidence import add_evidence, attach_evidence
from ats.commands.next_actions import set_next_action
from ats.commands.offers import record_offer
from ats.commands.requirements import add_requirement, edit_requirement, set_status
from ats.commands.sample_search import (
    APPLICATIONS,
    EVIDENCE,
    RAIL_ASSESSMENT,
    SampleApplication,
    SampleRequirement,
)
from ats.commands.stages import move
from ats.commands.timeline import add_interview, add_message
from ats.domain.application import Application
from ats.domain.evidence import Evidence
from ats.domain.money import PayPeriod
from ats.domain.offer import ComponentKind, Offer, OfferComponent
from ats.domain.posting import Requirement
from ats.domain.problem import Problem
from ats.domain.stage import StageKind
from ats.domain.timeline import InterviewKind, InterviewResult
from ats.reading import read_text
from ats.store import Store
from ats.store.queries.records import records
from ats.store.queries.stages import first_of_kind

_ZONE = "Europe/London"


def add_sample_data(store: Store) -> None:
    """Fill an empty store with a made-up search, as one undo step. Raises Problem where there
    are applications or evidence already."""
    kept = len(records(store, Application)) + len(records(store, Evidence))
    if kept:
        raise Problem(
            "There are applications here already, and nothing was changed. "
            "Sample data goes into an empty store only: choose another folder."
        )
    with store.step("Add sample data"):
        evidence = [
            add_evidence(store, title, place=place, period=period, story=story)
            for title, place, period, story in EVIDENCE
        ]
        ids = {
            sample.title + sample.company: _add(store, sample, evidence)
            for sample in reversed(APPLICATIONS)
        }
        _rail(store, ids["Senior Data Analyst, Network PlanningOrchard Rail"], evidence)
        _grid(store, ids["Forecasting AnalystVantor Grid"])
        _health(store, ids["Analytics LeadBrightwater Health"])


def _add(store: Store, sample: SampleApplication, evidence: list[int]) -> int:
    id = add_application(store, _new(store, sample))
    if sample.excitement:
        edit_application(store, id, excitement=sample.excitement)
    for days_ago, kind in sample.moves[1:]:
        move(
            store,
            [id],
            first_of_kind(store, kind).id,
            on=_day(store, -days_ago),
            outcome=sample.outcome if kind is StageKind.CLOSED else None,
        )
    for item in sample.requirements:
        _require(store, id, item, evidence)
    if sample.action:
        words, days = sample.action
        set_next_action(store, id, words, _day(store, days))
    return id


def _new(store: Store, sample: SampleApplication) -> NewApplication:
    days_ago, kind = sample.moves[0]
    given: dict[str, Any] = {
        "title": sample.title,
        "company": sample.company,
        "stage_id": first_of_kind(store, kind).id,
        "on": _day(store, -days_ago),
        "locations": (sample.place,) if sample.place else (),
        "work_mode": sample.mode,
        "pay": sample.pay,
        "source": sample.source,
        "tags": sample.tags,
        "notes": sample.notes,
        "deadline": None if sample.deadline_in is None else _day(store, sample.deadline_in),
    }
    if sample.posting is None:
        return NewApplication(**given)
    return from_reading(read_text(sample.posting, today=store.today()), **given)


def _require(store: Store, id: int, item: SampleRequirement, evidence: list[int]) -> None:
    requirement = add_requirement(store, id, item.text, item.kind)
    set_status(store, [requirement], item.status)
    if item.note or item.say:
        edit_requirement(store, requirement, note=item.note, talking_point=item.say)
    for at in item.evidence:
        attach_evidence(store, requirement, evidence[at])


def _rail(store: Store, id: int, evidence: list[int]) -> None:
    """The application that is worked on most: what was read from its posting is assessed."""
    found = [item for item in records(store, Requirement) if item.application_id == id]
    for words, status, at, say in RAIL_ASSESSMENT:
        for item in (item for item in found if words in item.text):
            set_status(store, [item.id], status)
            edit_requirement(store, item.id, talking_point=say)
            if at is not None:
                attach_evidence(store, item.id, evidence[at])
    add_contact(
        store, "Ines Okafor", company="Orchard Rail", application_id=id, role="Head of planning"
    )
    add_message(store, id, "They liked the depot example; a planner will join.", on=_day(store, -8))
    add_interview(
        store, id, _day(store, -9), at=time(14), zone=_ZONE, kind=InterviewKind.PHONE, minutes=30,
        people="Ines Okafor", result=InterviewResult.PASSED,
        went="Friendly. Many questions about trust in numbers.",
    )  # fmt: skip
    add_interview(
        store, id, _day(store, 3), at=time(10, 30), zone=_ZONE, kind=InterviewKind.PANEL,
        title="Forecast case", people="Ines Okafor, Tom Adeyemi", minutes=90,
        place="Leeds, floor 3", preparation="Draw the weekly cycle on one page.",
        questions="Who decides when the forecast and the planner disagree?",
    )  # fmt: skip


def _grid(store: Store, id: int) -> None:
    add_interview(
        store, id, _day(store, -4), at=time(9), zone=_ZONE, people="R. Castellano", minutes=45,
        result=InterviewResult.PASSED, went="Went well; wants to meet again.",
    )  # fmt: skip


def _health(store: Store, id: int) -> None:
    add_contact(store, "Maya Lindqvist", company="Brightwater Health", application_id=id)
    add_interview(
        store, id, _day(store, -17), at=time(11), zone=_ZONE, kind=InterviewKind.PANEL, minutes=60,
        result=InterviewResult.PASSED,
    )  # fmt: skip
    offer = Offer(
        application_id=id, received_on=_day(store, -3), deadline=_day(store, 4), currency="GBP",
        hours_per_week=37, paid_leave_days=27, place="Manchester",
    )  # fmt: skip
    parts = (
        OfferComponent(
            offer_id=0, kind=ComponentKind.BASE, amount=6_600_000, period=PayPeriod.YEAR
        ),
        OfferComponent(offer_id=0, kind=ComponentKind.BONUS, basis_points=500),
        OfferComponent(offer_id=0, kind=ComponentKind.PENSION, basis_points=800),
    )
    record_offer(store, offer, parts)


def _day(store: Store, days: int) -> date:
    return store.today() + timedelta(days=days)
