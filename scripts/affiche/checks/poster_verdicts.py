"""What is wrong with each campaign's posters, remembered while nothing that they hang on changes.

Whoever checks wants the verdict alone, and nearly all posters are as they were when it was last
given: these are neither planned nor looked up. Making those that changed is left to ``posters``.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from affiche import posters  # what it offers is imported when it is asked for
from affiche.content import Project
from affiche.content.inventory import FOLDERS
from affiche.model import Brand, Catalogue
from affiche.posters.prepress import profile_candidates
from affiche.press import Memory, Progress, Store
from affiche.report import Code, Diagnostic, Place, Repair

if TYPE_CHECKING:
    from affiche.posters import Studio


class PosterVerdicts:
    """What is said of a project's posters."""

    def __init__(
        self, project: Project, catalogues: Mapping[str, Catalogue], brand: Brand, store: Store
    ) -> None:
        """Look at ``project``; nothing is planned yet.

        Args:
            project: Where files lie.
            catalogues: Whose posters are meant, by language.
            brand: Of the project.
            store: Where posters and verdicts are kept.
        """
        self._project, self._catalogues, self._brand = project, catalogues, brand
        self._store, self._memory = store, Memory(store.folder)
        self._shared = self._all_but_campaigns()

    def of_studio(self) -> tuple[Diagnostic, ...]:
        """Return what is wrong with the brand's typefaces and with its profile of the press."""
        question = f"studio\0{self._shared}"
        return _from_text(self._memory.recall(question, lambda: _as_text(self._opened[1])))

    def of_posters(self, on_progress: Progress) -> tuple[Diagnostic, ...]:
        """Return what is wrong with all posters; call it only when nothing else has an error.

        Args:
            on_progress: Told how many posters are done, of those that are not remembered.
        """
        campaigns = dict.fromkeys(
            campaign.id for each in self._catalogues.values() for campaign in each.campaigns
        )
        questions = {campaign: self._question(campaign) for campaign in campaigns}
        known = {each: self._memory.known(question) for each, question in questions.items()}
        new = [campaign for campaign, answer in known.items() if answer is None]
        found = self._found(new, on_progress) if new else ()
        own = {campaign: self._about(campaign, found) for campaign in new}
        if len(found) != sum(map(len, own.values())):
            # Something that all share, such as the brand's small print, is told once for all.
            return self._found(campaigns, on_progress)
        for campaign, problems in own.items():
            self._memory.note(questions[campaign], _as_text(problems))
        remembered = [each for answer in known.values() if answer for each in _from_text(answer)]
        return (*remembered, *found)

    @cached_property
    def _opened(self) -> tuple[Studio, tuple[Diagnostic, ...]]:
        return posters.open_studio(self._project, self._brand)

    def _found(self, campaigns: Iterable[str], on_progress: Progress) -> tuple[Diagnostic, ...]:
        studio, _ = self._opened
        planned = posters.plan_in_languages(
            self._project,
            self._catalogues,
            studio,
            campaigns=tuple(campaigns),
            memory=self._memory,
        )
        made = posters.make_posters(
            planned, studio, self._store, notes_only=True, on_progress=on_progress
        )
        return made.diagnostics

    def _about(self, campaign: str, found: Iterable[Diagnostic]) -> list[Diagnostic]:
        folder = f"{self._project.settings.campaigns_dir}/{campaign}/"
        return [each for each in found if each.place.file.startswith(folder)]

    def _question(self, campaign: str) -> str:
        folder = self._project.root / self._project.settings.campaigns_dir / campaign
        return f"posters\0{self._shared}\0{campaign}\0{_digest([folder])}"

    def _all_but_campaigns(self) -> str:
        """Return the digest of all that every poster may hang on, and that no campaign holds."""
        root, settings = self._project.root, self._project.settings
        overrides = root / settings.overrides_dir
        press = self._brand.press
        profile = next(profile_candidates(press.profile, overrides), None) if press else None
        entities = (root / settings.docs_dir / folder for folder in FOLDERS.values())
        folders = [overrides, *entities, *([profile] if profile else [])]
        return f"{settings}\0{[*self._catalogues]}\0{_digest(folders)}"


def _digest(paths: Iterable[Path]) -> str:
    """Return the SHA-256 of all files at and under ``paths``, with their names."""
    digest = hashlib.sha256()
    for path in paths:
        for file in sorted(_files(path)):
            try:
                content = file.read_bytes()
            except OSError as error:  # nothing that is needed, or it would have been told before
                content = str(error).encode()
            name = f"{file.relative_to(path.parent)}\0{len(content)}\0"
            digest.update(name.encode(errors="surrogateescape"))
            digest.update(content)
    return digest.hexdigest()


def _files(path: Path) -> Iterator[Path]:
    if path.is_dir():
        yield from (each for each in path.rglob("*") if each.is_file())
    else:
        yield path


def _as_text(diagnostics: Iterable[Diagnostic]) -> str:
    return json.dumps(
        [
            {
                "code": each.code.name,
                "place": astuple(each.place),
                "message": each.message,
                "hint": each.hint,
                "repair": astuple(each.repair) if each.repair else None,
            }
            for each in diagnostics
        ]
    )


def _from_text(text: str) -> tuple[Diagnostic, ...]:
    return tuple(
        Diagnostic.of(
            Code[each["code"]],
            Place(*each["place"]),
            each["message"],
            each["hint"],
            _repair(*each["repair"]) if each["repair"] else None,
        )
        for each in json.loads(text)
    )


def _repair(place: list[Any], old: str, new: str) -> Repair:
    return Repair(Place(*place), old, new)
