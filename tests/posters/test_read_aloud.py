"""Posters of every template can be read aloud, and kept: what the standards ask of real files."""

from __future__ import annotations

import dataclasses
import io
from functools import cache

import pikepdf
import pytest

from affiche.model import Variant
from tests.posters.prepress.conformance import elements_of, pdf_a_problems, pdf_ua_problems
from tests.posters.wall import LEADS, STORY, TEMPLATES, pdf_of, poster_saying

HOLDERS = ("/Document", "/Div", "/LBody", "/LI", "/L", "/BlockQuote")
"""Tags that hold others; words that stand in one of them alone are nothing to who listens."""


@cache
def made(template: str, variant: Variant = Variant.ACCESSIBLE) -> bytes:
    """Return the file alone: a preview would show what planning gave it."""
    poster = poster_saying("a4", template=template, variant=variant, **(STORY | LEADS))
    return pdf_of(dataclasses.replace(poster, job=dataclasses.replace(poster.job, preview=None)))


def read(template: str) -> list[tuple[str, str]]:
    """Return the kinds of the elements of a poster and of what they are in, in reading order."""
    with pikepdf.open(io.BytesIO(made(template))) as pdf:
        elements = elements_of(pdf.Root.StructTreeRoot)
        return [(str(one.S), str(one.P.get("/S", ""))) for one in elements]


@pytest.mark.parametrize("template", TEMPLATES)
def test_a_poster_for_screen_readers_keeps_to_pdf_ua(template: str) -> None:
    """ISO 14289-1, as far as a machine can tell."""
    assert pdf_ua_problems(made(template)) == []


@pytest.mark.parametrize("template", ["photo", "schedule"])
def test_a_poster_for_the_archive_keeps_to_pdf_a_and_pdf_ua(template: str) -> None:
    """ISO 19005-2 and ISO 14289-1, as far as a machine can tell."""
    pdf = made(template, Variant.ARCHIVE)
    assert pdf_a_problems(pdf) == []
    assert pdf_ua_problems(pdf) == []


@pytest.mark.parametrize("template", TEMPLATES)
def test_every_word_is_part_of_a_heading_or_a_paragraph(template: str) -> None:
    elements = read(template)
    assert [kind for kind, _ in elements].count("/H1") == 1
    assert [pair for pair in elements if pair[0] == "/Span" and pair[1] in HOLDERS] == []


def test_what_the_code_is_for_is_said_in_its_link() -> None:
    assert [kind for kind, holder in read("photo") if holder == "/Link"] == ["/Figure", "/P"]


def test_sessions_are_a_list() -> None:
    kinds = [kind for kind, _ in read("schedule")]
    assert kinds.index("/L") < kinds.index("/LI")
    points, sessions = len(STORY["points"]), len(LEADS["sessions"])
    assert kinds.count("/LI") == sessions + points
    assert kinds.count("/L") == 2


def test_do_and_avoid_are_headings_under_the_headline() -> None:
    kinds = [kind for kind, _ in read("compare")]
    assert [kind for kind in kinds if kind in {"/H1", "/H2", "/L"}][:5] == [
        "/H1",
        "/H2",
        "/L",
        "/H2",
        "/L",
    ]


def test_a_quote_is_no_heading_and_is_read_before_the_portrait() -> None:
    kinds = [kind for kind, _ in read("quote")]
    order = [kind for kind in kinds if kind in {"/H1", "/BlockQuote", "/Figure"}]
    assert order[:3] == ["/H1", "/BlockQuote", "/Figure"]
