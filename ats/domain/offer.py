"""Offers: versions of the terms, made of components."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from ats.domain.money import PayPeriod


class OfferVersion(StrEnum):
    INITIAL = "initial"
    COUNTERED = "countered"
    FINAL = "final"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """One version of the terms. All its amounts are in `currency` (ISO 4217)."""

    id: int = 0
    application_id: int
    version: OfferVersion = OfferVersion.INITIAL
    received_on: date
    deadline: date | None = None
    starts_on: date | None = None
    currency: str
    hours_per_week: int | None = None
    paid_leave_days: int | None = None
    place: str = ""
    note: str = ""


class ComponentKind(StrEnum):
    """In the order in which they are listed."""

    BASE = "base"
    BONUS = "bonus"
    SIGN_ON = "sign_on"
    EQUITY = "equity"
    PENSION = "pension"
    ALLOWANCE = "allowance"
    OTHER = "other"


@dataclass(frozen=True, slots=True, kw_only=True)
class OfferComponent:
    """A part of an offer: an `amount` in minor units of the offer's currency, or a share of
    the base in hundredths of a percent (`basis_points`). `period` None means paid once;
    equity is the whole grant, vesting over `vesting_months` after a cliff."""

    id: int = 0
    offer_id: int
    kind: ComponentKind
    amount: int | None = None
    basis_points: int | None = None
    period: PayPeriod | None = None
    vesting_months: int | None = None
    cliff_months: int | None = None
    note: str = ""
