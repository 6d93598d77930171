"""Text on posters fits its place, whatever it says: measured in the PDF, not in the template."""

from __future__ import annotations

import json
import re
from itertools import combinations, pairwise
from pathlib import Path
from typing import Any

import pytest

from affiche.model import FORMATS
from affiche.posters import PlannedPoster
from affiche.report import Code
from tests.posters.wall import (
    ALL_FORMATS,
    PT_PER_MM,
    Line,
    Sheet,
    campaign,
    laid_out,
    made,
    measured,
    poster_saying,
    saying,
)

SHORT = "Leren begint bovenaan."
LONGER = "Wie leidt, leert het eerst, en wie het eerst leert, leidt het langst."
COMPOUND = "Arbeidsongeschiktheidsverzekeringsmaatschappij"
LONG = ("Wie een vraag stelt, geeft iemand anders de kans om beter na te denken. " * 9)[:299] + "n"
MARKUP = [
    '#panic("no")',
    "$x^2$",
    "<lab>",
    "@ref",
    "C:\\temp\\x",
    "*stars*",
    "_under_",
    "`tick`",
    "= kop",
    "//",
    "#let a",
    "~",
    "[x]",
]

every_format = pytest.mark.parametrize("paper", ALL_FORMATS)


def sheet(paper: str, headline: str = SHORT) -> Sheet:
    return measured(well(poster_saying(paper, headline=headline)))


def well(poster: PlannedPoster) -> bytes:
    pdf, complaints = laid_out(poster)
    assert complaints == []
    return pdf


def too_much(paper: str, **data: Any) -> list[dict[str, Any]]:
    return laid_out(poster_saying(paper, **data))[1]


def squeezed(text: str) -> str:
    return re.sub(r"\s+", "", text)


def width(line: Line) -> float:
    return line.right - line.left


@every_format
def test_headline_shrinks_before_it_breaks(paper: str) -> None:
    short, longer = sheet(paper, SHORT), sheet(paper, LONGER)
    largest, size = short.headline()[0].size, longer.headline()[0].size
    assert FORMATS[paper].smallest_headline_pt <= size < largest
    assert largest == pytest.approx(0.116 * min(short.width, short.height), abs=0.1)


@every_format
def test_headline_is_never_smaller_than_can_be_read(paper: str) -> None:
    """Of ever longer headlines, those that still come out are in a readable size."""
    sizes = []
    for words in range(2, 40, 3):
        text = " ".join(LONG.split()[:words])
        if too_much(paper, headline=text):
            break
        sizes.append(sheet(paper, text).headline()[0].size)
    else:
        pytest.fail("no headline was too long")
    assert len(sizes) > 2
    assert sizes == sorted(sizes, reverse=True)
    assert sizes[-1] >= FORMATS[paper].smallest_headline_pt - 0.01


@every_format
@pytest.mark.parametrize("text", [COMPOUND, f"De {COMPOUND} leert door."])
def test_no_word_is_cut(paper: str, text: str) -> None:
    if overflow := too_much(paper, headline=text):
        assert [item["field"] for item in overflow] == ["headline"]
        return
    lines = [line.text.strip() for line in sheet(paper, text).headline()]
    assert " ".join(lines) == text


@every_format
def test_a_word_that_fits_only_smaller_makes_the_headline_smaller(paper: str) -> None:
    lines = sheet(paper, "Verantwoordelijk.").headline()
    assert [line.text for line in lines] == ["Verantwoordelijk."]
    assert lines[0].size < sheet(paper).headline()[0].size


@every_format
@pytest.mark.parametrize(
    "text", [SHORT, "Wie vraagt, die leert.", "Een vraag stellen is geen zwakte."]
)
def test_lines_are_balanced(paper: str, text: str) -> None:
    """No other breaks into as many lines would leave a shorter longest line."""
    lines = sheet(paper, text).headline()
    assert len(lines) > 1
    words = text.split()
    best = min(
        max(len(" ".join(words[i:j])) for i, j in pairwise((0, *breaks, len(words))))
        for breaks in combinations(range(1, len(words)), len(lines) - 1)
    )
    longest = max(len(line.text.strip()) for line in lines)
    assert longest <= best + 1  # letters differ in width


@every_format
def test_a_line_break_that_was_written_is_kept(paper: str) -> None:
    lines = sheet(paper, "Leren\nbegint op 1.").headline()
    assert [line.text.strip() for line in lines] == ["Leren", "begint op 1."]


@every_format
@pytest.mark.parametrize("text", ["Ja.", SHORT, LONGER])
def test_text_stays_inside_the_safe_area(paper: str, text: str) -> None:
    page = sheet(paper, text)
    safe = FORMATS[paper].safe_area_mm * PT_PER_MM
    assert min(line.left for line in page.lines) >= safe
    assert min(line.top for line in page.lines) >= safe
    assert max(line.right for line in page.lines) <= page.width - safe
    assert max(line.bottom for line in page.lines) <= page.height - safe


@every_format
@pytest.mark.parametrize("text", [SHORT, LONGER])
def test_no_text_stands_on_other_text(paper: str, text: str) -> None:
    points = [saying("Twee dagdelen, geen huiswerk"), saying("Met mensen uit je eigen vak")]
    poster = poster_saying(paper, headline=text, points=points, points_text=["a", "b"])
    page = measured(well(poster))
    title = page.headline()
    (
        kicker,
        *_,
    ) = page.lines
    others = [line for line in page.lines if line not in title and line is not kicker]
    assert len(others) >= 5
    assert kicker.bottom <= min(line.top for line in title)
    assert max(line.bottom for line in title) <= min(line.top for line in others)
    for index, one in enumerate(others):
        for other in others[index + 1 :]:
            apart = (
                one.right <= other.left
                or other.right <= one.left
                or one.bottom <= other.top + 0.35 * one.size  # descenders reach into the next line
                or other.bottom <= one.top + 0.35 * one.size
            )
            assert apart, f"{one} meets {other}"


@every_format
def test_text_is_printed_as_it_was_written(paper: str) -> None:
    text = " ".join(MARKUP)
    poster = poster_saying(
        paper,
        message=saying(text),
        message_text=text,
        when=MARKUP[0],
        kicker="$x$ *y* #z",
        small_print="<a> @b \\c",
        call_to_action="*Kies* #dit",
    )
    page = squeezed(measured(well(poster)).text)
    for written in (text, MARKUP[0], "$x$ *y* #z", "<a> @b \\c", "*Kies* #dit"):
        assert squeezed(written) in page


@pytest.mark.parametrize("markup", MARKUP)
def test_a_headline_is_printed_as_it_was_written(markup: str) -> None:
    page = measured(well(poster_saying("a4", headline=f"Kies {markup} nu.")))
    assert squeezed(f"Kies{markup}nu.") in squeezed(page.text)


def complaint(root: Path, text: str, code: Code) -> int:
    """Return the number of characters in the one diagnostic that there must be."""
    (said,) = made(root, text).diagnostics
    assert said.code is code
    found = re.search(r"at least (\d+) characters? shorter", said.hint)
    assert found, said
    return int(found[1])


HEADLINES = (
    LONG,
    "Vraag. " * 40 + "Klaar",
    "verantwoordelijkheidsgevoel " * 6 + "telt",
    "Goede vragen, betere antwoorden en nog betere gesprekken aan de keukentafel van de "
    "afdeling, elke vrijdag opnieuw en dat het hele jaar door tot in december",
)


@pytest.mark.parametrize("headline", HEADLINES)
def test_a_headline_too_long_is_told_once_with_a_number_that_is_true(
    tmp_path: Path, headline: str
) -> None:
    lose = complaint(tmp_path / "0", campaign(title=headline), Code.HEADLINE_TOO_LONG)
    fits = made(tmp_path / "1", campaign(title=headline[:-lose].rstrip()))
    assert fits.diagnostics == ()
    assert len(fits.posters) == len(ALL_FORMATS)


@pytest.mark.parametrize("headline", HEADLINES)
def test_a_headline_too_long_need_not_lose_more_than_is_told(tmp_path: Path, headline: str) -> None:
    lose = complaint(tmp_path / "0", campaign(title=headline), Code.HEADLINE_TOO_LONG)
    kept = headline[: 1 - lose] if lose > 1 else headline
    assert kept == kept.rstrip()
    (said,) = made(tmp_path / "1", campaign(title=kept)).diagnostics
    assert said.code is Code.HEADLINE_TOO_LONG


def test_a_headline_too_long_is_told_where_it_was_written(tmp_path: Path) -> None:
    (said,) = made(tmp_path, campaign(title=LONG)).diagnostics
    assert str(said.place) == "campaigns/bovenaan/index.md:2:8"
    assert "a3, a3-landscape, a4, a4-landscape" in said.message


SENTENCES = (
    "Wie leidt, geeft het voorbeeld, en wie het voorbeeld geeft, stelt als eerste de vraag. " * 12
).strip()


@pytest.mark.parametrize("field", ["message", "when"])
def test_other_text_too_long_is_told_once_with_a_number_that_is_true(
    tmp_path: Path, field: str
) -> None:
    text = SENTENCES if field == "message" else SENTENCES.replace(". ", " · ")
    lose = complaint(tmp_path / "0", campaign(**{field: text}), Code.TEXT_TOO_LONG)
    assert made(tmp_path / "1", campaign(**{field: text[:-lose].rstrip()})).diagnostics == ()
    (said,) = made(tmp_path / "2", campaign(**{field: text[: 2 - lose]})).diagnostics
    assert said.code is Code.TEXT_TOO_LONG


def test_points_too_long_are_told_once_with_a_number_that_is_true(tmp_path: Path) -> None:
    """The number is what goes when every point keeps an equal share."""
    point = SENTENCES[:400]

    def with_points(*points: str) -> str:
        listed = json.dumps(points, ensure_ascii=False)
        return campaign(call_to_action="Kies").replace("title:", f"points: {listed}\ntitle:", 1)

    lose = complaint(tmp_path / "0", with_points(point, point, point), Code.TEXT_TOO_LONG)
    assert lose % 3 == 0
    shorter = point[: -lose // 3].rstrip()
    assert made(tmp_path / "1", with_points(shorter, shorter, shorter)).diagnostics == ()
    longer = point[: 2 - lose // 3]
    (said,) = made(tmp_path / "2", with_points(longer, longer, longer)).diagnostics
    assert said.code is Code.TEXT_TOO_LONG


@every_format
@pytest.mark.parametrize(
    ("field", "words"),
    [
        ("kicker", "Nieuwsgierig · voor " + "vakspecialisten, " * 12 + "teamleiders"),
        ("call_to_action", "Schrijf je vandaag nog in voor alle dagdelen " * 4),
        ("call_to_action", COMPOUND),
        ("small_print", f"Vragen: {COMPOUND * 6}@meridiaan.example"),
    ],
)
def test_no_small_text_runs_out_of_its_place_unsaid(field: str, words: str, paper: str) -> None:
    (problem,) = too_much(paper, **{field: words})
    assert problem["field"] == field
    lose = problem["lose"]
    assert isinstance(lose, int)
    assert 0 < lose < len(words)
    assert too_much(paper, **{field: words[:-lose]}) == []


@every_format
def test_a_long_kicker_gets_smaller_first(paper: str) -> None:
    kicker = "Nieuwsgierig · voor directie, senior management en teamleiders"
    assert too_much(paper, kicker=kicker) == []
