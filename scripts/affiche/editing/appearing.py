"""Let new files appear: all of them or none, and never in the place of another.

What they say is left to the other modules of ``editing``.
"""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

Files = Mapping[str, bytes]
"""What files hold, by their paths from a folder, with forward slashes."""


def create_file(path: Path, content: bytes) -> None:
    """Write a new file.

    Raises:
        FileExistsError: there is something of that name.
        OSError: the folder cannot be written.
    """
    path.parent.mkdir(parents=True, exist_ok=True)
    with _workshop(path) as draft:
        draft.write_bytes(content)
        draft.chmod(0o644)
        _without_overwriting(draft, path)


def create_folder(folder: Path, files: Files) -> None:
    """Write a new folder with ``files`` in it.

    Raises:
        FileExistsError: there is something of that name.
        OSError: the folder around it cannot be written.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    with _workshop(folder) as draft:
        _write(draft, files)
        _without_overwriting(draft, folder)


def fill_folder(folder: Path, files: Files) -> None:
    """Write ``files`` into ``folder``, which holds nothing of these names, or is not there yet.

    Raises:
        FileExistsError: a file or folder of one of the names is there; nothing was written.
        OSError: the folder cannot be written; what was written is taken away again.
    """
    if not folder.exists():
        create_folder(folder, files)
        return
    with _workshop(folder / "site") as draft:
        _write(draft, files)
        if taken := [each.name for each in draft.iterdir() if (folder / each.name).exists()]:
            raise FileExistsError(f"{folder / min(taken)} is there already")
        moved: list[Path] = []
        try:
            for each in sorted(draft.iterdir()):
                _without_overwriting(each, folder / each.name)
                moved.append(folder / each.name)
        except BaseException:
            for each in moved:
                shutil.rmtree(each) if each.is_dir() else each.unlink()
            raise


@contextmanager
def _workshop(target: Path) -> Iterator[Path]:
    """Yield a name for ``target`` on the same disk while it is made; nothing of it stays."""
    folder = Path(tempfile.mkdtemp(prefix=f".{target.name}.", dir=target.parent))
    try:
        yield folder / target.name
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _write(folder: Path, files: Files) -> None:
    folder.mkdir()
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)


def _without_overwriting(draft: Path, target: Path) -> None:
    """Give ``draft`` the name ``target``, unless that is taken."""
    # A rename would put a file over one that appeared meanwhile, and a folder over an empty one.
    if os.path.lexists(target):
        raise FileExistsError(f"{target} is there already")
    draft.rename(target)
