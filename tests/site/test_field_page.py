"""The page of fields says what the model demands, and nothing else."""

from __future__ import annotations

import pytest

from affiche.content.words import words_in
from affiche.site.field_page import field_text

DUTCH = field_text(words_in("nl"))


@pytest.mark.parametrize(
    "said",
    [
        '<dt id="campaign-title"><code>title</code> Titel</dt>',
        "Een van deze woorden: <code>draft</code> (Concept), <code>approved</code> (Goedgekeurd)",
        "Zonder dit veld geldt <code>draft</code>",
        "De bestandsnaam van een persoon, zonder <code>.md</code>",
        "Een getal, van 1900 tot en met 2100",
        "Een bestand dat eindigt op .jpg, .jpeg, .png, .webp",
        "Een lijst; elk punt: tekst met Markdown, zoals <code>**vet**</code>, hooguit 3",
        "precies 4",
    ],
)
def test_a_field_says_what_it_takes(said: str) -> None:
    assert said in DUTCH
