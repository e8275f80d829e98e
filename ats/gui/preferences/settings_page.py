"""Settings of this computer, the stages of the pipeline, and the folder of the data."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from ats.gui.actions import Actions
from ats.gui.controls.field import label
from ats.gui.page import Page
from ats.gui.preferences.appearance import Appearance
from ats.gui.preferences.folder import Folder
from ats.gui.preferences.stage_list import StageList
from ats.gui.session import Session
from ats.gui.theme import Space

_WIDEST = 720


class SettingsPage(Page):
    title = "Settings"

    def __init__(self, session: Session, actions: Actions, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.appearance = Appearance(session)
        self.stages = StageList(session)
        self.folder = Folder(session)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(self._content())
        column.addWidget(scroll)
        session.live.follow(self, {"stage", "application"}, self.refresh)

    def refresh(self) -> None:
        self.stages.refresh()
        self.folder.refresh()

    def flush(self) -> None:
        self.stages.flush()

    def focus_content(self) -> None:
        self.appearance.setFocus(Qt.FocusReason.OtherFocusReason)

    def _content(self) -> QWidget:
        outer = QWidget()
        outer.setObjectName("plain")
        # The whole is kept narrow, not its parts: else their heights are asked for too wide a line.
        outer.setMaximumWidth(_WIDEST + 2 * 20)
        column = QVBoxLayout(outer)
        column.setContentsMargins(20, Space.L, 20, Space.XXL)
        column.setSpacing(Space.S)
        column.addWidget(label("Settings", "display"))
        sections = (
            ("Appearance", self.appearance),
            ("Stages", self.stages),
            ("Data", self.folder),
        )
        for name, part in sections:
            column.addSpacing(Space.M)
            column.addWidget(label(name, "subtitle"))
            column.addWidget(part)
        column.addStretch()
        return outer
