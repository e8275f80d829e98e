"""Taking applications out: which, in what format, what to leave out, and where to."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from ats.commands.exporting import ExportKind, table_headers
from ats.domain.overview import ApplicationRow
from ats.domain.words import counted
from ats.gui.controls.buttons import button
from ats.gui.session import Session
from ats.gui.transfer.export_choices import ExportChoices, Scope
from ats.gui.transfer.formats import FORMATS, Format, Look
from ats.gui.transfer.outgoing import Outgoing, file_name, prepared, preview
from ats.gui.transfer.saving import Ask, ask_for_destination
from ats.gui.transfer.saving_side import SavingSide
from ats.store.queries.applications import applications

_PREVIEWED = 15
# A summary tells at its head how many it holds.
_PREVIEWED_IN_SUMMARIES = 200
_NO_COLUMNS = "Choose at least one column."
_THERE = "{name} is there already and would be replaced. Choose another name or folder."


class ExportPart(QWidget):
    """`set_scope` says what is shown and selected elsewhere in the window."""

    written = Signal(object)

    def __init__(
        self, session: Session, ask: Ask = ask_for_destination, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._ask = ask
        self._shown: tuple[int, ...] | None = None
        self._selected: tuple[int, ...] = ()
        self.choices = ExportChoices()
        self.copy_button = button("&Copy", "secondary", "copy")
        self._side = SavingSide(session, [self.copy_button])
        self.preview, self.save_button = self._side.preview, self._side.save_button
        self._side.beside(self, self.choices)
        self._connect()
        session.live.follow(self, {"application", "event", "requirement", "offer"}, self.refresh)

    def set_scope(self, shown: Sequence[int] | None, selected: Sequence[int]) -> None:
        """What the list shows, in its order, and what is selected in it; None where nothing
        is known of a list. A selection is what the person means."""
        self._shown = None if shown is None else tuple(shown)
        self._selected = tuple(selected)
        wanted = Scope.SELECTED if selected else Scope.ALL if shown is None else Scope.SHOWN
        self.choices.scopes[wanted].setChecked(True)
        self.refresh()

    def choose_format(self, form: Format) -> None:
        self.choices.formats[form].setChecked(True)

    def refresh(self) -> None:
        """Show what would go out now."""
        everything = {row.id: row for row in applications(self._session.store)}
        for scope in Scope:
            rows = self._rows(scope, everything)
            offered = scope is Scope.ALL or self._is_offered(scope)
            self.choices.show_scope(scope, len(rows), offered=offered)
        self._preview()

    def outgoing(self) -> Outgoing:
        """What the choices say now."""
        everything = {row.id: row for row in applications(self._session.store)}
        choices = self.choices
        return Outgoing(
            rows=tuple(self._rows(choices.scope, everything)),
            whole=choices.scope is Scope.ALL,
            format=choices.format,
            what=choices.kind,
            columns=() if choices.kind is ExportKind.EVERYTHING else choices.columns.chosen(),
            bom=choices.bom.isChecked(),
            notes=choices.notes.isChecked(),
            pay=choices.pay.isChecked(),
            names=choices.names.isChecked(),
            sections=choices.chosen_sections(),
            name=self._session.settings.report_name,
        )

    def save(self) -> None:
        """Write the file where the person says: whole, or not at all."""
        out = self.outgoing()
        made = self._session.run(prepared, self._session.store, out) if out.rows else None
        path = self._ask(self, file_name(out)) if made is not None else None
        if made is None or path is None:
            return
        # The person was asked about the first file only.
        there = [each.name for each in made.paths(path)[1:] if each.exists()]
        if there:
            self._side.line.show_text(_THERE.format(name=there[0]), "danger")
        else:
            self._side.saver.save(path, lambda path, progress: made.write(path, progress.at))

    def copy(self) -> None:
        """Put the whole text on the clipboard."""
        out = self.outgoing()
        made = self._session.run(prepared, self._session.store, out) if out.rows else None
        if made is not None:
            QGuiApplication.clipboard().setText(made.content().decode("utf-8-sig"))
            self._session.say("Copied", undo=False)

    def focus_content(self) -> None:
        self.save_button.setFocus()

    def _rows(self, scope: Scope, everything: dict[int, ApplicationRow]) -> list[ApplicationRow]:
        if scope is Scope.ALL:
            return list(everything.values())
        ids = self._selected if scope is Scope.SELECTED else self._shown or ()
        return [everything[id] for id in ids if id in everything]

    def _is_offered(self, scope: Scope) -> bool:
        return bool(self._selected) if scope is Scope.SELECTED else self._shown is not None

    def _preview(self) -> None:
        choices, table = self.choices, FORMATS[self.choices.format].look is Look.TABLE
        if table and choices.kind is not ExportKind.EVERYTHING:
            choices.columns.offer(
                table_headers(
                    self._session.store,
                    choices.kind,
                    notes=choices.notes.isChecked(),
                    pay=choices.pay.isChecked(),
                )
            )
        empty = table and choices.columns.isVisibleTo(choices) and choices.columns.none_chosen
        out = self.outgoing()
        self._side.line.show_text(_NO_COLUMNS if empty else "", "warn")
        if out.rows and not empty:
            shown = preview(self._session.store, out, _most_previewed(out))
            self.preview.show_preview(shown)
        else:
            self.preview.show_nothing("There are no applications to export.")
        self._tell_more(out)
        self.save_button.setEnabled(bool(out.rows) and not empty)
        self.copy_button.setEnabled(bool(out.rows) and not empty and out.format.is_text)

    def _tell_more(self, out: Outgoing) -> None:
        """Say how much of the file the preview shows."""
        most = _most_previewed(out)
        hidden = len(out.rows) > most and out.format is not Format.ARCHIVE
        told = f"The first {most} of {counted(len(out.rows), 'application')} are in the preview."
        self._side.tell_more(told if hidden else "")

    def _connect(self) -> None:
        self.choices.changed.connect(self._preview)
        self.save_button.clicked.connect(self.save)
        self.copy_button.clicked.connect(self.copy)
        self._side.saver.written.connect(self.written)


def _most_previewed(out: Outgoing) -> int:
    """How many applications the preview shows at most."""
    return _PREVIEWED_IN_SUMMARIES if out.format.is_summary else _PREVIEWED
