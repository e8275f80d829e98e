"""Every command of the program as one table: menus, palette, shortcut sheet and key bindings
are made from it, and from nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QWidget

from ats.gui import icons

Key = QKeySequence.StandardKey


class Menu(StrEnum):
    FILE = "&File"
    EDIT = "&Edit"
    VIEW = "&View"
    APPLICATION = "&Application"
    GO = "&Go"
    HELP = "&Help"


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionSpec:
    """`keys` are shortcuts, standard keys first so that each system gets its own. A `local`
    action answers to its keys only inside the widgets it is attached to. `separated` puts a
    line before it in its menu; `submenu` puts it into a menu of that name inside its menu.
    `place` tells the person where the keys of a local action work."""

    id: str
    text: str
    menu: Menu = Menu.FILE
    submenu: str = ""
    icon: str = ""
    keys: tuple[Key | str, ...] = ()
    local: bool = False
    separated: bool = False
    checkable: bool = False
    palette: bool = True
    place: str = "in lists"

    @property
    def name(self) -> str:
        """The text without its access key."""
        return self.text.replace("&", "")


def _spec(id: str, text: str, *keys: Key | str, **more: Any) -> ActionSpec:
    return ActionSpec(id=id, text=text, keys=keys, **more)


def _menu(menu: Menu, *specs: ActionSpec, submenu: str = "") -> tuple[ActionSpec, ...]:
    return tuple(replace(spec, menu=menu, submenu=submenu) for spec in specs)


_FILE = _menu(
    Menu.FILE,
    _spec("new_application", "&New application", Key.New, icon="plus"),
    # The plain Paste keys reach this action only outside text fields: those take them first.
    _spec("paste_posting", "&Paste posting", "Ctrl+Shift+V", Key.Paste, icon="clipboard-paste"),
    _spec("open_posting", "&Open postings…", Key.Open, icon="file-text"),
    _spec("open_folder", "Open &folder of postings…", "Ctrl+Shift+O", icon="folder-open"),
    _spec("import", "&Import…", "Ctrl+Shift+I", icon="download", separated=True),
    _spec("export", "&Export…", "Ctrl+Shift+E", icon="upload"),
    _spec("summary", "&Summary…", "Ctrl+Shift+S", icon="file-text"),
    _spec("report", "&Work-search report…", "Ctrl+Shift+W", icon="calendar"),
    _spec("settings", "Se&ttings", Key.Preferences, "Ctrl+,", icon="settings", separated=True),
    _spec("quit", "&Quit", Key.Quit, "Ctrl+Q", icon="log-out", separated=True),
)

_EDIT = _menu(
    Menu.EDIT,
    _spec("undo", "&Undo", Key.Undo, icon="undo-2"),
    _spec("redo", "&Redo", Key.Redo, "Ctrl+Shift+Z", icon="redo-2"),
    _spec("find", "&Filter here", Key.Find, icon="list-filter", separated=True),
    _spec("search", "&Search everything", "Ctrl+Shift+F", icon="search"),
    _spec("palette", "&Command palette", "Ctrl+K", icon="search", palette=False),
)

_VIEW = _menu(
    Menu.VIEW,
    _spec("board", "&Board", icon="kanban", checkable=True),
    _spec("table", "&Table", icon="table", checkable=True),
    _spec("clear_filters", "Cl&ear filters", icon="x"),
    _spec("save_view", "Sa&ve view…", icon="bookmark"),
    _spec("sidebar", "&Sidebar", "F9", icon="panel-left", separated=True),
    _spec("larger_text", "&Larger text", Key.ZoomIn, "Ctrl++", "Ctrl+="),
    _spec("smaller_text", "S&maller text", Key.ZoomOut, "Ctrl+-"),
    _spec("normal_text", "&Normal text size", "Ctrl+0"),
    _spec("full_screen", "&Full screen", Key.FullScreen, "F11", icon="maximize"),
)

_APPLICATION = _menu(
    Menu.APPLICATION,
    _spec("open", "&Open", "Return", "Enter", local=True, icon="arrow-right"),
    _spec("peek", "&Peek", "Space", local=True, icon="eye"),
    _spec(
        "next_stage",
        "Move to &next stage",
        "Ctrl+Shift+Right",
        icon="chevron-right",
        separated=True,
    ),
    _spec("previous_stage", "Move to pre&vious stage", "Ctrl+Shift+Left", icon="chevron-left"),
    _spec("move_to", "&Move to stage…", "Ctrl+Shift+M", icon="kanban"),
    _spec("move_up", "Move card &up", "Alt+Up", local=True, icon="chevron-up"),
    _spec("move_down", "Move card &down", "Alt+Down", local=True, icon="chevron-down"),
    _spec("next_action", "Next &action…", "Ctrl+D", icon="calendar-clock", separated=True),
    _spec("log_activity", "&Log activity…", "Ctrl+L", icon="history"),
    _spec("rename", "&Rename", "F2", local=True, icon="pencil"),
    _spec("tag", "Ta&g…", "Ctrl+T", icon="tag"),
    _spec("copy_summary", "&Copy summary", "Ctrl+Shift+C", icon="copy"),
    _spec("preparation", "Pr&eparation sheet…", "Ctrl+Shift+P", icon="file-text"),
    _spec("trash", "Move to &Trash", Key.Delete, "Del", local=True, icon="trash-2", separated=True),
)

_REQUIREMENT = _menu(
    Menu.APPLICATION,
    _spec("status_strong", "Requirement: &strong", "1", local=True, separated=True),
    _spec("status_partial", "Requirement: &partial", "2", local=True),
    _spec("status_gap", "Requirement: &gap", "3", local=True),
    _spec("status_to_assess", "Requirement: &to assess", "0", local=True),
    _spec("add_requirement", "&Add requirement", "Ctrl+R", icon="plus", separated=True),
    _spec("attach_evidence", "Attach &evidence…", "Ctrl+Shift+A", icon="paperclip"),
    _spec(
        "next_requirement",
        "&Next requirement",
        "Ctrl+Return",
        "Ctrl+Enter",
        local=True,
        icon="arrow-right",
    ),
    submenu="Re&quirement",
)

_LINE = _menu(
    Menu.APPLICATION,
    *(
        _spec(f"label_{id}", f"Line: {text}", *keys, local=True, place="in a review", **more)
        for id, text, keys, more in (
            ("requirement", "selected words are a &requirement", ("R",), {"separated": True}),
            ("must", "&must have", ("M",), {"separated": True}),
            ("nice", "&nice to have", ("N",), {}),
            ("duty", "&what you will do", ("W",), {}),
            ("condition", "&condition", ("C",), {}),
            ("benefit", "&benefit", ("B",), {}),
            ("nothing", "n&othing", ("X",), {}),
        )
    ),
    _spec("next_posting", "Next pos&ting", "Ctrl+PgDown", separated=True),
    _spec("previous_posting", "Pre&vious posting", "Ctrl+PgUp"),
    _spec("next_place", "Next place of the &field", Key.FindNext, "F3", separated=True),
    _spec("previous_place", "&Previous place of the field", Key.FindPrevious, "Shift+F3"),
    submenu="L&ine of the posting",
)

_GO = _menu(
    Menu.GO,
    _spec("go_applications", "&Applications", "Ctrl+1", icon="briefcase"),
    _spec("go_evidence", "&Evidence", "Ctrl+2", icon="badge-check"),
    _spec("go_transfer", "&Import and export", "Ctrl+3", icon="arrow-down-up"),
    _spec("go_trash", "&Trash", "Ctrl+4", icon="trash-2"),
    _spec("back", "&Back", Key.Back, "Alt+Left", icon="arrow-left", separated=True),
    _spec("forward", "&Forward", Key.Forward, "Alt+Right", icon="arrow-right"),
    _spec(
        "previous_application",
        "&Previous application",
        "Ctrl+Up",
        icon="chevron-up",
        separated=True,
    ),
    _spec("next_application", "&Next application", "Ctrl+Down", icon="chevron-down"),
    _spec("next_section", "Next &section", Key.NextChild, "Ctrl+Tab"),
    _spec("previous_section", "P&revious section", Key.PreviousChild, "Ctrl+Shift+Tab"),
    _spec("next_pane", "Ne&xt pane", "F6", separated=True),
    _spec("previous_pane", "Pre&vious pane", "Shift+F6"),
)

_HELP = _menu(
    Menu.HELP,
    _spec("shortcuts", "&Keyboard shortcuts", "Ctrl+/", icon="keyboard"),
    _spec("sample_data", "Add &sample data", icon="gift"),
    _spec("help", "&Help", Key.HelpContents, "F1", icon="circle-help"),
    _spec("about", "&About", icon="info", separated=True),
)

ACTIONS: tuple[ActionSpec, ...] = (
    *_FILE, *_EDIT, *_VIEW, *_APPLICATION, *_REQUIREMENT, *_LINE, *_GO, *_HELP,
)  # fmt: skip


# Where macOS expects these commands; elsewhere they stay in their menus.
_ROLES = {
    "settings": QAction.MenuRole.PreferencesRole,
    "quit": QAction.MenuRole.QuitRole,
    "about": QAction.MenuRole.AboutRole,
}

# Backspace is typing, Ctrl+D is Next action, and the Back and Forward keys go through history.
_TAKEN = {
    "back": ("Backspace",),
    "forward": ("Shift+Backspace",),
    "trash": ("Ctrl+D",),
    "next_section": ("Forward",),
    "previous_section": ("Back",),
}


def key_sequences(spec: ActionSpec) -> list[QKeySequence]:
    """The shortcuts of an action on this system, without doubles and without what a system
    gives it but means something else here."""
    sequences: list[QKeySequence] = []
    for key in spec.keys:
        found = QKeySequence.keyBindings(key) if isinstance(key, Key) else [QKeySequence(key)]
        for sequence in found:
            wanted = sequence.toString() not in _TAKEN.get(spec.id, ())
            if wanted and sequence not in sequences:
                sequences.append(sequence)
    return sequences


class Actions(QObject):
    """The QActions of one window. `triggered` carries the id of what the person wants."""

    triggered = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._actions: dict[str, QAction] = {}
        for spec in ACTIONS:
            action = QAction(spec.text, parent)
            action.setObjectName(spec.id)
            action.setCheckable(spec.checkable)
            action.setMenuRole(_ROLES.get(spec.id, QAction.MenuRole.NoRole))
            action.setShortcuts(key_sequences(spec))
            if spec.icon:
                action.setIcon(icons.icon(spec.icon))
            if spec.local:
                action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
            else:
                parent.addAction(action)
            action.triggered.connect(self._emitter(spec.id))
            self._actions[spec.id] = action

    def __getitem__(self, id: str) -> QAction:
        return self._actions[id]

    def attach(self, widget: QWidget, ids: Iterable[str]) -> None:
        """Let local actions answer to their keys while `widget` has the focus."""
        widget.addActions([self._actions[id] for id in ids])

    def enable(self, able: Callable[[str], bool]) -> None:
        """Enable what can be carried out now."""
        for id, action in self._actions.items():
            action.setEnabled(able(id))

    def _emitter(self, id: str) -> Callable[[], None]:
        return lambda: self.triggered.emit(id)
