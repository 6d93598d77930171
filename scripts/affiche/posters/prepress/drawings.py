"""Everything in a PDF that draws: pages, forms, tiles of patterns, soft masks; each once."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import pikepdf


@dataclass(frozen=True)
class Drawing:
    """A content stream with what it may name."""

    holder: Any
    """The page or the stream itself."""

    resources: Any
    """Dictionary of the names that its operators use."""

    is_mask: bool = False
    """Whether it makes a soft mask by its brightness: it lets ink through and prints none."""


def drawings(pdf: pikepdf.Pdf) -> Iterator[Drawing]:
    """Yield what draws in ``pdf``, from the pages down."""
    seen: set[tuple[int, int]] = set()
    for page in pdf.pages:
        yield from _below(Drawing(page.obj, page.resources), seen)


def images(pdf: pikepdf.Pdf) -> Iterator[pikepdf.Stream]:
    """Yield every picture that is drawn in ``pdf``, each once, without soft masks of pictures."""
    seen: set[tuple[int, int]] = set()
    for drawing in drawings(pdf):
        for item in _xobjects(drawing.resources):
            if item.get("/Subtype") == "/Image" and item.objgen not in seen:
                seen.add(item.objgen)
                yield item


def _below(drawing: Drawing, seen: set[tuple[int, int]]) -> Iterator[Drawing]:
    if drawing.holder.objgen in seen:
        return
    seen.add(drawing.holder.objgen)
    yield drawing
    resources = drawing.resources
    for form in _xobjects(resources):
        if form.get("/Subtype") == "/Form":
            yield from _below(_of_stream(form, drawing), seen)
    for pattern in resources.get("/Pattern", {}).values():
        if isinstance(pattern, pikepdf.Stream):
            yield from _below(_of_stream(pattern, drawing), seen)
    for state in resources.get("/ExtGState", {}).values():
        mask = state.get("/SMask")
        if isinstance(mask, pikepdf.Dictionary):
            bright = drawing.is_mask or mask.get("/S") == "/Luminosity"
            yield from _below(_of_stream(mask["/G"], drawing, is_mask=bright), seen)


def _of_stream(stream: Any, parent: Drawing, *, is_mask: bool | None = None) -> Drawing:
    # A form without resources of its own uses those of whoever draws it (ISO 32000-1, 7.8.3).
    resources = stream.get("/Resources", parent.resources)
    return Drawing(stream, resources, parent.is_mask if is_mask is None else is_mask)


def _xobjects(resources: Any) -> Iterator[pikepdf.Stream]:
    for item in resources.get("/XObject", {}).values():
        if isinstance(item, pikepdf.Stream):
            yield item
