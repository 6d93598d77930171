"""What is wrong with finished posters, told once for all formats that one mend would put right.

What was measured is noted by ``finished``; whether words fit is known to ``making``.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from affiche.model import Format
from affiche.posters.planning import PlannedPoster
from affiche.posters.preflight.codes import check_codes
from affiche.posters.preflight.pictures import check_sharpness
from affiche.posters.prepress import Finding
from affiche.press import KeptArtefact
from affiche.report import Code, Diagnostic, Place

_PICTURES = (Code.PICTURE_SOFT, Code.PICTURE_TOO_SMALL)

Noted = tuple[PlannedPoster, dict[str, Any]]
"""A poster with what the worker noted on it."""


def check_finished(results: Iterable[tuple[PlannedPoster, KeptArtefact]]) -> Iterator[Diagnostic]:
    """Yield what is wrong with the posters of ``results`` that came out."""
    noted = [
        (planned, json.loads(artefact.notes)) for planned, artefact in results if artefact.names
    ]
    yield from check_sharpness(noted)
    yield from check_codes(noted)
    yield from _check_type(noted)
    yield from _check_edges(noted)
    yield from _check_contrast(noted)
    yield from _check_files(noted)


def _check_files(noted: Iterable[Noted]) -> Iterator[Diagnostic]:
    """Yield what print shops, readers and archives would refuse, each once for all formats."""
    told: set[tuple[Place, Code]] = set()
    for planned, notes in noted:
        place = planned.blame("template")
        for finding in map(Finding.of_note, notes.get("findings", ())):
            # Soft pictures are told with their own place by ``pictures``.
            if finding.rule in _PICTURES or (place, finding.rule) in told:
                continue
            told.add((place, finding.rule))
            yield finding.as_diagnostic(place, planned.file_name)


def _check_type(noted: Iterable[Noted]) -> Iterator[Diagnostic]:
    for place, found in _by_template(noted, "small").items():
        note, size = min(found, key=lambda pair: pair[0]["size_pt"] / pair[1].smallest_text_pt)
        yield Diagnostic.of(
            Code.TYPE_TOO_SMALL,
            place,
            f"'{note['text']}' stands in {note['size_pt']:g} {_unit(size)} on {size.name}; nothing "
            f"under {size.smallest_text_pt:g} {_unit(size)} is read there.{_also(found, size)}",
            "Set it larger in the template: smallest.text is the least.",
        )


def _check_edges(noted: Iterable[Noted]) -> Iterator[Diagnostic]:
    for place, found in _by_template(noted, "outside").items():
        note, size = min(found, key=lambda pair: pair[0]["mm"] - pair[1].safe_area_mm)
        yield Diagnostic.of(
            Code.OUTSIDE_SAFE_AREA,
            place,
            f"'{note['text']}' stands {_length(note['mm'], size)} from the edge of {size.name}; "
            f"{_length(size.safe_area_mm, size)} must stay free.{_also(found, size)}",
            "Move it inwards in the template: margin keeps the safe area free.",
        )


def _check_contrast(noted: Iterable[Noted]) -> Iterator[Diagnostic]:
    for place, found in _by_template(noted, "faint").items():
        note, size = min(found, key=lambda pair: pair[0]["ratio"] / pair[0]["needed"])
        yield Diagnostic.of(
            Code.FAINT_ON_PICTURE,
            place,
            f"'{note['text']}' has a contrast of {note['ratio']:.1f}:1 with the picture under it "
            f"on {size.name}; {note['needed']:g}:1 is needed.{_also(found, size)}",
            "Put a ground of one colour under it in the template, or move it off the picture.",
        )


def _by_template(
    noted: Iterable[Noted], key: str
) -> dict[Place, list[tuple[dict[str, Any], Format]]]:
    """Return the notes called ``key`` by the place that names the template at fault."""
    found: dict[Place, list[tuple[dict[str, Any], Format]]] = defaultdict(list)
    for planned, notes in noted:
        if key in notes:
            found[planned.blame("template")].append((notes[key], planned.format))
    return found


def _also(found: Iterable[tuple[dict[str, Any], Format]], worst: Format) -> str:
    """Return the other formats with the same fault, as a sentence."""
    others = sorted({size.name for _, size in found} - {worst.name})
    return f" So it is on {', '.join(others)}." if others else ""


def _unit(size: Format) -> str:
    return "pixels" if size.is_screen else "pt"


def _length(mm: float, size: Format) -> str:
    """Return a length as people measure it there: on screens in pixels."""
    if size.is_screen:
        return f"{mm * size.size_px[0] / size.width_mm:.0f} pixels"
    return f"{mm:g} mm"
