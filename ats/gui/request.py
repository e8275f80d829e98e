"""What a start of the program asks of the window, the first start and each later one."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

ACTIONS = ("new_application", "paste_posting")
"""The actions a start may begin with; the desktop's menu offers them."""


@dataclass(frozen=True, slots=True)
class Request:
    """Files to review, and the id of an action or ""."""

    files: tuple[Path, ...] = ()
    action: str = ""
