"""Questions that divide a list, and what its entries answer."""

from __future__ import annotations

from affiche.site.filtering import Facet, Option, facets_over, tags

FORMATS = (("a4", "A4"), ("a3", "A3"), ("a2", "A2"))


def test_an_entry_answers_each_facet_with_all_that_fits() -> None:
    assert tags(value=("samen", "eerlijk"), format=("a3",), place=()) == (
        "value:samen value:eerlijk format:a3"
    )


def test_a_facet_offers_what_entries_answer_in_the_order_of_its_labels() -> None:
    assert facets_over(["format:a3", "format:a4 value:samen"], format=FORMATS) == (
        Facet("format", (Option("a4", "A4"), Option("a3", "A3"))),
    )


def test_a_question_with_one_answer_is_not_asked() -> None:
    assert facets_over(["format:a3", "format:a3"], format=FORMATS, value=[("samen", "Samen")]) == ()


def test_options_of_one_facet_are_not_taken_for_those_of_another() -> None:
    found = facets_over(["place:a4", "place:a3"], format=FORMATS, place=FORMATS)
    assert [facet.name for facet in found] == ["place"]
