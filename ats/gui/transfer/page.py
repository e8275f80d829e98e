"""The page "Import and export"."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from ats.gui.actions import Actions
from ats.gui.controls.field import label
from ats.gui.controls.segmented import Choice, Segmented
from ats.gui.icons import icon
from ats.gui.page import Handler, Page
from ats.gui.session import Session
from ats.gui.theme import Space
from ats.gui.transfer.export_part import Ask, ExportPart, ask_for_destination
from ats.gui.transfer.import_part import Choose, ImportPart, ask_for_table
from ats.gui.transfer.outgoing import Format

IMPORT, EXPORT = "import", "export"


class TransferPage(Page):
    """Two parts, of which one is shown. `set_scope` tells what the list shows and what is
    selected in it; `choose` and `ask` let the person name files."""

    title = "Import and export"

    def __init__(
        self,
        session: Session,
        actions: Actions,
        parent: QWidget | None = None,
        *,
        choose: Choose = ask_for_table,
        ask: Ask = ask_for_destination,
    ) -> None:
        super().__init__(parent)
        self._actions = actions
        self.importing = ImportPart(session, actions, choose)
        self.exporting = ExportPart(session, ask)
        self.parts = Segmented(
            "Import or export",
            [
                Choice(IMPORT, "Import", icon("download")),
                Choice(EXPORT, "Export", icon("upload")),
            ],
        )
        self._stack = QStackedWidget()
        self._stack.addWidget(self.importing)
        self._stack.addWidget(self.exporting)
        self._build()
        self.parts.chosen.connect(self._show)
        self.importing.moved.connect(self.actions_changed)
        self.show_import()

    def show_import(self) -> None:
        """Show the import."""
        self._show(IMPORT)

    def show_export(self) -> None:
        """Show the export, as a table for spreadsheets."""
        self.exporting.choose_format(Format.CSV)
        self._show(EXPORT)

    def show_summary(self) -> None:
        """Show the export, as a summary to read."""
        self.exporting.choose_format(Format.HTML)
        self._show(EXPORT)

    def set_scope(self, shown_ids: Sequence[int] | None, selected_ids: Sequence[int]) -> None:
        """Say what the list shows, in its order, and what is selected in it; None where no
        list was shown yet."""
        self.exporting.set_scope(shown_ids, selected_ids)

    def open_file(self, path: Path) -> None:
        """Show what importing a file would bring."""
        self.show_import()
        self.importing.open_file(path)

    def handlers(self) -> dict[str, Handler]:
        """Back goes from step to step of an import; a copied table is pasted into it."""
        found: dict[str, Handler] = {}
        if self.parts.value() == IMPORT and self.importing.can_go_back():
            found["back"] = self.importing.back
        if self.parts.value() == IMPORT and self.importing.can_paste():
            found["paste_posting"] = self.importing.paste
        return found

    def focus_content(self) -> None:
        if self.parts.value() == IMPORT:
            self.importing.focus_content()
        else:
            self.exporting.focus_content()

    def _show(self, part: str) -> None:
        self.parts.set_value(part)
        self._stack.setCurrentWidget(self.importing if part == IMPORT else self.exporting)
        self.actions_changed.emit()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(Space.L)
        head.addWidget(label(self.title, "display"))
        head.addStretch()
        head.addWidget(self.parts)
        column = QVBoxLayout(self)
        column.setContentsMargins(Space.L + Space.XS, Space.L, Space.L + Space.XS, Space.M)
        column.setSpacing(Space.M)
        column.addLayout(head)
        column.addWidget(self._stack, 1)
