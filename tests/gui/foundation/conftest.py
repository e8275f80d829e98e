"""The theme for the tests of the foundation."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QApplication

from ats.gui.theme import Scheme, Theme


@pytest.fixture(autouse=True)
def look(qapp: QApplication) -> Iterator[Theme]:
    """The light theme at its normal size, whatever the test before has left."""
    installed = Theme.install(qapp, Scheme.LIGHT, reduced_motion=True)
    yield installed
    Theme.install(qapp, Scheme.LIGHT, reduced_motion=True)


@pytest.fixture
def body_font(qapp: QApplication) -> QFont:
    return qapp.font()
