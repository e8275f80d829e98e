"""Records survive the way into the store and back."""

from __future__ import annotations

import tempfile
from dataclasses import replace
from datetime import UTC, date, datetime, time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ats.domain.application import Application, EmploymentType, WorkMode
from ats.domain.money import PayPeriod
from ats.domain.stage import Outcome
from ats.domain.stored_text import storable
from ats.domain.timeline import Event, EventKind
from ats.store import Store

WHOLE = st.integers(-(2**63), 2**63 - 1)
TEXT = st.text(max_size=30)


@pytest.fixture(scope="module")
def shared_store():  # type: ignore[no-untyped-def]
    with tempfile.TemporaryDirectory() as folder:
        store = Store.open(Path(folder))
        yield store
        store.close()


@given(
    application=st.builds(
        Application,
        id=st.just(0),
        title=TEXT,
        company_id=st.none(),
        stage_id=st.just(1),
        outcome=st.none() | st.sampled_from(Outcome),
        position=WHOLE,
        locations=st.lists(TEXT, max_size=3).map(tuple),
        work_mode=st.none() | st.sampled_from(WorkMode),
        employment_type=st.none() | st.sampled_from(EmploymentType),
        pay_least=st.none() | WHOLE,
        pay_most=st.none() | WHOLE,
        pay_currency=st.none() | st.just("EUR"),
        pay_period=st.none() | st.sampled_from(PayPeriod),
        deadline=st.none() | st.dates(),
        excitement=st.none() | st.integers(1, 5),
        created_at=st.datetimes(datetime(2, 1, 1), datetime(9998, 1, 1), timezones=st.just(UTC)),
        trashed_at=st.none(),
    )
)
def test_an_application_comes_back_as_it_was(shared_store: Store, application: Application) -> None:
    with shared_store.step("Round trip") as rows:
        id = rows.add(application)
        back = rows.get(Application, id)
        rows.remove(Application, id)
    wanted = replace(
        application,
        id=id,
        title=storable(application.title),
        locations=tuple(map(storable, application.locations)),
    )
    assert back == wanted


@given(on=st.dates(), at=st.none() | st.times().map(lambda t: t.replace(second=0, microsecond=0)))
def test_wall_clock_times_keep_their_clock(shared_store: Store, on: date, at: time | None) -> None:
    recorded = datetime(2026, 3, 29, 2, 30, tzinfo=UTC)
    with shared_store.step("Round trip") as rows:
        application = rows.add(Application(title="Welder", stage_id=1, created_at=recorded))
        event = Event(
            application_id=application,
            kind=EventKind.NOTE,
            on=on,
            at=at,
            zone="Europe/Berlin" if at else None,
            recorded_at=recorded,
        )
        back = rows.get(Event, rows.add(event))
        rows.remove(Application, application)
    assert (back.on, back.at, back.zone) == (event.on, event.at, event.zone)


def test_a_field_that_does_not_exist_is_refused(store: Store) -> None:
    with pytest.raises(TypeError, match="no field colour"), store.step("Wrong") as rows:
        rows.change(Application, 1, colour="red")
