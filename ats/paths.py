"""Where files live: the folder that holds the store, its settings and its log."""

from __future__ import annotations

import os
from collections.abc import Mapping
from functools import cache
from importlib.util import find_spec
from pathlib import Path

from ats.domain.problem import Problem

STORE_FILE = "ats.sqlite"
SETTINGS_FILE = "settings.json"
LOG_FILE = "ats.log"
REVIEW_FILE = "review.json"
DOCUMENTS_FOLDER = "documents"


def data_folder(given: Path | None = None, environment: Mapping[str, str] = os.environ) -> Path:
    """The folder the person gave, else the one ATS_DATA names, else the platform's own. Raises
    Problem for one that can't be found from here."""
    named = environment.get("ATS_DATA", "").strip()
    if given is not None or named:
        return _whole(given or Path(named))
    from platformdirs import user_data_path

    return user_data_path("ats", appauthor=False)


def _whole(folder: Path) -> Path:
    try:
        return folder.expanduser().absolute()
    except (RuntimeError, OSError) as error:  # "~somebody", or a present folder that is gone
        raise Problem(
            f"There is no folder {folder}. Give its whole path with --data or ATS_DATA."
        ) from error


@cache
def resources() -> Path:
    """The folder of what the program carries with it: icons, sample data, templates. Found
    without importlib.resources, which takes as long to load as all else before the window."""
    spec = find_spec("ats.resources")
    if spec is None or not spec.submodule_search_locations:
        raise Problem("The program is damaged: its resources are missing. Install it again.")
    return Path(spec.submodule_search_locations[0])


def settings_file(data: Path) -> Path:
    """The preferences of this computer, kept beside the store."""
    return data / SETTINGS_FILE


def log_file(data: Path) -> Path:
    """Where the details of an unexpected failure are written."""
    return data / LOG_FILE


def review_file(data: Path) -> Path:
    """A review that was begun and not ended, kept beside the store."""
    return data / REVIEW_FILE


def document_file(data: Path, sha256: str) -> Path:
    """Where a document's file is kept, under the hash (hex) of what is in it."""
    return data / DOCUMENTS_FOLDER / sha256
