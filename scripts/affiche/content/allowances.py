"""Read ``rules.yml``: which rules need not hold for a while, and why.

Which breaches that covers, on which day, is left to ``checks``.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from affiche.content.files import read_text
from affiche.content.nearest import did_you_mean, shown, surely
from affiche.content.prose import parse_prose
from affiche.content.validation import validate
from affiche.content.yaml_nodes import Fields, read_fields
from affiche.model import Allowances, KeyPath, Source
from affiche.report import Code, Diagnostic

FILE = "rules.yml"
"""Beside the brand."""


def load_allowances(root: Path, overrides_dir: str) -> tuple[Allowances, list[Diagnostic]]:
    """Return what is allowed in ``overrides_dir``, and what is wrong with it."""
    file = f"{overrides_dir}/{FILE}"
    if not (root / file).exists():
        return Allowances(), []
    text = read_text(root, file)
    if isinstance(text, Diagnostic):
        return Allowances(), [text]
    fields, problems = read_fields(text, file)
    if problems:
        return Allowances(), problems
    source = Source(file, tuple(fields.values.items()))
    allowances, mistakes = validate(Allowances, fields, parse_prose, source=source)
    if allowances is None:
        return Allowances(), mistakes
    refused = list(_refused(allowances, fields))
    return (Allowances() if refused else allowances), refused


def _refused(allowances: Allowances, fields: Fields) -> Iterator[Diagnostic]:
    known = {code.value: code for code in Code}
    for index, allowance in enumerate(allowances.rules):
        place = allowances.source.place("rules", index, "rule")
        code = known.get(allowance.rule)
        if code is None:
            question, sure = did_you_mean(allowance.rule, known), surely(allowance.rule, known)
            path: KeyPath = ("rules", index, "rule")
            yield Diagnostic.of(
                Code.ALLOWANCE_UNKNOWN_RULE,
                place,
                f"There is no rule '{shown(allowance.rule)}'.",
                f"{question} Copy the name from the message; `affiche explain` lists all.".strip(),
                fields.repair(path, allowance.rule, sure) if sure else None,
            )
        elif code.must_hold:
            yield Diagnostic.of(
                Code.ALLOWANCE_NOT_POSSIBLE,
                place,
                f"'{code}' cannot be switched off: {_reason(code)}.",
                f"Take this out, and mend what the rule is about: `affiche explain {code}` says "
                "how.",
            )


def _reason(code: Code) -> str:
    if code.is_about_allowances:
        return "it is about what is switched off"
    return "what breaks it cannot be read or built"
