"""Photographs in two colours of the brand: which ones, and that nothing but colour changes."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pytest
from PIL import Image

from affiche.model import FocalPoint, Photograph, Treatment
from affiche.posters import prepare_picture
from affiche.posters.duotone import Tones, in_two_tones, tones_of
from tests.posters.wall import CAMPAIGN, campaign_of, opened, planned, with_photo

TONES = Tones("#102030", "#F0E0D0")


def ramp(mode: str = "RGB") -> Image.Image:
    """From black at the left to white at the right."""
    return Image.linear_gradient("L").rotate(90).convert(mode)


def test_shadows_and_lights_become_the_two_colours_and_greys_lie_between() -> None:
    toned = in_two_tones(ramp(), TONES)
    assert toned.getpixel((0, 100)) == (0x10, 0x20, 0x30)
    assert toned.getpixel((255, 100)) == (0xF0, 0xE0, 0xD0)
    red = [toned.getpixel((x, 100))[0] for x in range(256)]  # type: ignore[index]
    assert red == sorted(red)


def test_what_is_clear_stays_clear() -> None:
    picture = ramp("RGBA")
    picture.putalpha(0)
    assert in_two_tones(picture, TONES).getchannel("A").getextrema() == (0, 0)


def test_a_grey_day_uses_both_colours_to_the_full() -> None:
    flat = ramp("L").point(lambda grey: 100 + grey // 8).convert("RGB")
    extremes = in_two_tones(flat, TONES).getextrema()
    assert extremes == ((0x10, 0xF0), (0x20, 0xE0), (0x30, 0xD0))


@pytest.mark.parametrize("kind", ["JPEG", "PNG"])
def test_a_prepared_picture_is_toned_and_as_sharp_as_without(kind: str) -> None:
    out = io.BytesIO()
    ramp().save(out, kind)
    plain = prepare_picture(out.getvalue(), FocalPoint(), 40, 20)
    toned = prepare_picture(out.getvalue(), FocalPoint(), 40, 20, TONES)
    assert (toned.ppi, toned.suffix) == (plain.ppi, plain.suffix)
    assert toned.content != plain.content
    darkest = Image.open(io.BytesIO(toned.content)).convert("RGB").getpixel((0, 20))
    assert darkest == pytest.approx((0x10, 0x20, 0x30), abs=4)


def test_only_a_picture_that_asks_for_it_is_toned_in_its_scheme(tmp_path: Path) -> None:
    project, _ = opened(tmp_path)
    assert project.catalogue
    brand = project.catalogue.brand
    scheme = project.catalogue.scheme_of(campaign_of(project))
    plain = Photograph("zaal.jpg", "Een volle zaal.", FocalPoint())
    duotone = Photograph("zaal.jpg", "", FocalPoint(), treatment=Treatment.DUOTONE)
    assert tones_of(None, brand, scheme) is None
    assert tones_of(plain, brand, scheme) is None
    assert tones_of(duotone, brand, scheme) == Tones(
        brand.colour(scheme.panel).hex, brand.colour(brand.paper).hex
    )


def test_a_poster_has_credit_and_tones_and_another_digest(tmp_path: Path) -> None:
    text = with_photo(CAMPAIGN)
    asked = text.replace(
        "image_alt:",
        "image_treatment: duotone\nimage_credit: Noor\nimage_licence: CC BY 4.0\nimage_alt:",
        1,
    )
    (plain,) = planned(tmp_path / "1", text, formats=["a4"])
    (toned,) = planned(tmp_path / "2", asked, formats=["a4"])
    assert plain.job.tones is None
    assert toned.job.tones
    assert plain.job.digest != toned.job.digest
    assert json.loads(plain.job.drawing.data)["picture"]["credit"] is None
    assert json.loads(toned.job.drawing.data)["picture"]["credit"] == "Noor, CC BY 4.0"


def test_a_posters_own_picture_has_its_own_credit_or_none(tmp_path: Path) -> None:
    text = with_photo(CAMPAIGN).replace("image_alt:", "image_credit: Noor\nimage_alt:", 1)
    own = text.replace(
        "  - template: photo\n",
        "  - template: photo\n    image: zaal.jpg\n    image_alt: De zaal loopt leeg.\n",
    )
    (poster,) = planned(tmp_path, own, formats=["a4"])
    assert poster.campaign.photograph() is not None
    assert poster.campaign.photograph().credit == "Noor"  # type: ignore[union-attr]
    photograph = poster.campaign.photograph(poster.poster)
    assert photograph
    assert (photograph.alternative, photograph.credit) == ("De zaal loopt leeg.", "")
