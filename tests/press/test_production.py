"""Every job is made once, whichever way, whatever happens to those who make it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from affiche.press import Artefact, Store, produce
from tests.press.makers import Job, die_in_a_worker, make, refuse

MANY = 12


@pytest.fixture
def traces(tmp_path: Path) -> Path:
    folder = tmp_path / "traces"
    folder.mkdir()
    return folder


@pytest.fixture
def two_cores(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 2)


def jobs(count: int, traces: Path | None = None) -> list[Job]:
    return [Job(f"job{number:02}", traces) for number in range(count)]


def makers(traces: Path) -> dict[str, list[int]]:
    """Return the processes that made each job."""
    return {
        path.name: [int(line) for line in path.read_text().split()]
        for path in sorted(traces.iterdir())
    }


def test_artefacts_come_in_the_order_of_their_jobs(tmp_path: Path) -> None:
    wanted = jobs(3)[::-1]
    made = produce(wanted, make, Store(tmp_path / "store"))
    assert [job for job, _ in made.artefacts] == wanted
    assert [artefact.read() for _, artefact in made.artefacts] == [make(job) for job in wanted]


def test_no_jobs_are_no_trouble(tmp_path: Path) -> None:
    made = produce([], make, Store(tmp_path / "store"))
    assert (made.artefacts, made.made, made.kept) == ((), 0, 0)


def test_a_digest_is_made_once_and_given_to_all_who_want_it(tmp_path: Path, traces: Path) -> None:
    (one,) = jobs(1, traces)
    made = produce([one, one, Job("other", traces), one], make, Store(tmp_path / "store"))
    assert (made.made, made.kept) == (2, 0)
    assert [len(pids) for pids in makers(traces).values()] == [1, 1]
    assert [artefact.file("made.txt")[:5] for _, artefact in made.artefacts] == [
        b"job00",
        b"job00",
        b"other",
        b"job00",
    ]


def test_what_is_kept_is_not_made_again(tmp_path: Path, traces: Path) -> None:
    store = Store(tmp_path / "store")
    produce(jobs(2, traces), make, store)
    again = produce(jobs(3, traces), make, store)
    assert (again.made, again.kept) == (1, 2)
    assert [len(pids) for pids in makers(traces).values()] == [1, 1, 1]
    assert [artefact.read() for _, artefact in again.artefacts] == [make(job) for job in jobs(3)]


def test_what_another_process_made_meanwhile_is_not_made_again(
    tmp_path: Path, traces: Path
) -> None:
    store = Store(tmp_path / "store")
    first, second = jobs(2, traces)

    def make_while_others_do(job: Job) -> Artefact:
        store.keep(second.digest, make(second))
        return make(job)

    made = produce([first, second], make_while_others_do, store)
    assert (made.made, made.kept) == (1, 1)
    assert [artefact.read() for _, artefact in made.artefacts] == [make(job) for job in jobs(2)]
    assert [len(pids) for pids in makers(traces).values()] == [1, 1]


def test_progress_counts_what_is_kept_and_ends_at_all(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    produce(jobs(2), make, store)
    told: list[tuple[int, int]] = []
    produce([*jobs(4), *jobs(4)], make, store, on_progress=lambda *seen: told.append(seen))
    assert told == [(2, 4), (3, 4), (4, 4)]


@pytest.mark.usefixtures("two_cores")
def test_many_jobs_are_made_by_other_processes_with_the_same_result(
    tmp_path: Path, traces: Path
) -> None:
    told: list[tuple[int, int]] = []
    made = produce(
        jobs(MANY, traces),
        make,
        Store(tmp_path / "store"),
        on_progress=lambda *seen: told.append(seen),
    )
    assert (made.made, made.kept) == (MANY, 0)
    assert [artefact.read() for _, artefact in made.artefacts] == [make(job) for job in jobs(MANY)]
    assert [job for job, _ in made.artefacts] == jobs(MANY, traces)
    assert told == [(done, MANY) for done in range(MANY + 1)]
    pids = makers(traces)
    assert all(len(makers) == 1 and makers != [os.getpid()] for makers in pids.values())
    assert len(pids) == MANY


def test_few_jobs_are_made_here(tmp_path: Path, traces: Path) -> None:
    produce(jobs(3, traces), make, Store(tmp_path / "store"))
    assert all(pids == [os.getpid()] for pids in makers(traces).values())


def test_one_core_needs_no_other_process(
    tmp_path: Path, traces: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: None)
    produce(jobs(MANY, traces), make, Store(tmp_path / "store"))
    assert all(pids == [os.getpid()] for pids in makers(traces).values())


@pytest.mark.usefixtures("two_cores")
def test_a_worker_that_dies_loses_no_job(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    told: list[tuple[int, int]] = []
    made = produce(jobs(MANY), die_in_a_worker, store, on_progress=lambda *seen: told.append(seen))
    assert made.made == MANY
    assert [artefact.read() for _, artefact in made.artefacts] == [make(job) for job in jobs(MANY)]
    assert all(store.load(job.digest) == make(job) for job in jobs(MANY))
    assert told[-1] == (MANY, MANY)


@pytest.mark.usefixtures("two_cores")
def test_a_broken_maker_is_heard(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="this one cannot be made"):
        produce(jobs(MANY), refuse, Store(tmp_path / "store"))


def test_what_was_made_before_a_failure_is_kept(tmp_path: Path) -> None:
    store = Store(tmp_path / "store")
    with pytest.raises(ValueError, match="this one cannot be made"):
        produce(jobs(6), refuse, store)
    assert [bool(store.load(job.digest)) for job in jobs(6)] == [True] * 5 + [False]


def test_a_file_that_an_artefact_lacks_is_no_file() -> None:
    assert Artefact((("a", b"1"),)).file("a") == b"1"
    with pytest.raises(KeyError):
        Artefact((("a", b"1"),)).file("b")
