"""Companies: found by name or made, and tidied away when nothing needs them."""

from __future__ import annotations

from ats.domain.application import Application
from ats.domain.company import Company, Contact
from ats.store import Rows


def company_named(rows: Rows, name: str) -> int | None:
    """The id of the company with this name, made where there is none; None for no name.
    Names differ only where more than case and space differs."""
    name = " ".join(name.split())
    if not name:
        return None
    found = rows.find(Company, name=name)
    return found.id if found is not None else rows.add(Company(name=name))


def forget_unused_company(rows: Rows, id: int | None) -> None:
    """Remove a company about which nothing is known but a name no application has any more."""
    if id is None:
        return
    company = rows.get(Company, id)
    used = rows.find(Application, company_id=id) or rows.find(Contact, company_id=id)
    if not (used or company.website or company.notes):
        rows.remove(Company, id)
