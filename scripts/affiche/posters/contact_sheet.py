"""Plan the contact sheet: every poster of a campaign, small, for a meeting to approve.

Making the pictures on it is left to ``thumbnail``; how it looks, to its template.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from affiche.content.words import Words
from affiche.model import Campaign, Catalogue
from affiche.posters.paper_document import DocumentJob, document_drawing
from affiche.posters.planning import PlannedPoster
from affiche.posters.studio import Studio
from affiche.posters.wording import format_label

_LABELS = ("sponsor", "runs", "approved", "changes", "name", "date", "signature")


def plan_contact_sheet(
    campaign: Campaign,
    posters: Iterable[tuple[PlannedPoster, bytes]],
    catalogue: Catalogue,
    words: Words,
    studio: Studio,
) -> DocumentJob:
    """Return the job that sets the contact sheet of ``posters``, which are all of ``campaign``.

    Each comes with its thumbnail.
    """
    shown = tuple(posters)
    data = {
        "title": words("order.contact-sheet"),
        "labels": {label: words(f"order.{label}") for label in _LABELS},
        "summary": words("order.posters", count=len(shown)),
        "posters": [_poster(planned, words) for planned, _ in shown],
    }
    drawing = document_drawing("contact-sheet.typ", campaign, catalogue, words, studio, data)
    return DocumentJob(drawing, tuple(thumbnail for _, thumbnail in shown), pictured=True)


def _poster(planned: PlannedPoster, words: Words) -> dict[str, Any]:
    size = planned.format
    return {
        "ratio": size.width_mm / size.height_mm,
        "alt": planned.alternative,
        "file": planned.file_name,
        "format": format_label(size, words),
        "place": planned.location.name if planned.location else "",
        "language": words.language_name(planned.language),
        "tongue": planned.language,
    }
