"""Each rule is broken on purpose, and told; what is right is met with silence."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable

import pikepdf
import pytest
from PIL import Image

from affiche.model import FORMATS, Variant
from affiche.posters.prepress import Finding, finish_for_press, inspect
from affiche.report import Code, Place, Severity
from tests.posters.prepress.sheets import (
    SHEET,
    as_file,
    changed,
    condition,
    photograph,
    set_sheet,
)

Change = Callable[[pikepdf.Pdf], object]

BODY = """\
#place(rect(width: 20mm, height: 9mm, fill: rgb("#2348C9")))
Leren begint bovenaan #image("photo.jpg", width: 30mm, alt: "Een volle zaal")
"""
PLAIN = """\
#set document(title: "Leren begint bovenaan", author: "Meridiaan",
  date: datetime(year: 2026, month: 12, day: 3))
#set page(width: 100mm, height: 60mm, margin: 8mm)
#set text(font: "Poppins", lang: "nl")
"""


def photo(width_mm: float, ppi: float) -> bytes:
    width = round(width_mm / 25.4 * ppi)
    return as_file(photograph(width, width * 3 // 4), "JPEG")


@pytest.fixture(scope="module")
def drawn() -> bytes:
    return set_sheet(BODY, photo_jpg=photo(30, 250))


@pytest.fixture(scope="module")
def pressed(drawn: bytes) -> bytes:
    return finish_for_press(drawn, SHEET, condition())


def findings(pdf: bytes, **facts: object) -> list[Finding]:
    return list(inspect(pdf, SHEET, Variant.PRESS, condition=condition(**facts)))


def codes(found: list[Finding]) -> set[Code]:
    return {finding.rule for finding in found}


def test_a_finished_file_keeps_every_rule(pressed: bytes) -> None:
    assert findings(pressed) == []


def test_an_unfinished_one_breaks_most(drawn: bytes) -> None:
    assert codes(findings(drawn)) == {
        Code.NOT_IN_INK,
        Code.NO_OUTPUT_INTENT,
        Code.WRONG_BOX,
        Code.WRONG_STANDARD,
    }


def appended(operators: bytes) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        pdf.pages[0].contents_add(operators)

    return change


def with_state(**state: object) -> Change:
    """Return a change that paints a blue square under a graphics state."""

    def change(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        # The letters of the sheet overprint, so it has states already.
        page.resources.ExtGState["/Broken"] = pikepdf.Dictionary(
            Type=pikepdf.Name.ExtGState, **state
        )
        page.contents_add(b"q /Broken gs 1 0.5 0 0 k 0 0 5 5 re f Q")

    return change


def with_space(space: pikepdf.Object, operators: bytes) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        page.resources["/ColorSpace"] = pikepdf.Dictionary(Broken=space)
        page.contents_add(operators)

    return change


def spot() -> pikepdf.Object:
    function = b"<< /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [0 1 0 0] /N 1 >>"
    return pikepdf.Object.parse(b"[/Separation /Warm#20Red /DeviceCMYK " + function + b"]")


def with_gradient(pdf: pikepdf.Pdf) -> None:
    page = pdf.pages[0]
    function = b"<< /FunctionType 2 /Domain [0 1] /C0 [0 0 0 0] /C1 [0 1 0 0] /N 1 >>"
    page.resources["/Shading"] = pikepdf.Dictionary(
        Broken=pikepdf.Object.parse(
            b"<< /ShadingType 2 /ColorSpace /DeviceCMYK /Coords [0 0 9 9] /Function "
            + function
            + b" >>"
        )
    )
    page.contents_add(b"/Broken sh")


def without_font_file(pdf: pikepdf.Pdf) -> None:
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and "/FontFile2" in item:
            del item["/FontFile2"]


def without(key: str) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        del pdf.pages[0].obj[key]

    return change


def grown(key: str, by: float) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        box = pdf.pages[0].obj[key]
        pdf.pages[0].obj[key] = pikepdf.Array([*list(box)[:3], float(box[3]) + by])

    return change


def with_link(pdf: pikepdf.Pdf) -> None:
    pdf.pages[0].obj["/Annots"] = pikepdf.Array(
        [pikepdf.Dictionary(Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[0, 0, 9, 9])]
    )


def with_script(pdf: pikepdf.Pdf) -> None:
    pdf.Root["/OpenAction"] = pikepdf.Dictionary(S=pikepdf.Name.JavaScript, JS="app.alert(1)")


def without_standard(pdf: pikepdf.Pdf) -> None:
    del pdf.Root["/Metadata"]


def with_another_profile(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OutputIntents[0].DestOutputProfile = pdf.make_stream(b"SWOP")


def with_another_name(pdf: pikepdf.Pdf) -> None:
    pdf.Root.OutputIntents[0].OutputConditionIdentifier = pikepdf.String("FOGRA27")


BROKEN: dict[str, tuple[Change, Code, str]] = {
    "light": (appended(b"q 1 0 0 rg 0 0 5 5 re f Q"), Code.NOT_IN_INK, "a fill is in RGB"),
    "a line of light": (
        appended(b"q 1 0 0 RG 0 0 m 5 5 l S Q"),
        Code.NOT_IN_INK,
        "a stroke is in RGB",
    ),
    "a fifth ink": (
        with_space(spot(), b"q /Broken cs 1 scn 0 0 5 5 re f Q"),
        Code.SPOT_COLOUR,
        "fill",
    ),
    "a gradient": (with_gradient, Code.GRADIENT, "gradient"),
    "rich black": (appended(b"q 1 1 1 1 k 0 0 5 5 re f Q"), Code.TOO_MUCH_INK, "400 %"),
    "blue that overprints": (with_state(OP=True), Code.OVERPRINTS_COLOUR, "fill"),
    "no font": (without_font_file, Code.FONT_NOT_EMBEDDED, "Poppins-Regular"),
    "no trim": (without("/TrimBox"), Code.WRONG_BOX, "there is no TrimBox"),
    "no bleed": (without("/BleedBox"), Code.WRONG_BOX, "there is no BleedBox"),
    "large trim": (grown("/TrimBox", 6), Code.WRONG_BOX, "the trim size is 100.0 × 62.1 mm"),
    "large bleed": (grown("/BleedBox", 6), Code.WRONG_BOX, "the bleed is 106.0 × 68.1 mm"),
    "small film": (grown("/MediaBox", -30), Code.WRONG_BOX, "the boxes cross"),
    "a link": (with_link, Code.NOT_FOR_PRINT, "links or notes on the sheet"),
    "a script": (with_script, Code.NOT_FOR_PRINT, "actions or forms (OpenAction)"),
    "no standard": (without_standard, Code.WRONG_STANDARD, "no standard"),
    "no intent": (
        lambda pdf: pdf.Root.__delitem__("/OutputIntents"),
        Code.NO_OUTPUT_INTENT,
        "missing",
    ),
    "another profile": (
        with_another_profile,
        Code.NO_OUTPUT_INTENT,
        "FOGRA39 with another profile",
    ),
    "another condition": (with_another_name, Code.NO_OUTPUT_INTENT, "FOGRA27"),
}


@pytest.mark.parametrize(("change", "rule", "value"), BROKEN.values(), ids=list(BROKEN))
def test_a_file_for_the_press_is_refused_for(
    change: Change, rule: Code, value: str, pressed: bytes
) -> None:
    found = findings(changed(pressed, change))
    assert rule in codes(found)
    assert any(finding.value.startswith(value) for finding in found if finding.rule is rule)


def test_black_that_overprints_is_right(pressed: bytes) -> None:
    black = appended(b"q 0 0 0 1 k 0 0 5 5 re f Q")
    assert findings(changed(pressed, black)) == []


def test_a_picture_with_too_much_ink_is_refused(pressed: bytes) -> None:
    def flood(pdf: pikepdf.Pdf) -> None:
        for item in pdf.objects:
            if isinstance(item, pikepdf.Stream) and item.get("/Subtype") == "/Image":
                plain = Image.new("CMYK", (int(item.Width), int(item.Height)), (255,) * 4)
                item.write(plain.tobytes())
                del item["/Decode"]

    found = findings(changed(pressed, flood))
    assert [(one.rule, one.value, one.limit) for one in found] == [
        (Code.TOO_MUCH_INK, "400 %", "300 %")
    ]


def test_the_limit_is_the_papers(pressed: bytes) -> None:
    """The ink of the brand carries 240 %, its picture as much as the profile gives."""
    assert codes(findings(pressed, most_ink=200)) >= {Code.TOO_MUCH_INK}


@pytest.mark.parametrize(
    ("ppi", "expected"),
    [
        (205, None),
        (195, (Code.PICTURE_SOFT, "195", "200", Severity.WARNING)),
        (125, (Code.PICTURE_SOFT, "125", "200", Severity.WARNING)),
        (115, (Code.PICTURE_TOO_SMALL, "115", "120", Severity.ERROR)),
    ],
)
def test_pictures_are_measured_at_the_size_that_they_are_printed(
    ppi: float, expected: tuple[Code, str, str, Severity] | None
) -> None:
    source = set_sheet(BODY, photo_jpg=photo(30, ppi))
    found = findings(finish_for_press(source, SHEET, condition()))
    if expected is None:
        assert found == []
    else:
        ((rule, value, limit),) = [dataclasses.astuple(one) for one in found]
        assert (rule, limit, rule.severity) == (expected[0], *expected[2:])
        assert float(value) == pytest.approx(float(expected[1]), abs=1)


def test_a_file_that_is_none_is_damaged() -> None:
    (finding,) = inspect(b"%PDF-1.7 and no more", SHEET, Variant.OFFICE)
    assert finding.rule is Code.DAMAGED_FILE


def test_a_file_that_is_cut_off_is_damaged(pressed: bytes) -> None:
    assert Code.DAMAGED_FILE in codes(findings(pressed[: len(pressed) // 2]))


def test_what_cannot_be_turned_into_ink_is_left_to_be_refused() -> None:
    """A gradient of typst's comes through whole."""
    body = "#rect(width: 20mm, height: 9mm, fill: gradient.linear(red, blue))"
    found = findings(finish_for_press(set_sheet(body), SHEET, condition()))
    assert codes(found) == {Code.GRADIENT}


# For reading and keeping

READABLE = "= Leren begint bovenaan\n" + BODY


def readable(standards: tuple[str, ...] = (), body: str = READABLE) -> bytes:
    return set_sheet(body, PLAIN, standards, photo_jpg=photo(30, 250))


@pytest.mark.parametrize(
    ("variant", "standards"),
    [(Variant.OFFICE, ()), (Variant.ACCESSIBLE, ("ua-1",)), (Variant.ARCHIVE, ("a-2a",))],
)
def test_a_file_for_reading_keeps_every_rule(variant: Variant, standards: tuple[str, ...]) -> None:
    assert inspect(readable(standards), SHEET, variant, language="nl") == ()


def test_a_file_is_not_what_it_does_not_say() -> None:
    for variant, wanted in ((Variant.ACCESSIBLE, "PDF/UA-1"), (Variant.ARCHIVE, "PDF/A-2A")):
        found = inspect(readable(), SHEET, variant)
        assert Finding(Code.WRONG_STANDARD, "no standard", wanted) in found


def silenced(pdf: pikepdf.Pdf) -> None:
    for item in pdf.objects:
        if isinstance(item, pikepdf.Dictionary) and item.get("/S") == "/Figure":
            del item["/Alt"]


@pytest.mark.parametrize(
    ("change", "finding"),
    [
        (silenced, Finding(Code.NO_ALTERNATIVE, "1 of its pictures")),
        (
            lambda pdf: pdf.Root.__delitem__("/StructTreeRoot"),
            Finding(Code.UNTAGGED, "no tags"),
        ),
        (lambda pdf: pdf.docinfo.__delitem__("/Title"), Finding(Code.UNTITLED_FILE, "no title")),
        (
            lambda pdf: pdf.Root.ViewerPreferences.__delitem__("/DisplayDocTitle"),
            Finding(Code.UNTITLED_FILE, "no title"),
        ),
        (lambda pdf: pdf.Root.__delitem__("/Lang"), Finding(Code.NO_LANGUAGE, "", "nl")),
        (
            lambda pdf: pdf.Root.__setitem__("/Lang", pikepdf.String("en")),
            Finding(Code.NO_LANGUAGE, "en", "nl"),
        ),
    ],
    ids=["silent picture", "untagged", "untitled", "title not shown", "no language", "another"],
)
def test_a_file_for_listeners_is_refused_for(change: Change, finding: Finding) -> None:
    broken = changed(readable(("ua-1",)), change)
    assert inspect(broken, SHEET, Variant.ACCESSIBLE, language="nl") == (finding,)


def test_a_sheet_of_another_size_is_told() -> None:
    found = inspect(readable(), FORMATS["a4"], Variant.OFFICE)
    assert Finding(Code.WRONG_BOX, "the sheet is 100.0 × 60.0 mm", "210 × 297 mm") in found


# For screens


def test_a_screen_has_its_pixels_exactly() -> None:
    size = FORMATS["social"]
    right = as_file(Image.new("RGB", (1200, 630)), "PNG")
    assert inspect(right, size, Variant.SCREEN) == ()
    wrong = as_file(Image.new("RGB", (1200, 631)), "PNG")
    assert inspect(wrong, size, Variant.SCREEN) == (
        Finding(Code.WRONG_BOX, "it has 1200 × 631 pixels", "1200 × 630 pixels"),
    )
    (finding,) = inspect(b"GIF89a", size, Variant.SCREEN)
    assert finding.rule is Code.DAMAGED_FILE


# In words


OF_FILES = [
    code
    for code in Code
    if code.startswith(("file.", "press."))
    if code not in {Code.NO_PROFILE, Code.NOT_A_PRESS_PROFILE}  # told of the brand
]


@pytest.mark.parametrize("rule", OF_FILES)
def test_every_finding_can_be_said_in_words(rule: Code) -> None:
    place = Place("campaigns/bovenaan/index.md", 12, 5)
    finding = Finding.of_note(json.loads(json.dumps(Finding(rule, "this", "that").as_note())))
    assert finding == Finding(rule, "this", "that")
    told = finding.as_diagnostic(place, "photo-a3-press.pdf")
    assert told.code is rule
    assert told.severity is rule.severity
    assert told.message.startswith("photo-a3-press.pdf: ")
    assert told.message.endswith(".")
    assert "{" not in told.message
    assert told.hint
