"""What is written reads back as the same texts."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from affiche.content.yaml_nodes import read_fields
from affiche.editing.yaml_text import front_matter, scalar

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).map(str.strip)


@pytest.mark.parametrize("text", ["Goed overdragen", "2027-03-01", "wat weet jij?", "no", "10:30"])
def test_a_text_that_needs_no_quotes_has_none(text: str) -> None:
    assert scalar(text) == text


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("Morgen: drie uur", '"Morgen: drie uur"'),
        ("**Eén** vraag", '"**Eén** vraag"'),
        ("@groep/leren", '"@groep/leren"'),
        ('"Ja": zei ze', "'\"Ja\": zei ze'"),
        ("# hekje", '"# hekje"'),
        ("[lijst]", '"[lijst]"'),
    ],
)
def test_a_text_that_needs_quotes_has_them(text: str, written: str) -> None:
    assert scalar(text) == written


@settings(max_examples=150, deadline=None)
@given(TEXT.filter(bool))
def test_any_text_reads_back_as_it_was(text: str) -> None:
    written = front_matter({"a": text, "b": [text, {"c": text, "d": [text]}], "e": {"f": text}})
    fields, problems = read_fields(written.removeprefix("---\n").removesuffix("---\n"), "x.md")
    assert problems == []
    assert fields.data == {"a": text, "b": [text, {"c": text, "d": [text]}], "e": {"f": text}}
