"""The page of the handbook that says of every rule why it exists and what to do.

Its texts come from ``content.rule_words``; each rule has an anchor that is its code.
"""

from __future__ import annotations

from collections.abc import Iterator

import yaml
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, InclusionLevel

from affiche.content.rule_words import PAGE, Chapter, RuleWords, rule_chapters, weight_of
from affiche.content.words import Words

SEARCHED_CHARACTERS = 48
"""How much of a rule is searched: its code. Every page loads the index."""


def rule_page(config: MkDocsConfig, words: Words) -> File:
    """Return the page in the language of ``words``."""
    meta = {
        "title": words("rules.title"),
        "affiche": {"kind": "overview", "id": PAGE},
    }
    file = File.generated(
        config,
        f"{PAGE}/index.md",
        content=f"---\n{yaml.safe_dump(meta, allow_unicode=True)}---\n{_text(words)}",
        # A navigation that somebody wrote need not name a page that nobody did.
        inclusion=InclusionLevel.NOT_IN_NAV if config.nav else InclusionLevel.UNDEFINED,
    )
    file.edit_uri = None
    return file


def _text(words: Words) -> str:
    lines = [f"# {words('rules.title')}", words("rules.lead")]
    for chapter in rule_chapters(words.language):
        lines += _chapter(chapter, words)
    return "\n\n".join(lines) + "\n"


def _chapter(chapter: Chapter, words: Words) -> Iterator[str]:
    yield f"## {chapter.title}"
    yield chapter.lead
    for rule in chapter.rules:
        yield from _rule(rule, words)


def _rule(rule: RuleWords, words: Words) -> Iterator[str]:
    # An anchor in HTML needs no extension of Markdown, which a site may not have.
    yield f'### <span id="{rule.code}"></span>{rule.title}'
    yield f"`{rule.code}` · {words(f'rules.{weight_of(rule.code)}')}"
    yield rule.why
    yield f"**{words('rules.do')}** {rule.do}"
    for label, example in (("wrong", rule.wrong), ("right", rule.right)):
        if example:
            code = "".join(f"    {line}\n" for line in example.strip().splitlines())
            yield f"{words(f'rules.{label}')}\n\n{code}"
