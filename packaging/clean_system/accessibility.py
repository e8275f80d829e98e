"""What assistive technology sees of a running program, and does with it: a small client of the
accessibility bus (AT-SPI 2, gitlab.gnome.org/GNOME/at-spi2-core) in pure Python."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from threading import Event
from time import monotonic
from typing import Any

from jeepney import DBusAddress, MessageType, new_method_call
from jeepney.io.blocking import DBusConnection, open_dbus_connection

ACCESSIBLE = "org.a11y.atspi.Accessible"
ACTION = "org.a11y.atspi.Action"
COMPONENT = "org.a11y.atspi.Component"
EDITABLE = "org.a11y.atspi.EditableText"
PROPERTIES = "org.freedesktop.DBus.Properties"
SELECTION = "org.a11y.atspi.Selection"
TABLE = "org.a11y.atspi.Table"
TEXT = "org.a11y.atspi.Text"

PATIENCE = 20.0  # seconds
# A list with more children than this shows only some of them to the walk.
MANY = 300

_HELD_STATES = {"enabled": 8, "focused": 12, "showing": 25, "visible": 30}


class NotFound(Exception):
    """What was looked for did not appear in time."""


@dataclass(frozen=True)
class Node:
    """One thing on the screen: a window, a button, a line of text, a cell."""

    connection: DBusConnection
    bus_name: str
    path: str

    def call(self, interface: str, method: str, signature: str = "", *words: Any) -> Any:
        address = DBusAddress(self.path, self.bus_name, interface)
        message = new_method_call(address, method, signature or None, words)
        reply = self.connection.send_and_get_reply(message, timeout=PATIENCE)
        if reply.header.message_type == MessageType.error:
            raise NotFound(f"{method}: {reply.body}")
        return reply.body[0] if reply.body else None

    def known(self, name: str, interface: str = ACCESSIBLE) -> Any:
        return self.call(PROPERTIES, "Get", "ss", interface, name)[1]

    @property
    def name(self) -> str:
        return str(self.known("Name"))

    @property
    def role(self) -> str:
        return str(self.call(ACCESSIBLE, "GetRoleName"))

    def is_(self, state: str) -> bool:
        bit = _HELD_STATES[state]
        words = self.call(ACCESSIBLE, "GetState")
        return bool(words[bit // 32] >> bit % 32 & 1)

    def children(self) -> list[Node]:
        return [
            Node(self.connection, bus_name, path)
            for bus_name, path in self.call(ACCESSIBLE, "GetChildren")
            if not path.endswith("/null")
        ]

    def walk(self) -> Iterator[Node]:
        """This one and all below it that still exist; long lists are cut."""
        yield self
        try:
            below = self.children() if self.known("ChildCount") < MANY else []
        except NotFound:
            return
        for child in below:
            yield from child.walk()

    def text(self) -> str:
        return str(self.call(TEXT, "GetText", "ii", 0, -1))

    def write(self, text: str) -> None:
        self.call(EDITABLE, "SetTextContents", "s", text)

    def do(self, *names: str) -> None:
        """The first of these actions that it offers, else its first one."""
        offered = [action[0] for action in self.call(ACTION, "GetActions")]
        if not offered:
            raise NotFound(f"“{self.name}” offers no action")
        chosen = next((name for name in names if name in offered), offered[0])
        self.call(ACTION, "DoAction", "i", offered.index(chosen))

    def place(self) -> tuple[int, int, int, int]:
        """Left, top, width, height on the screen."""
        return tuple(self.call(COMPONENT, "GetExtents", "u", 0))  # type: ignore[return-value]


def application(session: str, name: str) -> Node:
    """The running program of this name, once it has joined the bus of the session."""
    with open_dbus_connection(session) as bus:
        gate = Node(bus, "org.a11y.Bus", "/org/a11y/bus")
        address = str(gate.call("org.a11y.Bus", "GetAddress"))
        for state in ("IsEnabled", "ScreenReaderEnabled"):
            gate.call(PROPERTIES, "Set", "ssv", "org.a11y.Status", state, ("b", True))
    registry = Node(
        open_dbus_connection(address),
        "org.a11y.atspi.Registry",
        "/org/a11y/atspi/accessible/root",
    )
    return until(
        lambda: next((each for each in registry.children() if each.name == name), None),
        f"the program “{name}”",
    )


def until(look: Callable[[], Any], what: str) -> Any:
    """What `look` gives, asked again until it gives something."""
    end = monotonic() + PATIENCE
    while monotonic() < end:
        try:
            found = look()
        except NotFound:
            found = None
        if found:
            return found
        Event().wait(0.1)
    raise NotFound(f"{what} did not appear")


def find(root: Node, role: str, name: str) -> Node:
    """The first thing on screen with this role and a name that begins so."""

    def look() -> Node | None:
        for node in root.walk():
            try:
                if node.role == role and node.name.startswith(name) and node.is_("showing"):
                    return node
            except NotFound:
                continue
        return None

    return until(look, f"a {role} “{name}”")
