"""Make what goes along with a campaign's posters: to approve, order, deliver and cut them.

Which papers there are is left to ``papers``, what each of them says to the module of its name.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace

from affiche.content.words import Words
from affiche.model import Campaign, Catalogue
from affiche.posters.contact_sheet import plan_contact_sheet
from affiche.posters.delivery_list import plan_delivery_list
from affiche.posters.imposition import IMPOSED, OFFICE_SHEET, ImpositionJob, render_imposition
from affiche.posters.job import POSTER
from affiche.posters.making import MadePosters
from affiche.posters.paper_document import DOCUMENT, PICTURE, DocumentJob, render_document
from affiche.posters.papers import Paper, PaperKind, plan_papers
from affiche.posters.planning import PlannedPoster
from affiche.posters.print_order import plan_order, write_order
from affiche.posters.rendering import PREVIEW
from affiche.posters.studio import Studio
from affiche.posters.thumbnail import THUMBNAIL, ThumbnailJob, render_thumbnail
from affiche.press import Artefact, Store, produce
from affiche.report import Code, Diagnostic, Place

PosterBytes = Callable[[PlannedPoster], bytes | None]
Thumbnail = tuple[PlannedPoster, bytes]
PaperJob = DocumentJob | ImpositionJob


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

    Args:
        made: The posters.
        catalogue: In the language of the papers.
        words: The product's own, in that language.
        studio: Templates, fonts and logo.
        store: Where artefacts are kept.
    """
    files = {id(planned): artefact for planned, artefact in made.posters}
    posters = tuple(planned for planned, _ in made.posters)
    clerk = Clerk(
        posters,
        lambda planned: files[id(planned)].file(POSTER),
        lambda planned: files[id(planned)].file(PREVIEW),
        catalogue,
        words,
        studio,
        store,
    )
    papers = [
        paper
        for campaign in catalogue.campaigns
        if campaign.language == words.language
        for paper in plan_papers(clerk.own(campaign))
    ]
    return clerk.make(papers)


def render_paper(job: PaperJob) -> Artefact:
    """Return what ``job`` asks for."""
    match job:
        case DocumentJob():
            return render_document(job)
        case ImpositionJob():
            return render_imposition(job)


@dataclass(frozen=True)
class Clerk:
    """Whoever makes papers: now all of them, now the one that somebody asks for.

    Contact sheets show a campaign's posters in all languages, those of ``words`` first: one meeting
    approves them all. Everything else is about the posters in that language alone.
    """

    posters: tuple[PlannedPoster, ...]
    """All of each campaign, in all languages."""

    file_of: PosterBytes
    """Returns a poster as it is delivered; None when it did not come out."""

    picture_of: PosterBytes
    """Returns a poster as pages show it, likewise."""

    catalogue: Catalogue
    """In the language of the papers."""

    words: Words
    """The product's own, in that language."""

    studio: Studio
    """Templates, fonts and logo."""

    store: Store
    """Where artefacts are kept."""

    def own(self, campaign: Campaign) -> tuple[PlannedPoster, ...]:
        """Return the posters of ``campaign`` in the language of the papers."""
        spoken = self.words.language
        return tuple(p for p in self._all(campaign) if p.language == spoken)

    def _all(self, campaign: Campaign) -> Iterator[PlannedPoster]:
        return (planned for planned in self.posters if planned.campaign.id == campaign.id)

    def make(self, papers: Iterable[Paper]) -> Paperwork:
        """Return ``papers`` made."""
        wanted = tuple(papers)
        listed = [p for p in wanted if p.kind is PaperKind.PRINT_ORDER]
        drawn = [p for p in wanted if p.kind is not PaperKind.PRINT_ORDER]
        jobs = [(paper, job) for paper, job in zip(drawn, self._jobs(drawn), strict=True) if job]
        production = produce((job for _, job in jobs), render_paper, self.store)
        made: list[Paper] = []
        problems: dict[str, Diagnostic] = {}
        for (paper, _), (_, artefact) in zip(jobs, production.artefacts, strict=True):
            if artefact.notes:
                template = f"posters/{paper.kind}.typ"
                problems[template] = _failed(template, json.loads(artefact.notes)["failed"])
            else:
                made.append(replace(paper, content=artefact.file(_part(paper))))
        made += (replace(paper, content=self._order(paper)) for paper in listed)
        return Paperwork(tuple(made), tuple(problems.values()))

    def _order(self, paper: Paper) -> bytes:
        return write_order(plan_order(self.own(paper.campaign)), self.words)

    def _jobs(self, papers: Iterable[Paper]) -> Iterator[PaperJob | None]:
        """Yield what makes each of ``papers``; None where its poster did not come out."""
        wanted = tuple(papers)
        shown = {
            paper.campaign.id: paper.campaign
            for paper in wanted
            if paper.kind is PaperKind.CONTACT_SHEET
        }
        thumbnails = self._thumbnails(p for campaign in shown.values() for p in self._all(campaign))
        sheets = {
            name: self._contact_sheet(campaign, thumbnails) for name, campaign in shown.items()
        }
        for paper in wanted:
            match paper.kind:
                case PaperKind.CONTACT_SHEET:
                    yield sheets[paper.campaign.id]
                case PaperKind.DELIVERY_LIST:
                    yield self._delivery_list(paper.campaign)
                case _:
                    yield self._imposition(paper)

    def _thumbnails(self, posters: Iterable[PlannedPoster]) -> tuple[Thumbnail, ...]:
        """Return each of ``posters`` once, whatever its variants, for they look the same; small.

        Two languages are built at a time, and both want all of them: one begins at the end, so
        that they meet halfway.
        """
        found = [(p, picture) for p in posters if p.job.preview and (picture := self.picture_of(p))]
        step = 1 if self.words.language == self.catalogue.brand.language else -1
        jobs = [ThumbnailJob(picture) for _, picture in found][::step]
        small = produce(jobs, render_thumbnail, self.store).artefacts[::step]
        return tuple(
            (planned, artefact.file(THUMBNAIL))
            for (planned, _), (_, artefact) in zip(found, small, strict=True)
        )

    def _contact_sheet(self, campaign: Campaign, thumbnails: Iterable[Thumbnail]) -> PaperJob:
        shown = [each for each in thumbnails if each[0].campaign.id == campaign.id]
        spoken = self.words.language
        ordered = sorted(shown, key=lambda each: each[0].language != spoken)
        return plan_contact_sheet(campaign, ordered, self.catalogue, self.words, self.studio)

    def _delivery_list(self, campaign: Campaign) -> PaperJob:
        lines = plan_order(self.own(campaign))
        return plan_delivery_list(campaign, lines, self.catalogue, self.words, self.studio)

    def _imposition(self, paper: Paper) -> PaperJob | None:
        assert paper.planned  # it is what is imposed
        pdf = self.file_of(paper.planned)
        return ImpositionJob(pdf, paper.planned.format, OFFICE_SHEET) if pdf else None


def _part(paper: Paper) -> str:
    """Return what ``paper`` is called in the artefact of its job."""
    if paper.kind is PaperKind.IMPOSED:
        return IMPOSED
    return PICTURE if paper.file_name.endswith(".webp") else DOCUMENT


def _failed(template: str, reason: str) -> Diagnostic:
    return Diagnostic.of(
        Code.TEMPLATE_FAILED,
        Place(f"overrides/{template}"),
        f"This template does not work: {reason}.",
        "Mend it, or take it away: the built-in one stands in.",
    )
