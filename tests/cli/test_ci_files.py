"""What the ready files for Git hosts and the handbook type, the command line understands."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator
from importlib.resources import files
from pathlib import Path
from typing import Any

import click
import pytest
import yaml

from affiche.cli import main

REPOSITORY = Path(__file__).parents[2]
SKELETON = files("affiche.editing") / "skeleton"
HOSTS = ("github.yml", "gitlab.yml")
PAGES = ("automatisch-controleren", "eerste-campagne")
WANTED = {"build", "check", "diff", "format", "owners"}

_THE_REST = re.compile(r"\s(?:>|>>|\||&&|#)\s.*")


def _scripts(node: Any) -> Iterator[str]:
    """Yield the lines that a shell gets in a file of GitHub, GitLab or Azure DevOps."""
    if isinstance(node, dict):
        for key, value in node.items():
            if key in ("run", "script", "before_script"):
                lines = [value] if isinstance(value, str) else value
                yield from (line for each in lines for line in each.splitlines())
            else:
                yield from _scripts(value)
    elif isinstance(node, list):
        for each in node:
            yield from _scripts(each)


def _host_files() -> dict[str, str]:
    return {name: (SKELETON / name).read_text("utf-8") for name in HOSTS}


def _blocks(name: str, language: str) -> list[str]:
    text = (REPOSITORY / f"docs/handboek/{name}.md").read_text("utf-8")
    return re.findall(rf"```{language}\n(.*?)```", text, re.DOTALL)


def _commands() -> Iterator[str]:
    lines = [line for text in _host_files().values() for line in _scripts(yaml.safe_load(text))]
    for page in (*PAGES, *(f"{page}.en" for page in PAGES)):
        for block in _blocks(page, "yaml"):
            lines += _scripts(yaml.safe_load(block))
        lines += [line for block in _blocks(page, "sh") for line in block.splitlines()]
    for line in lines:
        if line.strip().startswith("affiche "):
            yield _THE_REST.sub("", line.strip())


COMMANDS = sorted(set(_commands()))


@pytest.mark.parametrize("line", COMMANDS)
def test_a_command_that_is_written_down_can_be_typed(
    line: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    _, *words = shlex.split(line)
    command: click.Command = main
    context = click.Context(main, info_name="affiche")
    while isinstance(command, click.Group):
        name, *words = words
        found = command.get_command(context, name)
        assert found, f"there is no command '{name}'"
        command, context = found, click.Context(found, context, info_name=name)
    # Reads the words as the command line would, and does nothing.
    command.make_context(command.name, words, parent=context.parent)


def test_every_command_that_a_proposal_wants_is_there() -> None:
    for name, text in _host_files().items():
        typed = {line.split()[1] for line in _scripts(yaml.safe_load(text)) if "affiche " in line}
        assert typed & WANTED == WANTED, name


def test_what_somebody_else_wrote_never_becomes_part_of_a_script() -> None:
    for line in _scripts(yaml.safe_load(_host_files()["github.yml"])):
        assert "${{" not in line
    for line in _scripts(yaml.safe_load(_host_files()["gitlab.yml"])):
        # A shell splits and expands what stands in no quotation marks.
        assert "$" not in re.sub(r'"[^"]*"', "", line), line


def test_github_may_read_and_no_more_and_runs_its_own_steps_only() -> None:
    workflow = yaml.safe_load(_host_files()["github.yml"])
    assert workflow["permissions"] == {"contents": "read"}
    # In YAML 1.1, which GitHub does not read, this key is a yes.
    assert "pull_request_target" not in workflow[True]
    (job,) = workflow["jobs"].values()
    used = [step["uses"] for step in job["steps"] if "uses" in step]
    assert all(re.fullmatch(r"actions/[a-z-]+@v\d+", each) for each in used)
    (checkout,) = (step for step in job["steps"] if "checkout" in step.get("uses", ""))
    assert checkout["with"] == {"fetch-depth": 0, "persist-credentials": False}


def test_gitlab_keeps_its_report_when_something_is_wrong() -> None:
    pipeline = yaml.safe_load(_host_files()["gitlab.yml"])
    assert pipeline["check"]["artifacts"]["when"] == "always"
    assert pipeline["check"]["artifacts"]["reports"] == {"codequality": "codequality.json"}
    assert pipeline["variables"]["GIT_DEPTH"] == "0"
