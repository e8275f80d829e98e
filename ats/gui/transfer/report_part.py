"""Reports: what was done to find work, and the sheet for an interview."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from string import ascii_uppercase

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from ats.commands.reporting import activities, preparation, preparation_bytes, report_bytes
from ats.domain.problem import Problem
from ats.domain.stage import StageKind
from ats.exchange.exports.paper import Paper
from ats.exchange.exports.report_out import ReportOptions, report_paper
from ats.exchange.exports.work_search import WorkSearch
from ats.gui.jobs import Progress
from ats.gui.session import Session
from ats.gui.transfer.formats import FORMATS, Format, Look
from ats.gui.transfer.outgoing import Preview, named
from ats.gui.transfer.report_choices import ReportChoices, ReportKind
from ats.gui.transfer.saving import Ask, ask_for_destination
from ats.gui.transfer.saving_side import SavingSide
from ats.store.queries.applications import applications
from ats.whole_file import write_whole

Content = Callable[[Callable[[float], None]], bytes]

_ROWS = 25


class ReportPart(QWidget):
    """`set_application` says which application was open before."""

    written = Signal(object)

    def __init__(
        self, session: Session, ask: Ask = ask_for_destination, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._ask = ask
        self.choices = ReportChoices(session)
        self._side = SavingSide(session)
        self.preview, self.save_button = self._side.preview, self._side.save_button
        self._side.beside(self, self.choices)
        self.choices.changed.connect(self._choose)
        self.save_button.clicked.connect(self.save)
        self._side.saver.written.connect(self.written)
        session.live.follow(
            self, {"application", "event", "interview", "requirement", "contact"}, self.refresh
        )

    def set_application(self, id: int | None) -> None:
        """Offer the applications; this one is meant, if any."""
        rows = applications(self._session.store)
        rows.sort(key=lambda row: row.stage_kind is StageKind.CLOSED)
        names = [(row.id, ", ".join(filter(None, (row.title, row.company)))) for row in rows]
        self.choices.offer_applications(names, id)

    def choose(self, kind: ReportKind) -> None:
        self.choices.kinds[kind].setChecked(True)
        self.refresh()

    def options(self) -> ReportOptions:
        """The form and the head as the choices say."""
        return ReportOptions(
            layout=self.choices.report_layout,
            name=self.choices.name.text().strip(),
            reference=self.choices.reference.text().strip(),
        )

    def refresh(self) -> None:
        """Show what the report would say now, or why there is none."""
        self._side.line.show_text("")
        self._side.tell_more("")
        try:
            shown = self._shown()
        except Problem as problem:
            self._side.line.show_text(str(problem), "warn")
            self.preview.show_nothing("")
            self.save_button.setEnabled(False)
            return
        self.preview.show_preview(shown)
        self.save_button.setEnabled(True)

    def save(self) -> None:
        """Write the report where the person says: whole, or not at all."""
        made = self._session.run(self._content)
        path = self._ask(self, self._file_name()) if made is not None else None
        if made is not None and path is not None:
            self._remember()

            def write(path: Path, progress: Progress) -> tuple[Path, ...]:
                write_whole(path, made(progress.at))
                return (path,)

            self._side.saver.save(path, write)

    def focus_content(self) -> None:
        self.save_button.setFocus()

    def _choose(self) -> None:
        self.refresh()

    def _shown(self) -> Preview:
        if self.choices.kind is ReportKind.PREPARATION:
            return self._preview_of(self._sheet())
        search, today = self._search(), self._session.store.today()
        form = self.choices.format
        if FORMATS[form].look is Look.TABLE:
            text = report_bytes(search, ".csv", today, self.options()).decode("utf-8-sig")
            return _sheet(text)
        return self._preview_of(report_paper(search, today, self.options()))

    def _preview_of(self, paper: Paper) -> Preview:
        if self.choices.format is Format.MARKDOWN:
            return Preview(text=preparation_bytes(paper, ".md").decode())
        return Preview(paper=paper)

    def _search(self) -> WorkSearch:
        since, until = self.choices.since.date(), self.choices.until.date()
        if since is None or until is None:
            raise Problem("Choose the first and the last day of the period.")
        return activities(self._session.store, since, until, self.options())

    def _sheet(self) -> Paper:
        id = self.choices.application_id()
        if id is None:
            raise Problem("There is no application to prepare for.")
        return preparation(self._session.store, id)

    def _content(self) -> Content:
        """How the bytes of the file are made, on any thread."""
        ending, today = self.choices.format.value, self._session.store.today()
        if self.choices.kind is ReportKind.PREPARATION:
            paper = self._sheet()
            return lambda report: preparation_bytes(paper, ending)
        search, options = self._search(), self.options()
        return lambda report: report_bytes(search, ending, today, options, report)

    def _file_name(self) -> str:
        form = self.choices.format
        if self.choices.kind is ReportKind.PREPARATION:
            return named(f"preparation {self.choices.application.currentText()}", form)
        since, until = self.choices.since.date(), self.choices.until.date()
        return named(f"work search {since} to {until}", form)

    def _remember(self) -> None:
        options = self.options()
        if self.choices.kind is ReportKind.WORK_SEARCH:
            self._session.change_settings(
                report_layout=options.layout.value,
                report_name=options.name,
                report_reference=options.reference,
            )


def _sheet(text: str) -> Preview:
    """A CSV as a spreadsheet shows it: its head is in rows of its own."""
    rows = list(csv.reader(io.StringIO(text, newline="")))[:_ROWS]
    letters = ascii_uppercase[: max(len(row) for row in rows)]
    return Preview(
        headers=tuple(letters),
        rows=tuple((number, tuple(cells)) for number, cells in enumerate(rows, start=1)),
    )
