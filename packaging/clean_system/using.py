"""The installed program in a person's hands: through the accessibility bus, as a screen reader
reaches it, with keys and the clipboard."""

from __future__ import annotations

from pathlib import Path

from accessibility import Node, NotFound, find, until
from desktop import Desktop
from installing import applications
from system import HOME, CleanSystem
from telling import Log

POSTING = Path(__file__).with_name("posting.txt")
ROLE = "Data Engineer"
COMPANY = "Quillpoint Energy"
QUESTIONS = {"alert", "dialog"}


def try_using(system: CleanSystem, desktop: Desktop, pictures: Path, log: Log) -> None:
    """Paste a posting, create the application, move it, close, open: it is there."""
    log.head(f"Debian {system.release}: using it")
    running = desktop.program()
    seen = running.seen()
    log.ok("the window is open, without a network, and assistive technology sees it")
    find(seen, "push button", "Paste posting")
    desktop_file = (system.root / "usr/share/applications/ats.desktop").read_text(encoding="utf-8")
    grouped = f"StartupWMClass={desktop.window_class()}\n" in desktop_file
    log.holds(grouped, "task bars group it under its menu entry", desktop.window_class())
    desktop.picture(pictures / f"{system.release}-1-empty.png")

    desktop.copy(POSTING)
    find(seen, "push button", "Paste posting").do("Press")
    title = find(seen, "text", "Role title")
    until(lambda: title.text() == ROLE, f"the role “{ROLE}” in its field")
    company = find(seen, "text", "Company").text()
    log.holds(company == COMPANY, f"the posting was read: “{title.text()}” at “{company}”", company)
    find(seen, "list item", "3+ years with Python and SQL")
    desktop.picture(pictures / f"{system.release}-2-review.png")
    find(seen, "push button", "Create application").do("Press")
    find(seen, "list item", f"{ROLE}, {COMPANY}, Saved")
    log.ok("the application was created and is on the board, in “Saved”")
    desktop.picture(pictures / f"{system.release}-3-created.png")

    _choose(seen, "Move to next stage")
    find(seen, "list item", f"{ROLE}, {COMPANY}, Applied")
    log.ok("it was moved and is in “Applied”")
    desktop.picture(pictures / f"{system.release}-4-moved.png")
    running.close()
    log.ok("the window was closed by its key")
    _is_kept(system, "Applied", log)

    running = desktop.program()
    seen = running.seen()
    find(seen, "list item", f"{ROLE}, {COMPANY}, Applied")
    log.ok("the window was opened again, and it is there")
    log.holds(not questions(seen), "nothing was asked")
    _try_second_start(system, desktop, seen, log)
    _choose(seen, "Undo")
    find(seen, "list item", f"{ROLE}, {COMPANY}, Saved")
    log.ok("what was done before closing could be undone")
    _choose(seen, "Redo")
    find(seen, "list item", f"{ROLE}, {COMPANY}, Applied")
    running.close()
    _is_kept(system, "Applied", log)
    _try_actions(desktop, log)


def _try_second_start(system: CleanSystem, desktop: Desktop, seen: Node, log: Log) -> None:
    """A second start hands its file to the open window."""
    handed = system.root / HOME[1:] / "posting.txt"
    handed.write_bytes(POSTING.read_bytes())
    second = desktop.program(f"{HOME}/posting.txt")
    said, _ = second.process.communicate(timeout=30)
    log.holds(
        second.process.returncode == 0, f"a second start ends at once: “{said.strip()}”", said
    )
    find(seen, "text", "Role title")
    log.ok("and the open window shows the file it was given")
    find(seen, "push button", "Cancel").do("Press")
    until(lambda: not _shows(seen, "text", "Role title"), "the board again")


def _try_actions(desktop: Desktop, log: Log) -> None:
    """What the menu entry offers besides the window itself."""
    running = desktop.program("--paste")
    seen = running.seen()
    title = find(seen, "text", "Role title")
    until(lambda: title.text() == ROLE, "the posting that was copied")
    log.ok("“Paste posting” of the menu entry opens the copied posting for review")
    second = desktop.program("--new")
    second.process.communicate(timeout=30)
    log.holds(second.process.returncode == 0, "“New application” reaches the open window")
    running.close()


def _is_kept(system: CleanSystem, stage: str, log: Log) -> None:
    kept = applications(system)
    found = [(each["title"], each["company"], each["stage"]) for each in kept]
    log.holds(found == [(ROLE, COMPANY, stage)], f"the store holds it, in “{stage}”", found)


def _choose(seen: Node, entry: str) -> None:
    """An entry of the menu bar, which assistive technology reaches while its menu is shut."""

    def look() -> Node | None:
        items = (node for node in seen.walk() if node.role == "menu item" and node.is_("enabled"))
        return next((node for node in items if node.name.startswith(entry)), None)

    until(look, f"the menu entry “{entry}”").do("Press")


def _shows(seen: Node, role: str, name: str) -> bool:
    for node in seen.walk():
        try:
            if node.role == role and node.name == name and node.is_("showing"):
                return True
        except NotFound:
            continue
    return False


def questions(seen: Node) -> list[str]:
    """The windows that ask something."""
    return [node.name for node in seen.children() if node.role in QUESTIONS]
