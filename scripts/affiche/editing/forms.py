"""Every field that editors write, as a form shows it: what it is called, what it takes, its limits.

Read from the model and from ``content.field_words``, so that it cannot say anything else than what
is checked. Turning a form into a JSON Schema, a configuration or a page is left to others.
"""

from __future__ import annotations

import re
from dataclasses import replace
from enum import StrEnum
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from annotated_types import Ge, Gt, Le, MaxLen, MinLen
from pydantic.fields import FieldInfo

from affiche.content.assets import endings_of
from affiche.content.field_words import choice_words, field_words, kind_words
from affiche.content.pages import EACH
from affiche.content.references import kind_named
from affiche.content.schema import fields_of, model_at
from affiche.content.translated_fields import TEXTS, TOLD_APART_BY
from affiche.editing.form import Choice, Form, FormField, Kind, Vocabulary
from affiche.model import (
    Audience,
    Brand,
    Campaign,
    Entity,
    KeyPath,
    Location,
    Part,
    Person,
    Programme,
    Value,
    Variant,
)
from affiche.model.dates import DATE_PATTERN, MOMENT_PATTERN, Date, Moment
from affiche.model.fields import (
    ID_PATTERN,
    LANGUAGE_PATTERN,
    Address,
    Headline,
    Id,
    LanguageCode,
    Line,
    ProseField,
)
from affiche.model.focus import FOCUS_PATTERN, Focus
from affiche.model.palette import HEX_PATTERN, Hex
from affiche.model.trigger import OFFSET_PATTERN, WEEKLY_PATTERN, Trigger

FORMS: tuple[type[Part], ...] = (Campaign, Programme, Value, Audience, Person, Location, Brand)
"""What editors and brand owners write, in the order in which they meet it."""


@cache
def form_of(model: type[Part], language: str) -> Form:
    """Return the form for files that describe a ``model``, one of ``FORMS``.

    Args:
        model: What the file describes.
        language: Of labels and help; English where nobody wrote them in it.
    """
    words = kind_words(model, language)
    fields = _Reading(model, language).group(model, ())
    if issubclass(model, Entity):
        # The model of all entities comes first; a form begins with what is the entity's own.
        own = [field for field in fields if field.name not in Entity.model_fields]
        fields = (*own, *(field for field in fields if field not in own))
    return Form(model, words.one, words.many, words.help, fields)


@cache
def translation_form(model: type[Part], language: str) -> Form:
    """Return the form for a translation of a ``model``: its texts, and what tells items apart."""
    form = form_of(model, language)
    return replace(form, fields=_texts_of(model, form.fields))


_MARKS: tuple[tuple[Any, Kind, str, str], ...] = (
    (Line, Kind.LINE, "", ""),
    (Headline, Kind.LINES, "", ""),
    (ProseField, Kind.PROSE, "", ""),
    (Date, Kind.DATE, DATE_PATTERN.pattern, "2027-03-01"),
    (Moment, Kind.MOMENT, MOMENT_PATTERN.pattern, "2027-03-01T13:30"),
    (Address, Kind.ADDRESS, "", "https://leren.example/aanmelden"),
    (Id, Kind.NAME, ID_PATTERN.pattern, "leren-begint-bovenaan"),
    (LanguageCode, Kind.LANGUAGE, LANGUAGE_PATTERN.pattern, "en"),
    (Hex, Kind.COLOUR, HEX_PATTERN.pattern, "#2348C9"),
    (Focus, Kind.LINE, FOCUS_PATTERN.pattern, "60% 30%"),
    (
        Trigger,
        Kind.LINE,
        f"(?:{OFFSET_PATTERN.pattern})|(?:{WEEKLY_PATTERN.pattern})",
        "starts -14d",
    ),
)
"""What each type of the model takes; told by the validator that it carries."""

_VOCABULARIES: dict[tuple[str, str], Vocabulary] = {
    ("Campaign", "artwork"): Vocabulary.ARTWORK,
    ("Poster", "template"): Vocabulary.TEMPLATES,
    ("Poster", "formats"): Vocabulary.FORMATS,
    ("Value", "colour"): Vocabulary.SCHEMES,
    ("Brand", "formats"): Vocabulary.FORMATS,
    ("Brand", "ink"): Vocabulary.COLOURS,
    ("Brand", "paper"): Vocabulary.COLOURS,
    ("Press", "text"): Vocabulary.COLOURS,
    **{
        ("Scheme", name): Vocabulary.COLOURS
        for name in ("ground", "text", "first", "second", "panel", "accent", "accent_dark")
    },
}
_PAIRS = {("Campaign", "benefits"): "audience"}
_FOR_EXAMPLE = re.compile(r"(?:for example|:) `([^`]+)`")


class _Reading:
    """Reads the form of one kind of file off its model."""

    def __init__(self, model: type[Part], language: str) -> None:
        self._model, self._language = model, language

    def group(self, model: type[Part], path: KeyPath) -> tuple[FormField, ...]:
        hints = get_type_hints(model, include_extras=True)
        keys = {info.alias or name: name for name, info in model.model_fields.items()}
        return tuple(
            self._field(model, key, info, hints[keys[key]], path)
            for key, info in fields_of(model).items()
            # The file's name gives it.
            if not (key == "id" and issubclass(model, Entity))
        )

    def _field(
        self, model: type[Part], key: str, info: FieldInfo, hint: Any, path: KeyPath
    ) -> FormField:
        words = field_words(model, key, self._language)
        vocabulary = _VOCABULARIES.get((model.__name__, key))
        read = self._value(hint, (*path, key), vocabulary)
        limits = _limits(info.metadata, is_whole=read.is_whole)
        said = _FOR_EXAMPLE.search(words.help)
        return replace(
            read,
            name=key,
            label=words.label,
            help=words.help,
            required=info.is_required(),
            default=_default(info),
            example=read.example or (said[1] if said else ""),
            least=limits[0] if limits[0] is not None else read.least,
            most=limits[1] if limits[1] is not None else read.most,
            short_key=_PAIRS.get((model.__name__, key), ""),
        )

    def _value(self, hint: Any, path: KeyPath, vocabulary: Vocabulary | None) -> FormField:
        bare, metadata = _unwrapped(hint)
        if vocabulary and bare is str:
            return FormField("", Kind.KNOWN, vocabulary=vocabulary)
        for mark, kind, pattern, example in _MARKS:
            if mark.__metadata__[0] in metadata:
                return self._text(FormField("", kind, pattern=pattern, example=example), path)
        return self._shape(bare, metadata, path, vocabulary)

    def _text(self, field: FormField, path: KeyPath) -> FormField:
        if refers_to := kind_named(self._model, path):
            return replace(field, kind=Kind.REFERENCE, refers_to=refers_to, example="")
        if endings := endings_of(self._model, path):
            return replace(field, kind=Kind.FILE, endings=endings)
        return field

    def _shape(
        self, bare: Any, metadata: tuple[Any, ...], path: KeyPath, vocabulary: Vocabulary | None
    ) -> FormField:
        least, most = _limits(metadata, is_whole=bare is int)
        arguments = get_args(bare)
        if get_origin(bare) is tuple:
            items = self._value(arguments[0], (*path, EACH), vocabulary)
            if arguments[-1] is not Ellipsis:
                least = most = len(arguments)
            return FormField("", Kind.LIST, items=items, least=least, most=most)
        if get_origin(bare) is dict:
            items = self._value(arguments[1], (*path, EACH), vocabulary)
            return FormField("", Kind.NAMED, items=items, least=least, most=most)
        if issubclass(bare, StrEnum):
            return FormField("", Kind.CHOICE, choices=self._choices(bare))
        if issubclass(bare, Part):
            return FormField("", Kind.GROUP, fields=self.group(bare, path))
        return FormField("", Kind.NUMBER, least=least, most=most, is_whole=bare is int)

    def _choices(self, choices: type[StrEnum]) -> tuple[Choice, ...]:
        # Formats for screens are always made for them; nobody writes it.
        values = [choice for choice in choices if choice is not Variant.SCREEN]
        return tuple(
            Choice(value.value, choice_words(choices.__name__, value.value, self._language))
            for value in values
        )


def _unwrapped(hint: Any) -> tuple[Any, tuple[Any, ...]]:
    """Strip ``Annotated`` and ``| None``, and return what ``Annotated`` said."""
    metadata: tuple[Any, ...] = ()
    while True:
        if hasattr(hint, "__metadata__"):
            metadata += hint.__metadata__
            hint = get_args(hint)[0]
        elif get_origin(hint) not in (tuple, dict) and type(None) in get_args(hint):
            hint = next(each for each in get_args(hint) if each is not type(None))
        else:
            return hint, metadata


def _limits(metadata: Any, *, is_whole: bool) -> tuple[float | None, float | None]:
    least: Any = None
    most: Any = None
    for outer in metadata:
        for each in getattr(outer, "metadata", (outer,)):
            match each:
                case Ge(limit) | MinLen(limit):
                    least = limit
                case Gt(limit):
                    least = limit + 1 if is_whole else limit  # type: ignore[operator]  # a number
                case Le(limit) | MaxLen(limit):
                    most = limit
                case _:
                    pass
    return least, most


def _default(info: FieldInfo) -> str | None:
    value = info.default
    if isinstance(value, StrEnum):
        return value.value
    return str(value) if isinstance(value, (str, int, float)) else None


def _texts_of(model: type[Part], fields: tuple[FormField, ...]) -> tuple[FormField, ...]:
    """Return those of ``fields`` that a translation of ``model`` may carry."""
    texts, apart = TEXTS.get(model, frozenset()), TOLD_APART_BY.get(model, ())
    found = []
    for field in fields:
        inner = _inside(model, field)
        if field.name in texts or field.name in apart:
            found.append(replace(field, required=False))
        elif inner and field.items:
            kept = _texts_of(inner, field.items.fields)
            if any(each.name not in TOLD_APART_BY.get(inner, ()) for each in kept):
                items = replace(field.items, fields=kept)
                found.append(replace(field, items=items, required=False, least=None))
        elif inner and (kept := _texts_of(inner, field.fields)):
            found.append(replace(field, fields=kept, required=False))
    return tuple(found)


def _inside(model: type[Part], field: FormField) -> type[Part] | None:
    if field.kind is Kind.LIST and field.items and field.items.fields:
        return model_at(model, (field.name, 0))
    return model_at(model, (field.name,)) if field.fields else None
