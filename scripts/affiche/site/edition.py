"""One build of the site: the catalogue on a day, with everything that was made for it.

Writing it is left to MkDocs; the templates in ``theme/`` read it.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from affiche.checks import Coverage
from affiche.content import Project
from affiche.content.words import Words, own_name
from affiche.model import (
    Campaign,
    Catalogue,
    PageEntity,
    Programme,
    Session,
    State,
    Value,
)
from affiche.posters import Studio, sessions_of
from affiche.site.addresses import KIND_FOLDERS, find, path_of
from affiche.site.papers import Papers
from affiche.site.session_lines import SessionLine, session_lines
from affiche.site.sheets import Asset, Sheet
from affiche.site.webfonts import WebFontJob


@dataclass(frozen=True)
class Alternate:
    """A page in one of the site's languages."""

    language: str
    """Its code."""

    name: str
    """What the language calls itself."""

    path: str
    """From the root of the edition that refers to it."""

    address: str
    """Whole, with the site's own."""

    is_translated: bool
    """Whether the page is written in it; else it refers to the original."""


@dataclass(frozen=True)
class Edition:
    """What pages are written from: one language of the site."""

    catalogue: Catalogue
    """What readers may see, in the edition's language where it is translated."""

    catalogues: Mapping[str, Catalogue]
    """The same in every language of the brand, the default first."""

    built: tuple[str, ...]
    """Codes of the languages that the site is built in, this one among them."""

    ordinary_pages: Mapping[str, tuple[str, ...]]
    """The languages of each page that describes no entity, by its path in the site's sources."""

    site_url: str
    """The address of the whole site; ends in a slash."""

    words: Words
    today: dt.date
    sheets: Mapping[str, tuple[Sheet, ...]]
    """Posters by campaign id."""

    artwork: dict[str, tuple[str, str]]
    """By campaign id: the paths of its hero and of its card."""

    assets: tuple[Asset, ...]
    """Files to be written."""

    fonts: tuple[WebFontJob, ...]
    logo: str
    """The logo as SVG, drawn in the colour of the text around it."""

    symbol: str

    take_stock: Callable[[], Coverage] | None = None
    """Finds out what there is for whom; known whenever a site is built."""

    other_sheets: Mapping[str, Mapping[str, tuple[Sheet, ...]]] = field(default_factory=dict)
    """Posters in the other languages of the build: by language, then by campaign id."""

    papers: Mapping[str, Papers] = field(default_factory=dict)
    """What goes along with posters, by campaign id."""

    calendar: str | None = None
    """Path of the calendar feed (iCalendar, RFC 5545) inside the site; None while there is none."""

    project: Project | None = None
    """The files that it was read from; known whenever a site is built."""

    studio: Studio | None = None
    """For what is drawn when all pages are known; known whenever a site is built."""

    @cached_property
    def coverage(self) -> Coverage | None:
        """What there is for whom, and the gaps, in the language of ``words``."""
        return self.take_stock() if self.take_stock else None

    @property
    def language(self) -> str:
        """The code of the edition's language."""
        return self.words.language

    @property
    def catalogue_kinds(self) -> tuple[str, ...]:
        """Folders of the kinds that have pages of their own."""
        return tuple(KIND_FOLDERS.values())

    @property
    def is_default(self) -> bool:
        """Whether the edition stands at the root of the site."""
        return self.language == self.catalogue.brand.language

    @property
    def address(self) -> str:
        """The address of this edition's home page; ends in a slash."""
        return self._address_in(self.language)

    def root_of(self, language: str) -> str:
        """Return the way from this edition's root to that of ``language``: ``../`` or ``en/``."""
        if language == self.language:
            return ""
        up = "" if self.is_default else "../"
        return up if language == self.catalogue.brand.language else f"{up}{language}/"

    def is_here(self, entity: PageEntity) -> bool:
        """Return whether ``entity`` has a page in this edition's language."""
        return entity.language == self.language

    def path_of(self, entity: PageEntity) -> str:
        """Return the path of an entity's page from this edition's root.

        One that is not translated is read in the language of its original.
        """
        return self.root_of(entity.language) + path_of(entity)

    def address_of(self, entity: PageEntity) -> str:
        """Return the whole address of an entity's page, in its own language."""
        return self._address_in(entity.language or self.language) + path_of(entity)

    def _address_in(self, language: str) -> str:
        default = self.catalogue.brand.language
        return self.site_url if language == default else f"{self.site_url}{language}/"

    def alternates(self, url: str, spoken: Iterable[str]) -> tuple[Alternate, ...]:
        """Return the page at ``url`` in every language of the build, this one included.

        Args:
            url: Its path inside the edition.
            spoken: The languages that it is written in; in others it refers to its original.
        """
        written = set(spoken)
        return tuple(
            Alternate(
                language,
                own_name(language),
                f"{self.root_of(language)}{url}",
                f"{self._address_in(language)}{url}",
                language in written,
            )
            for language in self.built
        )

    def spoken(self, kind: str, entity_id: str) -> tuple[str, ...]:
        """Return the languages in which the entity called ``entity_id`` has a page.

        Args:
            kind: Its folder, for example ``values``.
            entity_id: The id of an entity that there is.
        """
        return tuple(
            language
            for language, catalogue in self.catalogues.items()
            if language in self.built
            and (entity := find(catalogue, kind, entity_id))
            and entity.language == language
        )

    def scheme_name(self, entity: PageEntity) -> str:
        """Return the name of the colour scheme of ``entity``, for a CSS class."""
        match entity:
            case Campaign():
                value = entity.values[0]
            case Programme():
                value = entity.values[0].value
            case Value():
                value = entity.id
            case _:
                return next(iter(self.catalogue.brand.schemes))
        colour = self.catalogue.value[value].colour
        return colour or next(iter(self.catalogue.brand.schemes))

    def state(self, campaign: Campaign) -> State:
        """Return where ``campaign`` stands today."""
        return campaign.state(self.today)

    def state_words(self, campaign: Campaign) -> str:
        """Return where ``campaign`` stands as a reader says it: ``Loopt nu · nog 18 dagen``."""
        match self.state(campaign):
            case State.SCHEDULED:
                return self.words("state.scheduled", count=(campaign.starts - self.today).days)
            case State.RUNNING:
                return self.words("state.running", count=(campaign.ends - self.today).days)
            case State.ENDED:
                return self.words("state.ended", date=self.words.date(campaign.ends))
            case State.EMBARGOED:
                assert campaign.publish_on  # else it would not be embargoed
                return self.words("state.embargoed", date=self.words.date(campaign.publish_on))
            case _:
                return self.words("state.draft")

    def campaigns_by_state(self) -> Iterator[tuple[str, tuple[Campaign, ...]]]:
        """Yield the non-empty groups of campaigns in the order in which readers want them."""
        groups = (
            ("running", (State.RUNNING,)),
            ("scheduled", (State.SCHEDULED,)),
            ("draft", (State.DRAFT, State.EMBARGOED)),
            ("ended", (State.ENDED,)),
        )
        for name, states in groups:
            found = tuple(c for c in self.catalogue.campaigns if self.state(c) in states)
            if found:
                yield name, found

    def current(self, campaigns: Iterable[Campaign] | None = None) -> tuple[Campaign, ...]:
        """Return those of ``campaigns`` that run or are to come; of all campaigns when None.

        Those that run come first, by their last day; then the others by their first.
        """
        chosen = self.catalogue.campaigns if campaigns is None else tuple(campaigns)
        running = [c for c in chosen if self.state(c) is State.RUNNING]
        scheduled = [c for c in chosen if self.state(c) is State.SCHEDULED]
        return (
            *sorted(running, key=lambda c: (c.ends, c.id)),
            *sorted(scheduled, key=lambda c: (c.starts, c.id)),
        )

    def session_lines(self, programmes: Iterable[Programme]) -> tuple[SessionLine, ...]:
        """Return the sessions of ``programmes`` by date."""
        return session_lines(programmes, self.today)

    def next_sessions(
        self, most: int, programmes: Iterable[Programme] | None = None
    ) -> tuple[SessionLine, ...]:
        """Return the next sessions that one can still go to, at most ``most``.

        Of ``programmes``, or of all when None.
        """
        chosen = self.catalogue.programmes if programmes is None else programmes
        return tuple(line for line in self.session_lines(chosen) if line.open)[:most]

    def registers(self, campaign: Campaign) -> tuple[Session, ...]:
        """Return the campaign's sessions that take sign-ups, the next one first."""
        return tuple(
            session
            for session in sessions_of(campaign, self.catalogue)
            if session.register_url and session.end.date() >= self.today and not session.full
        )
