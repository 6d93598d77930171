"""Say in plain words why fields cannot be read, and show the lines as they ought to be.

The parser tells one mistake, and nothing of what lies below it. So what it tells is mended in a
copy, which is read again, as long as that shows more. Finding what to mend is left to
``yaml_cures``.
"""

from __future__ import annotations

import re

import yaml

from affiche.content.yaml_attempts import Attempts
from affiche.content.yaml_cures import Cure, find_cures
from affiche.report import Diagnostic, Place, Repair

_MOST_TOLD = 20
_HIDDEN_END = re.compile("[\x85\u2028\u2029]")


def on_its_lines(text: str) -> str:
    """Return ``text`` without the signs that only YAML 1.1 takes for line ends (5.4).

    No editor's program shows them as such, so places would be off by a line for each.
    """
    return _HIDDEN_END.sub(" ", text)


def explain(text: str, error: yaml.YAMLError, file: str, line_offset: int) -> list[Diagnostic]:
    """Return the diagnostics for YAML that the parser refused with ``error``."""
    written = text.split("\n")
    return [
        _diagnostic(cure, Place(file, cure.line + line_offset + 1, cure.column + 1), written)
        for cure in _all_cures(written, error)
    ]


def _all_cures(written: list[str], error: yaml.YAMLError) -> list[Cure]:
    lines, attempts, cures = list(written), Attempts(), list[Cure]()
    # The pure Python parser's places and words are finer than libyaml's, and the same everywhere.
    stop = attempts.read(lines, error)
    while stop and len(cures) < _MOST_TOLD:
        found = find_cures(lines, stop, attempts)
        known = {cure.line for cure in cures}
        # Words that help nobody may be the fault of what was mended above.
        if cures and any(cure.is_vague or cure.line in known for cure in found):
            break
        cures += found
        for cure in found:
            lines[cure.line] = cure.text
        before, stop = stop, attempts.read(lines)
        if stop and stop.position <= before.position:
            break
    return sorted(cures, key=lambda cure: cure.line)


def _diagnostic(cure: Cure, place: Place, written: list[str]) -> Diagnostic:
    repair = Repair.of_line(place, written[cure.line], cure.text) if cure.is_certain else None
    return Diagnostic.of(cure.code, place, cure.message, cure.hint, repair)
