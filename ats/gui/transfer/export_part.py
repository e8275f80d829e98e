"""Taking applications out: which, in what format, what to leave out, and where to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import (
    QButtonGroup,
    QCheckBox,
    QFileDialog,
    QFrame,
    QHBoxLayout,
    QPlainTextEdit,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from ats.domain.overview import ApplicationRow
from ats.domain.problem import Problem
from ats.exchange.whole_file import write_whole
from ats.gui.controls.buttons import button
from ats.gui.controls.field import MessageLine, label
from ats.gui.controls.waiting_bar import WaitingBar
from ats.gui.jobs import Progress
from ats.gui.session import Session
from ats.gui.theme import Space
from ats.gui.transfer.outgoing import Format, Outgoing, content, file_name, preview
from ats.store.queries.applications import applications

_PREVIEWED = 10
Kind = TypeVar("Kind")
Ask = Callable[[QWidget, str], Path | None]


class Scope(StrEnum):
    """Which applications go out."""

    SELECTED = "Selected"
    SHOWN = "Shown now"
    ALL = "Everything"


FORMATS = {
    Format.CSV: ("CSV", "A table for spreadsheets; can be imported here again"),
    Format.JSON: ("JSON", "Everything about each application, for programs"),
    Format.MARKDOWN: ("Markdown", "A summary as plain text"),
    Format.HTML: ("HTML", "A summary to read, print or send"),
}
_HELD = (
    "JSON holds everything. CSV holds the applications with their history, "
    "and can be imported again."
)
_SAME = "The page holds the same summary, laid out. Here it is as plain text."
_KINDS = {
    Format.CSV: "CSV (*.csv)",
    Format.JSON: "JSON (*.json)",
    Format.MARKDOWN: "Markdown (*.md)",
    Format.HTML: "HTML (*.html)",
}


def ask_for_destination(parent: QWidget, name: str) -> Path | None:
    """Let the person choose where to write a file; None where they would rather not."""
    kind = _KINDS[Format(Path(name).suffix)]
    chosen, _ = QFileDialog.getSaveFileName(parent, "Export", name, kind)
    if not chosen:
        return None
    path = Path(chosen)
    return path if path.suffix else path.with_suffix(Path(name).suffix)


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
        self.scopes = _choices({scope: scope.value for scope in Scope})
        self.formats = _choices({form: name for form, (name, _) in FORMATS.items()})
        self.notes = QCheckBox("&Notes")
        self.pay = QCheckBox("Pa&y and offers")
        self.text = QPlainTextEdit()
        self.save_button = button("&Save as…", "primary", "upload")
        self.copy_button = button("&Copy", "secondary", "copy")
        self.waiting = WaitingBar()
        self._left_out = label("", "caption", wrap=True)
        self._line = MessageLine()
        self._more = label("", "caption")
        self._note = label(_SAME, "caption", wrap=True)
        self._build()
        self._connect()
        session.live.follow(self, {"application", "event", "requirement", "offer"}, self.refresh)

    def set_scope(self, shown: Sequence[int] | None, selected: Sequence[int]) -> None:
        """What the list shows, in its order, and what is selected in it; None where nothing
        is known of a list. A selection is what the person means."""
        self._shown = None if shown is None else tuple(shown)
        self._selected = tuple(selected)
        wanted = Scope.SELECTED if selected else Scope.ALL if shown is None else Scope.SHOWN
        self.scopes[wanted].setChecked(True)
        self.refresh()

    def choose_format(self, form: Format) -> None:
        self.formats[form].setChecked(True)

    def refresh(self) -> None:
        """Show what would go out now."""
        everything = {row.id: row for row in applications(self._session.store)}
        for scope, choice in self.scopes.items():
            rows = self._rows(scope, everything)
            choice.setText(f"{scope.value} ({len(rows):,})")
            choice.setVisible(scope is Scope.ALL or self._is_offered(scope))
        self._preview()

    def outgoing(self) -> Outgoing:
        """What the choices say now."""
        everything = {row.id: row for row in applications(self._session.store)}
        return Outgoing(
            rows=tuple(self._rows(_checked(self.scopes), everything)),
            format=_checked(self.formats),
            notes=self.notes.isChecked(),
            pay=self.pay.isChecked(),
        )

    def save(self) -> None:
        """Write the file where the person says: whole, or not at all."""
        out = self.outgoing()
        path = self._ask(self, file_name(out)) if out.rows else None
        if path is None:
            return
        made = self._session.run(content, self._session.store, out)
        if made is None:
            return

        def work(progress: Progress) -> Path:
            progress.at(0.0)
            write_whole(path, made)
            return path

        self._line.show_text("")
        job = self._session.jobs.start(work)
        job.succeeded.connect(self._tell_written)
        job.failed.connect(self._fail)
        self.waiting.watch(job, f"Writing {path.name}")

    def copy(self) -> None:
        """Put the whole text on the clipboard."""
        out = self.outgoing()
        if out.rows:
            made = content(self._session.store, out).decode("utf-8-sig")
            QGuiApplication.clipboard().setText(made)
            self._session.say("Copied", undo=False)

    def notice(self) -> str:
        """What is said about the preview, or ""."""
        return "" if self._note.isHidden() else self._note.text()

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
        out = self.outgoing()
        summary = out.format.is_summary
        for box in (self.notes, self.pay):
            box.setEnabled(summary)
        self._left_out.setText("Left out of summaries unless you say so." if summary else _HELD)
        place = self.text.verticalScrollBar().value()
        shown = preview(self._session.store, out, _PREVIEWED) if out.rows else ""
        if shown != self.text.toPlainText():
            self.text.setPlainText(shown)
            self.text.verticalScrollBar().setValue(place)
        self._note.setVisible(out.format is Format.HTML and bool(out.rows))
        wrap = QPlainTextEdit.LineWrapMode
        self.text.setLineWrapMode(wrap.NoWrap if out.format is Format.CSV else wrap.WidgetWidth)
        hidden = max(0, len(out.rows) - _PREVIEWED)
        self._more.setText(f"The first {_PREVIEWED} of {len(out.rows):,} are shown.")
        self._more.setVisible(bool(hidden))
        for each in (self.save_button, self.copy_button):
            each.setEnabled(bool(out.rows))
        self.text.setPlaceholderText("There are no applications to export.")

    def _tell_written(self, path: Path) -> None:
        self._session.say(f"Saved {path.name}", undo=False)
        self.written.emit(path)

    def _fail(self, error: Exception) -> None:
        if not isinstance(error, Problem):
            raise error
        self._line.show_text(str(error), "danger")

    def _build(self) -> None:
        self.text.setReadOnly(True)
        self.text.setProperty("variant", "posting")
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName("Preview of the file")
        self.text.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        right = QVBoxLayout()
        right.setSpacing(Space.S)
        head = QHBoxLayout()
        head.setSpacing(Space.S)
        head.addWidget(label("Preview", "subtitle"))
        head.addStretch()
        head.addWidget(self.copy_button)
        head.addWidget(self.save_button)
        right.addLayout(head)
        right.addWidget(self.waiting)
        right.addWidget(self._line)
        right.addWidget(self._note)
        right.addWidget(self.text, 1)
        right.addWidget(self._more)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(Space.XL)
        row.addWidget(self._build_choices(), 2)
        row.addLayout(right, 5)

    def _build_choices(self) -> QWidget:
        inner = QWidget()
        inner.setObjectName("plain")
        left = QVBoxLayout(inner)
        left.setContentsMargins(0, 0, Space.M, 0)
        left.setSpacing(Space.XS)
        left.addWidget(label("Applications", "subtitle"))
        for choice in self.scopes.values():
            left.addWidget(choice)
        left.addSpacing(Space.L)
        left.addWidget(label("Format", "subtitle"))
        for form, choice in self.formats.items():
            left.addWidget(choice)
            left.addLayout(_indented(label(FORMATS[form][1], "caption", wrap=True)))
        left.addSpacing(Space.L)
        left.addWidget(label("Include", "subtitle"))
        left.addWidget(self.notes)
        left.addWidget(self.pay)
        left.addWidget(self._left_out)
        left.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inner)
        return scroll

    def _connect(self) -> None:
        for choices in (self.scopes, self.formats):
            group = QButtonGroup(self)
            for choice in choices.values():
                group.addButton(choice)
            next(reversed(choices.values())).setChecked(True)
            for choice in choices.values():
                choice.toggled.connect(self._chosen)
        self.formats[Format.CSV].setChecked(True)
        for box in (self.notes, self.pay):
            box.toggled.connect(self._preview)
        self.save_button.clicked.connect(self.save)
        self.copy_button.clicked.connect(self.copy)

    def _chosen(self, on: bool) -> None:
        if on:
            self._preview()


def _choices(names: dict[Kind, str]) -> dict[Kind, QRadioButton]:
    return {kind: QRadioButton(name) for kind, name in names.items()}


def _checked(choices: dict[Kind, QRadioButton]) -> Kind:
    return next(kind for kind, choice in choices.items() if choice.isChecked())


def _indented(widget: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setContentsMargins(Space.XL + Space.XXS, 0, 0, Space.XS)
    row.addWidget(widget)
    return row
