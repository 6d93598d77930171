"""The poster as HTML and CSS, for those who print that."""

from __future__ import annotations

from html import escape
from pathlib import Path

from benchmarks.poster import A3_MM, FONTS, PLACE_MM, Poster

_QUIET_ZONE = 4


def css() -> str:
    """Return the style sheet, with fonts from where Affiche has them."""
    poppins, source = FONTS / "Poppins", FONTS / "Source Sans 3"
    faces = "".join(
        f"@font-face{{font-family:'{family}';font-weight:{weight};src:url('{path.as_uri()}')}}"
        for family, weight, path in (
            ("Poppins", 700, poppins / "Poppins-Bold.ttf"),
            ("Source Sans 3", 400, source / "SourceSans3-Regular.ttf"),
            ("Source Sans 3", 700, source / "SourceSans3-Bold.ttf"),
        )
    )
    width, height = A3_MM
    return f"""{faces}
@page {{ size: {width}mm {height}mm; margin: 0 }}
body {{ margin: 0; font: 22pt/1.3 'Source Sans 3' }}
main {{ position: relative; width: {width}mm; height: {height - 0.1}mm; overflow: hidden }}
main > * {{ position: absolute; margin: 0; left: 21mm }}
.kicker {{ top: 21mm; font-weight: 700 }}
h1 {{ top: 40mm; width: 255mm; font: 700 82pt/1.15 'Poppins'; letter-spacing: -.03em;
     text-wrap: balance }}
img {{ left: 0; top: 130mm; width: {PLACE_MM[0]}mm; height: {PLACE_MM[1]}mm; object-fit: cover }}
footer {{ left: 0; top: 300mm; width: {width}mm; height: 120mm }}
footer > * {{ position: absolute; margin: 0; left: 21mm }}
.message {{ top: 12mm; width: 170mm; font-size: 26pt }}
ul {{ top: 40mm; padding-left: 1em }}
.when {{ top: 76mm; width: 165mm; font-weight: 700 }}
.small {{ top: 103mm; font-size: 15pt }}
.code {{ left: 212mm; top: 12mm; width: 62mm; height: 62mm }}
.call {{ left: 212mm; top: 80mm; width: 62mm; text-align: center; font-weight: 700 }}"""


def html(poster: Poster, picture: Path, style: str) -> str:
    """Return the page.

    Args:
        poster: What it says.
        picture: The file of the photograph.
        style: Its style sheet; empty where that is given otherwise.
    """
    points = "".join(f"<li>{escape(point)}" for point in poster.points)
    words = {
        name: escape(poster.words(name))
        for name in ("headline", "kicker", "message_text", "when", "call_to_action", "small_print")
    }
    ground, text, ink, paper = map(poster.colour, ("ground", "text", "ink", "paper"))
    return f"""<!doctype html>
<html lang="nl"><meta charset="utf-8"><title>{words["headline"]}</title>
<style>{style}</style><main style="background:{ground};color:{text}">
<p class="kicker">{words["kicker"]}</p><h1>{words["headline"]}</h1>
<img src="{picture.as_uri()}" alt="Een landschap">
<footer style="background:{paper};color:{ink}"><p class="message">{words["message_text"]}</p>
<ul>{points}</ul><p class="when">{words["when"]}</p><p class="small">{words["small_print"]}</p>
{_code(poster)}<p class="call">{words["call_to_action"]}</p></footer></main></html>"""


def _code(poster: Poster) -> str:
    side = len(poster.code) + 2 * _QUIET_ZONE
    dark = "".join(
        f"M{x + _QUIET_ZONE} {y + _QUIET_ZONE}h1v1h-1z"
        for y, row in enumerate(poster.code)
        for x, module in enumerate(row)
        if module == "1"
    )
    return (
        f'<svg class="code" viewBox="0 0 {side} {side}" shape-rendering="crispEdges">'
        f'<path fill="#fff" d="M0 0h{side}v{side}H0z"/>'
        f'<path fill="{poster.colour("ink")}" d="{dark}"/></svg>'
    )
