"""The preferences of this computer: how the window looks, and how it was left. One file beside
the store; what belongs to the job search itself is in the store."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any

from ats.domain.problem import Problem
from ats.whole_file import replacing

SCHEMES = ("system", "light", "dark")
DENSITIES = ("comfortable", "compact")
REPORT_LAYOUTS = ("generic", "us", "de", "uk")
TEXT_SCALES = (0.8, 0.9, 1.0, 1.1, 1.25, 1.5, 1.75, 2.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class Settings:
    """`scheme` is one of SCHEMES, `density` one of DENSITIES; `text_scale` multiplies the
    system's text size (0.8 to 2.5). After `wait_days` without an answer an application counts
    as waiting. What begins with `report` is what the last work-search report had at its head:
    its layout, one of REPORT_LAYOUTS, and the person's name and number. `state` is how window
    and pages were left: JSON-able values by page."""

    scheme: str = "system"
    density: str = "comfortable"
    text_scale: float = 1.0
    reduced_motion: bool = False
    sidebar_collapsed: bool = False
    wait_days: int = 14
    report_layout: str = "generic"
    report_name: str = ""
    report_reference: str = ""
    state: Mapping[str, Any] = field(default_factory=dict)


_VALID: dict[str, Callable[[Any], bool]] = {
    "scheme": lambda value: value in SCHEMES,
    "density": lambda value: value in DENSITIES,
    "text_scale": lambda value: _is_number(value) and 0.8 <= value <= 2.5,
    "reduced_motion": lambda value: isinstance(value, bool),
    "sidebar_collapsed": lambda value: isinstance(value, bool),
    "wait_days": lambda value: isinstance(value, int) and _is_number(value) and 1 <= value <= 365,
    "report_layout": lambda value: value in REPORT_LAYOUTS,
    "report_name": lambda value: isinstance(value, str),
    "report_reference": lambda value: isinstance(value, str),
    "state": lambda value: isinstance(value, dict),
}


def load(path: Path) -> tuple[Settings, tuple[str, ...]]:
    """The settings in a file, and the names of those that could not be used and have their
    default instead. A missing file gives the defaults; unknown keys are ignored; a file that
    is not JSON gives the defaults and the name "settings"."""
    try:
        found = json.loads(path.read_text(encoding="utf-8"))
    except FileNotFoundError:
        return Settings(), ()
    except (OSError, ValueError, RecursionError):
        return Settings(), ("settings",)
    if not isinstance(found, dict):
        return Settings(), ("settings",)
    known = {name: found[name] for name in _VALID if name in found}
    refused = tuple(name for name, value in known.items() if not _VALID[name](value))
    return Settings(**{k: v for k, v in known.items() if k not in refused}), refused


def save(settings: Settings, path: Path) -> None:
    """Write the settings, whole or not at all. Raises Problem where the folder cannot be
    written."""
    values = {item.name: getattr(settings, item.name) for item in fields(settings)}
    text = json.dumps(values, indent=2, sort_keys=True)
    try:
        with replacing(path) as new:
            new.write_text(text + "\n", encoding="utf-8")
    except OSError as error:
        raise Problem(
            f"Can’t save the settings in {path.parent}. Your applications are safe. "
            "Free some space or choose a folder you may write in."
        ) from error


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
