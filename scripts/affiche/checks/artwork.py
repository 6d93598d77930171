"""The artwork that a campaign names must be one that can be drawn.

Which it gets when it names none is left to ``posters``.
"""

from __future__ import annotations

from collections.abc import Iterator

from affiche.content.nearest import did_you_mean, either, shown
from affiche.model import Catalogue
from affiche.posters import FAMILIES, PATTERN
from affiche.report import Code, Diagnostic


def check_artwork(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each campaign that names a family of artwork that nobody draws."""
    for campaign in catalogue.campaigns:
        if campaign.artwork and campaign.artwork not in (*FAMILIES, PATTERN):
            choice = f"Write {either(FAMILIES)}, or {PATTERN} for one that is chosen for you."
            yield Diagnostic.of(
                Code.UNKNOWN_ARTWORK,
                campaign.source.place("artwork"),
                f"There is no artwork called '{shown(campaign.artwork)}'.",
                f"{did_you_mean(campaign.artwork, FAMILIES)} {choice}".strip(),
            )
