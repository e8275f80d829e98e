"""The desktop that a person has and a fresh system has not: a screen, a window manager and the
session's bus. It runs outside the system that is tested, so that no library of it can stand in for
one that the package forgot to name; the folder of its sockets is the same on both sides."""

from __future__ import annotations

import os
import subprocess
import tempfile
from collections.abc import Mapping
from contextlib import ExitStack
from pathlib import Path

from accessibility import Node, application, until
from system import PERSON, CleanSystem

SIZE = "1280x800"

_BUS_RULES = """\
<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>{address}</listen>
  <standard_session_servicedirs/>
  <policy context="default">
    <allow user="root"/>
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


class Desktop:
    """A screen of 1280 by 800 with one person's session; a context manager."""

    def __init__(self, system: CleanSystem) -> None:
        self._system = system
        self._stack = ExitStack()

    def __enter__(self) -> Desktop:
        self.folder = Path(tempfile.mkdtemp(prefix="ats-session-", dir="/run"))
        self.folder.chmod(0o700)
        os.chown(self.folder, PERSON, PERSON)
        self._stack.callback(lambda: subprocess.run(["rm", "-rf", str(self.folder)], check=False))
        self._system.mount(str(self.folder), self._system.root / str(self.folder)[1:], "--bind")
        Path("/tmp/.X11-unix").mkdir(mode=0o1777, exist_ok=True)
        self._system.mount("/tmp/.X11-unix", self._system.root / "tmp/.X11-unix", "--bind")
        self.display = self._start_screen()
        self.bus = f"unix:path={self.folder}/bus"
        self._start(
            "setpriv", f"--reuid={PERSON}", f"--regid={PERSON}", "--clear-groups",
            "dbus-daemon", f"--config-file={self._bus_rules()}", "--nofork", "--nopidfile",
            HOME=str(self.folder), XDG_RUNTIME_DIR=str(self.folder), DISPLAY=self.display,
        )  # fmt: skip
        until((self.folder / "bus").exists, "the session's bus")
        self._start("openbox", "--sm-disable", DISPLAY=self.display)
        return self

    def __exit__(self, *_failure: object) -> None:
        self._stack.close()

    def _bus_rules(self) -> Path:
        """Those of a session's bus, and root, who drives the program, may join."""
        path = self.folder / "bus.conf"
        path.write_text(_BUS_RULES.format(address=self.bus))
        os.chown(path, PERSON, PERSON)
        return path

    def _start_screen(self) -> str:
        read, write = os.pipe()
        words = ["Xvfb", "-displayfd", str(write), "-screen", "0", f"{SIZE}x24", "-ac"]
        self._keep(subprocess.Popen(words, pass_fds=[write], stderr=subprocess.DEVNULL))
        os.close(write)
        with os.fdopen(read) as told:
            return f":{told.readline().strip()}"

    def _start(self, *words: str, **more: str) -> None:
        quiet = subprocess.DEVNULL
        environment = {"PATH": os.environ["PATH"], **more}
        self._keep(subprocess.Popen(words, env=environment, stdout=quiet, stderr=quiet))

    def _keep(self, process: subprocess.Popen[bytes]) -> None:
        def end() -> None:
            process.terminate()
            process.wait()

        self._stack.callback(end)

    def session(self) -> Mapping[str, str]:
        """What a program needs to know to be in this session."""
        return {
            "DISPLAY": self.display,
            "DBUS_SESSION_BUS_ADDRESS": self.bus,
            "XDG_RUNTIME_DIR": str(self.folder),
        }

    def program(self, *words: str) -> RunningProgram:
        """The installed program, started by the person with these words."""
        return RunningProgram(self, self._system, words)

    def tool(self, *words: str) -> str:
        """What a command for the X server says: keys, clicks, pictures."""
        environment = {**os.environ, "DISPLAY": self.display}
        told = subprocess.run(words, env=environment, check=True, stdout=subprocess.PIPE, text=True)
        return told.stdout

    def copy(self, path: Path) -> None:
        """Put a text on the clipboard; the command stays behind and holds it, so nothing waits."""
        environment = {**os.environ, "DISPLAY": self.display}
        words = ["xclip", "-selection", "clipboard", "-in", str(path)]
        subprocess.run(words, env=environment, check=True, stdout=subprocess.DEVNULL)

    def press(self, *keys: str) -> None:
        self.tool("xdotool", "key", "--clearmodifiers", *keys)

    def window_class(self) -> str:
        """What the program's window says it belongs to, by which task bars group."""
        found = self.tool("xdotool", "search", "--onlyvisible", "--class", "ats").split()
        told = self.tool("xprop", "-id", found[0], "WM_CLASS")
        return told.split('"')[-2]

    def picture(self, path: Path) -> None:
        path.parent.mkdir(parents=True, exist_ok=True)
        self.tool("import", "-window", "root", str(path))


class RunningProgram:
    """The program while its window is open, in a network that has nothing in it."""

    def __init__(self, desktop: Desktop, system: CleanSystem, words: tuple[str, ...]) -> None:
        self._desktop = desktop
        self.process = subprocess.Popen(
            ["unshare", "--net", *system.words("ats", *words, person=True)],
            env=system.environment(True, desktop.session()),
            stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, stdin=subprocess.DEVNULL,
        )  # fmt: skip

    def seen(self) -> Node:
        """The program as assistive technology sees it."""
        return application(self._desktop.bus, "ats")

    def close(self) -> str:
        """Close the window as a person does, and wait; what the program said on the way."""
        self._desktop.press("alt+F4")
        said, _ = self.process.communicate(timeout=30)
        if self.process.returncode:
            raise RuntimeError(f"The program ended with {self.process.returncode}: {said}")
        return said
