"""Make a site known to machines: cards for link previews, lists, feed, linked data.

This happens when all pages have been read and before the first is written; what each of these
says is left to ``listing``, ``linked_data``, ``feed`` and ``catalogue_json``.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from urllib.parse import urlsplit

from babel.core import get_global
from markupsafe import Markup, escape
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files

from affiche.checks import STORE
from affiche.model import Audience, Campaign, PageEntity, Person, Programme, Value
from affiche.posters import CARD, CARD_SIZE_PX, SocialCard, kicker_of, plan_card, render
from affiche.press import Store, produce
from affiche.site.edition import Edition
from affiche.site.feed import FEED, campaign_feed
from affiche.site.linked_data import as_script, linked_data
from affiche.site.listing import ListedPage, PageKind, entity_of, list_pages
from affiche.site.pages_json import PAGES, pages_json, pages_schema
from affiche.site.schemas import schema_path
from affiche.site.sheets import Asset

CARDS = "assets/cards"
"""Folder of the site for the pictures of link previews."""


@dataclass(frozen=True)
class Sharing:
    """What the head of each page and the sitemap are written from."""

    edition: Edition
    site_url: str
    """The address of the edition's home page; ends in a slash."""

    site_name: str
    """What the site is called."""

    list_all: Callable[[], tuple[ListedPage, ...]]
    """Lists all pages by address."""

    @cached_property
    def pages(self) -> tuple[ListedPage, ...]:
        """All pages by address."""
        return self.list_all()

    @cached_property
    def overviews(self) -> dict[str, str]:
        """The titles of the first pages of folders, by folder."""
        return {p.id: p.title for p in self.pages if p.kind is PageKind.OVERVIEW and p.id}

    def page(self, path: str) -> ListedPage | None:
        """Return the page at ``path``, for example ``values/eerlijk/``; None for none of ours."""
        return self._by_path.get(path)

    @cached_property
    def _by_path(self) -> dict[str, ListedPage]:
        return {page.path: page for page in self.pages}

    def card(self, page: ListedPage) -> str:
        """Return the whole address of the card of ``page``."""
        return f"{self.site_url}{card_path(page)}"

    def card_words(self, page: ListedPage) -> str:
        """Return what the card of ``page`` says, for those who cannot see it."""
        card = _card(page, self)
        return f"{card.kicker}: {card.title}" if card.kicker != card.title else card.title

    @property
    def card_size(self) -> tuple[int, int]:
        """Width and height of every card, in pixels."""
        return CARD_SIZE_PX

    @property
    def locale(self) -> str:
        """The language of pages with its territory, as Open Graph wants it: ``nl_NL``."""
        locale = self.edition.words.locale
        # CLDR knows where a language without a territory is most likely spoken.
        language, *_, territory = get_global("likely_subtags").get(locale, locale).split("_")
        return f"{language}_{territory}"

    def linked_data(self, page: ListedPage) -> Markup:
        """Return what ``page`` is about, for ``<script type="application/ld+json">``."""
        entity = entity_of(page, self.edition)
        data = linked_data(
            page,
            entity,
            self.edition.catalogue,
            address_of=self.edition.address_of,
            site_url=self.site_url,
            site_name=self.site_name,
            overviews=self.overviews,
            image=self.card(page),
        )
        return as_script(data)


def share(files: Files, config: MkDocsConfig, edition: Edition) -> Sharing:
    """Return what pages tell machines, and add the files that do so to ``files``."""
    pages = [file.page for file in files.documentation_pages() if file.page]
    listed_pages = list_pages(pages, edition)
    sharing = Sharing(edition, edition.address, config.site_name, lambda: listed_pages)
    for page in pages:
        if listed := sharing.page(page.url):
            # The theme writes descriptions as they stand.
            page.meta["description"] = escape(listed.description)
    for asset in (*draw_cards(sharing, sharing.pages), *write_lists(sharing)):
        files.append(File.generated(config, asset.path, content=asset.content))
    return sharing


def card_path(page: ListedPage) -> str:
    """Return the path of the card of ``page`` inside the site."""
    return f"{CARDS}/{page.path.strip('/') or 'index'}.png"


def draw_cards(sharing: Sharing, pages: tuple[ListedPage, ...]) -> Iterator[Asset]:
    """Yield the cards of ``pages``."""
    edition = sharing.edition
    project, studio, brand = edition.project, edition.studio, edition.catalogue.brand
    assert project  # a site is being built
    assert studio
    jobs = (plan_card(project, brand, _card(page, sharing), studio) for page in pages)
    made = produce(jobs, render, Store(project.root / STORE))
    for page, (_, artefact) in zip(pages, made.artefacts, strict=True):
        yield Asset(card_path(page), artefact.file(CARD))


def _card(page: ListedPage, sharing: Sharing) -> SocialCard:
    edition, words = sharing.edition, sharing.edition.words
    entity = entity_of(page, edition)
    scheme = next(iter(edition.catalogue.brand.schemes))
    kicker = sharing.site_name
    campaign = None
    match entity:
        case Campaign():
            campaign = entity
            kicker = kicker_of(None, entity, edition.catalogue, words)
        case Audience():
            kicker = words("overview.audiences")
        case Person():
            kicker = entity.job_title
        case Programme() if entity.time_required:
            kicker = f"{words('search.programme')} · {entity.time_required}"
        case Value() | Programme():
            kicker = words(f"search.{page.kind}")
    if isinstance(entity, PageEntity):
        scheme = edition.scheme_name(entity)
    return SocialCard(page.path, kicker, page.title, page.language, scheme, campaign)


def write_lists(sharing: Sharing) -> Iterator[Asset]:
    """Yield what tells machines of all pages: feed, list and its schema, and where these are."""
    edition = sharing.edition
    feed = campaign_feed(
        edition.catalogue,
        edition.words,
        site_url=sharing.site_url,
        site_name=sharing.site_name,
        today=edition.today,
    )
    yield Asset(FEED, feed)
    yield Asset(PAGES, pages_json(sharing.pages, sharing.site_url))
    yield Asset(schema_path(PAGES), pages_schema(sharing.site_url))
    if urlsplit(sharing.site_url).path == "/":
        yield Asset("robots.txt", _robots(edition))


def _robots(edition: Edition) -> bytes:
    """Return what tells the company's own search engine where the lists of pages are.

    Crawlers from outside do not get here. Nothing is forbidden: what shall not be found says so
    itself (``noindex``), which a crawler that is kept out would never read. RFC 9309, 2.3: the
    file only counts at the root of a host.
    """
    homes = (other.address for other in edition.alternates("", edition.built))
    lists = "".join(f"Sitemap: {home}sitemap.xml\n" for home in homes)
    return f"User-agent: *\nDisallow:\n\n{lists}".encode()
