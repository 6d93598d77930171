"""The page of the handbook that says of every rule why it exists and what to do.

Its texts come from ``content.rule_words``; each rule has an anchor that is its code. A list of
subjects stands at the top, and rules are closed: nobody reads a hundred of them.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from markdown import markdown
from markupsafe import Markup
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File

from affiche.content.rule_words import PAGE, Chapter, RuleWords, rule_chapters, weight_of
from affiche.content.words import Words
from affiche.site.handbook_page import handbook_page


def rule_page(config: MkDocsConfig, words: Words) -> File:
    """Return the page in the language of ``words``."""
    return handbook_page(config, PAGE, words("rules.title"), _text(words), template="rules.html")


def _text(words: Words) -> str:
    chapters = rule_chapters(words.language)
    lines = [f"# {words('rules.title')}", words("rules.lead"), _contents(chapters)]
    for chapter in chapters:
        lines += _chapter(chapter, words)
    return "\n\n".join(lines) + "\n"


def _contents(chapters: Iterable[Chapter]) -> str:
    return "\n".join(f"- [{one.title}](#{_anchor(one)}) ({len(one.rules)})" for one in chapters)


def _chapter(chapter: Chapter, words: Words) -> Iterator[str]:
    # An anchor in HTML needs no extension of Markdown, which a site may not have.
    yield f'## <span id="{_anchor(chapter)}"></span>{chapter.title}'
    yield chapter.lead
    for rule in chapter.rules:
        yield _rule(rule, words)


def _anchor(chapter: Chapter) -> str:
    return f"{PAGE}-{chapter.name}"


def _rule(rule: RuleWords, words: Words) -> Markup:
    """Return ``rule`` closed, under its title.

    Its anchor is inside: browsers open what hides the place that an address leads to (HTML, 4.11.1:
    ancestor details revealing).
    """
    weight = weight_of(rule.code)
    head = Markup('<summary><h3>{}</h3> <small class="rule__weight">{}</small></summary>').format(
        _line(rule.title), words(f"rules.{weight}")
    )
    body = [
        Markup('<p class="rule__code" id="{0}"><code>{0}</code></p>').format(rule.code),
        _html(rule.why),
        _html(f"**{words('rules.do')}** {rule.do}"),
    ]
    for label, example in (("wrong", rule.wrong), ("right", rule.right)):
        if example:
            body.append(Markup("<p>{}</p>").format(words(f"rules.{label}")))
            body.append(Markup("<pre><code>{}\n</code></pre>").format(example.strip()))
    whole = Markup("\n").join([head, *body])
    return Markup('<details class="rule">\n{}\n</details>').format(whole)


def _html(text: str) -> Markup:
    # The host makes addresses of links in Markdown only.
    made = markdown(text).replace('/index.md"', '/"')
    return Markup(made)  # noqa: S704  # of the product's own words


def _line(text: str) -> Markup:
    """Return one line of Markdown without the paragraph around it."""
    return Markup(_html(text).removeprefix("<p>").removesuffix("</p>"))  # noqa: S704
