"""Posters of every template can be read aloud, and kept: what the standards ask of real files."""

from __future__ import annotations

import dataclasses

import pytest

from affiche.model import Variant
from tests.posters.prepress.conformance import pdf_a_problems, pdf_ua_problems
from tests.posters.wall import LEADS, STORY, pdf_of, poster_saying

TEMPLATES = ("compare", "number", "photo", "quote", "schedule", "type", "value")

WITHOUT_WORDS = "LNK-003"
"""The code's link holds a picture with an alternative, but no letters; a known gap."""


def _made(template: str, variant: Variant) -> bytes:
    """Return the file alone: a preview would show what planning gave it."""
    poster = poster_saying("a4", template=template, variant=variant, **(STORY | LEADS))
    return pdf_of(dataclasses.replace(poster, job=dataclasses.replace(poster.job, preview=None)))


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_poster_for_screen_readers_keeps_to_pdf_ua(template: str) -> None:
    """ISO 14289-1, as far as a machine can tell."""
    assert pdf_ua_problems(_made(template, Variant.ACCESSIBLE), skip=(WITHOUT_WORDS,)) == []


@pytest.mark.parametrize("template", ["photo", "schedule"])
def test_a_poster_for_the_archive_keeps_to_pdf_a_and_pdf_ua(template: str) -> None:
    """ISO 19005-2 and ISO 14289-1, as far as a machine can tell."""
    pdf = _made(template, Variant.ARCHIVE)
    assert pdf_a_problems(pdf) == []
    assert pdf_ua_problems(pdf, skip=(WITHOUT_WORDS,)) == []
