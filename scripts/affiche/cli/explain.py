"""``affiche explain``: what the handbook says of a rule, in the terminal."""

from __future__ import annotations

from collections.abc import Iterator

import rich_click as click
from rich.console import Console
from rich.markdown import Markdown
from rich.table import Table
from rich.text import Text

from affiche.content.nearest import did_you_mean
from affiche.content.rule_words import RuleWords, rule_chapters, weight_of, words_of
from affiche.content.words import Words, languages, words_in
from affiche.report import Code

_WIDEST = 88
"""Characters on a line: longer ones are hard to read."""


@click.command()
@click.argument("code", required=False)
@click.option(
    "--language",
    type=click.Choice(languages()),
    default="en",
    show_default=True,
    help="In which language.",
)
def explain(code: str | None, language: str) -> None:
    """Explain the rule CODE: why it exists, what to do, and an example if there is one.

    CODE is what a message of affiche check names, such as content.unknown-value. Without it, all
    rules are listed by subject. The same stands in the handbook of the site.
    """
    out = Console(highlight=False)
    out.width = min(out.width, _WIDEST)
    words = words_in(language)
    if code is None:
        _list(out, language)
    else:
        _explain(out, words_of(_known(code), language), words)


def _known(code: str) -> Code:
    known = {each.value: each for each in Code}
    found = known.get(code.strip().lower())
    if found is None:
        question = did_you_mean(code, known)
        message = f"There is no rule '{code}'. {question or 'affiche explain lists them all.'}"
        raise click.BadParameter(message, param_hint="CODE")
    return found


def _list(out: Console, language: str) -> None:
    for chapter in rule_chapters(language):
        out.print(Text(chapter.title, style="bold"))
        table = Table.grid(padding=(0, 2))
        table.add_column(no_wrap=True)
        table.add_column()
        for rule in chapter.rules:
            table.add_row(f"  {rule.code}", Text(rule.title))
        out.print(table)
        out.print()


def _explain(out: Console, rule: RuleWords, words: Words) -> None:
    out.print(Text(rule.title, style="bold"))
    out.print(Text(f"{rule.code} · {words(f'rules.{weight_of(rule.code)}')}", style="dim"))
    out.print()
    out.print(Markdown(rule.why))
    out.print()
    out.print(Markdown(f"**{words('rules.do')}** {rule.do}"))
    for line in _examples(rule, words):
        out.print(line)
    if rule.code.must_hold:
        out.print()
        out.print(Markdown(words("rules.must-hold")))


def _examples(rule: RuleWords, words: Words) -> Iterator[Text]:
    for label, example in (("wrong", rule.wrong), ("right", rule.right)):
        if example:
            yield Text()
            yield Text(words(f"rules.{label}"))
            for line in example.strip().splitlines():
                yield Text(f"    {line}", style="cyan")
