"""Applications: made, edited, tagged, ordered, put into the Trash and brought back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from ats.commands.companies import company_named, forget_unused_company
from ats.domain.application import (
    Application,
    ApplicationNotes,
    ApplicationTag,
    EmploymentType,
    Tag,
    WorkMode,
)
from ats.domain.money import Pay
from ats.domain.posting import Posting, Requirement, RequirementKind
from ats.domain.problem import Problem
from ats.domain.stage import Stage
from ats.domain.timeline import Event, EventKind
from ats.store import Rows, Store
from ats.store.queries.records import record

TITLE_IN_LABEL = 40
POSITION_GAP = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class NewRequirement:
    """An item to keep with a new application; `span` is [start, end) in the posting text."""

    text: str
    kind: RequirementKind
    span: tuple[int, int] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class NewApplication:
    """What the person confirmed, by hand or after reviewing a posting.

    `stage_id` None means the first stage. `on` is the day it entered that stage, today where
    None. `posting_text` None means that no posting is kept; `reading` is the reader's answer
    as JSON.
    """

    title: str
    company: str = ""
    stage_id: int | None = None
    on: date | None = None
    locations: tuple[str, ...] = ()
    work_mode: WorkMode | None = None
    employment_type: EmploymentType | None = None
    pay: Pay = Pay()
    bonus: bool = False
    equity: bool = False
    deadline: date | None = None
    posted_on: date | None = None
    reference: str = ""
    link: str = ""
    source: str = ""
    notes: str = ""
    tags: tuple[str, ...] = ()
    requirements: tuple[NewRequirement, ...] = ()
    posting_text: str | None = None
    posting_html: str | None = None
    reading: str = "{}"


def add_application(store: Store, new: NewApplication) -> int:
    """Create an application with its posting, requirements and first stage; its id.

    Raises Problem where neither a title nor a company is given.
    """
    title = " ".join(new.title.split())
    if not title and not new.company.strip():
        raise Problem("An application needs a role title or a company. Nothing was created.")
    with store.step(f"Add {_short(title or new.company)}") as rows:
        stage = rows.get(Stage, new.stage_id) if new.stage_id else _first_stage(rows)
        id = rows.add(_application(rows, store, new, title, stage))
        rows.add(
            Event(
                application_id=id,
                kind=EventKind.STAGE,
                on=new.on or store.today(),
                stage_id=stage.id,
                recorded_at=store.now(),
            )
        )
        add_requirements(rows, id, _add_posting(rows, store, id, new), new.requirements)
        if new.notes:
            rows.add(ApplicationNotes(application_id=id, text=new.notes))
        for tag in new.tags:
            _tag(rows, id, tag)
    return id


def edit_application(store: Store, id: int, **fields: Any) -> None:
    """Change short fields of one application: any of Application's own, and `company` (a
    name) and `pay` (a Pay). One undo step per field edited in a row."""
    with store.step(f"Edit {_field_words(fields)}", merge=_merge_key(id, fields)) as rows:
        before = rows.get(Application, id)
        if "company" in fields:
            fields["company_id"] = company_named(rows, fields.pop("company"))
        if "pay" in fields:
            fields.update(_pay_fields(fields.pop("pay")))
        if "title" in fields:
            fields["title"] = " ".join(fields["title"].split())
        rows.change(Application, id, **fields)
        if "company_id" in fields and fields["company_id"] != before.company_id:
            forget_unused_company(rows, before.company_id)


def set_notes(store: Store, id: int, text: str) -> None:
    """Replace the free notes of an application; empty text removes them."""
    with store.step("Edit notes", merge=f"notes:{id}") as rows:
        notes = rows.find(ApplicationNotes, application_id=id)
        if notes is None and text:
            rows.add(ApplicationNotes(application_id=id, text=text))
        elif notes is not None and text:
            rows.change(ApplicationNotes, notes.id, text=text)
        elif notes is not None:
            rows.remove(ApplicationNotes, notes.id)


def tag_applications(store: Store, ids: Sequence[int], name: str) -> None:
    """Give applications a tag. Raises Problem for an empty name."""
    name = " ".join(name.split())
    if not name:
        raise Problem("A tag needs a name.")
    with store.step(f"Tag with {_short(name)}") as rows:
        for id in ids:
            _tag(rows, id, name)


def untag_applications(store: Store, ids: Sequence[int], name: str) -> None:
    """Take a tag from applications; a tag nothing has any more goes too."""
    with store.step(f"Remove tag {_short(name)}") as rows:
        tag = rows.find(Tag, name=name)
        if tag is None:
            return
        for id in ids:
            link = rows.find(ApplicationTag, application_id=id, tag_id=tag.id)
            if link is not None:
                rows.remove(ApplicationTag, link.id)
        if rows.find(ApplicationTag, tag_id=tag.id) is None:
            rows.remove(Tag, tag.id)


def reorder(store: Store, id: int, before: int | None) -> None:
    """Put a card before another of its column, or last where `before` is None."""
    with store.step("Reorder") as rows:
        application = rows.get(Application, id)
        position = position_before(rows, application.stage_id, before, moving={id})
        rows.change(Application, id, position=position)


def trash(store: Store, ids: Sequence[int]) -> None:
    """Put applications into the Trash. They keep everything."""
    with store.step(f"Move {_counted(store, ids)} to Trash") as rows:
        for id in ids:
            rows.change(Application, id, trashed_at=store.now())


def restore(store: Store, ids: Sequence[int]) -> None:
    """Bring applications back from the Trash to where they were."""
    with store.step(f"Restore {_counted(store, ids)}") as rows:
        for id in ids:
            rows.change(Application, id, trashed_at=None)


def empty_trash(store: Store) -> int:
    """Delete what is in the Trash with all that belongs to it; how many there were. It can
    still be undone while the step is kept."""
    with store.step("Empty Trash") as rows:
        trashed = [item for item in rows.all(Application) if item.trashed_at is not None]
        for item in trashed:
            rows.remove(Application, item.id)
            forget_unused_company(rows, item.company_id)
    return len(trashed)


def top_position(rows: Rows, stage_id: int) -> int:
    """A position above every card of a column."""
    least = rows.least(Application, "position", stage_id=stage_id)
    return 0 if least is None else least - POSITION_GAP


def position_before(rows: Rows, stage_id: int, before: int | None, moving: set[int]) -> int:
    """A position in a column before a given card, or below all; the column is spread out
    anew where there is no room between two cards."""
    column = [
        (item.id, item.position)
        for item in sorted(
            rows.all(Application, stage_id=stage_id), key=lambda item: (item.position, item.id)
        )
        if item.id not in moving
    ]
    at = next((index for index, (id, _) in enumerate(column) if id == before), len(column))
    if at == len(column):
        return column[-1][1] + POSITION_GAP if column else 0
    if at == 0:
        return column[0][1] - POSITION_GAP
    above, below = column[at - 1][1], column[at][1]
    if below - above > 1:
        return (above + below) // 2
    for index, (id, _) in enumerate(column):
        rows.change(Application, id, position=(index + (index >= at)) * POSITION_GAP)
    return at * POSITION_GAP


def _first_stage(rows: Rows) -> Stage:
    return min(rows.all(Stage, archived=False), key=lambda stage: (stage.position, stage.id))


def _application(
    rows: Rows, store: Store, new: NewApplication, title: str, stage: Stage
) -> Application:
    return Application(
        title=title,
        company_id=company_named(rows, new.company),
        stage_id=stage.id,
        position=top_position(rows, stage.id),
        locations=new.locations,
        work_mode=new.work_mode,
        employment_type=new.employment_type,
        bonus=new.bonus,
        equity=new.equity,
        deadline=new.deadline,
        posted_on=new.posted_on,
        reference=new.reference,
        link=new.link.strip(),
        source=new.source.strip(),
        created_at=store.now(),
        **_pay_fields(new.pay),
    )


def add_requirements(
    rows: Rows, id: int, posting_id: int | None, items: Sequence[NewRequirement]
) -> None:
    """Give an application without requirements these, in their order."""
    for position, item in enumerate(items):
        start, end = item.span or (None, None)
        rows.add(
            Requirement(
                application_id=id,
                posting_id=posting_id,
                text=item.text,
                kind=item.kind,
                position=position,
                span_start=start,
                span_end=end,
            )
        )


def _add_posting(rows: Rows, store: Store, id: int, new: NewApplication) -> int | None:
    if new.posting_text is None:
        return None
    return rows.add(
        Posting(
            application_id=id,
            text=new.posting_text,
            html=new.posting_html,
            link=new.link.strip(),
            captured_at=store.now(),
            reading=new.reading,
        )
    )


def _tag(rows: Rows, id: int, name: str) -> None:
    found = rows.find(Tag, name=name)
    tag_id = found.id if found is not None else rows.add(Tag(name=name))
    if rows.find(ApplicationTag, application_id=id, tag_id=tag_id) is None:
        rows.add(ApplicationTag(application_id=id, tag_id=tag_id))


def _pay_fields(pay: Pay) -> dict[str, Any]:
    return {
        "pay_least": pay.least,
        "pay_most": pay.most,
        "pay_currency": pay.currency,
        "pay_period": pay.period,
    }


def _field_words(fields: dict[str, Any]) -> str:
    return ", ".join(name.replace("_", " ") for name in fields)


def _merge_key(id: int, fields: dict[str, Any]) -> str:
    return f"application:{id}:{','.join(sorted(fields))}"


def _short(text: str) -> str:
    return text if len(text) <= TITLE_IN_LABEL else text[: TITLE_IN_LABEL - 1].rstrip() + "…"


def _counted(store: Store, ids: Sequence[int]) -> str:
    if len(ids) != 1:
        return f"{len(ids)} applications"
    application = record(store, Application, ids[0])
    return _short(application.title) if application and application.title else "1 application"
