"""Opens files that hold a posting: text, Markdown, pages, saved pages, PDF, Word, mail and data.
Bytes and a name in, a `Document` out, or one plain sentence; nothing is fetched, run or written."""

from ats.reading.documents.document import Document, Kind
from ats.reading.documents.opening import ENDINGS, LARGEST, no_words, open_document, too_large
from ats.reading.documents.reading import read_document
from ats.reading.documents.several import other_postings
from ats.reading.documents.words import document_of, is_markup

__all__ = [
    "ENDINGS",
    "LARGEST",
    "Document",
    "Kind",
    "document_of",
    "is_markup",
    "no_words",
    "open_document",
    "other_postings",
    "read_document",
    "too_large",
]
