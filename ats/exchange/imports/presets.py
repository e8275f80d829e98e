"""Programs whose exports are known by their columns. A preset is a hint over the same machinery:
it names what a column holds where its cells do not say otherwise."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from ats.exchange.imports.day_cells import DateOrder
from ats.exchange.imports.fields import Field
from ats.exchange.imports.status_words import plain_words


@dataclass(frozen=True, slots=True)
class Preset:
    """`signs` are headers, in small letters, that stand together in no other program's files;
    each of several alternatives. `hints` is header to field; `order` how the program writes days
    in numbers."""

    name: str
    signs: tuple[str, ...]
    hints: Mapping[str, Field] = field(default_factory=dict)
    order: DateOrder | None = None


_MDY = DateOrder.MDY

# The most telling first.
PRESETS = (
    Preset(
        "LinkedIn",
        (
            "application date, contact email, company name, job title, job url",
            "saved date, job url, job title, company name",
        ),
        {"application date": Field.APPLIED, "saved date": Field.SAVED},
        _MDY,
    ),
    Preset(
        "Huntr",
        (
            "title, company name, list name, html description",
            "title, company, list, date added",
            "job title, employer, list, url",
            "title, company name, list name, url",
        ),
        {"list": Field.STAGE, "list name": Field.STAGE, "date added": Field.SAVED},
    ),
    Preset(
        "Teal",
        (
            "job position, company, status, date saved, date applied",
            "job position, company, max salary, excitement",
            "company, role, status, date saved, date applied, excitement",
            "company, job position, location, url, status, date applied",
        ),
        {"date saved": Field.SAVED, "date applied": Field.APPLIED},
        _MDY,
    ),
    Preset(
        "Simplify",
        (
            "job title, company name, job url, applied date, status, status date",
            "company, job title, location, date applied, status, job url",
        ),
        {"status date": Field.STAGE_DATE},
        _MDY,
    ),
    Preset(
        "Careerflow",
        ("company name, job title, date added utc, date applied utc, date rejected utc",),
        {"date added utc": Field.SAVED, "date applied utc": Field.APPLIED},
    ),
    Preset(
        "JobSync",
        ("created at, applied, applied date, job title, workplace type, job source",),
        {"created at": Field.SAVED, "applied date": Field.APPLIED},
    ),
    Preset(
        "JobSentinel",
        ("job number, title, company, job link, match, salary min, salary max, saved date",),
        {"saved date": Field.SAVED},
        _MDY,
    ),
    Preset("Reactive Resume", ("company, role, stage, location, salary, source, tags",)),
    Preset(
        "Trello",
        ("card id, card name, list name", "card name, list name, board name"),
        {
            "card name": Field.COMPANY_AND_TITLE,
            "card description": Field.NOTES,
            "list name": Field.STAGE,
            "due date": Field.DEADLINE,
        },
    ),
    Preset(
        "CareerForge",
        ("date, company, role, role type, channel, status, fit rating",),
        {"source": Field.LINK, "channel": Field.SOURCE},
    ),
    Preset("Applize", ("status, title, company, job posting, link, date, cover added",)),
    Preset("JobHero", ("job title, company, job status, date applied, job source",)),
    Preset("Eztrackr", ("company, position, status, applied on, job link",)),
    Preset("Notion", ("name, status, created time", "name, company, stage, last edited time")),
)


def preset_of(headers: Sequence[str]) -> Preset | None:
    """The program whose columns these are."""
    there = {plain_words(header) for header in headers}
    for preset in PRESETS:
        if any(there.issuperset(signs.split(", ")) for signs in preset.signs):
            return preset
    return None


def preset_named(name: str) -> Preset | None:
    """The preset of a program, for a file that says itself where it is from."""
    return next((preset for preset in PRESETS if preset.name == name), None)
