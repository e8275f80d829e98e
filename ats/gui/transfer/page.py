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
from ats.gui.transfer.export_part import ExportPart
from ats.gui.transfer.formats import Format
from ats.gui.transfer.import_part import Choose, ImportPart, ask_for_table
from ats.gui.transfer.report_choices import ReportKind
from ats.gui.transfer.report_part import ReportPart
from ats.gui.transfer.saving import Ask, ask_for_destination

IMPORT, EXPORT, REPORT = "import", "export", "report"


class TransferPage(Page):
    """Three parts, of which one is shown. `set_scope` tells what the list shows and what is
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
        self.reporting = ReportPart(session, ask)
        self.parts = Segmented(
            "Import, export or report",
            [
                Choice(IMPORT, "Import", icon("download")),
                Choice(EXPORT, "Export", icon("upload")),
                Choice(REPORT, "Report", icon("file-text")),
            ],
        )
        self._shown: dict[str, ImportPart | ExportPart | ReportPart] = {
            IMPORT: self.importing,
            EXPORT: self.exporting,
            REPORT: self.reporting,
        }
        self._stack = QStackedWidget()
        for part in self._shown.values():
            self._stack.addWidget(part)
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
        self.exporting.choose_format(Format.PDF)
        self._show(EXPORT)

    def show_report(self) -> None:
        """Show the report of the search for work."""
        self.reporting.choose(ReportKind.WORK_SEARCH)
        self._show(REPORT)

    def show_preparation(self) -> None:
        """Show the sheet for an interview."""
        self.reporting.choose(ReportKind.PREPARATION)
        self._show(REPORT)

    def set_scope(self, shown_ids: Sequence[int] | None, selected_ids: Sequence[int]) -> None:
        """Say what the list shows, in its order, and what is selected in it; None where no
        list was shown yet."""
        self.exporting.set_scope(shown_ids, selected_ids)
        self.reporting.set_application(selected_ids[0] if selected_ids else None)

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
        self._shown[self.parts.value()].focus_content()

    def _show(self, part: str) -> None:
        self.parts.set_value(part)
        self._stack.setCurrentWidget(self._shown[part])
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
