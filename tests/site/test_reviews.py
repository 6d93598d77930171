"""Every owner finds their pages, the one that is due first on top."""

from __future__ import annotations

import datetime as dt

import pytest

from affiche.model import Catalogue, Entity, Value
from affiche.site.reviews import keepers, owner_anchor

TODAY = dt.date(2026, 11, 24)


def with_values(catalogue: Catalogue, *pages: tuple[str, str | None, str | None]) -> Catalogue:
    first = catalogue.values[0]
    values = [
        first.model_copy(
            update={
                "id": name,
                "owner": owner,
                "review_by": dt.date.fromisoformat(due) if due else None,
            }
        )
        for name, owner, due in pages
    ]
    return Catalogue(catalogue.brand, tuple(values))


def ids(pages: tuple[Entity, ...]) -> list[str]:
    assert all(isinstance(page, Value) for page in pages)
    return [page.id for page in pages]


def test_owners_and_their_pages_come_in_the_order_in_which_they_are_due(
    catalogue: Catalogue,
) -> None:
    found = keepers(
        with_values(
            catalogue,
            ("a", "Academie", "2027-02-01"),
            ("b", None, "2026-01-01"),
            ("c", "Zaal", "2026-12-01"),
            ("d", "Academie", None),
            ("e", "Academie", "2026-11-23"),
        )
    )
    assert [(keeper.owner, ids(keeper.pages)) for keeper in found] == [
        ("Academie", ["e", "a", "d"]),
        ("Zaal", ["c"]),
        (None, ["b"]),
    ]
    assert [keeper.overdue(TODAY) for keeper in found] == [1, 0, 1]


@pytest.mark.parametrize(
    ("owner", "anchor"),
    [
        ("Meridiaan Academie", "part-meridiaan-academie"),
        ("Zoë & Co.", "part-zoe-co"),
        ("academie@meridiaan.example", "part-academie-meridiaan-example"),
        ("…", "part-nobody"),
        (None, "part-nobody"),
    ],
)
def test_an_owner_s_list_has_an_address(owner: str | None, anchor: str) -> None:
    assert owner_anchor(owner) == anchor
