"""What was brought in from elsewhere, and what of it had no field of its own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportBatch:
    """One imported file. `mapping` is JSON, header to field; `rows` counts data rows."""

    id: int = 0
    file_name: str
    sha256: str
    imported_at: datetime
    rows: int
    created: int
    mapping: str = "{}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ImportedValue:
    """A cell whose header no field answers to, or whose words a field could not hold."""

    id: int = 0
    application_id: int
    import_batch_id: int | None = None
    header: str
    value: str
    position: int = 0
