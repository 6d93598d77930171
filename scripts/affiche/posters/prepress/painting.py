"""What a finished PDF puts on paper, mark by mark: each in its colour, each picture at its size.

A small interpreter of content streams (ISO 32000-1, 8 and 9): it follows colours, overprint and
the place of pictures, and nothing else. What is wrong with them is left to ``inspection``.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from math import hypot
from typing import Any, TypeAlias

import pikepdf

from affiche.posters.prepress.spaces import Space, is_device, space_of

Matrix: TypeAlias = tuple[float, float, float, float, float, float]

_UNMOVED: Matrix = (1, 0, 0, 1, 0, 0)

_DEEPEST = 12
"""Forms within forms; a file with more is a trap."""

_FILLS = frozenset({"f", "F", "f*", "B", "B*", "b", "b*"})
_STROKES = frozenset({"S", "s", "B", "B*", "b", "b*"})
_TEXT = frozenset({"Tj", "TJ", "'", '"'})
_INVISIBLE, _STROKED_TEXT = 3, frozenset({1, 2, 5, 6})

_DEVICE_COLOURS = {"g": "/DeviceGray", "rg": "/DeviceRGB", "k": "/DeviceCMYK"}


@dataclass(frozen=True)
class Colour:
    """A colour as it stands in the file."""

    space: Space = Space.GRAY
    is_device: bool = True
    """Whether it counts inks, without a profile between."""

    parts: tuple[float, ...] = (0.0,)
    """From 0 to 1; empty for a pattern."""


@dataclass(frozen=True)
class Mark:
    """One mark on paper."""

    kind: str
    """``fill``, ``stroke``, ``text``, ``picture`` or ``gradient``."""

    colour: Colour = Colour()

    overprints: bool = False
    """Whether what lies under it is printed too."""

    picture: Any = None
    """The image of a ``picture``."""

    size_pt: tuple[float, float] = (0, 0)
    """Width and height at which a ``picture`` is printed."""


@dataclass(frozen=True)
class _State:
    matrix: Matrix = _UNMOVED
    fill: Colour = Colour()
    stroke: Colour = Colour()
    text_mode: int = 0
    overprint_fill: bool = False
    overprint_stroke: bool = False


def marks_on(page: pikepdf.Page) -> Iterator[Mark]:
    """Yield every mark on ``page`` in the order of printing; those in soft masks print nothing."""
    yield from _marks(page.obj, page.resources, _State(), 0)


def pictures_on(page: pikepdf.Page) -> Iterator[Mark]:
    """Yield every picture on ``page`` alone, which is read in a third of the time."""
    marks = _marks(page.obj, page.resources, _State(), 0, "q Q cm Do")
    yield from (mark for mark in marks if mark.kind == "picture")


def _marks(
    holder: Any, resources: Any, state: _State, depth: int, wanted: str = ""
) -> Iterator[Mark]:
    """Yield what ``holder`` draws; only the operators ``wanted`` are read, if there are any."""
    stack: list[_State] = []
    for instruction in pikepdf.parse_content_stream(holder, wanted):
        operator, operands = str(instruction.operator), instruction.operands
        if operator == "q":
            stack.append(state)
        elif operator == "Q":
            state = stack.pop() if stack else state
        elif operator == "Do":
            item = resources["/XObject"][operands[0]]
            if item.get("/Subtype") == "/Image":
                size_pt = _size_of(state.matrix)
                yield Mark("picture", state.fill, state.overprint_fill, item, size_pt)
            elif depth < _DEEPEST:
                inside = replace(state, matrix=_times(item.get("/Matrix"), state.matrix))
                own = item.get("/Resources", resources)
                yield from _marks(item, own, inside, depth + 1, wanted)
        elif operator == "sh":
            yield Mark("gradient", Colour(Space.PATTERN))
        elif operator == "INLINE IMAGE":
            yield Mark("picture", picture=operands[0], size_pt=_size_of(state.matrix))
        else:
            yield from _painted(operator, state)
            if operator in {"scn", "SCN"} and isinstance(operands[-1], pikepdf.Name):
                yield from _tile(resources["/Pattern"][operands[-1]], resources, depth)
            state = _changed(state, operator, operands, resources)


def _painted(operator: str, state: _State) -> Iterator[Mark]:
    if operator in _FILLS:
        yield Mark("fill", state.fill, state.overprint_fill)
    if operator in _STROKES:
        yield Mark("stroke", state.stroke, state.overprint_stroke)
    if operator in _TEXT and state.text_mode != _INVISIBLE:
        if state.text_mode != 1:
            yield Mark("text", state.fill, state.overprint_fill)
        if state.text_mode in _STROKED_TEXT:
            yield Mark("text", state.stroke, state.overprint_stroke)


def _tile(pattern: Any, resources: Any, depth: int) -> Iterator[Mark]:
    if isinstance(pattern, pikepdf.Stream) and depth < _DEEPEST:
        state = _State(matrix=_times(pattern.get("/Matrix"), _UNMOVED))
        yield from _marks(pattern, pattern.get("/Resources", resources), state, depth + 1)
    elif not isinstance(pattern, pikepdf.Stream):
        yield Mark("gradient", Colour(Space.PATTERN))


def _changed(state: _State, operator: str, operands: Any, resources: Any) -> _State:
    """Return ``state`` after an operator that sets something."""
    if operator == "cm":
        return replace(state, matrix=_times(operands, state.matrix))
    if operator == "Tr":
        return replace(state, text_mode=int(operands[0]))
    if operator == "gs":
        return _with_overprint(state, resources["/ExtGState"][operands[0]])
    stroke = operator.isupper()
    present = state.stroke if stroke else state.fill
    colour = _colour(present, operator.lower(), operands, resources)
    if colour is present:
        return state
    return replace(state, stroke=colour) if stroke else replace(state, fill=colour)


def _colour(present: Colour, operator: str, operands: Any, resources: Any) -> Colour:
    if operator in _DEVICE_COLOURS:
        space = space_of(pikepdf.Name(_DEVICE_COLOURS[operator]))
        return Colour(space, space is not Space.RGB, tuple(float(part) for part in operands))
    if operator == "cs":
        return Colour(space_of(operands[0], resources), is_device(operands[0]), ())
    if operator in {"sc", "scn"}:
        numbers = tuple(float(p) for p in operands if not isinstance(p, pikepdf.Name))
        return replace(present, parts=numbers)
    return present


def _with_overprint(state: _State, graphics: Any) -> _State:
    # Without op, OP counts for fills too (ISO 32000-1, table 58).
    stroke = bool(graphics.get("/OP", state.overprint_stroke))
    fill = bool(graphics.get("/op", graphics.get("/OP", state.overprint_fill)))
    return replace(state, overprint_fill=fill, overprint_stroke=stroke)


def _times(operands: Any, matrix: Matrix) -> Matrix:
    """Return the matrix in ``operands`` followed by ``matrix``."""
    if operands is None:
        return matrix
    a, b, c, d, e, f = (float(part) for part in operands)
    p, q, r, s, t, u = matrix
    return (
        a * p + b * r,
        a * q + b * s,
        c * p + d * r,
        c * q + d * s,
        e * p + f * r + t,
        e * q + f * s + u,
    )


def _size_of(matrix: Matrix) -> tuple[float, float]:
    """Return how large the unit square is under ``matrix``."""
    a, b, c, d, _, _ = matrix
    return hypot(a, b), hypot(c, d)
