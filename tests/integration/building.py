"""Build sites in processes of their own, as people and CI do.

What is then looked for is left to the tests.
"""

from __future__ import annotations

import io
import os
import shutil
import subprocess
import sys
from pathlib import Path

from PIL import Image

from affiche.checks import STORE
from affiche.posters.fonts import find_fonts
from affiche.press import Store, produce
from affiche.site.webfonts import plan_web_fonts, render_web_font
from tests.project import CAMPAIGN, MKDOCS, write_project

REPOSITORY = Path(__file__).parents[2]
TODAY = "2026-11-24"
CONTENT = ("docs", "campaigns", "overrides", "mkdocs.yml")

POSTER_LINES = CAMPAIGN[CAMPAIGN.index("posters:\n") : CAMPAIGN.index("touchpoints:\n")]
TINY_CAMPAIGN = CAMPAIGN.replace(POSTER_LINES, "posters:\n  - template: photo\n    formats: [a4]\n")
TINY_PAGE = "campaigns/bovenaan/index.md"


WEB_FONTS: list[Path] = []
"""The store with the fonts of pages, once they are made: each site would take seconds for them."""


def draw_web_fonts(folder: Path) -> None:
    """Make the fonts that sites with the sample's typefaces show, into a store in ``folder``."""
    headline, text = find_fonts("Poppins", folder), find_fonts("Source Sans 3", folder)
    produce(plan_web_fonts(headline, text), render_web_font, Store(folder))


def copy_repository(root: Path) -> Path:
    """Copy what editors and brand owners wrote into ``root``, and return ``root``."""
    root.mkdir(parents=True, exist_ok=True)
    for name in CONTENT:
        source = REPOSITORY / name
        if source.is_dir():
            shutil.copytree(source, root / name)
        else:
            shutil.copy(source, root / name)
    return root


def write_tiny_project(root: Path) -> Path:
    """Write a project that can be built, with one poster and real pictures."""
    picture = io.BytesIO()
    Image.new("RGB", (2400, 2400), "#2348C9").save(picture, "JPEG", quality=30)
    files = {
        TINY_PAGE: TINY_CAMPAIGN,
        "campaigns/bovenaan/locations.csv": None,
        "campaigns/bovenaan/zaal.jpg": picture.getvalue(),
        "docs/people/noor.jpg": picture.getvalue(),
        "mkdocs.yml": MKDOCS.replace(
            "  - affiche\n", "  - affiche:\n      today: !ENV [AFFICHE_TODAY, null]\n"
        ),
    }
    for store in WEB_FONTS:
        shutil.copytree(store, root / STORE, dirs_exist_ok=True)
    return write_project(root, **files)


def run(
    root: Path, *command: str, today: str = TODAY, **variables: str
) -> subprocess.CompletedProcess[str]:
    """Run ``python -m command`` in ``root`` and return what came of it."""
    environment = {
        name: value for name, value in os.environ.items() if not name.startswith("AFFICHE_")
    }
    environment |= {"AFFICHE_TODAY": today, "NO_MKDOCS_2_WARNING": "1"} | variables
    return subprocess.run(
        [sys.executable, "-m", *command],
        cwd=root,
        env=environment,
        capture_output=True,
        encoding="utf-8",
        check=False,
        timeout=300,
    )


def build(root: Path, site: str, *options: str, host: str = "mkdocs", **settings: str) -> Path:
    """Build the project in ``root`` into its folder ``site`` without a word of warning."""
    done = run(root, host, "build", "--site-dir", site, *options, **settings)
    assert done.returncode == 0, done.stderr
    assert "WARNING" not in done.stderr or "--strict" not in options, done.stderr
    return root / site


def snapshot(folder: Path) -> dict[str, bytes]:
    """Return every file under ``folder`` with its content."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }
