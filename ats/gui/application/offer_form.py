"""The form of an offer: its dates, its amounts, and what else was agreed."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from PySide6.QtWidgets import QComboBox, QLineEdit, QSpinBox, QWidget

from ats.commands import offers
from ats.domain.money import PayPeriod, from_minor, to_minor
from ats.domain.offer import ComponentKind, Offer, OfferComponent, OfferVersion
from ats.domain.problem import Problem
from ats.domain.words import offer_version_name, percent, period_name
from ats.gui.application.event_forms import long_text
from ats.gui.application.form_dialog import FormDialog
from ats.gui.controls.date_field import DateField
from ats.gui.controls.money_field import CURRENCIES, AmountField
from ats.gui.session import Session
from ats.store.queries.application import ApplicationDetail, OfferDetail

_MOST_BASIS_POINTS = 1_000_000


@dataclass(frozen=True, slots=True)
class Share:
    """An amount of money, or a share of the base in hundredths of a percent."""

    amount: Decimal | None = None
    basis_points: int | None = None


class ShareField(QLineEdit):
    """ "10,000" or "10%"."""

    def __init__(self, component: OfferComponent | None, currency: str) -> None:
        super().__init__()
        self.setPlaceholderText("10,000 or 10%")
        self._reader = AmountField()
        self._reader.setParent(self)
        self._reader.hide()
        if component is not None and component.basis_points is not None:
            self.setText(percent(component.basis_points))
        elif component is not None and component.amount is not None:
            self._reader.set_amount(from_minor(component.amount, currency))
            self.setText(self._reader.text())

    def share(self) -> Share:
        """What is typed. Raises Problem where it is neither an amount nor a percentage."""
        text = self.text().strip()
        if not text:
            return Share()
        self._reader.setText(text.removesuffix("%"))
        value = self._reader.amount()
        if value is None or (text.endswith("%") and value * 100 > _MOST_BASIS_POINTS):
            self.setFocus()
            raise Problem(f"“{text}” is neither an amount nor a percentage. Try 10,000 or 10%.")
        if text.endswith("%"):
            return Share(basis_points=int(value * 100))
        return Share(amount=value)


class OfferForm(FormDialog):
    """`item` is the version to change, None for a new one; a new one starts with the terms of
    the version before. Components the form has no field for are kept as they are."""

    def __init__(
        self,
        session: Session,
        parent: QWidget,
        detail: ApplicationDetail,
        item: OfferDetail | None = None,
    ) -> None:
        title = "Change offer" if item else "Offer"
        super().__init__(session, title, "Save" if item else "Add", parent)
        self._application_id, self._item = detail.id, item
        self._from = item or (detail.offers[-1] if detail.offers else None)
        self._first = self._first_components()
        self._make_dates(detail)
        self._make_amounts(detail)
        self._make_rest()
        self.base.setFocus()

    def save(self) -> None:
        currency = self.currency.currentText().strip().upper()
        if len(currency) != 3 or not (currency.isalpha() and currency.isascii()):
            raise Problem("An offer needs its currency, for example USD or EUR.")
        received = self.received.date()
        if received is None:
            raise Problem("Say when the offer was received.")
        fields: dict[str, Any] = {
            "version": OfferVersion(self.version.currentData()),
            "received_on": received,
            "deadline": self.deadline.date(),
            "starts_on": self.starts.date(),
            "currency": currency,
            "hours_per_week": self.hours.value() or None,
            "paid_leave_days": self.leave.value() or None,
            "place": self.place.text().strip(),
            "note": self.note.toPlainText().strip(),
        }
        components = self._components(currency)
        if self._item is None:
            offer = Offer(application_id=self._application_id, **fields)
            offers.record_offer(self.session.store, offer, components)
        else:
            offers.edit_offer(self.session.store, self._item.id, components, **fields)

    def _first_components(self) -> dict[ComponentKind, OfferComponent]:
        first: dict[ComponentKind, OfferComponent] = {}
        for component in self._from.components if self._from else ():
            first.setdefault(component.kind, component)
        return first

    def _make_dates(self, detail: ApplicationDetail) -> None:
        today = self.session.store.today
        offer = self._from.offer if self._from else None
        self.version = QComboBox()
        for version in OfferVersion:
            self.version.addItem(offer_version_name(version), version)
        wanted = self._item.offer.version if self._item else _next_version(detail)
        self.version.setCurrentIndex(self.version.findData(wanted))
        self.received, self.deadline, self.starts = (DateField(today) for _ in range(3))
        self.received.set_date(self._item.offer.received_on if self._item else today())
        self.deadline.set_date(offer.deadline if offer else None)
        self.starts.set_date(offer.starts_on if offer else None)
        self.side_by_side(
            self.field("&Version", self.version), self.field("&Received", self.received)
        )
        self.side_by_side(
            self.field("&Answer by", self.deadline), self.field("&Start", self.starts)
        )

    def _make_amounts(self, detail: ApplicationDetail) -> None:
        code = self._from.offer.currency if self._from else detail.row.pay_currency or ""
        self._make_base(code)
        self.bonus = ShareField(self._first.get(ComponentKind.BONUS), code)
        self.sign_on = self._amount(ComponentKind.SIGN_ON, code)
        self.side_by_side(
            self.field("Bo&nus a year", self.bonus), self.field("Si&gn-on", self.sign_on)
        )
        self.equity = self._amount(ComponentKind.EQUITY, code)
        self.vesting = _number("Not stated", 240)
        grant = self._first.get(ComponentKind.EQUITY)
        self.vesting.setValue((grant.vesting_months if grant else None) or 0)
        self.side_by_side(
            self.field("&Equity, whole grant", self.equity),
            self.field("Vesting &months", self.vesting),
        )

    def _make_base(self, code: str) -> None:
        self.currency = QComboBox()
        self.currency.setEditable(True)
        self.currency.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.currency.addItems(("", *CURRENCIES))
        self.currency.setCurrentText(code)
        self.base = self._amount(ComponentKind.BASE, code)
        self.period = QComboBox()
        for period in reversed(PayPeriod):
            self.period.addItem(period_name(period), period)
        base = self._first.get(ComponentKind.BASE)
        if base is not None and base.period is not None:
            self.period.setCurrentIndex(self.period.findData(base.period))
        self.side_by_side(
            self.field("&Base", self.base),
            self.field("&Per", self.period),
            self.field("&Currency", self.currency),
        )

    def _make_rest(self) -> None:
        offer = self._from.offer if self._from else None
        self.hours, self.leave = _number("Not stated", 100), _number("Not stated", 365)
        self.hours.setValue((offer.hours_per_week if offer else None) or 0)
        self.leave.setValue((offer.paid_leave_days if offer else None) or 0)
        self.side_by_side(
            self.field("&Hours a week", self.hours), self.field("Paid &leave, days", self.leave)
        )
        self.place = self.add("Pl&ace", QLineEdit(offer.place if offer else ""))
        note = self._item.offer.note if self._item else ""
        self.note = self.add("N&ote", long_text(note, height=64))

    def _amount(self, kind: ComponentKind, currency: str) -> AmountField:
        field = AmountField("Not stated")
        component = self._first.get(kind)
        if component is not None and component.amount is not None:
            field.set_amount(from_minor(component.amount, currency))
        return field

    def _components(self, currency: str) -> list[OfferComponent]:
        """What the fields say, and what they have no place for. Raises Problem."""
        share = self.bonus.share()
        bonus = share.basis_points
        typed = [
            self._component(ComponentKind.BASE, self._typed(self.base), currency),
            self._component(ComponentKind.BONUS, share.amount, currency, basis_points=bonus),
            self._component(ComponentKind.SIGN_ON, self._typed(self.sign_on), currency),
            self._component(ComponentKind.EQUITY, self._typed(self.equity), currency),
        ]
        shown = {id(component) for kind, component in self._first.items() if kind in _IN_FORM}
        others = [
            component
            for component in (self._from.components if self._from else ())
            if id(component) not in shown
        ]
        return [component for component in typed if component is not None] + others

    def _component(
        self,
        kind: ComponentKind,
        amount: Decimal | None,
        currency: str,
        basis_points: int | None = None,
    ) -> OfferComponent | None:
        if amount is None and basis_points is None:
            return None
        before = self._first.get(kind)
        equity = kind is ComponentKind.EQUITY
        return OfferComponent(
            offer_id=0,
            kind=kind,
            amount=None if amount is None else to_minor(amount, currency),
            basis_points=basis_points,
            period=self._period(kind),
            vesting_months=self.vesting.value() or None if equity else None,
            cliff_months=before.cliff_months if before else None,
            note=before.note if before else "",
        )

    def _period(self, kind: ComponentKind) -> PayPeriod | None:
        if kind is ComponentKind.BASE:
            return PayPeriod(self.period.currentData())
        return PayPeriod.YEAR if kind is ComponentKind.BONUS else None

    def _typed(self, field: AmountField) -> Decimal | None:
        field.flush()
        if not field.is_valid():
            field.setFocus()
            raise Problem(f"“{field.text().strip()}” isn’t an amount. Try 85,000 or 85k.")
        return field.amount()


_IN_FORM = (
    ComponentKind.BASE,
    ComponentKind.BONUS,
    ComponentKind.SIGN_ON,
    ComponentKind.EQUITY,
)


def _next_version(detail: ApplicationDetail) -> OfferVersion:
    """The first offer is the initial one; what follows was countered."""
    return OfferVersion.COUNTERED if detail.offers else OfferVersion.INITIAL


def _number(empty: str, most: int) -> QSpinBox:
    box = QSpinBox()
    box.setRange(0, most)
    box.setSpecialValueText(empty)
    return box
