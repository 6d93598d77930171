"""What search knows of the site: people's words, the kind of each thing, and no more than needed.

Every page loads the index, so its size counts. How hits are ranked and shown is left to the theme.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from markupsafe import Markup, escape

from affiche.content.words import Words
from affiche.model import (
    Audience,
    Campaign,
    Catalogue,
    Entity,
    PageEntity,
    Person,
    Programme,
    Value,
)
from affiche.press import write_file
from affiche.site.edition import Edition
from affiche.site.listing import ListedPage, PageKind, entity_of, shortened, summary_of

INDEX = "search/search_index.json"
"""Where Material's search plugin writes the index, inside the site."""

WORDS_CHARACTERS = 200
"""How much an entry says beside title and summary, in each of two fields."""

SECTION_CHARACTERS = 140
"""How much of a section of an ordinary page is searched."""

FIELDS = {
    "title": {"boost": 1000.0},
    # What editors say that people call it outweighs what happens to stand in a text,
    "keywords": {"boost": 100.0},
    # as do the names of what it is linked with, a little.
    "related": {"boost": 10.0},
    "text": {"boost": 1.0},
}
"""The fields of an entry and what a hit in each is worth; the theme adds up what a query finds.

There is no stemmer: the theme makes a beginning of every word that is typed, and lunr compares
beginnings with the index as it stands, where a stemmed "delegeren" would be "deleger".
"""

Entry = dict[str, Any]
"""One thing to be found: ``location``, ``title``, ``text`` and more, all of it HTML."""


def rewrite_index(site_dir: Path, pages: Iterable[ListedPage], edition: Edition) -> None:
    """Rewrite the index that the search plugin wrote into ``site_dir``, if there is one."""
    file = site_dir / INDEX
    if not file.is_file():
        return
    index = json.loads(file.read_bytes())
    index = trim_index(index, {page.path: page for page in pages}, edition)
    text = json.dumps(index, ensure_ascii=False, separators=(",", ":"))
    write_file(file, text.encode())


def trim_index(
    index: dict[str, Any], pages: Mapping[str, ListedPage], edition: Edition
) -> dict[str, Any]:
    """Return ``index`` with an entry for each thing of the catalogue, and short ones for the rest.

    Args:
        index: As the search plugin writes it.
        pages: The pages of the site, by path.
        edition: What they were written from.
    """
    ordinary = {path for path, page in pages.items() if entity_of(page, edition) is None}
    entries = [
        _ordinary(entry, pages, edition.words)
        for entry in index["docs"]
        if entry["location"].partition("#")[0] in ordinary
    ]
    known = {entry["location"] for entry in entries}
    # Pages that the product writes itself have no text that the plugin could have read.
    entries += (
        _made_here(page, edition.words)
        for path, page in pages.items()
        if page.kind is PageKind.OVERVIEW and page.is_searched and path not in known
    )
    entries += (entry_of(entity, edition) for entity in edition.catalogue.entities)
    config = index["config"]
    if "fields" in config:
        config = config | {"fields": config["fields"] | FIELDS}
    return index | {"config": config, "docs": entries}


def entry_of(entity: PageEntity, edition: Edition) -> Entry:
    """Return how ``entity`` is found: by name, what it says, what people call it, its links."""
    words = edition.words
    title = entity.name
    named = {title.casefold(), *(word.casefold() for word in title.split())}
    own = _phrases(_own_words(entity), named)
    related = _phrases(
        _related_words(entity, edition.catalogue), named | {p.casefold() for p in own}
    )
    kind = words(f"search.{type(entity).__name__.lower()}")
    if not edition.is_here(entity):
        language = words.language_name(entity.language)
        kind = f"{kind} · {words('language.only-in', language=language)}"
    entry = {
        "location": edition.path_of(entity),
        "title": _titled(kind, title),
        "text": _paragraph(shortened(summary_of(entity))),
        "keywords": str(escape(", ".join(own))),
        "related": str(escape(", ".join(related))),
    }
    return {name: text for name, text in entry.items() if text}


def _ordinary(entry: Entry, pages: Mapping[str, ListedPage], words: Words) -> Entry:
    """Return an entry of the plugin's with a shorter text, and its kind if it is a whole page."""
    text = Markup(str(entry["text"])).striptags()  # noqa: S704  # only to be stripped of its marks
    short = entry | {"text": _paragraph(shortened(text, SECTION_CHARACTERS))}
    page = pages.get(entry["location"])
    return short | {"title": _titled(words(f"search.{page.kind}"), page.title)} if page else short


def _made_here(page: ListedPage, words: Words) -> Entry:
    return {
        "location": page.path,
        "title": _titled(words(f"search.{page.kind}"), page.title),
        "text": _paragraph(page.description),
    }


def _titled(kind: str, title: str) -> str:
    """Return ``title`` with the kind of the thing before it, as HTML.

    The theme has tags for this, but makes each a landmark for screen readers, without a name.
    """
    return str(Markup("<small>{}</small> {}").format(kind, title))


def _paragraph(text: str) -> str:
    return str(Markup("<p>{}</p>").format(text)) if text else ""


def _own_words(entity: Entity) -> Iterator[str]:
    """Yield what people call ``entity``, the most telling first."""
    yield from entity.keywords
    match entity:
        case Programme():
            yield from entity.teaches
        case Person():
            yield entity.job_title


def _related_words(entity: Entity, catalogue: Catalogue) -> Iterator[str]:
    """Yield the names of what ``entity`` is linked with, and what those are called."""
    match entity:
        case Campaign():
            programmes = [catalogue.programme[p] for p in entity.programmes]
            yield from (programme.name for programme in programmes)
            yield from (catalogue.value[v].name for v in entity.values)
            yield from (catalogue.audience[a].name for a in entity.audiences)
            yield catalogue.person[entity.sponsor].name
            for programme in programmes:
                yield from (*programme.keywords, *programme.teaches)
        case Programme():
            yield from (catalogue.value[v.value].name for v in entity.values)
            yield from (catalogue.audience[a.audience].name for a in entity.audiences)
        case Audience():
            yield from (p.name for p in catalogue.programmes_for(entity.id))
        case Person():
            yield from (value.name for value in catalogue.values_of(entity.id))
            yield from (programme.name for programme in catalogue.programmes_of(entity.id))
    if isinstance(entity, Programme | Value) and entity.sponsor:
        yield catalogue.person[entity.sponsor].name


def _phrases(phrases: Iterable[str], known: Iterable[str]) -> list[str]:
    """Return ``phrases``, each once, without those in ``known``, as many as there is room for."""
    seen = set(known)
    kept: list[str] = []
    room = WORDS_CHARACTERS
    for phrase in phrases:
        if phrase.casefold() in seen or len(phrase) > room:
            continue
        seen.add(phrase.casefold())
        kept.append(phrase)
        room -= len(phrase) + len(", ")
    return kept
