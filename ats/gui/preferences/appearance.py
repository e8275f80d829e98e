"""Colours, density, text size and motion; each choice holds at once."""

from __future__ import annotations

from PySide6.QtWidgets import QCheckBox, QComboBox, QFrame, QGridLayout, QLabel, QWidget

from ats.gui.controls.field import label
from ats.gui.controls.number_field import guard_wheel
from ats.gui.controls.segmented import Choice, Segmented
from ats.gui.icons import icon
from ats.gui.session import Session
from ats.gui.theme import Space
from ats.settings import TEXT_SCALES


class Appearance(QFrame):
    def __init__(self, session: Session, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("surface", "card")
        self._session = session
        self.scheme = Segmented(
            "Colours",
            [
                Choice("system", "System", icon("monitor")),
                Choice("light", "Light", icon("sun")),
                Choice("dark", "Dark", icon("moon")),
            ],
        )
        self.density = Segmented(
            "Density", [Choice("comfortable", "Comfortable"), Choice("compact", "Compact")]
        )
        self.text_size = QComboBox()
        self.text_size.setAccessibleName("Text size")
        for scale in TEXT_SCALES:
            self.text_size.addItem(f"{scale:.0%}", scale)
        self.motion = QCheckBox("Reduce motion")
        guard_wheel(self.text_size)
        self._place()
        self._show()
        self.scheme.chosen.connect(lambda value: session.change_settings(scheme=value))
        self.density.chosen.connect(lambda value: session.change_settings(density=value))
        self.text_size.activated.connect(
            lambda at: session.change_settings(text_scale=self.text_size.itemData(at))
        )
        self.motion.clicked.connect(lambda on: session.change_settings(reduced_motion=on))
        session.settings_changed.connect(self._show)
        self.setFocusProxy(self.scheme)

    def _show(self) -> None:
        settings = self._session.settings
        self.scheme.set_value(settings.scheme)
        self.density.set_value(settings.density)
        nearest = min(TEXT_SCALES, key=lambda scale: abs(scale - settings.text_scale))
        self.text_size.setCurrentIndex(TEXT_SCALES.index(nearest))
        self.motion.setChecked(settings.reduced_motion)

    def _place(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(Space.L, Space.L, Space.L, Space.L)
        grid.setHorizontalSpacing(Space.XL)
        grid.setVerticalSpacing(Space.M)
        grid.setColumnStretch(2, 1)
        lines: tuple[tuple[str, QWidget], ...] = (
            ("Colours", self.scheme),
            ("Density", self.density),
            ("Text size", self.text_size),
            ("Motion", self.motion),
        )
        for line, (name, control) in enumerate(lines):
            heading: QLabel = label(name, "field")
            heading.setBuddy(control)
            grid.addWidget(heading, line, 0)
            grid.addWidget(control, line, 1)
