"""The overview: the facts on one side, the posting as it stood on the other."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QWidget

from ats.commands import postings, requirements
from ats.gui.actions import Actions
from ats.gui.application.benefits import Benefits
from ats.gui.application.facts import Facts, ImportedFacts
from ats.gui.application.layout import column, grown, rule, scrolled
from ats.gui.application.posting_places import Span
from ats.gui.application.posting_view import PostingView
from ats.gui.application.section import Section
from ats.gui.panes import Pane
from ats.gui.session import Session
from ats.gui.theme import Space
from ats.reading import read_text
from ats.store.queries.application import ApplicationDetail

_STACK_BELOW = 760
_FACTS_WIDTH = 480


class Overview(Section):
    title = "Overview"

    def __init__(self, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(session, actions, parent)
        self.facts = Facts(session)
        self.benefits = Benefits()
        self.imported = ImportedFacts()
        self.posting = PostingView(session)
        self.facts.place_wanted.connect(self.show_places)
        self.benefits.place_wanted.connect(self.show_places)
        self.posting.paste_wanted.connect(self.paste_posting)
        self.posting.text.selectionChanged.connect(self.actions_changed)
        self._build()

    def show_detail(self, detail: ApplicationDetail) -> None:
        super().show_detail(detail)
        self.facts.show_detail(detail)
        self.benefits.show_posting(detail.posting)
        self.imported.show_detail(detail)
        self.posting.show_posting(detail.posting)

    def flush(self) -> None:
        self.facts.flush()

    def focus_content(self) -> None:
        there = self.detail is not None and self.detail.posting is not None
        where = self.posting.text if there else self.posting.paste
        where.setFocus(Qt.FocusReason.OtherFocusReason)

    def panes(self) -> Sequence[Pane]:
        return (Pane(self, self.facts.company.setFocus), Pane(self.posting, self.focus_content))

    def handlers(self) -> dict[str, Callable[[], None]]:
        if self.detail is None or self.detail.posting is None:
            return {}
        found = {"find": self.posting.start_finding}
        if self.posting.text.textCursor().hasSelection():
            found["add_requirement"] = self.add_selected
        return found

    def tag(self) -> None:
        """Put the keyboard where a tag is typed."""
        self.facts.tags.line.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def show_places(self, spans: Sequence[Span]) -> None:
        """Show places in the posting."""
        self.posting.text.mark(spans)
        self.posting.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def add_selected(self) -> None:
        """Make the words selected in the posting a requirement."""
        chosen = self.posting.text.selected()
        if chosen is None or self.detail is None or self.detail.posting is None:
            return
        text, span = chosen
        added = self.session.run(
            requirements.add_requirement,
            self.session.store,
            self.application_id,
            text,
            posting_id=self.detail.posting.id,
            span=span,
        )
        if added is not None:
            self.session.say(f"Added requirement “{_short(text)}”")
            self.posting.text.mark([span])

    def paste_posting(self) -> None:
        """Keep the text on the clipboard as this application's posting."""
        text = QGuiApplication.clipboard().text()
        if not text.strip():
            self.session.failed.emit(
                "There’s no text on the clipboard. Copy the posting, then try again."
            )
            return
        link = self.detail.row.link if self.detail else ""
        run, store = self.session.run, self.session.store
        reading = read_text(text, today=store.today())
        if run(postings.keep_posting, store, self.application_id, reading, link=link) is not None:
            self.session.say("Added the posting")

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        stacked = self.width() < grown(_STACK_BELOW)
        self._left.setMaximumWidth(16_777_215 if stacked else grown(_FACTS_WIDTH))
        way = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        if self._sides.direction() != way:
            self._turn(way, stacked)

    def _turn(self, way: QBoxLayout.Direction, stacked: bool) -> None:
        """Side by side, each scrolls by itself; stacked, they are one column that scrolls."""
        self._sides.setDirection(way)
        self._line.setVisible(not stacked)
        self.posting.setMinimumHeight(360 if stacked else 0)
        if stacked:
            self._column.insertWidget(3, self.posting)
        else:
            self._right.addWidget(self.posting)
        self._right_side.setVisible(not stacked)

    def _build(self) -> None:
        left = QWidget()
        self._column = column(left, Space.L)
        self._column.setContentsMargins(Space.L + 4, Space.L, Space.M, Space.L)
        self._column.addWidget(self.facts)
        self._column.addWidget(self.benefits)
        self._column.addWidget(self.imported)
        self._column.addStretch()
        self._left = scrolled(left)
        self._left.setMaximumWidth(grown(_FACTS_WIDTH))
        self._left.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._right_side = QWidget()
        self._right = column(self._right_side)
        self._right.setContentsMargins(Space.L + 4, Space.L, Space.L + 4, Space.L)
        self._right.addWidget(self.posting)
        self._line = rule(vertical=True)
        self._sides = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._sides.setContentsMargins(0, 0, 0, 0)
        self._sides.setSpacing(0)
        self._sides.addWidget(self._left, 5)
        self._sides.addWidget(self._line)
        self._sides.addWidget(self._right_side, 6)


def _short(text: str) -> str:
    words = " ".join(text.split())
    return words if len(words) <= 60 else words[:59].rstrip() + "…"
