"""What a summary or a report says, as plain blocks that Markdown, HTML and PDF are written
from. A text in a block is only text, whatever it holds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from ats.domain.posting import RequirementStatus


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """`note` stands small beneath it. `anchor` is what links elsewhere in the paper lead to.
    `opens_page` asks for a new page where there are pages."""

    level: int
    text: str
    note: str = ""
    anchor: str = ""
    opens_page: bool = False


@dataclass(frozen=True, slots=True)
class Text:
    """Free text with its own lines; `soft` is said in passing."""

    text: str
    soft: bool = False


@dataclass(frozen=True, slots=True)
class Figures:
    """A few numbers that tell most, each with its words."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and values."""

    pairs: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
    """A line of a list: what leads it (a day, or how a requirement is met), its text, and what
    belongs to it as names and values."""

    text: str
    details: tuple[tuple[str, str], ...] = ()
    lead: str = ""
    status: RequirementStatus | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Items:
    """`headers` name lead, text and details; with them the details stand in a column of their
    own, beside the text."""

    items: tuple[Item, ...]
    headers: tuple[str, str, str] | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """`weights` are the widths of the columns in relation to each other, all the same where
    empty. `links` holds for each row the anchor its first cell leads to, or ""."""

    headers: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    weights: tuple[float, ...] = ()
    links: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Blanks:
    """Where one writes by hand: each label above a line of its own, or, without labels, empty
    lines to the foot of the page."""

    labels: tuple[str, ...] = ()


Block = Heading | Text | Figures | Facts | Items | Table | Blanks


class PaperSize(StrEnum):
    A4 = "a4"
    LETTER = "letter"


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A whole summary or report. `language` is a language tag (RFC 5646). `about` stands in the
    head of every page, `page_words` in its foot, with {page} and {pages}. `wide` pages lie on
    their side. `size` None leaves it to the region of the computer."""

    title: str
    blocks: tuple[Block, ...]
    language: str = "en"
    about: str = ""
    page_words: str = "{page} of {pages}"
    wide: bool = False
    size: PaperSize | None = None
