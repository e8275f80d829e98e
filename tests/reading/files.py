"""Makes small files of every kind that a posting comes in."""

from __future__ import annotations

import io
import quopri
import zipfile
from collections.abc import Sequence
from email.message import EmailMessage

A4 = (595, 842)
LEADING = 14.0

Placed = tuple[float, float, str]
"""Words at a place, in points from the lower left corner."""


def pdf(*pages: Sequence[Placed], drawn: str = "", size: float = 11) -> bytes:
    """A PDF with these words; words that begin with "#" are bold and larger. `drawn` is put
    before the words of each page as it is, in the language of PDF."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Count %d /Kids [%s] >>"
        % (len(pages), b" ".join(b"%d 0 R" % (5 + 2 * at) for at in range(len(pages)))),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica-Bold /Encoding /WinAnsiEncoding >>",
    ]
    for at, words in enumerate(pages):
        stream = (drawn + "\n").encode() + b"\n".join(_shown(each, size) for each in words)
        objects.append(
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents %d 0 R"
            b" /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> >>" % (6 + 2 * at)
        )
        objects.append(b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream))
    return _file(objects)


def _shown(placed: Placed, size: float) -> bytes:
    x, y, text = placed
    font, size = ("F2", size + 3) if text.startswith("#") else ("F1", size)
    escaped = text.removeprefix("#").encode("cp1252")
    for sign in (b"\\", b"(", b")"):
        escaped = escaped.replace(sign, b"\\" + sign)
    return b"BT /%s %g Tf %g %g Td (%s) Tj ET" % (font.encode(), size, x, y, escaped)


def locked_pdf() -> bytes:
    """A PDF that wants a password; nobody knows it."""
    whole = pdf(lines("Night Baker"))
    keys = b"<%s>" % (b"5a" * 32)
    lock = b"/ID [<00><00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -44 /O %s /U %s >>"
    return whole.replace(b"/Root 1 0 R", b"/Root 1 0 R " + lock % (keys, keys))


def _file(objects: Sequence[bytes]) -> bytes:
    content = b"%PDF-1.4\n"
    places = []
    for number, written in enumerate(objects, 1):
        places.append(len(content))
        content += b"%d 0 obj\n%s\nendobj\n" % (number, written)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(objects) + 1
    return content + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\n"
        b"startxref\n%d\n%%%%EOF\n" % (count, table, count, len(content))
    )


def lines(words: str, x: float = 60, y: float = 780) -> list[Placed]:
    """Lines one below the other; an empty one leaves room."""
    return [(x, y - LEADING * at, line) for at, line in enumerate(words.split("\n")) if line]


W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    '<Override PartName="/word/document.xml" ContentType="application/'
    'vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>'
)
STYLES = (
    f'<w:styles {W}><w:style w:type="paragraph" w:styleId="berschrift1"><w:name w:val="heading 1"/>'
    '</w:style><w:style w:type="paragraph" w:styleId="Liste"><w:name w:val="List Bullet"/>'
    "</w:style></w:styles>"
)


def docx(body: str, **parts: str) -> bytes:
    """A Word document with this body; `parts` are other files, by names without ending."""
    packed = io.BytesIO()
    with zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", TYPES)
        archive.writestr("word/styles.xml", STYLES)
        archive.writestr(
            "word/document.xml", f"<w:document {W}><w:body>{body}</w:body></w:document>"
        )
        for name, content in parts.items():
            archive.writestr(f"word/{name}.xml", content)
    return packed.getvalue()


def paragraph(text: str, properties: str = "", run: str = "") -> str:
    """A paragraph of Word; `run` are properties of its words."""
    words = f'<w:r><w:rPr>{run}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{words}</w:p>"


def heading(text: str) -> str:
    return paragraph(text, '<w:pStyle w:val="berschrift1"/>')


def item(text: str) -> str:
    return paragraph(text, '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>')


def message(
    plain: str = "", page: str = "", subject: str = "", attached: dict[str, bytes] | None = None
) -> bytes:
    """A mail with these words, as text, as a page or as both."""
    mail = EmailMessage()
    mail["From"] = "Jo Miller <jo@crumb.example>"
    mail["To"] = "ann@home.example"
    if subject:
        mail["Subject"] = subject
    if plain:
        mail.set_content(plain)
    if page:
        if plain:
            mail.add_alternative(page, subtype="html")
        else:
            mail.set_content(page, subtype="html")
    for name, content in (attached or {}).items():
        mail.add_attachment(content, maintype="application", subtype="octet-stream", filename=name)
    return mail.as_bytes()


def saved_page(*pages: str, link: str = "https://jobs.crumb.example/7", charset: str = "") -> bytes:
    """A page as browsers save it with its parts; the others stand in its frames."""
    named = f"; charset={charset}" if charset else ""
    head = (
        "From: <Saved by a browser>\r\n"
        f"Snapshot-Content-Location: {link}\r\nSubject: Night Baker\r\nMIME-Version: 1.0\r\n"
        'Content-Type: multipart/related; type="text/html"; boundary="----part"\r\n\r\n'
    )
    parts = b""
    for page in pages:
        parts += f"------part\r\nContent-Type: text/html{named}\r\n".encode()
        parts += b"Content-Transfer-Encoding: quoted-printable\r\n\r\n"
        parts += _quoted(page.encode(charset or "utf-8")) + b"\r\n"
    css = b"------part\r\nContent-Type: text/css\r\n\r\np { color: red }\r\n"
    return head.encode() + parts + css + b"------part--\r\n"


def _quoted(content: bytes) -> bytes:
    return quopri.encodestring(content)
