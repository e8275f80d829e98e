"""How the parts of an offer read, and what changed from one version to the next. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from ats.domain.offer import ComponentKind, Offer, OfferComponent
from ats.domain.words import component_name, component_text, counted, day, left
from ats.store.queries.application import OfferDetail


def offer_line(item: OfferDetail) -> str:
    """The components of an offer in one line."""
    parts = [
        f"{component_name(each.kind)} {component_text(each, item.offer.currency)}"
        for each in ordered(item.components)
    ]
    return " · ".join(parts)


def ordered(components: Sequence[OfferComponent]) -> list[OfferComponent]:
    """In the order in which components are listed."""
    kinds = list(ComponentKind)
    return sorted(components, key=lambda each: (kinds.index(each.kind), each.id))


def offer_table(item: OfferDetail, today: date) -> dict[str, str]:
    """The terms of one version by their names, without those that are not stated."""
    offer = item.offer
    terms: dict[str, str] = {}
    for component in ordered(item.components):
        name = component_name(component.kind)
        text = component_text(component, offer.currency)
        terms[name] = f"{terms[name]}, {text}" if name in terms else text
    terms |= _conditions(offer, today)
    return {name: text for name, text in terms.items() if text}


def _conditions(offer: Offer, today: date) -> dict[str, str]:
    deadline = offer.deadline
    return {
        "Hours a week": str(offer.hours_per_week or ""),
        "Paid leave": counted(offer.paid_leave_days, "day") if offer.paid_leave_days else "",
        "Place": offer.place,
        "Start": day(offer.starts_on, today) if offer.starts_on else "",
        "Answer by": f"{day(deadline, today)} ({left(deadline, today)})" if deadline else "",
        "Note": offer.note,
    }


def term_names(tables: Sequence[dict[str, str]]) -> list[str]:
    """Every term of any version, in one order for all."""
    order = [component_name(kind) for kind in ComponentKind]
    order += ["Hours a week", "Paid leave", "Place", "Start", "Answer by", "Note"]
    return [name for name in order if any(name in table for table in tables)]
