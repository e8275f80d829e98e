"""How kinds, pay and dates read in exported summaries."""

from __future__ import annotations

from datetime import date, time
from decimal import Decimal
from enum import StrEnum

from ats.domain.application import WorkMode
from ats.domain.money import Pay, from_minor, symbol
from ats.domain.offer import ComponentKind, OfferComponent
from ats.domain.posting import RequirementKind

_NAMES: dict[StrEnum, str] = {
    RequirementKind.MUST: "Must have",
    RequirementKind.NICE: "Nice to have",
    RequirementKind.DUTY: "What you will do",
    RequirementKind.CONDITION: "Conditions",
    WorkMode.ONSITE: "On site",
    ComponentKind.SIGN_ON: "Sign-on",
}


def name_of(kind: StrEnum | None) -> str:
    """A kind, status or outcome as people read it; "" for None."""
    if kind is None:
        return ""
    return _NAMES.get(kind) or kind.value.replace("_", " ").capitalize()


def pay_text(pay: Pay) -> str:
    """Pay in full: "$117,500 to $132,200 a year"; "" where unknown."""
    if not pay:
        return ""
    least, most = (
        None if minor is None else money_text(minor, pay.currency)
        for minor in (pay.least, pay.most)
    )
    after = "" if pay.period is None else f" {'an' if pay.period == 'hour' else 'a'} {pay.period}"
    if least is None or most is None:
        return (f"up to {most}" if least is None else f"from {least}") + after
    return (least if least == most else f"{least} to {most}") + after


def money_text(minor: int, currency: str | None) -> str:
    """An amount with its sign, thousands marked: "$117,500", "€45.50"."""
    amount = from_minor(minor, currency)
    if amount == amount.to_integral_value():
        amount = Decimal(int(amount))
    return f"{symbol(currency)}{amount:,f}"


def component_text(part: OfferComponent, currency: str) -> str:
    """A part of an offer: "$12,000 a year", "10% of base, vesting over 48 months"."""
    terms = []
    if part.amount is not None:
        terms.append(money_text(part.amount, currency))
    if part.basis_points is not None:
        terms.append(f"{Decimal(part.basis_points) / 100:f}".rstrip("0").rstrip(".") + "% of base")
    text = " and ".join(terms) or "not stated"
    if part.period is not None:
        text += f" {'an' if part.period == 'hour' else 'a'} {part.period}"
    if part.vesting_months:
        text += f", vesting over {part.vesting_months} months"
    if part.cliff_months:
        text += f" after {part.cliff_months}"
    return f"{text} ({part.note})" if part.note else text


def when(on: date, at: time | None, zone: str | None) -> str:
    """A day, with the wall-clock time and its zone where they are known."""
    return f"{on}" + (f" {at:%H:%M}" if at else "") + (f" {zone}" if at and zone else "")
