"""Every template in every format, whatever is written: a good poster, or a complaint that is true.

The whole product is swept with ``AFFICHE_SLOW=1``; otherwise each template, each format and each
text meet a few times. How a headline breaks is left to ``test_fit``, how posters look to
``test_golden``.
"""

from __future__ import annotations

import io
import json
import os
from itertools import combinations, product
from typing import Any

import pikepdf
import pytest
from PIL import Image

from affiche.model import FORMATS, Layout, Variant
from affiche.posters import FAMILIES
from affiche.posters.typesetting import typesetter
from tests.posters.wall import (
    LEADS,
    PT_PER_MM,
    STORY,
    TEMPLATES,
    Line,
    Sheet,
    laid_out,
    measured,
    poster_saying,
    prose,
    proses,
    raster,
)

SLOW = "AFFICHE_SLOW" in os.environ
SENTENCES = "Wie een vraag stelt, geeft iemand anders de kans om beter na te denken. "
TEXTS = {
    "1": "A",
    "20": "Leer van een buddy nu",
    "60": "Wie leidt, leert het eerst, en wie leert, die leidt het langst.",
    "120": (SENTENCES * 2)[:119] + ".",
    "300": (SENTENCES * 5)[:299] + ".",
    "compound": "Rindfleischetikettierungsüberwachungsaufgabenübertragungsgesetz",
    "40-letters": "x" * 40,
}
"""At the edges of what fits: the longest German compound, and a word that has no hyphens."""


def pairs(*axes: tuple[str, ...]) -> list[tuple[str, ...]]:
    """Return all combinations when there is time; else each value of each axis a few times."""
    if SLOW:
        return list(product(*axes))
    longest = max(map(len, axes))
    # The axes are turned against each other, so that their values keep meeting new ones.
    return [
        tuple(axis[(row * (1 + shift)) % len(axis)] for shift, axis in enumerate(axes))
        for row in range(longest)
    ]


def leads(text: str) -> dict[str, Any]:
    """Return what templates lead with, with ``text`` as the words of all of it."""
    return {
        "headline": text,
        "sponsor": LEADS["sponsor"] | prose("quote", text),
        "value": LEADS["value"] | prose("statement", text) | proses("behaviours", text, "Kort."),
        "fact": LEADS["fact"] | prose("text", text),
        "compare": proses("do", text, "Kort.") | proses("avoid", "Kort.", text),
        "sessions": [session | {"title": text} for session in LEADS["sessions"]],
    }


def overlap(one: Line, other: Line) -> bool:
    """Whether letters of one line stand on letters of another; descenders may reach in."""
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    return across > 0.5 and down > 0.35 * max(one.size, other.size)


def assert_good(page: Sheet, paper: str) -> None:
    """Every letter in the safe area, in a size that can be read, and none on another."""
    size = FORMATS[paper]
    safe = size.safe_area_mm * PT_PER_MM
    lines = [line for line in page.lines if line.text.strip()]
    assert lines
    for line in lines:
        assert line.left >= safe - 0.5, line
        assert line.right <= page.width - safe + 0.5, line
        assert line.top >= safe - 0.5, line
        assert line.bottom <= page.height - safe + 0.5, line
        assert line.size >= size.smallest_text_pt - 0.01, line
    for one, other in combinations(lines, 2):
        assert not overlap(one, other), (one, other)


@pytest.mark.parametrize(("template", "paper", "text"), pairs(TEMPLATES, (*FORMATS,), (*TEXTS,)))
def test_whatever_is_written_gives_a_good_poster_or_a_complaint(
    template: str, paper: str, text: str
) -> None:
    words = leads(TEXTS[text]) | STORY
    pdf, complaints = laid_out(poster_saying(paper, template=template, **(LEADS | words)))
    for complaint in complaints:
        assert 0 < complaint["lose"] <= 2 * len(TEXTS[text]) + 10, complaint
    if complaints:
        assert text not in {"1", "20"}, complaints
    else:
        assert_good(measured(pdf), paper)


@pytest.mark.parametrize(("template", "paper"), pairs(TEMPLATES, (*FORMATS,)))
def test_a_poster_without_what_may_be_missing_is_good(template: str, paper: str) -> None:
    bare: dict[str, Any] = {
        **prose("message", ""),
        **proses("points"),
        "message": [],
        "when": "",
        "kicker": "",
        "small_print": "",
        "sponsor": LEADS["sponsor"] | {"portrait": None},
        "value": LEADS["value"] | proses("behaviours"),
        "sessions": [],
    }
    poster = poster_saying(paper, template=template, **(LEADS | bare))
    pdf, complaints = laid_out(poster)
    assert complaints == []
    assert_good(measured(pdf), paper)


@pytest.mark.parametrize(
    ("template", "lack", "told"),
    [
        ("quote", {"sponsor": LEADS["sponsor"] | {"quote": None, "quote_text": ""}}, "quote"),
        ("number", {"fact": None}, "fact"),
        ("compare", {"compare": None}, "compare"),
    ],
)
def test_a_template_tells_what_it_cannot_do_without(
    template: str, lack: dict[str, Any], told: str
) -> None:
    _, complaints = laid_out(poster_saying("a4", template=template, **(LEADS | lack)))
    assert complaints == [{"field": told}]


@pytest.mark.parametrize("paper", ["a4", "screen", "social", "meeting-background", "large-print"])
def test_only_the_parts_of_the_format_appear(paper: str) -> None:
    text = " ".join(measured(laid_out(poster_saying(paper, **LEADS, **STORY))[0]).text.split())
    said = {
        "kicker": "voor leidinggevenden",
        "headline": "Leren begint",
        "message": "Twee dagdelen over luisteren",
        "points": "geen huiswerk",
        "when": "3 december 2026",
        "call_to_action": "Kies je dagdeel",
        "small_print": "academie@meridiaan.example",
    }
    assert {part for part, words in said.items() if words in text} == {
        part for part in FORMATS[paper].parts if part in said
    }


@pytest.mark.parametrize(
    ("field", "paper"),
    [
        ("when", "signature-banner"),
        ("when", "social"),
        ("headline", "signature-banner"),
        ("call_to_action", "meeting-background"),
        ("message", "screen-portrait"),
        ("small_print", "large-print"),
    ],
)
def test_text_that_does_not_fit_is_told_beside_the_stage_too(field: str, paper: str) -> None:
    long = SENTENCES * 12 if field != "small_print" else "x" * 90
    data = prose("message", long) if field == "message" else {field: long}
    _, complaints = laid_out(poster_saying(paper, **(LEADS | STORY | data)))
    assert [complaint["field"] for complaint in complaints] == [field]
    assert 0 < complaints[0]["lose"] < len(long)


def test_what_is_left_out_of_a_brief_list_is_counted() -> None:
    many = LEADS["value"] | proses("behaviours", *[SENTENCES.strip()] * 9)
    poster = poster_saying("signature-banner", template="schedule", **LEADS)
    assert "en nog 2" in measured(laid_out(poster)[0]).text
    poster = poster_saying("social", template="value", **(LEADS | {"value": many}))
    pdf, complaints = laid_out(poster)
    assert complaints == []
    shown = measured(pdf).text.count("Wie een vraag stelt")
    assert f"en nog {9 - shown}" in measured(pdf).text


def test_the_scene_gives_way_for_the_last_sessions() -> None:
    sessions = [LEADS["sessions"][0] | {"title": f"Sessie {number}"} for number in range(1, 10)]

    def shown(count: int) -> tuple[Sheet, int]:
        data = LEADS | {"sessions": sessions[:count], "headline": TEXTS["60"]}
        page = measured(laid_out(poster_saying("a4", template="schedule", **data))[0])
        return page, page.text.count("Sessie")

    page, count = shown(5)
    assert (count, "en nog" in page.text) == (5, False)
    assert max(line.bottom for line in page.lines if "Utrecht" in line.text) > 0.55 * page.height
    page, count = shown(9)
    assert f"en nog {9 - count}" in page.text


def test_nobody_is_named_for_a_photograph_that_gave_way() -> None:
    picture = {"alt": "Een zaal.", "credit": "Studio"}
    sessions = {"sessions": [LEADS["sessions"][0]] * 4, "picture": picture}
    for headline, shown in (("Leren.", True), ("Leren begint bovenaan.", False)):
        data = LEADS | STORY | sessions | {"headline": headline}
        with typesetter(poster_saying("a5", template="schedule", **data).job.drawing) as setter:
            text = measured(setter.page("pdf")).text
            assert bool(setter.said("<picture-place>")) == shown
            assert ("Foto: Studio" in text) == shown


def test_what_to_do_and_to_leave_can_be_read_in_a_meeting() -> None:
    poster = poster_saying("meeting-background", template="compare", **LEADS)
    lines = measured(laid_out(poster)[0]).lines
    (item,) = (line for line in lines if "Wacht vijf tellen" in line.text)
    assert item.size >= 1.25 * FORMATS["meeting-background"].smallest_text_pt


def test_a_backdrop_keeps_its_middle_free_of_words() -> None:
    backdrops = [name for name, size in FORMATS.items() if size.layout is Layout.BACKDROP]
    assert backdrops
    for paper, template in product(backdrops, TEMPLATES):
        page = measured(laid_out(poster_saying(paper, template=template, **LEADS, **STORY))[0])
        for line in page.lines:
            assert line.right < 0.36 * page.width or line.left > 0.7 * page.width, line


@pytest.mark.parametrize("family", FAMILIES)
@pytest.mark.parametrize(
    ("template", "paper"), [("photo", "screen"), ("number", "signature-banner"), ("value", "a4")]
)
def test_no_text_stands_on_artwork(family: str, template: str, paper: str) -> None:
    """Its colours are not chosen for text: what is found here could not be read."""
    whole = LEADS | STORY | {"headline": TEXTS["60"]}
    given = json.loads(poster_saying(paper).job.drawing.data)["colours"]
    colours = given | {"first": "#FF0000", "second": "#FF0000"}
    for seed in (11, 1_354_950_215):
        artwork = {"family": family, "seed": seed}
        data = whole | {"colours": colours, "artwork": artwork}
        pdf, complaints = laid_out(poster_saying(paper, template=template, **data))
        assert complaints == []
        page = measured(pdf)
        scale = 600 / max(page.width, page.height)
        picture = raster(pdf, 72 * scale)
        for line in page.lines:
            edges = (line.left, line.top, line.right + 1, line.bottom + 1)
            part = picture.crop(tuple(int(edge * scale) for edge in edges))
            red = sum(
                count
                for count, (r, g, b) in part.getcolors(1 << 20)
                if r > 150 and g < 90 and b < 90
            )
            assert red < 0.015 * part.width * part.height, (seed, line)


LAYOUT_VARIANTS = (Variant.OFFICE, Variant.ACCESSIBLE, Variant.ARCHIVE, Variant.PRESS)


@pytest.mark.parametrize("template", TEMPLATES)
def test_text_stands_in_the_same_place_in_every_variant(template: str) -> None:
    found = []
    for variant in LAYOUT_VARIANTS:
        poster = poster_saying("a4", template=template, variant=variant, **LEADS, **STORY)
        pdf, complaints = laid_out(poster)
        assert complaints == []
        page = measured(pdf)
        # Marks need room around the trim size: 3 mm of bleed and 7 mm beside it.
        aside = 10 * PT_PER_MM if variant is Variant.PRESS else 0
        found.append(
            [
                (x.text, round(x.left - aside, 1), round(x.top - aside, 1), round(x.size, 2))
                for x in page.lines
            ]
        )
    assert found[0]
    assert all(lines == found[0] for lines in found)


def test_a_press_file_has_room_for_marks_around_the_bleed() -> None:
    poster = poster_saying("a4", variant=Variant.PRESS, **LEADS)
    pdf, _ = laid_out(poster)
    picture = raster(pdf, 72).convert("RGB")
    mm = PT_PER_MM
    assert picture.size == (round(230 * mm), round(317 * mm))
    ground = picture.getpixel((int(115 * mm), int(12 * mm)))
    assert picture.getpixel((int(115 * mm), int(7.6 * mm))) == ground != (255, 255, 255)
    assert picture.getpixel((int(7.6 * mm), int(20 * mm))) == ground
    # Outside the bleed nothing but marks: crop marks in line with the trim edges.
    slug = picture.crop((0, 0, picture.width, int(6.5 * mm))).convert("L")
    dark = {x for x in range(slug.width) for y in range(slug.height) if slug.getpixel((x, y)) < 200}
    assert {round(x / mm) for x in dark} >= {10, 115, 220}
    assert len(dark) < 0.1 * slug.width


def test_an_office_file_has_a_white_border_where_printers_do_not_reach() -> None:
    picture = raster(laid_out(poster_saying("a4", variant=Variant.OFFICE, **LEADS))[0], 72)
    border = int(5 * PT_PER_MM) - 1
    inside = (border, border, picture.width - border, picture.height - border)
    frame = picture.copy()
    frame.paste((255, 255, 255), inside)
    assert frame.getcolors() == [(picture.width * picture.height, (255, 255, 255))]
    assert picture.getpixel((border + 3, border + 3)) != (255, 255, 255)


def test_a_language_from_right_to_left_mirrors_the_layout() -> None:
    words = LEADS | STORY
    here, there = (
        measured(laid_out(poster_saying("a4-landscape", direction=direction, **words))[0])
        for direction in ("ltr", "rtl")
    )
    left = {line.text.strip(". "): line for line in here.lines}
    twins = [(line, left.get(line.text.strip(". "))) for line in there.lines]
    assert sum(twin is not None for _, twin in twins) >= 5
    for line, twin in twins:
        if twin:
            assert line.right == pytest.approx(there.width - twin.left, abs=line.size), line
    code = [raster(laid_out(poster_saying("a4", direction=d))[0], 60) for d in ("ltr", "rtl")]
    flipped = code[1].transpose(Image.Transpose.FLIP_LEFT_RIGHT)
    # Artwork and photograph change sides with the text; modules of the code do not.
    assert flipped.getpixel((60, 300)) == code[0].getpixel((60, 300))


def test_the_code_is_one_curve_on_white() -> None:
    pdf, _ = laid_out(poster_saying("a4", **LEADS))
    rows = json.loads(poster_saying("a4").job.drawing.data)["code"]
    runs = sum(len([run for run in row.split("0") if run]) for row in rows)
    with pikepdf.open(io.BytesIO(pdf)) as document:
        operators = [str(i.operator) for i in pikepdf.parse_content_stream(document.pages[0])]
    paths = "".join({"m": "m", "f": "f"}.get(o, "") for o in operators).split("f")
    assert max(path.count("m") for path in paths) == runs


@pytest.mark.parametrize(
    ("language", "words"),
    [("nl", "verantwoordelijkheidsgevoel " * 3), ("de", "Rindfleischetikettierungsgesetz " * 3)],
)
def test_running_text_is_hyphenated_by_its_language_where_a_word_is_too_wide(
    language: str, words: str
) -> None:
    """A strip has the narrowest column."""
    long = words.replace(" ", "") + "."
    size = json.loads(poster_saying("a4").job.drawing.data)["format"]
    data = {**LEADS, **prose("message", long), "language": language, "format": size}
    pdf, complaints = laid_out(poster_saying("a4", **data))
    assert complaints == []
    page = measured(pdf)
    assert long not in page.text
    assert_good(page, "a4")


def test_a_headline_is_never_hyphenated() -> None:
    text = "Verantwoordelijk zijn hoort bij leidinggeven."
    for template in ("photo", "type"):
        page = measured(laid_out(poster_saying("a4", template=template, headline=text))[0])
        assert " ".join(line.text.strip() for line in page.headline()) == text


def test_japanese_breaks_between_any_two_characters() -> None:
    """Not measured as one word: that would be too long for any poster."""
    text = "学びは上から始まる。質問する人は、ほかの人に考える機会を与える。"
    _, complaints = laid_out(poster_saying("a4", headline=text, language="ja"))
    assert complaints == []
