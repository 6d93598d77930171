"""Make the site's web fonts from the very files that posters are set in.

Finding those files is left to ``posters.fonts``.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from importlib.metadata import version

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from affiche.posters import FontFile
from affiche.press import Artefact

RANGES = (
    (0x0020, 0x024F),  # Basic Latin to Latin Extended-B: every language of the European Union
    (0x02C6, 0x02DD),  # spacing accents
    (0x1E00, 0x1EFF),  # Latin Extended Additional
    (0x2000, 0x206F),  # General Punctuation
    (0x20A0, 0x20BF),  # currencies
    (0x2113, 0x2122),  # litre, number, trade mark
    (0x2150, 0x215E),  # fractions
    (0x2190, 0x2199),  # arrows
    (0x2212, 0x2265),  # minus, approximately, not equal, at least
)
"""Unicode blocks that pages are written in (from-to, both included)."""

WEB_FONT = "font.woff2"


@dataclass(frozen=True)
class WebFontJob:
    """One style of a typeface, as a subset for pages."""

    family: str
    weight: int
    italic: bool
    content: bytes = field(repr=False)
    """The font file."""

    @property
    def file_name(self) -> str:
        """For example ``source-sans-3-700-italic.woff2``."""
        style = "-italic" if self.italic else ""
        return f"{self.family.lower().replace(' ', '-')}-{self.weight}{style}.woff2"

    @cached_property
    def digest(self) -> str:
        """SHA-256 over everything that can change the result."""
        tools = f"webfont 2\0{version('fonttools')}\0{version('brotli')}\0{RANGES}\0"
        return hashlib.sha256(tools.encode() + self.content).hexdigest()


def plan_web_fonts(
    headline: Iterable[FontFile], text: Iterable[FontFile]
) -> tuple[WebFontJob, ...]:
    """Return the styles that pages use: a bold upright for headlines, all of the text's."""
    headline_files = [f for f in headline if f.weight >= 600 and not f.italic]
    chosen = dict.fromkeys((*headline_files, *text))
    return tuple(WebFontJob(f.family, f.weight, f.italic, f.path.read_bytes()) for f in chosen)


def render_web_font(job: WebFontJob) -> Artefact:
    """Return the subset as WOFF2 (W3C WOFF File Format 2.0)."""
    font = TTFont(io.BytesIO(job.content), recalcTimestamp=False)
    options = Options()
    # What browsers apply by themselves, and what our style sheets ask for: half the bytes of all.
    options.layout_features = [*options.layout_features, "tnum"]
    options.hinting = False
    options.notdef_outline = True
    subsetter = Subsetter(options)
    subsetter.populate(unicodes=[c for first, last in RANGES for c in range(first, last + 1)])
    subsetter.subset(font)
    font.flavor = "woff2"
    out = io.BytesIO()
    font.save(out)
    return Artefact(((WEB_FONT, out.getvalue()),))
