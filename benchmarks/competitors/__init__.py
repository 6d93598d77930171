"""The ways to make the poster: each a module with ``opened``, which yields a function.

``opened`` gets ready for many posters as well as that tool can: fonts loaded, picture at hand,
browser started. The function makes one poster: a PDF of one page of A3.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path

from benchmarks.poster import Poster

Make = Callable[[Poster], bytes]
"""Makes a poster and returns it as PDF."""


@dataclass(frozen=True)
class Competitor:
    """One way to make the poster."""

    name: str
    """As the table calls it."""

    module: str
    """The module beside this one."""

    function: str
    """What in it gets ready."""

    does: str
    """What it does that others do not, or leaves out."""

    def opened(self, folder: Path) -> AbstractContextManager[Make]:
        """Return what gets ready with what ``sample.lay_ready`` wrote into ``folder``.

        Raises:
            ImportError: it is not installed.
        """
        found = import_module(f"benchmarks.competitors.{self.module}")
        return getattr(found, self.function)(folder)  # type: ignore[no-any-return]


BARE_TYPST = "typst alone"

COMPETITORS = (
    Competitor(
        BARE_TYPST,
        "bare_typst",
        "opened",
        "the same template and data, the photograph named in advance",
    ),
    Competitor(
        "Affiche: set and kept",
        "ours",
        "opened_unchecked",
        "the photograph placed where the template says, overflow asked for, kept in the store",
    ),
    Competitor(
        "Affiche: the file",
        "ours",
        "opened",
        "the same, and the finished file checked: boxes, fonts, sizes, code read again",
    ),
    Competitor(
        "Affiche: file and preview", "ours", "opened_with_preview", "the same, and a WebP for pages"
    ),
    Competitor("ReportLab", "with_reportlab", "opened", "sizes by trial; no tags, no logo"),
    Competitor("WeasyPrint", "with_weasyprint", "opened", "fixed sizes; no tags, no logo"),
    Competitor("Pillow", "with_pillow", "opened", "a picture of the page: no text in it, no logo"),
    Competitor("Chromium", "with_chromium", "opened", "balanced lines, fixed sizes, tags; no logo"),
)
