"""`ats report` and summaries from the command line."""

from __future__ import annotations

from pathlib import Path

import pytest

from ats.cli.transfer import SECTIONS
from ats.exchange.exports.report_layout import ReportLayout
from ats.exchange.exports.summary_options import Section
from ats.settings import REPORT_LAYOUTS
from tests.cli.runs import Line, process

PERIOD = ("--from", "2020-01-01", "--to", "2020-02-01")


def test_the_words_are_those_of_the_options() -> None:
    assert list(REPORT_LAYOUTS) == [layout.value for layout in ReportLayout]
    assert list(SECTIONS) == [section.value for section in Section]


def test_a_report_is_written_and_its_head_is_remembered(ats: Line, tmp_path: Path) -> None:
    ats.done("demo")
    first, second = tmp_path / "first.md", tmp_path / "second.md"
    words = ("--layout", "de", "--name", "Jo Ellis", "--reference", "AB 12")
    told = ats.done("report", "work-search", str(first), *PERIOD, *words)
    assert told == f"Wrote {first}.\n"
    ats.done("report", "work-search", str(second), *PERIOD)
    assert first.read_bytes() == second.read_bytes()
    assert "# Nachweis der Eigenbemühungen" in second.read_text(encoding="utf-8")
    ats.done("report", "work-search", str(second), *PERIOD, "--name", "", "--layout", "us")
    text = second.read_text(encoding="utf-8")
    assert "Jo Ellis" not in text
    assert "Claimant ID" in text


def test_a_report_that_is_refused_leaves_everything_as_it_was(ats: Line, tmp_path: Path) -> None:
    ats.done("demo")
    file = tmp_path / "report.csv"
    file.write_text("mine")
    period = ("--from", "2020-02-01", "--to", "2020-01-01")
    assert "before it begins" in ats.refused("report", "work-search", str(file), *period)
    assert "no ending" in ats.refused("report", "work-search", str(tmp_path / "x"), *PERIOD)
    other = str(tmp_path / "missing" / "report.csv")
    assert "Couldn’t write" in ats.refused(
        "report", "work-search", other, *PERIOD, "--name", "Jo Ellis"
    )
    ats.done("report", "work-search", str(tmp_path / "a.md"), *PERIOD)
    assert "Jo Ellis" not in (tmp_path / "a.md").read_text(encoding="utf-8")
    assert file.read_text() == "mine"
    assert ats("report", "work-search", str(file)).exit_code == 2


def test_a_preparation_sheet(ats: Line, tmp_path: Path) -> None:
    ats.done("add", "--title", "Baker", "--company", "Crumb")
    file = tmp_path / "sheet.html"
    ats.done("report", "preparation", str(file), "--application", "1")
    assert "<h1" in file.read_text(encoding="utf-8")
    refused = ats.refused("report", "preparation", str(file), "--application", "7")
    assert refused == "There is no application 7."
    assert ats("report", "preparation", str(file)).exit_code == 2


def test_a_summary_leaves_out_what_is_asked(ats: Line, tmp_path: Path) -> None:
    ats.done("demo")
    file = tmp_path / "summary.md"
    ats.done("export", str(file), "--without-names", "--without-pay")
    text = file.read_text(encoding="utf-8")
    assert "Orchard" not in text
    assert "£" not in text
    ats.done("export", str(file), "--section", "list")
    assert "## Data Analyst" not in file.read_text(encoding="utf-8")
    assert ats("export", str(file), "--section", "everything").exit_code == 2


@pytest.mark.parametrize(
    "words",
    [
        ["export", "out.pdf"],
        ["report", "preparation", "out.pdf", "--application", "22"],
        ["report", "work-search", "out.pdf", *PERIOD],
    ],
)
def test_pdf_needs_no_screen(tmp_path: Path, words: list[str]) -> None:
    data = tmp_path / "data"
    assert process("demo", data=data).returncode == 0
    file = tmp_path / "out.pdf"
    done = process(
        *[str(file) if word == "out.pdf" else word for word in words],
        data=data, QT_QPA_PLATFORM="", DISPLAY="", WAYLAND_DISPLAY="",
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, b"")
    assert file.read_bytes().startswith(b"%PDF-1.4")
