"""Applications: made, found, edited, tagged, trashed and brought back."""

from __future__ import annotations

import pytest

from ats.commands.applications import (
    NewApplication,
    NewRequirement,
    add_application,
    edit_application,
    empty_trash,
    restore,
    set_notes,
    tag_applications,
    trash,
    untag_applications,
)
from ats.commands.contacts import add_contact, edit_contact
from ats.commands.timeline import add_note
from ats.domain.application import WorkMode
from ats.domain.company import Company
from ats.domain.money import Pay, PayPeriod
from ats.domain.posting import RequirementKind
from ats.domain.problem import Problem
from ats.domain.saved_view import ApplicationFilter, SortKey
from ats.store import Store
from ats.store.queries.application import application_detail
from ats.store.queries.applications import application_row, applications
from ats.store.queries.duplicates import similar_applications
from ats.store.queries.records import records


def added(store: Store, title: str, **more: object) -> int:
    return add_application(store, NewApplication(title=title, **more))  # type: ignore[arg-type]


def found(store: Store, **filter: object) -> list[str]:
    wanted = ApplicationFilter(**filter)  # type: ignore[arg-type]
    return [row.title for row in applications(store, wanted, SortKey.TITLE)]


def test_everything_of_a_posting_is_kept(store: Store) -> None:
    id = added(
        store,
        "Welder",
        company="Brightforge",
        posting_text="Welders wanted.\nMust weld.",
        posting_html="<p>Welders wanted.</p>",
        link=" https://jobs.example.org/7 ",
        requirements=(
            NewRequirement(text="Paints", kind=RequirementKind.NICE),
            NewRequirement(text="Must weld", kind=RequirementKind.MUST, span=(16, 26)),
        ),
    )
    detail = application_detail(store, id)
    assert detail is not None
    assert detail.posting is not None
    assert detail.posting.text == "Welders wanted.\nMust weld."
    assert detail.posting.html == "<p>Welders wanted.</p>"
    assert detail.posting.link == detail.row.link == "https://jobs.example.org/7"
    assert [item.requirement.text for item in detail.requirements] == ["Must weld", "Paints"]
    assert detail.requirements[0].requirement.span_end == 26
    assert detail.row.coverage.to_assess == 2


def test_two_fields_are_enough_and_none_is_too_few(store: Store) -> None:
    assert application_row(store, added(store, "", company="Brightforge")) is not None
    with pytest.raises(Problem, match="needs a role title or a company"):
        added(store, " ")


def test_a_company_is_one_company_whatever_its_case(store: Store) -> None:
    added(store, "Welder", company="Brightforge")
    added(store, "Baker", company=" brightforge ")
    assert len(records(store, Company)) == 1


def test_changing_the_company_forgets_one_nobody_needs(store: Store) -> None:
    id = added(store, "Welder", company="Brigthforge")
    edit_application(store, id, company="Brightforge")
    assert [company.name for company in records(store, Company)] == ["Brightforge"]
    store.undo()
    row = application_row(store, id)
    assert row is not None
    assert row.company == "Brigthforge"


def test_search_reads_titles_companies_notes_postings_and_people(store: Store) -> None:
    one = added(store, "Welder", company="Brightforge", posting_text="Orbital welding of pipes")
    added(store, "Baker", company="Crumb & Co", notes="Sourdough every night")
    add_note(store, one, "Asked about Überstunden")
    grace = add_contact(store, "Grace Hopper", application_id=one)
    assert found(store, words="orbital bright") == ["Welder"]
    assert found(store, words="sour") == ["Baker"]
    assert found(store, words="uberst") == ["Welder"]
    assert found(store, words="hop") == ["Welder"]
    assert found(store, words="b") == ["Baker", "Welder"]
    assert found(store, words="orbital crumb") == []
    assert found(store, words='"*&') == ["Baker", "Welder"]
    edit_contact(store, grace, name="Ada Lovelace")
    assert (found(store, words="hopper"), found(store, words="ada")) == ([], ["Welder"])
    store.undo()
    assert (found(store, words="hopper"), found(store, words="ada")) == (["Welder"], [])


def test_filters(store: Store) -> None:
    added(store, "A", work_mode=WorkMode.REMOTE, pay=Pay.of(70_000, 80_000, "EUR", PayPeriod.YEAR))
    added(store, "B", pay=Pay.of(40, None, "EUR", PayPeriod.HOUR), tags=("go",), source="Fair")
    added(store, "C")
    assert found(store, work_modes=(WorkMode.REMOTE,)) == ["A"]
    assert found(store, pay_at_least=75_000) == ["A", "B"]
    assert found(store, pay_at_least=83_000) == ["B"]
    assert found(store, tags=("go",)) == found(store, sources=("Fair",)) == ["B"]
    assert found(store) == ["A", "B", "C"]


def test_unknown_values_come_last_in_both_directions(store: Store) -> None:
    for title, least in (("A", 50_000), ("B", None), ("C", 60_000)):
        added(store, title, pay=Pay.of(least, None, "EUR", PayPeriod.YEAR))
    up = applications(store, sort=SortKey.PAY)
    down = applications(store, sort=SortKey.PAY, descending=True)
    assert [row.title for row in up] == ["A", "C", "B"]
    assert [row.title for row in down] == ["C", "A", "B"]


def test_pay_is_sorted_within_a_currency(store: Store) -> None:
    for title, least, currency in (
        ("A", 90_000, "USD"),
        ("B", 50_000, "EUR"),
        ("C", 80_000, "EUR"),
    ):
        added(store, title, pay=Pay.of(least, None, currency, PayPeriod.YEAR))
    assert [row.title for row in applications(store, sort=SortKey.PAY)] == ["B", "C", "A"]


def test_the_trash_keeps_everything_until_it_is_emptied(store: Store) -> None:
    id = added(store, "Welder", company="Brightforge", notes="Mine")
    trash(store, [id])
    assert applications(store) == []
    assert [row.id for row in applications(store, trashed=True)] == [id]
    restore(store, [id])
    assert [row.id for row in applications(store)] == [id]
    trash(store, [id])
    assert empty_trash(store) == 1
    assert records(store, Company) == []
    store.undo()
    store.undo()
    detail = application_detail(store, id)
    assert detail is not None
    assert (detail.notes, detail.row.company, detail.row.trashed_at) == (
        "Mine",
        "Brightforge",
        None,
    )


def test_tags(store: Store) -> None:
    ids = [added(store, "A"), added(store, "B")]
    tag_applications(store, ids, "Remote first")
    tag_applications(store, ids[:1], "remote FIRST")
    assert found(store, tags=("Remote first",)) == ["A", "B"]
    untag_applications(store, ids, "remote first")
    assert found(store, tags=("Remote first",)) == []
    with pytest.raises(Problem, match="needs a name"):
        tag_applications(store, ids, " ")


def test_empty_notes_are_no_notes(store: Store) -> None:
    id = added(store, "Welder")
    set_notes(store, id, "")
    assert store.undo_label == "Add Welder"


def test_a_role_already_tracked_is_told(store: Store) -> None:
    one = added(store, "Welder", company="Brightforge", link="https://jobs.example.org/7")
    other = added(store, "Painter", company="Brightforge GmbH")

    def told(**what: str | None) -> list[tuple[int, bool]]:
        given = {"title": None, "company": None, "link": None, **what}
        return [(item.id, item.same_role) for item in similar_applications(store, **given)]

    assert told(title="welder", company="brightforge") == [(one, True), (other, False)]
    assert told(company="Brightforge") == [(other, False), (one, False)]
    assert told(link="http://jobs.example.org/7/") == [(one, True)]
    assert told(title="Welder", company="Elsewhere") == []
