"""Money and pay: whole minor units with a currency, never floating point."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import ROUND_HALF_EVEN, Decimal
from enum import StrEnum

# ISO 4217 minor units where they are not 2 (list one, amendment 176).
_EXPONENTS = {
    **dict.fromkeys(
        "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF".split(), 0
    ),
    **dict.fromkeys("BHD IQD JOD KWD LYD OMR TND".split(), 3),
}

_SYMBOLS = {
    "USD": "$", "EUR": "€", "GBP": "£", "CAD": "C$", "AUD": "A$", "NZD": "NZ$", "JPY": "¥",
    "INR": "₹", "ILS": "₪", "KRW": "₩", "BRL": "R$", "PHP": "₱", "NGN": "₦", "UAH": "₴",
}  # fmt: skip


LARGEST_AMOUNT = Decimal(10) ** 12
"""An amount in the main unit that is no pay any more. All that is less can be stored."""


class PayPeriod(StrEnum):
    """The span of work an amount of pay is for."""

    HOUR = "hour"
    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    YEAR = "year"


def exponent(currency: str | None) -> int:
    """How many decimal places the currency has (ISO 4217); 2 where it is unknown."""
    return _EXPONENTS.get(currency or "", 2)


def to_minor(amount: Decimal | int | str, currency: str | None) -> int:
    """An amount in whole minor units, for example 12.5 USD as 1250 cents; half to even."""
    scaled = Decimal(amount).scaleb(exponent(currency))
    return int(scaled.to_integral_value(ROUND_HALF_EVEN))


def from_minor(minor: int, currency: str | None) -> Decimal:
    """The amount in the currency's main unit."""
    return Decimal(minor).scaleb(-exponent(currency))


def plain_number(amount: Decimal | None) -> int | float | None:
    """An amount as JSON has it: a whole number where it is one."""
    if amount is None:
        return None
    return int(amount) if amount == amount.to_integral_value() else float(amount)


def symbol(currency: str | None) -> str:
    """The sign put before an amount: a symbol, else the code and a space, else nothing."""
    if not currency:
        return ""
    return _SYMBOLS.get(currency, f"{currency} ")


@dataclass(frozen=True, slots=True)
class Pay:
    """The pay a posting states: least and most, in minor units; either may be unknown."""

    least: int | None = None
    most: int | None = None
    currency: str | None = None
    period: PayPeriod | None = None

    @classmethod
    def of(
        cls,
        least: Decimal | int | str | None,
        most: Decimal | int | str | None,
        currency: str | None,
        period: PayPeriod | None,
    ) -> Pay:
        """Pay from amounts in the currency's main unit."""
        return cls(
            None if least is None else to_minor(least, currency),
            None if most is None else to_minor(most, currency),
            currency,
            period,
        )

    def __bool__(self) -> bool:
        return self.least is not None or self.most is not None

    def plain(self) -> dict[str, int | float | str | None] | None:
        """The pay as JSON has it, in the currency's main unit; None where no amount is known."""
        if not self:
            return None
        return {
            "min": plain_number(self.least_amount),
            "max": plain_number(self.most_amount),
            "currency": self.currency,
            "period": self.period,
        }

    @property
    def least_amount(self) -> Decimal | None:
        return None if self.least is None else from_minor(self.least, self.currency)

    @property
    def most_amount(self) -> Decimal | None:
        return None if self.most is None else from_minor(self.most, self.currency)


# A full-time year: 52 weeks of 5 days of 8 hours.
_PERIODS_A_YEAR = {
    PayPeriod.HOUR: 2080,
    PayPeriod.DAY: 260,
    PayPeriod.WEEK: 52,
    PayPeriod.MONTH: 12,
    PayPeriod.YEAR: 1,
}


def yearly(pay: Pay) -> Decimal | None:
    """The most a posting offers, for a full-time year, in the currency's main unit; None
    where no amount is stated. Without a period the amount is taken as it is."""
    amount = pay.most_amount if pay.most is not None else pay.least_amount
    if amount is None:
        return None
    return amount * (_PERIODS_A_YEAR[pay.period] if pay.period else 1)
