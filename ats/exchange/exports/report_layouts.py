"""The layouts by country, each after what its offices ask for."""

from __future__ import annotations

from dataclasses import replace

from ats.domain.stage import Outcome, StageKind
from ats.domain.timeline import InterviewKind, InterviewResult
from ats.exchange.exports.paper import PaperSize
from ats.exchange.exports.report_days import (
    american,
    american_short,
    american_week,
    british_week,
    german,
    german_short,
    german_week,
)
from ats.exchange.exports.report_layout import (
    ENGLISH_COLUMNS,
    GENERIC,
    SUNDAY,
    Column,
    ReportLayout,
)
from ats.exchange.exports.work_search import ActivityKind

# Weeks of a claim run from Sunday to Saturday, and each contact has a line: who, how, for what
# work, with what result.
US = replace(
    GENERIC,
    language="en-US",
    size=PaperSize.LETTER,
    week_begins=SUNDAY,
    day=american,
    short_day=american_short,
    week=american_week,
    number_format="mm/dd/yyyy",
    title="Weekly work-search record",
    name="Claimant name",
    reference="Claimant ID",
    columns={
        **ENGLISH_COLUMNS,
        Column.DATE: "Date of contact",
        Column.ACTIVITY: "Work-search activity",
        Column.EMPLOYER: "Employer name",
        Column.LINK: "Website",
        Column.ROLE: "Type of work",
        Column.HOW: "How contacted",
    },
    paper_columns=(
        "Date of contact", "Work-search activity", "Employer name, address, website",
        "Type of work", "How contacted", "Person contacted", "Result",
    ),
    signatures=("Claimant’s signature", "Date"),
)  # fmt: skip

UK = replace(
    GENERIC,
    language="en-GB",
    size=PaperSize.A4,
    week=british_week,
    title="Work search record",
    reference="NI number or reference",
    columns={
        **ENGLISH_COLUMNS,
        Column.ACTIVITY: "What I did",
        Column.ROLE: "Job",
        Column.PERSON: "Who I was in touch with",
        Column.RESULT: "What happened",
    },
    paper_columns=(
        "Date", "What I did", "Employer and where", "Job", "How", "Who I was in touch with",
        "What happened",
    ),
    signatures=("Signature", "Date"),
)  # fmt: skip

DE = replace(
    GENERIC,
    language="de",
    size=PaperSize.A4,
    day=german,
    short_day=german_short,
    week=german_week,
    number_format="dd.mm.yyyy",
    title="Nachweis der Eigenbemühungen",
    name="Name",
    reference="Kundennummer",
    period="Zeitraum",
    made_on="Erstellt am",
    page="Seite {page} von {pages}",
    as_of="Stand:",
    week_column="Woche",
    nothing="Keine Eigenbemühungen in dieser Woche.",
    totals="Übersicht",
    total="Insgesamt",
    activities=("Eigenbemühung", "Eigenbemühungen"),
    columns={
        Column.DATE: "Datum",
        Column.ACTIVITY: "Art der Bemühung",
        Column.EMPLOYER: "Arbeitgeber",
        Column.ADDRESS: "Ort",
        Column.LINK: "Internetadresse",
        Column.ROLE: "Stelle",
        Column.HOW: "Weg",
        Column.PERSON: "Ansprechpartner",
        Column.CONTACT: "Telefon oder E-Mail",
        Column.RESULT: "Ergebnis",
        Column.HISTORY: "Verlauf",
    },
    paper_columns=(
        "Datum", "Art der Bemühung", "Arbeitgeber, Ort, Internetadresse", "Stelle", "Weg",
        "Ansprechpartner", "Ergebnis und Verlauf",
    ),
    kinds={
        ActivityKind.APPLICATION: ("Bewerbung", "Bewerbungen"),
        ActivityKind.INTERVIEW: ("Vorstellungsgespräch", "Vorstellungsgespräche"),
        ActivityKind.STEP: ("weiterer Schritt", "weitere Schritte"),
        ActivityKind.MESSAGE: ("Nachricht", "Nachrichten"),
    },
    stages={
        StageKind.SAVED: "Vorgemerkt",
        StageKind.APPLIED: "Beworben",
        StageKind.SCREENING: "Vorauswahl",
        StageKind.INTERVIEWING: "Im Gespräch",
        StageKind.OFFER: "Angebot",
        StageKind.CLOSED: "Abgeschlossen",
    },
    outcomes={
        Outcome.ACCEPTED: "Zusage angenommen",
        Outcome.REJECTED: "Absage",
        Outcome.WITHDRAWN: "Bewerbung zurückgezogen",
        Outcome.DECLINED: "Angebot abgelehnt",
        Outcome.NO_RESPONSE: "Keine Antwort",
        Outcome.ROLE_GONE: "Stelle entfallen",
    },
    interviews={
        InterviewKind.PHONE: "Telefonat",
        InterviewKind.VIDEO: "Videogespräch",
        InterviewKind.ON_SITE: "Vor Ort",
        InterviewKind.TECHNICAL: "Fachgespräch",
        InterviewKind.TAKE_HOME: "Probeaufgabe",
        InterviewKind.PANEL: "Gespräch mit mehreren",
        InterviewKind.OTHER: "Sonstiges",
    },
    results={
        InterviewResult.PENDING: "Ergebnis offen",
        InterviewResult.PASSED: "Positiv",
        InterviewResult.NOT_PASSED: "Negativ",
        InterviewResult.CANCELLED: "Abgesagt",
    },
    signatures=("Ort, Datum", "Unterschrift"),
)  # fmt: skip

LAYOUTS = {
    ReportLayout.GENERIC: GENERIC,
    ReportLayout.US: US,
    ReportLayout.DE: DE,
    ReportLayout.UK: UK,
}
