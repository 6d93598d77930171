"""Every page in every language, and no translation of a text that has since changed.

What a translation leaves out is told by ``content``, which sees it while reading.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping

from affiche.content import Project, Translation, page_digest
from affiche.content.files import read_text
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
    """Yield a diagnostic for each translation whose original says something else by now.

    The translator may have said of which texts it is one; else what lay beside it counts when it
    was last committed.
    """
    unsaid = [each for each in project.translations if not each.translated_from]
    then = _digests_then(project, unsaid)
    for translation in project.translations:
        digest = translation.translated_from or then.get(translation.file)
        if digest not in (None, translation.digest):
            yield _stale(translation, translation.digest)


def _digests_then(project: Project, translations: Iterable[Translation]) -> dict[str, str]:
    """Return the digest of the original that lay beside each translation, by its file."""
    history = History(project.root)
    commits = history.last_commits(each.file for each in translations)
    beside = {
        each.file: (commits[each.file], each.original)
        for each in translations
        if each.file in commits
    }
    texts = history.texts_at(beside.values())
    digests = {
        each.file: _digest(project, each, texts[beside[each.file]])
        for each in translations
        if beside.get(each.file) in texts
    }
    return {file: digest for file, digest in digests.items() if digest is not None}


def _digest(project: Project, translation: Translation, original: str) -> str | None:
    """Return the digest of ``original``, which nearly always is what the file still holds."""
    if original == read_text(project.root, translation.original):
        return translation.digest
    return page_digest(original, translation.original, translation.kind, translation.id)


def _stale(translation: Translation, digest: str) -> Diagnostic:
    return Diagnostic.of(
        Code.TRANSLATION_STALE,
        Place(translation.file),
        f"{translation.original} has changed since it was translated.",
        f"Bring the translation up to date, then write translated_from: {digest} in it.",
    )
