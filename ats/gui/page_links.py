"""Where pages meet: what the window tells one page because of another. Only here and in
`pages` does the window know a page by more than `Page`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from ats.gui.actions import Actions
from ats.gui.messages import Banner
from ats.gui.page import Page
from ats.gui.page_stack import PageStack
from ats.gui.session import Session
from ats.paths import review_file
from ats.store import Store
from ats.store.queries.applications import application_row

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from ats.gui.application.page import ApplicationPage
    from ats.gui.capture.clipboard import Pasted

TRANSFERS = ("import", "export", "summary", "report", "preparation")
"""What the page "Import and export" can begin with; each is an action of that name."""


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


def when_put_by(page: Page, offer: Callable[[], None]) -> None:
    """Have the review page tell of postings that were left and can be brought back."""
    from ats.gui.capture.review_page import ReviewPage

    assert isinstance(page, ReviewPage)
    page.put_by.connect(offer)


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


def offer_earlier_review(stack: PageStack, session: Session, banner: Banner) -> None:
    """Offer, above the page, a review that was open when the program ended, or postings that
    were left. The page is only made where there is one. What the disk has no room for comes
    first."""
    if len(session.unwritten):
        return
    if stack.made("review") is None and not review_file(session.store.path.parent).exists():
        return
    from ats.gui.capture.review_page import ReviewPage

    page = stack.get("review")
    assert isinstance(page, ReviewPage)
    draft = page.earlier()
    if draft is None:
        return

    def answer(choice: Callable[[], None]) -> Callable[[], None]:
        def chosen() -> None:
            banner.clear()
            choice()
            offer_earlier_review(stack, session, banner)

        return chosen

    banner.show_text(
        draft.left_over,
        [("Bring back", answer(page.bring_back_earlier)), ("Discard", answer(page.drop_earlier))],
        kind="info",
    )


def tell_scope(transfer: Page, stack: PageStack, came_from: Page) -> None:
    """Tell the transfer page what it can be about: the application it was opened from, or
    what the list shows and, where several are selected, those."""
    from ats.gui.application.page import ApplicationPage
    from ats.gui.applications.page import ApplicationsPage
    from ats.gui.transfer.page import TransferPage

    assert isinstance(transfer, TransferPage)
    listing = stack.made("applications")
    shown = listing.shown_ids() if isinstance(listing, ApplicationsPage) else None
    chosen: Sequence[int] = ()
    if isinstance(came_from, ApplicationPage) and came_from.application_id:
        chosen = [came_from.application_id]
    elif isinstance(came_from, ApplicationsPage) and len(came_from.current_ids()) > 1:
        chosen = came_from.current_ids()
    transfer.set_scope(shown, chosen)


def start_transfer(page: Page, what: str) -> None:
    """Begin one of TRANSFERS."""
    from ats.gui.transfer.page import TransferPage

    assert isinstance(page, TransferPage)
    getattr(page, f"show_{what}")()
    page.focus_content()


def show_imported(page: Page, batch: int) -> None:
    """Show the applications that came with an import, and nothing else."""
    from dataclasses import replace

    from ats.domain.saved_view import ApplicationFilter
    from ats.gui.applications.page import ApplicationsPage

    assert isinstance(page, ApplicationsPage)
    page.set_look(replace(page.look(), filter=ApplicationFilter(imports=(batch,))))
    page.focus_content()


def start_import(page: Page, file: Path) -> None:
    """Show what importing a file would bring."""
    from ats.gui.transfer.page import TransferPage

    assert isinstance(page, TransferPage)
    page.open_file(file)
