"""A small project in a git repository, with posters that are quick to draw, for a test to change.

What is changed in it is left to the tests.
"""

from __future__ import annotations

import json
import os
import subprocess
from pathlib import Path
from typing import Any

from click.testing import CliRunner, Result

from affiche.cli import main
from tests.project import AUDIENCE, BRAND, CAMPAIGN, PERSON, PROGRAMME, VALUE, write_project

TODAY = "2026-12-10"
PAGE = "campaigns/bovenaan/index.md"
FEEDBACK = "campaigns/feedback/index.md"
LUISTEREN = "docs/programmes/luisteren.md"
BRAND_FILE = "overrides/brand.yml"
PLACES = "campaigns/bovenaan/locations.csv"

LOGO = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 10">'
    '<path fill="currentColor" d="M0 0h10v10H0zM14 2h26v6H14z"/></svg>\n'
)

SCHEME = """\
  gras:
    ground: gras
    text: papier
    first: papier
    second: inkt
    panel: inkt
    accent: gras
    accent_dark: papier
ink: inkt
"""

SESSIONS = """\
sessions:
  - start: 2027-01-12T13:30
    end: 2027-01-12T17:00
    location: Zaal Maas, Utrecht
  - start: 2027-01-19T09:00
    end: 2027-01-19T12:00
    location: Zaal Maas, Utrecht
---
"""

ONE_POSTER = """\
posters:
  - template: type
    formats: [a5]
"""

POSTERS = """\
posters:
  - template: type
    formats: [a5, social]
    headline: Jij gaat eerst.
  - template: schedule
    formats: [a5]
  - template: type
    name: plek
    headline: Kom ook.
    formats: [a5]
    locations: locations.csv
"""


def _campaign() -> str:
    text = CAMPAIGN.replace("image: zaal.jpg\nimage_alt: Een volle zaal.\n", "")
    start, end = text.index("posters:\n"), text.index("touchpoints:\n")
    return text[:start] + POSTERS + text[end:]


def _feedback() -> str:
    text = _campaign().replace("programmes: [luisteren]", "programmes: [vragen]")
    text = text.replace("  - nieuwsgierig", "  - eerlijk").replace(POSTERS, ONE_POSTER)
    return text.replace("Leren begint bovenaan", "Zeg het gewoon")


def write(root: Path) -> Path:
    """Write the project into ``root`` and commit it as ``main``."""
    brand = BRAND.replace("ink: inkt\n", SCHEME, 1).replace(
        "schemes:\n", '  gras: {hex: "#0F6B3A", cmyk: [90, 30, 90, 20]}\nschemes:\n'
    )
    person = PERSON.replace("portrait: noor.jpg\nportrait_alt: Noor lacht in de kantine.\n", "")
    write_project(
        root,
        **{
            BRAND_FILE: brand,
            "overrides/logo.svg": LOGO,
            "overrides/symbol.svg": LOGO,
            "docs/people/noor-el-amrani.md": person,
            "docs/people/noor.jpg": None,
            "docs/people/sam-smit.md": "---\nname: Sam Smit\njob_title: Hoofd Leren\n---\n",
            "docs/values/eerlijk.md": VALUE.replace("Nieuwsgierig", "Eerlijk").replace(
                "colour: zee", "colour: gras"
            ),
            LUISTEREN: PROGRAMME.removesuffix("---\n") + SESSIONS,
            "docs/programmes/vragen.md": PROGRAMME.replace("Luisteren", "Vragen"),
            "docs/audiences/leidinggevenden.md": AUDIENCE,
            PAGE: _campaign(),
            FEEDBACK: _feedback(),
            "campaigns/bovenaan/zaal.jpg": None,
            ".gitignore": ".affiche/\n",
        },
    )
    git(root, "init", "--quiet", "--initial-branch=main")
    commit(root)
    return root


def git(root: Path, *arguments: str) -> str:
    """Run git in ``root`` as a person who has set nothing."""
    environment = os.environ | {
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_SYSTEM": os.devnull,
        "GIT_AUTHOR_NAME": "Noor",
        "GIT_AUTHOR_EMAIL": "noor@leren.example",
        "GIT_COMMITTER_NAME": "Noor",
        "GIT_COMMITTER_EMAIL": "noor@leren.example",
    }
    done = subprocess.run(
        ["git", *arguments], cwd=root, env=environment, capture_output=True, check=True
    )
    return done.stdout.decode().strip()


def commit(root: Path) -> str:
    """Commit everything in ``root`` and return the commit's name."""
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "Change")
    return git(root, "rev-parse", "HEAD")


def change(root: Path, file: str, old: str, new: str) -> None:
    """Write ``new`` for ``old``, which stands in ``file`` once or more; the first is changed."""
    text = (root / file).read_text(encoding="utf-8")
    assert old in text
    (root / file).write_text(text.replace(old, new, 1), encoding="utf-8")


def run_diff(root: Path, *arguments: str) -> Result:
    """Run ``affiche diff`` on ``root``, with ``main`` as base unless ``arguments`` name one."""
    base = () if arguments and not arguments[0].startswith("-") else ("main",)
    options = ("--project", str(root), "--today", TODAY)
    return CliRunner().invoke(main, ["diff", *base, *arguments, *options])


def found(root: Path, *arguments: str) -> dict[str, Any]:
    """Return what ``affiche diff`` finds, as machines read it."""
    result = run_diff(root, *arguments, "--format", "json")
    assert result.exit_code == 0, result.output
    data: dict[str, Any] = json.loads(result.stdout)
    return data


def posters_in(data: dict[str, Any]) -> set[tuple[str, str]]:
    """Return campaign and poster of each that looks otherwise."""
    return {(p["campaign"]["file"].split("/")[1], p["poster"]) for p in data["posters"]}
