"""What is written reads back as the same texts."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from affiche.content.yaml_nodes import read_fields
from affiche.editing.yaml_text import front_matter
from tests.trying import tried

TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), min_size=1).map(str.strip)


@tried(few=150, many=5000)
@given(TEXT.filter(bool))
def test_any_text_reads_back_as_it_was(text: str) -> None:
    written = front_matter({"a": text, "b": [text, {"c": text, "d": [text]}], "e": {"f": text}})
    fields, problems = read_fields(written.removeprefix("---\n").removesuffix("---\n"), "x.md")
    assert problems == []
    assert fields.data == {"a": text, "b": [text, {"c": text, "d": [text]}], "e": {"f": text}}
