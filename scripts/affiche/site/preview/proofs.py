"""The page with every file of a campaign's posters side by side, to scale.

Making the pictures is left to ``darkroom``; the layout to the template.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from affiche.content.words import Words
from affiche.posters import PlannedPoster, format_label
from affiche.site.assembly import offered
from affiche.site.library import purpose_of
from affiche.site.preview.live_edition import Moment
from affiche.site.preview.notices import Notice, notices
from affiche.site.preview.proofreader import Notes

PROOFS = "preview"
"""Where the pages stand, in each language: ``preview/<campaign>/``."""

_LARGEST_PX = 460
"""The longest side of the largest sheet of a page."""


@dataclass(frozen=True)
class Proof:
    """One file of a poster."""

    planned: PlannedPoster

    picture: str
    """Address of its picture."""

    file: str
    """Address of the file itself."""

    label: str
    """What its format is called."""

    width_px: int
    """On the page, to scale."""

    height_px: int
    """On the page, to scale."""

    size: str
    """Its trim size in words."""

    notices: tuple[Notice, ...] | None
    """What is wrong with it; None as long as nobody looked."""

    answers: dict[str, tuple[str, str]]
    """By facet: what it answers, and how that is called."""


@dataclass(frozen=True)
class Facet:
    """One thing to choose by."""

    name: str

    options: tuple[tuple[str, str], ...]
    """Values with their names."""

    chosen: str
    """The value that was chosen; empty for all."""


def proofs_of(
    moment: Moment, campaign_id: str, words: Words, notes: Notes | None
) -> tuple[Proof, ...]:
    """Return every file of a campaign's posters, in every language."""
    found = [
        planned
        for language in moment.languages
        for planned in moment.posters(language, campaign_id)
    ]
    return tuple(_proof(moment, planned, found, words, notes) for planned in found)


def facets_of(proofs: Iterable[Proof], chosen: Mapping[str, str]) -> tuple[Facet, ...]:
    """Return what ``proofs`` can be chosen by, with what was ``chosen``."""
    options: dict[str, dict[str, str]] = {}
    for proof in proofs:
        for name, (value, label) in proof.answers.items():
            options.setdefault(name, {})[value] = label
    return tuple(
        Facet(name, tuple(labels.items()), chosen.get(name, ""))
        for name, labels in options.items()
        if len(labels) > 1
    )


def is_chosen(proof: Proof, chosen: Mapping[str, str]) -> bool:
    """Return whether ``proof`` answers all that was ``chosen``."""
    return all(
        name not in proof.answers or proof.answers[name][0] == value
        for name, value in chosen.items()
        if value
    )


def proof_address(planned: PlannedPoster) -> str:
    """Return the address of the picture of a file."""
    return f"/{PROOFS}/{planned.campaign.id}/{planned.language}/{planned.file_name}.webp"


def _proof(
    moment: Moment,
    planned: PlannedPoster,
    others: Iterable[PlannedPoster],
    words: Words,
    notes: Notes | None,
) -> Proof:
    size = planned.format
    alike = [each.format for each in others if each.format.is_screen == size.is_screen]
    scale = _LARGEST_PX / max(max(each.width_mm, each.height_mm) for each in alike)
    default = moment.languages[0]
    root = "" if planned.language == default else f"{planned.language}/"
    download = offered(planned, 0)
    known = notes.posters.get((planned.language, planned.file_name)) if notes else None
    label = format_label(planned.format, words)
    answers = {
        "format": (planned.format.name, label),
        "variant": (planned.variant.value, words(f"library.for-{purpose_of(download)}")),
        "language": (planned.language, words.language_name(planned.language)),
    }
    if planned.location:
        answers["place"] = (planned.location.id, planned.location.name)
    return Proof(
        planned,
        proof_address(planned),
        f"/{root}{download.path}",
        label,
        round(size.width_mm * scale),
        round(size.height_mm * scale),
        _size(planned, words),
        None if known is None else notices(moment.project.root, known),
        answers,
    )


def _size(planned: PlannedPoster, words: Words) -> str:
    size = planned.format
    if size.is_screen:
        width, height = size.size_px
        return words("library.size-px", width=width, height=height)
    mm = (f"{side:g}" for side in (size.width_mm, size.height_mm))
    width_mm, height_mm = mm
    return words("library.size", width=width_mm, height=height_mm)
