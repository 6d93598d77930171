"""Rewrite what draws so that every colour is one of inks, and black letters overprint.

Pictures are left to ``pictures``. A gradient stays as it is, and preflight refuses it: its colours
lie between two that are mixed otherwise in ink than in light.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Any

import pikepdf
from pikepdf import ContentStreamInstruction, Name, Operator

from affiche.posters.prepress.condition import BLACK, Inks
from affiche.posters.prepress.drawings import Drawing
from affiche.posters.prepress.inks import Separation
from affiche.posters.prepress.spaces import Space, space_of

_TEXT = frozenset({"Tj", "TJ", "'", '"'})
_STROKE = frozenset({"S", "s"})
_FILL = frozenset({"f", "F", "f*"})
_BOTH = frozenset({"B", "B*", "b", "b*"})
_PAINT = _TEXT | _STROKE | _FILL | _BOTH | {"Do", "sh"}

_SETTERS = {
    "g": (Space.GRAY, False),
    "G": (Space.GRAY, True),
    "rg": (Space.RGB, False),
    "RG": (Space.RGB, True),
    "k": (Space.CMYK, False),
    "K": (Space.CMYK, True),
}
"""Operators that choose a device colour: its space, and whether strokes take it."""

_STROKING_MODES = frozenset({1, 2, 5, 6})
"""ISO 32000-1, table 106: text rendering modes that draw the outline of letters."""


@dataclass(frozen=True)
class _State:
    """What ``q`` keeps and ``Q`` brings back, as far as colour goes."""

    spaces: tuple[Space, Space] = (Space.GRAY, Space.GRAY)
    """Of fills and of strokes, as the source has them."""

    inks: tuple[Inks | None, Inks | None] = (BLACK, BLACK)
    """Of fills and of strokes; None where it is no plain mix of inks."""

    text_mode: int = 0

    overprint: tuple[bool, bool] = (False, False)
    """Of fills and of strokes, as written so far."""


class Rewriter:
    """Rewrites one content stream; used once."""

    def __init__(self, drawing: Drawing, separation: Separation) -> None:
        """Prepare to rewrite ``drawing``."""
        self._drawing = drawing
        self._separation = separation
        self._state = _State()
        self._stack: list[_State] = []
        self.overprints: set[tuple[bool, bool]] = set()
        """Which states of overprint the new content asks for, by fill and stroke."""

    def rewrite(self) -> bytes:
        """Return the content of the drawing with inks instead of light."""
        parsed = pikepdf.parse_content_stream(self._drawing.holder)
        return pikepdf.unparse_content_stream([new for old in parsed for new in self._replace(old)])

    def _replace(self, instruction: Any) -> Iterator[Any]:
        operator, operands = str(instruction.operator), instruction.operands
        if operator in _PAINT:
            yield from self._overprint(operator)
        elif operator in _SETTERS:
            space, stroke = _SETTERS[operator]
            yield from self._colour(space, stroke, operands)
            return
        elif operator in {"cs", "CS"}:
            if self._choose_space(operands[0], stroke=operator == "CS"):
                return
        elif operator in {"sc", "scn", "SC", "SCN"}:
            stroke = operator.startswith("S")
            space = self._state.spaces[stroke]
            if space in {Space.GRAY, Space.RGB, Space.CMYK}:
                yield from self._colour(space, stroke, operands)
                return
            self._note(stroke, inks=None)
        else:
            self._keep_state(operator, operands)
        yield instruction

    def _keep_state(self, operator: str, operands: Any) -> None:
        if operator == "q":
            self._stack.append(self._state)
        elif operator == "Q" and self._stack:
            self._state = self._stack.pop()
        elif operator == "Tr":
            self._state = replace(self._state, text_mode=int(operands[0]))

    def _choose_space(self, name: Any, *, stroke: bool) -> bool:
        """Note the colour space ``name``; return whether the new content can do without it.

        Typst names a colour right after its space, so nothing is painted in between.
        """
        space = space_of(name, self._drawing.resources)
        plain = space in {Space.GRAY, Space.RGB, Space.CMYK}
        self._note(stroke, space=space, inks=BLACK if plain else None)
        return plain

    def _note(self, stroke: bool, *, space: Space | None = None, inks: Inks | None = None) -> None:
        state = self._state
        space = space or state.spaces[stroke]
        if stroke:
            spaces, mixes = (state.spaces[0], space), (state.inks[0], inks)
        else:
            spaces, mixes = (space, state.spaces[1]), (inks, state.inks[1])
        self._state = replace(state, spaces=spaces, inks=mixes)

    def _colour(self, space: Space, stroke: bool, operands: Any) -> Iterator[Any]:
        parts = [float(part) for part in operands]
        if self._drawing.is_mask:
            brightness = _brightness(space, parts)
            self._note(stroke, space=space, inks=None)
            yield _instruction((brightness,), "G" if stroke else "g")
            return
        inks = self._inks(space, parts)
        self._note(stroke, space=space, inks=inks)
        yield _instruction(inks, "K" if stroke else "k")

    def _inks(self, space: Space, parts: list[float]) -> Inks:
        if space is Space.GRAY:
            return self._separation.of_gray(parts[0])
        if space is Space.RGB:
            return self._separation.of_rgb(parts[0], parts[1], parts[2])
        return self._separation.of_cmyk((parts[0], parts[1], parts[2], parts[3]))

    def _overprint(self, operator: str) -> Iterator[Any]:
        """Letters and lines of black ink alone overprint, so that no white shows beside them when
        a plate is a hair off; all else knocks out, as large black would let a motif shine through.
        """
        fill_is_black, stroke_is_black = (inks == BLACK for inks in self._state.inks)
        fills_text = operator in _TEXT
        strokes = operator in _STROKE | _BOTH or (
            fills_text and self._state.text_mode in _STROKING_MODES
        )
        wanted = (fills_text and fill_is_black, strokes and stroke_is_black)
        if self._drawing.is_mask or wanted == self._state.overprint:
            return
        self._state = replace(self._state, overprint=wanted)
        self.overprints.add(wanted)
        yield ContentStreamInstruction([Name(overprint_name(wanted))], Operator("gs"))


def overprint_name(states: tuple[bool, bool]) -> str:
    """Return the name in the resources of overprint that is on for (fills, strokes)."""
    fill, stroke = states
    return (
        f"/Overprint{'Fill' if fill else ''}{'Stroke' if stroke else ''}"
        if any(states)
        else "/KnockOut"
    )


def overprint_state(states: tuple[bool, bool]) -> pikepdf.Dictionary:
    """Return the graphics state that ``overprint_name`` names.

    Mode 1: an ink of 0 % leaves what is under it (ISO 32000-1, 8.6.7). SA: hairlines keep one
    width.
    """
    fill, stroke = states
    return pikepdf.Dictionary(Type=Name.ExtGState, OP=stroke, op=fill, OPM=1, SA=stroke or fill)


def _instruction(parts: tuple[float, ...], operator: str) -> ContentStreamInstruction:
    numbers = [
        pikepdf.Object.parse(f"{part:.4f}".rstrip("0").rstrip(".").encode()) for part in parts
    ]
    return ContentStreamInstruction(numbers, Operator(operator))


def _brightness(space: Space, parts: list[float]) -> float:
    """Return how much a colour in a soft mask lets through (ISO 32000-1, 10.3.3 to 10.3.5)."""
    if space is Space.GRAY:
        return parts[0]
    if space is Space.CMYK:
        cyan, magenta, yellow, black = parts
        return 1 - min(1, 0.3 * cyan + 0.59 * magenta + 0.11 * yellow + black)
    red, green, blue = parts
    return 0.3 * red + 0.59 * green + 0.11 * blue
