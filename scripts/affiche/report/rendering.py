"""One diagnostic in a few lines: for people, and for GitHub beside the line.

Notations for all of them together are in ``json_object``, ``gitlab`` and ``sarif``; where the text
goes (terminal, log, file) is left to the caller.
"""

from __future__ import annotations

from affiche.report.diagnostic import Diagnostic


def as_text(diagnostic: Diagnostic) -> str:
    """Return ``diagnostic`` in two or three plain lines, without a newline at the end."""
    lines = [
        f"{diagnostic.place}  {diagnostic.severity}  {diagnostic.code}",
        f"  {diagnostic.message}",
    ]
    if diagnostic.hint:
        lines.append(f"  {diagnostic.hint}")
    return "\n".join(lines)


def as_github(diagnostic: Diagnostic) -> str:
    """Return ``diagnostic`` as a workflow command that GitHub shows beside the line.

    Data and properties are escaped as GitHub's toolkit does: ``%``, line ends, and in properties
    also ``:`` and ``,``.
    """
    place = diagnostic.place
    properties = {
        "file": place.file,
        "line": str(place.line),
        "col": str(place.column),
        "title": diagnostic.code.value,
    }
    listed = ",".join(f"{key}={_escape_property(value)}" for key, value in properties.items())
    text = " ".join(part for part in (diagnostic.message, diagnostic.hint) if part)
    command = "notice" if diagnostic.code.is_gap else diagnostic.severity.value
    return f"::{command} {listed}::{_escape(text)}"


def _escape(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _escape_property(text: str) -> str:
    return _escape(text).replace(":", "%3A").replace(",", "%2C")
