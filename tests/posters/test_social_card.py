"""The picture of a link preview: its size, its type within the margins, its bytes."""

from __future__ import annotations

import io
import json
from dataclasses import replace

import pytest
from PIL import Image, ImageChops

from affiche.content import Project
from affiche.posters import CARD, CARD_SIZE_PX, CardJob, SocialCard, Studio, plan_card, render
from tests.posters.wall import opened

MARGIN_PX = 72
MOST_BYTES = 80_000


Company = tuple[Project, Studio]


@pytest.fixture(scope="module")
def company(tmp_path_factory: pytest.TempPathFactory) -> Company:
    return opened(tmp_path_factory.mktemp("cards"))


def job_of(company: Company, title: str, kicker: str = "Programma", **more: object) -> CardJob:
    project, studio = company
    assert project.catalogue
    brand = project.catalogue.brand
    scheme = next(iter(brand.schemes))
    card = SocialCard("programmes/x/", kicker, title, "nl", scheme)
    return plan_card(project, brand, replace(card, **more), studio)  # type: ignore[arg-type]


def drawn(job: CardJob) -> Image.Image:
    return Image.open(io.BytesIO(render(job).file(CARD))).convert("RGB")


def without_artwork(job: CardJob) -> CardJob:
    """Return ``job`` with artwork in the colour of its ground: only type is to be seen."""
    data = json.loads(job.drawing.data)
    ground = data["colours"]["ground"]
    data["colours"] |= {"first": ground, "second": ground}
    return replace(job, drawing=replace(job.drawing, data=json.dumps(data)))


def box_of_type(job: CardJob) -> tuple[int, int, int, int]:
    picture = drawn(without_artwork(job))
    ground = Image.new("RGB", picture.size, picture.getpixel((0, 0)))  # type: ignore[arg-type]
    # The shade of a colour and itself may be one step beside it.
    seen = ImageChops.difference(picture, ground).convert("L").point(lambda v: 255 * (v > 24))
    box = seen.getbbox()
    assert box
    return box


def test_a_card_is_a_small_png_of_the_size_that_services_show(company: Company) -> None:
    content = render(job_of(company, "Luisteren")).file(CARD)
    assert content.startswith(b"\x89PNG")
    assert len(content) <= MOST_BYTES
    assert Image.open(io.BytesIO(content)).size == CARD_SIZE_PX == (1200, 630)


@pytest.mark.parametrize(
    "title",
    [
        "Luisteren",
        "Een campagne schrijven die ook echt door iemand gelezen wordt",
        "Meervoudigepersoonlijkheidsstoornissenonderzoeksinstituut",
        "x" * 400,
        "Wat je altijd al wilde weten over delegeren en nooit durfde te vragen. " * 12,
    ],
    ids=["short", "long", "one word", "no word", "very long"],
)
def test_a_title_shrinks_and_is_never_cut(title: str, company: Company) -> None:
    left, top, right, bottom = box_of_type(job_of(company, title))
    width, height = CARD_SIZE_PX
    # Antialiasing and the side bearing of a letter.
    assert left >= MARGIN_PX - 2
    assert top >= MARGIN_PX - 2
    assert bottom <= height - MARGIN_PX + 2
    assert right <= width * 0.56


@pytest.mark.parametrize(
    ("language", "title"), [("ar", "التعلّم يبدأ من القمّة"), ("he", "הלמידה מתחילה מלמעלה")]
)
def test_a_card_in_a_language_from_right_to_left_is_mirrored(
    language: str, title: str, company: Company
) -> None:
    left, _, right, _ = box_of_type(job_of(company, title, "", language=language))
    assert right >= CARD_SIZE_PX[0] - MARGIN_PX - 12
    assert left > CARD_SIZE_PX[0] / 3


def test_a_longer_title_is_smaller(company: Company) -> None:
    def ink(title: str) -> float:
        picture = drawn(without_artwork(job_of(company, title, kicker="")))
        return sum(picture.convert("L").histogram()[200:]) / len(title)

    assert ink("Delegeren en loslaten " * 10) < ink("Delegeren en loslaten") / 2


def test_a_long_kicker_stays_on_the_card(company: Company) -> None:
    _, top, right, bottom = box_of_type(job_of(company, "Titel", kicker="voor iedereen " * 30))
    assert top >= MARGIN_PX - 2
    assert right <= CARD_SIZE_PX[0] * 0.56
    assert bottom <= CARD_SIZE_PX[1] - MARGIN_PX + 2


def test_the_same_card_is_the_same_bytes_and_another_is_another_job(company: Company) -> None:
    job, other = job_of(company, "Luisteren"), job_of(company, "Horen")
    assert render(job).file(CARD) == render(job_of(company, "Luisteren")).file(CARD)
    assert job.digest == job_of(company, "Luisteren").digest
    assert job.digest != other.digest


def test_a_campaign_shows_its_own_artwork(company: Company) -> None:
    project, _ = company
    assert project.catalogue
    [campaign] = project.catalogue.campaigns
    own = json.loads(job_of(company, "Titel", campaign=campaign).drawing.data)["artwork"]
    others = json.loads(job_of(company, "Titel").drawing.data)["artwork"]
    assert own != others


def test_text_of_an_editor_is_never_markup(company: Company) -> None:
    drawn(job_of(company, '#panic("x") $1/2$ <a> *b* _c_ \\ "', kicker="#[x]"))
