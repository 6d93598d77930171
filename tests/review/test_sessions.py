"""Which session was which: sessions have no name."""

from __future__ import annotations

import pytest

from affiche.content import load
from affiche.model import Catalogue
from affiche.review.sessions import compare_sessions
from tests.project import PROGRAMME, write_project

FIRST = ("2027-01-12T13:30", "2027-01-12T17:00", "Zaal Maas, Utrecht", "")
SECOND = ("2027-01-19T09:00", "2027-01-19T12:00", "Zaal Maas, Utrecht", "")


@pytest.fixture
def catalogue_of(tmp_path_factory: pytest.TempPathFactory):  # type: ignore[no-untyped-def]
    def make(*sessions: tuple[str, str, str, str]) -> Catalogue:
        lines = "".join(
            f"  - start: {start}\n    end: {end}\n    location: {place}\n{more}"
            for start, end, place, more in sessions
        )
        page = PROGRAMME.removesuffix("---\n") + (f"sessions:\n{lines}" if lines else "") + "---\n"
        root = tmp_path_factory.mktemp("project")
        write_project(root, **{"docs/programmes/luisteren.md": page})
        found = load(root).catalogue
        assert found
        return found

    return make


@pytest.mark.parametrize(
    ("now", "state", "moved"),
    [
        (("2027-01-12T13:30", "2027-01-12T17:00", "Zaal Lek, Utrecht", ""), "moved", ("place",)),
        (("2027-01-12T14:00", "2027-01-12T17:00", "Zaal Maas, Utrecht", ""), "moved", ("time",)),
        (("2027-01-14T13:30", "2027-01-14T17:00", "Zaal Maas, Utrecht", ""), "moved", ("date",)),
        ((*FIRST[:3], "    status: cancelled\n"), "cancelled", ()),
        ((*FIRST[:3], "    status: postponed\n"), "postponed", ()),
        ((*FIRST[:3], "    places_left: 2\n"), "changed", ("places_left",)),
    ],
)
def test_a_session_that_changed_is_still_that_session(
    now: tuple[str, str, str, str], state: str, moved: tuple[str, ...], catalogue_of
) -> None:  # type: ignore[no-untyped-def]
    [change] = compare_sessions(catalogue_of(FIRST, SECOND), catalogue_of(SECOND, now))
    assert (change.state, change.moved) == (state, moved)
    assert change.was
    assert change.was.start.day == 12


def test_one_that_has_nothing_of_another_is_new(catalogue_of) -> None:  # type: ignore[no-untyped-def]
    other = ("2027-05-01T10:00", "2027-05-01T11:00", "Gent", "")
    changes = compare_sessions(catalogue_of(FIRST), catalogue_of(other))
    assert [change.state for change in changes] == ["removed", "added"]
    assert [c.state for c in compare_sessions(None, catalogue_of(FIRST))] == ["added"]
