"""Ctrl+Z in a text field undoes typing as long as there is typing to undo; then it belongs to
the program's own history, as everywhere else."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject
from PySide6.QtGui import QKeyEvent, QKeySequence
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

_UNDO = QKeySequence.StandardKey.Undo
_REDO = QKeySequence.StandardKey.Redo


class TypingUndo(QObject):
    """Watches whichever text field has the focus. A field claims the undo keys for itself, also
    when it has nothing to undo; then the claim is dropped here, before the field sees it."""

    def __init__(self, app: QApplication, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self._watched: QWidget | None = None
        app.focusChanged.connect(self._follow)

    def close(self) -> None:
        """Stop watching, before the fields go."""
        self._app.focusChanged.disconnect(self._follow)
        self._follow(None, None)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            has_undo, has_redo = _typed(watched)
            if (event.matches(_UNDO) and not has_undo) or (event.matches(_REDO) and not has_redo):
                event.ignore()
                return True
        return super().eventFilter(watched, event)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._watched is not None:
            self._watched.removeEventFilter(self)
            self._watched.destroyed.disconnect(self._forget)
        self._watched = new if is_text_field(new) else None
        if self._watched is not None:
            self._watched.installEventFilter(self)
            self._watched.destroyed.connect(self._forget)

    def _forget(self) -> None:
        self._watched = None


def is_text_field(widget: QWidget | None) -> bool:
    """Whether typing goes into this widget."""
    if isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit):
        return not widget.isReadOnly()
    return False


def _typed(widget: QObject) -> tuple[bool, bool]:
    """Whether a field can undo and redo typing."""
    if isinstance(widget, QLineEdit):
        return widget.isUndoAvailable(), widget.isRedoAvailable()
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        document = widget.document()
        return document.isUndoAvailable(), document.isRedoAvailable()
    return True, True
