"""Every page in every language, and no translation of a text that has since changed.

What a translation leaves out is told by ``content``, which sees it while reading.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Mapping

from affiche.content import Project, Translation, page_digest
from affiche.content.history import History
from affiche.model import Campaign, Catalogue, State
from affiche.report import Code, Diagnostic, Place


def check_translations(
    project: Project, catalogues: Mapping[str, Catalogue], today: dt.date
) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each page that a language lacks, and for each stale translation.

    Args:
        project: Whose files are looked at.
        catalogues: What may be seen, by language; the first is the default.
        today: A campaign that is over need not be translated any more.
    """
    for language, catalogue in list(catalogues.items())[1:]:
        for entity in catalogue.entities:
            over = isinstance(entity, Campaign) and entity.state(today) is State.ENDED
            if entity.language != language and not over:
                yield _missing(entity.source.file, language)
        for page in project.ordinary_pages:
            if language not in page.languages:
                yield _missing(page.file, language)
    yield from _check_age(project)


def _missing(file: str, language: str) -> Diagnostic:
    name = f"{file.removesuffix('.md')}.{language}.md"
    return Diagnostic.of(
        Code.TRANSLATION_MISSING,
        Place(file),
        f"There is no translation into '{language}'; its readers are sent to this page.",
        f"Write {name} beside it: its texts in '{language}', and nothing else.",
    )


def _check_age(project: Project) -> Iterator[Diagnostic]:
    history: History | None = None
    for translation in project.translations:
        if translation.translated_from:
            if translation.translated_from != translation.digest:
                yield _stale(translation, translation.digest)
            continue
        history = history or History(project.root)
        if _changed_since(translation, history):
            yield _stale(translation, translation.digest)


def _changed_since(translation: Translation, history: History) -> bool:
    """Return whether the original's texts differ from those that lay beside the translation."""
    commit = history.last_commit(translation.file)
    text = history.text_at(commit, translation.original) if commit else None
    if text is None:
        return False
    then = page_digest(text, translation.original, translation.kind, translation.id)
    return then is not None and then != translation.digest


def _stale(translation: Translation, digest: str) -> Diagnostic:
    return Diagnostic.of(
        Code.TRANSLATION_STALE,
        Place(translation.file),
        f"{translation.original} has changed since it was translated.",
        f"Bring the translation up to date, then write translated_from: {digest} in it.",
    )
