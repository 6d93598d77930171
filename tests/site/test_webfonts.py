"""Web fonts are smaller copies of the posters' typefaces."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from affiche.posters.fonts import find_fonts
from affiche.press import Artefact
from affiche.site.webfonts import WEB_FONT, WebFontJob, plan_web_fonts, render_web_font


@pytest.fixture(scope="module")
def job(tmp_path_factory: pytest.TempPathFactory) -> WebFontJob:
    folder = tmp_path_factory.mktemp("overrides")
    headline, text = find_fonts("Poppins", folder), find_fonts("Source Sans 3", folder)
    return next(j for j in plan_web_fonts(headline, text) if j.family == "Poppins")


@pytest.fixture(scope="module")
def made(job: WebFontJob) -> Artefact:
    return render_web_font(job)


def test_the_subset_is_a_small_woff2_under_the_same_name(job: WebFontJob, made: Artefact) -> None:
    content = made.file(WEB_FONT)
    assert content.startswith(b"wOF2")
    assert len(content) < len(job.content) / 2
    whole, subset = TTFont(io.BytesIO(job.content)), TTFont(io.BytesIO(content))
    assert subset["name"].getBestFamilyName() == whole["name"].getBestFamilyName() == "Poppins"
    assert len(subset.getGlyphOrder()) < len(whole.getGlyphOrder())


def test_the_subset_has_what_european_texts_need(made: Artefact) -> None:
    characters = TTFont(io.BytesIO(made.file(WEB_FONT))).getBestCmap()
    assert {ord(c) for c in "Aaéëïñøß€’‘“–·…"} <= set(characters)


def test_the_same_font_gives_the_same_bytes(job: WebFontJob, made: Artefact) -> None:
    again = WebFontJob(job.family, job.weight, job.italic, job.content)
    assert render_web_font(again) == made
    assert again.digest == job.digest


def test_another_font_has_another_digest(job: WebFontJob) -> None:
    other = WebFontJob(job.family, job.weight, job.italic, job.content + b"\0")
    assert other.digest != job.digest


def test_headlines_are_bold_and_upright_and_text_comes_in_all_styles(tmp_path: Path) -> None:
    headline, text = find_fonts("Poppins", tmp_path), find_fonts("Source Sans 3", tmp_path)
    jobs = plan_web_fonts(headline, text)
    assert all(j.weight >= 600 and not j.italic for j in jobs if j.family == "Poppins")
    assert len([j for j in jobs if j.family == "Source Sans 3"]) == len(text) >= 4


def test_a_typeface_for_both_roles_is_made_once(tmp_path: Path) -> None:
    text = find_fonts("Source Sans 3", tmp_path)
    jobs = plan_web_fonts(text, text)
    names = [j.file_name for j in jobs]
    assert len(names) == len(set(names)) == len(text)


@pytest.mark.parametrize(
    ("italic", "name"),
    [(False, "source-sans-3-700.woff2"), (True, "source-sans-3-700-italic.woff2")],
)
def test_a_file_is_named_after_its_style(italic: bool, name: str) -> None:
    assert WebFontJob("Source Sans 3", 700, italic, b"").file_name == name
