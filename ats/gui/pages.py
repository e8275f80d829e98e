"""Which pages the window has. Each is made when it is first shown."""

from __future__ import annotations

from collections.abc import Callable

from ats.gui.actions import Actions
from ats.gui.page import Page
from ats.gui.session import Session


def _applications(session: Session, actions: Actions) -> Page:
    from ats.gui.applications.page import ApplicationsPage

    return ApplicationsPage(session, actions)


def _application(session: Session, actions: Actions) -> Page:
    from ats.gui.application.page import ApplicationPage

    return ApplicationPage(session, actions)


def _review(session: Session, actions: Actions) -> Page:
    from ats.gui.capture.review_page import ReviewPage

    return ReviewPage(session, actions)


def _evidence(session: Session, actions: Actions) -> Page:
    from ats.gui.evidence.page import EvidencePage

    return EvidencePage(session, actions)


def _transfer(session: Session, actions: Actions) -> Page:
    from ats.gui.transfer.page import TransferPage

    return TransferPage(session, actions)


def _trash(session: Session, actions: Actions) -> Page:
    from ats.gui.applications.trash_page import TrashPage

    return TrashPage(session, actions)


def _settings(session: Session, actions: Actions) -> Page:
    from ats.gui.preferences.settings_page import SettingsPage

    return SettingsPage(session, actions)


PAGES: dict[str, Callable[[Session, Actions], Page]] = {
    "applications": _applications,
    "application": _application,
    "review": _review,
    "evidence": _evidence,
    "transfer": _transfer,
    "trash": _trash,
    "settings": _settings,
}

IN_SIDEBAR = {"application": "applications", "review": "applications"}
"""Pages without a place of their own in the sidebar, and the one they belong to."""
