"""What was brought in from elsewhere, and what of it had no field of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Handling(StrEnum):
    """What an import does with a row that repeats an application: leave the row out, add what
    that application lacks (its empty fields and its history; nothing is overwritten or deleted,
    and it moves to another stage only by a later day than all it has), or create one more
    application."""

    SKIP = "skip"
    UPDATE = "update"
    CREATE = "create"


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """The application a row of a file repeats: one of the store (`application_id`), or the one
    an earlier row of the file stands for (`row`, counted as a spreadsheet does).

    `reason` is a sentence for the person. `certain` is whether it is the same application
    beyond doubt; a person may want another one that is only likely the same.
    """

    application_id: int | None = None
    row: int | None = None
    title: str
    company: str
    stage: str
    applied_on: date | None
    reason: str
    certain: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportBatch:
    """One imported file. `rows` counts data rows, `created` and `updated` applications. JSON:
    `headers` lists the file's, `mapping` is header to field, `answers` what the person said
    about the file, for the next one with these headers."""

    id: int = 0
    file_name: str
    sha256: str
    imported_at: datetime
    rows: int
    created: int
    mapping: str = "{}"
    updated: int = 0
    headers: str = "[]"
    answers: str = "{}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedValue:
    """A cell whose header no field answers to, or whose words a field could not hold."""

    id: int = 0
    application_id: int
    import_batch_id: int | None = None
    header: str
    value: str
    position: int = 0
