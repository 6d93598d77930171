"""Check that what is to be made for the press can be: the brand says what is printed in.

Whether the profile is here is left to ``posters``.
"""

from __future__ import annotations

from collections.abc import Iterator

from affiche.model import Catalogue, Variant
from affiche.report import Code, Diagnostic, Place


def check_press(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Yield where ``press`` is asked for although the brand has no press."""
    brand = catalogue.brand
    if brand.press is not None:
        return
    for place in _asked(catalogue):
        yield Diagnostic.of(
            Code.NO_PRESS,
            place,
            "This asks for files for the press, but the brand does not say which press.",
            "Add press: to overrides/brand.yml, with the profile: and condition: that the print "
            "shop gives you, or leave press out here.",
        )


def _asked(catalogue: Catalogue) -> Iterator[Place]:
    brand = catalogue.brand
    if Variant.PRESS in brand.variants:
        yield brand.source.place("variants", brand.variants.index(Variant.PRESS))
    for campaign in catalogue.campaigns:
        for index, poster in enumerate(campaign.posters):
            if Variant.PRESS in poster.variants:
                at = poster.variants.index(Variant.PRESS)
                yield campaign.source.place("posters", index, "variants", at)
