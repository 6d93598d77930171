"""What posters say in other scripts, set by the real template, and the glyphs that come of it.

What holds for them is left to ``test_world``.
"""

from __future__ import annotations

import io
import json
import tempfile
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

import pikepdf

from affiche.content.words import direction_of
from affiche.posters import PlannedPoster, Studio
from affiche.posters.fallback import primary_of
from tests.posters.wall import opened, poster_saying, saying

HEADLINES = {
    "ar": "التعلّم يبدأ من القمّة",
    "el": "Η μάθηση αρχίζει από την κορυφή.",
    "fa": "یادگیری از بالا آغاز می‌شود",
    "he": "הלמידה מתחילה מלמעלה",
    "hi": "सीखना ऊपर से शुरू होता है।",
    "ja": "学びは、上から始まる。",
    "ko": "배움은 위에서 시작됩니다.",
    "pl": "Zażółć gęślą jaźń: ąćęłńóśźż.",
    "ru": "Обучение начинается сверху.",
    "th": "การเรียนรู้เริ่มจากผู้นำ",
    "tr": "Iğdır’da ışık, İstanbul’da şiir.",
    "vi": "Việc học bắt đầu từ cấp trên.",
    "zh": "学习，从“高层”开始。",
}
"""Learning starts at the top, more or less."""

MESSAGES = {
    "ar": "من يقود يتعلّم أولاً، ويسأل قبل أن يجيب (2026).",
    "el": "Όποιος ηγείται, μαθαίνει πρώτος· και ρωτά πριν απαντήσει.",
    "fa": "رهبر پیش از همه می‌آموزد؛ پیش از پاسخ می‌پرسد.",
    "he": "מי שמוביל לומד ראשון, וְשׁוֹאֵל לפני שהוא עונה (2026).",
    "hi": "जो नेतृत्व करता है, वह पहले सीखता है।",
    "ja": "導く人が、まず学ぶ。答える前に「なぜ」と問う。",
    "ko": "이끄는 사람이 먼저 배우고, 답하기 전에 묻습니다.",
    "pl": "Kto prowadzi, ten uczy się pierwszy i pyta, zanim odpowie.",
    "ru": "Кто ведёт, тот учится первым и спрашивает прежде, чем ответить.",
    "th": "ผู้นำเรียนรู้ก่อน และถามก่อนตอบ",
    "tr": "Yöneten önce öğrenir; yanıtlamadan önce sorar, fikir fışkırır.",
    "vi": "Người dẫn đầu học trước, và hỏi trước khi trả lời.",
    "zh": "领导者先学习——先提问，再回答。",
}


@cache
def studio() -> Studio:
    """Return the studio of the tiny project's brand: Poppins and Source Sans 3."""
    with tempfile.TemporaryDirectory() as folder:
        return opened(Path(folder))[1]


def poster_in(tag: str, headline: str = "", message: str = "") -> PlannedPoster:
    """Return the tiny project's poster on A4 with words in a language, and fonts for them.

    Args:
        tag: The locale of the brand's words; the language is what it begins with.
        headline: A usual one when left out.
        message: As above; the small texts are taken from it.
    """
    language = primary_of(tag)
    headline = headline or HEADLINES[language]
    message = message or MESSAGES[language]
    poster = poster_saying(
        "a4",
        headline=headline,
        title=headline,
        message=saying(message),
        message_text=message,
        kicker=message[:12],
        points=[],
        points_text=[],
        when=message[:15],
        call_to_action=headline[:5],
        small_print=message[:12],
        language=language,
        direction=direction_of(language),
    )
    drawing = poster.job.drawing
    data = json.loads(drawing.data)
    fonts = replace(studio(), locales=(tag,)).choose_fonts(data, headline, language)
    text = json.dumps(data | {"fonts": fonts.by_role}, ensure_ascii=False, sort_keys=True)
    changed = replace(drawing, data=text, typefaces=fonts.typefaces)
    return replace(poster, job=replace(poster.job, drawing=changed, preview=None))


def glyphs_in(pdf: bytes) -> Iterator[tuple[str, int]]:
    """Yield the font and the number of every glyph on the page, in the order of drawing.

    Typst writes composite fonts with two bytes a glyph (ISO 32000-2, 9.7.5: Identity-H).
    """
    with pikepdf.open(io.BytesIO(pdf)) as document:
        page = document.pages[0]
        yield from _glyphs(page, page.Resources)


def _glyphs(
    content: pikepdf.Object | pikepdf.Page, resources: pikepdf.Object
) -> Iterator[tuple[str, int]]:
    font = ""
    for operands, operator in pikepdf.parse_content_stream(content):
        match str(operator):
            case "Tf":
                font = str(resources.Font[operands[0]].BaseFont).partition("+")[2]
            case "Tj" | "TJ":
                parts = operands[0] if str(operator) == "TJ" else [operands[0]]
                for part in parts:
                    if isinstance(part, pikepdf.String):
                        codes = bytes(part)
                        for at in range(0, len(codes), 2):
                            yield font, int.from_bytes(codes[at : at + 2], "big")
            case "Do" if resources.XObject[operands[0]].get("/Subtype") == "/Form":
                form = resources.XObject[operands[0]]
                yield from _glyphs(form, form.get("/Resources", resources))
