"""Say what is wrong, where, and what to write instead; in colour, JSON or GitHub's notation.

Finding problems is left to the storeys above; this one only names, sorts and prints them.
"""

from affiche.report.code import Code, Severity
from affiche.report.diagnostic import Diagnostic, Place, Repair, has_errors, in_order, must_stop
from affiche.report.rendering import as_github, as_json, as_text

__all__ = [
    "Code",
    "Diagnostic",
    "Place",
    "Repair",
    "Severity",
    "as_github",
    "as_json",
    "as_text",
    "has_errors",
    "in_order",
    "must_stop",
]
