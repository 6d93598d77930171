"""The page ``fields/``: every field of every form, in the reader's language."""

from __future__ import annotations

from pathlib import Path

import pytest

from affiche.content.words import words_in
from affiche.editing import FORMS, form_of
from tests.integration.pages import Document

EDITIONS = {"": "nl", "en/": "en"}


@pytest.mark.parametrize("folder", EDITIONS)
def test_every_field_has_its_place_and_its_words(site: Path, folder: str) -> None:
    page = Document(site, f"{folder}fields/index.html")
    assert words_in(EDITIONS[folder])("fields.title") in page.text
    for model in FORMS:
        form = form_of(model, EDITIONS[folder])
        for field in form.fields:
            assert f"{model.__name__.lower()}-{field.name}" in page.ids
            assert field.label in page.text


@pytest.mark.parametrize("folder", EDITIONS)
def test_fields_inside_others_are_told_too(site: Path, folder: str) -> None:
    page = Document(site, f"{folder}fields/index.html")
    assert {"campaign-posters-template", "programme-evidence-source-year"} <= set(page.ids)


@pytest.mark.parametrize("folder", EDITIONS)
def test_the_menu_leads_to_it_and_readers_do_not_find_it(site: Path, folder: str) -> None:
    page = Document(site, f"{folder}handboek/index.html")
    assert f"{folder}fields/index.html" in page.targets
    index = (site / folder / "search/search_index.json").read_text(encoding="utf-8")
    assert '"fields/' not in index
