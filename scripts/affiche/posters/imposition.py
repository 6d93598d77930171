"""Impose a poster on a larger sheet: as many copies as it holds, with marks to cut along.

Nothing is scaled, turned or drawn anew: the page is placed as it is (a form XObject, ISO 32000-1,
8.10). Which posters are worth it is decided in ``paperwork``.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Pdf

from affiche.model import FORMATS, Format
from affiche.model.format import MM_PER_INCH
from affiche.press import Artefact

IMPOSER = f"pikepdf {pikepdf.__version__}, affiche 1"
"""Counts in every digest; the last number goes up when ``impose`` makes something else."""

IMPOSED = "imposed.pdf"
"""The file that an imposition makes."""

OFFICE_REACHES_MM = 5
"""Office printers print nothing closer to the edge of the sheet than this."""

MARK_MM = 5
"""Length of a cutting mark."""

OFFICE_SHEET = FORMATS["a4"]
"""The sheet that every office printer has."""

HAIRLINE_PT = 0.25
"""As thin as a line may be and still be printed."""

_PT_PER_MM = 72 / MM_PER_INCH
_FIRST = "First"
_TWIN = "Twin"


@dataclass(frozen=True)
class Grid:
    """How copies lie on a sheet: side by side and over one another, in cells of equal size."""

    sheet: Format
    """Upright or lying, whichever holds more."""

    columns: int
    """How many copies lie side by side."""

    rows: int
    """How many copies lie over one another."""

    @property
    def count(self) -> int:
        """How many copies there are."""
        return self.columns * self.rows

    @property
    def cell_mm(self) -> tuple[float, float]:
        """Width and height that each copy has to itself."""
        return self.sheet.width_mm / self.columns, self.sheet.height_mm / self.rows

    def file_name(self, name: str) -> str:
        """Return what the sheet of the poster ``name`` is called: ``flyer-a5-2-up.pdf``."""
        return f"{name}-{self.count}-up.pdf"


def grid_for(trim: Format, sheet: Format) -> Grid | None:
    """Return how the most copies of ``trim`` lie on ``sheet``, upright or lying as it suits.

    None when not even one fits.
    """
    lying = replace(sheet, width_mm=sheet.height_mm, height_mm=sheet.width_mm)
    grids = (
        Grid(side, int(side.width_mm // trim.width_mm), int(side.height_mm // trim.height_mm))
        for side in (sheet, lying)
    )
    best = max(grids, key=lambda grid: grid.count)
    return best if best.count else None


def cut_from(trim: Format) -> Grid | None:
    """Return how ``trim`` is laid on A4, the sheet that every office printer has; None if larger.

    Flyers of A5 come out of it in pairs.
    """
    grid = None if trim.is_screen else grid_for(trim, OFFICE_SHEET)
    return grid if grid and grid.count > 1 else None


@dataclass(frozen=True)
class ImpositionJob:
    """A poster that is laid several times on a sheet."""

    pdf: bytes = field(repr=False)
    """The poster, at trim size."""

    trim: Format
    """Its format."""

    sheet: Format
    """What goes into the printer."""

    @cached_property
    def digest(self) -> str:
        """SHA-256 over everything that can change the result."""
        sizes = ((size.width_mm, size.height_mm) for size in (self.trim, self.sheet))
        said = f"imposition\0{IMPOSER}\0{tuple(sizes)}\0"
        return hashlib.sha256(said.encode() + self.pdf).hexdigest()


def render_imposition(job: ImpositionJob) -> Artefact:
    """Return the sheet that ``job`` asks for."""
    sheet = impose(job.pdf, sheet=job.sheet, trim=job.trim)
    return Artefact(((IMPOSED, sheet),))


def impose(pdf: bytes, *, sheet: Format, trim: Format) -> bytes:
    """Return a sheet with the first page of ``pdf`` as often as it fits, each in a cell of its own.

    Title, language and tags stay. The first copy is the one that is read aloud; the others are
    artifacts, so that nobody hears a poster twice (ISO 32000-1, 14.8.2.2). The same bytes come of
    the same file.

    Args:
        pdf: A poster; what lies outside its trim box is left out.
        sheet: What goes into the printer, upright or lying.
        trim: The poster's format.

    Raises:
        ValueError: the poster does not fit the sheet.
    """
    grid = grid_for(trim, sheet)
    if grid is None:
        raise ValueError(f"{trim.name} does not fit {sheet.name}")
    document = Pdf.open(io.BytesIO(pdf))
    page = document.pages[0]
    trim_box = [float(edge) for edge in page.trimbox]
    first = _form(document, page.as_form_xobject())
    twin = _form(document, first, tagged=False)
    corners = tuple(_corners(grid, trim_box))
    _hand_tags_over(document, page.obj, first)
    _move_links(page.obj, corners[0], trim_box)
    for name in ("/StructParents", "/CropBox", "/BleedBox", "/ArtBox", "/Rotate"):
        if name in page.obj:
            del page.obj[name]
    whole = Array([0, 0, round(_pt(grid.sheet.width_mm), 3), round(_pt(grid.sheet.height_mm), 3)])
    page.obj.MediaBox, page.obj.TrimBox = whole, Array(whole)
    page.obj.Resources = Dictionary(
        XObject=Dictionary({f"/{_FIRST}": first, f"/{_TWIN}": twin}),
    )
    page.obj.Contents = document.make_stream(_content(grid, corners, trim_box).encode())
    out = io.BytesIO()
    document.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def _pt(mm: float) -> float:
    return mm * _PT_PER_MM


def _corners(grid: Grid, trim_box: list[float]) -> Iterator[tuple[float, float]]:
    """Yield the lower left corner of each copy in pt, in reading order, centred in its cell."""
    left, bottom, right, top = trim_box
    width, height = (_pt(side) for side in grid.cell_mm)
    for row in reversed(range(grid.rows)):
        for column in range(grid.columns):
            yield (
                column * width + (width - (right - left)) / 2,
                row * height + (height - (top - bottom)) / 2,
            )


def _content(grid: Grid, corners: tuple[tuple[float, float], ...], trim_box: list[float]) -> str:
    """Return the page's content: the copies, then the marks."""
    copies = [
        f"q 1 0 0 1 {x - trim_box[0]:.3f} {y - trim_box[1]:.3f} cm /{name} Do Q"
        for (x, y), name in zip(corners, (_FIRST, *[_TWIN] * (grid.count - 1)), strict=True)
    ]
    marks = [f"{HAIRLINE_PT} w 0 G", *_marks(grid)]
    return "\n".join((copies[0], "/Artifact BMC", *copies[1:], "q", *marks, "Q", "EMC")) + "\n"


def _marks(grid: Grid) -> Iterator[str]:
    """Yield a short line at both ends of every cut, as far out as an office printer prints."""
    width, height = _pt(grid.sheet.width_mm), _pt(grid.sheet.height_mm)
    cell_width, cell_height = (_pt(side) for side in grid.cell_mm)
    near, far = _pt(OFFICE_REACHES_MM), _pt(OFFICE_REACHES_MM + MARK_MM)
    for column in range(1, grid.columns):
        x = column * cell_width
        yield f"{x:.3f} {near:.3f} m {x:.3f} {far:.3f} l S"
        yield f"{x:.3f} {height - near:.3f} m {x:.3f} {height - far:.3f} l S"
    for row in range(1, grid.rows):
        y = row * cell_height
        yield f"{near:.3f} {y:.3f} m {far:.3f} {y:.3f} l S"
        yield f"{width - near:.3f} {y:.3f} m {width - far:.3f} {y:.3f} l S"


def _form(document: Pdf, source: pikepdf.Object, *, tagged: bool = True) -> pikepdf.Object:
    """Return a copy of the form XObject ``source`` that depends on no page.

    Without tags it has no marked content: what stands in an artifact belongs to no element.
    """
    content = source.read_bytes()
    if not tagged:
        kept = [
            instruction
            for instruction in pikepdf.parse_content_stream(source)
            if str(instruction.operator) not in {"BDC", "BMC", "EMC"}
        ]
        content = pikepdf.unparse_content_stream(kept)
    form = document.make_stream(content)
    for key in ("/Type", "/Subtype", "/BBox", "/Matrix", "/Resources", "/Group"):
        if key in source:
            form[key] = source[key]
    return form


def _hand_tags_over(document: Pdf, page: pikepdf.Object, form: pikepdf.Object) -> None:
    """Let the structure tree point into ``form``, where the page's marked content now stands.

    ISO 32000-1, 14.7.4.2: content of a form XObject is named by a reference with its stream.
    """
    root = document.Root.get(Name.StructTreeRoot)
    if root is None or Name.StructParents not in page:
        return
    form.StructParents = page.StructParents
    waiting = [root]
    while waiting:
        element = waiting.pop()
        kids = element.get(Name.K)
        if kids is None:
            continue
        several = list(kids) if isinstance(kids, Array) else [kids]
        moved = [_moved(kid, page, form) for kid in several]
        element.K = Array(moved) if isinstance(kids, Array) else moved[0]
        waiting += [kid for kid in moved if isinstance(kid, Dictionary) and Name.S in kid]


def _moved(kid: Any, page: pikepdf.Object, form: pikepdf.Object) -> Any:
    if isinstance(kid, int):
        return Dictionary(Type=Name.MCR, Pg=page, MCID=kid, Stm=form)
    if isinstance(kid, Dictionary) and kid.get(Name.Type) == Name.MCR:
        kid.Stm = form
    return kid


def _move_links(page: pikepdf.Object, corner: tuple[float, float], trim_box: list[float]) -> None:
    """Keep the links over the first copy."""
    shift = (corner[0] - trim_box[0], corner[1] - trim_box[1]) * 2
    for link in page.get(Name.Annots, ()):
        rectangle = zip(link.Rect, shift, strict=True)
        link.Rect = Array([round(float(edge) + by, 3) for edge, by in rectangle])
