"""Keeps reviews that were begun in a file beside the store, so that they outlive the program.
The store knows nothing of them before the application is created."""

from __future__ import annotations

import json
import os
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from ats.domain.problem import Problem
from ats.gui.capture.draft import Draft
from ats.gui.capture.plain_values import from_plain, to_plain
from ats.whole_file import replacing

_VERSION = 1


class DraftFile:
    """`earlier` are drafts that were open when the program ended, or were put by, and are not
    brought back yet; they stay in the file until they are, or are dropped."""

    def __init__(self, path: Path) -> None:
        self._path = path
        self._written: str | None = None
        self.earlier: list[Draft] = []

    def load(self) -> None:
        """Read what was left. Raises Problem for a file that cannot be read, which is put out
        of the way."""
        if not self._path.exists():
            return
        try:
            found = json.loads(self._path.read_text(encoding="utf-8"))
            if found["version"] != _VERSION:
                raise ValueError(found["version"])
            self.earlier = [from_plain(Draft, each) for each in found["drafts"]]
        except (OSError, ValueError, TypeError, KeyError, RecursionError) as error:
            aside = self._path.with_name(f"{self._path.name}.unreadable")
            with suppress(OSError):
                os.replace(self._path, aside)
            raise Problem(
                "A review you had begun could not be read back. Your applications are safe. "
                f"What is left of it is in {aside}."
            ) from error

    def keep(self, draft: Draft | None) -> None:
        """Keep this draft besides the earlier ones; None keeps only those. Raises Problem where
        the folder cannot be written."""
        drafts = [*self.earlier, draft] if draft else self.earlier
        text = _text(drafts) if drafts else ""
        if text == self._written or (not text and self._written is None and not self._is_there()):
            return
        try:
            self._write(text)
        except OSError as error:
            raise Problem(
                f"Can’t keep the review you have begun in {self._path.parent}. Create the "
                "application, or free some space."
            ) from error
        self._written = text

    def _is_there(self) -> bool:
        return self._path.exists()

    def _write(self, text: str) -> None:
        if not text:
            self._path.unlink(missing_ok=True)
            return
        with replacing(self._path) as new:
            new.write_text(text, encoding="utf-8")


def _text(drafts: Sequence[Draft]) -> str:
    return json.dumps({"version": _VERSION, "drafts": [to_plain(each) for each in drafts]})
