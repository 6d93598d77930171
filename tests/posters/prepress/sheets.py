"""Small sheets set by typst, and what is in finished ones: the ground for the tests beside it."""

from __future__ import annotations

import io
import subprocess
import tempfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pikepdf
import rendercv_fonts
import typst
from PIL import Image

from affiche.model import Format
from affiche.posters.prepress import PressCondition, Profile, find_profile, finish_for_press
from affiche.report import Place

SHEET = Format("sheet", 100, 60, 5, 1, 10, 8)
"""100 by 60 mm, 3 mm bleed."""

PALETTE = (
    ("#0B1F3A", (100, 65, 0, 75)),
    ("#2348C9", (94, 76, 0, 0)),
    ("#F2573B", (0, 80, 76, 0)),
    ("#F6F0E6", (3, 4, 10, 0)),
)

HEAD = """\
#set document(title: "Leren begint bovenaan", author: "Meridiaan", date: none)
#set page(width: 100mm, height: 60mm, margin: 8mm, bleed: 10mm)
#set text(font: "Poppins", lang: "nl")
"""
"""Trim size, and a medium with room for bleed and marks."""

PROFILE_NAME = "ISOcoated_v2_300_bas.icc"


def the_profile() -> Profile:
    found = find_profile(PROFILE_NAME, Path("/nowhere"), Place("overrides/brand.yml"))
    assert isinstance(found, Profile), found
    return found


def condition(**changed: object) -> PressCondition:
    facts = {"profile": the_profile(), "condition": "FOGRA39", "palette": PALETTE} | changed
    return PressCondition(**facts)  # type: ignore[arg-type]  # by name


def set_sheet(
    body: str, head: str = HEAD, standards: tuple[str, ...] = (), **files: bytes
) -> bytes:
    """Return ``body`` as typst sets it; names in ``files`` have ``_`` for the dot."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        (root / "sheet.typ").write_text(head + body, encoding="utf-8")
        for name, content in files.items():
            (root / name.replace("_", ".")).write_bytes(content)
        compiler = typst.Compiler(str(root / "sheet.typ"), root=folder, font_paths=_fonts())
        pdf = compiler.compile(format="pdf", pdf_standards=list(standards))
    assert isinstance(pdf, bytes)
    return pdf


@cache
def _fonts() -> typst.Fonts:
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=[str(Path(rendercv_fonts.__file__).parent / "Poppins")],
    )


def finished(body: str, head: str = HEAD, **files: bytes) -> bytes:
    return finish_for_press(set_sheet(body, head, **files), SHEET, condition())


def opened(pdf: bytes) -> pikepdf.Pdf:
    return pikepdf.open(io.BytesIO(pdf))


def operators(pdf: pikepdf.Pdf) -> Iterator[tuple[str, tuple[float | str, ...]]]:
    """Yield every operator of every content stream, with its operands."""
    pages = [page.obj for page in pdf.pages]
    streams = [item for item in pdf.objects if isinstance(item, pikepdf.Stream)]
    drawing = [one for one in streams if one.get("/Subtype") == "/Form" or "/PatternType" in one]
    for stream in [*pages, *drawing]:
        for instruction in pikepdf.parse_content_stream(stream):
            operands = tuple(
                str(one) if isinstance(one, pikepdf.Object) else float(one)
                for one in instruction.operands
                if isinstance(one, pikepdf.Name | pikepdf.String) or not hasattr(one, "keys")
                if not isinstance(one, pikepdf.Array | pikepdf.Dictionary)
            )
            yield str(instruction.operator), operands


def inks(pdf: bytes) -> set[tuple[float, ...]]:
    """Return every mix of inks that is chosen for fills."""
    with opened(pdf) as read:
        return {operands for operator, operands in operators(read) if operator == "k"}  # type: ignore[misc]


def changed(pdf: bytes, change: object) -> bytes:
    """Return ``pdf`` after ``change`` (of an opened one) broke it."""
    out = io.BytesIO()
    with opened(pdf) as read:
        change(read)  # type: ignore[operator]
        read.save(out, deterministic_id=True)
    return out.getvalue()


def photograph(width: int = 400, height: int = 300) -> Image.Image:
    """Return a picture with every hue, dark and light, and fine grain."""
    hue = Image.linear_gradient("L").rotate(90).resize((width, height))
    light = Image.linear_gradient("L").resize((width, height))
    grain = Image.effect_noise((width, height), 60)
    return Image.merge("HSV", (hue, grain.point(lambda v: min(255, v + 90)), light)).convert("RGB")


def as_file(picture: Image.Image, kind: str) -> bytes:
    out = io.BytesIO()
    picture.save(out, kind, quality=92)
    return out.getvalue()


def run(*command: str, content: bytes, folder: Path) -> str:
    """Run a program on ``content``, a file that ``command`` calls FILE; return what it says."""
    path = folder / "sheet.pdf"
    path.write_bytes(content)
    done = subprocess.run(
        [str(path) if part == "FILE" else part for part in command],
        capture_output=True,
        text=True,
        cwd=folder,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout + done.stderr
