"""Papers that go along with posters, as pages offer them."""

from __future__ import annotations

from typing import Any, cast

import pytest
from mkdocs.exceptions import PluginError

from affiche.model import Campaign
from affiche.posters import Paper, PaperKind, Paperwork
from affiche.report import Code, Diagnostic, Place
from affiche.site.papers import papers_of


class Stub:
    id = "bovenaan"


CAMPAIGN = cast("Campaign", Stub())


def paper(kind: PaperKind, name: str, content: bytes = b"x") -> Paper:
    return Paper(CAMPAIGN, kind, name, content)


def test_papers_lie_beside_posters_in_the_order_of_use() -> None:
    papers, assets = papers_of(
        Paperwork(
            (
                paper(PaperKind.IMPOSED, "flyer-a5-2-up.pdf"),
                paper(PaperKind.DELIVERY_LIST, "delivery-list.pdf"),
                paper(PaperKind.CONTACT_SHEET, "contact-sheet.pdf"),
                paper(PaperKind.CONTACT_SHEET, "contact-sheet.webp"),
                paper(PaperKind.PRINT_ORDER, "print-order.csv", b"a;b"),
            )
        )
    )
    found = papers["bovenaan"]
    assert [(file.path.rsplit("/", 1)[-1], file.kind, file.size_bytes) for file in found.files] == [
        ("contact-sheet.pdf", "PDF", 1),
        ("contact-sheet.webp", "WebP", 1),
        ("print-order.csv", "CSV", 3),
        ("delivery-list.pdf", "PDF", 1),
    ]
    assert [file.paper.file_name for file in found.imposed] == ["flyer-a5-2-up.pdf"]
    folder = "campaigns/bovenaan/posters"
    assert {asset.path: asset.content for asset in assets}[f"{folder}/print-order.csv"] == b"a;b"
    assert len(assets) == 5


def test_a_template_that_does_not_work_stops_the_build() -> None:
    place: Any = Place("overrides/posters/contact-sheet.typ")
    problem = Diagnostic.of(Code.TEMPLATE_FAILED, place, "It does not work.", "Mend it.")
    with pytest.raises(PluginError, match=r"contact-sheet\.typ"):
        papers_of(Paperwork((), (problem,)))
