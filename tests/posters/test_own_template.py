"""CONTRIBUTING.md explains templates by an example that works, in words that exist."""

from __future__ import annotations

import re
from pathlib import Path

from tests.posters.wall import CAMPAIGN, ROOT, TEMPLATES, made

GUIDE = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8").partition("## A poster template")[2]
LIBRARY = ROOT / "scripts/affiche/posters/templates"
SHORT = 80
"""Lines: beyond that, a template does what the library is for."""


def test_the_example_makes_posters_in_formats_of_every_shape(tmp_path: Path) -> None:
    (example,) = re.findall(r"```typst\n(.*?)```", GUIDE, re.DOTALL)
    text = CAMPAIGN.replace("template: photo", "template: invitation").replace(
        "[a4, a3, a4-landscape, a3-landscape]", "[a3, a4-landscape, screen, signature-banner]"
    )
    result = made(tmp_path, text, **{"overrides/posters/invitation.typ": example})
    assert result.diagnostics == ()
    assert [planned.name for planned, _ in result.posters] == [
        "invitation-a3",
        "invitation-a4-landscape",
        "invitation-screen",
        "invitation-signature-banner",
    ]


def test_every_word_of_the_vocabulary_exists() -> None:
    rows = re.findall(r"^\| (`[^|]*) \|", GUIDE, re.MULTILINE)
    names = re.findall(r"`([\w-]+)`", " ".join(rows))
    assert len(names) > 40
    defined = {
        name
        for path in (LIBRARY / "library").glob("*.typ")
        for name in re.findall(r"^#let ([\w-]+)", path.read_text(encoding="utf-8"), re.MULTILINE)
    }
    assert set(names) <= defined


def test_templates_are_short() -> None:
    lengths = {t: len((LIBRARY / f"{t}.typ").read_text().splitlines()) for t in TEMPLATES}
    assert max(lengths.values()) < SHORT, lengths


def test_no_template_asks_for_a_format_by_its_name() -> None:
    for template in TEMPLATES:
        source = (LIBRARY / f"{template}.typ").read_text(encoding="utf-8")
        assert "format" not in source, template
        assert "layout" not in source, template


def test_no_colour_is_written_into_a_template() -> None:
    """What is not in the data would be in RGB in files for the press."""
    literal = re.compile(r"\b(rgb|luma|cmyk|oklch)\(|\b(black|white|gray|red|blue)\b(?!:)")
    allowed = {"data.typ", "sheet.typ"}  # turns data into colours; marks on all plates
    for path in (LIBRARY / "library").glob("*.typ"):
        if path.name not in allowed:
            code = re.sub(r"//.*|colours\.\w+", "", path.read_text(encoding="utf-8"))
            assert not literal.search(code), (path.name, literal.search(code))
