"""The poster with typst alone: the sources lie ready, one compiler is used for all posters."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import typst

from benchmarks.competitors import Make
from benchmarks.poster import FONTS, MAIN, PICTURE, SOURCES, Poster


@contextmanager
def opened(folder: Path) -> Iterator[Make]:
    """Yield a function that compiles a poster."""
    sources = folder / SOURCES
    fonts = typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(FONTS / "Poppins"), str(FONTS / "Source Sans 3")],
    )
    compiler = typst.Compiler(str(sources / MAIN), root=str(sources), font_paths=fonts)

    def make(poster: Poster) -> bytes:
        variant = poster.data["variant"] | {"picture_file": PICTURE}
        (sources / "variant.json").write_text(json.dumps(variant))
        made = compiler.compile(format="pdf", sys_inputs={"poster": json.dumps(poster.data)})
        assert isinstance(made, bytes)
        return made

    yield make
