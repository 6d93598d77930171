"""The store keeps an artefact whole or not at all."""

from __future__ import annotations

import shutil
import threading
from pathlib import Path

import pytest

from affiche.press import Artefact, Store

ARTEFACT = Artefact((("a.pdf", b"%PDF"), ("b.webp", b"RIFF")), '{"ppi": 300}')
DIGEST = "abcdef0123"


def drafts(folder: Path) -> list[Path]:
    return list(folder.rglob(".draft-*"))


def test_what_is_kept_comes_back_as_it_was(tmp_path: Path) -> None:
    Store(tmp_path / "new" / "store").keep(DIGEST, ARTEFACT)
    assert Store(tmp_path / "new" / "store").load(DIGEST) == ARTEFACT
    assert drafts(tmp_path) == []


def test_an_artefact_without_files_is_kept_too(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.keep(DIGEST, Artefact(notes='{"failed": "é"}'))
    assert store.load(DIGEST) == Artefact(notes='{"failed": "é"}')


def test_what_failed_for_a_passing_reason_is_told_and_not_kept(tmp_path: Path) -> None:
    store = Store(tmp_path)
    failed = Artefact(notes="not now", passing=True)
    assert store.make_once(DIGEST, lambda: failed).notes == "not now"
    assert store.load(DIGEST) is None


def test_what_was_never_kept_is_not_there(tmp_path: Path) -> None:
    assert Store(tmp_path / "nowhere").load(DIGEST) is None
    store = Store(tmp_path)
    store.keep(DIGEST, ARTEFACT)
    assert store.load(DIGEST[:-1] + "9") is None


def test_half_an_artefact_counts_as_none_and_is_replaced(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.keep(DIGEST, ARTEFACT)
    (place,) = (path for path in tmp_path.rglob(DIGEST))
    (place / "manifest.json").unlink()
    (place / "b.webp").unlink()
    assert store.load(DIGEST) is None
    store.keep(DIGEST, ARTEFACT)
    assert store.load(DIGEST) == ARTEFACT
    assert drafts(tmp_path) == []


def test_an_empty_folder_counts_as_none_and_is_replaced(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.keep(DIGEST, ARTEFACT)
    (place,) = tmp_path.rglob(DIGEST)
    shutil.rmtree(place)
    place.mkdir()
    assert store.load(DIGEST) is None
    store.keep(DIGEST, ARTEFACT)
    assert store.load(DIGEST) == ARTEFACT


def test_keeping_that_is_cut_off_leaves_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_path: Path, *_: object, **__: object) -> int:
        raise OSError(28, "No space left on device")

    store = Store(tmp_path)
    monkeypatch.setattr(Path, "write_text", full)
    with pytest.raises(OSError, match="No space left"):
        store.keep(DIGEST, ARTEFACT)
    monkeypatch.undo()
    assert store.load(DIGEST) is None
    assert drafts(tmp_path) == []


def test_the_first_to_keep_wins_and_the_second_is_no_trouble(tmp_path: Path) -> None:
    store = Store(tmp_path)
    store.keep(DIGEST, ARTEFACT)
    store.keep(DIGEST, ARTEFACT)
    assert store.load(DIGEST) == ARTEFACT
    assert drafts(tmp_path) == []


def test_many_may_keep_one_digest_at_once(tmp_path: Path) -> None:
    start = threading.Barrier(8)
    seen: list[Artefact | None] = []
    failures: list[BaseException] = []

    def keep() -> None:
        start.wait()
        try:
            for number in range(20):
                store = Store(tmp_path)
                store.keep(f"{DIGEST}{number}", ARTEFACT)
                seen.append(store.load(f"{DIGEST}{number}"))
        except BaseException as error:  # noqa: BLE001  # told in the test's own thread
            failures.append(error)

    threads = [threading.Thread(target=keep) for _ in range(8)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert seen == [ARTEFACT] * 160
    assert drafts(tmp_path) == []


def test_a_file_where_an_artefact_belongs_counts_as_none_kept(tmp_path: Path) -> None:
    place = tmp_path / DIGEST[:2] / DIGEST
    place.parent.mkdir(parents=True)
    place.write_text("not a folder\n")
    store = Store(tmp_path)
    assert store.load(DIGEST) is None
    store.keep(DIGEST, ARTEFACT)
    assert store.load(DIGEST) == ARTEFACT


def test_where_only_notes_are_wanted_a_damaged_file_is_no_matter(tmp_path: Path) -> None:
    store = Store(tmp_path)
    kept = store.keep("ab12", Artefact((("poster", b"pdf"),), "notes"))
    (kept.folder / "poster").write_bytes(b"cut off")
    assert store.find("ab12") is None
    found = store.find("ab12", notes_only=True)
    assert found
    assert found.notes == "notes"
