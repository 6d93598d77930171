"""Draw the gallery of the handbook: each template in every format, of the sample company.

Run by ``make gallery``, after a change of a template; look at all of it. Prints what a template
could not do, and fails then.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import io
import json
import sys
from collections.abc import Iterator
from pathlib import Path

from PIL import Image, ImageFilter

from affiche.content import Project, load
from affiche.model import Campaign, Catalogue, Poster
from affiche.posters import (
    PREVIEW,
    PlannedPoster,
    Studio,
    open_studio,
    plan_posters,
    render,
)
from affiche.press import Store, produce

ROOT = Path(__file__).parents[1]
HANDBOOK = ROOT / "docs/handboek"
DAY = dt.date(2026, 11, 24)

WALL = "#E8E2D6"
WIDTH_PX = 1600
GAP_PX = 28
ROW_PX = (340, 260, 200, 150)
"""Heights of rows: what is largest stands first."""

ROWS = (
    ("a0", "a3", "a4", "a5", "large-print", "screen-portrait"),
    ("a3-landscape", "a5-landscape", "screen"),
    ("letter", "tabloid", "letter-landscape", "tabloid-landscape", "meeting-background"),
    ("social", "signature-banner"),
)
"""One of each shape; what lies between two of these looks the same."""


def main() -> None:
    """Write one picture for each template."""
    project = load(ROOT)
    assert project.catalogue
    studio, _ = open_studio(project, project.catalogue.brand)
    store = Store(ROOT / ".affiche/store")
    failed = False
    for language, catalogue in project.catalogues.items():
        visible = catalogue.visible(DAY, drafts=True)
        for template in studio.templates:
            for poster in _examples(project, visible, studio, language, template):
                failed |= not _draw(poster, store, template, language)
    sys.exit(failed)


def _examples(
    project: Project, catalogue: Catalogue, studio: Studio, language: str, template: str
) -> Iterator[tuple[PlannedPoster, ...]]:
    """Yield the first poster of ``template`` in all formats of the gallery."""
    for campaign in catalogue.campaigns:
        for poster in campaign.posters:
            if poster.template == template and campaign.language == language:
                yield _in_all_formats(project, catalogue, studio, language, campaign, poster)
                return


def _in_all_formats(
    project: Project,
    catalogue: Catalogue,
    studio: Studio,
    language: str,
    campaign: Campaign,
    poster: Poster,
) -> tuple[PlannedPoster, ...]:
    formats = tuple(name for row in ROWS for name in row)
    whole = poster.model_copy(update={"formats": formats, "places": poster.places[:1]})
    alone = campaign.model_copy(update={"posters": (whole,)})
    only = dataclasses.replace(catalogue, campaigns=(alone,))
    return plan_posters(project, only, studio, language=language)


def _draw(posters: tuple[PlannedPoster, ...], store: Store, template: str, language: str) -> bool:
    covers = [planned for planned in posters if planned.job.preview]
    made = produce([planned.job for planned in covers], render, store)
    previews: dict[str, Image.Image] = {}
    for planned, (_, artefact) in zip(covers, made.artefacts, strict=True):
        if PREVIEW in artefact.names:
            previews[planned.format.name] = Image.open(io.BytesIO(artefact.file(PREVIEW)))
        else:
            notes = json.loads(artefact.notes)
            sys.stderr.write(f"{template} ({language}, {planned.format.name}): {notes}\n")
    rows = [
        _row([previews[name] for name in names if name in previews], height)
        for names, height in zip(ROWS, ROW_PX, strict=True)
    ]
    canvas = Image.new("RGB", (WIDTH_PX, sum(r.height + GAP_PX for r in rows) + GAP_PX), WALL)
    top = GAP_PX
    for row in rows:
        canvas.paste(row, (0, top))
        top += row.height + GAP_PX
    suffix = "" if language == "nl" else f".{language}"
    canvas.save(HANDBOOK / f"sjabloon-{template}{suffix}.webp", quality=80, method=6)
    return len(previews) == len(covers)


def _row(pictures: list[Image.Image], height: int) -> Image.Image:
    """Hang ``pictures`` beside each other, as high as the row or less when it gets too wide."""
    wide = sum(picture.width / picture.height for picture in pictures)
    room = WIDTH_PX - GAP_PX * (len(pictures) + 1)
    height = min(height, int(room / wide)) if pictures else height
    row = Image.new("RGB", (WIDTH_PX, height + 16), WALL)
    left = GAP_PX
    for picture in pictures:
        small = picture.convert("RGB").resize(
            (round(picture.width * height / picture.height), height), Image.Resampling.LANCZOS
        )
        shadow = Image.new("L", row.size, 0)
        shadow.paste(60, (left, 8, left + small.width, height + 6))
        row.paste("#0B1F3A", mask=shadow.filter(ImageFilter.GaussianBlur(6)))
        row.paste(small, (left, 0))
        left += small.width + GAP_PX
    return row


if __name__ == "__main__":
    main()
