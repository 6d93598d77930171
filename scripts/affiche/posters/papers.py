"""Which papers go along with a campaign's posters, before any of them is made.

That is a contact sheet, a print order, a delivery list, and flyers laid on the sheets of an office
printer. Making them is left to ``paperwork``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from affiche.model import Campaign, Variant
from affiche.posters.imposition import cut_from
from affiche.posters.planning import PlannedPoster
from affiche.posters.print_order import plan_order


class PaperKind(StrEnum):
    """What a paper is for; also the first part of its file's name, but for imposed posters."""

    CONTACT_SHEET = "contact-sheet"
    """To approve."""

    PRINT_ORDER = "print-order"
    """To order."""

    DELIVERY_LIST = "delivery-list"
    """To deliver."""

    IMPOSED = "imposed"
    """To print on an office printer and cut."""


@dataclass(frozen=True)
class Paper:
    """A file that goes along with a campaign's posters."""

    campaign: Campaign
    """Whose posters they are."""

    kind: PaperKind
    """What it is for."""

    file_name: str
    """It lies beside the posters."""

    content: bytes = b""
    """Of the file; empty as long as it is only planned."""

    planned: PlannedPoster | None = None
    """The poster that is imposed."""

    copies: int = 1
    """How many copies of it lie on a sheet."""


def plan_papers(posters: Iterable[PlannedPoster]) -> Iterator[Paper]:
    """Yield the papers of a campaign, not made yet.

    Args:
        posters: All of the campaign, in the language of the papers.
    """
    own = tuple(posters)
    if not own:
        return
    campaign = own[0].campaign
    if any(planned.job.preview for planned in own):
        yield Paper(campaign, PaperKind.CONTACT_SHEET, f"{PaperKind.CONTACT_SHEET}.pdf")
        yield Paper(campaign, PaperKind.CONTACT_SHEET, f"{PaperKind.CONTACT_SHEET}.webp")
    if plan_order(own):
        yield Paper(campaign, PaperKind.PRINT_ORDER, f"{PaperKind.PRINT_ORDER}.csv")
        yield Paper(campaign, PaperKind.DELIVERY_LIST, f"{PaperKind.DELIVERY_LIST}.pdf")
    for planned in own:
        grid = cut_from(planned.format)
        if planned.variant is Variant.OFFICE and grid:
            name = grid.file_name(planned.name)
            yield Paper(campaign, PaperKind.IMPOSED, name, planned=planned, copies=grid.count)
