"""Contacts: people at a company, and the applications they have to do with."""

from __future__ import annotations

from typing import Any

from ats.commands.companies import company_named
from ats.domain.company import ApplicationContact, Contact
from ats.domain.problem import Problem
from ats.domain.timeline import EventContact
from ats.store import Store


def add_contact(
    store: Store, name: str, *, company: str = "", application_id: int | None = None, **details: Any
) -> int:
    """Keep a person, linked to an application where one is given; the contact's id.
    `details` are further fields of Contact. Raises Problem for an empty name."""
    name = " ".join(name.split())
    if not name:
        raise Problem("A contact needs a name.")
    with store.step(f"Add contact {name}") as rows:
        id = rows.add(Contact(name=name, company_id=company_named(rows, company), **details))
        if application_id is not None:
            rows.add(ApplicationContact(application_id=application_id, contact_id=id))
    return id


def edit_contact(store: Store, id: int, **fields: Any) -> None:
    """Change fields of a contact."""
    merge = f"contact:{id}:{','.join(sorted(fields))}"
    with store.step("Edit contact", merge=merge) as rows:
        rows.change(Contact, id, **fields)


def link_contact(store: Store, application_id: int, contact_id: int) -> None:
    """Say that a contact has to do with an application; once is enough."""
    with store.step("Link contact") as rows:
        known = rows.find(ApplicationContact, application_id=application_id, contact_id=contact_id)
        if known is None:
            rows.add(ApplicationContact(application_id=application_id, contact_id=contact_id))


def unlink_contact(store: Store, application_id: int, contact_id: int) -> None:
    with store.step("Unlink contact") as rows:
        known = rows.find(ApplicationContact, application_id=application_id, contact_id=contact_id)
        if known is not None:
            rows.remove(ApplicationContact, known.id)


def remove_contact(store: Store, id: int) -> None:
    """Delete a contact, with their links; events keep what was written."""
    with store.step("Remove contact") as rows:
        for link in rows.all(ApplicationContact, contact_id=id):
            rows.remove(ApplicationContact, link.id)
        for taking_part in rows.all(EventContact, contact_id=id):
            rows.remove(EventContact, taking_part.id)
        rows.remove(Contact, id)
