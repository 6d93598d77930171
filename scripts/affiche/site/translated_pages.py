"""Ordinary pages in the edition's language, and a reference where there is no translation.

Pages of entities are left to ``files``.
"""

from __future__ import annotations

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files, InclusionLevel
from mkdocs.utils.meta import get_data

from affiche.site.edition import Edition
from affiche.site.overviews import OVERVIEWS


def in_language(name: str, language: str) -> str:
    """Return the name of the file that holds the page ``name`` in ``language``."""
    return f"{name.removesuffix('.md')}.{language}.md"


def translate_pages(files: Files, config: MkDocsConfig, edition: Edition) -> None:
    """Put each ordinary page into the edition's language; drop those of other languages."""
    others = edition.catalogue.brand.languages[1:]
    for name, spoken in edition.ordinary_pages.items():
        translated = {
            language: files.get_file_from_path(in_language(name, language)) for language in others
        }
        for each in filter(None, translated.values()):
            files.remove(each)
        original = files.get_file_from_path(name)
        if edition.is_default or original is None:
            continue
        if file := translated.get(edition.language):
            page = File.generated(
                config, name, content=file.content_string, inclusion=original.inclusion
            )
            page.edit_uri = file.src_uri
            replace_file(files, page)
        elif name == "index.md" or name.removesuffix("/index.md") in OVERVIEWS:
            files.remove(original)  # these are made anew, without the words of the original
        else:
            _, meta = get_data(original.content_string)
            title = str(meta.get("title") or _heading(original) or name)
            replace_file(files, reference_page(config, name, title, spoken[0], original.inclusion))
    for language in others:
        for file in list(files):
            if file.src_uri.endswith(f".{language}.md"):
                files.remove(file)  # of an entity, which has a page of its own making


def _heading(file: File) -> str | None:
    lines = file.content_string.splitlines()
    return next((line[2:].strip() for line in lines if line.startswith("# ")), None)


def reference_page(
    config: MkDocsConfig,
    name: str,
    title: str,
    language: str,
    inclusion: InclusionLevel = InclusionLevel.NOT_IN_NAV,
) -> File:
    """Return a page that says in which language the page called ``name`` is written.

    Links and the language switch lead to it, so none of them leads nowhere.
    """
    front = yaml.safe_dump(reference_front(name, title, language), allow_unicode=True)
    file = File.generated(config, name, content=f"---\n{front}---\n", inclusion=inclusion)
    file.edit_uri = None
    return file


def reference_front(name: str, title: str, language: str) -> dict[str, object]:
    """Return the fields of a page that refers to the page called ``name`` in ``language``."""
    return {
        "title": title,
        "template": "elsewhere.html",
        "hide": ["navigation", "toc"],
        "affiche": {"kind": "elsewhere", "id": name, "language": language},
    }


def replace_file(files: Files, file: File) -> None:
    """Add ``file`` to ``files``, in place of one of the same name."""
    if old := files.get_file_from_path(file.src_uri):
        files.remove(old)
    files.append(file)
