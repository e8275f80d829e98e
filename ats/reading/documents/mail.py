"""Reads a saved message (.eml, RFC 5322) and a saved page with its parts (.mhtml, RFC 2557)."""

from __future__ import annotations

import html
import re
from dataclasses import dataclass
from email import message_from_bytes
from email.errors import HeaderParseError, MessageError
from email.header import decode_header
from email.message import Message

from ats.domain.problem import Problem
from ats.reading.documents.document import Document, Kind
from ats.reading.documents.page import decoded_as, page_text
from ats.reading.documents.words import is_markup
from ats.reading.pages.job_posting import find_job_posting
from ats.reading.pages.markup import lay_out_html
from ats.text_bytes import text_of

ATTACHED = (".pdf", ".docx", ".html", ".htm", ".txt", ".md")
"""Endings of attachments that may be the posting, where the message says little itself."""

SAYS_LITTLE = 700
"""Letters of a message that only comes with the posting."""

_MOST_PARTS = 500
_MOST_BORDERS = 10_000
_MOST_HEAD = 60_000  # bytes
_HEADER = re.compile(rb"(?:From |[!-9;-~]{1,70}:)|[ \t]")
_OF_MAIL = re.compile(
    rb"^(?:mime-version|message-id|received|return-path|content-transfer-encoding):"
    rb"|^content-type:[ \t]*multipart/",
    re.IGNORECASE | re.MULTILINE,
)
_FORWARDED = re.compile(r"(?:(?:fwd?|re|wg|aw|tr|sv|vs)\s*:\s*)+", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://\S{1,2000}")


@dataclass(frozen=True, slots=True)
class Attached:
    """A file that came with a message."""

    name: str
    content: bytes


@dataclass(frozen=True, slots=True)
class Mail:
    """A message: its own words, and the files that may be the posting."""

    document: Document
    attached: tuple[Attached, ...]

    @property
    def says_little(self) -> bool:
        return _letters(self.document) < SAYS_LITTLE


def is_mail(content: bytes, *, named_so: bool) -> bool:
    """Whether bytes are a message or a saved page with its parts: lines of a header, as mail
    programs write them. `named_so` tells that the file's ending says so."""
    head = _head(content)
    if head is None:
        return False
    return bool(_OF_MAIL.search(head)) or (
        named_so and re.search(rb"^(?:from|subject|date):", head, re.I | re.M) is not None
    )


def _head(content: bytes) -> bytes | None:
    """The lines before the first empty one, where they are all lines of a header."""
    lines: list[bytes] = []
    for line in content[:_MOST_HEAD].lstrip(b"\xef\xbb\xbf\r\n").split(b"\n"):
        if not line.strip():
            return b"\n".join(lines) if lines and lines[0][:1] not in (b" ", b"\t") else None
        if not _HEADER.match(line):
            return None
        lines.append(line)
    return None


def read_mail(content: bytes, name: str) -> Mail:
    """A message or a saved page. Raises Problem where it is damaged."""
    if content.count(b"\n--") > _MOST_BORDERS:
        raise Problem(f"{name} has more parts than a message can have. Nothing was read.")
    try:
        message = message_from_bytes(content.lstrip(b"\xef\xbb\xbf\r\n"))
        leaves = _leaves(message)
        if message.get_content_type() == "multipart/related" and not message.get("To"):
            page = _saved_page(message, leaves)
            if page is not None:
                return Mail(page, ())
        return Mail(_body(message, leaves), _attached(leaves))
    except (MessageError, RecursionError, LookupError, ValueError, TypeError) as error:
        raise Problem(f"{name} is damaged: it can’t be read as a message.") from error


def _leaves(message: Message) -> list[Message]:
    leaves: list[Message] = []
    for part in message.walk():
        if not part.is_multipart():
            leaves.append(part)
        if len(leaves) >= _MOST_PARTS:
            break
    return leaves


def _saved_page(message: Message, leaves: list[Message]) -> Document | None:
    """The page itself: the first part with markup, or that which carries a posting as data, as
    boards show theirs in a frame; where it says nothing, the frame that says most."""
    pages = [text for part in leaves if _is_page(part) and (text := _text(part)).strip()]
    if not pages:
        return None
    link = _ADDRESS.match(_words(message, "Snapshot-Content-Location"))
    if link is None:
        link = _ADDRESS.match(_words(next(p for p in leaves if _is_page(p)), "Content-Location"))
    carrying = [page for page in pages if find_job_posting(page) is not None]
    page = carrying[0] if carrying else pages[0]
    if not carrying and len(pages) > 1 and _says(page) < SAYS_LITTLE:
        page = max(pages, key=_says)
    return Document(Kind.HTML, page, link[0] if link else "")


def _is_page(part: Message) -> bool:
    return part.get_content_type() in ("text/html", "application/xhtml+xml")


def _body(message: Message, leaves: list[Message]) -> Document:
    """The words of a message: as markup where that says about as much, with the subject above."""
    shown = [part for part in leaves if part.get_content_disposition() != "attachment"]
    plain = "\n\n".join(
        text for part in shown if part.get_content_type() == "text/plain" if (text := _text(part))
    )
    pages = [text for part in shown if _is_page(part) and (text := _text(part)).strip()]
    page = max(pages, key=_says, default="")
    subject = _FORWARDED.sub("", " ".join(_words(message, "Subject").split()), count=1).strip()
    if page and _says(page) * 2 >= _alphanumeric(plain):
        title = f"<p>{html.escape(subject, quote=False)}</p>\n" if subject else ""
        return Document(Kind.HTML, title + page)
    if is_markup(plain):
        return Document(Kind.HTML, plain)
    text = plain.replace("\r\n", "\n").strip()
    return Document(Kind.TEXT, f"{subject}\n\n{text}" if subject and text else text)


def _attached(leaves: list[Message]) -> tuple[Attached, ...]:
    found = []
    for part in leaves:
        name = _words_of(part.get_filename() or "")
        content = part.get_payload(decode=True)
        if name.casefold().endswith(ATTACHED) and isinstance(content, bytes) and content:
            found.append(Attached(name, content))
    return tuple(found)


def _text(part: Message) -> str:
    """The words of a part, in the encoding that it or its page names."""
    content = part.get_payload(decode=True)
    if not isinstance(content, bytes):
        return ""
    charset = part.get_content_charset()
    found = decoded_as(content, charset) if charset else None
    if found is None:
        found = page_text(content) if _is_page(part) else text_of(content)
    return found or ""


def _words(message: Message, header: str) -> str:
    return _words_of(str(message.get(header) or ""))


def _words_of(header: str) -> str:
    """The words of a header, those in other encodings too (RFC 2047)."""
    try:
        parts = decode_header(header)
    except (HeaderParseError, ValueError):
        return header
    words = []
    for part, charset in parts:
        if isinstance(part, str):
            words.append(part)
        else:
            found = decoded_as(part, charset) if charset else None
            words.append(part.decode("utf-8", "replace") if found is None else found)
    return "".join(words)


def _letters(document: Document) -> int:
    return _says(document.text) if document.kind is Kind.HTML else _alphanumeric(document.text)


def _says(page: str) -> int:
    """How much a page says to the eye."""
    return _alphanumeric(lay_out_html(page))


def _alphanumeric(text: str) -> int:
    return sum(map(str.isalnum, text))
