"""Say who needs how many of what: the lines of a print order, and the order as a spreadsheet.

The printed list that goes along with the posters is left to ``delivery_list``.
"""

from __future__ import annotations

import csv
import io
import math
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from affiche.content.words import Words
from affiche.model import Format, Variant
from affiche.posters.imposition import cut_from
from affiche.posters.planning import PlannedPoster
from affiche.posters.wording import format_label, size_label

OFFICE_LONGEST_MM = 432
"""The longest side that an office printer takes: A3 is 420 mm, Tabloid 431.8 mm."""

_BYTE_ORDER_MARK = "\ufeff"
"""Without it Excel takes a list for one in the encoding of the machine."""

# OWASP, "CSV Injection": what a spreadsheet takes for the beginning of a formula.
_FORMULA = ("=", "+", "-", "@", "\t", "\r")


class Printer(StrEnum):
    """Who prints."""

    OFFICE = "office"
    """Whoever stands at the office printer."""

    PRINT_SHOP = "print-shop"
    """A printing company."""


@dataclass(frozen=True)
class OrderLine:
    """So many copies of one file."""

    planned: PlannedPoster
    """The file that is printed."""

    quantity: int
    """How many copies; at least one."""

    @property
    def printer(self) -> Printer:
        """Who prints it: the print shop what is larger than A3 or made for it."""
        pressed = self.planned.variant is Variant.PRESS
        return (
            Printer.PRINT_SHOP
            if pressed or needs_print_shop(self.planned.format)
            else Printer.OFFICE
        )

    def paper(self, words: Words) -> str:
        """Return a hint for whoever fills the tray: ``A3, 120 g/m²``."""
        if self.printer is Printer.PRINT_SHOP:
            return words("order.paper-poster")
        if grid := cut_from(self.planned.format):
            return words(
                "order.paper-cut",
                count=math.ceil(self.quantity / grid.count),
                size=size_label(grid.sheet, words),
                file=grid.file_name(self.planned.name),
            )
        return words("order.paper-sheet", size=size_label(self.planned.format, words))


def plan_order(posters: Iterable[PlannedPoster]) -> tuple[OrderLine, ...]:
    """Return what is to be printed of ``posters``, each of them once, whatever its variants.

    A poster for the office printer is ordered there, one larger than A3 at the print shop: in the
    file that was made for it, or else in the other. Files for screens, for screen readers and for
    the archive are not printed. A poster that is the same everywhere is ordered once.
    """
    return tuple(
        OrderLine(chosen, _quantity(chosen))
        for _, files in groupby(posters, key=lambda p: (p.campaign.id, p.language, p.name))
        if (chosen := _printed(files)) and _quantity(chosen)
    )


def needs_print_shop(size: Format) -> bool:
    """Return whether ``size`` is more than an office printer takes."""
    return max(size.width_mm, size.height_mm) > OFFICE_LONGEST_MM


def _quantity(planned: PlannedPoster) -> int:
    return planned.location.quantity if planned.location else 1


def _printed(files: Iterable[PlannedPoster]) -> PlannedPoster | None:
    """Return which of the files of one poster is printed."""
    by_variant = {planned.variant: planned for planned in files}
    office, press = by_variant.get(Variant.OFFICE), by_variant.get(Variant.PRESS)
    if office and press:
        return press if needs_print_shop(office.format) else office
    return office or press


def write_order(lines: Iterable[OrderLine], words: Words) -> bytes:
    """Return the order as a list that a spreadsheet of the language of ``words`` opens right.

    RFC 4180, but for the separator, which follows the language; UTF-8 with a byte order mark.
    Columns of a company's own (``Location.columns``) come last.
    """
    ordered = tuple(lines)
    own = dict.fromkeys(
        name
        for line in ordered
        if line.planned.location
        for name, _ in line.planned.location.columns
    )
    out = io.StringIO()
    writer = csv.writer(out, delimiter=words.list_separator, lineterminator="\r\n")
    names = (words(f"order.{column}") for column in COLUMNS)
    writer.writerow([_harmless(cell) for cell in (*names, *own)])
    for line in ordered:
        place = line.planned.location
        columns = dict(place.columns) if place else {}
        cells = (*_cells(line, words), *(columns.get(name, "") for name in own))
        writer.writerow([_harmless(cell) for cell in cells])
    return (_BYTE_ORDER_MARK + out.getvalue()).encode("utf-8")


COLUMNS = (
    "campaign",
    "poster",
    "format",
    "variant",
    "language",
    "place",
    "room",
    "contact",
    "quantity",
    "file",
    "width",
    "height",
    "printed-by",
    "paper",
)
"""The columns of an order; their names are words of the product's own."""


def _cells(line: OrderLine, words: Words) -> tuple[str, ...]:
    planned, place = line.planned, line.planned.location
    return (
        planned.campaign.title,
        title_of(planned),
        format_label(planned.format, words),
        words(f"order.variant-{planned.variant}"),
        words.language_name(planned.language),
        place.name if place else "",
        (place.room or "") if place else "",
        (place.contact or "") if place else "",
        str(line.quantity),
        planned.file_name,
        words.number(planned.format.width_mm),
        words.number(planned.format.height_mm),
        words(f"order.by-{line.printer}"),
        line.paper(words),
    )


def title_of(planned: PlannedPoster) -> str:
    """Return the headline on one line, as a title."""
    return planned.texts["headline"].replace("\n", " ").rstrip(".")


def _harmless(cell: str) -> str:
    """Return ``cell`` so that no spreadsheet takes it for a formula."""
    return f"'{cell}" if cell.startswith(_FORMULA) else cell
