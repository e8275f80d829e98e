"""Where pages meet: what the window tells one page because of another. Only here and in
`pages` does the window know a page by more than `Page`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from ats.gui.actions import Actions
from ats.gui.page import Page
from ats.gui.page_stack import PageStack
from ats.gui.session import Session

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ats.gui.application.page import ApplicationPage
    from ats.gui.capture.clipboard import Pasted

_TABLES = (".csv", ".tsv", ".xlsx")


def is_table(path: Path) -> bool:
    """Whether a file is for importing rather than a posting."""
    return path.suffix.lower() in _TABLES


def peek_page(session: Session, actions: Actions) -> ApplicationPage:
    """An application's page for the narrow panel."""
    from ats.gui.application.page import ApplicationPage

    return ApplicationPage(session, actions, peek=True)


def show_application(page: Page, id: int, stack: PageStack) -> None:
    """Show an application; its neighbours are those of the list it was opened from."""
    from ats.gui.application.page import ApplicationPage
    from ats.gui.applications.page import ApplicationsPage

    assert isinstance(page, ApplicationPage)
    listing = stack.made("applications")
    if isinstance(listing, ApplicationsPage):
        page.set_neighbours(listing.neighbours(id))
    page.show_application(id)


def current_application(page: Page) -> int | None:
    """The one application selected in a list."""
    from ats.gui.applications.page import ApplicationsPage

    ids = page.current_ids() if isinstance(page, ApplicationsPage) else ()
    return ids[0] if len(ids) == 1 else None


def select_application(page: Page, id: int) -> None:
    """Select an application in the list."""
    from ats.gui.applications.page import ApplicationsPage

    assert isinstance(page, ApplicationsPage)
    page.select(id)


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


def listed(stack: PageStack, page: Page) -> Sequence[int]:
    """The applications that a transfer started now would be about: those selected, or all
    that the list shows."""
    from ats.gui.application.page import ApplicationPage
    from ats.gui.applications.page import ApplicationsPage

    if isinstance(page, ApplicationPage):
        return [page.application_id] if page.application_id is not None else []
    return page.current_ids() if isinstance(page, ApplicationsPage) else []


def start_transfer(page: Page, what: str, ids: Sequence[int]) -> None:
    """Begin an import, an export or a summary; `ids` are the applications it is about."""


def start_import(page: Page, file: Path) -> None:
    """Begin to import a file."""


def kept_look(page: Page) -> Any:
    """How the list is, as JSON-able values."""
    from ats.gui.applications.look import look_values
    from ats.gui.applications.page import ApplicationsPage

    assert isinstance(page, ApplicationsPage)
    return look_values(page.look())


def restore_look(page: Page, values: Any) -> None:
    """Make the list as it was."""
    from ats.gui.applications.look import look_from
    from ats.gui.applications.page import ApplicationsPage

    assert isinstance(page, ApplicationsPage)
    if values is not None:
        page.set_look(look_from(values))
