"""What the window itself does for an action, where no page does it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPlainTextEdit

from ats.domain.words import counted
from ats.gui import page_links, panes
from ats.gui.page import Handler
from ats.gui.typing_undo import is_text_field
from ats.settings import TEXT_SCALES
from ats.store import Changes
from ats.store.queries.counts import counts
from ats.store.queries.engine import sqlite_version

if TYPE_CHECKING:
    from ats.gui.main_window import MainWindow


class WindowCommands(QObject):
    """Belongs to its window."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._session = window.session
        self._session.store.listeners.append(self._stepped)

    def close(self) -> None:
        """Stop listening to the store."""
        self._session.store.listeners.remove(self._stepped)

    def handlers(self) -> dict[str, Handler]:
        """The actions the window can carry out now."""
        store, history = self._session.store, self._window.history
        undoes, redoes = self._step_labels()
        at_home = history.place.page == "applications"
        conditional = {
            "undo": (undoes is not None, self.undo),
            "redo": (redoes is not None, self.redo),
            "back": (history.can_go_back or not at_home, self._window.back),
            "forward": (history.can_go_forward, self._window.forward),
            "sample_data": (not counts(store).applications, self.add_sample_data),
        }
        return self._always() | {id: handler for id, (able, handler) in conditional.items() if able}

    def undo(self) -> None:
        """Take back the last change of a draft on the page, or else the last step."""
        draft = self._window.page.draft_history()
        if draft is not None:
            draft.undo()
        else:
            self.undo_step()

    def redo(self) -> None:
        """Make again what was taken back last."""
        draft = self._window.page.draft_history()
        if draft is not None:
            draft.redo()
        else:
            self.redo_step()

    def undo_step(self) -> None:
        """Take back the last step, after what is typed and not stored yet became one."""
        self._session.give_up(self._session.store.undo)
        self._window.flush()
        label = self._session.store.undo_label
        if not self._session.unwritten and label and self._session.run(self._session.store.undo):
            self._window.toasts.clear()
            self._session.say(f"Undone: {label}", undo=False)

    def redo_step(self) -> None:
        self._session.give_up(self._session.store.redo)
        self._window.flush()
        label = self._session.store.redo_label
        if not self._session.unwritten and label and self._session.run(self._session.store.redo):
            self._window.toasts.clear()
            self._session.say(f"Done again: {label}", undo=False)

    def name_steps(self) -> None:
        """Undo and Redo say what they would do."""
        undoes, redoes = self._step_labels()
        for id, word, label in (("undo", "&Undo", undoes), ("redo", "&Redo", redoes)):
            text = f"{word} {label.replace('&', '&&')}" if label else word
            self._window.commands[id].setText(text)
            self._window.commands[id].setEnabled(label is not None)

    def _step_labels(self) -> tuple[str | None, str | None]:
        """What undo and redo would do, by name."""
        steps = self._window.page.draft_history() or self._session.store
        return steps.undo_label, steps.redo_label

    def _stepped(self, _changes: Changes) -> None:
        """At once, so that keys pressed quickly one after the other find what they mean."""
        self.name_steps()

    def show_counts(self) -> None:
        known = counts(self._session.store)
        sidebar = self._window.sidebar
        sidebar.show_count("applications", known.open, f"{known.open} open")
        sidebar.show_count("evidence", known.evidence, counted(known.evidence, "item"))
        sidebar.show_count("trash", known.trashed, counted(known.trashed, "application"))

    def add_sample_data(self) -> None:
        """Fill an empty store with invented applications; one step to undo."""
        from ats.commands.demo import add_sample_data

        self._session.run(add_sample_data, self._session.store)
        if counts(self._session.store).applications:
            self._session.say("Added sample data")
            self._session.live.announce()
            self._window.page.focus_content()

    def _always(self) -> dict[str, Handler]:
        window, look, offer = self._window, self._window.look, self._window.palette_offer
        return {
            "new_application": lambda: window.review_reading(None),
            "paste_posting": self._paste,
            "open_posting": window.intake.ask_for_files,
            "open_folder": window.intake.ask_for_folder,
            **{what: self._transfers(what) for what in page_links.TRANSFERS},
            "settings": self._goes("settings"),
            "quit": self._quit,
            "palette": offer.open,
            "search": lambda: offer.open("Search titles, notes, postings and people"),
            "board": lambda: self._show_applications("board"),
            "table": lambda: self._show_applications("table"),
            "sidebar": look.toggle_sidebar,
            "larger_text": lambda: self._step_text(1),
            "smaller_text": lambda: self._step_text(-1),
            "normal_text": lambda: self._session.change_settings(text_scale=1.0),
            "full_screen": look.toggle_full_screen,
            "go_applications": self._goes("applications"),
            "go_evidence": self._goes("evidence"),
            "go_transfer": self._goes("transfer"),
            "go_trash": self._goes("trash"),
            "next_pane": lambda: panes.step(window.panes(), 1),
            "previous_pane": lambda: panes.step(window.panes(), -1),
            "shortcuts": self._show_shortcuts,
            "help": self._show_help,
            "about": self._show_about,
        }

    def _goes(self, page: str) -> Handler:
        return lambda: self._window.show_page(page)

    def _quit(self) -> None:
        if self._window.window().close():
            QApplication.quit()

    def _paste(self) -> None:
        """Review what was copied; in a field of a review under way, paste the plain words."""
        field = QApplication.focusWidget()
        reviewing = self._window.history.place.page == "review"
        if reviewing and isinstance(field, QLineEdit | QPlainTextEdit) and is_text_field(field):
            field.paste()
        else:
            self._window.intake.paste()

    def _transfers(self, what: str) -> Handler:
        """Import, export, summary or report, of what the list shows."""

        def start() -> None:
            self._window.show_page("transfer")
            page_links.start_transfer(self._window.page, what)

        return start

    def _show_applications(self, view: str) -> None:
        self._window.show_page("applications")
        handler = self._window.page.handlers().get(view)
        if handler is not None:
            handler()

    def _step_text(self, by: int) -> None:
        now = self._session.settings.text_scale
        nearest = min(range(len(TEXT_SCALES)), key=lambda at: abs(TEXT_SCALES[at] - now))
        at = min(max(nearest + by, 0), len(TEXT_SCALES) - 1)
        self._session.change_settings(text_scale=TEXT_SCALES[at])

    def _show_shortcuts(self) -> None:
        from ats.gui.shortcut_sheet import ShortcutSheet

        self._open(lambda: ShortcutSheet(self._window))

    def _show_help(self) -> None:
        from ats.gui.help_sheets import HelpSheet

        self._open(lambda: HelpSheet(self._window))

    def _show_about(self) -> None:
        from ats.gui.help_sheets import AboutSheet

        store = self._session.store
        folder, version = store.path.parent, sqlite_version(store)
        self._open(lambda: AboutSheet(folder, version, self._window))

    def _open(self, make: Callable[[], QDialog]) -> None:
        """Show a sheet over the window; Qt gives the focus back when it closes."""
        sheet = make()
        sheet.setModal(True)
        sheet.finished.connect(sheet.deleteLater)
        sheet.open()
