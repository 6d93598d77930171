"""Findings in SARIF 2.1.0 (OASIS), which code scanning of several Git servers takes.

What the handbook says of a rule is handed in: its words are above this storey.
"""

from __future__ import annotations

import json
import string
from collections.abc import Iterable
from typing import Any, Protocol

from affiche.report.allowed import Allowed
from affiche.report.code import Code, Severity
from affiche.report.diagnostic import Diagnostic
from affiche.report.findings import Findings, fingerprints

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
"""Where the standard's schema lies."""

ROOT = "%SRCROOT%"
"""What paths are relative to; a consumer knows where that is."""

FINGERPRINT = "affiche/v1"
"""The name of our fingerprints, with the version of how they are made."""


_PLAIN = frozenset(string.ascii_letters + string.digits + "-._~/")
"""RFC 3986, 2.3: what an address may hold as it is; and the slash between folders."""


class RuleText(Protocol):
    """One rule in words; texts are Markdown."""

    @property
    def code(self) -> Code:
        """Its name."""
        ...

    @property
    def title(self) -> str:
        """What is wrong, in a few words."""
        ...

    @property
    def why(self) -> str:
        """Why it matters."""
        ...

    @property
    def do(self) -> str:
        """What to do."""
        ...


def as_sarif(findings: Findings, rules: Iterable[RuleText], *, version: str) -> str:
    """Return ``findings`` as one run, with ``rules`` explained; what is allowed is suppressed.

    Args:
        findings: What was found.
        rules: All that there are.
        version: Of this program.
    """
    listed = [_rule(rule, findings) for rule in rules]
    number = {rule["id"]: index for index, rule in enumerate(listed)}
    every = [*findings.told, *(each.diagnostic for each in findings.allowed)]
    suppressions: list[list[dict[str, Any]]] = [[] for _ in findings.told]
    suppressions += [[_suppressed(each)] for each in findings.allowed]
    marks = fingerprints(every, findings.line_at)
    run = {
        "tool": {"driver": {"name": "Affiche", "version": version, "rules": listed}},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {
            ROOT: {"description": {"text": "The folder that holds mkdocs.yml."}}
        },
        "results": [
            _result(each, number[each.code.value], mark) | {"suppressions": suppressed}
            for each, mark, suppressed in zip(every, marks, suppressions, strict=True)
        ],
    }
    return json.dumps(
        {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}, ensure_ascii=False, indent=2
    )


def _rule(rule: RuleText, findings: Findings) -> dict[str, Any]:
    address = findings.address_of(rule.code)
    return {
        "id": rule.code.value,
        "shortDescription": {"text": rule.title},
        "fullDescription": {"text": rule.why},
        "help": {
            "text": f"{rule.why}\n\n{rule.do}",
            "markdown": f"{rule.why}\n\n**What to do.** {rule.do}",
        },
        **({"helpUri": address} if address else {}),
        "defaultConfiguration": {"level": _level(rule.code, rule.code.severity)},
    }


def _result(diagnostic: Diagnostic, rule: int, mark: str) -> dict[str, Any]:
    place = diagnostic.place
    return {
        "ruleId": diagnostic.code.value,
        "ruleIndex": rule,
        "level": _level(diagnostic.code, diagnostic.severity),
        "message": {"text": "\n".join(filter(None, (diagnostic.message, diagnostic.hint)))},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": _as_uri(place.file), "uriBaseId": ROOT},
                    "region": {"startLine": place.line, "startColumn": place.column},
                }
            }
        ],
        "partialFingerprints": {FINGERPRINT: mark},
    }


def _suppressed(allowed: Allowed) -> dict[str, Any]:
    return {
        "kind": "external",
        "status": "accepted",
        "justification": f"{allowed.reason} (until {allowed.until})",
    }


def _level(code: Code, severity: Severity) -> str:
    return "note" if code.is_gap else severity.value


def _as_uri(path: str) -> str:
    characters = map(chr, path.encode("utf-8", "surrogateescape"))
    return "".join(each if each in _PLAIN else f"%{ord(each):02X}" for each in characters)
