"""HTML and JSON-LD in, text laid out and fields taken from data."""

from __future__ import annotations

import json
from typing import Any

import pytest

from ats.reading import answer, read_html, read_json_ld

PAGE = """<html><head><title>Jobs</title><style>p {color: red}</style></head><body>
<nav>Home Search</nav><h1>Boat Builder</h1><p>At Alder Works, we build <b>small</b> boats.</p>
<h2>Requirements</h2><ul><li>Experience with oak</li><li><p>Knowledge of glue</p></li></ul>
<script>alert("never")</script></body></html>"""

POSTING: dict[str, Any] = {
    "@context": "https://schema.org",
    "@type": "JobPosting",
    "title": "Boat Builder",
    "hiringOrganization": {"@type": "Organization", "name": "Alder Works"},
    "datePosted": "2026-10-01",
    "validThrough": "2026-12-01T23:59:00Z",
    "employmentType": ["FULL_TIME"],
    "jobLocation": {"address": {"addressLocality": "Hull", "addressCountry": {"name": "GB"}}},
    "baseSalary": {
        "currency": "GBP",
        "value": {"minValue": "31000", "maxValue": 36500.5, "unitText": "YEAR"},
    },
    "identifier": {"name": "Alder Works", "value": "BB-7"},
    "description": "&lt;h3&gt;Requirements&lt;/h3&gt;&lt;ul&gt;&lt;li&gt;Experience with oak"
    "&lt;/li&gt;&lt;/ul&gt;",
}


def test_lays_the_page_out_in_lines() -> None:
    reading = read_html(PAGE)
    assert reading.text == (
        "Boat Builder\n\nAt Alder Works, we build small boats.\n\nRequirements\n"
        "• Experience with oak\n• Knowledge of glue"
    )
    assert reading.html == PAGE
    assert [item.text for item in reading.items] == ["Experience with oak", "Knowledge of glue"]
    assert reading.title == "Boat Builder"


def check(found: dict[str, Any]) -> None:
    assert found["title"] == "Boat Builder"
    assert found["company"] == "Alder Works"
    assert found["reference"] == "BB-7"
    assert (found["posted"], found["deadline"]) == ("2026-10-01", "2026-12-01")
    assert found["employment_type"] == "full_time"
    assert found["locations"] == ["Hull, GB"]
    assert found["salary"] == {"min": 31000, "max": 36500.5, "currency": "GBP", "period": "year"}
    assert [r["text"] for r in found["requirements"]] == ["Experience with oak"]


@pytest.mark.parametrize(
    "wrap",
    [
        "{}",
        "[{}]",
        '{{"@graph": [{{"@type": "WebPage"}}, {}]}}',
    ],
)
def test_bare_json(wrap: str) -> None:
    check(answer(read_json_ld(wrap.format(json.dumps(POSTING)))))


@pytest.mark.parametrize(
    "wrap",
    [
        '<script type="application/ld+json">{}</script>',
        '<script type="application/ld+json; charset=utf-8"><!-- {} --></script>',
        '<script type="application/ld+json">//<![CDATA[\n{}\n//]]></script>',
    ],
)
def test_in_a_page(wrap: str) -> None:
    page = f"<html><body>{wrap.format(json.dumps(POSTING))}<p>Hello</p></body></html>"
    check(answer(read_json_ld(page)))


def test_damaged_json_ld_is_read_as_a_page() -> None:
    page = '<script type="application/ld+json">{"@type": "JobPos</script><p>Pay: $20 per hour</p>'
    assert answer(read_json_ld(page))["salary"] == {
        "min": 20,
        "max": 20,
        "currency": "USD",
        "period": "hour",
    }


COOKIES = '<div class="Cookie-Banner">We use cookies <button>Accept</button></div>'


def test_a_pages_banners_and_dialogs_are_not_the_posting() -> None:
    page = f"{COOKIES}<div role='navigation'>Jobs</div><h1>Boat Builder</h1><p hidden>x</p>"
    assert read_html(page).text == "Boat Builder"


def test_a_heading_inside_something_called_cookie_is_kept() -> None:
    page = "<div class='cookie-aware'><h1>Pastry Cook</h1><p>We bake cookies.</p></div>"
    assert read_html(page).text == "Pastry Cook\n\nWe bake cookies."


def test_the_main_part_of_a_page_is_the_posting() -> None:
    words = "<p>You will plane, glue and varnish small boats all day.</p>" * 10
    around = "<div>Similar jobs: Joiner</div>"
    assert "Joiner" not in read_html(f"<main><h1>Boat Builder</h1>{words}</main>{around}").text
    assert "Boat Builder" in read_html(f"<h1>Boat Builder</h1><main>{words}</main>").text
    assert "Joiner" in read_html(f"<main><h1>Boat Builder</h1></main>{around}").text
