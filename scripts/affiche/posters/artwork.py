"""Choose the drawn artwork of a campaign: a family and a seed, the same on every surface.

Drawing it is left to the templates (``templates/artwork.typ``).
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from affiche.model import Campaign

FAMILIES = ("meridians", "arcs", "planes", "weave", "waves", "steps")
"""The families that ``templates/artwork.typ`` draws."""


PATTERN = "pattern"
"""What ``artwork`` says to have a family chosen by the campaign's id, as when it says nothing."""


@dataclass(frozen=True, slots=True)
class Artwork:
    """One composition."""

    family: str
    """One of ``FAMILIES``."""

    seed: int
    """Chooses the composition within its family; below 2**31."""


def choose_artwork(campaign: Campaign) -> Artwork:
    """Return the artwork of ``campaign``; an unknown family counts as none named."""
    artwork = artwork_named(campaign.id)
    known = campaign.artwork if campaign.artwork in FAMILIES else None
    return Artwork(known or artwork.family, artwork.seed)


def artwork_named(name: str) -> Artwork:
    """Return the artwork of whatever is called ``name``: always the same one."""
    digest = hashlib.sha256(name.encode("utf-8")).digest()
    seed = int.from_bytes(digest[:4], "big") % 2**31
    return Artwork(FAMILIES[seed % len(FAMILIES)], seed)
