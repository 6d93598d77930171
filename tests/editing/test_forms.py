"""Every field has its words in every language, and the form says what the model demands."""

from __future__ import annotations

import pytest

from affiche.content.field_words import docstring_help, field_words, kind_words
from affiche.content.words import languages
from affiche.editing.form import FormField, Kind, Vocabulary, every_field
from affiche.editing.forms import FORMS, form_of, translation_form
from affiche.model import Campaign, Entity, Part, Person, Programme, Value


def field(model: type[Part], *path: str) -> FormField:
    fields = form_of(model, "nl").fields
    for name in path[:-1]:
        found = next(each for each in fields if each.name == name)
        fields = found.items.fields if found.items else found.fields
    return next(each for each in fields if each.name == path[-1])


def named(model: type[Part], language: str) -> list[FormField]:
    return [each for each in every_field(form_of(model, language).fields) if each.name]


@pytest.mark.parametrize("language", languages())
@pytest.mark.parametrize("model", FORMS)
def test_every_field_has_a_label_and_help(model: type[Part], language: str) -> None:
    assert kind_words(model, language).one
    for each in named(model, language):
        assert each.label, each.name
        assert each.help.endswith((".", "?")), each.name


@pytest.mark.parametrize("model", FORMS)
def test_no_dutch_help_repeats_the_english(model: type[Part]) -> None:
    english = {(e.name, e.help) for e in named(model, "en")}
    assert not english & {(e.name, e.help) for e in named(model, "nl")}


def test_english_help_is_the_docstring_of_the_field() -> None:
    assert field_words(Campaign, "starts", "en").help == docstring_help(Campaign, "starts")
    assert docstring_help(Campaign, "call_to_action") == "A verb and an object: `Kies je dagdeel`."


def test_a_language_that_nobody_described_fields_in_has_the_english_words() -> None:
    assert form_of(Value, "fr") == form_of(Value, "en")


def test_an_entity_s_own_fields_come_before_those_of_all_entities() -> None:
    names = [each.name for each in form_of(Campaign, "nl").fields]
    assert names[0] == "title"
    assert names[-4:] == ["owner", "reviewed", "review_by", "keywords"]
    assert "id" not in names


@pytest.mark.parametrize(
    ("path", "kind"),
    [
        (("title",), Kind.LINE),
        (("message",), Kind.PROSE),
        (("starts",), Kind.DATE),
        (("status",), Kind.CHOICE),
        (("sponsor",), Kind.REFERENCE),
        (("image",), Kind.FILE),
        (("artwork",), Kind.KNOWN),
        (("posters", "headline"), Kind.LINES),
        (("posters", "locations"), Kind.FILE),
        (("posters", "audience"), Kind.REFERENCE),
        (("evidence", "source", "year"), Kind.NUMBER),
        (("objectives",), Kind.GROUP),
    ],
)
def test_a_field_takes_what_its_type_says(path: tuple[str, ...], kind: Kind) -> None:
    assert field(Campaign, *path).kind is kind


def test_references_limits_defaults_and_choices_are_those_of_the_model() -> None:
    assert field(Campaign, "sponsor").refers_to is Person
    programmes = field(Campaign, "programmes")
    assert programmes.items
    assert (programmes.items.refers_to, programmes.least) == (Programme, 1)
    assert field(Campaign, "points").most == 3
    assert field(Campaign, "status").default == "draft"
    assert field(Campaign, "posters", "template").vocabulary is Vocabulary.TEMPLATES
    assert field(Campaign, "posters", "locations").endings == (".csv",)
    assert field(Campaign, "posters", "variants").items
    year = field(Programme, "evidence", "source", "year")
    assert (year.least, year.most, year.is_whole) == (1900, 2100, True)
    assert field(Programme, "sessions", "capacity").least == 1
    assert field(Programme, "sessions", "register").kind is Kind.ADDRESS


def test_screens_are_no_variant_to_choose() -> None:
    variants = field(Campaign, "posters", "variants").items
    assert variants
    assert "screen" not in [choice.value for choice in variants.choices]


@pytest.mark.parametrize("model", [model for model in FORMS if issubclass(model, Entity)])
def test_a_translation_holds_texts_and_nothing_that_must_be_there(model: type[Part]) -> None:
    fields = every_field(translation_form(model, "nl").fields)
    assert fields
    assert not [each.name for each in fields if each.required]
    kinds = {each.kind for each in fields}
    assert not kinds & {Kind.DATE, Kind.CHOICE, Kind.FILE, Kind.NUMBER}


def test_a_translation_names_the_items_that_it_translates() -> None:
    form = translation_form(Programme, "nl")
    values = next(each for each in form.fields if each.name == "values")
    assert values.items
    assert [each.name for each in values.items.fields] == ["value", "how"]
