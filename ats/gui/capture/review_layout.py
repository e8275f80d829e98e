"""Where the parts of the review page stand."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from ats.gui.theme import Space


def lay_out(page: QWidget, above: Sequence[QWidget], body: QWidget, footer: QWidget) -> None:
    """The body takes the room between what stands above it and the footer; while it is hidden,
    what stands above it stays at the top."""
    inner = QVBoxLayout()
    inner.setContentsMargins(Space.L + Space.XS, Space.L, Space.L + Space.XS, Space.M)
    inner.setSpacing(Space.S)
    for widget in above:
        inner.addWidget(widget)
    inner.addWidget(body, 1)
    inner.addStretch()
    outer = QVBoxLayout(page)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.setSpacing(0)
    outer.addLayout(inner, 1)
    outer.addWidget(footer)
