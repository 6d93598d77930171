"""Findings as JSON of our own: for scripts, and for whoever wants another notation.

The handbook explains each key; a key that is there keeps its meaning.
"""

from __future__ import annotations

import json
from typing import Any

from affiche.report.code import Severity
from affiche.report.diagnostic import Diagnostic
from affiche.report.findings import Findings


def as_json(findings: Findings) -> str:
    """Return ``findings`` as one object: what is told, what is allowed, and how much of each."""
    severities = [each.severity for each in findings.told]
    whole = {
        "problems": [_problem(each, findings) for each in findings.told],
        "allowed": [
            _problem(each.diagnostic, findings)
            | {"reason": each.reason, "until": each.until.isoformat()}
            for each in findings.allowed
        ],
        "errors": severities.count(Severity.ERROR),
        "warnings": severities.count(Severity.WARNING),
    }
    return json.dumps(whole, ensure_ascii=False, indent=2)


def _problem(diagnostic: Diagnostic, findings: Findings) -> dict[str, Any]:
    return {
        "code": diagnostic.code.value,
        "severity": diagnostic.severity.value,
        "file": diagnostic.place.file,
        "line": diagnostic.place.line,
        "column": diagnostic.place.column,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
        "url": findings.address_of(diagnostic.code),
    }
