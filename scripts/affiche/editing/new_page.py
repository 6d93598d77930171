"""Begin a page: a campaign, programme, value, audience or person that passes the checks at once.

Asking an editor what it should say is left to ``cli``; copying a campaign to ``next_year``.
"""

from __future__ import annotations

import datetime as dt
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from importlib.resources import files
from typing import Any

from affiche.content import Project, parse_prose
from affiche.content.inventory import FOLDERS
from affiche.content.naming import INDEX
from affiche.content.pages import parse_page
from affiche.content.references import Known, check_references
from affiche.content.validation import validate
from affiche.content.words import languages
from affiche.editing.formatting import formatted
from affiche.editing.scalars import one_line
from affiche.editing.yaml_text import front_matter
from affiche.model import Audience, Campaign, Catalogue, Entity, Person, Programme, Value
from affiche.model.fields import id_from
from affiche.report import Diagnostic

KINDS: dict[str, type[Entity]] = {
    "campaign": Campaign,
    "programme": Programme,
    "value": Value,
    "audience": Audience,
    "person": Person,
}
"""What can be begun, by what it is called."""

_NOTICE_DAYS = 28
"""How long before its first day a campaign is begun, unless somebody says otherwise."""

_LENGTH_DAYS = 25
"""From a Monday to the Friday of the fourth week."""

_NO_ENTITIES = ("", "index")
"""Ids that no page can have: an ``index.md`` introduces the others in its folder."""


@dataclass(frozen=True)
class NewPage:
    """A page that is not there yet, with what is known of its fields."""

    project: Project
    """Where it will be."""

    kind: type[Entity]
    """What it describes."""

    id: str
    """The name of its file or folder."""

    fields: Mapping[str, Any]
    """Texts, lists and groups by their keys; fields that nobody has filled in are None."""

    today: dt.date
    """The day on which it is begun."""

    @property
    def file(self) -> str:
        """Its path from the project's folder."""
        return page_file(self.project, self.kind, self.id)

    def having(self, field: str, value: Any) -> NewPage:
        """Return the page with ``value`` in ``field``; a last day moves along with the first."""
        fields = {**self.fields, field: value}
        if field == "starts" and self.kind is Campaign:
            fields["ends"] = last_day(value)
        return replace(self, fields=fields)

    def text(self) -> str:
        """Return what its file holds."""
        given = {key: value for key, value in self.fields.items() if value}
        words, kind = _words(self.project), _name_of(self.kind)
        places = {
            "docs": self.project.settings.docs_dir,
            "overrides": self.project.settings.overrides_dir,
        }
        remarks = {key: text.format(**places) for key, text in words[kind].items()}
        body = f"\n{words['draft']['body']}\n" if self.kind is Campaign else ""
        text = front_matter(given, remarks, self._more(words["more"])) + body
        form = formatted(text, self.file, self.kind)
        return form if isinstance(form, str) else text

    def problems_with(self, field: str) -> list[Diagnostic]:
        """Return what is wrong with ``field`` as it is filled in now."""
        page, unreadable = parse_page(self.text(), self.file, self.kind, self.id)
        if page is None:
            return unreadable
        catalogue = _catalogue(self.project)
        ids = {kind: frozenset(_ids(catalogue, kind)) for kind in KINDS.values()}
        known = Known(
            ids, frozenset(catalogue.brand.schemes), frozenset(catalogue.brand.all_formats)
        )
        found = check_references(page, known, self.project.settings)
        found += validate(self.kind, page.fields, parse_prose, id=self.id)[1]
        places = {page.fields.place(path) for path in page.fields.values if path[0] == field}
        return [each for each in found if each.place in places]

    def _more(self, words: Mapping[str, str]) -> str:
        known = _catalogue(self.project).audience
        chosen = self.fields.get("audiences") if self.kind is Campaign else ()
        benefits = "\n".join(
            f"  {each}: {one_line(words['benefit'].format(name=known[each].name_inside))}"
            for each in chosen or ()
            if each in known
        )
        day = first_day(self.today)
        return words[_name_of(self.kind)].strip().format(audiences=benefits, day=day, id=self.id)


def begin_page(
    project: Project, kind: type[Entity], title: str, entity_id: str, today: dt.date
) -> NewPage:
    """Return a page called ``title`` with what can be known of its fields.

    A programme, value, audience or sponsor is filled in when it is the only one that there is.
    """
    catalogue = _catalogue(project)
    fields: dict[str, Any]
    if kind is Campaign:
        draft = _words(project)["draft"]
        first = first_day(today)
        fields = {
            "title": title,
            "message": draft["message"],
            "call_to_action": draft["call_to_action"],
            "programmes": _only(catalogue, Programme),
            "values": _only(catalogue, Value),
            "audiences": _only(catalogue, Audience),
            "starts": first.isoformat(),
            "ends": last_day(first.isoformat()),
            "sponsor": next(iter(_only(catalogue, Person)), None),
            "posters": [{"template": "photo"}],
            "status": "draft",
        }
    else:
        fields = {"name": title, **dict.fromkeys(_FILLED_IN[kind])}
    return NewPage(project, kind, entity_id, fields, today)


_FILLED_IN: dict[type[Entity], tuple[str, ...]] = {
    Programme: ("summary", "values", "audiences", "sponsor"),
    Value: ("statement", "sponsor", "colour"),
    Audience: ("level",),
    Person: ("job_title",),
}
"""What is asked of a page that everybody sees at once, beside its name."""


def first_day(today: dt.date) -> dt.date:
    """Return the Monday on which a campaign begins that nobody dated."""
    soon = today + dt.timedelta(days=_NOTICE_DAYS)
    return soon + dt.timedelta(days=-soon.weekday() % 7)


def last_day(starts: str) -> str:
    """Return the last day of a campaign that begins on ``starts``, unless somebody names it.

    What is no date is told where it stands.
    """
    try:
        return (dt.date.fromisoformat(starts) + dt.timedelta(days=_LENGTH_DAYS)).isoformat()
    except (ValueError, OverflowError):
        return starts


def page_file(project: Project, kind: type[Entity], entity_id: str) -> str:
    """Return the path of the page of ``entity_id`` from the project's folder."""
    if kind is Campaign:
        return f"{project.settings.campaigns_dir}/{entity_id}/{INDEX}"
    return f"{project.settings.docs_dir}/{FOLDERS[kind]}/{entity_id}.md"


def id_for(title: str) -> str:
    """Return the id that ``title`` gives; empty when it has no letter that an address may have."""
    made = id_from(title)
    return "" if made in _NO_ENTITIES else made


def is_free(project: Project, kind: type[Entity], entity_id: str) -> bool:
    """Return whether a page may be called ``entity_id``: no file or folder is in its place."""
    path = project.root / page_file(project, kind, entity_id)
    place = path.parent if kind is Campaign else path
    return entity_id not in _NO_ENTITIES and not place.exists() and not place.is_symlink()


def free_id(project: Project, kind: type[Entity], wanted: str) -> str:
    """Return ``wanted``, or with the lowest number behind it that makes it an id of its own."""
    found, number = wanted, 2
    while not is_free(project, kind, found):
        found, number = f"{wanted}-{number}", number + 1
    return found


def choices(project: Project, kind: type[Entity]) -> dict[str, str]:
    """Return the names of all entities of ``kind`` by id, in reading order."""
    return _ids(_catalogue(project), kind)


def _ids(catalogue: Catalogue, kind: type[Entity]) -> dict[str, str]:
    return {each.id: each.name for each in catalogue.of_kind(kind)}


def _only(catalogue: Catalogue, kind: type[Entity]) -> list[str]:
    ids = list(_ids(catalogue, kind))
    return ids if len(ids) == 1 else []


def _catalogue(project: Project) -> Catalogue:
    assert project.catalogue  # the caller has looked
    return project.catalogue


def _name_of(kind: type[Entity]) -> str:
    return next(name for name, each in KINDS.items() if each is kind)


def _words(project: Project) -> dict[str, dict[str, str]]:
    """Return the words of the project's default language, or English ones."""
    language = _catalogue(project).brand.language
    return words_for_editors(language if language in languages() else "en")


@cache
def words_for_editors(language: str) -> dict[str, dict[str, str]]:
    """Return what a new page says about its fields, by kind and field."""
    folder = files("affiche.editing") / "words"
    return tomllib.loads((folder / f"{language}.toml").read_text(encoding="utf-8"))
