"""List the pages of a site: what each is called, what kind it is, and in a sentence what it says.

Search, link previews, the sitemap and ``api/pages.json`` are drawn from this list.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum

from markupsafe import Markup
from mkdocs.structure.pages import Page
from pydantic import Field

from affiche.model import Audience, PageEntity, Part, Person, plain_text
from affiche.site.addresses import KIND_NAMES, find
from affiche.site.edition import Alternate, Edition

DESCRIPTION_CHARACTERS = 160
"""How long a description gets: what search engines and link previews show of it."""

_SECTIONS = {"posters": "library"}
"""Sections of the product's words that are called otherwise than the folder of their page."""

_PARAGRAPH = re.compile(r"<p>(.*?)</p>", re.DOTALL)


class PageKind(StrEnum):
    """What a page is about."""

    HOME = "home"
    VALUE = "value"
    AUDIENCE = "audience"
    PERSON = "person"
    PROGRAMME = "programme"
    CAMPAIGN = "campaign"
    OVERVIEW = "overview"
    PAGE = "page"


class ListedPage(Part):
    """One page of the site."""

    url: str
    """Its whole address."""

    title: str
    """What it is called, as plain text."""

    kind: PageKind
    """What it is about; ``page`` for an ordinary page such as the handbook's."""

    id: str | None = None
    """Of the value, audience, person, programme or campaign that it is about."""

    language: str
    """The language that it is written in, as a code (BCP 47)."""

    description: str
    """What it says, in at most some 160 characters of plain text; may be empty."""

    path: str = Field(exclude=True)
    """Inside the site, as MkDocs links to it: ``values/eerlijk/``; empty for the home page."""

    is_searched: bool = Field(default=True, exclude=True)
    """Whether readers find it by searching; pages for those who keep the site are left out."""

    alternates: tuple[Alternate, ...] = Field(default=(), exclude=True)
    """The same page in every language of the site, itself included."""


def list_pages(pages: Iterable[Page], edition: Edition) -> tuple[ListedPage, ...]:
    """Return ``pages``, whose Markdown has been read, as a list by address.

    Pages that only say in which language something is written are left out.

    Args:
        pages: All pages of the edition, as MkDocs knows them.
        edition: What they are written from.
    """
    listed = (
        _listed(page, edition) for page in pages if edition.language in spoken_in(page, edition)
    )
    return tuple(sorted(listed, key=lambda page: page.path))


def spoken_in(page: Page, edition: Edition) -> tuple[str, ...]:
    """Return the languages in which what stands on ``page`` is written."""
    about: dict[str, str] = page.meta.get("affiche") or {}
    kind = about.get("kind", "")
    if kind in edition.catalogue_kinds:
        return edition.spoken(kind, about["id"])
    if kind == "elsewhere":
        return (about["language"],)
    return edition.built if kind else edition.ordinary_pages.get(page.file.src_uri, ())


def entity_of(page: ListedPage, edition: Edition) -> PageEntity | None:
    """Return what ``page`` is about: a value, audience, person, programme or campaign; or None."""
    folders = {name: folder for folder, name in KIND_NAMES.items()}
    return find(edition.catalogue, folders.get(page.kind, ""), page.id or "")


def summary_of(entity: PageEntity) -> str:
    """Return what ``entity`` is about, as plain text; empty when it does not say."""
    if isinstance(entity, Audience):
        return " ".join(plain_text(need) for need in entity.needs)
    for field in ("message", "summary", "statement", "endorsement"):
        if text := getattr(entity, field, None):
            return " ".join(plain_text(text).split())
    return entity.job_title if isinstance(entity, Person) else ""


def shortened(text: str, characters: int = DESCRIPTION_CHARACTERS) -> str:
    """Return ``text``, or its beginning up to the last whole word and an ellipsis."""
    if len(text) <= characters:
        return text
    return text[: characters - 1].rsplit(" ", 1)[0].rstrip(" ,;:") + " …"


def _listed(page: Page, edition: Edition) -> ListedPage:
    about = page.meta.get("affiche") or {}
    kind = _kind(page, about)
    listed = ListedPage(
        url=f"{edition.address}{page.url}",
        title=_title(page),
        kind=kind,
        id=about.get("id") or None if kind is not PageKind.PAGE else None,
        language=edition.words.language,
        description="",
        path=page.url,
        is_searched=not _is_excluded(page),
        alternates=edition.alternates(page.url, spoken_in(page, edition)),
    )
    entity = entity_of(listed, edition)
    if entity is not None:
        summary = shortened(summary_of(entity))
        return listed.model_copy(update={"title": entity.name, "description": summary})
    written = str(page.meta.get("description") or "") or _first_paragraph(page.content or "")
    said = written or _lead(listed, edition)
    return listed.model_copy(update={"description": shortened(said)})


def _is_excluded(page: Page) -> bool:
    asked = page.meta.get("search")
    return isinstance(asked, dict) and bool(asked.get("exclude"))


def _kind(page: Page, about: dict[str, str]) -> PageKind:
    if page.is_homepage:
        return PageKind.HOME
    return PageKind(KIND_NAMES.get(about.get("kind", ""), "overview" if about else "page"))


def _lead(page: ListedPage, edition: Edition) -> str:
    """Return what the product itself says over ``page``, where no editor wrote anything."""
    if page.kind is PageKind.HOME:
        return edition.words("sharing.home", company=edition.catalogue.brand.name)
    section = _SECTIONS.get(page.id or "", page.id)
    return edition.words.table.get(f"{section}.lead", "")


def _title(page: Page) -> str:
    """Return the title as MkDocs has it: plain from the front matter, marked up from a heading."""
    if written := page.meta.get("title"):
        return str(written)
    return Markup(page.title or "").striptags()  # noqa: S704  # only to be stripped of its marks


def _first_paragraph(html: str) -> str:
    found = _PARAGRAPH.search(html)
    return Markup(found[1]).striptags() if found else ""  # noqa: S704  # as above
