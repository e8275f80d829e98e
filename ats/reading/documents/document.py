"""What a file is once it is read: words, markup or data, ready for the reader."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Kind(StrEnum):
    TEXT = "text"
    HTML = "html"
    JSON_LD = "jsonld"


@dataclass(frozen=True, slots=True)
class Document:
    """`text` is plain text, a page's markup or a JSON-LD JobPosting, as `kind` says. `link` is
    the address that stands beside the page in a file with its parts, "" where there is none."""

    kind: Kind
    text: str
    link: str = ""
