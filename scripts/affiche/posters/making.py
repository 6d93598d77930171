"""Make posters and find out what is wrong with them: fit, pictures, characters, templates.

Making a single one is left to ``rendering``, keeping it to ``press``.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import partial
from typing import Any

from affiche.posters.characters import check_characters
from affiche.posters.job import POSTER, PosterJob
from affiche.posters.planning import PlannedPoster
from affiche.posters.preflight import check_finished
from affiche.posters.print_picture import Shelf
from affiche.posters.studio import Studio
from affiche.press import Artefact, KeptArtefact, Progress, Store, produce
from affiche.report import Code, Diagnostic, Place, in_order

FIELDS = {
    "headline": "The headline",
    "message": "The message",
    "points": "The list of points",
    "when": "The line with date and place",
    "kicker": "The line with value and audiences",
    "call_to_action": "The call to action",
    "small_print": "The small print",
    "quote": "The sponsor's quote",
    "sponsor": "The sponsor's name and role",
    "sessions": "The list of sessions",
    "statement": "What the value means",
    "behaviours": "The list of behaviours",
    "figure": "The figure",
    "fact": "The fact",
    "do": "The list of things to do",
    "avoid": "The list of things to avoid",
}
"""What a template may report as too long, and how a person calls it."""

_NEEDED = {
    "quote": "Give the campaign an endorsement: in its sponsor's own words.",
    "behaviours": "Give the campaign's first value behaviours:, or choose another template.",
    "fact": "Give one of the facts under evidence: a figure: such as 34 %, or name it with claim:.",
    "compare": "Give the poster do: and avoid:, each with up to three points.",
    "picture": "Give the campaign an image: and image_alt:, or choose another template.",
}
"""What a template may lead with, and what to write where a campaign has none."""


@dataclass(frozen=True)
class MadePosters:
    """Posters with their files, and what is wrong with those that have none."""

    posters: tuple[tuple[PlannedPoster, KeptArtefact], ...]
    """Those that came out well."""

    diagnostics: tuple[Diagnostic, ...]
    """Sorted by place."""

    made: int
    """How many were made now."""

    kept: int
    """How many were unchanged and taken from the store."""


def make_posters(
    planned: Iterable[PlannedPoster],
    studio: Studio,
    store: Store,
    *,
    notes_only: bool = False,
    on_progress: Progress = lambda _done, _total: None,
) -> MadePosters:
    """Return the posters of ``planned`` made, with all that is wrong, sorted by place.

    Args:
        planned: Which posters.
        studio: What they are made with.
        store: Where they are kept.
        notes_only: Whether only what is wrong is wanted: files that are kept are not read.
        on_progress: Told how many are done.
    """
    posters = tuple(planned)
    problems = [*_check_templates(posters, studio), *check_characters(posters, studio)]
    good = [p for p in posters if p.poster.template in studio.templates]
    render_here = partial(_render, shelf=Shelf(store.folder))
    production = produce(
        (p.job for p in good), render_here, store, notes_only=notes_only, on_progress=on_progress
    )
    results = tuple(
        (p, artefact) for p, (_, artefact) in zip(good, production.artefacts, strict=True)
    )
    problems += (*check_made(results), *check_finished(results))
    return MadePosters(
        tuple((p, a) for p, a in results if POSTER in a.names),
        in_order(problems),
        production.made,
        production.kept,
    )


def _render(job: PosterJob, shelf: Shelf) -> Artefact:
    # Where all posters are kept already, nothing that draws is needed.
    from affiche.posters.rendering import render  # noqa: PLC0415

    return render(job, shelf)


def _check_templates(posters: tuple[PlannedPoster, ...], studio: Studio) -> Iterator[Diagnostic]:
    for planned in posters:
        if planned.poster.template not in studio.templates:
            yield Diagnostic.of(
                Code.UNKNOWN_TEMPLATE,
                planned.blame("template"),
                f"There is no poster template '{planned.poster.template}'.",
                f"Write one of: {', '.join(studio.templates)}.",
            )


def check_made(results: Iterable[tuple[PlannedPoster, KeptArtefact]]) -> Iterator[Diagnostic]:
    """Yield why posters, or looks of them, did not come out: each reason once for all of them."""
    too_long: dict[tuple[str, Place], list[tuple[int, str]]] = defaultdict(list)
    missing: set[tuple[Place, str, str]] = set()
    for planned, artefact in results:
        notes: dict[str, Any] = json.loads(artefact.notes)
        if "failed" in notes:
            yield Diagnostic.of(
                Code.TEMPLATE_FAILED,
                planned.blame("template"),
                f"The template '{planned.poster.template}' does not work: {notes['failed']}.",
                "Ask whoever looks after overrides/posters/.",
            )
        if "unreadable" in notes:
            yield Diagnostic.of(
                Code.NOT_A_PICTURE,
                planned.blame("image"),
                f"The photograph of this poster cannot be read: {notes['unreadable']}.",
                "Save it again as JPEG, PNG or WebP.",
            )
        missing |= {
            (planned.blame("template"), planned.poster.template, lack["field"])
            for lack in notes.get("missing", ())
        }
        for overflow in notes.get("overflow", ()):
            place = planned.blame(overflow["field"])
            too_long[overflow["field"], place].append((overflow["lose"], planned.format.name))
    for place, template, field in sorted(missing, key=str):
        yield Diagnostic.of(
            Code.MISSING_LEAD,
            place,
            f"The template '{template}' leads with something that this campaign does not have: "
            f"{field}.",
            _NEEDED.get(field, f"Give it a {field}, or choose another template."),
        )
    for (field, place), overflows in too_long.items():
        yield _too_long(field, place, overflows)


def _too_long(field: str, place: Place, overflows: list[tuple[int, str]]) -> Diagnostic:
    """One diagnostic for all formats: the text is one, and so is the mend."""
    lose, worst = max(overflows)
    formats = ", ".join(sorted({paper for _, paper in overflows}))
    characters = "character" if lose == 1 else "characters"
    code = Code.HEADLINE_TOO_LONG if field == "headline" else Code.TEXT_TOO_LONG
    return Diagnostic.of(
        code,
        place,
        f"{FIELDS.get(field, field)} does not fit {formats} at the smallest size one can read.",
        f"Make it at least {lose} {characters} shorter (counted for {worst}).",
    )
