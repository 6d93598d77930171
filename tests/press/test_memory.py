"""What is remembered does not change what is answered."""

from __future__ import annotations

from pathlib import Path

import pytest

from affiche.press import Memory


def test_an_answer_is_worked_out_once(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "store")
    assert memory.recall("6 x 7", lambda: "42") == "42"
    assert memory.recall("6 x 7", lambda: pytest.fail("it is remembered")) == "42"
    assert memory.recall("6 x 8", lambda: "48") == "48"


def test_without_a_folder_nothing_is_remembered() -> None:
    assert [Memory().recall("a", lambda said=said: said) for said in "xy"] == ["x", "y"]


def test_a_store_that_cannot_be_written_does_not_matter(tmp_path: Path) -> None:
    (tmp_path / "store").write_text("a file where a folder is wanted")
    assert Memory(tmp_path / "store").recall("a", lambda: "x") == "x"


def test_half_a_character_can_be_asked_for(tmp_path: Path) -> None:
    memory = Memory(tmp_path / "store")
    assert memory.recall("\udc80", lambda: "x") == memory.recall("\udc80", lambda: "y") == "x"
