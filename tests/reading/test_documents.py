"""Files of every kind: what is taken out of them, and what is refused."""

from __future__ import annotations

import base64
import io
import json
import time
import zipfile
from contextlib import suppress

import pytest

from ats.domain.problem import Problem
from ats.reading.documents import (
    LARGEST,
    Document,
    Kind,
    document_of,
    is_markup,
    open_document,
    read_document,
)
from ats.reading.pages.markup import lay_out_html
from tests.reading import files
from tests.reading.files import (
    docx,
    heading,
    item,
    lines,
    locked_pdf,
    message,
    paragraph,
    pdf,
    saved_page,
)

PAGE = "<h1>Night Baker</h1><p>Crumb &amp; Crust, Köln</p><ul><li>Früh aufstehen</li></ul>"
POSTING = {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    "title": "Night Baker",
    "description": "<p>Bake bread.</p>",
}


def words(content: bytes, name: str) -> str:
    """What a file says, laid out."""
    document = open_document(content, name)
    return lay_out_html(document.text) if document.kind is Kind.HTML else document.text


def refused(content: bytes, name: str) -> str:
    with pytest.raises(Problem) as told:
        open_document(content, name)
    sentence = str(told.value)
    assert f"“{name}”" in sentence
    assert "\n" not in sentence
    return sentence


# Text, pages and data


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "cp1252"])
@pytest.mark.parametrize("name", ["a.txt", "a.md", "a", "a.pdf"])
def test_text_in_common_encodings(encoding: str, name: str) -> None:
    text = "# Bäcker für Köln\n\n- 3 Jahre Erfahrung\n"
    assert open_document(text.encode(encoding), name) == Document(Kind.TEXT, text)


@pytest.mark.parametrize("name", ["a.html", "a.htm", "a.txt", "a.docx"])
def test_a_page_is_one_by_any_name(name: str) -> None:
    document = open_document(PAGE.encode(), name)
    assert document == Document(Kind.HTML, PAGE)


@pytest.mark.parametrize(
    "declared",
    ['<meta charset="{}">', '<meta http-equiv=Content-Type content="text/html; charset={}">'],
)
@pytest.mark.parametrize("encoding", ["shift_jis", "iso-8859-15", "windows-1251"])
def test_a_page_in_the_encoding_it_declares(declared: str, encoding: str) -> None:
    said = {"shift_jis": "パン職人", "iso-8859-15": "35 000 €", "windows-1251": "Пекарь"}[encoding]
    page = f"<html><head>{declared.format(encoding)}</head><body><p>{said}</p></body></html>"
    assert said in open_document(page.encode(encoding), "a.html").text


def test_a_page_that_declares_nonsense_is_read_all_the_same() -> None:
    for charset in ("utf-16", "klingon", "utf-7", "hex", "idna"):
        page = f'<!doctype html><meta charset="{charset}"><p>Bäcker</p>'
        assert "Bäcker" in open_document(page.encode(), "a.html").text


def test_data_is_told_by_what_it_holds() -> None:
    data = json.dumps(POSTING)
    assert open_document(data.encode(), "a.json") == Document(Kind.JSON_LD, data)
    assert open_document(data.encode("utf-16"), "a.txt").kind is Kind.JSON_LD
    assert "no job posting" in refused(b'{"name": "ats", "version": 1}', "a.json")
    assert "no job posting" in refused(b'[{"a": 1}, {"b": 2}]', "list.txt")
    assert "isn’t valid JSON" in refused(b'{"@type": "JobPosting", "title": "Ba', "a.json")
    assert "nested deeper" in refused(b"[" * 100_000 + b"]" * 100_000, "a.json")
    assert open_document(b"[Remote] Baker wanted", "a.txt").kind is Kind.TEXT


def test_the_source_of_a_page_pasted_as_text_is_a_page() -> None:
    assert is_markup("<!DOCTYPE html>\n<html lang=en><body>Baker")
    assert is_markup("<div><p>Baker</p><p>Crumb</p><p>Early hours</p></div>")
    assert is_markup("Baker<br>Crumb &amp; Crust<br/>Leeds<br />Early hours")
    escaped = "&lt;p&gt;Baker&lt;/p&gt;&lt;ul&gt;&lt;li&gt;Early hours&lt;/li&gt;&lt;/ul&gt;"
    assert document_of(escaped) == Document(Kind.HTML, "<p>Baker</p><ul><li>Early hours</li></ul>")


@pytest.mark.parametrize(
    "text",
    [
        "Baker wanted",
        "You know the <p> and </p> tags and what a </div> closes.",
        "<b>Baker</b> with <i>three</i> years <img src='x'>",
        "We use C<T>, a < b and List<li>.",
        "<Senior> Baker at <Company>",
        "About us\n" + "We bake bread and cake for cafés. " * 200 + "</p></p></p></div>",
    ],
)
def test_text_that_mentions_markup_is_text(text: str) -> None:
    assert document_of(text) == Document(Kind.TEXT, text)


# PDF


def test_lines_of_a_paragraph_are_joined_and_items_are_not() -> None:
    made = pdf(
        lines(
            "#Night Baker\n\nWe bake for forty cafés in Leeds and look for someone who takes care\n"
            "of the ovens between midnight and eight in the morning.\n\n#Requirements\n"
            "• Three years of experience in a bakery with deck ovens and some patience with\n"
            "   wet doughs\n• A food hygiene certificate\nEarly hours\nKind people"
        )
    )
    assert words(made, "a.pdf").split("\n") == [
        "Night Baker",
        "",
        "We bake for forty cafés in Leeds and look for someone who takes care of the ovens "
        "between midnight and eight in the morning.",
        "",
        "Requirements",
        "• Three years of experience in a bakery with deck ovens and some patience with wet doughs",
        "• A food hygiene certificate",
        "Early hours",
        "Kind people",
    ]


def test_words_broken_at_line_ends_are_whole_again() -> None:
    made = pdf(
        lines(
            "You have some experi-\nence with bread, pas-\ntries and a customer-\n"
            "facing counter in the\nmorning, and like self-\nservice shops. "
            "Pastries\nare our pride here."
        )
    )
    assert words(made, "a.pdf") == (
        "You have some experience with bread, pastries and a customer-facing counter in the "
        "morning, and like self-service shops. Pastries are our pride here."
    )


def test_a_hyphen_stays_where_words_are_not_broken() -> None:
    rest = "\n".join(["and takes care of the ovens of the bakery in the night,"] * 30)
    made = pdf(
        lines(f"We look for a baker for an ever-\nchanging menu who bakes bread\n{rest}", y=800)
    )
    assert "ever-changing menu" in words(made, "a.pdf")


def test_columns_are_read_one_after_the_other() -> None:
    left = "Requirements\n• Three years in a bakery\n   with deck ovens\n• A hygiene certificate"
    right = "What you will do\n• Bake bread for the cafés\n   of the town\n• Train new bakers"
    beside = [
        each
        for pair in zip(lines(left, 50, 700), lines(right, 310, 700), strict=True)
        for each in pair
    ]
    made = pdf([(50.0, 740.0, "#Night Baker at Crumb and Crust, bakers of Leeds"), *beside])
    assert words(made, "a.pdf").split("\n") == [
        "Night Baker at Crumb and Crust, bakers of Leeds",
        "",
        "Requirements",
        "• Three years in a bakery with deck ovens",
        "• A hygiene certificate",
        "",
        "What you will do",
        "• Bake bread for the cafés of the town",
        "• Train new bakers",
    ]


def test_a_table_of_facts_stays_in_rows() -> None:
    names = lines("Location\nContract\nClosing date\nHours", 60)
    values = lines("Leeds\nPermanent\n4 December 2026\n38 per week", 200)
    found = words(pdf([*names, *values]), "a.pdf")
    assert found == (
        "Location\tLeeds\nContract\tPermanent\nClosing date\t4 December 2026\nHours\t38 per week"
    )


def test_words_without_spaces_between_them() -> None:
    placed = []
    for row, line in enumerate(("Three years in a bakery", "and a hygiene certificate")):
        x = 60.0
        for word in line.split():
            placed.append((x, 700 - 14.0 * row, word))
            x += 6.1 * len(word) + 3
    assert words(pdf(placed), "a.pdf").replace("\n", " ") == (
        "Three years in a bakery and a hygiene certificate"
    )


def test_bullets_that_are_drawn_or_signs_of_other_fonts() -> None:
    square = "52 703 4 4 re f 52 689 4 4 re f"
    made = pdf([(62, 700, "Early hours"), (62, 686, "Kind people")], drawn=square)
    assert words(made, "a.pdf") == "• Early hours\n• Kind people"
    marks = pdf(
        [(50, 700, "¤"), (62, 700, "Early hours"), (50, 686, "o"), (62, 686, "Kind people")]
    )
    assert words(marks, "a.pdf").endswith("• Kind people")


def test_running_titles_and_page_numbers_are_said_once_or_not() -> None:
    pages = [
        [
            (60.0, 820.0, "Crumb and Crust, vacancies"),
            *lines(f"Part {word} of the posting, which says something new.", y=700),
            (280.0, 30.0, f"Page {number} of 3"),
            (60.0, 45.0, "https://jobs.crumb.example/7"),
        ]
        for number, word in enumerate(("one", "two", "three"), 1)
    ]
    found = words(pdf(*pages), "a.pdf")
    assert found.count("vacancies") == 1
    assert found.count("https://jobs.crumb.example/7") == 1
    assert "Page" not in found
    assert [found.index(word) for word in ("one", "two", "three")] == sorted(
        found.index(word) for word in ("one", "two", "three")
    )


@pytest.mark.parametrize(
    ("turned", "drawn"),
    [(0, ""), (90, "0 1 -1 0 595 0 cm"), (180, "-1 0 0 -1 595 842 cm"), (270, "0 -1 1 0 0 842 cm")],
)
def test_pages_that_are_turned(turned: int, drawn: str) -> None:
    made = pdf([(60, 500, "Night Baker"), (60, 460, "Early hours")], drawn=drawn)
    made = made.replace(b"/MediaBox", b"/Rotate %d /MediaBox" % turned)
    assert words(made, "a.pdf") == "Night Baker\n\nEarly hours"


def test_long_pdfs_take_a_moment() -> None:
    table = [(40.0 + 130 * x, 830 - 7.0 * y, f"Cell {x} {y}") for y in range(110) for x in range(4)]
    squares = " ".join(
        f"{30 + 130 * x} {832 - 7 * y} 3 3 re f" for y in range(110) for x in range(4)
    )
    for drawn in ("", squares):
        began = time.process_time()
        assert "Cell 3 9" in words(pdf(*[table] * 60, size=6, drawn=drawn), "a.pdf")
        assert time.process_time() - began < 4


def test_a_pdf_by_another_name() -> None:
    assert words(pdf(lines("Night Baker")), "posting.docx") == "Night Baker"


def test_pdfs_without_words_are_named() -> None:
    assert "pictures of pages" in refused(pdf([], drawn="50 50 300 300 re f"), "scan.pdf")
    assert "its pages are empty" in refused(pdf([], []), "blank.pdf")
    assert "damaged" in refused(b"%PDF-1.7\nrubbish", "broken.pdf")
    assert "damaged" in refused(pdf(), "empty.pdf")


def test_a_locked_pdf_is_named() -> None:
    assert "password" in refused(locked_pdf(), "locked.pdf")
    assert "damaged" in refused(pdf(), "empty.pdf")  # not what was said of the one before


def test_half_a_pdf_gives_what_it_has_or_is_named() -> None:
    whole = pdf(lines("Night Baker"), lines("Early hours"))
    for length in range(0, len(whole), 97):
        with suppress(Problem):
            open_document(whole[:length], "a.pdf")


# Word


def test_a_word_document_keeps_headings_items_and_tables() -> None:
    cell = "<w:tc>{}</w:tc>".format
    row = f"<w:tr>{cell(paragraph('Location'))}{cell(paragraph('Leeds'))}</w:tr>"
    body = (
        heading("Night Baker")
        + paragraph("Crumb &amp; Crust", run="<w:b/>")
        + item("Early <hours>".replace("<", "&lt;").replace(">", "&gt;"))
        + paragraph("Kind people", '<w:pStyle w:val="Liste"/>')
        + f"<w:tbl>{row}</w:tbl>"
    )
    document = open_document(docx(body), "a.docx")
    assert document.kind is Kind.HTML
    assert document.text == (
        "<h2>Night Baker</h2>\n<p><strong>Crumb &amp; Crust</strong></p>\n"
        "<ul><li>Early &lt;hours&gt;</li>\n<li>Kind people</li>\n</ul>"
        "<table><tr><td><p>Location</p>\n</td><td><p>Leeds</p>\n</td></tr></table>"
    )
    assert "• Early <hours>\n• Kind people" in lay_out_html(document.text)


def test_what_a_word_document_does_not_show_is_left_out() -> None:
    body = (
        "<w:p><w:r><w:t>Pay: £31,000</w:t></w:r>"
        "<w:del><w:r><w:delText>£99,000</w:delText></w:r></w:del>"
        "<w:ins><w:r><w:t> a year</w:t></w:r></w:ins>"
        "<w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r>"
        '<w:r><w:instrText>HYPERLINK "x"</w:instrText></w:r>'
        "<w:r><w:br/><w:t>Leeds</w:t><w:tab/><w:t>UK</w:t></w:r></w:p>"
    )
    assert words(docx(body), "a.docx") == "Pay: £31,000 a year\nLeeds UK"


def test_heads_and_feet_and_boxes_of_a_word_document() -> None:
    twice = (
        '<w:p><w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice><w:txbxContent>'
        "<w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent></mc:Choice><mc:Fallback>"
        "<w:txbxContent><w:p><w:r><w:t>In a box</w:t></w:r></w:p></w:txbxContent></mc:Fallback>"
        "</mc:AlternateContent></w:r></w:p>"
    )
    made = docx(
        twice + paragraph("Night Baker"),
        header1=f"<w:hdr {files.W}>{paragraph('Crumb')}</w:hdr>",
        footer1=f"<w:ftr {files.W}>{paragraph('Leeds')}</w:ftr>",
    )
    assert words(made, "a.docx").split() == "Crumb In a box Night Baker Leeds".split()


def test_archives_that_are_no_word_document_are_named() -> None:
    def archive(*names: str, content: str = files.TYPES) -> bytes:
        packed = io.BytesIO()
        with zipfile.ZipFile(packed, "w") as made:
            for name in names:
                made.writestr(name, content)
        return packed.getvalue()

    assert "archive" in refused(archive("a.txt"), "a.zip")
    assert "workbook" in refused(
        archive("[Content_Types].xml", "xl/a.xml", content="<a/>"), "a.xlsx"
    )
    assert "isn’t a Word" in refused(archive("[Content_Types].xml", content="<a/>"), "a.docx")
    assert "damaged" in refused(archive("[Content_Types].xml"), "a.docx")
    assert "damaged" in refused(docx(heading("Night Baker"))[:-40], "a.docx")
    assert "damaged" in refused(docx("<w:p>"), "a.docx")
    assert "no text" in refused(docx(paragraph(" ")), "a.docx")


def test_entities_and_bombs_are_refused_quickly() -> None:
    began = time.process_time()
    tens = "".join(f'<!ENTITY a{n + 1} "{f"&a{n};" * 10}">' for n in range(9))
    bomb = f'<!DOCTYPE x [<!ENTITY a0 "baker">{tens}<!ENTITY a "&a9;">]>'
    external = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    for start in (bomb, external):
        for encoding in ("utf-8", "utf-16"):
            packed = io.BytesIO()
            with zipfile.ZipFile(packed, "w") as made:
                made.writestr("[Content_Types].xml", files.TYPES)
                body = f"<w:document {files.W}><w:body>{paragraph('&a;')}</w:body></w:document>"
                made.writestr("word/document.xml", (start + body).encode(encoding))
            assert "damaged" in refused(packed.getvalue(), "a.docx")
    large = docx(paragraph("a" * 60_000_000))
    assert len(large) < 200_000
    assert "unpacks to more" in refused(large, "a.docx")
    assert time.process_time() - began < 5


# Mail and saved pages


def test_a_mail_gives_its_page_over_its_text() -> None:
    made = message("Night Baker, Köln", PAGE, "Fwd: WG: Night Baker in Köln")
    document = open_document(made, "a.eml")
    assert document.kind is Kind.HTML
    assert words(made, "a.eml").split("\n")[0] == "Night Baker in Köln"
    assert "• Früh aufstehen" in words(made, "a.eml")


def test_a_mail_without_a_page_gives_its_text() -> None:
    made = message(
        "Night Baker\n\n• Früh aufstehen, jeden Morgen und überall\n", "<p>Hi</p>", "Köln"
    )
    assert open_document(made, "a.eml") == Document(
        Kind.TEXT, "Köln\n\nNight Baker\n\n• Früh aufstehen, jeden Morgen und überall"
    )


def test_a_mail_in_old_encodings() -> None:
    made = (
        b"From: jo@crumb.example\r\nSubject: =?iso-8859-1?Q?B=E4cker?=\r\nMIME-Version: 1.0\r\n"
        b"Content-Type: text/plain; charset=windows-1252\r\n"
        b"Content-Transfer-Encoding: base64\r\n\r\n"
        + base64.encodebytes("Bäcker für Köln".encode("cp1252"))
    )
    assert words(made, "a.eml") == "Bäcker\n\nBäcker für Köln"


def test_a_mail_that_comes_with_the_posting() -> None:
    posting = docx(heading("Night Baker") + item("Early hours") + paragraph("Leeds"))
    made = message("See the file.\n", attached={"logo.png": b"\x89PNG", "posting.docx": posting})
    assert "• Early hours" in words(made, "a.eml")
    long = "We are looking for a baker. " * 60
    assert words(message(long, attached={"posting.docx": posting}), "a.eml").startswith("We are")


def test_a_text_with_lines_like_a_header_is_text() -> None:
    text = b"Title: Night Baker\nCompany: Crumb\nFrom: 1 May\n\nEarly hours\n"
    assert open_document(text, "a.txt") == Document(Kind.TEXT, text.decode())


@pytest.mark.parametrize("name", ["a.mhtml", "a.mht", "a.html", "a.txt", "a.eml"])
@pytest.mark.parametrize("charset", ["", "utf-8", "iso-8859-1"])
def test_a_saved_page_with_its_parts(name: str, charset: str) -> None:
    document = open_document(saved_page(PAGE, charset=charset), name)
    assert document == Document(Kind.HTML, PAGE, "https://jobs.crumb.example/7")


def test_a_saved_page_tells_the_link_of_its_posting() -> None:
    assert read_document(open_document(saved_page(PAGE), "a.mht")).link == (
        "https://jobs.crumb.example/7"
    )
    own = '<link rel="canonical" href="https://crumb.example/jobs/8">' + PAGE
    assert read_document(open_document(saved_page(own), "a.mht")).link == (
        "https://crumb.example/jobs/8"
    )


def test_a_posting_in_a_frame_of_a_saved_page() -> None:
    data = f'<script type="application/ld+json">{json.dumps(POSTING)}</script><p>Baker</p>'
    assert open_document(saved_page("<p>Careers</p>", data), "a.mhtml").text == data
    long = "<p>We are looking for a baker.</p>" * 60
    assert open_document(saved_page("<p>Careers</p>", "<p>Ad</p>", long), "a.mhtml").text == long
    assert open_document(saved_page(long, "<p>Ad</p>"), "a.mhtml").text == long


# What is no posting


NO_POSTINGS = {
    "nothing": (b"", "no text"),
    "spaces": (b" \n\t ", "no text"),
    "PNG": (b"\x89PNG\r\n\x1a\n" + bytes(100), "picture"),
    "JPEG": (b"\xff\xd8\xff\xe0" + bytes(100), "picture"),
    "WebP": (b"RIFF\x10\0\0\0WEBPVP8 ", "picture"),
    "old Office": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(100), "Outlook"),
    "RTF": (b"{\\rtf1\\ansi Baker}", "RTF"),
    "all bytes": (bytes(range(256)) * 20, "isn’t a posting that can be read"),
    "gzip": (b"\x1f\x8b\x08" + bytes(100), "isn’t a posting that can be read"),
    "zero byte": (b"Baker\x00wanted", "isn’t a posting that can be read"),
    "half UTF-16": (b"\xff\xfeB", "isn’t a posting that can be read"),
    "large": (b"a" * (LARGEST + 1), "larger than 25 MB"),
}


@pytest.mark.parametrize("kind", NO_POSTINGS)
def test_what_is_no_posting_is_named(kind: str) -> None:
    content, told = NO_POSTINGS[kind]
    assert told in refused(content, "a.txt")
