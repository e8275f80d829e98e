"""Offers: each version of the terms, with its components."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from ats.domain.offer import Offer, OfferComponent
from ats.store import Rows, Store


def record_offer(store: Store, offer: Offer, components: Sequence[OfferComponent] = ()) -> int:
    """Keep a version of an offer with its components (their offer_id is set here); its id."""
    with store.step("Record offer") as rows:
        id = rows.add(offer)
        _add_components(rows, id, components)
    return id


def edit_offer(
    store: Store, id: int, components: Sequence[OfferComponent] | None = None, **fields: Any
) -> None:
    """Change fields of an offer, and replace its components where they are given."""
    with store.step("Edit offer") as rows:
        if fields:
            rows.change(Offer, id, **fields)
        if components is not None:
            for old in rows.all(OfferComponent, offer_id=id):
                rows.remove(OfferComponent, old.id)
            _add_components(rows, id, components)


def remove_offer(store: Store, id: int) -> None:
    with store.step("Remove offer") as rows:
        rows.remove(Offer, id)


def _add_components(rows: Rows, offer_id: int, components: Sequence[OfferComponent]) -> None:
    for component in components:
        rows.add(replace(component, offer_id=offer_id))
