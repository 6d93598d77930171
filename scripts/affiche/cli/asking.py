"""Ask people on a terminal, and ask again until the answer will do.

What there is to ask is left to the subcommands.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Mapping

import rich_click as click
from rich.text import Text

from affiche.cli.printing import console
from affiche.content.nearest import did_you_mean
from affiche.report import Diagnostic

Check = Callable[[str], Iterable[Diagnostic]]
"""Says what is wrong with an answer."""


def may_ask() -> bool:
    """Return whether somebody sits at the terminal."""
    return sys.stdin.isatty()


def ask(
    question: str,
    default: str | None = None,
    check: Check = lambda _: (),
    shown: str | None = None,
) -> str:
    """Return what somebody answers, once nothing is wrong with it.

    Args:
        question: What is asked.
        default: What no answer means.
        check: Says what is wrong with an answer.
        shown: What stands for the default when that is too long to be read in a question.
    """
    asked = question if default is None else f"{question} [{shown or default}]"
    suffix = " " if asked.endswith("?") else ": "
    while True:
        answer = click.prompt(asked, default, prompt_suffix=suffix, show_default=False, err=True)
        answer = str(answer).strip()
        problems = list(check(answer)) if answer else []
        if answer and not problems:
            return answer
        for problem in problems:
            console.print(Text(f"  {problem.message}", style="bold red"))
            console.print(Text(f"  {problem.hint}", style="green"))


def choose(
    question: str, known: Mapping[str, str], default: Iterable[str] = (), *, many: bool = False
) -> list[str]:
    """Return the ids of what somebody chooses.

    Args:
        question: What is asked.
        known: Names by id; numbered in this order.
        default: The ids that no answer means.
        many: Whether more than one may be chosen.
    """
    ids = list(known)
    console.print(Text(question, style="bold"))
    for number, (each, name) in enumerate(known.items(), start=1):
        console.print(
            Text.assemble(f"  {number:>2}  {name}  ", (each if each != name else "", "dim"))
        )
    how = "Numbers or names, with commas between" if many else "Number or name"
    chosen = ", ".join(str(ids.index(each) + 1) for each in default)
    while True:
        answer = str(click.prompt(how, default=chosen or None, err=True))
        parts = [part.strip() for part in answer.split(",") if part.strip()]
        found = [_meant(part, known) for part in parts]
        unknown = [part for part, each in zip(parts, found, strict=True) if each is None]
        if not unknown and parts and (many or len(parts) == 1):
            return list(dict.fromkeys(each for each in found if each))
        for part in unknown:
            hint = did_you_mean(part, known.values())
            console.print(Text(f"  '{part}' is not in the list. {hint}".rstrip(), style="bold red"))
        if not unknown:
            console.print(Text("  Choose one." if parts else "  Choose.", style="bold red"))


def _meant(answer: str, known: Mapping[str, str]) -> str | None:
    """Return the id that ``answer`` names: by number, name or id, in capitals or not."""
    ids = list(known)
    if answer.isdecimal() and 1 <= int(answer) <= len(ids):
        return ids[int(answer) - 1]
    folded = answer.casefold()
    return next((i for i, n in known.items() if folded in (i.casefold(), n.casefold())), None)
