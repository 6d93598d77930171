"""The whole product, for quiet machines: every template in every format, variant and language.

With ``AFFICHE_SLOW=1`` alone; at other times each of them is met somewhere beside this.
"""

from __future__ import annotations

import dataclasses
import datetime as dt
import os
from functools import cache
from pathlib import Path

import pytest

from affiche.content import Project, load
from affiche.model import FORMATS, Variant
from affiche.posters import Studio, make_posters, open_studio, plan_posters
from affiche.press import Store
from tests.posters.prepress.sheets import condition
from tests.posters.wall import ROOT, TEMPLATES

LANGUAGES = ("nl", "en")
DAY = dt.date(2026, 11, 24)
ON_PAPER = (Variant.OFFICE, Variant.PRESS, Variant.ACCESSIBLE, Variant.ARCHIVE)
SCREENS = [name for name, size in FORMATS.items() if size.is_screen]


@cache
def company() -> tuple[Project, Studio]:
    """Return the sample company, and a studio that has a profile to print with."""
    project = load(ROOT)
    assert project.catalogue
    studio, problems = open_studio(project, project.catalogue.brand)
    assert problems == ()
    return project, studio if studio.press else dataclasses.replace(studio, press=condition())


@pytest.mark.skipif("AFFICHE_SLOW" not in os.environ, reason="a thousand files")
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("template", TEMPLATES)
def test_the_sample_company_is_printed_without_a_word(
    template: str, language: str, tmp_path: Path
) -> None:
    project, studio = company()
    catalogue = project.catalogues[language].visible(DAY, drafts=True)
    campaign, poster = next(
        (campaign, poster)
        for campaign in catalogue.campaigns
        for poster in campaign.posters
        if poster.template == template and campaign.language == language
    )
    whole = poster.model_copy(update={"formats": (*FORMATS,), "places": poster.places[:1]})
    # Drawn artwork has any size; the sample's photograph is too small for A1, and that is told.
    drawn = {"image": None, "image_alt": None, "image_credit": None}
    alone = campaign.model_copy(update={"posters": (whole,), **drawn})
    only = dataclasses.replace(catalogue, campaigns=(alone,))
    posters = plan_posters(project, only, studio, language=language, variants=ON_PAPER)
    assert {(planned.format.name, planned.variant) for planned in posters} == {
        *((name, variant) for name in FORMATS.keys() - set(SCREENS) for variant in ON_PAPER),
        *((name, Variant.SCREEN) for name in SCREENS),
    }
    made = make_posters(posters, studio, Store(tmp_path))
    assert made.diagnostics == ()
    assert len(made.posters) == len(posters)
