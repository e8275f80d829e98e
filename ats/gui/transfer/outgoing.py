"""What goes out in an export: which applications, in which format, with or without notes and
pay."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from ats.commands.exporting import exported
from ats.domain.overview import ApplicationDetail, ApplicationRow
from ats.domain.timeline import EventKind, Interview
from ats.exchange.exports.html_out import html_page
from ats.exchange.exports.markdown_out import markdown
from ats.exchange.exports.summary import (
    Block,
    Facts,
    Heading,
    Items,
    Table,
    Text,
    all_applications,
    one_application,
    title_of,
)
from ats.store import Store
from ats.store.queries.application import application_detail


class Format(StrEnum):
    """The value is the ending of the file."""

    CSV = ".csv"
    JSON = ".json"
    MARKDOWN = ".md"
    HTML = ".html"

    @property
    def is_summary(self) -> bool:
        """Whether it is for people to read, so that some of it may be left out."""
        return self in (Format.MARKDOWN, Format.HTML)


@dataclass(frozen=True, slots=True, kw_only=True)
class Outgoing:
    """`rows` in the order they go out; `notes` and `pay` count for summaries only."""

    rows: tuple[ApplicationRow, ...]
    format: Format = Format.CSV
    notes: bool = False
    pay: bool = False


def content(store: Store, out: Outgoing) -> bytes:
    """The bytes of the file."""
    if not out.format.is_summary:
        return exported(store, out.format.value, rows=out.rows)
    blocks, title = _blocks(store, out)
    text = markdown(blocks) if out.format is Format.MARKDOWN else html_page(blocks, title)
    return text.encode()


def preview(store: Store, out: Outgoing, most: int) -> str:
    """What the first applications look like in the file, as text to read."""
    first = replace(out, rows=out.rows[:most])
    if out.format is Format.HTML:
        return "\n\n".join("\n".join(_plain(block)) for block in _blocks(store, first)[0])
    return content(store, first).decode("utf-8-sig").replace("\r\n", "\n")


def file_name(out: Outgoing) -> str:
    """A name to offer: the one application's, or the whole's."""
    name = "applications"
    if out.format.is_summary:
        name = title_of(out.rows[0]) if len(out.rows) == 1 else "summary"
    kept = "".join(letter if letter.isalnum() or letter in " -_" else " " for letter in name)
    return "-".join(kept.lower().split())[:80] + out.format.value


def _blocks(store: Store, out: Outgoing) -> tuple[list[Block], str]:
    details = [_shared(detail, out) for detail in _details(store, out.rows)]
    if len(details) == 1:
        return one_application(details[0]), title_of(details[0].row)
    return all_applications(details, store.today()), "Job search"


def _plain(block: Block) -> Iterator[str]:
    """What a block says, without the signs of a format."""
    match block:
        case Heading() | Text():
            yield block.text
        case Facts():
            yield from (f"{name}: {value}" for name, value in block.pairs)
        case Items():
            for item in block.items:
                yield f"• {item.text}"
                yield from (f"   {name}: {value}" for name, value in item.details)
        case Table():
            yield from (" · ".join(cells) for cells in (block.headers, *block.rows))


def _details(store: Store, rows: Sequence[ApplicationRow]) -> list[ApplicationDetail]:
    found = (application_detail(store, row.id) for row in rows)
    return [detail for detail in found if detail is not None]


def _shared(detail: ApplicationDetail, out: Outgoing) -> ApplicationDetail:
    """The application without what is not to be shared."""
    if not out.notes:
        detail = _without_notes(detail)
    return detail if out.pay else _without_pay(detail)


def _without_notes(detail: ApplicationDetail) -> ApplicationDetail:
    """Without what the person wrote for themselves."""
    return replace(
        detail,
        notes="",
        requirements=tuple(
            replace(item, requirement=replace(item.requirement, note="", plan="", talking_point=""))
            for item in detail.requirements
        ),
        events=tuple(
            replace(event, event=replace(event.event, note=""), interview=_bare(event.interview))
            for event in detail.events
            if event.event.kind is not EventKind.NOTE
        ),
    )


def _bare(interview: Interview | None) -> Interview | None:
    if interview is None:
        return None
    return replace(interview, preparation="", questions="", went="")


def _without_pay(detail: ApplicationDetail) -> ApplicationDetail:
    row = replace(detail.row, pay_least=None, pay_most=None, bonus=False, equity=False)
    return replace(detail, row=row, offers=())
