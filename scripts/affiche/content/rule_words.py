"""Why each rule exists and what to do about a breach, in a reader's language, by chapter.

The register of rules is ``report.code``; laying the page out is left to ``site.rule_page``.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Literal

from affiche.content.project import UNKNOWN_SITE
from affiche.report import Code, Severity

PAGE = "rules"
"""Folder of the page that explains them, from the site's address; its anchors are the codes."""

FALLBACK = "en"
"""The language of rules where nobody wrote them in the reader's."""

_CODES = {code.value: code for code in Code}


@dataclass(frozen=True, slots=True)
class RuleWords:
    """One rule in words; texts are Markdown."""

    code: Code
    """Its name."""

    title: str
    """What is wrong, in a few words."""

    why: str
    """Why it matters."""

    do: str
    """What to do."""

    wrong: str = ""
    """An example that breaks the rule; may be empty."""

    right: str = ""
    """The same as it ought to be; may be empty."""


@dataclass(frozen=True, slots=True)
class Chapter:
    """Rules that somebody who meets one may meet together."""

    name: str
    """Part of its page's address, the same in every language."""

    title: str
    """What its page is called."""

    lead: str
    """What it is about; Markdown."""

    rules: tuple[RuleWords, ...]
    """In the order in which they are shown."""


@cache
def rule_chapters(language: str) -> tuple[Chapter, ...]:
    """Return all rules in ``language``, or in English where they were not written in it."""
    folder = files("affiche.content") / "words" / "rules"
    file = folder / f"{language}.toml"
    chosen = file if file.is_file() else folder / f"{FALLBACK}.toml"
    sections = tomllib.loads(chosen.read_text(encoding="utf-8"))
    return tuple(
        Chapter(
            name,
            section["title"],
            section["lead"],
            tuple(
                RuleWords(_CODES[code], **words)
                for code, words in section.items()
                if isinstance(words, dict)
            ),
        )
        for name, section in sections.items()
    )


def words_of(code: Code, language: str) -> RuleWords:
    """Return what there is to say of the rule ``code`` in ``language``."""
    every = (rule for chapter in rule_chapters(language) for rule in chapter.rules)
    return next(rule for rule in every if rule.code is code)


def address_of_rule(code: Code, site_url: str) -> str:
    """Return where the site explains the rule ``code``; nothing where no site is known."""
    return "" if site_url == UNKNOWN_SITE else f"{site_url}{PAGE}/#{code}"


def weight_of(code: Code) -> Literal["error", "warning", "gap"]:
    """Return what a breach weighs: the key of its word, ``rules.error``."""
    if code.is_gap:
        return "gap"
    return "error" if code.severity is Severity.ERROR else "warning"
