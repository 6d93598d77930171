"""Find the pages that describe no entity, with their translations, and check their front matter.

Their Markdown is left to ``body``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from affiche.content.body import Body
from affiche.content.files import read_text
from affiche.content.front_matter import FrontMatter, split
from affiche.content.project import OrdinaryPage, Translation
from affiche.content.translation import DIGEST_KEY, ordinary_digest
from affiche.content.yaml_nodes import read_fields
from affiche.report import Code, Diagnostic, Place

_RESERVED = "affiche"
"""With this field the program tells its own templates what a page is about."""


@dataclass
class Ordinary:
    """What was found."""

    pages: list[OrdinaryPage] = field(default_factory=list)
    """The originals, by path."""

    translations: list[Translation] = field(default_factory=list)
    """Their translations."""

    bodies: list[Body] = field(default_factory=list)
    """The Markdown of all of them."""

    problems: list[Diagnostic] = field(default_factory=list)
    """What is wrong with names and fields."""


@dataclass(frozen=True)
class _Text:
    text: str
    fields: dict[str, Any]
    body: str
    body_line: int = 1


def find_ordinary_pages(
    root: Path, docs_dir: str, taken: Iterable[str], languages: tuple[str, ...]
) -> Ordinary:
    """Return the pages in ``docs_dir`` that are not among ``taken``, and what is wrong with them.

    Args:
        root: The project's folder.
        docs_dir: Path from there.
        taken: Paths of entities and of their translations.
        languages: Of the brand; the first is the default.
    """
    known = set(taken)
    paths = (path.relative_to(root).as_posix() for path in sorted((root / docs_dir).rglob("*.md")))
    files = [
        path for path in paths if path not in known and not any(p[0] in "._" for p in _inside(path))
    ]
    found = Ordinary()
    found.problems += _in_a_language_s_place(files, docs_dir, languages)
    texts = {file: _read(root, file, found) for file in files}
    written: dict[str, list[str]] = {}
    for file in files:
        original, language = _original(file, languages)
        page = original.removeprefix(f"{docs_dir}/")
        body, line = texts[file].body, texts[file].body_line
        found.bodies.append(Body(file, body, line, page, language, is_story=False))
        if original in texts:
            written.setdefault(original, []).append(language)
            if file != original:
                found.translations.append(_translation(file, original, language, texts))
        else:
            message = "There is nothing of which this could be a translation."
            hint = f"Write the original first: {original}."
            found.problems.append(
                Diagnostic.of(Code.TRANSLATION_WITHOUT_ORIGINAL, Place(file), message, hint)
            )
    found.pages += (OrdinaryPage(file, tuple(spoken)) for file, spoken in written.items())
    return found


def split_page(root: Path, file: str) -> tuple[dict[str, Any], str]:
    """Return the fields of an ordinary page, and its Markdown; nothing of one that is not there."""
    if not (root / file).is_file():
        return {}, ""
    text = _read(root, file, Ordinary())
    halves = split(text.text, file) if text.fields else text.text
    return text.fields, halves.body if isinstance(halves, FrontMatter) else text.text


def _translation(
    file: str, original: str, language: str, texts: Mapping[str, _Text]
) -> Translation:
    translated_from = texts[file].fields.get(DIGEST_KEY)
    return Translation(
        None,
        "",
        language,
        file,
        original,
        ordinary_digest(texts[original].text),
        str(translated_from) if translated_from else None,
    )


def _in_a_language_s_place(
    files: list[str], docs_dir: str, languages: tuple[str, ...]
) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each folder that has the name of a language's part of the site."""
    for language in languages[1:]:
        folder = f"{docs_dir}/{language}/"
        if file := next((file for file in files if file.startswith(folder)), None):
            message = f"The site in '{language}' has the place that the folder '{language}' takes."
            hint = (
                "Give the folder another name. A translation lies beside its original: "
                f"page.{language}.md."
            )
            yield Diagnostic.of(Code.BAD_FILE_NAME, Place(file), message, hint)


def _inside(path: str) -> list[str]:
    return [part for part in path.split("/") if part]


def _original(file: str, languages: tuple[str, ...]) -> tuple[str, str]:
    stem = file.removesuffix(".md")
    for language in languages[1:]:
        if stem.endswith(f".{language}"):
            return f"{stem.removesuffix(f'.{language}')}.md", language
    return file, languages[0] if languages else ""


def _read(root: Path, file: str, found: Ordinary) -> _Text:
    """Return an ordinary page; it need not have any fields, nor any text."""
    text = read_text(root, file)
    if isinstance(text, Diagnostic):
        if text.code is not Code.EMPTY_FILE:
            found.problems.append(text)
        return _Text("", {}, "")
    if text.split("\n", 1)[0].rstrip() != "---":
        return _Text(text, {}, text)
    halves = split(text, file)
    if isinstance(halves, Diagnostic):
        found.problems.append(halves)
        return _Text(text, {}, "")
    fields, problems = read_fields(halves.fields, file, halves.line_offset)
    if _RESERVED in fields.data:
        message = f"'{_RESERVED}' is a field that only the program writes."
        place = fields.key_place((_RESERVED,))
        problems.append(Diagnostic.of(Code.UNKNOWN_KEY, place, message, "Take it out."))
    found.problems += problems
    return _Text(text, fields.data, halves.body, halves.body_line)
