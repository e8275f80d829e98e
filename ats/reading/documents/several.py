"""Finds the postings in a document besides the one it is about: a page or a file of data may
describe several."""

from __future__ import annotations

import json

from ats.reading.documents.document import Document, Kind
from ats.reading.pages.job_posting import JobPosting, find_job_postings


def other_postings(document: Document) -> tuple[Document, ...]:
    """Each other posting that a page or data holds, as data of its own; copies of one, with the
    same title and company, are one."""
    if document.kind is Kind.TEXT or document.text.casefold().count("jobposting") < 2:
        return ()
    return tuple(map(_document, find_job_postings(document.text)[1:]))


def _document(posting: JobPosting) -> Document:
    named = {"@context": "https://schema.org", **posting.properties, "@type": "JobPosting"}
    return Document(Kind.JSON_LD, json.dumps(named, ensure_ascii=False))
