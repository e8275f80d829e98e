"""Arbitrary applications in a store, and the two sides of a round trip."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from ats.commands.applications import NewApplication, add_application, edit_application, set_notes
from ats.commands.contacts import add_contact
from ats.commands.next_actions import set_next_action
from ats.commands.stages import add_stage, move
from ats.commands.timeline import add_interview, add_message, add_note
from ats.domain.application import EmploymentType, WorkMode
from ats.domain.importing import ImportedValue
from ats.domain.money import Pay, PayPeriod
from ats.domain.stage import Outcome, StageKind
from ats.domain.timeline import EventKind, InterviewKind, InterviewResult
from ats.exchange.exports.json_out import shown_json
from ats.store import Store
from ats.store.queries.application import application_detail
from ats.store.queries.applications import applications
from ats.store.queries.stages import stages

HARD = [
    "", " ", "=1+1", "+49 30", "-Ops", "@SUM(A1)", "\t=x", "\r\n=y", "'=z", "''+1", "＝1",
    " =2", "a; b\\; c", 'say "hi"', "two\nlines", "N/A", "00601", "NA", "None", "Łódź 🦊",
    "(x): [y]",
]  # fmt: skip
TEXTS = st.one_of(
    st.sampled_from(HARD), st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)
)
NAMES = TEXTS.map(lambda text: " ".join(text.split())).filter(bool)
DAYS = st.dates(date(2024, 1, 1), date(2027, 12, 31))
AMOUNTS = st.one_of(st.none(), st.integers(0, 10**11))

CLOCK = st.one_of(
    st.just((None, None)),
    st.tuples(
        st.times().map(lambda at: at.replace(second=0, microsecond=0)),
        st.sampled_from(["Europe/Oslo", "Asia/Kolkata"]),
    ),
)
HAPPENINGS = st.one_of(
    st.tuples(st.just(EventKind.NOTE), DAYS, TEXTS.filter(str.strip)),
    st.tuples(st.just(EventKind.MESSAGE), DAYS, TEXTS.filter(str.strip)),
    st.tuples(
        st.just(EventKind.INTERVIEW),
        DAYS,
        CLOCK,
        st.fixed_dictionaries(
            {
                "title": TEXTS,
                "note": TEXTS,
                "round": st.integers(1, 9),
                "kind": st.sampled_from(InterviewKind),
                "minutes": st.one_of(st.none(), st.integers(0, 600)),
                "place": TEXTS,
                "people": TEXTS,
                "preparation": TEXTS,
                "questions": TEXTS,
                "went": TEXTS,
                "result": st.sampled_from(InterviewResult),
            }
        ),
    ),
)

SEARCHES = st.lists(
    st.fixed_dictionaries(
        {
            "title": NAMES,
            "company": st.one_of(NAMES, st.just("")),
            "locations": st.lists(NAMES, max_size=3).map(tuple),
            "work_mode": st.one_of(st.none(), st.sampled_from(WorkMode)),
            "employment_type": st.one_of(st.none(), st.sampled_from(EmploymentType)),
            "pay": st.builds(
                Pay,
                AMOUNTS,
                AMOUNTS,
                st.sampled_from([None, "USD", "JPY", "KWD"]),
                st.one_of(st.none(), st.sampled_from(PayPeriod)),
            ),
            "bonus": st.booleans(),
            "equity": st.booleans(),
            "deadline": st.one_of(st.none(), DAYS),
            "posted_on": st.one_of(st.none(), DAYS),
            "reference": TEXTS,
            "link": TEXTS.map(str.strip),
            "source": TEXTS.map(str.strip),
            "notes": TEXTS,
            "tags": st.lists(st.sampled_from(["red", "=blue", "a; b", "ж"]), max_size=3).map(tuple),
            "on": DAYS,
            "moves": st.lists(st.tuples(st.integers(0, 6), DAYS, TEXTS), max_size=4),
            "happenings": st.lists(HAPPENINGS, max_size=3),
            "outcome": st.sampled_from([None, *Outcome]),
            "excitement": st.one_of(st.none(), st.integers(1, 5)),
            "action": st.one_of(st.none(), st.tuples(NAMES, st.one_of(st.none(), DAYS))),
            "contacts": st.lists(NAMES, max_size=2, unique_by=str.casefold),
            "imported": st.dictionaries(NAMES, TEXTS.filter(lambda text: text.strip()), max_size=3),
        }
    ),
    max_size=4,
)


@contextmanager
def empty_store() -> Iterator[Store]:
    now = datetime(2026, 11, 23, 10, tzinfo=timezone(timedelta(hours=1)))
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(folder), clock=lambda: now)
        # Nothing here is about power cuts.
        store.connection.execute("pragma synchronous = off")
        yield store
        store.close()


def fill(store: Store, search: list[dict[str, Any]]) -> None:
    """Put a search into a store, with a stage the person made."""
    add_stage(store, "Coffee (chat); [1]", StageKind.SCREENING)
    for wanted in search:
        _add(store, dict(wanted))


def _add(store: Store, wanted: dict[str, Any]) -> None:
    moves, outcome = wanted.pop("moves"), wanted.pop("outcome")
    excitement, action = wanted.pop("excitement"), wanted.pop("action")
    contacts, imported = wanted.pop("contacts"), wanted.pop("imported")
    notes, happenings = wanted.pop("notes"), wanted.pop("happenings")
    id = add_application(store, NewApplication(**wanted))
    edit_application(store, id, excitement=excitement)
    set_notes(store, id, notes)
    if action:
        set_next_action(store, id, *action)
    for name in contacts:
        add_contact(store, name, company=wanted["company"], application_id=id)
    for at, on, note in moves:
        stage = stages(store)[at]
        ends = outcome if stage.kind is StageKind.CLOSED else None
        move(store, [id], stage.id, on=on, outcome=ends, note=note)
    for happening in happenings:
        _add_happening(store, id, happening)
    with store.step("Keep values") as rows:
        for position, (header, value) in enumerate(imported.items()):
            rows.add(
                ImportedValue(application_id=id, header=header, value=value, position=position)
            )


def _add_happening(store: Store, id: int, happening: Any) -> None:
    match happening:
        case EventKind.NOTE, on, text:
            add_note(store, id, text, on=on)
        case EventKind.MESSAGE, on, text:
            add_message(store, id, text, on=on)
        case _, on, (at, zone), details:
            add_interview(store, id, on, at=at, zone=zone, **details)


def told(store: Store) -> list[dict[str, Any]]:
    """Every application as its JSON, in the order of the board, without what the
    store itself gives: ids and the time of adding."""
    found = []
    for row in applications(store):
        detail = application_detail(store, row.id)
        assert detail is not None
        shown = {**shown_json(detail), "id": 0, "created": ""}
        shown["contacts"] = sorted(contact["name"] for contact in shown["contacts"])
        found.append(shown)
    return found
