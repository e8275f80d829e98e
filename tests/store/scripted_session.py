"""A person's session that is killed at any moment: tells each step once it is finished.

Run as `python scripted_session.py FOLDER`. Each application is added, noted and
moved, and each of the three is told by name and number.
"""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

from ats.commands.applications import NewApplication, add_application, set_notes
from ats.commands.stages import move
from ats.store import Store
from ats.store.queries.applications import applications

INTERVIEWING = 4


def main(folder: Path) -> None:
    store = Store.open(folder)
    ids = sorted(row.id for row in applications(store))
    print("ready", len(ids), flush=True)
    for number in count(len(ids)):
        id = add_application(
            store,
            NewApplication(title=f"Role {number}", company="C", posting_text="words " * 500),
        )
        print("added", number, flush=True)
        set_notes(store, id, f"Note {number}")
        print("noted", number, flush=True)
        move(store, [id], INTERVIEWING)
        print("moved", number, flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
