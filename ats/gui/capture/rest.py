"""The postings that came in together: how it stands with them, and creating those that need no
look at each."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from ats.commands.applications import NewApplication
from ats.commands.capture import add_applications, from_reading
from ats.domain.known_roles import KnownRoles, NamedRole
from ats.domain.words import counted
from ats.gui.capture.footer import Footer
from ats.gui.capture.reading_queue import ReadingQueue
from ats.gui.capture.refused_list import RefusedList
from ats.gui.session import Session
from ats.store import Store
from ats.store.queries.duplicates import tracked


def create_rest(
    session: Session,
    queue: ReadingQueue,
    shown: NewApplication | None,
    again: Callable[[], object],
) -> tuple[list[int], list[int]]:
    """Create what needs no look, in one step, and say so; the places and ids of what was created.
    `shown` is what the posting under review would become, and `again` tries once more where
    there was no room."""
    found = candidates(queue, shown)
    places = clear_ones(session.store, found)
    left, unread = len(queue.open) - len(places), len(set(queue.unread) - found.keys())
    if not places:
        session.say(told(0, left, unread), undo=False)
        return [], []
    new = [found[at] for at in places]
    ids = session.run_again(again, add_applications, session.store, new)
    if ids is None:
        return [], []
    session.say(told(len(ids), left, unread))
    return places, ids


def show_queue(queue: ReadingQueue, footer: Footer, refused: RefusedList) -> None:
    """Show how it stands with the postings that came in together."""
    several = queue.count > 1
    refused.show_refused(tuple(queue.refusals.values()) if several else ())
    if not several:
        footer.show_single()
        return
    footer.show_queue(
        sum(at not in queue.refusals for at in range(queue.at + 1)),
        queue.count,
        len(queue.open),
        read=len(queue.open) - len(queue.unread),
        refused=len(queue.refusals),
        before=queue.beside(-1) is not None,
        after=queue.beside(1) is not None,
        is_reading=queue.is_reading_ahead,
    )


def candidates(queue: ReadingQueue, shown: NewApplication | None) -> dict[int, NewApplication]:
    """What each open posting would become, by its place: as it was read, or as it was left;
    `shown` is the one under review. One that was left with something unreadable in it is none."""
    found = {}
    for at in queue.open:
        left, arrangement = queue.left.get(at), queue.arrangement(at)
        if at == queue.at:
            new = shown
        elif left is not None:
            new = left.new
        else:
            new = from_reading(arrangement.reading) if arrangement else None
        if new is not None:
            found[at] = new
    return found


def clear_ones(store: Store, found: Mapping[int, NewApplication]) -> list[int]:
    """The places of those that name both role and company, are not tracked yet, and are not the
    same as another one of them."""
    named = {at: new for at, new in found.items() if new.title.strip() and new.company.strip()}
    roles = [NamedRole(new.title, new.company, new.link) for new in named.values()]
    seen, clear = KnownRoles(), []
    for at, role, id in zip(named, roles, tracked(store, roles), strict=True):
        if id is None and seen.same(role) is None:
            clear.append(at)
        seen.add(role)
    return clear


def told(created: int, left: int, unread: int = 0) -> str:
    """The sentence about what was created, and why others were not."""
    if not left:
        return f"Added {counted(created, 'application')}"
    done = f"Added {counted(created, 'application')}. " if created else "None was created. "
    unclear = left - unread
    they, do, them = ("it", "doesn’t", "it") if unclear == 1 else ("they", "don’t", "them")
    reasons = f"{they} {do} name both role and company, or you may track {them} already"
    if unread:
        not_read = "isn’t read yet" if unread == 1 else "aren’t read yet"
        reasons = f"{unread:,} {not_read}" + (f"; of the others, {reasons}" if unclear else "")
    return f"{done}{_are_left(left)}: {reasons}."


def _are_left(count: int) -> str:
    return "1 posting is left" if count == 1 else f"{count:,} are left"
