"""Posters in other scripts: no boxes, letters joined and in their order, one typeface a word."""

from __future__ import annotations

import pypdfium2
import pytest
from fontTools.unicodedata import script

from affiche.posters import render, typesetting
from affiche.posters.families import FALLBACKS, Family
from affiche.posters.fonts import find_typeface
from tests.posters.wall import laid_out, measured, pdf_of
from tests.posters.world import HEADLINES, glyphs_in, poster_in

FAMILIES = {
    "ar": "IBMPlexSansArabic-Bold",
    "el": "SourceSans3-Bold",
    "fa": "IBMPlexSansArabic-Bold",
    "he": "OpenSans-Bold",
    "hi": "Poppins-Bold",
    "ja": "NotoSansJP-Bold",
    "ko": "NotoSansKR-Bold",
    "pl": "Poppins-Bold",
    "ru": "SourceSans3-Bold",
    "th": "KurintoSans-Bd",
    "tr": "Poppins-Bold",
    "vi": "SourceSans3-Bold",
    "zh": "NotoSansSC-Bold",
}
"""What a bold headline in Poppins becomes; the brand's text is in Source Sans 3."""


Box = tuple[float, float, float, float]
"""Left, bottom, right and top, in pt."""


def boxes_of(language: str, headline: str) -> list[tuple[str, Box]]:
    """Return the characters of ``headline``, which stand in the largest size, with their boxes."""
    page = pypdfium2.PdfDocument(pdf_of(poster_in(language, headline)))[0].get_textpage()
    sizes = [pypdfium2.raw.FPDFText_GetFontSize(page, i) for i in range(page.count_chars())]
    large = (i for i, size in enumerate(sizes) if size == max(sizes))
    return [(page.get_text_range(i, 1), page.get_charbox(i)) for i in large]


def lefts_of(language: str, headline: str) -> dict[str, float]:
    """Return where each character of ``headline`` begins."""
    return {character: box[0] for character, box in boxes_of(language, headline)}


@pytest.mark.parametrize("language", sorted(HEADLINES))
def test_a_headline_is_set_in_one_typeface_without_a_box(language: str) -> None:
    glyphs = list(glyphs_in(pdf_of(poster_in(language))))
    assert all(number for _, number in glyphs)
    fonts = {font for font, _ in glyphs}
    assert FAMILIES[language] in fonts


@pytest.mark.parametrize("language", ["el", "vi"])
def test_letters_of_two_typefaces_never_stand_in_one_word(language: str) -> None:
    assert {font for font, _ in glyphs_in(pdf_of(poster_in(language)))} == {
        "SourceSans3-Bold",
        "SourceSans3-Regular",
    }


@pytest.mark.parametrize("language", ["el", "ja", "ko", "pl", "ru", "tr", "vi", "zh"])
def test_a_headline_can_be_searched_and_copied(language: str) -> None:
    text = measured(pdf_of(poster_in(language))).text
    assert "".join(HEADLINES[language].split()) in "".join(text.split())


def test_arabic_letters_are_joined() -> None:
    joined, apart = ({n for _, n in arabic(word)} for word in ("ببب", "ب ب ب"))
    assert len(joined) == 3  # first, middle and last form
    assert len(apart) == 1


def arabic(headline: str) -> list[tuple[str, int]]:
    """Return the bold Arabic glyphs of a poster that says nothing else in bold Arabic."""
    poster = poster_in("ar", headline, "abc")
    return [g for g in glyphs_in(pdf_of(poster)) if g[0] == "IBMPlexSansArabic-Bold"]


@pytest.mark.parametrize(("language", "word"), [("ar", "دار"), ("he", "אבג"), ("fa", "دژو")])
def test_letters_run_from_right_to_left(language: str, word: str) -> None:
    lefts = lefts_of(language, word)
    first, second, third = (lefts[letter] for letter in word)
    assert first > second > third


def test_figures_in_hebrew_run_from_left_to_right_after_the_word_before_them() -> None:
    lefts = lefts_of("he", "שנת 2031")
    assert lefts["ש"] > lefts["1"] > lefts["3"] > lefts["2"]


def test_a_hebrew_vowel_stands_under_its_letter() -> None:
    boxes = boxes_of("he", "מָ")
    baseline = max(bottom for _, (_, bottom, _, _) in boxes)
    letter = [box for _, box in boxes if box[1] == baseline]
    ((left, _, right, top),) = {box for _, box in boxes if box[1] < baseline}
    middle = (min(box[0] for box in letter) + max(box[2] for box in letter)) / 2
    assert top < baseline
    assert abs((left + right) / 2 - middle) < (right - left) / 5


def test_a_thai_headline_is_as_large_as_its_words_allow() -> None:
    """Not as one word: it has no spaces."""
    pdf, complaints = laid_out(poster_in("th", HEADLINES["th"] * 3))
    assert complaints == []
    page = measured(pdf)
    assert max(line.size for line in page.lines) > 50
    assert all(line.right < page.width - 30 for line in page.headline())


def test_korean_words_stay_whole() -> None:
    words = ["배움은", "위에서", "시작됩니다", "그리고", "질문하는사람이", "먼저", "배웁니다."]
    page = measured(pdf_of(poster_in("ko", " ".join(words))))
    lines = [line.text.split() for line in page.headline()]
    assert len(lines) > 2
    assert [word for line in lines for word in line] == words


@pytest.mark.parametrize(("language", "stop"), [("ja", "。"), ("zh", "？")])
def test_what_is_too_long_is_counted_without_the_stop_of_its_script(
    language: str, stop: str
) -> None:
    text = HEADLINES[language].strip("。") * 9
    (told,) = laid_out(poster_in(language, text + stop))[1]
    kept = text[: -told["lose"]]
    assert laid_out(poster_in(language, kept + stop))[1] == []


def test_turkish_keeps_its_dots() -> None:
    text = measured(pdf_of(poster_in("tr", "Iıİi fişi Şş"))).text
    assert "Iıİi fişi Şş" in text


def test_quotation_marks_in_chinese_are_as_wide_as_a_character() -> None:
    fonts = {font for font, _ in glyphs_in(pdf_of(poster_in("zh", "“学”——习", "“学”——习")))}
    assert fonts == {"NotoSansSC-Bold", "NotoSansSC-Regular"}


@pytest.mark.parametrize(
    ("language", "font"),
    [
        ("ja", "NotoSansJP"),
        ("ko", "NotoSansKR"),
        ("zh", "NotoSansSC"),
        ("zh-Hans", "NotoSansSC"),
        ("zh-Hant", "KurintoSansTC"),
        ("zh-TW", "KurintoSansTC"),
        ("yue", "KurintoSansTC"),
    ],
)
def test_a_shared_character_is_drawn_as_its_language_does(language: str, font: str) -> None:
    poster = poster_in(language, "骨直角", "骨直角")
    assert any(name.startswith(font) for name, _ in glyphs_in(pdf_of(poster)))


@pytest.mark.parametrize("family", FALLBACKS, ids=lambda family: family.name)
def test_a_family_is_here_in_regular_and_bold_with_its_scripts(family: Family) -> None:
    face = find_typeface(family.name)
    assert face
    assert {400, 700} <= {file.weight for file in face.files}
    assert family.scripts <= {script(chr(code)) for code in face.characters}


def test_a_worker_without_a_font_does_not_make_another_poster(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    job = poster_in("ar").job
    monkeypatch.setattr(typesetting, "folder_of", lambda _name: None)
    typesetting._load_fonts.cache_clear()
    with pytest.raises(LookupError, match=r"not installed here: pip install 'affiche\[world\]'"):
        render(job)


@pytest.mark.parametrize(
    "words", ["gęślą jaźń\nŹdźbło ÓŃ", "Iğdır’da\nİstanbul", "Việc ọ\nĐẤU Ắ", "शुरू\nसीखना"]
)
def test_lines_of_a_headline_do_not_touch(words: str) -> None:
    first, second = measured(pdf_of(poster_in("pl", words))).headline()[:2]
    assert first.bottom < second.top
