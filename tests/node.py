"""The tools that tests run on Node and Java: axe-core, the Nu HTML checker, check-html-links.

`make test` installs the releases that `tests/package.json` names; what must hold is left to tests.
"""

from __future__ import annotations

import json
import re
import shutil
import subprocess
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

MODULES = Path(__file__).parent / "node_modules"
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
"""axe-core's names for WCAG 2.2 A and AA, and for what its authors advise beyond."""

# What axe-core would load again, style sheets and films, none of these rules looks into.
_RUN_AXE = """async rules => {
  const { violations } = await axe.run(
    document, { runOnly: rules, resultTypes: ['violations'], preload: false });
  return violations.map(({ id, nodes }) =>
    `${id}: ${nodes.length} x ${nodes[0].html.slice(0, 200)} ${nodes[0].failureSummary}`);
}"""
_COLOUR = re.compile(r"\x1b\[[0-9;]*[A-Za-z]")


def accessibility_violations(page: Page) -> list[str]:
    """Return what axe-core finds wrong with ``page`` as it stands now."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(_installed("axe-core/axe.min.js").read_text(encoding="utf-8"))
    found: list[str] = page.evaluate(_RUN_AXE, list(RULES))
    return found


def html_errors(folder: Path) -> list[str]:
    """Return what the Nu HTML checker calls an error in any page under ``folder``."""
    jar = _installed("vnu-jar/build/dist/vnu.jar")
    java = shutil.which("java")
    assert java, "This test needs Java: run `make java`."
    # The default stack is too small for long pages.
    checker = [java, "-Xss4m", "-jar", jar, "--format", "json", "--stdout"]
    done = subprocess.run(
        [*checker, "--skip-non-html", "--errors-only", "--exit-zero-always", folder],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    messages: list[dict[str, Any]] = json.loads(done.stdout)["messages"]
    return [
        f"{m['url'].removeprefix(f'file:{folder}/')}:{m.get('lastLine')}: {m['message']}"
        for m in messages
    ]


def broken_links(folder: Path) -> list[str]:
    """Return what check-html-links reports of links and anchors in the pages under ``folder``."""
    node = shutil.which("node")
    assert node, "This test needs Node."
    done = subprocess.run(
        [node, _installed("check-html-links/src/cli.js"), "--root-dir", folder],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    said = _COLOUR.sub("", done.stdout + done.stderr)
    assert re.search(r"Found \d+ files containing", said), said
    lines = (line.strip() for line in said.splitlines())
    return [line for line in lines if line.startswith(("from ", "... ")) or "missing" in line]


def _installed(name: str) -> Path:
    path = MODULES / name
    assert path.is_file(), f"This test needs {name}: run `make tests/node_modules/.installed`."
    return path
