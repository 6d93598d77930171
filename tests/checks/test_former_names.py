"""A former name leads to one campaign."""

from __future__ import annotations

from pathlib import Path

from affiche.checks.former_names import check_former_names
from affiche.content import load
from affiche.report import Code
from tests.project import CAMPAIGN, FILES, write_project

OTHER = "campaigns/onderaan"


def test_a_name_that_is_taken_is_told_where_it_stands(tmp_path: Path) -> None:
    former = CAMPAIGN.replace("status: approved", "status: approved\nformerly: [bovenaan, lang]")
    files = {
        f"{OTHER}/index.md": former,
        f"{OTHER}/zaal.jpg": FILES["campaigns/bovenaan/zaal.jpg"],
        f"{OTHER}/locations.csv": FILES["campaigns/bovenaan/locations.csv"],
        "campaigns/bovenaan/index.md": CAMPAIGN.replace(
            "status: approved", "status: approved\nformerly: [vroeger]"
        ),
    }
    catalogue = load(write_project(tmp_path, **files)).catalogue
    assert catalogue
    [problem] = check_former_names(catalogue)
    assert problem.code is Code.DUPLICATE_ENTRY
    assert problem.place.file == f"{OTHER}/index.md"
    assert "'bovenaan'" in problem.message
