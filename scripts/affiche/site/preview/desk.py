"""One language of the site, whose pages are written when somebody asks for them.

Written by the host's own page functions, one page at a time; what the pages say is left to the
edition, what goes wrong at the host to ``trouble``.
"""

from __future__ import annotations

import time
from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from tempfile import TemporaryDirectory
from threading import RLock

from markupsafe import escape
from mkdocs.commands import build as host
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, get_files, set_exclusions
from mkdocs.structure.nav import get_navigation
from mkdocs.structure.pages import Page

from affiche.content import Project
from affiche.model import PageEntity
from affiche.site.edition import Edition
from affiche.site.files import entity_page, front_of, source_of
from affiche.site.listing import ListedPage, PageKind, list_pages
from affiche.site.plugin import AffichePlugin
from affiche.site.preview.compiled import Compiled
from affiche.site.preview.trouble import TroubleError, plainly
from affiche.site.publishing import speak_as
from affiche.site.search_index import INDEX
from affiche.site.sharing import Sharing

_SEARCH_KEPT_S = 10
"""How long what search knows may be behind what was saved."""

_COMPILED = Compiled()

_SEARCH = ("material/search", "search")


class LiveSharing(Sharing):
    """Lists one page when it is asked for one."""

    desk: Desk

    def page(self, path: str) -> ListedPage | None:
        """Return the page at ``path``; None for none of ours."""
        return self.desk.listed(path)

    @cached_property
    def overviews(self) -> dict[str, str]:
        """The titles of the first pages of folders, by folder."""
        pages = (self.desk.listed(url) for url in self.desk.overview_urls)
        return {p.id: p.title for p in pages if p and p.kind is PageKind.OVERVIEW and p.id}


class Desk:
    """Everything that the pages of one language are written with."""

    def __init__(self, project: Project, edition: Edition, address: str) -> None:
        """Lay ready what pages are written with; none is written yet.

        Args:
            project: Whose site it is.
            edition: What pages are written from.
            address: Where the preview stands; ends in a slash.

        Raises:
            TroubleError: the settings in mkdocs.yml do not work.
        """
        self._project, self.edition = project, edition
        self._lock = RLock()
        self._index = b"", 0.0
        self._folder = TemporaryDirectory(prefix="affiche-")
        try:
            with plainly():
                self._open(address)
        except TroubleError:
            self._folder.cleanup()
            raise

    def _open(self, address: str) -> None:
        project = self._project
        config = load_config(
            str(project.root / "mkdocs.yml"), site_dir=self._folder.name, site_url=address
        )
        config.plugins.on_startup(command="serve", dirty=False)
        self._plugin = next(p for p in config.plugins.values() if isinstance(p, AffichePlugin))
        self._plugin.publish = self._publish
        self._plugin.share = self._share
        self._config: MkDocsConfig = config.plugins.on_config(config)
        self._config.plugins.on_pre_build(config=self._config)
        self._env = self._config.theme.get_env()
        self._env.bytecode_cache = _COMPILED
        files = get_files(self._config)
        files.add_files_from_theme(self._env, self._config)
        self._files: Files = self._config.plugins.on_files(files, config=self._config)
        set_exclusions(self._files, self._config)
        self._nav = self._config.plugins.on_nav(
            get_navigation(self._files, self._config), config=self._config, files=self._files
        )
        for file in self._files.documentation_pages():
            if file.page is None:
                Page(None, file, self._config)
        self._settle()

    def _publish(self, config: MkDocsConfig) -> Edition:
        default = self.edition.catalogue.brand.language
        speak_as(config, self.edition.words, default)
        return self.edition

    def _share(self, files: Files, config: MkDocsConfig, edition: Edition) -> Sharing:
        sharing = LiveSharing(edition, edition.address, config.site_name, self._list_all)
        object.__setattr__(sharing, "desk", self)
        return sharing

    def _settle(self) -> None:
        """Let templates see what the edition now is."""
        self._doc_files = self._files.documentation_pages()
        self._by_path = {file.dest_uri: file for file in self._files}
        self._by_url = {file.page.url: file for file in self._doc_files if file.page}
        self._entities = {source_of(e): e for e in self.edition.catalogue.entities}
        self._plugin.edition = self.edition
        self._env = self._config.plugins.on_env(self._env, config=self._config, files=self._files)

    def close(self) -> None:
        """Throw away what was written; the desk is of no use any more."""
        with self._lock:
            self._folder.cleanup()

    def renew(self, edition: Edition, changed: Iterable[PageEntity]) -> bool:
        """Take ``edition``, in which the texts of ``changed`` are new; return whether that does.

        It does not when a page came or went: then another desk is needed.
        """
        before, now = self.edition, edition
        if _places(before) != _places(now):
            return False
        with self._lock:
            self.edition = edition
            for entity in changed:
                self._replace(entity)
            self._settle()
        return True

    def _replace(self, entity: PageEntity) -> None:
        campaigns_dir = self._project.settings.campaigns_dir
        file = entity_page(self._config, entity, self.edition, campaigns_dir)
        if old := self._files.get_file_from_path(file.src_uri):
            self._files.remove(old)
        self._files.append(file)
        Page(None, file, self._config)

    @property
    def overview_urls(self) -> tuple[str, ...]:
        """The addresses of the first pages of folders."""
        return tuple(url for url in self._by_url if url.count("/") == 1)

    def answers(self, path: str) -> bool:
        """Return whether there is something at ``path`` inside the site."""
        return path in self._by_path

    def is_page(self, path: str) -> bool:
        """Return whether a page stands at ``path``."""
        file = self._by_path.get(path)
        return bool(file and file.is_documentation_page())

    def entity_at(self, path: str) -> tuple[str, str] | None:
        """Return kind and id of what the page at ``path`` is about; None for other pages."""
        page = self._by_path[path].page if self.is_page(path) else None
        about = (page.meta.get("affiche") or {}) if page else {}
        return (about["kind"], about["id"]) if about.get("kind") else None

    def content(self, path: str) -> bytes:
        """Return what stands at ``path``, made now if it is a page.

        Raises:
            KeyError: there is nothing.
            TroubleError: it cannot be made.
        """
        file = self._by_path[path]
        if not file.is_documentation_page():
            return file.content_bytes
        with self._lock, plainly():
            return self._written(file)

    def _written(self, file: File) -> bytes:
        page = self._read(file)
        if listed := self.listed(page.url):
            # The theme writes descriptions as they stand.
            page.meta["description"] = escape(listed.description)
        host._build_page(page, self._config, self._doc_files, self._nav, self._env)
        return Path(file.abs_dest_path).read_bytes()

    def _read(self, file: File) -> Page:
        """Return the page of ``file`` with its Markdown read."""
        assert file.page  # each got one at the beginning
        if file.page.content is None:
            host._populate_page(file.page, self._config, self._files)
        return file.page

    def listed(self, url: str) -> ListedPage | None:
        """Return the page at ``url`` as machines are told of it; None for none of ours."""
        file = self._by_url.get(url)
        if file is None:
            return None
        with self._lock:
            return next(iter(list_pages([self._listable(file)], self.edition)), None)

    def _list_all(self) -> tuple[ListedPage, ...]:
        with self._lock:
            return list_pages([self._listable(file) for file in self._doc_files], self.edition)

    def _listable(self, file: File) -> Page:
        """Return the page of ``file`` with what lists say of it; an entity's says it itself."""
        entity = self._entities.get(file.src_uri)
        if entity is None:
            return self._read(file)
        assert file.page  # each got one at the beginning
        if file.page.content is None:
            file.page.meta = front_of(entity, self.edition)
        return file.page

    def template(self, name: str) -> bytes:
        """Return what the theme's template ``name`` gives: ``404.html``, ``sitemap.xml``.

        Raises:
            TroubleError: it cannot be made.
        """
        with self._lock, plainly():
            template = self._env.get_template(name)
            text = host._build_template(name, template, self._files, self._config, self._nav)
            return text.encode()

    @property
    def templates(self) -> frozenset[str]:
        """The names of the theme's templates that are files of the site."""
        return frozenset(self._config.theme.static_templates)

    @property
    def sharing(self) -> Sharing:
        """What machines are told of the pages."""
        return self._plugin.sharing

    def search_index(self) -> bytes:
        """Return what search knows of the pages, or knew a moment ago.

        Every page that is shown asks for it, and making it takes as long as some ten pages.

        Raises:
            TroubleError: it cannot be made.
        """
        index, made = self._index
        if index and time.monotonic() - made < _SEARCH_KEPT_S:
            return index
        with self._lock, plainly():
            self._forget_searched()
            for file in self._doc_files:
                # What the program itself makes a page of, search learns from the catalogue.
                if file.src_uri not in self._entities and "affiche" not in self._read(file).meta:
                    self._written(file)
            self._config.plugins.on_post_build(config=self._config)
            index = (Path(self._config.site_dir) / INDEX).read_bytes()
        self._index = index, time.monotonic()
        return index

    def _forget_searched(self) -> None:
        """Let the search plugin begin anew: it adds to its index whenever a page is written."""
        for name in _SEARCH:
            if name in self._config.plugins:
                self._config.plugins[name].on_config(self._config)


def _places(edition: Edition) -> set[tuple[type[PageEntity], str, str]]:
    """Return which entities have pages in which language."""
    return {(type(e), e.id, e.language) for e in edition.catalogue.entities}
