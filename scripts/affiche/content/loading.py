"""Load a project: read all files, check all of them, and only then freeze the catalogue.

What a single entity says is left to ``entities``, rules over the finished catalogue to ``checks``.
"""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from affiche.content.allowances import load_allowances
from affiche.content.body import Recall, anew, check_bodies
from affiche.content.brand import load_brand
from affiche.content.entities import Loading
from affiche.content.ordinary_pages import find_ordinary_pages
from affiche.content.own_words import load_words
from affiche.content.project import Project
from affiche.content.settings import load_settings
from affiche.report import Diagnostic, Severity, in_order


def load(root: Path, recall: Recall = anew) -> Project:
    """Return the project in the folder ``root``, with everything that is wrong in it.

    Nothing that an editor can write makes it raise.

    Args:
        root: The folder with mkdocs.yml.
        recall: Remembers what bodies were made of, which then are not read again.
    """
    settings, problems = load_settings(root)
    brand = load_brand(root, settings.overrides_dir)
    words, word_problems = load_words(root, settings.overrides_dir, brand)
    allowances, refused = load_allowances(root, settings.overrides_dir)
    loading = Loading(root, settings, brand)
    loading.read()
    ordinary = find_ordinary_pages(root, settings.docs_dir, loading.files, brand.languages)
    bodies = (*loading.bodies, *ordinary.bodies)
    diagnostics = in_order(
        [
            *problems,
            *brand.problems,
            *word_problems,
            *refused,
            *loading.problems,
            *ordinary.problems,
            *check_bodies(root, settings, brand.languages, bodies, recall=recall),
        ]
    )
    catalogues = {} if is_broken(diagnostics) else loading.catalogues()
    return Project(
        root,
        settings,
        next(iter(catalogues.values()), None),
        diagnostics,
        catalogues,
        (*loading.translations, *ordinary.translations),
        tuple(ordinary.pages),
        words,
        allowances,
    )


def is_broken(diagnostics: Iterable[Diagnostic]) -> bool:
    """Return whether any of ``diagnostics`` leaves something that nothing can be made of."""
    return any(d.severity is Severity.ERROR and d.code.must_hold for d in diagnostics)
