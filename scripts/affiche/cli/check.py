"""``affiche check``: say what is wrong; with ``--fix`` repair it, else change nothing."""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Iterable
from importlib.metadata import version
from pathlib import Path

import rich_click as click

from affiche.checks import inspect
from affiche.cli.options import project_option, today_option
from affiche.cli.printing import (
    allowed_count,
    console,
    count,
    lines_of,
    poster_progress,
    print_diagnostics,
)
from affiche.content.rule_words import FALLBACK, address_of_rule, rule_chapters
from affiche.report import Diagnostic, Findings, as_github, as_gitlab, as_json, as_sarif, has_errors

FORMS = ("text", "json", "github", "gitlab", "sarif")
"""In which notations the result is given."""


@click.command()
@project_option
@today_option
@click.option(
    "--format",
    "form",
    type=click.Choice(FORMS),
    default="text",
    show_default=True,
    help="text for people, json for programs, github for remarks in a pull request, gitlab for a "
    "report of code quality, sarif for code scanning.",
)
@click.option(
    "--fix",
    "fixing",
    is_flag=True,
    help="Repair what has one right answer; shows the difference and asks before it writes.",
)
@click.option("--yes", is_flag=True, help="With --fix: write without asking.")
def check(root: Path, today: dt.date | None, form: str, fixing: bool, yes: bool) -> None:
    """Check all campaigns, programmes, values, audiences, people and posters.

    Drafts are checked too. Every problem is printed with its file, line and column, and with
    what to write instead; affiche explain says why a rule exists. Ends with exit code 1 when
    there is an error, else with 0. What is allowed in overrides/rules.yml is not printed.
    """
    if yes and not fixing:
        raise click.UsageError("--yes goes with --fix: without it nothing is written.")
    if fixing:
        # What writes in files takes long to import, and most checks write nothing.
        from affiche.cli.fix import repair  # noqa: PLC0415

        repair(root, yes=yes)
    with poster_progress() as on_progress:
        seen = inspect(root, today, drafts=True, verdict_only=True, on_progress=on_progress)
    site_url = seen.project.settings.site_url
    findings = Findings(
        seen.diagnostics, seen.allowed, lines_of(root), lambda code: address_of_rule(code, site_url)
    )
    if form == "text":
        _print(findings)
    elif data := _as_data(findings, form):
        click.echo(data)
    sys.exit(1 if has_errors(findings.told) else 0)


def _print(findings: Findings) -> None:
    told = findings.told
    print_diagnostics(told, findings.line_at)
    if told:
        console.print(
            f"Why a rule exists and what to do: affiche explain {told[0].code}", markup=False
        )
    _tell_repairable(told)
    console.print(f"affiche check: {count(told)}{allowed_count(findings.allowed)}")


def _tell_repairable(found: Iterable[Diagnostic]) -> None:
    """Say how to have those of ``found`` repaired that have one right answer, if any has."""
    if many := sum(each.repair is not None for each in found):
        them = "it" if many == 1 else f"{many} of them"
        console.print(f"affiche check --fix can repair {them}; it asks first")


def _as_data(findings: Findings, form: str) -> str:
    """Return ``findings`` in a notation for programs: all that goes to standard output."""
    match form:
        case "json":
            return as_json(findings)
        case "github":
            return "\n".join(map(as_github, findings.told))
        case "gitlab":
            return as_gitlab(findings)
        case _:
            rules = [rule for chapter in rule_chapters(FALLBACK) for rule in chapter.rules]
            return as_sarif(findings, rules, version=version("affiche"))
