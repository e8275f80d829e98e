"""The JobPosting of a page, in the shapes boards really write, and what it may not overrule."""

from __future__ import annotations

import html
import json
from datetime import date
from typing import Any

import pytest

from ats.domain.reading import Alternative
from ats.reading import answer, read_html, read_json_ld

POSTING: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    "title": "Harbour Pilot",
    "hiringOrganization": {"@type": "Organization", "name": "Skerry Port"},
    "datePosted": "2026-03-02",
    "employmentType": "PART_TIME",
    "baseSalary": {"currency": "EUR", "value": {"value": 31.5, "unitText": "HOUR"}},
    "description": "<h3>What you will do</h3><ul><li>Guide ferries through the narrows</li></ul>",
}


def page(block: str, kind: str = "application/ld+json") -> str:
    return (
        f"<html><head><script type='{kind}'>{block}</script></head><body><p>Hello</p></body></html>"
    )


def said(**changes: Any) -> str:
    return json.dumps({**POSTING, **changes})


RAW_BREAK = said().replace("</h3><ul>", "</h3>\n\t<ul>")
SHAPES = {
    "plain": page(said()),
    "graph": page('{"@graph": [{"@type": "WebSite", "name": "Board"}, ' + said() + "]}"),
    "array": page(f"[{said()}]"),
    "raw line breaks": page(RAW_BREAK),
    "trailing comma": page(said()[:-1] + ",}"),
    "CDATA": page(f"/* <![CDATA[ */{said()}/* ]]> */"),
    "comment": page(f"<!-- {said()} -->"),
    "type as address and list": page(said(**{"@type": ["Thing", "http://schema.org/JobPosting"]})),
    "charset after the type": page(said(), "application/ld+json; charset=utf-8"),
    "escaped quotation marks": page(html.escape(said())),
    "stray backslash": page(said().replace("narrows", "narrows\\'")),
    "semicolon": page(said() + ";"),
    "two objects": page('{"@type": "BreadcrumbList"}\n' + said()),
    "byte order mark": "\ufeff" + said(),
    "organization by reference": page(
        '{"@graph": [{"@id": "#us", "@type": "Organization", "name": "Skerry Port"}, '
        + said(hiringOrganization={"@id": "#us"})
        + "]}"
    ),
    "escaped twice": page(said(description=html.escape(html.escape(POSTING["description"])))),
    "prefixed names": page(
        said().replace('"title"', '"schema:title"').replace('"@type": "Job', '"@type": "schema:Job')
    ),
    "microdata": """<div itemscope itemtype="https://schema.org/JobPosting">
        <h1 itemprop="title">Harbour Pilot</h1>
        <div itemprop="hiringOrganization" itemscope itemtype="https://schema.org/Organization">
        <img itemprop="logo" src="x.png"><b itemprop="name">Skerry Port</b></div>
        <time itemprop="datePosted" datetime="2026-03-02T09:00">2 March</time>
        <meta itemprop="employmentType" content="PART_TIME">
        <p itemprop="baseSalary" itemscope itemtype="https://schema.org/MonetaryAmount">
        <meta itemprop="currency" content="EUR">
        <span itemprop="value" itemscope itemtype="https://schema.org/QuantitativeValue">
        <i itemprop="value">31.5</i> an <i itemprop="unitText">hour</i></span></p>
        <div itemprop="description"><h3>What you will do</h3>
        <ul><li>Guide ferries through the narrows</li></ul></div></div>""",
    "RDFa": """<div vocab="https://schema.org/" typeof="JobPosting">
        <h1 property="title">Harbour Pilot</h1>
        <p property="hiringOrganization" typeof="Organization"><b property="name">Skerry Port</b>
        </p><meta property="datePosted" content="2026-03-02">
        <meta property="employmentType" content="PART_TIME">
        <p property="baseSalary" typeof="MonetaryAmount"><i property="currency">EUR</i>
        <span property="value" typeof="QuantitativeValue"><i property="value">31.5</i>
        <i property="unitText">HOUR</i></span></p>
        <div property="description"><h3>What you will do</h3>
        <ul><li>Guide ferries through the narrows</li></ul></div></div>""",
}


@pytest.mark.parametrize("shape", SHAPES)
def test_every_shape_gives_the_same(shape: str) -> None:
    for read in (read_html, read_json_ld):
        found = answer(read(SHAPES[shape]))
        assert found["title"] == "Harbour Pilot"
        assert found["company"] == "Skerry Port"
        assert found["posted"] == "2026-03-02"
        assert found["employment_type"] == "part_time"
        assert found["salary"] == {
            "min": 31.5,
            "max": 31.5,
            "currency": "EUR",
            "period": "hour",
        }
        assert [d.rstrip("'\\") for d in found["responsibilities"]] == [
            "Guide ferries through the narrows"
        ]


@pytest.mark.parametrize(
    ("salary", "expected"),
    [
        ({"currency": "USD", "value": {"minValue": 0, "maxValue": 0, "unitText": "YEAR"}}, None),
        ({"currency": "USD", "value": 0}, None),
        (
            {"currency": "$", "value": {"minValue": 0, "maxValue": "72,000", "unitText": "ANNUAL"}},
            {"min": None, "max": 72000, "currency": "USD", "period": "year"},
        ),
        (
            {"currency": "USD", "minValue": 9, "maxValue": 7, "unitText": "PER HOUR"},
            {"min": 7, "max": 9, "currency": "USD", "period": "hour"},
        ),
        (
            {"currency": "EUR", "value": [{"value": "2100-2400", "unitText": "MONTH"}]},
            {"min": 2100, "max": 2400, "currency": "EUR", "period": "month"},
        ),
        ("£18 per hour", {"min": 18, "max": 18, "currency": "GBP", "period": "hour"}),
        ({"currency": "USD", "value": {"value": 44, "unitText": "YEAR"}}, None),
        ({"currency": "USD", "value": {"value": "competitive", "unitText": "YEAR"}}, None),
        ({"value": {"value": True}}, None),
        ([], None),
    ],
)
def test_pay_of_the_data(salary: Any, expected: Any) -> None:
    assert answer(read_json_ld(said(baseSalary=salary)))["salary"] == expected


def test_zero_pay_gives_way_to_the_words() -> None:
    zero = {"currency": "USD", "value": {"minValue": 0, "maxValue": 0, "unitText": "YEAR"}}
    words = "<p>Salary: $61,000 - $68,000 per year</p>"
    found = answer(read_json_ld(said(baseSalary=zero, description=words)))
    assert found["salary"] == {"min": 61000, "max": 68000, "currency": "USD", "period": "year"}


def test_both_are_kept() -> None:
    words = "<p>Salary: $61,000 - $68,000 per year. Apply by 1 June 2026.</p>"
    pay = {"currency": "USD", "value": {"minValue": 60000, "maxValue": 70000, "unitText": "YEAR"}}
    reading = read_json_ld(
        said(baseSalary=pay, description=words, validThrough="2026-02-01"), today=date(2026, 3, 5)
    )
    assert (reading.pay.least_amount, reading.pay.most_amount) == (60000, 70000)
    assert reading.deadline == date(2026, 6, 1)
    kept = {one.field: one for one in reading.alternatives}
    assert kept["salary"].words == "$61,000–68,000 a year"
    start, end = kept["salary"].span or (0, 0)
    assert "61,000 - $68,000" in reading.text[start:end]
    assert kept["deadline"] == Alternative("deadline", "2026-02-01")


@pytest.mark.parametrize("through", ["2026-01-01", "9999-12-31", "0000-00-00", "soon"])
def test_a_deadline_that_cannot_be_is_none(through: str) -> None:
    assert answer(read_json_ld(said(validThrough=through)))["deadline"] is None


def test_the_posting_that_the_page_shows_leads() -> None:
    others = [said(title="Deckhand"), said(title="Harbour Pilot"), said(title="Cook")]
    listed = f"<h1>Harbour Pilot</h1>{page('[' + ','.join(others) + ']')}"
    assert read_html(listed).title == "Harbour Pilot"


def test_sections_kept_beside_the_description_are_read() -> None:
    text = said(
        qualifications="<ul><li>A master's ticket for ships up to 3,000 tons</li></ul>",
        jobBenefits="<ul><li>A berth for your own boat in the old harbour</li></ul>",
        experienceRequirements={"monthsOfExperience": "36"},
        educationRequirements={"credentialCategory": "high school"},
    )
    found = answer(read_json_ld(text))
    assert [r["text"] for r in found["requirements"]] == [
        "A master's ticket for ships up to 3,000 tons"
    ]
    assert found["benefits"] == ["A berth for your own boat in the old harbour"]
    assert found["years_experience"] == {"min": 3, "max": None}
    assert found["education"] == ["high_school"]


def test_where_a_remote_person_may_live() -> None:
    text = said(
        jobLocationType="TELECOMMUTE",
        applicantLocationRequirements=[{"@type": "Country", "name": "Norway"}, "Iceland"],
        jobLocation={"@type": "Place", "name": "Remote"},
    )
    found = answer(read_json_ld(text))
    assert (found["work_mode"], found["locations"]) == ("remote", ["Norway", "Iceland"])


def test_a_saved_page_gives_its_address_and_title() -> None:
    saved = """<!-- saved from url=(0035)https://jobs.skerryport.example/p/11 -->
    <html><head><title>Tide Watcher - Skerry Port | Careers</title></head>
    <body><nav>Jobs</nav><h1>Tide Watcher</h1><p>Come and count waves.</p></body></html>"""
    reading = read_html(saved)
    assert reading.title == "Tide Watcher"
    assert reading.link == "https://jobs.skerryport.example/p/11"


def test_a_front_page_is_no_link() -> None:
    assert read_html('<head><link rel="canonical" href="https://example.com/"></head>').link is None


def test_a_number_without_end_is_no_value() -> None:
    salary = {"currency": "EUR", "value": {"value": "N", "unitText": "HOUR"}}
    block = said(baseSalary=salary).replace('"N"', "9" * 5_000)
    reading = read_json_ld(block)
    assert reading.title == "Harbour Pilot"
    assert not reading.pay.plain()
