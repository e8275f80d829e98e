"""Bonus and equity: offered, or only the word."""

from __future__ import annotations

import pytest

from ats.reading.pay.rewards import find_bonus, find_equity


@pytest.mark.parametrize(
    "words",
    [
        "You may be eligible for a discretionary bonus.",
        "There is an opportunity to earn a cash variable element, such as a bonus.",
        "You take part in our annual incentive plan.",
        "Base salary plus variable compensation tied to loaves sold.",
        "£32,000 plus uncapped commission",
        "Package: fixe + variable",
        "Grundgehalt und variable Vergütung",
        "Fast lön och provision",
        "Retribución variable según objetivos",
        "Weihnachtsgeld und Urlaubsgeld",
        "Eine Jahressonderzahlung im November",
        "Prime de fin d'année",
        "Bono por resultados",
        "No fee. Annual bonus.",
        "No cap on your annual bonus",
        "A bonus is not guaranteed, but usual with our salary.",
    ],
)
def test_bonus(words: str) -> None:
    assert find_bonus(words) is not None


@pytest.mark.parametrize(
    "words",
    [
        "Bonus points if you have sung in a choir.",
        "Speaking Dutch is a bonus.",
        "This role is not eligible for an annual bonus.",
        "The provision of bread to schools is our work.",
        "You assist with sales commission reports.",
        "A referral bonus",
        "This role does not come with a bonus.",
        "We don't offer bonuses.",
        "No annual bonus, but fair pay.",
        "There is no performance bonus.",
        "Bonuses are not offered.",
        "Annual bonus: none",
        "Keine jährliche Prämie",
    ],
)
def test_no_bonus(words: str) -> None:
    assert find_bonus(words) is None


@pytest.mark.parametrize(
    "words",
    [
        "Baker | Hull | $100k + 0.4% – 1.2%",
        "You get stock options from the first day.",
        "Salary, bonus and equity",
        "BSPCE pour tous",
        "Salary and options in a young company",
        "Virtuelle Anteile am Unternehmen",
    ],
)
def test_equity(words: str) -> None:
    assert find_equity(words) is not None


@pytest.mark.parametrize(
    "words",
    [
        "We care about diversity, equity and inclusion.",
        "You trade on equity markets.",
        "This internship is not eligible for equity.",
        "Base + 5-10% yearly",
    ],
)
def test_no_equity(words: str) -> None:
    assert find_equity(words) is None
