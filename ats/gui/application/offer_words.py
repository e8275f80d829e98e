"""How the parts of an offer read, and what changed from one version to the next. Pure."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from ats.domain.money import from_minor, symbol
from ats.domain.offer import ComponentKind, Offer, OfferComponent
from ats.gui.words import amount, component_name, counted, day, left, period_name
from ats.store.queries.application import OfferDetail


def component_text(component: OfferComponent, currency: str) -> str:
    """ "$128,000 a year", "10% of base", "$40,000 over 48 months with a cliff of 12"."""
    if component.basis_points is not None:
        text = f"{percent(component.basis_points)} of base"
    elif component.amount is not None:
        text = symbol(currency) + amount(from_minor(component.amount, currency))
    else:
        text = ""
    if component.period:
        text += f" {period_name(component.period)}"
    if component.vesting_months:
        text += f" over {counted(component.vesting_months, 'month')}"
    if component.cliff_months:
        text += f" with a cliff of {component.cliff_months}"
    return " ".join(part for part in (text.strip(), component.note) if part)


def percent(basis_points: int) -> str:
    """Hundredths of a percent as people write them: 1250 is "12.5%"."""
    return f"{(Decimal(basis_points) / 100).normalize():f}%"


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
