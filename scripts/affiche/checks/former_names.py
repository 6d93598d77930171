"""A former name of a campaign leads to that campaign alone: codes on old posters open it.

Making the page that they open is left to ``site``.
"""

from __future__ import annotations

from collections.abc import Iterator

from affiche.content.nearest import shown
from affiche.model import Catalogue
from affiche.report import Code, Diagnostic


def check_former_names(catalogue: Catalogue) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each former name that a campaign has now, or that two claim."""
    owners = {name: name for name in catalogue.campaign}
    for campaign in catalogue.campaigns:
        for index, name in enumerate(campaign.formerly):
            owner = owners.setdefault(name, campaign.id)
            if owner == campaign.id and name != campaign.id:
                continue
            yield Diagnostic.of(
                Code.DUPLICATE_ENTRY,
                campaign.source.place("formerly", index),
                f"The codes of '{shown(name)}' lead to the campaign '{owner}' already.",
                "Take this name out here, or there.",
            )
