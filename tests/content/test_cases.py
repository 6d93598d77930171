"""Run the cases in ``tests/cases``: a change to a good project, and what must be said of it.

A case is a second-level heading that says what holds, with blocks under it. A block named after a
file holds that whole file; one named ``diff <file>`` holds lines to take out (-) and to put in
their place (+), with an empty line between two changes where needed; the block ``expect`` holds
all diagnostics, and is empty when there are none.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from affiche.content import load
from affiche.report import as_text
from tests.project import BILINGUAL, FILES, write_project

CASES = Path(__file__).parents[1] / "cases"
PROJECT = {**FILES, "overrides/brand.yml": BILINGUAL}
"""What a case changes; translations may be there, and are not missed here."""

_BLOCK = re.compile(r"^(?P<fence>`{3,})(?P<name>[^\n`]+)\n(?P<text>.*?)^(?P=fence)$", re.M | re.S)


@dataclass(frozen=True)
class Case:
    name: str
    files: dict[str, str]
    expected: str


def read_cases(file: Path) -> list[Case]:
    text = file.read_text(encoding="utf-8")
    blocks = [block.span() for block in _BLOCK.finditer(text)]
    starts = [
        heading.start()
        for heading in re.finditer(r"^## ", text, flags=re.M)
        if not any(start < heading.start() < end for start, end in blocks)
    ]
    sections = [text[start + 3 : end] for start, end in pairwise([*starts, len(text)])]
    return [read_case(file.stem, section) for section in sections]


def read_case(chapter: str, section: str) -> Case:
    title, _, rest = section.partition("\n")
    files: dict[str, str] = {}
    expected: list[str] = []
    for block in _BLOCK.finditer(rest):
        name, text = block["name"].strip(), block["text"]
        if name == "expect":
            expected.append(text.strip())
        elif name.startswith("diff "):
            path = name.removeprefix("diff ")
            files[path] = changed(files.get(path) or str(PROJECT[path]), text)
        else:
            files[name] = text
    assert len(expected) == 1, f"{title}: a case has one block called expect"
    return Case(f"{chapter}: {title}", files, expected[0])


def changed(text: str, diff: str) -> str:
    for hunk in re.finditer(r"(?:^-.*\n)+(?:^\+.*\n)*", diff, flags=re.M):
        lines = hunk[0].splitlines(keepends=True)
        old = "".join(line[1:] for line in lines if line.startswith("-"))
        new = "".join(line[1:] for line in lines if line.startswith("+"))
        assert text.count(old) == 1, f"these lines are not in the file once:\n{old}"
        text = text.replace(old, new)
    return text


ALL = [case for file in sorted(CASES.glob("*.md")) for case in read_cases(file)]


@pytest.mark.parametrize("case", ALL, ids=lambda case: case.name)
def test_what_is_wrong_is_said_with_a_place_and_a_way_out(case: Case, tmp_path: Path) -> None:
    project = load(write_project(tmp_path, **{"overrides/brand.yml": BILINGUAL, **case.files}))
    assert "\n\n".join(map(as_text, project.diagnostics)) == case.expected


def test_cases_have_names_of_their_own() -> None:
    names = [case.name for case in ALL]
    assert len(names) == len(set(names)) > 0


@pytest.mark.parametrize(
    "case", [case for case in ALL if case.name.startswith("bodies:")], ids=lambda case: case.name
)
def test_what_is_remembered_of_bodies_changes_nothing(case: Case, tmp_path: Path) -> None:
    root = write_project(tmp_path, **{"overrides/brand.yml": BILINGUAL, **case.files})
    known: dict[str, str] = {}

    def recall(question: str, work_out: Callable[[], str]) -> str:
        if question not in known:
            known[question] = work_out()
        return known[question]

    anew, first = load(root).diagnostics, load(root, recall).diagnostics
    asked = len(known)
    assert load(root, recall).diagnostics == first == anew
    assert len(known) == asked > 0
