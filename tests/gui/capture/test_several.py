"""Several postings at once: going through them, creating the rest, and what can't be read."""

from __future__ import annotations

import json
from pathlib import Path

from pytestqt.qtbot import QtBot

from ats.commands.applications import NewApplication, add_application
from ats.gui.capture.clipboard import postings_from_files
from ats.store.queries.applications import applications
from tests.gui.capture.desk import Desk
from tests.gui.capture.several import Take, many, read_all, three, titles, write


def test_going_to_and_fro_keeps_what_was_changed(desk: Desk, take: Take, tmp_path: Path) -> None:
    take(*three(tmp_path))
    page, footer = desk.page, desk.page.footer
    assert (footer.previous_button.isEnabled(), footer.next_button.isEnabled()) == (False, True)
    page.form.company.setText("Crumb & Crust")
    footer.next_button.click()
    assert page.form.title.text() == "Ferry Pilot"
    assert not page.is_edited
    page.handlers()["next_posting"]()
    assert footer.text().startswith("Posting 3 of 3.")
    assert "next_posting" not in page.handlers()
    page.handlers()["previous_posting"]()
    footer.previous_button.click()
    assert page.form.company.text() == "Crumb & Crust"
    assert page.is_edited
    assert applications(desk.store) == []


def test_all_the_rest_is_one_step(desk: Desk, take: Take, tmp_path: Path) -> None:
    take(*three(tmp_path))
    page = desk.page
    page.form.title.setText("Day Baker")
    page.step(1)
    page.create_application()
    assert page.footer.text().startswith("Posting 3 of 3.")
    assert page.footer.rest_button.text() == "Create &all 2"
    page.footer.rest_button.click()
    assert desk.said[-1] == "Added 2 applications"
    assert titles(desk) == {"Day Baker", "Ferry Pilot", "Bus Driver"}
    assert len(desk.created) == 1
    desk.store.undo()
    assert titles(desk) == {"Ferry Pilot"}


def test_what_needs_a_look_is_left(desk: Desk, take: Take, tmp_path: Path) -> None:
    add_application(desk.store, NewApplication(title="Night Baker", company="Crumb"))
    files = write(
        tmp_path,
        a=("Night Baker", "Crumb"),
        b=("Ferry Pilot", "Harbour"),
        c=("Ferry Pilot", "Harbour"),
        d=("Bus Driver", ""),
        e=("Line Cook", "Spoon"),
    )
    take(*files)
    page = desk.page
    page.footer.rest_button.click()
    assert desk.said[-1] == (
        "Added 2 applications. 3 are left: they don’t name both role and company, "
        "or you may track them already."
    )
    assert titles(desk) == {"Night Baker", "Ferry Pilot", "Line Cook"}
    assert page.footer.text().startswith("Posting 1 of 5.")
    assert page.duplicates.text().startswith("You already track this role")
    assert desk.created == []
    page.footer.rest_button.click()
    assert desk.said[-1].startswith("None was created. 3 are left")
    page.create_application()
    assert page.footer.text().startswith("Posting 3 of 5.")
    page.step(1)
    page.form.company.setText("Rounds")
    page.create_application()
    page.create_application()
    assert len(applications(desk.store)) == 6
    assert len(desk.created) == 1


def test_a_field_that_cannot_be_read_is_not_passed_over(
    desk: Desk, take: Take, tmp_path: Path
) -> None:
    take(*three(tmp_path))
    page = desk.page
    page.form.more_button.setChecked(True)
    page.form.pay.least.setText("a lot")
    page.form.pay.least.setModified(True)
    page.create_rest()
    assert applications(desk.store) == []
    page.step(1)
    page.create_rest()
    assert titles(desk) == {"Ferry Pilot", "Bus Driver"}
    assert page.form.pay.least.text() == "a lot"


def test_files_that_cannot_be_read_are_named_with_their_reason(
    desk: Desk, take: Take, tmp_path: Path
) -> None:
    (tmp_path / "0.pdf").write_bytes(b"%PDF- no")
    three(tmp_path)
    (tmp_path / "d.docx").write_bytes(b"PK\x03\x04")
    take(tmp_path)
    page = desk.page
    assert page.form.title.text() == "Night Baker"
    assert page.footer.text().startswith("Posting 1 of 3.")
    assert page.refused.isVisible()
    assert page.refused.text() == "2 files could not be read."
    assert page.refused.sentences() == (
        "“0.pdf” is damaged: it can’t be opened as a PDF.",
        "“d.docx” is damaged: it can’t be opened as a Word document.",
    )
    page.refused.show_button.click()
    assert page.refused.show_button.text() == "Hide"
    page.refused.close_button.click()
    page.step(1)
    assert not page.refused.isVisible()
    assert desk.failed == []


def test_where_none_can_be_read_the_reasons_stay(desk: Desk, take: Take, tmp_path: Path) -> None:
    for name in ("a.pdf", "b.pdf"):
        (tmp_path / name).write_bytes(b"%PDF- no")
    take(tmp_path)
    page = desk.page
    assert page.refused.text() == "2 files could not be read."
    assert page.refused.show_button.text() == "Hide"
    assert page.footer.text() == "None of the 2 files could be read."
    assert not page.footer.create_button.isEnabled()
    assert desk.back == []
    page.cancel()
    assert desk.back == [True]
    assert not page.refused.isVisible()


def test_postings_left_out_can_be_brought_back(
    desk: Desk, take: Take, tmp_path: Path, qtbot: QtBot
) -> None:
    take(*three(tmp_path))
    page = desk.page
    page.form.title.setText("Day Baker")
    page.step(1)
    page.create_application()
    page.cancel()
    draft = page.earlier()
    assert draft is not None
    assert draft.left_over == "2 postings wait for review."
    page.bring_back_earlier()
    assert page.earlier() is None
    assert page.footer.text().startswith("Posting 3 of 3.")
    read_all(desk, qtbot)
    assert page.form.title.text() == "Bus Driver"
    page.step(-1)
    assert page.form.title.text() == "Day Baker"
    page.create_rest()
    assert titles(desk) == {"Day Baker", "Ferry Pilot", "Bus Driver"}


def test_reading_ahead_can_be_stopped_and_goes_on_when_wanted(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    files = many(tmp_path, 40)
    assert desk.page.take(postings_from_files(files))
    page = desk.page
    assert page.waiting.is_waiting
    assert not page.footer.rest_button.isEnabled()
    qtbot.waitUntil(lambda: not page.is_reading)
    page.waiting.cancel()
    assert not page._queue.is_reading_ahead
    assert page.form.title.text() == "Baker 0"
    assert desk.back == []
    page.step(1)
    qtbot.waitUntil(lambda: page.form.title.text() == "Baker 1")
    read_all(desk, qtbot)
    page.create_rest()
    assert len(applications(desk.store)) == 40
    assert len(desk.store.history()) == 1


def test_stopping_before_anything_is_read_leaves(desk: Desk, tmp_path: Path) -> None:
    assert desk.page.take(postings_from_files(three(tmp_path)))
    desk.page.waiting.cancel()
    assert desk.back == [True]
    assert desk.page._queue.count == 0
    draft = desk.page.earlier()
    assert draft is not None
    assert draft.left_over == "3 postings wait for review."


def test_what_was_changed_in_several_outlives_the_program(
    desk: Desk, take: Take, tmp_path: Path
) -> None:
    take(*three(tmp_path))
    page = desk.page
    page.form.title.setText("Day Baker")
    page.step(1)
    page.flush()
    page._keeping.load()
    draft = page.earlier()
    assert draft is not None
    assert [(at, left.typed.name) for at, left in draft.waiting.left] == [(0, "Day Baker")]


def test_each_posting_of_a_file_comes_to_review(desk: Desk, take: Take, tmp_path: Path) -> None:
    roles = [("Night Baker", "Crumb"), ("Ferry Pilot", "Harbour"), ("Night Baker", "Crumb")]
    file = tmp_path / "jobs.json"
    file.write_text(
        json.dumps(
            [
                {"@type": "JobPosting", "title": title, "hiringOrganization": {"name": company}}
                for title, company in roles
            ]
        ),
        encoding="utf-8",
    )
    take(file)
    page = desk.page
    assert page.form.title.text() == "Night Baker"
    assert page.footer.text().startswith("Posting 1 of 2.")
    page.step(1)
    page.form.title.setText("Bus Driver")
    page.cancel()
    file.unlink()
    page.bring_back_earlier()
    assert page.footer.text().startswith("Posting 2 of 2.")
    assert page.form.title.text() == "Bus Driver"
    page.create_application()
    assert titles(desk) == {"Bus Driver"}
