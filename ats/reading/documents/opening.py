"""Tells what a file is by what is in it, and opens it. The ending only decides where the content
leaves it open: people rename files, and programs call things what they like."""

from __future__ import annotations

import json

from ats.domain.problem import Problem
from ats.reading.documents.document import Document, Kind
from ats.reading.documents.page import page_text
from ats.reading.documents.words import document_of
from ats.reading.pages.oversize import LARGEST_PAGE
from ats.text_bytes import is_unclear, text_of, unclear

LARGEST = 25_000_000
"""Bytes of a file, or characters of a text. A posting has some thousands."""

ENDINGS = (
    ".txt", ".md", ".html", ".htm", ".mhtml", ".mht", ".pdf", ".docx", ".eml", ".json",
)  # fmt: skip
"""Endings of the files that can hold a posting."""

_MAIL_ENDINGS = (".eml", ".mht", ".mhtml")
_PICTURES = (
    b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM", b"\0\0\0\x18ftyphei",
    b"\0\0\0\x1cftyphei",
)  # fmt: skip
_REFUSED = (
    (
        b"\xd0\xcf\x11\xe0",
        "is an old, locked or Outlook file. Save it as .docx, .pdf or .eml, then try again.",
    ),
    (b"{\\rtf", "is an RTF file. Save it as .docx or .pdf, then try again."),
    (b"bplist00", "is a web archive. Save the page as HTML or PDF, then try again."),
    (b"SQLite format 3\0", "is a database, not a posting."),
)
_NO_POSTING = "holds data, but no job posting (JobPosting of schema.org) in it."
_COPY = "Open it, copy the posting and paste it here."


def too_large(name: str) -> str:
    """The sentence about a file or a text that is larger than `LARGEST`."""
    return (
        f"{name} is larger than {LARGEST // 1_000_000} MB. Copy just the posting, then try again."
    )


def open_document(content: bytes, file_name: str = "") -> Document:
    """What is in a file. `file_name` is "" for what came in without one.

    Raises Problem, with one sentence that names the file, where it can't be read. Never opens,
    fetches or runs anything that the file refers to.
    """
    name = f"“{file_name}”" if file_name else "Standard input"
    if len(content) > LARGEST:
        raise Problem(too_large(name))
    document = _opened(content, name, file_name.casefold())
    if not document.text.strip():
        raise Problem(no_text(name))
    return document


def no_text(name: str) -> str:
    """The sentence about a file without words."""
    return f"There’s no text in {name}." if name[:1] == "“" else f"{name} has no text."


def no_words(document: Document, name: str) -> str:
    """The sentence about a document in which the reader found no words to show."""
    if document.kind is Kind.HTML and len(document.text) > LARGEST_PAGE:
        return f"{name} has no text in its first {LARGEST_PAGE // 1_000_000} MB. {_COPY}"
    return no_text(name)


def _opened(content: bytes, name: str, ending: str) -> Document:
    start = content[:1024].lstrip(b"\xef\xbb\xbf \t\r\n\0")
    if start.startswith(b"%PDF-") or (b"%PDF-" in start and b"%%EOF" in content[-2048:]):
        from ats.reading.documents.pdf import read_pdf

        return read_pdf(content, name)
    if start.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        from ats.reading.documents.word import read_word

        return read_word(content, name)
    _refuse(start, content, name)
    from ats.reading.documents.mail import is_mail

    if is_mail(content, named_so=ending.endswith(_MAIL_ENDINGS)):
        return _mail(content, name)
    return _text(content, name, ending)


def _refuse(start: bytes, content: bytes, name: str) -> None:
    """Name what is surely no posting."""
    webp = start.startswith(b"RIFF") and start[8:12] == b"WEBP"
    if webp or content.startswith(_PICTURES):
        raise Problem(f"{name} is a picture, and the words in it can’t be read. {_COPY}")
    for mark, sentence in _REFUSED:
        if start.startswith(mark):
            raise Problem(f"{name} {sentence}")


def _mail(content: bytes, name: str) -> Document:
    """A message; where it says little itself, the posting that came with it."""
    from ats.reading.documents.mail import read_mail

    mail = read_mail(content, name)
    if mail.says_little:
        for attached in mail.attached:
            try:
                found = _opened(attached.content, name, attached.name.casefold())
            except Problem:
                continue
            if len(found.text) > len(mail.document.text):
                return found
    return mail.document


def _text(content: bytes, name: str, ending: str) -> Document:
    text = text_of(content) or page_text(content)
    if text is None and is_unclear(content):
        raise Problem(unclear(name))
    if text is None or "\0" in text:
        raise Problem(f"{name} isn’t a posting that can be read. {_COPY}")
    document = document_of(text)
    if document.kind is Kind.HTML or (
        ending.endswith((".html", ".htm")) and "<" in text and document.kind is Kind.TEXT
    ):
        page = page_text(content) or text
        return Document(Kind.HTML, page)
    why = _why_no_posting(text, ending) if document.kind is Kind.TEXT else ""
    if why:
        raise Problem(f"{name} {why}")
    return document


def _why_no_posting(text: str, ending: str) -> str:
    """Why data without a posting in it is none; "" for words that are no data."""
    if text.lstrip()[:1] not in ("{", "["):
        return ""
    named = ending.endswith((".json", ".jsonld"))
    try:
        found = json.loads(text, parse_int=str)
    except RecursionError:
        return "is data nested deeper than a posting can be. Nothing was read." if named else ""
    except ValueError:
        return "isn’t valid JSON: it is cut off or damaged. Nothing was read." if named else ""
    return _NO_POSTING if named or (isinstance(found, dict | list) and found) else ""
