"""Where pages meet: what the window tells one page because of another. Only here and in
`pages` does the window know a page by more than `Page`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ats.gui.actions import Actions
from ats.gui.page import Page
from ats.gui.page_stack import PageStack
from ats.gui.session import Session
from ats.store import Store
from ats.store.queries.applications import application_row

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ats.gui.application.page import ApplicationPage
    from ats.gui.capture.clipboard import Pasted

_TABLES = (".csv", ".tsv", ".xlsx")


def is_table(path: Path) -> bool:
    """Whether a file is for importing rather than a posting."""
    return path.suffix.lower() in _TABLES


def peek_page(session: Session, actions: Actions) -> ApplicationPage:
    """An application's page for the narrow panel."""
    from ats.gui.application.page import ApplicationPage

    return ApplicationPage(session, actions, compact=True)


def show_application(page: Page, id: int) -> None:
    """Show an application on its page."""
    from ats.gui.application.page import ApplicationPage

    assert isinstance(page, ApplicationPage)
    page.show_application(id)


def show_neighbours(page: Page, id: int, stack: PageStack, store: Store) -> None:
    """Tell an application's page what stands before and after it in the list."""
    from ats.gui.application.page import ApplicationPage
    from ats.gui.applications.page import ApplicationsPage

    listing, row = stack.made("applications"), application_row(store, id)
    if not isinstance(page, ApplicationPage) or row is None:
        return
    before, after, place, total = None, None, 0, 0
    if isinstance(listing, ApplicationsPage):
        before, after, place, total = listing.neighbours(id)
    page.set_neighbours(before, after, f"{place} of {total} in {row.stage}" if total else "")


def name_of(store: Store, id: int) -> str:
    """An application by its title and company."""
    row = application_row(store, id)
    return ", ".join(filter(None, (row.title, row.company))) if row else ""


def current_application(page: Page) -> int | None:
    """The one application selected in a list."""
    from ats.gui.applications.page import ApplicationsPage

    ids = page.current_ids() if isinstance(page, ApplicationsPage) else ()
    return ids[0] if len(ids) == 1 else None


def select_application(page: Page, id: int) -> None:
    """Select an application in the list and put the keyboard on it."""
    from ats.gui.applications.page import ApplicationsPage

    assert isinstance(page, ApplicationsPage)
    page.selection.choose_one(id)
    page.focus_content()


def when_created(page: Page, tell: Callable[[int], None]) -> None:
    """Have the review page tell the id of an application it made."""
    from ats.gui.capture.review_page import ReviewPage

    assert isinstance(page, ReviewPage)
    page.created.connect(tell)


def start_review(page: Page, pasted: Pasted) -> None:
    """Read what came in and show it for review."""
    from ats.gui.capture.review_page import ReviewPage

    assert isinstance(page, ReviewPage)
    page.take(pasted)


def start_reading(page: Page, reading: object) -> None:
    """Show a Reading for review; for anything else an empty form, at the stage with that id
    where it is one."""
    from ats.domain.reading import Reading
    from ats.gui.capture.review_page import ReviewPage

    assert isinstance(page, ReviewPage)
    if isinstance(reading, Reading):
        page.start(reading)
    else:
        page.start_empty(reading if isinstance(reading, int) else None)
    page.focus_content()


def chosen_applications(page: Page) -> Sequence[int]:
    """The applications that a transfer started from a page is about: the one shown, or those
    selected in the list where they are several; empty for all."""
    from ats.gui.application.page import ApplicationPage
    from ats.gui.applications.page import ApplicationsPage

    if isinstance(page, ApplicationPage):
        return [page.application_id] if page.application_id else []
    ids = page.current_ids() if isinstance(page, ApplicationsPage) else []
    return ids if len(ids) > 1 else []


def start_transfer(page: Page, what: str, ids: Sequence[int]) -> None:
    """Begin an import, an export or a summary; `ids` are the applications it is about."""


def start_import(page: Page, file: Path) -> None:
    """Begin to import a file."""
