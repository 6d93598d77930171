"""Make what goes along with a campaign's posters: to approve, order, deliver and cut them.

That is a contact sheet, a print order, a delivery list, and flyers laid on the sheets of an office
printer. What each of them says is left to the module of its name.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from affiche.content.words import Words
from affiche.model import Campaign, Catalogue, Variant
from affiche.posters.contact_sheet import plan_contact_sheet
from affiche.posters.delivery_list import plan_delivery_list
from affiche.posters.imposition import IMPOSED, ImpositionJob, cut_from, render_imposition
from affiche.posters.job import POSTER
from affiche.posters.making import MadePosters
from affiche.posters.paper_document import DOCUMENT, PICTURE, DocumentJob, render_document
from affiche.posters.planning import PlannedPoster
from affiche.posters.print_order import plan_order, write_order
from affiche.posters.rendering import PREVIEW
from affiche.posters.studio import Studio
from affiche.posters.thumbnail import THUMBNAIL, ThumbnailJob, render_thumbnail
from affiche.press import Artefact, KeptArtefact, Store, produce
from affiche.report import Code, Diagnostic, Place

PosterFile = tuple[PlannedPoster, KeptArtefact]
PaperJob = DocumentJob | ImpositionJob


class PaperKind(StrEnum):
    """What a paper is for; also the first part of its file's name, but for imposed posters."""

    CONTACT_SHEET = "contact-sheet"
    """To approve."""

    PRINT_ORDER = "print-order"
    """To order."""

    DELIVERY_LIST = "delivery-list"
    """To deliver."""

    IMPOSED = "imposed"
    """To print on an office printer and cut."""


@dataclass(frozen=True)
class Paper:
    """A file that goes along with a campaign's posters."""

    campaign: Campaign
    """Whose posters they are."""

    kind: PaperKind
    """What it is for."""

    file_name: str
    """It lies beside the posters."""

    content: bytes
    """Of the file."""

    planned: PlannedPoster | None = None
    """The poster that is imposed."""

    copies: int = 1
    """How many copies of it lie on a sheet."""


@dataclass(frozen=True)
class Paperwork:
    """All papers that were asked for, and what is wrong with the templates of those missing."""

    papers: tuple[Paper, ...] = ()
    """Those that came out."""

    diagnostics: tuple[Diagnostic, ...] = ()
    """Empty unless a template of the brand's own does not work."""


def make_paperwork(
    made: MadePosters, catalogue: Catalogue, words: Words, studio: Studio, store: Store
) -> Paperwork:
    """Return the papers of every campaign of ``catalogue`` that has posters in its language.

    Contact sheets show a campaign's posters in all languages, those of ``words`` first: one meeting
    approves them all. Everything else is about the posters in that language alone.

    Args:
        made: The posters.
        catalogue: In the language of the papers.
        words: The product's own, in that language.
        studio: Templates, fonts and logo.
        store: Where artefacts are kept.
    """
    is_first = words.language == catalogue.brand.language
    desk = _Desk(made, catalogue, words, studio, _thumbnails(made, store, backwards=not is_first))
    spoken = [c for c in catalogue.campaigns if c.language == words.language]
    drafts = [draft for campaign in spoken for draft in desk.drafts(campaign)]
    production = produce((draft.job for draft in drafts), render_paper, store)
    papers: list[Paper] = []
    problems: dict[str, Diagnostic] = {}
    for draft, (_, artefact) in zip(drafts, production.artefacts, strict=True):
        papers += draft.papers(artefact)
        if artefact.notes:
            template = f"posters/{draft.kind}.typ"
            problems[template] = _failed(template, json.loads(artefact.notes)["failed"])
    papers += (order for campaign in spoken for order in desk.orders(campaign))
    return Paperwork(tuple(papers), tuple(problems.values()))


def _thumbnails(
    made: MadePosters, store: Store, *, backwards: bool
) -> tuple[tuple[PlannedPoster, bytes], ...]:
    """Return every poster once, whatever its variants, for they look the same; each small.

    Two languages are built at a time, and both want all of them: one begins at the end, so that
    they meet halfway.
    """
    shown = [(p, artefact.file(PREVIEW)) for p, artefact in made.posters if p.job.preview]
    step = -1 if backwards else 1
    jobs = [ThumbnailJob(preview) for _, preview in shown][::step]
    small = produce(jobs, render_thumbnail, store).artefacts[::step]
    return tuple(
        (planned, artefact.file(THUMBNAIL))
        for (planned, _), (_, artefact) in zip(shown, small, strict=True)
    )


def render_paper(job: PaperJob) -> Artefact:
    """Return what ``job`` asks for."""
    match job:
        case DocumentJob():
            return render_document(job)
        case ImpositionJob():
            return render_imposition(job)


@dataclass(frozen=True)
class _Draft:
    """Papers to be made by one job."""

    campaign: Campaign
    kind: PaperKind
    job: PaperJob
    planned: PlannedPoster | None = None
    file_name: str = ""
    copies: int = 1

    def papers(self, artefact: KeptArtefact) -> Iterator[Paper]:
        """Yield the files that came out."""
        names = {
            DOCUMENT: f"{self.kind}.pdf",
            PICTURE: f"{self.kind}.webp",
            IMPOSED: self.file_name,
        }
        for name in artefact.names:
            content = artefact.file(name)
            yield Paper(self.campaign, self.kind, names[name], content, self.planned, self.copies)


@dataclass(frozen=True)
class _Desk:
    """What the papers of all campaigns have in common."""

    made: MadePosters
    catalogue: Catalogue
    words: Words
    studio: Studio
    thumbnails: tuple[tuple[PlannedPoster, bytes], ...]

    def drafts(self, campaign: Campaign) -> Iterator[_Draft]:
        """Yield what is drawn for ``campaign``."""
        language, common = self.words.language, (self.catalogue, self.words, self.studio)
        own = [
            (planned, artefact)
            for planned, artefact in self.made.posters
            if planned.campaign.id == campaign.id and planned.language == language
        ]
        shown = [file for file in self.thumbnails if file[0].campaign.id == campaign.id]
        if shown:
            ordered = sorted(shown, key=lambda file: file[0].language != language)
            job = plan_contact_sheet(campaign, ordered, *common)
            yield _Draft(campaign, PaperKind.CONTACT_SHEET, job)
        if lines := plan_order(planned for planned, _ in own):
            job = plan_delivery_list(campaign, lines, *common)
            yield _Draft(campaign, PaperKind.DELIVERY_LIST, job)
        yield from self._imposed(campaign, own)

    def orders(self, campaign: Campaign) -> Iterator[Paper]:
        """Yield the print order of ``campaign``, if there is anything to print."""
        own = (
            planned
            for planned, _ in self.made.posters
            if planned.campaign.id == campaign.id and planned.language == self.words.language
        )
        if lines := plan_order(own):
            kind = PaperKind.PRINT_ORDER
            yield Paper(campaign, kind, f"{kind}.csv", write_order(lines, self.words))

    def _imposed(self, campaign: Campaign, files: Iterable[PosterFile]) -> Iterator[_Draft]:
        for planned, artefact in files:
            grid = cut_from(planned.format)
            if planned.variant is Variant.OFFICE and grid:
                yield _Draft(
                    campaign,
                    PaperKind.IMPOSED,
                    ImpositionJob(artefact.file(POSTER), planned.format, grid.sheet),
                    planned,
                    grid.file_name(planned.name),
                    grid.count,
                )


def _failed(template: str, reason: str) -> Diagnostic:
    return Diagnostic.of(
        Code.TEMPLATE_FAILED,
        Place(f"overrides/{template}"),
        f"This template does not work: {reason}.",
        "Mend it, or take it away: the built-in one stands in.",
    )
