"""How the window looks and how it was left: size, sidebar, theme, and the list's view."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt

from ats.gui.frame import geometry_text, place_window
from ats.gui.session import Session
from ats.gui.sidebar import Sidebar
from ats.gui.theme import Scheme

if TYPE_CHECKING:
    from ats.gui.main_window import MainWindow

RAIL_BELOW = 1200


class WindowLook(QObject):
    """Applies the settings and keeps what the person changed by hand."""

    def __init__(self, window: MainWindow, session: Session, sidebar: Sidebar) -> None:
        super().__init__(window)
        self._window, self._session, self._sidebar = window, session, sidebar
        self._narrow = False
        self._against: bool | None = None
        session.settings_changed.connect(self._apply)
        self._apply()

    def restore(self) -> None:
        """As it was when it was last closed; never larger than the screen."""
        place_window(self._window, self._session.state("window"))

    def keep(self) -> None:
        """Remember how everything is, for the next start."""
        self._session.remember("window", geometry_text(self._window.window()))
        self._session.save_settings()

    def fit(self, width: int) -> None:
        """A narrow window has a rail of icons; crossing the limit forgets what F9 said."""
        narrow = width < RAIL_BELOW * self._session.theme.metrics.icon / 16
        if narrow != self._narrow:
            self._narrow, self._against = narrow, None
        self._show_sidebar()

    def toggle_sidebar(self) -> None:
        collapsed = not self._sidebar.collapsed
        self._against = collapsed
        if not self._narrow:
            self._session.change_settings(sidebar_collapsed=collapsed)
        self._show_sidebar()

    def toggle_full_screen(self) -> None:
        window = self._window.window()
        window.setWindowState(window.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _show_sidebar(self) -> None:
        usual = self._narrow or self._session.settings.sidebar_collapsed
        collapsed = usual if self._against is None else self._against
        if collapsed != self._sidebar.collapsed:
            self._sidebar.set_collapsed(collapsed)

    def _apply(self) -> None:
        settings, theme = self._session.settings, self._session.theme
        if theme.scheme != settings.scheme:
            theme.set_scheme(Scheme(settings.scheme))
        if theme.text_scale != settings.text_scale:
            theme.set_text_scale(settings.text_scale)
        if theme.reduced_motion != settings.reduced_motion:
            theme.set_reduced_motion(settings.reduced_motion)
        self.fit(self._window.width())
