"""The project while it is written: what was saved, what is wrong, and what stands at an address.

Speaking HTTP is left to ``server``; noticing that somebody saved to ``content.watching``.
"""

from __future__ import annotations

import datetime as dt
import mimetypes
import threading
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from importlib.resources import files
from pathlib import Path

from affiche.checks import STORE, apply_allowances, check_contrast
from affiche.content import Project
from affiche.content.rereading import Reading, Reread
from affiche.content.words import Words, words_in
from affiche.model import Brand, PageEntity
from affiche.posters import open_studio
from affiche.press import Store
from affiche.report import Diagnostic, Severity, in_order
from affiche.site.addresses import KIND_FOLDERS, find
from affiche.site.editor_page import ADMIN
from affiche.site.preview.bulletin import Bulletin
from affiche.site.preview.darkroom import Darkroom
from affiche.site.preview.desk import Desk, TroubleError
from affiche.site.preview.live_edition import Dress, Moment, Planner
from affiche.site.preview.made import made_at, picture_of
from affiche.site.preview.notices import notices
from affiche.site.preview.proofreader import Notes, Proofreader
from affiche.site.preview.proofs import (
    PROOFS,
    facets_of,
    is_chosen,
    proof_address,
    proofs_of,
)
from affiche.site.preview.wrapping import OWN, Bar, blank_page, proof_page, wrapped
from affiche.site.search_index import INDEX

_OWN_FILES = {path.name: path for path in (Path(str(files("affiche.site"))) / "preview").iterdir()}
_HTML = "text/html; charset=utf-8"
_TEXTS = ("text/", "application/json", "application/javascript", "image/svg+xml")

for suffix, kind in {
    ".js": "text/javascript",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
    ".ics": "text/calendar",
    ".webmanifest": "application/manifest+json",
}.items():
    mimetypes.add_type(kind, suffix)


@dataclass(frozen=True)
class Answer:
    """What stands at an address."""

    content: bytes
    kind: str = _HTML
    """Its media type."""

    status: int = 200

    location: str = ""
    """Where it is instead."""

    bar: Bar | None = None
    """What is put above a page."""


class Newsroom:
    """A project that is being written, as a site."""

    def __init__(
        self, root: Path, address: str, today: dt.date | None = None, *, drafts: bool = True
    ) -> None:
        """Read the project in ``root``.

        Args:
            root: The folder with mkdocs.yml.
            address: Where the preview stands; ends in a slash.
            today: The day to look at; the day that it is in the brand's timezone when None.
            drafts: Whether what readers may not see yet is shown.
        """
        self.bulletin = Bulletin()
        self._root, self._address = root, address
        self._today, self._drafts = today, drafts
        self._darkroom, self._planner = Darkroom(Store(root / STORE)), Planner()
        self._proofreader = Proofreader(self.bulletin.notes_changed)
        self._lock = threading.RLock()
        self._desks: dict[str, Desk] = {}
        self._moment: Moment | None = None
        self._brand_problems: tuple[Diagnostic, ...] = ()
        self._pictures = object()
        self._worn: Dress | None = None
        self._reading = Reading(root)
        self._settle()

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What is wrong with the files, and with the brand, sorted by place."""
        project = self._reading.project
        found = (*project.diagnostics, *self._brand_problems)
        return in_order(apply_allowances(found, project.allowances, self._day()).told)

    def close(self) -> None:
        """Stop looking at posters, and throw away what pages were written with."""
        self._proofreader.stop()
        self._clear_desks()

    def _clear_desks(self) -> None:
        with self._lock:
            for desk in self._desks.values():
                desk.close()
            self._desks.clear()

    def saved(self, paths: Iterable[Path]) -> None:
        """Take note of files that were saved, made or deleted together."""
        self._proofreader.busy()
        with self._lock:
            reread = self._reading.reread(paths)
            if not (reread.everything or reread.files):
                return
            if reread.pages:
                self._clear_desks()
            if reread.everything:
                self._worn = None
            if any(not name.endswith(".md") for name in reread.files):
                self._pictures = object()
            self._settle()
            self._renew(reread)
        self.bulletin.pages_changed()

    def _dress(self, project: Project, brand: Brand) -> Dress:
        if self._worn is None or self._worn.studio.brand is not brand:
            studio, problems = open_studio(project, brand)
            self._brand_problems = (*problems, *check_contrast(brand))
            self._worn = Dress.of(project, studio)
        return self._worn

    def _day(self) -> dt.date:
        catalogue = self._reading.last_good.catalogue
        zone = catalogue.brand.zone if catalogue else None
        return self._today or dt.datetime.now(zone).date()

    def _settle(self) -> None:
        project = self._reading.last_good
        if project.catalogue is None:
            return
        today = self._day()
        self._moment = Moment(
            project,
            {
                language: catalogue.visible(today, drafts=self._drafts)
                for language, catalogue in project.catalogues.items()
            },
            today,
            self._dress(project, project.catalogue.brand),
            self._pictures,
            self._planner,
            self._darkroom,
        )

    def _renew(self, reread: Reread) -> None:
        moment = self._moment
        for language, desk in tuple(self._desks.items()):
            assert moment  # there is a desk
            edition = moment.edition(language)
            found = (
                find(edition.catalogue, KIND_FOLDERS[kind], name) for kind, name in reread.entities
            )
            changed: list[PageEntity] = [entity for entity in found if entity]
            if not desk.renew(edition, changed):
                self._desks.pop(language).close()

    def answer(self, path: str, asked: Mapping[str, str]) -> Answer:
        """Return what stands at ``path``.

        Args:
            path: From the root of the site, decoded, without its first slash.
            asked: What was asked with it.
        """
        self._proofreader.busy()
        # What is saved while the page is made must make the browser load it again.
        issue = str(self.bulletin.now)
        found = self._answer(path, asked)
        if found.bar is None:
            return found
        whole = wrapped(found.content.decode(), found.bar, issue)
        return replace(found, content=whole.encode("utf-8", errors="xmlcharrefreplace"))

    def _answer(self, path: str, asked: Mapping[str, str]) -> Answer:
        if path.startswith(f"{OWN}/"):
            return self._own(path.removeprefix(f"{OWN}/"))
        moment = self._moment
        if moment is None:
            return self._nothing_yet()
        language, inside = _spoken(path, moment.languages)
        if inside.startswith(f"{PROOFS}/"):
            return self._proofs(inside.split("/")[1:], moment, language, asked)
        try:
            return self._found(inside, moment, language)
        except TroubleError as error:
            bar = self._bar(moment.project.words[language], str(error))
            page = blank_page(bar, bar.words("preview.bar"))
            return self._page(page, bar, status=500)
        except (OSError, ValueError) as error:  # a picture that is none, a file that just went
            return Answer(f"{path}: {error}\n".encode(), "text/plain; charset=utf-8", 500)

    def _found(self, path: str, moment: Moment, language: str) -> Answer:
        desk = self._desk(moment, language)
        place = f"{path}index.html" if not path or path.endswith("/") else path
        if desk.is_page(place):
            return self._page_at(place, desk, moment, language)
        if desk.is_page(f"{place}/index.html"):
            return Answer(b"", status=302, location=f"/{_root(language, moment)}{path}/")
        content = _content(place, moment, desk)
        if content is not None and place.startswith(f"{ADMIN}/"):
            # Whoever writes there must not lose it because somebody saved.
            return _file(place, content)
        if content is None or place.endswith(".html"):
            status = 404 if content is None else 200
            page = (content or desk.template("404.html")).decode()
            return self._page(page, self._bar(moment.project.words[language]), status)
        return _file(place, content)

    def _desk(self, moment: Moment, language: str) -> Desk:
        with self._lock:
            if language not in self._desks:
                edition = moment.edition(language)
                self._desks[language] = Desk(moment.project, edition, self._address)
            return self._desks[language]

    def _page_at(self, place: str, desk: Desk, moment: Moment, language: str) -> Answer:
        about = desk.entity_at(place)
        page = desk.content(place).decode()
        about = about or desk.entity_at(place)
        words = moment.project.words[language]
        campaign = about[1] if about and about[0] == "campaigns" else ""
        if not campaign:
            return self._page(page, self._bar(words))
        self._proofreader.look_at(moment, campaign)
        notes = self._proofreader.notes(moment, campaign)
        posters = f"/{_root(language, moment)}{PROOFS}/{campaign}/"
        return self._page(page, self._bar(words, notes=notes, posters=posters))

    def _bar(
        self, words: Words, trouble: str = "", *, notes: Notes | None = None, posters: str = ""
    ) -> Bar:
        found = [d for d in self.diagnostics if d.severity is Severity.ERROR]
        if notes:
            found += notes.diagnostics
        told = notices(self._root, in_order(found))
        return Bar(words, told, trouble, posters, self._drafts)

    def _page(self, page: str, bar: Bar, status: int = 200) -> Answer:
        return Answer(page.encode("utf-8", errors="xmlcharrefreplace"), status=status, bar=bar)

    def _nothing_yet(self) -> Answer:
        words = next(iter(self._reading.project.words.values()), None) or words_in("nl")
        bar = self._bar(words)
        page = blank_page(bar, words("preview.nothing-yet"), words("preview.nothing-yet-lead"))
        return self._page(page, bar, status=503)

    def _own(self, name: str) -> Answer:
        path = _OWN_FILES.get(name)
        if path is None or path.suffix not in (".css", ".js"):
            return Answer(b"", status=404)
        return _file(name, path.read_bytes())

    def _proofs(
        self, parts: list[str], moment: Moment, language: str, asked: Mapping[str, str]
    ) -> Answer:
        campaign_id, *rest = parts
        campaign = moment.catalogues[language].campaign.get(campaign_id)
        if campaign is None:
            return self._found(f"{PROOFS}/{campaign_id}/", moment, language)
        if rest and rest[0] in moment.languages:
            return self._picture(parts, moment, rest[0])
        words = moment.project.words[language]
        self._proofreader.look_at(moment, campaign_id)
        notes = self._proofreader.notes(moment, campaign_id)
        every = proofs_of(moment, campaign_id, words, notes)
        page = proof_page(
            words=words,
            campaign=campaign,
            back=f"/{_root(language, moment)}campaigns/{campaign_id}/",
            facets=facets_of(every, asked),
            proofs=[proof for proof in every if is_chosen(proof, asked)],
        )
        return self._page(page, self._bar(words, notes=notes))

    def _picture(self, parts: list[str], moment: Moment, language: str) -> Answer:
        wanted = f"/{PROOFS}/{'/'.join(parts)}"
        for planned in moment.posters(language, parts[0]):
            if proof_address(planned) == wanted:
                picture = picture_of(planned, moment.darkroom.proof(planned))
                return _file(wanted, picture)
        return Answer(b"", status=404)


def _content(path: str, moment: Moment, desk: Desk) -> bytes | None:
    """Return what stands at ``path`` and is no page of an editor's; None when nothing does."""
    if path == INDEX:
        return desk.search_index()
    if desk.answers(path):
        return desk.content(path)
    if path in desk.templates:
        return desk.template(path)
    return made_at(path, moment, desk)


def _root(language: str, moment: Moment) -> str:
    """Return the way from the root of the site to the home page of ``language``."""
    return "" if language == moment.languages[0] else f"{language}/"


def _spoken(path: str, languages: tuple[str, ...]) -> tuple[str, str]:
    """Return the language of ``path`` and the way inside it."""
    first, _, inside = path.partition("/")
    return (first, inside) if first in languages[1:] else (languages[0], path)


def _file(path: str, content: bytes) -> Answer:
    # RFC 9512: the browser editor asks whether its configuration is what it says.
    guessed = "application/yaml" if path.endswith(".yml") else mimetypes.guess_type(path)[0]
    kind = guessed or "application/octet-stream"
    if path.endswith(".webp") and content.startswith(b"<svg"):
        kind = "image/svg+xml"  # it says why there is no picture
    charset = "; charset=utf-8" if kind.startswith(_TEXTS) else ""
    return Answer(content, f"{kind}{charset}")
