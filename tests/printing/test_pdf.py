"""Papers as PDF, read again: all of their text, their outline, their heads, and nothing else."""

from __future__ import annotations

import re
import threading
from typing import Any

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from ats.commands.applications import NewApplication, add_application, set_notes
from ats.commands.demo import add_sample_data
from ats.commands.exporting import exported
from ats.commands.papers import paper_bytes
from ats.commands.reporting import activities, preparation, preparation_bytes, report_bytes
from ats.commands.stages import move
from ats.domain.posting import RequirementStatus
from ats.domain.stage import StageKind
from ats.exchange.exports.paper import (
    Blanks,
    Block,
    Facts,
    Figures,
    Heading,
    Item,
    Items,
    Paper,
    PaperSize,
    Table,
    Text,
)
from ats.exchange.exports.report_layout import ReportLayout
from ats.exchange.exports.report_out import ReportOptions
from ats.exchange.exports.summary import summary
from ats.exchange.exports.summary_options import SummaryOptions
from ats.store import Store
from ats.store.queries.application import application_detail
from ats.store.queries.applications import applications
from ats.store.queries.stages import first_of_kind
from tests.exchange.test_left_out import TITLE, fill
from tests.printing.read_back import all_bytes, lowest, outline, page_texts, squeezed

pytestmark = pytest.mark.usefixtures("qapp")

# Signs that the fonts of every desktop have.
SIGNS = "abcdefgXYZ 0123456789.,;:!?()[]{}<>/\\|&%#*_=+~^'\"äöüßéñŁłØœαιωЖяэ£€§–—“”’…·"
# Short enough for the narrowest column: readers may put the lines of cells in another order.
WORDS = st.lists(st.text(SIGNS.replace(" ", ""), min_size=1, max_size=6), max_size=9).map(" ".join)
SAID = WORDS.filter(bool)
PAIRS = st.lists(st.tuples(SAID, WORDS), max_size=5).map(tuple)
BLOCKS = st.one_of(
    st.builds(Heading, level=st.integers(1, 4), text=SAID, note=WORDS, opens_page=st.booleans()),
    st.builds(Text, st.lists(WORDS, min_size=1, max_size=60).map("\n".join), st.booleans()),
    st.builds(Figures, PAIRS),
    st.builds(Facts, PAIRS),
    st.builds(
        Items,
        items=st.lists(
            st.builds(
                Item,
                text=SAID,
                details=PAIRS,
                lead=WORDS,
                status=st.sampled_from([None, *RequirementStatus]),
            ),
            min_size=1,
            max_size=8,
        ).map(tuple),
        headers=st.sampled_from([None, ("Status", "Requirement", "Evidence")]),
    ),
    st.builds(
        Table,
        headers=st.just(("One", "Two", "Three")),
        rows=st.lists(st.tuples(WORDS, WORDS, WORDS), max_size=30).map(tuple),
        weights=st.sampled_from([(), (1, 2, 5)]),
    ),
)


def values_of(block: Block) -> list[str]:
    """Every text of a block."""
    match block:
        case Heading():
            return [block.text, block.note]
        case Text():
            return block.text.splitlines()
        case Figures() | Facts():
            return [text for pair in block.pairs for text in pair]
        case Items():
            return [
                text
                for item in block.items
                for text in (
                    item.text,
                    "" if item.status else item.lead,
                    *(text for pair in item.details for text in pair),
                )
            ]
        case Table():
            return [*block.headers, *(cell for row in block.rows for cell in row)]
    return []


@settings(max_examples=25)
@given(st.lists(BLOCKS, max_size=6).map(tuple), st.booleans(), st.sampled_from(PaperSize))
def test_every_text_is_read_again(blocks: tuple[Any, ...], wide: bool, size: PaperSize) -> None:
    content = paper_bytes(Paper(title="Any", blocks=blocks, wide=wide, size=size), ".pdf")
    found = squeezed("".join(page_texts(content)))
    for block in blocks:
        for text in values_of(block):
            for word in text.split():
                assert squeezed(word) in found, text
    assert all(low > 20 for low in lowest(content))


def test_a_summary_says_everything(store: Store) -> None:
    add_sample_data(store)
    pages = page_texts(exported(store, ".pdf"))
    assert "Job search\r\n22 applications as of 23 Nov 2026" in pages[0]
    found = squeezed("".join(pages))
    for row in applications(store):
        detail = application_detail(store, row.id)
        assert detail is not None
        for text in (
            row.title, row.company, row.next_action or "", *row.tags, detail.notes,
            *(item.requirement.text for item in detail.requirements),
            *(item.requirement.talking_point for item in detail.requirements),
            *(one.title for item in detail.requirements for one in item.evidence),
            *(event.event.note for event in detail.events),
            *(event.interview.people for event in detail.events if event.interview),
        ):  # fmt: skip
            assert squeezed(text) in found, text


def test_pages_are_numbered_and_carry_the_title(store: Store) -> None:
    add_sample_data(store)
    pages = page_texts(exported(store, ".pdf"))
    assert len(pages) > 3
    for number, text in enumerate(pages, start=1):
        assert f"{number} of {len(pages)}" in text
        assert text.count("As of 23 Nov 2026") == (number > 1)


def test_the_outline_leads_to_the_applications(store: Store) -> None:
    add_sample_data(store)
    content = exported(store, ".pdf")
    pages = page_texts(content)
    entries = outline(content)
    assert entries[0] == (0, "Job search", 0)
    named = {text: page for level, text, page in entries if level == 1}
    for row in applications(store):
        assert f"{row.title}, {row.company}" in named
        assert squeezed(row.title) in squeezed(pages[named[f"{row.title}, {row.company}"]])
    raw = all_bytes(content)
    assert b"/DisplayDocTitle true" in raw
    assert b"/Lang (en)" in raw
    assert len(re.findall(rb"/Dest \(", raw)) >= 22


def test_the_head_of_a_table_stands_on_each_of_its_pages() -> None:
    rows = tuple((f"Row {number}", "x") for number in range(300))
    content = paper_bytes(
        Paper(title="Rows", blocks=(Table(headers=("Alpha", "Beta"), rows=rows),)), ".pdf"
    )
    pages = page_texts(content)
    assert len(pages) > 4
    assert all(text.count("Alpha") == 1 for text in pages)


def test_a_cell_higher_than_a_page_goes_on_over_the_next() -> None:
    long = "\n".join(f"line {number}" for number in range(400))
    content = paper_bytes(
        Paper(title="Long", blocks=(Table(headers=("A", "B"), rows=((long, "short"),)),)), ".pdf"
    )
    pages = page_texts(content)
    found = squeezed("".join(pages))
    assert all(f"line{number}" in found for number in range(400))
    assert 5 < len(pages) < 12
    assert all(low > 20 for low in lowest(content))


def test_text_of_many_scripts_is_real_text() -> None:
    texts = ("office fi ffl", "Ελληνικά", "Кириллица", "naïve Łódź")
    content = paper_bytes(Paper(title="x", blocks=tuple(Text(text) for text in texts)), ".pdf")
    found = "".join(page_texts(content))
    for text in texts:
        assert text in found


def test_hostile_text_stays_text(store: Store) -> None:
    hostile = ") /JS (app.alert(1)) >> endobj <</S /JavaScript\\ <script>"
    id = add_application(
        store,
        NewApplication(title=hostile, company=hostile, link="https://a.example/)/URI(x)\\endobj"),
    )
    set_notes(store, id, hostile + "\0\x07\u202e")
    content = exported(store, ".pdf")
    assert squeezed(hostile) in squeezed("".join(page_texts(content)))
    document = pypdfium2.PdfDocument(content)
    assert pypdfium2.raw.FPDFDoc_GetJavaScriptActionCount(document) == 0
    document.close()
    assert b"/URI (https://a.example/%29/URI%28x%29%5Cendobj)" in content
    assert outline(content)[0][1].startswith(hostile[:20])


@pytest.mark.parametrize(
    ("options", "gone"),
    [
        (SummaryOptions(notes=False), ["THOUGHT"]),
        (SummaryOptions(pay=False), ["61,250", "74900", "74.9", "73,500", "70,000"]),
        (
            SummaryOptions(names=False, name="Adalbert Ownman"),
            ["Zorbex", "Wilma", "Otto", "Adalbert", "ZX-77"],
        ),
    ],
)
def test_what_is_left_out_is_nowhere_in_the_file(
    store: Store, options: SummaryOptions, gone: list[str]
) -> None:
    fill(store)
    content = exported(store, ".pdf", options=options)
    text, raw = "".join(page_texts(content)), all_bytes(content)
    assert TITLE in text
    for word in gone:
        assert word.lower() not in text.lower()
        for form in (
            word.encode(),
            word.encode("utf-16-be"),
            word.encode("utf-16-be").hex().encode(),
        ):
            assert form.lower() not in raw.lower()


def test_in_a_thread_it_is_the_same(store: Store) -> None:
    add_sample_data(store)
    details = [application_detail(store, row.id) for row in applications(store)]
    paper = summary([d for d in details if d], store.today())
    here = page_texts(paper_bytes(paper, ".pdf"))
    found: list[bytes] = []
    threads = [
        threading.Thread(target=lambda: found.append(paper_bytes(paper, ".pdf"))) for _ in range(3)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [page_texts(content) for content in found] == [here] * 3


def test_it_can_be_stopped_and_says_how_far_it_is(store: Store) -> None:
    add_sample_data(store)
    details = [application_detail(store, row.id) for row in applications(store)]
    paper = summary([d for d in details if d], store.today())
    told: list[float] = []
    paper_bytes(paper, ".pdf", told.append)
    assert told == sorted(told)
    assert told[0] == 0.0
    assert told[-1] <= 1.0

    class Stop(Exception):
        pass

    def stop(done: float) -> None:
        if done > 0.6:
            raise Stop

    with pytest.raises(Stop):
        paper_bytes(paper, ".pdf", stop)
    assert paper_bytes(paper, ".pdf")


def test_a_preparation_sheet_is_one_or_two_pages(store: Store) -> None:
    add_sample_data(store)
    for row in applications(store):
        pages = page_texts(preparation_bytes(preparation(store, row.id), ".pdf"))
        assert len(pages) <= 2
        assert "In the interview" in pages[-1]


def test_a_work_search_report_repeats_its_head_and_is_for_signing(store: Store) -> None:
    for number in range(60):
        on = store.today()
        id = add_application(store, NewApplication(title=f"Role{number}", on=on))
        move(store, [id], first_of_kind(store, StageKind.APPLIED).id, on=on)
    options = ReportOptions(layout=ReportLayout.DE, name="Jo Ellis", reference="AB12")
    search = activities(store, store.today(), store.today(), options)
    content = report_bytes(search, ".pdf", store.today(), options)
    pages = page_texts(content)
    assert len(pages) > 2
    assert all("Ansprechpartner" in text for text in pages[:-1])
    assert all(f"Seite {n} von {len(pages)}" in text for n, text in enumerate(pages, start=1))
    assert "Unterschrift" in pages[-1]
    found = squeezed("".join(pages))
    assert all(f"Role{number}" in found for number in range(60))
    assert b"/Lang (de)" in all_bytes(content)


def test_the_line_to_sign_on_is_not_alone_on_a_page() -> None:
    for count in range(20, 50):
        rows = tuple((f"Row{number}", "x") for number in range(count))
        blocks = (Table(headers=("Alpha", "Beta"), rows=rows), Blanks(labels=("Signed",)))
        pages = page_texts(paper_bytes(Paper(title="x", blocks=blocks), ".pdf"))
        assert "Signed" in pages[-1]
        assert f"Row{count - 1}" in pages[-1]
