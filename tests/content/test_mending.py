"""Lines are mended so that YAML reads exactly what their writer meant."""

from __future__ import annotations

import pytest
import yaml

from affiche.content.mending import mend, quoted


@pytest.mark.parametrize(
    "text",
    ["a: b", "'t", '"x"', "\\", "a \"b\" 'c' \\d", "#x", "%", "- a", "", "''", "é: ë"],
)
def test_a_quoted_text_is_read_back_as_written(text: str) -> None:
    assert yaml.safe_load(f"key: {quoted(text)}") == {"key": text}


@pytest.mark.parametrize(
    ("line", "mended"),
    [
        ("title: Leer: luister # naam", 'title: "Leer: luister" # naam'),
        ("title: Leer: actie #1", 'title: "Leer: actie #1"'),
        ("  - Leren: luisteren", '  - "Leren: luisteren"'),
        ("  - how: Leren: luisteren", '  - how: "Leren: luisteren"'),
        ("title: 'Het's mooi'", 'title: "Het\'s mooi"'),
        ('title: "a" en "b"', 'title: \'"a" en "b"\''),
        ('title: "C:\\school"', "title: 'C:\\school'"),
        ("title:Leren", "title: Leren"),
        ("title:Leren: luisteren: doen", 'title: "Leren: luisteren: doen"'),
        ("  - how:@iedereen", '  - how: "@iedereen"'),
    ],
)
def test_a_line_is_mended(line: str, mended: str) -> None:
    result = mend(line)
    assert result is not None
    assert result.line == mended


@pytest.mark.parametrize(
    "line",
    ["title: Leren", 'title: "a: b"', "values: [a, b]", "zee: {hex: x}", "", "# a: b: c", "  - a",
     "title: 'it''s'", 'title: "a\\nb"', "  https://a.example"],
)  # fmt: skip
def test_a_good_line_is_left_alone(line: str) -> None:
    assert mend(line) is None
