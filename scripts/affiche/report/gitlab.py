"""Findings as a report of code quality, which GitLab shows in a merge request.

GitLab takes what has the same fingerprint for one thing, and tells old from new by it.
"""

from __future__ import annotations

import json

from affiche.report.code import Severity
from affiche.report.diagnostic import Diagnostic
from affiche.report.findings import Findings, fingerprints


def as_gitlab(findings: Findings) -> str:
    """Return what ``findings`` tell as one JSON list; paths are as seen from the project."""
    marks = fingerprints(findings.told, findings.line_at)
    listed = [
        {
            "description": " ".join(filter(None, (each.message, each.hint))),
            "check_name": each.code.value,
            "fingerprint": mark,
            "severity": _severity(each),
            "location": {"path": each.place.file, "lines": {"begin": each.place.line}},
        }
        for each, mark in zip(findings.told, marks, strict=True)
    ]
    return json.dumps(listed, ensure_ascii=False, indent=2)


def _severity(diagnostic: Diagnostic) -> str:
    if diagnostic.severity is Severity.ERROR:
        return "major"
    return "info" if diagnostic.code.is_gap else "minor"
