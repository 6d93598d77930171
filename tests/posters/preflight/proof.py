"""Pages to be looked at: set by typst from a few lines, without a project around them."""

from __future__ import annotations

import io
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import typst
from PIL import Image

from affiche.posters.families import folder_of
from affiche.posters.preflight import look_at
from affiche.posters.qr import draw_qr, modules_of

ADDRESS = "https://leren.example/go/bovenaan/"
WIDTH_MM, HEIGHT_MM = 100, 150
SAFE_MM = 5
LEAST_PT = 10

PAGE = (
    f"#set page(width: {WIDTH_MM}mm, height: {HEIGHT_MM}mm, margin: 0mm)\n"
    '#set text(font: "Source Sans 3", size: 12pt)\n'
)


@cache
def _fonts() -> typst.Fonts:
    folder = str(folder_of("Source Sans 3"))
    return typst.Fonts(
        include_system_fonts=False, include_embedded_fonts=False, font_paths=[folder]
    )


def page(body: str, kind: str = "pdf", **files: bytes) -> bytes:
    """Return ``body`` (Typst) on a small page; ``files`` lie beside it, with ``_`` for the dot."""
    with TemporaryDirectory() as folder:
        for name, content in files.items():
            (Path(folder) / name.replace("_", ".")).write_bytes(content)
        source = Path(folder) / "page.typ"
        source.write_text(PAGE + body)
        compiler = typst.Compiler(str(source), root=folder, font_paths=_fonts())
        result = compiler.compile(format=kind, ppi=72)  # type: ignore[arg-type]
    assert isinstance(result, bytes)
    return result


def code(width: str, dark: str = "#000000") -> tuple[str, bytes]:
    """Return Typst that draws the code ``width`` wide, as a link, and the file it needs."""
    drawn = f'#place(center + horizon, link("{ADDRESS}", image("qr.svg", width: {width})))'
    return drawn, draw_qr(ADDRESS, dark)


def looked_at(body: str, **files: bytes) -> dict[str, Any]:
    """Return what a worker would note on such a page."""
    return look_at(page(body, **files), data(), b"#code(20mm)")


def data(**size: Any) -> dict[str, Any]:
    """Return what a template would have been given."""
    return {
        "address": ADDRESS,
        "code": modules_of(ADDRESS),
        "format": {
            "parts": ["headline", "code"],
            "safe_area_mm": SAFE_MM,
            "smallest_text_pt": LEAST_PT,
        }
        | size,
    }


def split(left: str, right: str, size: tuple[int, int] = (400, 400)) -> bytes:
    """Return a PNG of two colours side by side."""
    picture = Image.new("RGB", size, left)
    picture.paste(right, (size[0] // 2, 0, *size))
    out = io.BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()
