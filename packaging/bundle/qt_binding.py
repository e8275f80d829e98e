"""Refuses a pair of Python and PySide6 that a program must not be shipped with.

    python packaging/bundle/qt_binding.py

PySide6 6.12.0 on Python 3.11 loses a reference to None in every call without a result, and the
process ends after some thousand calls. Short tests pass, so the build looks for it itself.
"""

from __future__ import annotations

import sys

CALLS = 2_000
TOLERATED = CALLS // 10


def references_lost(calls: int = CALLS) -> int:
    """How many references to None are gone after so many calls. From Python 3.12 on None has no
    count, and the answer is 0."""
    from PySide6.QtCore import QObject

    thing = QObject()
    before = sys.getrefcount(None)
    for _ in range(calls):
        thing.setObjectName("name")
    return before - sys.getrefcount(None)


def refusal(lost: int, python: str, pyside: str) -> str | None:
    """The sentence that stops the build; None for a sound pair."""
    if lost <= TOLERATED:
        return None
    return (
        f"PySide6 {pyside} on Python {python} loses references to None and would crash after some "
        "thousand calls. Nothing was built. Use PySide6 before 6.12, or Python 3.12 or newer."
    )


def main() -> None:
    import PySide6

    python = ".".join(str(part) for part in sys.version_info[:3])
    sentence = refusal(references_lost(), python, PySide6.__version__)
    if sentence:
        sys.exit(sentence)


if __name__ == "__main__":
    main()
