"""Assemble an edition: artwork, web fonts, posters and logo become files with their addresses.

Looking for problems is left to ``checks``; this begins when there are none.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterable, Iterator

from affiche.checks import STORE, Inspection, cover
from affiche.content import Project
from affiche.model import Brand, Campaign, Catalogue, State
from affiche.posters import (
    ARTWORK,
    PICTURE,
    POSTER,
    PREVIEW,
    ArtworkJob,
    MadePosters,
    PictureJob,
    PlannedPoster,
    Studio,
    draw_qr,
    go_address,
    make_paperwork,
    plan_artwork,
    plan_pictures,
    render,
)
from affiche.press import Store, produce
from affiche.site.addresses import code_path
from affiche.site.catalogue_json import CATALOGUE, catalogue_json, catalogue_schema
from affiche.site.edition import Edition
from affiche.site.palette_stylesheet import palette_stylesheet
from affiche.site.papers import papers_of
from affiche.site.redirects import redirect_page
from affiche.site.schemas import schema_path
from affiche.site.sheets import Asset, Download, Sheet
from affiche.site.stylesheet import brand_stylesheet
from affiche.site.webfonts import WEB_FONT, WebFontJob, plan_web_fonts, render_web_font

ASSETS = "assets/affiche"
"""Folder of the site in which the program's own files lie."""

_XML_PROLOGUE = re.compile(r"<\?xml.*?\?>|<!DOCTYPE.*?>|<!--.*?-->", re.DOTALL)


def assemble(inspection: Inspection, language: str, built: tuple[str, ...]) -> Edition:
    """Return the edition of an inspected project without errors.

    Args:
        inspection: From ``checks.inspect``, with its catalogues, studio and posters.
        language: Of the edition: one of the brand's.
        built: All languages that the site is built in.
    """
    project, catalogue = inspection.project, inspection.catalogues[language]
    studio, made, today = inspection.studio, inspection.made, inspection.today
    # There are no errors, so all of it is there.
    assert studio
    assert made
    assert today
    store = Store(project.root / STORE)
    words = project.words[language]
    sheets, poster_assets = _sheets(made, language)
    papers, paper_assets = papers_of(make_paperwork(made, catalogue, words, studio, store))
    fonts = plan_web_fonts(studio.headline_fonts, studio.text_fonts)
    is_default = language == catalogue.brand.language
    # Another language is built meanwhile, and makes the same fonts: they meet halfway.
    drawn_fonts = draw_fonts(fonts if is_default else fonts[::-1], store)
    # What a QR code opens is the same in every language.
    go_pages = _go_pages(project, today, built) if is_default else ()
    root = project.settings.site_url + ("" if is_default else f"{language}/")
    return Edition(
        catalogue,
        inspection.catalogues,
        built,
        ordinary_pages(project),
        project.settings.site_url,
        words,
        today,
        sheets,
        artwork_paths(catalogue),
        (
            *draw_artwork(project, catalogue, studio, store),
            *poster_assets,
            *paper_assets,
            *drawn_fonts,
            *write_brand(project, catalogue.brand, fonts),
            *go_pages,
            *draw_codes(project, catalogue),
            Asset(CATALOGUE, catalogue_json(catalogue, root, today, language)),
            Asset(schema_path(CATALOGUE), catalogue_schema(root)),
        ),
        fonts,
        inline_svg(project, catalogue.brand.logo),
        inline_svg(project, catalogue.brand.symbol),
        lambda: cover(catalogue, today, project.catalogues[language].campaigns),
        other_sheets={other: _sheets(made, other)[0] for other in built if other != language},
        papers=papers,
        project=project,
        studio=studio,
    )


def ordinary_pages(project: Project) -> dict[str, tuple[str, ...]]:
    """Return the languages of each page that describes no entity, by its path in the sources."""
    docs = f"{project.settings.docs_dir}/"
    return {page.file.removeprefix(docs): page.languages for page in project.ordinary_pages}


def draw_fonts(fonts: tuple[WebFontJob, ...], store: Store) -> Iterator[Asset]:
    """Yield the files of ``fonts``."""
    for job, artefact in produce(fonts, render_web_font, store).artefacts:
        yield Asset(font_path(job), artefact.file(WEB_FONT))


def font_path(font: WebFontJob) -> str:
    """Return the path of ``font`` inside the site."""
    return f"{ASSETS}/fonts/{font.file_name}"


def write_brand(project: Project, brand: Brand, fonts: tuple[WebFontJob, ...]) -> tuple[Asset, ...]:
    """Return the files of the brand that every page wears, but for its ``fonts``."""
    return (
        Asset(f"{ASSETS}/brand.css", brand_stylesheet(brand, fonts).encode()),
        Asset(f"{ASSETS}/palette-colours.css", palette_stylesheet(brand).encode()),
        Asset(f"{ASSETS}/favicon.svg", _favicon(project, brand)),
    )


def artwork_paths(catalogue: Catalogue) -> dict[str, tuple[str, str]]:
    """Return the paths of the hero and of the card of each campaign, by its id."""
    return {campaign.id: _artwork_paths(campaign) for campaign in catalogue.campaigns}


def _artwork_paths(campaign: Campaign) -> tuple[str, str]:
    suffix = (PICTURE if campaign.image else ARTWORK).rsplit(".", 1)[-1]
    folder = f"campaigns/{campaign.id}"
    return f"{folder}/hero.{suffix}", f"{folder}/card.{suffix}"


def draw_artwork(
    project: Project, catalogue: Catalogue, studio: Studio, store: Store
) -> Iterator[Asset]:
    """Yield the hero and the card of each campaign of ``catalogue``."""
    for campaign in catalogue.campaigns:
        jobs: tuple[PictureJob | ArtworkJob, ...]
        if photograph := campaign.photograph():
            jobs = tuple(plan_pictures(project, catalogue, campaign, photograph))
        else:
            jobs = tuple(plan_artwork(catalogue, campaign, studio))
        source = PICTURE if campaign.image else ARTWORK
        made = produce(jobs, render, store)
        for path, (_, artefact) in zip(_artwork_paths(campaign), made.artefacts, strict=True):
            yield Asset(path, artefact.file(source))


def _sheets(made: MadePosters, language: str) -> tuple[dict[str, tuple[Sheet, ...]], list[Asset]]:
    downloads: dict[str, list[Download]] = {}
    assets: list[Asset] = []
    for planned, artefact in made.posters:
        if planned.language != language:
            continue
        content = artefact.file(POSTER)
        download = offered(planned, len(content))
        assets.append(Asset(download.path, content))
        if planned.job.preview:
            assets.append(Asset(download.preview, artefact.file(PREVIEW)))
        downloads.setdefault(planned.campaign.id, []).append(download)
    return {campaign: hung(found) for campaign, found in downloads.items()}, assets


def offered(planned: PlannedPoster, size_bytes: int) -> Download:
    """Return the file of ``planned`` as pages offer it."""
    stem = f"campaigns/{planned.campaign.id}/posters/{planned.name}"
    return Download(planned, stem + planned.variant.suffix, f"{stem}.webp", size_bytes)


def hung(downloads: Iterable[Download]) -> tuple[Sheet, ...]:
    """Return the posters of one campaign, each with its files."""
    posters: dict[str, list[Download]] = {}
    for download in downloads:
        posters.setdefault(download.planned.poster.file_name, []).append(download)
    return tuple(Sheet(found[0].planned.poster, tuple(found)) for found in posters.values())


def draw_codes(project: Project, catalogue: Catalogue) -> Iterator[Asset]:
    """Yield the QR codes that printed pages carry; black alone, for any office printer."""
    for campaign in catalogue.campaigns:
        code = draw_qr(go_address(project, campaign), "#000000")
        yield Asset(code_path(campaign), code)


def _go_pages(project: Project, today: dt.date, built: tuple[str, ...]) -> Iterator[Asset]:
    for campaign in _published(project, today):
        page = redirect_page(project, campaign.id, today, built).encode()
        for name in (campaign.id, *campaign.formerly):
            yield Asset(go_path(name), page)


def go_path(name: str) -> str:
    """Return the path of what a QR code opens, inside the site.

    Args:
        name: The id of a campaign, or one that it had before.
    """
    return f"go/{name}/index.html"


def _published(project: Project, today: dt.date) -> Iterator[Campaign]:
    """Yield every campaign that was ever public: a QR code on a wall outlives its campaign."""
    assert project.catalogue  # assembled only without errors
    expired = (c for c in project.catalogue.campaigns if c.state(today) is State.EXPIRED)
    visible = project.catalogue.visible(today).campaigns
    return iter(dict.fromkeys((*visible, *expired)))


def _favicon(project: Project, brand: Brand) -> bytes:
    """Return the symbol in the brand's first accent, which shows on light and on dark tabs."""
    colour = brand.colour(brand.scheme(None).accent_dark).hex
    return inline_svg(project, brand.symbol).replace("currentColor", colour).encode()


def inline_svg(project: Project, name: str) -> str:
    """Return a drawing of the brand without what only a file of its own needs."""
    path = project.root / project.settings.overrides_dir / name
    return _XML_PROLOGUE.sub("", path.read_text(encoding="utf-8")).strip()
