"""One way to call each command with arbitrary values, for the tests that cover all of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, time
from pathlib import Path
from typing import Any

from ats.commands import (
    applications,
    archiving,
    board,
    capture,
    contacts,
    demo,
    evidence,
    exporting,
    import_memory,
    importing,
    next_actions,
    offers,
    postings,
    reporting,
    requirements,
    stages,
    timeline,
    upkeep,
    views,
)
from ats.commands.applications import NewApplication, NewRequirement
from ats.commands.import_decisions import Deciding
from ats.commands.import_kept_stages import KeptStage, kept_stages
from ats.domain.application import Application, Tag
from ats.domain.company import Contact
from ats.domain.evidence import Evidence
from ats.domain.importing import Handling
from ats.domain.money import Pay, PayPeriod
from ats.domain.offer import ComponentKind, Offer, OfferComponent
from ats.domain.posting import Requirement, RequirementKind, RequirementStatus
from ats.domain.reading import Reading
from ats.domain.saved_view import SavedView
from ats.domain.stage import Outcome, Stage, StageKind
from ats.domain.timeline import Event, EventKind, Interview
from ats.exchange.archive.plan import ArchivePlan, Choice
from ats.exchange.exports.report_out import ReportOptions
from ats.exchange.imports.plan import Answers
from ats.reading import read_text
from ats.store import Store
from ats.store.queries.records import records


class NothingThere(Exception):
    """The act needs a record and there is none yet."""


@dataclass
class Values:
    """Arbitrary values an act may use; `n` and `m` choose among records and words."""

    store: Store
    n: int
    m: int
    text: str
    day: date

    def pick(self, kind: type, other: bool = False) -> int:
        found = [record.id for record in records(self.store, kind)]
        if not found:
            raise NothingThere
        return int(found[(self.m if other else self.n) % len(found)])

    def event(self, kind: EventKind) -> int:
        found = [event.id for event in records(self.store, Event) if event.kind is kind]
        if not found:
            raise NothingThere
        return found[self.n % len(found)]

    def some(self, kind: type) -> list[int]:
        return sorted({self.pick(kind), self.pick(kind, other=True)})

    def one_of(self, choices: type) -> Any:
        known = list(choices)  # type: ignore[call-overload]
        return known[self.m % len(known)]


def _closed(v: Values) -> int:
    return next(s.id for s in records(v.store, Stage) if s.kind is StageKind.CLOSED)


def _offer(v: Values) -> int:
    components = [
        OfferComponent(offer_id=0, kind=v.one_of(ComponentKind), amount=v.n, period=PayPeriod.YEAR),
        OfferComponent(offer_id=0, kind=ComponentKind.BONUS, basis_points=v.m, note=v.text),
    ]
    offer = Offer(
        application_id=v.pick(Application), received_on=v.day, currency="EUR", note=v.text
    )
    return offers.record_offer(v.store, offer, components)


def _kept_stages(v: Values) -> dict[int, KeptStage]:
    plan, way = importing.plan_import(v.store, _sheet(v)), Handling.UPDATE
    decisions = Deciding(v.store, plan, {}, way).decisions()
    return kept_stages(v.store, plan, decisions)


def _archive(v: Values) -> ArchivePlan:
    """The plan for an archive that was made at another time."""
    return archiving.plan_archive(v.store, _made(v))


def _planned(v: Values) -> ArchivePlan:
    """The same, for a store that was read before."""
    return archiving.planning(v.store, archiving.opened_archive(_made(v)))(None)


def _made(v: Values) -> Path:
    made = sorted(v.store.path.parent.glob("*.zip"))
    if not made:
        raise NothingThere
    return made[v.n % len(made)]


def _bring_in(v: Values) -> None:
    plan = _archive(v)
    choices = {item.number: list(Choice)[(v.m + item.number) % 3] for item in plan.items}
    archiving.bring_in(v.store, plan, choices)


def _application(v: Values) -> int:
    return applications.add_application(
        v.store,
        NewApplication(
            title=v.text,
            company=("Alpha", "Beta", "", "alpha ")[v.m % 4],
            on=v.day,
            pay=Pay(v.n, None, "JPY", PayPeriod.MONTH),
            locations=(v.text, "Oslo"),
            tags=("red", "RED", v.text) if v.text.strip() else (),
            notes=v.text,
            posting_text=f"{v.text} posting words",
            requirements=tuple(
                NewRequirement(text=f"item {kind}", kind=kind, span=(0, 1))
                for kind in RequirementKind
            ),
        ),
    )


def _reorder_stages(v: Values) -> None:
    ids = [stage.id for stage in records(v.store, Stage) if not stage.archived]
    cut = v.n % len(ids)
    stages.reorder_stages(v.store, ids[cut:] + ids[:cut])


def _component_edit(v: Values) -> None:
    part = OfferComponent(offer_id=0, kind=ComponentKind.BASE, amount=v.m)
    offers.edit_offer(v.store, v.pick(Offer), [part], note=v.text)


def _sheet(v: Values) -> bytes:
    """Rows that come again now and then, so that some are there already."""
    word = v.text.replace('"', "").encode("utf-8", "replace").decode()
    rows = [
        f'{company},"Role {word}",Interview,{v.day},red; blue,Ann,{word},Oslo,Size {v.n}'
        for company in ("Alpha", "Firm 1", "alpha ltd", "")[: v.m % 4]
    ]
    headers = "Company,Role,Status,Applied,Tags,Contact,Notes,City,Shoe size"
    return "\n".join([headers, *rows, *rows[: v.n % 2], "Alpha,Welder,,,,Ann,n,,", ""]).encode()


ACTS: dict[str, Callable[[Values], Any]] = {
    "add_application": _application,
    "edit_application": lambda v: applications.edit_application(
        v.store,
        v.pick(Application),
        **(
            {"title": v.text},
            {"company": v.text},
            {"pay": Pay(v.n, v.m, "USD", PayPeriod.YEAR)},
            {"deadline": v.day, "bonus": bool(v.n % 2), "locations": (v.text,)},
        )[v.m % 4],
    ),
    "set_notes": lambda v: applications.set_notes(v.store, v.pick(Application), v.text),
    "tag_applications": lambda v: applications.tag_applications(
        v.store, v.some(Application), v.text
    ),
    "untag_applications": lambda v: applications.untag_applications(
        v.store, v.some(Application), records(v.store, Tag)[0].name if records(v.store, Tag) else ""
    ),
    "reorder": lambda v: applications.reorder(
        v.store, v.pick(Application), v.pick(Application, other=True) if v.m % 3 else None
    ),
    "trash": lambda v: applications.trash(v.store, v.some(Application)),
    "restore": lambda v: applications.restore(v.store, v.some(Application)),
    "empty_trash": lambda v: applications.empty_trash(v.store),
    "move": lambda v: stages.move(
        v.store,
        v.some(Application),
        v.pick(Stage),
        on=v.day if v.m % 2 else None,
        outcome=v.one_of(Outcome) if v.pick(Stage) == _closed(v) else None,
        before=v.pick(Application, other=True) if v.m % 5 == 0 else None,
        note=v.text,
    ),
    "place_cards": lambda v: board.place_cards(
        v.store,
        v.some(Application),
        v.pick(Stage),
        v.pick(Application, other=True) if v.m % 3 else None,
        outcome=v.one_of(Outcome) if v.pick(Stage) == _closed(v) else None,
    ),
    "add_stage": lambda v: stages.add_stage(v.store, v.text, v.one_of(StageKind)),
    "rename_stage": lambda v: stages.rename_stage(v.store, v.pick(Stage), v.text),
    "reorder_stages": _reorder_stages,
    "remove_stage": lambda v: stages.remove_stage(
        v.store, v.pick(Stage), v.pick(Stage, other=True) if v.m % 2 else None
    ),
    "add_requirement": lambda v: requirements.add_requirement(
        v.store, v.pick(Application), v.text, v.one_of(RequirementKind), span=(v.n, v.n + 1)
    ),
    "edit_requirement": lambda v: requirements.edit_requirement(
        v.store,
        v.pick(Requirement),
        **{("text", "note", "talking_point", "plan")[v.m % 4]: v.text},
    ),
    "set_status": lambda v: requirements.set_status(
        v.store, v.some(Requirement), v.one_of(RequirementStatus)
    ),
    "remove_requirements": lambda v: requirements.remove_requirements(v.store, v.some(Requirement)),
    "add_evidence": lambda v: evidence.add_evidence(
        v.store, v.text, story=v.text, requirement_id=v.pick(Requirement) if v.m % 2 else None
    ),
    "edit_evidence": lambda v: evidence.edit_evidence(v.store, v.pick(Evidence), story=v.text),
    "remove_evidence": lambda v: evidence.remove_evidence(v.store, v.pick(Evidence)),
    "attach_evidence": lambda v: evidence.attach_evidence(
        v.store, v.pick(Requirement), v.pick(Evidence, other=True)
    ),
    "detach_evidence": lambda v: evidence.detach_evidence(
        v.store, v.pick(Requirement), v.pick(Evidence, other=True)
    ),
    "add_note": lambda v: timeline.add_note(v.store, v.pick(Application), v.text, on=v.day),
    "add_message": lambda v: timeline.add_message(v.store, v.pick(Application), v.text, title="m"),
    "add_interview": lambda v: timeline.add_interview(
        v.store,
        v.pick(Application),
        v.day,
        at=time(v.n % 24, v.m % 60) if v.m % 2 else None,
        zone="Europe/Berlin" if v.m % 4 else None,
        people=v.text,
        questions=v.text,
    ),
    "edit_interview": lambda v: (
        timeline.edit_interview(
            v.store, records(v.store, Interview)[0].event_id, people=v.text, on=v.day
        )
        if records(v.store, Interview)
        else None
    ),
    "edit_event": lambda v: timeline.edit_event(v.store, v.pick(Event), on=v.day, note=v.text),
    "remove_event": lambda v: timeline.remove_event(v.store, v.pick(Event)),
    "set_applied_on": lambda v: timeline.set_applied_on(v.store, v.pick(Application), v.day),
    "add_past_stage": lambda v: timeline.add_past_stage(
        v.store, v.pick(Application), v.pick(Stage), v.day, note=v.text
    ),
    "keep_posting": lambda v: postings.keep_posting(
        v.store, v.pick(Application), Reading(text=v.text, link=v.text)
    ),
    "record_offer": _offer,
    "edit_offer": _component_edit,
    "remove_offer": lambda v: offers.remove_offer(v.store, v.pick(Offer)),
    "set_next_action": lambda v: next_actions.set_next_action(
        v.store, v.pick(Application), v.text, v.day
    ),
    "complete_next_action": lambda v: next_actions.complete_next_action(
        v.store, v.pick(Application)
    ),
    "remove_next_action": lambda v: next_actions.remove_next_action(v.store, v.pick(Application)),
    "add_contact": lambda v: contacts.add_contact(
        v.store,
        v.text,
        company=("", "Alpha", "Gamma")[v.m % 3],
        application_id=v.pick(Application) if v.n % 2 else None,
    ),
    "edit_contact": lambda v: contacts.edit_contact(v.store, v.pick(Contact), name=v.text),
    "link_contact": lambda v: contacts.link_contact(
        v.store, v.pick(Application), v.pick(Contact, other=True)
    ),
    "unlink_contact": lambda v: contacts.unlink_contact(
        v.store, v.pick(Application), v.pick(Contact, other=True)
    ),
    "remove_contact": lambda v: contacts.remove_contact(v.store, v.pick(Contact)),
    "save_view": lambda v: views.save_view(v.store, v.text, "{}"),
    "rename_view": lambda v: views.rename_view(v.store, v.pick(SavedView), v.text),
    "remove_view": lambda v: views.remove_view(v.store, v.pick(SavedView)),
    "add_posting": lambda v: capture.add_posting(
        v.store, f"Baker wanted\n\nRequirements\n- {v.text} bread", company=v.text, stage="applied"
    ),
    "add_postings": lambda v: capture.add_postings(
        v.store, [read_text(f"Baker wanted\n\nRequirements\n- {v.text} bread")] * (v.m % 3)
    ),
    "add_applications": lambda v: capture.add_applications(
        v.store, [NewApplication(title=v.text), NewApplication(title="", company=v.text)]
    ),
    "plan_import": lambda v: importing.plan_import(v.store, _sheet(v)),
    "import_plan": lambda v: importing.import_plan(
        v.store,
        importing.plan_import(v.store, _sheet(v), "sheet.csv"),
        otherwise=(None, *Handling)[v.n % 4],
        answers=Answers(mapping={"Role": "title"}) if v.m % 5 == 0 else None,
    ),
    "with_matches": lambda v: importing.with_matches(
        v.store, importing.plan_import(v.store, _sheet(v))
    ),
    "remembered_answers": lambda v: import_memory.remembered_answers(v.store),
    "expected_result": lambda v: importing.expected_result(
        v.store, importing.plan_import(v.store, _sheet(v))
    ),
    "kept_stages": _kept_stages,
    "save_archive": lambda v: archiving.save_archive(
        v.store, v.store.path.parent / f"{v.m % 3}.zip"
    ),
    "plan_archive": _archive,
    "planning": _planned,
    "bring_in": _bring_in,
    "add_sample_data": lambda v: demo.add_sample_data(v.store),
    "applications_to_export": lambda v: exporting.applications_to_export(v.store, v.text),
    "exported": lambda v: exporting.exported(
        v.store,
        [end for end in exporting.ENDINGS if end != ".pdf"][v.n % 8],
        v.one_of(exporting.ExportKind),
    ),
    "prepare_export": lambda v: exporting.prepare_export(v.store, exporting.Export(ending=".xlsx")),
    "table_headers": lambda v: exporting.table_headers(v.store, v.one_of(exporting.ExportKind)),
    "preparation": lambda v: reporting.preparation(v.store, v.pick(Application)),
    "activities": lambda v: reporting.activities(v.store, v.day, v.day, ReportOptions()),
    "back_up": lambda v: upkeep.back_up(v.store, v.store.path.parent / "copy.sqlite"),
    "check": lambda v: upkeep.check(v.store),
    "collect": lambda v: archiving.collect(v.store, [v.pick(Application)]),
}
