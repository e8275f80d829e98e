"""Several postings in files, and what came of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

from pytestqt.qtbot import QtBot

from ats.store.queries.applications import applications
from tests.gui.capture.desk import Desk

POSTING = "{title}\nCompany: {company}\n\nRequirements\n- 2 years of experience with bread\n"
Offers = list[tuple[str, str, Callable[[], None]]]
Take = Callable[..., None]


def write(folder: Path, **roles: tuple[str, str]) -> list[Path]:
    """Postings by their names, each with its title and company."""
    files = []
    for name, (title, company) in roles.items():
        file = folder / f"{name}.txt"
        file.write_text(POSTING.format(title=title, company=company), encoding="utf-8")
        files.append(file)
    return files


def read_all(desk: Desk, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: not desk.page.is_reading and desk.page.footer.rest_button.isEnabled())


def titles(desk: Desk) -> set[str]:
    return {row.title for row in applications(desk.store)}


def three(folder: Path) -> list[Path]:
    return write(
        folder,
        a=("Night Baker", "Crumb"),
        b=("Ferry Pilot", "Harbour"),
        c=("Bus Driver", "Rounds"),
    )


def many(folder: Path, count: int) -> Sequence[Path]:
    return write(folder, **{f"p{at:03}": (f"Baker {at}", f"Mill {at}") for at in range(count)})
