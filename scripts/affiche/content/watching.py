"""Notice that somebody saved a file, and say so once for everything saved together.

What is made anew is left to those who asked.
"""

from __future__ import annotations

import queue
from collections.abc import Iterable, Iterator
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer

SETTLE_S = 0.15
"""Editors write a file in several steps; what follows within this time belongs together."""

_READING = frozenset({"opened", "closed_no_write"})
_MOVING = frozenset({"created", "deleted", "moved"})


class _Collector(FileSystemEventHandler):
    def __init__(self) -> None:
        self.changed: queue.Queue[Path] = queue.Queue()

    def on_any_event(self, event: FileSystemEvent) -> None:
        if event.event_type in _READING:
            return
        # A folder counts when it comes or goes: what is in it is not always told one by one.
        if not event.is_directory or event.event_type in _MOVING:
            # Editors save to a draft and rename it, so where a file went counts too.
            for path in (event.src_path, event.dest_path):
                if path:
                    self.changed.put(Path(str(path)))


def saved_files(
    folders: Iterable[Path], *, beside: Path | None = None, settle_s: float = SETTLE_S
) -> Iterator[frozenset[Path]]:
    """Yield the files in ``folders`` that were saved, made or deleted together, for ever.

    Drafts of editors and systems, such as ``.page.md.swp`` and ``page.md~``, do not count.
    The first set is empty and says that watching has begun.

    Args:
        folders: Watched with everything in them; those that do not exist are left out.
        beside: A folder of which only what lies in it itself is watched.
        settle_s: How long after a file the next one may follow to count as saved together.
    """
    collector = _Collector()
    observer = Observer()
    for folder in folders:
        if folder.is_dir():
            observer.schedule(collector, str(folder), recursive=True)
    if beside:
        observer.schedule(collector, str(beside), recursive=False)
    observer.start()
    try:
        yield frozenset()
        while True:
            found = {collector.changed.get()}
            while True:
                try:
                    found.add(collector.changed.get(timeout=settle_s))
                except queue.Empty:
                    break
            if counted := frozenset(filter(_counts, found)):
                yield counted
    finally:
        observer.stop()
        observer.join()


def _counts(path: Path) -> bool:
    return not path.name.startswith((".", "~", "#")) and not path.name.endswith(("~", ".tmp"))
