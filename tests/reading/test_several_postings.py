"""Files that hold several postings as data: which they are, and which one the file is about."""

from __future__ import annotations

import json
from typing import Any

from ats.reading import read_html
from ats.reading.documents import Document, document_of, other_postings, read_document

BAKER = "<p>Bake rolls through the night.</p><ul><li>Two years at an oven</li></ul>" * 4
PILOT = "<p>Guide ferries through the narrows.</p><ul><li>A licence for boats</li></ul>" * 4


def posting(title: str, company: str, description: str = "", **more: Any) -> dict[str, Any]:
    found = {"@type": "JobPosting", "title": title, "hiringOrganization": {"name": company}}
    return {**found, **more, **({"description": description} if description else {})}


def page(*blocks: Any, heading: str = "Our jobs") -> Document:
    scripts = "".join(
        f'<script type="application/ld+json">{json.dumps(block)}</script>' for block in blocks
    )
    return document_of(
        f"<!doctype html><title>{heading}</title>{scripts}<h1>{heading}</h1>{BAKER}{PILOT}"
    )


def roles(document: Document) -> list[tuple[str | None, str | None]]:
    readings = [read_document(each) for each in (document, *other_postings(document))]
    return [(reading.title, reading.company) for reading in readings]


def test_each_posting_of_a_page_or_of_data_is_found_once() -> None:
    baker, pilot = posting("Baker", "Crumb", BAKER), posting("Pilot", "Skerry Port", PILOT)
    expected = [("Baker", "Crumb"), ("Pilot", "Skerry Port")]
    assert roles(page(baker, pilot, baker)) == expected
    assert roles(page({"@graph": [baker, pilot]})) == expected
    assert roles(document_of(json.dumps([baker, pilot, baker]))) == expected
    assert roles(document_of("\n".join(map(json.dumps, (baker, pilot))))) == expected


def test_what_each_asks_for_is_its_own() -> None:
    document = page(posting("Baker", "Crumb", BAKER), posting("Pilot", "Skerry Port", PILOT))
    first, second = (read_document(each) for each in (document, *other_postings(document)))
    assert "ferries" not in first.text
    assert "rolls" not in second.text


def test_the_page_of_one_posting_keeps_its_words() -> None:
    document = page(
        posting("Baker", "Crumb", BAKER), posting("Pilot", "Port", PILOT), heading="Pilot"
    )
    assert roles(document) == [("Pilot", "Port"), ("Baker", "Crumb")]
    assert "Bake rolls" in read_html(document.text).text


def test_links_to_other_jobs_are_no_postings() -> None:
    lead, stub = posting("Baker", "Crumb", BAKER), posting("Pilot", "Port")
    assert roles(page(lead, stub)) == [("Baker", "Crumb")]
    assert roles(document_of(json.dumps([lead, stub]))) == [("Baker", "Crumb"), ("Pilot", "Port")]
    assert other_postings(document_of("A JobPosting, and another JobPosting")) == ()


def test_postings_written_into_the_elements() -> None:
    scope = 'itemscope itemtype="https://schema.org/JobPosting"'
    cards = "".join(
        f'<div {scope}><b itemprop="title">{title}</b><div itemprop="description">{words}</div>'
        "</div>"
        for title, words in (("Baker", BAKER), ("Pilot", PILOT))
    )
    document = document_of(f"<!doctype html><body>{cards}")
    assert [title for title, _ in roles(document)] == ["Baker", "Pilot"]
