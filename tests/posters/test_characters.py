"""Characters that no font has are told: which, where they were written, and what to do."""

from __future__ import annotations

from pathlib import Path

import pytest

from affiche.posters import families, plan_posters
from affiche.posters.characters import check_characters
from affiche.report import Code, Diagnostic, as_text, in_order
from tests.posters.wall import CAMPAIGN, PAGE, campaign, opened
from tests.project import BRAND

HIEROGLYPH = "\U00013000"
"""No font for offices has it."""


def told(root: Path, text: str = CAMPAIGN, **files: str | bytes) -> tuple[Diagnostic, ...]:
    project, studio = opened(root, text, **files)
    assert project.catalogue
    posters = plan_posters(project, project.catalogue, studio, language="nl", formats=["a4", "a3"])
    assert len(posters) == 2
    return in_order(check_characters(posters, studio))


def only(found: tuple[Diagnostic, ...]) -> str:
    (said,) = found
    return as_text(said)


@pytest.fixture
def without_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let only the font package that is always there be installed."""
    found = families.find_spec
    monkeypatch.setattr(
        families, "find_spec", lambda name: found(name) if name == "rendercv_fonts" else None
    )


def test_a_character_that_no_font_has_is_told_with_both_names(tmp_path: Path) -> None:
    said = only(told(tmp_path, campaign(title=f"Leren is {HIEROGLYPH} doen")))
    assert said.startswith(f"{PAGE}:2:8  error  poster.missing-glyph\n")
    assert f"The font Poppins has no '{HIEROGLYPH}' (U+13000), and no other font" in said
    assert "overrides/fonts/" in said


def test_every_character_that_lacks_is_told_once(tmp_path: Path) -> None:
    found = told(tmp_path, campaign(title=f"{HIEROGLYPH} en \U00013001 en {HIEROGLYPH}"))
    assert [d.code for d in found] == [Code.MISSING_GLYPH] * 2


def test_text_is_looked_up_in_the_font_of_text(tmp_path: Path) -> None:
    said = only(told(tmp_path, campaign(message=f"Leren is {HIEROGLYPH} doen")))
    assert f"The font Source Sans 3 has no '{HIEROGLYPH}'" in said


def test_what_is_written_in_the_small_print_is_the_brands(tmp_path: Path) -> None:
    brand = BRAND + f"small_print: Vraag {HIEROGLYPH}\n"
    said = only(told(tmp_path, **{"overrides/brand.yml": brand}))
    line = brand.splitlines().index(f"small_print: Vraag {HIEROGLYPH}") + 1
    assert said.startswith(f"overrides/brand.yml:{line}:14  error  poster.missing-glyph\n")


def test_what_a_template_leads_with_is_looked_up_too(tmp_path: Path) -> None:
    text = campaign(endorsement=f"Ik begin {HIEROGLYPH}").replace(": photo", ": quote")
    said = only(told(tmp_path, text))
    line = text.splitlines().index(next(t for t in text.splitlines() if "endorsement" in t)) + 1
    assert said.startswith(f"{PAGE}:{line}:")
    assert f"The font Poppins has no '{HIEROGLYPH}'" in said


def test_what_a_template_does_not_show_is_not_looked_up(tmp_path: Path) -> None:
    assert told(tmp_path, campaign(endorsement=f"Ik begin {HIEROGLYPH}")) == ()


def test_an_emoji_is_called_one(tmp_path: Path) -> None:
    said = only(told(tmp_path, campaign(title="Feest 🎉")))
    assert "has no '🎉' (U+1F389): it is an emoji" in said
    assert "Leave it out, or say it in words." in said


def test_a_symbol_in_black_is_no_emoji(tmp_path: Path) -> None:
    assert told(tmp_path, campaign(title="Klaar ✓ → af")) == ()


@pytest.mark.usefixtures("without_extra")
def test_a_script_that_is_not_installed_is_told_with_what_to_install(tmp_path: Path) -> None:
    said = only(told(tmp_path, campaign(title="التعلّم، يبدأ")))
    assert "The font Poppins has no 'ا' (U+0627) and 10 more such characters" in said
    assert "pip install 'affiche[world]'" in said


@pytest.mark.parametrize(
    "title", ["Ñandú", "Η μάθηση", "Учение", "Źdźbło", "Iğdır", "הלמידה", "学び", "배움", "学习"]
)
@pytest.mark.usefixtures("without_extra")
def test_these_need_nothing_installed(tmp_path: Path, title: str) -> None:
    assert told(tmp_path, campaign(title=title)) == ()


@pytest.mark.parametrize("title", ["التعلّم يبدأ", "การเรียนรู้", "სწავლა", "שָׁלוֹם צה״ל"])
def test_the_extra_has_these(tmp_path: Path, title: str) -> None:
    assert told(tmp_path, campaign(title=title)) == ()


@pytest.mark.parametrize("title", ["Cafe\u0301", "می\u200cشود", "Le\u00adren", "Leren\ufe0f"])
def test_what_has_no_shape_of_its_own_is_not_looked_up(tmp_path: Path, title: str) -> None:
    assert told(tmp_path, campaign(title=title)) == ()
