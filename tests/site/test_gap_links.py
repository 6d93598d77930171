"""A gap on a page is a sentence whose names are links, and no name is markup."""

from __future__ import annotations

import datetime as dt
from pathlib import Path

from affiche.checks import cover
from affiche.content import load
from affiche.site.rendering import _gap
from tests.project import VALUE, write_project
from tests.site.editions import edition_of


def test_names_are_links_and_are_escaped(tmp_path: Path) -> None:
    value = VALUE.replace("Nieuwsgierig", "'<b>Nieuw & gierig</b>'")
    value = value.replace("sponsor: noor-el-amrani\n", "")
    root = write_project(tmp_path, **{"docs/values/nieuwsgierig.md": value})
    catalogue = load(root).catalogue
    assert catalogue
    today = dt.date(2026, 11, 24)
    edition = edition_of(catalogue, today)
    [gap] = cover(catalogue, today).gaps
    html = _gap({"page": None, "base_url": ".."}, gap, edition)
    assert html == (
        '<a href="../values/nieuwsgierig/">&lt;b&gt;Nieuw &amp; gierig&lt;/b&gt;</a> '
        "heeft nog geen sponsor."
    )
