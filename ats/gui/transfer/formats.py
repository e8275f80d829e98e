"""The formats of files that go out, as the screens name them."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, StrEnum, auto

from ats.commands.exporting import ExportKind
from ats.exchange.exports.report_layout import ReportLayout
from ats.exchange.exports.summary_options import Section


class Group(Enum):
    """What a format is for; what can be chosen follows from it."""

    TABLE = "For spreadsheets"
    WHOLE = "To keep or to move"
    PAPER = "To read, print or send"
    OTHER = "For other programs"


class Format(StrEnum):
    """The value is the ending of the file."""

    XLSX = ".xlsx"
    CSV = ".csv"
    ARCHIVE = ".zip"
    JSON = ".json"
    PDF = ".pdf"
    HTML = ".html"
    MARKDOWN = ".md"
    CALENDAR = ".ics"
    SANKEY = ".txt"

    @property
    def group(self) -> Group:
        return FORMATS[self].group

    @property
    def is_summary(self) -> bool:
        """Whether it is for people to read, so that some of it may be left out."""
        return self.group is Group.PAPER

    @property
    def is_text(self) -> bool:
        """Whether the file can be read as it is, and copied."""
        return self not in (Format.XLSX, Format.ARCHIVE, Format.PDF)


class Look(Enum):
    """How a preview shows what goes out."""

    TEXT = auto()
    TABLE = auto()
    PAGES = auto()


@dataclass(frozen=True, slots=True)
class About:
    """`kind` is what a window that asks for a file calls it."""

    name: str
    group: Group
    words: str
    kind: str
    look: Look = Look.TEXT


FORMATS = {
    Format.XLSX: About(
        "Excel workbook",
        Group.TABLE,
        "Real dates and numbers, filters and links; can be imported here again.",
        "Excel workbook",
        Look.TABLE,
    ),
    Format.CSV: About(
        "CSV",
        Group.TABLE,
        "The applications with their history; can be imported here again.",
        "CSV",
        Look.TABLE,
    ),
    Format.ARCHIVE: About(
        "Archive",
        Group.WHOLE,
        "Everything there is, with the documents: brought in on another computer, it is all there.",
        "Archive",
    ),
    Format.JSON: About(
        "JSON", Group.WHOLE, "Everything about each application, for programs.", "JSON"
    ),
    Format.PDF: About("PDF", Group.PAPER, "A summary on pages.", "PDF", Look.PAGES),
    Format.HTML: About(
        "Web page", Group.PAPER, "The same summary as one file for a browser.", "HTML", Look.PAGES
    ),
    Format.MARKDOWN: About("Markdown", Group.PAPER, "The same summary as plain text.", "Markdown"),
    Format.CALENDAR: About(
        "Calendar", Group.OTHER, "Planned interviews, for a calendar program.", "Calendar"
    ),
    Format.SANKEY: About(
        "SankeyMATIC text", Group.OTHER, "How applications went on, for a flow diagram.", "Text"
    ),
}

WHAT_NAMES = {
    ExportKind.APPLICATIONS: "Applications",
    ExportKind.EVENTS: "Events: moves, interviews, messages, notes",
    ExportKind.OFFERS: "Offers",
    ExportKind.CONTACTS: "Contacts",
    ExportKind.REQUIREMENTS: "Requirements",
    ExportKind.EVERYTHING: "Everything, each in a table of its own",
}

SECTION_NAMES = {
    Section.LIST: "&List of all",
    Section.FACTS: "&Facts",
    Section.REQUIREMENTS: "&Requirements",
    Section.INTERVIEWS: "&Interviews",
    Section.OFFERS: "&Offers",
    Section.HISTORY: "&History",
    Section.IMPORTED: "Imported fiel&ds",
    Section.POSTING: "Posting, &word for word",
}

REPORT_FORMATS = (Format.PDF, Format.XLSX, Format.CSV, Format.HTML, Format.MARKDOWN)
SHEET_FORMATS = (Format.PDF, Format.HTML, Format.MARKDOWN)

LAYOUT_NAMES = {
    ReportLayout.GENERIC: "For any office",
    ReportLayout.US: "United States: weekly work-search record",
    ReportLayout.DE: "Germany: Nachweis der Eigenbemühungen",
    ReportLayout.UK: "United Kingdom: work search record",
}
