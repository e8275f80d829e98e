"""The posting as it stood: read only, plain text, with a way to find words and to show where a
value or a requirement was read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QFont, QKeySequence, QShortcut, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from ats.domain.posting import Posting
from ats.domain.words import clock, day
from ats.gui.application.layout import column, row
from ats.gui.application.links import open_link, openable
from ats.gui.application.posting_places import Span
from ats.gui.controls.buttons import IconButton, button
from ats.gui.controls.field import label
from ats.gui.icons import icon
from ats.gui.posting.laid_out import LaidOut, laid_out
from ats.gui.session import Session
from ats.gui.theme import Space, theme
from ats.gui.tooltips import plain

_LAID_OUT_AT_MOST = 60_000
"""Characters. The longest posting seen has a third; what follows is shown as it stands."""


class PostingText(QPlainTextEdit):
    """Offsets given and taken count characters of the posting's own text. The view shows it
    with the line breaks it had lost."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._source = ""
        self._laid_out: LaidOut = laid_out("")
        self._marked: tuple[Span, ...] = ()
        self.setReadOnly(True)
        self.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse
            | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        self.setProperty("variant", "posting")
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setAccessibleName("Posting")
        theme().changed.connect(self._paint_marks)

    def show_source(self, text: str) -> None:
        if text != self._source:
            self._source, self._marked = text, ()
            self._laid_out = laid_out(text, most=_LAID_OUT_AT_MOST, airy=True)
            self.setPlainText(self._laid_out.shown.text)
            self._embolden(self._laid_out.headings)
            self._paint_marks()

    def mark(self, spans: Sequence[Span]) -> None:
        """Highlight places and scroll to the first."""
        self._marked = tuple(spans)
        self._paint_marks()
        if spans:
            cursor = self._cursor(spans[0])
            cursor.setPosition(cursor.selectionStart())
            self.setTextCursor(cursor)
            self.centerCursor()

    def marked(self) -> tuple[Span, ...]:
        return self._marked

    def selected(self) -> tuple[str, Span] | None:
        """The selected words and their place; None where nothing but space is selected."""
        cursor = self.textCursor()
        place = (cursor.selectionStart(), cursor.selectionEnd())
        start, end = self._laid_out.shown.to_stored(place)
        words = self._source[start:end]
        if not words.strip():
            return None
        start += len(words) - len(words.lstrip())
        return words.strip(), (start, start + len(words.strip()))

    def createMimeDataFromSelection(self) -> QMimeData:
        """Copying gives the words as they are stored."""
        copied, chosen = QMimeData(), self.selected()
        if chosen is not None:
            copied.setText(chosen[0])
        return copied

    def find_again(self, words: str, *, back: bool = False) -> bool:
        """Select the next place of some words, around the end; False where there is none."""
        if not words:
            return False
        flags = QTextEdit().document().FindFlag(0)
        if back:
            flags |= self.document().FindFlag.FindBackward
        if self.find(words, flags):
            return True
        cursor = self.textCursor()
        around = QTextCursor.MoveOperation.End if back else QTextCursor.MoveOperation.Start
        self.moveCursor(around)
        found = self.find(words, flags)
        if not found:
            self.setTextCursor(cursor)
        return found

    def _cursor(self, span: Span) -> QTextCursor:
        return self._shown_cursor(self._laid_out.shown.to_shown(span))

    def _shown_cursor(self, place: Span) -> QTextCursor:
        cursor = self.textCursor()
        cursor.setPosition(place[0])
        cursor.setPosition(place[1], QTextCursor.MoveMode.KeepAnchor)
        return cursor

    def _embolden(self, headings: Sequence[Span]) -> None:
        look = QTextCharFormat()
        look.setFontWeight(QFont.Weight.DemiBold)
        for heading in headings:
            self._shown_cursor(heading).mergeCharFormat(look)

    def _paint_marks(self) -> None:
        look = QTextCharFormat()
        look.setBackground(theme().colour("warn_soft"))
        look.setForeground(theme().colour("text"))
        look.setUnderlineColor(theme().colour("warn"))
        look.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SingleUnderline)
        selections = []
        for span in self._marked:
            selection = QTextEdit.ExtraSelection()
            selection.cursor = self._cursor(span)
            selection.format = look
            selections.append(selection)
        self.setExtraSelections(selections)


class PostingView(QWidget):
    """`paste_wanted` asks for a posting where there is none yet."""

    paste_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._link = ""
        self.caption = label("", "caption")
        self.open = button("Open link", "link")
        self.open.clicked.connect(lambda: open_link(self._link))
        self.search = QLineEdit()
        self.search.setPlaceholderText("Find in posting")
        self.search.setAccessibleName("Find in posting")
        self.search.setClearButtonEnabled(True)
        self.search.addAction(icon("search"), QLineEdit.ActionPosition.LeadingPosition)
        self.found = label("", "caption")
        self.text = PostingText()
        self.none = self._empty()
        self._build()
        self._connect()

    def show_posting(self, posting: Posting | None) -> None:
        there = posting is not None
        for widget in (self.text, self._tools):
            widget.setVisible(there)
        self.none.setVisible(not there)
        if posting is None:
            self.caption.setText("")
            self.open.hide()
            self.text.show_source("")
            return
        captured = posting.captured_at.astimezone(self._session.store.now().tzinfo)
        on = day(captured.date(), self._session.store.today())
        self.caption.setText(f"Captured {on}, {clock(captured)}")
        self._link = posting.link
        url = openable(posting.link)
        self.open.setVisible(url is not None)
        self.open.setToolTip(plain(posting.link) if url else "")
        self.text.show_source(posting.text)

    def start_finding(self) -> None:
        """Put the keyboard where words to find are typed."""
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _find(self, *, back: bool = False) -> None:
        words = self.search.text()
        there = self.text.find_again(words, back=back)
        self.found.setText("" if there or not words else "Not found")

    def _find_first(self) -> None:
        self.text.moveCursor(QTextCursor.MoveOperation.Start)
        self._find()

    def _connect(self) -> None:
        self.search.textEdited.connect(self._find_first)
        self.search.returnPressed.connect(self._find)
        for keys, back in ((QKeySequence.StandardKey.FindNext, False), ("Shift+Return", True)):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(lambda back=back: self._find(back=back))

    def _build(self) -> None:
        whole = column(self, Space.S)
        head = row(spacing=Space.S)
        head.addWidget(label("Posting", "strong"))
        head.addWidget(self.caption)
        head.addStretch()
        head.addWidget(self.open)
        whole.addLayout(head)
        self._tools = QWidget()
        tools = row(self._tools, Space.XS)
        tools.addWidget(self.search, 1)
        tools.addWidget(self.found)
        for picture, name, back in (
            ("chevron-up", "Previous place", True),
            ("chevron-down", "Next place", False),
        ):
            step = IconButton(picture, name)
            step.clicked.connect(lambda _=False, back=back: self._find(back=back))
            tools.addWidget(step)
        whole.addWidget(self._tools)
        whole.addWidget(self.text, 1)
        whole.addWidget(self.none, 1)

    def _empty(self) -> QWidget:
        box = QFrame()
        box.setProperty("surface", "bar")
        inner = column(box, Space.M)
        inner.setContentsMargins(Space.XL, Space.XL, Space.XL, Space.XL)
        inner.addStretch()
        words = label("No posting is kept with this application.", "text2", wrap=True)
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        inner.addWidget(words)
        line: QHBoxLayout = row()
        self.paste = button("Paste posting", "secondary", "clipboard-paste")
        self.paste.clicked.connect(self.paste_wanted)
        line.addStretch()
        line.addWidget(self.paste)
        line.addStretch()
        inner.addLayout(line)
        inner.addStretch()
        return box
