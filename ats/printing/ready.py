"""What Qt needs before it can lay out a text: an application object, with or without a screen."""

from __future__ import annotations

import os
import sys

from PySide6.QtCore import QCoreApplication, QLoggingCategory
from PySide6.QtGui import QGuiApplication

_kept: list[QGuiApplication] = []


def make_ready() -> None:
    """Make sure that there is an application object. In the window there is one; on the command
    line one without a screen is made, on the first thread, and kept until the end."""
    if QCoreApplication.instance() is not None:
        return
    if sys.platform == "linux":
        os.environ["QT_QPA_PLATFORM"] = "offscreen"
    # A command that writes a file has no business in the Dock.
    os.environ.setdefault("QT_MAC_DISABLE_FOREGROUND_APPLICATION_TRANSFORM", "1")
    # Qt says it when a font lacks a script, and then takes another font.
    QLoggingCategory.setFilterRules("qt.text.font.db=false")
    _kept.append(QGuiApplication(sys.argv[:1]))
