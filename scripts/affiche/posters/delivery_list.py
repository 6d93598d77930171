"""Plan the delivery list: a printed list of what goes to which place, to be ticked off.

What is ordered is decided in ``print_order``; how the list looks, in its template.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import groupby
from typing import Any

from affiche.content.words import Words
from affiche.model import Campaign, Catalogue, Location
from affiche.posters.paper_document import DocumentJob, document_drawing
from affiche.posters.print_order import OrderLine, title_of
from affiche.posters.studio import Studio
from affiche.posters.wording import format_label

_LABELS = ("delivered", "quantity", "poster", "format", "printed-by", "total")


def plan_delivery_list(
    campaign: Campaign,
    lines: Iterable[OrderLine],
    catalogue: Catalogue,
    words: Words,
    studio: Studio,
) -> DocumentJob:
    """Return the job that sets the list of ``lines``, which are all of ``campaign``."""
    ordered = tuple(lines)
    groups = [_group(place, found, words) for place, found in _by_place(ordered)]
    total = sum(line.quantity for line in ordered)
    data = {
        "title": words("order.delivery-list"),
        "labels": {label: words(f"order.{label}") for label in _LABELS},
        "groups": groups,
        "totals": _totals(ordered, words),
        "summary": _summary(ordered, words),
        "total": words("order.copies", count=total),
    }
    return DocumentJob(
        document_drawing("delivery-list.typ", campaign, catalogue, words, studio, data)
    )


def _by_place(lines: tuple[OrderLine, ...]) -> list[tuple[Location | None, list[OrderLine]]]:
    """Return the lines of each place, by the place's name; what hangs anywhere comes last."""

    def name(line: OrderLine) -> tuple[bool, str, str]:
        place = line.planned.location
        return (place is None, place.name.casefold() if place else "", place.id if place else "")

    grouped = groupby(sorted(lines, key=name), key=name)
    found = [list(group) for _, group in grouped]
    return [(group[0].planned.location, group) for group in found]


def _group(place: Location | None, lines: list[OrderLine], words: Words) -> dict[str, Any]:
    return {
        "place": place.name if place else words("order.no-place"),
        "details": _details(place) if place else [],
        "total": words("order.copies", count=sum(line.quantity for line in lines)),
        "lines": [
            {
                "quantity": line.quantity,
                "poster": title_of(line.planned),
                "file": line.planned.file_name,
                "format": format_label(line.planned.format, words),
                "printer": words(f"order.by-{line.printer}"),
                "paper": line.paper(words),
            }
            for line in lines
        ],
    }


def _details(place: Location) -> list[str]:
    """Return what helps to find the place and who is there."""
    own = (f"{name}: {cell}" for name, cell in place.columns if cell)
    return [detail for detail in (place.room, place.contact, *own) if detail]


def _totals(lines: tuple[OrderLine, ...], words: Words) -> list[dict[str, Any]]:
    counted: Counter[tuple[str, str]] = Counter()
    for line in lines:
        label = format_label(line.planned.format, words)
        counted[label, words(f"order.by-{line.printer}")] += line.quantity
    return [
        {"format": label, "printer": printer, "quantity": count}
        for (label, printer), count in counted.items()
    ]


def _summary(lines: tuple[OrderLine, ...], words: Words) -> str:
    """Return how much goes to how many places: ``12 locaties · 96 stuks``."""
    places = {line.planned.location.id for line in lines if line.planned.location}
    copies = words("order.copies", count=sum(line.quantity for line in lines))
    return f"{words('order.deliveries', count=len(places))} · {copies}" if places else copies
