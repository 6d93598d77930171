"""Files of the site that the program makes, found by their path and made when they are asked for.

Pages are left to ``desk``; where such files stand is said where a built site gets them.
"""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator

from markupsafe import escape

from affiche.model import Catalogue
from affiche.posters import Clerk, PlannedPoster, check_made, plan_papers
from affiche.press import KeptArtefact
from affiche.report import Diagnostic, as_text
from affiche.site.assembly import draw_artwork, draw_codes, draw_fonts, font_path, offered
from affiche.site.catalogue_json import CATALOGUE, catalogue_json, catalogue_schema
from affiche.site.edition import Edition
from affiche.site.feed import FEED
from affiche.site.pages_json import PAGES
from affiche.site.papers import paper_path
from affiche.site.preview.darkroom import picture_in
from affiche.site.preview.desk import Desk
from affiche.site.preview.live_edition import Moment
from affiche.site.preview.trouble import TroubleError
from affiche.site.redirects import redirect_page
from affiche.site.schemas import schema_path
from affiche.site.sharing import CARDS, draw_cards, write_lists
from affiche.site.sheets import Asset

_EXCUSE = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}">\
<rect width="100%" height="100%" fill="#fff4e5" stroke="#b45309" stroke-width="4"/>\
<g font-family="sans-serif" font-size="{size}" fill="#5c2d00">{lines}</g></svg>"""


def made_at(path: str, moment: Moment, desk: Desk) -> bytes | None:
    """Return the file at ``path`` inside the language of ``desk``; None when there is none.

    Args:
        path: Without the language.
        moment: The project as it is.
        desk: Of the language.
    """
    match path.split("/"):
        case ["campaigns", campaign_id, "posters", _]:
            found = _poster(path, moment, desk.edition.language, campaign_id)
            return found or _paper(path, moment, desk.edition, campaign_id)
        case ["campaigns", campaign_id, _]:
            return _found(path, _of_campaign(moment, desk.edition.catalogue, campaign_id))
        case ["go", campaign_id, "index.html"]:
            return _go_page(campaign_id, moment)
        case ["assets", "cards", *_]:
            return _card(path, desk)
        case ["assets", "affiche", "fonts", _]:
            wanted = tuple(font for font in moment.dress.fonts if font_path(font) == path)
            return _found(path, draw_fonts(wanted, moment.darkroom.store))
        case _:
            return _found(path, moment.dress.assets) or _list(path, moment, desk)


def _found(path: str, assets: Iterable[Asset]) -> bytes | None:
    return next((asset.content for asset in assets if asset.path == path), None)


def _of_campaign(moment: Moment, catalogue: Catalogue, campaign_id: str) -> Iterator[Asset]:
    campaigns = tuple(c for c in catalogue.campaigns if c.id == campaign_id)
    alone = dataclasses.replace(catalogue, campaigns=campaigns)
    yield from draw_codes(moment.project, alone)
    yield from draw_artwork(moment.project, alone, moment.dress.studio, moment.darkroom.store)


def _poster(path: str, moment: Moment, language: str, campaign_id: str) -> bytes | None:
    for planned in moment.posters(language, campaign_id):
        download = offered(planned, 0)
        if download.preview == path:
            return picture_of(planned, moment.darkroom.design(planned))
        if download.path == path:
            return moment.darkroom.file(planned)
    return None


def _paper(path: str, moment: Moment, edition: Edition, campaign_id: str) -> bytes | None:
    """Return a paper that goes along with the posters of a campaign.

    Raises:
        TroubleError: the brand's own template does not work.
    """
    papers = plan_papers(moment.posters(edition.language, campaign_id))
    wanted = next((paper for paper in papers if paper_path(paper) == path), None)
    if wanted is None:
        return None
    every = tuple(p for each in moment.languages for p in moment.posters(each, campaign_id))
    darkroom = moment.darkroom
    clerk = Clerk(
        every,
        darkroom.file,
        lambda planned: picture_in(darkroom.design(planned)),
        edition.catalogue,
        edition.words,
        moment.dress.studio,
        darkroom.store,
    )
    made = clerk.make([wanted])
    if made.diagnostics:
        raise TroubleError("\n".join(map(as_text, made.diagnostics)))
    return next((paper.content for paper in made.papers), None)


def picture_of(planned: PlannedPoster, artefact: KeptArtefact) -> bytes:
    """Return the picture of a look; one that says why, when the poster did not come out."""
    return picture_in(artefact) or excuse(planned, check_made([(planned, artefact)]))


def excuse(planned: PlannedPoster, reasons: Iterable[Diagnostic]) -> bytes:
    """Return a sheet of the poster's size that says why there is no poster."""
    width, height = 600, round(600 * planned.format.height_mm / planned.format.width_mm)
    words = " ".join(f"{reason.message} {reason.hint}" for reason in reasons).split()
    lines, line = [], ""
    for word in words:
        if len(line) + len(word) > 40:
            lines.append(line)
            line = ""
        line = f"{line} {word}".strip()
    size = 24
    text = "".join(
        f'<text x="32" y="{64 + index * 34}">{escape(each)}</text>'
        for index, each in enumerate((*lines, line))
    )
    return _EXCUSE.format(width=width, height=height, size=size, lines=text).encode()


def _card(path: str, desk: Desk) -> bytes | None:
    name = path.removeprefix(f"{CARDS}/").removesuffix(".png")
    page = desk.listed("" if name == "index" else f"{name}/")
    return _found(path, draw_cards(desk.sharing, (page,))) if page else None


def _go_page(campaign_id: str, moment: Moment) -> bytes | None:
    assert moment.project.catalogue  # else there would be no moment
    if campaign_id not in moment.project.catalogue.campaign:
        return None
    page = redirect_page(moment.project, campaign_id, moment.today, moment.languages)
    return page.encode()


def _list(path: str, moment: Moment, desk: Desk) -> bytes | None:
    """Return one of the lists for machines; each of them is about everything."""
    edition = desk.edition
    if path == CATALOGUE:
        return catalogue_json(edition.catalogue, edition.address, moment.today, edition.language)
    if path == schema_path(CATALOGUE):
        return catalogue_schema(edition.address)
    is_list = path in (FEED, PAGES, schema_path(PAGES), "robots.txt")
    return _found(path, write_lists(desk.sharing)) if is_list else None
