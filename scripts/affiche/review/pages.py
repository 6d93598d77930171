"""Which pages read otherwise, and which others show something of what changed on them.

Posters and sessions have modules of their own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from affiche.content import Project
from affiche.model import (
    Audience,
    Brand,
    Campaign,
    Catalogue,
    PageEntity,
    Person,
    Programme,
    Value,
)
from affiche.review.changes import Change, LineChange, PageChange, PageReference
from affiche.review.reading import lines_of, ordinary_lines, title_of
from affiche.review.texts import compare_lines

_ONLY_THERE = (
    "",
    "posters",
    "owner",
    "reviewed",
    "review_by",
    "keywords",
    "objectives",
    "touchpoints",
)
"""Fields that no other page shows; the empty one is the story."""


def compare_pages(base: Project, head: Project) -> tuple[PageChange, ...]:
    """Return the pages that read otherwise, the brand first, then by kind and file."""
    told: set[tuple[_Key, LineChange]] = set()
    changes = [*_brand(base, head)]
    for index, (language, catalogue) in enumerate(head.catalogues.items()):
        for key, change in _entities(base.catalogues.get(language), catalogue, language):
            # Dates, choices and sessions are written once, in the original, and told once.
            fresh = tuple(line for line in change.lines if (key, line) not in told)
            told |= {(key, line) for line in change.lines}
            if fresh or index == 0 or change.change is not Change.CHANGED:
                changes.append(change.model_copy(update={"lines": fresh}))
    return (*changes, *_ordinary(base, head))


def reference(entity: PageEntity) -> PageReference:
    """Return where ``entity`` is written."""
    return PageReference(title=entity.name, file=entity.source.file)


def shown_on(entity: PageEntity, catalogue: Catalogue) -> tuple[PageReference, ...]:
    """Return the pages that show something of ``entity`` besides its own."""
    pages: list[PageEntity] = []
    match entity:
        case Value(id=name):
            pages += catalogue.programmes_with_value(name) + catalogue.campaigns_with_value(name)
            pages += _known(catalogue.person, entity.sponsor)
        case Audience(id=name):
            pages += catalogue.programmes_for(name) + catalogue.campaigns_for(name)
        case Person(id=name):
            pages += catalogue.values_of(name) + catalogue.programmes_of(name)
            pages += catalogue.campaigns_of(name)
        case Programme(id=name):
            pages += catalogue.campaigns_with_programme(name)
            pages += _known(catalogue.value, *(link.value for link in entity.values))
            pages += _known(catalogue.audience, *(link.audience for link in entity.audiences))
            pages += _known(catalogue.person, entity.sponsor)
        case Campaign():
            pages += _known(catalogue.programme, *entity.programmes)
            pages += _known(catalogue.value, *entity.values)
            pages += _known(catalogue.audience, *entity.audiences)
            pages += _known(catalogue.person, entity.sponsor)
    return tuple(dict.fromkeys(reference(page) for page in pages))


def _known(entities: Mapping[str, PageEntity], *names: str | None) -> list[PageEntity]:
    return [entities[name] for name in names if name and name in entities]


_Key = tuple[type[PageEntity], str]
"""The kind and the id of an entity."""


def _entities(
    base: Catalogue | None, head: Catalogue, language: str
) -> Iterator[tuple[_Key, PageChange]]:
    before = {(type(e), e.id): e for e in _written(base, language)}
    after = {(type(e), e.id): e for e in _written(head, language)}
    for key in sorted(before.keys() | after.keys(), key=lambda key: (_KINDS.index(key[0]), key[1])):
        was, now = before.get(key), after.get(key)
        entity = now or was
        assert entity  # it is in one of the two
        lines = compare_lines(lines_of(was), lines_of(now)) if was and now else ()
        moved = getattr(was, "sessions", ()) != getattr(now, "sessions", ())
        if was and now and not lines and not moved:
            continue
        told = moved or not (was and now) or any(_is_shown_elsewhere(line) for line in lines)
        yield (
            key,
            PageChange(
                change=_change(was, now),
                kind=type(entity).__name__.lower(),
                title=entity.name,
                file=entity.source.file,
                language=language,
                lines=lines,
                shown_on=shown_on(entity, head) if told else (),
            ),
        )


_KINDS = (Campaign, Programme, Value, Audience, Person)


def _written(catalogue: Catalogue | None, language: str) -> Iterator[PageEntity]:
    """Yield the entities that are written in ``language``; others only stand in for them."""
    return (e for e in (catalogue.entities if catalogue else ()) if e.language == language)


def _is_shown_elsewhere(line: LineChange) -> bool:
    return line.field.partition(".")[0] not in _ONLY_THERE


def _change(was: object, now: object) -> Change:
    if was and now:
        return Change.CHANGED
    return Change.ADDED if now else Change.REMOVED


def _brand(base: Project, head: Project) -> Iterator[PageChange]:
    assert head.catalogue  # compared only when it could be loaded
    brand: Brand = head.catalogue.brand
    if base.catalogue is None:
        return
    if lines := compare_lines(lines_of(base.catalogue.brand), lines_of(brand)):
        yield PageChange(
            change=Change.CHANGED,
            kind="brand",
            title=brand.name,
            file=brand.source.file,
            language=brand.language,
            lines=lines,
        )


def _ordinary(base: Project, head: Project) -> Iterator[PageChange]:
    before, after = _ordinary_files(base), _ordinary_files(head)
    for file in sorted(before.keys() | after.keys()):
        was = ordinary_lines(base.root, file) if file in before else ()
        now = ordinary_lines(head.root, file) if file in after else ()
        lines = compare_lines(was, now)
        change = _change(file in before, file in after)
        if lines or change is not Change.CHANGED:
            yield PageChange(
                change=change,
                kind="page",
                title=title_of(head.root if file in after else base.root, file),
                file=file,
                language=after.get(file) or before[file],
                lines=lines if change is Change.CHANGED else (),
            )


def _ordinary_files(project: Project) -> dict[str, str]:
    """Return the files of ordinary pages, each with its language."""
    originals = {page.file: page.languages[0] for page in project.ordinary_pages}
    translations = {t.file: t.language for t in project.translations if t.kind is None}
    return originals | translations
