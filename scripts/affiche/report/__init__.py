"""Say what is wrong, where, and what to write instead: to people, programs and Git servers.

Finding problems is left to the storeys above; this one only names, sorts and prints them.
"""

from affiche.report.allowed import Allowed
from affiche.report.code import Code, Severity
from affiche.report.diagnostic import Diagnostic, Place, Repair, has_errors, in_order, must_stop
from affiche.report.findings import Findings, LineAt
from affiche.report.gitlab import as_gitlab
from affiche.report.json_object import as_json
from affiche.report.rendering import as_github, as_text
from affiche.report.sarif import as_sarif

__all__ = [
    "Allowed",
    "Code",
    "Diagnostic",
    "Findings",
    "LineAt",
    "Place",
    "Repair",
    "Severity",
    "as_github",
    "as_gitlab",
    "as_json",
    "as_sarif",
    "as_text",
    "has_errors",
    "in_order",
    "must_stop",
]
