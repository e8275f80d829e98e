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
    tell("ready", len(ids))
    for number in count(len(ids)):
        id = add_application(
            store,
            NewApplication(title=f"Role {number}", company="C", posting_text="words " * 500),
        )
        tell("added", number)
        set_notes(store, id, f"Note {number}")
        tell("noted", number)
        move(store, [id], INTERVIEWING)
        tell("moved", number)


def tell(*words: object) -> None:
    sys.stdout.write(f"{' '.join(map(str, words))}\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
