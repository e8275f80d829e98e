"""Markdown and HTML summaries say everything, and nothing in them is more than text."""

from __future__ import annotations

from html.parser import HTMLParser

import pytest

from ats.commands.applications import NewApplication, NewRequirement, add_application, set_notes
from ats.commands.demo import add_sample_data
from ats.commands.exporting import ExportKind, exported
from ats.commands.requirements import edit_requirement
from ats.domain.posting import RequirementKind
from ats.domain.problem import Problem
from ats.store import Store
from ats.store.queries.applications import application_row

HOSTILE = (
    "<script>alert(1)</script>\n# Heading\n- item | cell\n[a](javascript:x) `code` **b** &amp;"
)


class Tags(HTMLParser):
    """Collects the tags, attributes and text of a page."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[tuple[str, str | None]] = set()
        self.text = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes.update(attrs)

    def handle_data(self, data: str) -> None:
        self.text += data


def hostile(store: Store) -> int:
    id = add_application(
        store,
        NewApplication(
            title=HOSTILE,
            company=HOSTILE,
            link="javascript:alert(1)",
            requirements=(NewRequirement(text=HOSTILE, kind=RequirementKind.MUST),),
        ),
    )
    set_notes(store, id, HOSTILE)
    edit_requirement(store, 1, talking_point=HOSTILE)
    return id


def test_html_holds_text_only(store: Store) -> None:
    hostile(store)
    page = Tags(exported(store, ".html").decode())
    assert not page.tags & {"script", "img", "iframe", "link", "object", "a"}
    assert page.text.count("<script>alert(1)</script>") == 7
    assert not [value for name, value in page.attributes if name in ("src", "href")]
    assert ("content", "default-src 'none'; style-src 'unsafe-inline'") in page.attributes


def test_markdown_keeps_its_structure(store: Store) -> None:
    hostile(store)
    lines = exported(store, ".md").decode().splitlines()
    assert [line for line in lines if line.startswith("#")] == [
        f"# {ESCAPED_LINE}, {ESCAPED_LINE}", "## Notes", "## Requirements", "### Must have",
        "## History",
    ]  # fmt: skip
    assert not [line for line in lines if "<script" in line.replace("\\<", "")]
    assert "\\- item \\| cell\\" in lines


ESCAPED_LINE = (
    r"\<script\>alert(1)\</script\> \# Heading - item \| cell \[a\](javascript:x)"
    r" \`code\` \*\*b\*\* \&amp;"
)


@pytest.mark.parametrize("ending", [".md", ".html"])
def test_a_summary_says_everything(store: Store, ending: str) -> None:
    add_sample_data(store)
    rail = application_row(store, 22)
    assert rail is not None
    text = exported(store, ending, rows=[rail]).decode()
    for words in (
        "Senior Data Analyst, Network Planning, Orchard Rail", "Interviewing",
        "Prepare the forecast case for the panel", "£52,000–60,000 a year", "Must have",
        "What to say", "Start with what the planners did before.",
        "Delivery forecast for 40 depots", "26 Nov 2026, 10:30 Europe/London",
        "Round 2: Forecast case",
        "Draw the weekly cycle on one page.", "2 Nov 2026", "Ines Okafor, Head of planning",
    ):  # fmt: skip
        assert words in text.replace("&amp;", "&"), words
    everything = exported(store, ending, ExportKind.EVERYTHING).decode()
    assert "22 applications as of 23 Nov 2026" in everything
    assert "Offer (initial), 20 Nov 2026" in everything.replace("\\", "")
    assert "Closed (no response)" in everything


def test_only_web_addresses_are_links(store: Store) -> None:
    add_application(store, NewApplication(title="Welder", link="https://alpha.example/1?a=1&b=2"))
    page = Tags(exported(store, ".html").decode())
    assert ("href", "https://alpha.example/1?a=1&b=2") in page.attributes


def test_endings_that_are_not_known(store: Store) -> None:
    with pytest.raises(Problem, match=r"“\.xyz”.*\.csv, \.xlsx, .*\.txt and \.zip"):
        exported(store, ".xyz")
    with pytest.raises(Problem, match="no ending"):
        exported(store, "")
    with pytest.raises(Problem, match=r"A \.pdf file can’t hold offers. Use \.csv or"):
        exported(store, ".pdf", ExportKind.OFFERS)
