"""The poster with WeasyPrint: fonts and style sheet read once, the picture kept in its cache."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from weasyprint import CSS, HTML
from weasyprint.text.fonts import FontConfiguration

from benchmarks.competitors import Make
from benchmarks.competitors.html import css, html
from benchmarks.poster import PICTURE, Poster


@contextmanager
def opened(folder: Path) -> Iterator[Make]:
    """Yield a function that prints a poster."""
    picture = folder / PICTURE
    fonts = FontConfiguration()
    style = CSS(string=css(), font_config=fonts)
    cache: dict[str, Any] = {}

    def make(poster: Poster) -> bytes:
        page = HTML(string=html(poster, picture, ""))
        made = page.write_pdf(stylesheets=[style], font_config=fonts, cache=cache)
        assert isinstance(made, bytes)
        return made

    yield make
