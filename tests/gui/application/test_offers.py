"""Offers: versions with their components, and what changed between them."""

from __future__ import annotations

from datetime import date

import pytest

from ats.commands import offers
from ats.domain.money import PayPeriod
from ats.domain.offer import ComponentKind, Offer, OfferComponent, OfferVersion
from ats.domain.words import component_text, percent
from ats.gui.application.offer_form import OfferForm
from ats.gui.application.offer_words import offer_line
from ats.gui.application.offers import Offers
from ats.gui.controls.field import Field
from tests.gui.application.desk import Desk


@pytest.fixture
def tab(desk: Desk) -> Offers:
    desk.page.show_section(desk.page.offers)
    desk.page.focus_content()
    desk.settle()
    return desk.page.offers


def fill(form: OfferForm, base: str = "128,000", bonus: str = "10%") -> None:
    form.base.setText(base)
    form.bonus.setText(bonus)
    form.sign_on.setText("10k")
    form.equity.setText("40,000")
    form.vesting.setValue(48)


def test_an_offer_with_its_components(desk: Desk, tab: Offers) -> None:
    tab.empty.buttons[0].click()
    form = desk.form(OfferForm)
    assert form.currency.currentText() == "USD"
    fill(form)
    form.deadline.set_date(date(2026, 12, 4))
    form.accept()
    desk.settle()
    (item,) = desk.detail.offers
    assert item.offer.version is OfferVersion.INITIAL
    assert item.offer.deadline == date(2026, 12, 4)
    assert offer_line(item) == (
        "Base $128,000 a year · Bonus 10% of base a year · Sign-on $10,000"
        " · Equity $40,000 over 48 months"
    )


def test_the_next_version_starts_with_the_terms_before(desk: Desk, tab: Offers) -> None:
    tab.add()
    form = desk.form(OfferForm)
    fill(form)
    form.accept()
    desk.settle()
    tab.add()
    form = desk.form(OfferForm)
    assert form.base.text() == "128,000"
    form.base.setText("135k")
    form.accept()
    desk.settle()
    first, second = desk.detail.offers
    assert second.offer.version is OfferVersion.COUNTERED
    assert [each.amount for each in second.components if each.kind is ComponentKind.BASE] == [
        13_500_000
    ]
    assert len(first.components) == len(second.components) == 4


def test_what_the_form_has_no_field_for_is_kept(desk: Desk, tab: Offers) -> None:
    pension = OfferComponent(offer_id=0, kind=ComponentKind.PENSION, basis_points=500)
    base = OfferComponent(
        offer_id=0, kind=ComponentKind.BASE, amount=100, period=PayPeriod.HOUR, note="gross"
    )
    offer = Offer(
        application_id=desk.page.application_id, received_on=date(2026, 11, 20), currency="EUR"
    )
    offers.record_offer(desk.store, offer, [base, pension])
    desk.settle()
    tab.change(desk.detail.offers[0])
    form = desk.form(OfferForm)
    form.place.setText("Leeds")
    form.accept()
    desk.settle()
    (item,) = desk.detail.offers
    assert item.offer.place == "Leeds"
    kept = {each.kind: each for each in item.components}
    assert kept[ComponentKind.PENSION].basis_points == 500
    assert (kept[ComponentKind.BASE].period, kept[ComponentKind.BASE].note) == (
        PayPeriod.HOUR,
        "gross",
    )


@pytest.mark.parametrize(
    ("base", "bonus", "currency"),
    [("lots", "", "USD"), ("1", "some", "USD"), ("1", "1", "Euro"), ("1", "99999%", "USD")],
)
def test_an_offer_that_cannot_be_read_stays_in_the_form(
    desk: Desk, tab: Offers, base: str, bonus: str, currency: str
) -> None:
    tab.add()
    form = desk.form(OfferForm)
    fill(form, base, bonus)
    form.currency.setCurrentText(currency)
    form.accept()
    assert form.isVisible()
    assert form.problem.text()
    form.reject()
    assert not desk.detail.offers


def test_a_wrong_amount_is_told_once(desk: Desk, tab: Offers) -> None:
    tab.add()
    form = desk.form(OfferForm)
    fill(form)
    form.base.setText("lots")
    form.base.setModified(True)
    form.accept()
    told = [each.warning() for each in form.findChildren(Field) if each.warning()]
    assert told == ["“lots” isn’t an amount. Try 85,000 or 85k."]
    assert form.problem.text() == ""
    form.reject()


def test_remove_and_undo(desk: Desk, tab: Offers) -> None:
    tab.add()
    form = desk.form(OfferForm)
    fill(form)
    form.accept()
    desk.settle()
    tab.remove(desk.detail.offers[0])
    desk.settle()
    assert desk.said == ["Removed the initial offer"]
    assert not desk.detail.offers
    desk.undo()
    assert len(desk.detail.offers[0].components) == 4


def test_components_in_words() -> None:
    def part(**fields: object) -> OfferComponent:
        return OfferComponent(offer_id=0, kind=ComponentKind.OTHER, **fields)  # type: ignore[arg-type]

    assert component_text(part(amount=1250), "JPY") == "¥1,250"
    assert component_text(part(basis_points=1250), "USD") == "12.5% of base"
    assert component_text(part(note="a laptop"), "USD") == "a laptop"
    assert percent(10_000) == "100%"
