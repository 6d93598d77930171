"""Set a drawing with typst: sources in a folder, data in, one page out.

What is drawn, and what becomes of the page, is left to ``rendering``.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

import typst

from affiche.posters.desk import Desk, desk
from affiche.posters.families import EXTRA, folder_of
from affiche.posters.job import Drawing

VARIANT = "variant"
"""The key of the data that templates read as a file: edges, marks, and the prepared photograph."""

_OWN_FONTS = "fonts"


class TypesettingError(Exception):
    """A template does not compile, or makes more than the one page that a poster has."""


class Typesetter:
    """One drawing, ready to be set as often as it is needed."""

    def __init__(self, drawing: Drawing, its_desk: Desk) -> None:
        """Lay the sources of ``drawing`` on ``its_desk``."""
        self.main = drawing.main
        """The name of the template's file."""

        self.data = drawing.data
        """JSON that the template reads; may be replaced between two pages."""

        self._desk = its_desk
        fonts = drawing.typefaces.own_files
        its_desk.lay(dict(drawing.sources) | {f"{_OWN_FONTS}/{name}": of for name, of in fonts})
        self.fonts = _fonts_of(drawing, its_desk.folder)
        """The typefaces that it may use, and no others."""

        self._data, self._inputs = "", ""
        self._compiler: typst.Compiler | None = None

    @property
    def folder(self) -> Path:
        """Where its sources lie."""
        return self._desk.folder

    def add(self, name: str, content: bytes) -> None:
        """Let the template read one more file, at the path ``name``."""
        self._desk.add(name, content)

    def _ready(self) -> typst.Compiler:
        """Return the compiler with what the template reads in its place.

        What the variant decides is a file and all else an input: typst keeps what it worked out
        from inputs that did not change, so a preview costs a sixth of its poster.
        """
        if self._compiler is not None and self._data == self.data:
            return self._compiler
        data = json.loads(self.data)
        if (variant := data.pop(VARIANT, None)) is not None:
            self.add(f"{VARIANT}.json", json.dumps(variant, ensure_ascii=False).encode())
        inputs = json.dumps(data, ensure_ascii=False)
        if self._compiler is None or inputs != self._inputs:
            self._compiler = typst.Compiler(
                str(self.folder / self.main),
                root=str(self.folder),
                font_paths=self.fonts,
                sys_inputs={"poster": inputs},
            )
        self._data, self._inputs = self.data, inputs
        return self._compiler

    def page(self, kind: str, **options: Any) -> bytes:
        """Return the page as ``pdf``, ``png`` or ``svg``.

        Args:
            kind: One of these.
            options: As ``typst.Compiler.compile`` takes them, for example ``ppi`` of a PNG.

        Raises:
            TypesettingError: the template does not work.
        """
        try:
            result = self._ready().compile(
                format=kind,  # type: ignore[arg-type]  # one of its names
                **options,
            )
        except typst.TypstError as error:
            raise TypesettingError(self._reason(error)) from error
        if isinstance(result, list):
            raise TypesettingError("it makes more than one page")
        assert isinstance(result, bytes)  # there is no output path
        return result

    def said(self, label: str) -> Any:
        """Return the values of all metadata with ``label``, for example ``<overflow>``.

        Raises:
            TypesettingError: the template does not work.
        """
        try:
            return json.loads(self._ready().query(label, field="value"))
        except RuntimeError:
            self.page("pdf")  # fails for the same reason, and says where
            raise

    def _reason(self, error: typst.TypstError) -> str:
        """Return why it does not compile, and where: the same in every temporary folder."""
        name = re.escape(self.folder.name)
        found = re.sub(rf"(?:[^\s()]*/)?{name}/", "", error.diagnostic)
        reason = found.partition("\n")[0].removeprefix("error: ")
        place = re.search(r"┌─ (\S+)", found)
        return f"{reason} ({place[1]})" if place else reason


@contextmanager
def typesetter(drawing: Drawing) -> Iterator[Typesetter]:
    """Yield a typesetter for ``drawing``."""
    with desk() as its_desk:
        yield Typesetter(drawing, its_desk)


def _fonts_of(drawing: Drawing, folder: Path) -> typst.Fonts:
    if drawing.typefaces.own_files:
        return _load_fonts.__wrapped__(drawing.typefaces.families, str(folder / _OWN_FONTS))
    return _load_fonts(drawing.typefaces.families, None)


@cache
def _load_fonts(families: tuple[str, ...], own_folder: str | None) -> typst.Fonts:
    """Load families of font packages, and the brand's own files: some 40 ms and 1 MiB at most.

    Files are opened here and read where they are used, so neighbours in a folder cost nothing.

    Raises:
        LookupError: this machine lacks a family that the one that planned the drawing has.
    """
    folders = list(dict.fromkeys(str(_folder_of(family)) for family in families))
    if own_folder:
        folders.append(own_folder)
    return typst.Fonts(
        include_system_fonts=False,
        include_embedded_fonts=False,
        font_paths=folders,
    )


def _folder_of(family: str) -> Path:
    folder = folder_of(family)
    if folder is None:
        raise LookupError(f"The font {family} is not installed here: pip install '{EXTRA}'")
    return folder
