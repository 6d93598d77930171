"""The site of a project that is being written: what was saved, and what stands at an address.

What was saved is read by ``manuscript``, pages are written by ``desk``; speaking HTTP is left to
``server``, noticing that somebody saved to ``content.watching``.
"""

from __future__ import annotations

import datetime as dt
import threading
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from affiche.content.rereading import Reread
from affiche.content.words import Words
from affiche.model import PageEntity
from affiche.report import Diagnostic, Severity, in_order
from affiche.site.addresses import KIND_FOLDERS, find
from affiche.site.editor_page import ADMIN
from affiche.site.preview.answer import Answer, file_answer, own_answer, page_answer
from affiche.site.preview.bulletin import Bulletin
from affiche.site.preview.desk import Desk
from affiche.site.preview.live_edition import Moment
from affiche.site.preview.made import made_at, picture_of
from affiche.site.preview.manuscript import Manuscript
from affiche.site.preview.notices import notices
from affiche.site.preview.proofreader import Notes, Proofreader
from affiche.site.preview.proofs import (
    PROOFS,
    facets_of,
    is_chosen,
    proof_address,
    proofs_of,
)
from affiche.site.preview.trouble import TroubleError
from affiche.site.preview.wrapping import OWN, Bar, blank_page, proof_page, wrapped
from affiche.site.search_index import INDEX


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
        self._root, self._address, self._drafts = root, address, drafts
        self._proofreader = Proofreader(self.bulletin.notes_changed)
        self._lock = threading.RLock()
        self._desks: dict[str, Desk] = {}
        self._manuscript = Manuscript(root, today, drafts=drafts)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What is wrong with the files, and with the brand, sorted by place."""
        return self._manuscript.diagnostics

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
            reread = self._manuscript.reread(paths)
            if reread is None:
                return
            if reread.pages:
                self._clear_desks()
            self._manuscript.settle()
            self._renew(reread)
        self.bulletin.pages_changed()

    def _renew(self, reread: Reread) -> None:
        moment = self._manuscript.moment
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
            return own_answer(path.removeprefix(f"{OWN}/"))
        moment = self._manuscript.moment
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
            return page_answer(page, bar, status=500)
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
            return file_answer(place, content)
        if content is None or place.endswith(".html"):
            status = 404 if content is None else 200
            page = (content or desk.template("404.html")).decode()
            return page_answer(page, self._bar(moment.project.words[language]), status)
        return file_answer(place, content)

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
            return page_answer(page, self._bar(words))
        self._proofreader.look_at(moment, campaign)
        notes = self._proofreader.notes(moment, campaign)
        posters = f"/{_root(language, moment)}{PROOFS}/{campaign}/"
        return page_answer(page, self._bar(words, notes=notes, posters=posters))

    def _bar(
        self, words: Words, trouble: str = "", *, notes: Notes | None = None, posters: str = ""
    ) -> Bar:
        found = [d for d in self.diagnostics if d.severity is Severity.ERROR]
        if notes:
            found += notes.diagnostics
        told = notices(self._root, in_order(found))
        return Bar(words, told, trouble, posters, self._drafts)

    def _nothing_yet(self) -> Answer:
        words = self._manuscript.words
        bar = self._bar(words)
        page = blank_page(bar, words("preview.nothing-yet"), words("preview.nothing-yet-lead"))
        return page_answer(page, bar, status=503)

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
        return page_answer(page, self._bar(words, notes=notes))

    def _picture(self, parts: list[str], moment: Moment, language: str) -> Answer:
        wanted = f"/{PROOFS}/{'/'.join(parts)}"
        for planned in moment.posters(language, parts[0]):
            if proof_address(planned) == wanted:
                picture = picture_of(planned, moment.darkroom.proof(planned))
                return file_answer(wanted, picture)
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
