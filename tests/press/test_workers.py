"""Workers are fed as they go, are replaced, and never outlive who started them."""

from __future__ import annotations

import os
import signal
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from affiche.press import workers
from affiche.press.workers import work
from tests.press.makers import Job, make, process_of
from tests.programs import line_of, started

ROOT = Path(__file__).parents[2]

RUN = """
import sys
from pathlib import Path
from affiche.press import Store, produce
from tests.press.makers import Job, wait_for_ever

if __name__ == "__main__":
    folder = Path(sys.argv[1])
    traces = folder / "traces"
    traces.mkdir()
    produce([Job(f"job{n:02}", traces) for n in range(20)], wait_for_ever, Store(folder / "store"))
"""


def test_jobs_are_taken_as_workers_become_free() -> None:
    taken = []

    def many() -> Iterator[Job]:
        for number in range(100):
            taken.append(number)
            yield Job(f"job{number:02}")

    running = work(many(), make, 2)
    next(running)
    assert taken == [0, 1, 2, 3]  # what two workers are at, and the next one for each
    running.close()


def test_every_job_comes_back_once_with_its_own_result() -> None:
    jobs = [Job(f"job{number:02}") for number in range(30)]
    done = dict(work(jobs, make, 2))
    assert done == {job: make(job) for job in jobs}


def test_a_worker_is_replaced_after_its_share(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "RECYCLED_AFTER", 3)
    jobs = [Job(f"job{number:02}") for number in range(12)]
    processes = {process for _, process in work(jobs, process_of, 1)}
    assert len(processes) == 4
    assert os.getpid() not in processes


@pytest.fixture
def running(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """A run whose workers are in the midst of jobs that take for ever."""
    program = tmp_path / "run.py"
    program.write_text(RUN, encoding="utf-8")
    paths = {"PYTHONPATH": f"{ROOT / 'scripts'}{os.pathsep}{ROOT}"}
    with started(str(program), str(tmp_path), environment=paths) as process:
        assert line_of(process) == "begun\n"
        yield process


def test_workers_end_when_their_parent_is_killed(running: subprocess.Popen[str]) -> None:
    running.kill()
    # Workers share its standard output: it ends when the last of them has.
    out, err = running.communicate(timeout=60)
    assert running.returncode == -signal.SIGKILL
    assert set(out.split()) <= {"begun"}
    assert "Traceback" not in err
