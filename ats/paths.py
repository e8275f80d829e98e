"""Where files live: the folder that holds the store, its settings and its log."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

SETTINGS_FILE = "settings.json"
LOG_FILE = "ats.log"


def data_folder(given: Path | None = None, environment: Mapping[str, str] = os.environ) -> Path:
    """The folder the person gave, else the one ATS_DATA names, else the platform's own."""
    if given is not None:
        return given.expanduser().absolute()
    named = environment.get("ATS_DATA", "").strip()
    if named:
        return Path(named).expanduser().absolute()
    from platformdirs import user_data_path

    return user_data_path("ats", appauthor=False)


def settings_file(data: Path) -> Path:
    """The preferences of this computer, kept beside the store."""
    return data / SETTINGS_FILE


def log_file(data: Path) -> Path:
    """Where the details of an unexpected failure are written."""
    return data / LOG_FILE
