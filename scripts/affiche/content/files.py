"""Read a file as text, whatever an editor's program made of it.

What the text means is left to the other modules of ``content``.
"""

from __future__ import annotations

import codecs
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from pathlib import Path

from affiche.report import Code, Diagnostic, Place

_OTHER_UNICODE = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)
_SAVE_AS = "Open it in your editor and save it again with the encoding UTF-8."
_SAVE_TABLE_AS = "In Excel, save it as 'CSV UTF-8 (comma delimited)'."

_UNSAVED: ContextVar[Mapping[Path, bytes]] = ContextVar("_UNSAVED", default={})  # noqa: B039  # never changed, only replaced


@contextmanager
def unsaved(root: Path, files: Mapping[str, bytes]) -> Iterator[None]:
    """Let files hold other content than on disk: to see what would be wrong if it were saved.

    Args:
        root: The project's folder.
        files: What each would hold, by its path from there.
    """
    token = _UNSAVED.set({root / file: content for file, content in files.items()})
    try:
        yield
    finally:
        _UNSAVED.reset(token)


def read_text(root: Path, file: str) -> str | Diagnostic:
    """Return the text of ``file`` with plain line ends and without a byte order mark.

    Args:
        root: The project's folder.
        file: Path from there, with forward slashes.
    """
    try:
        unsaved_data = _UNSAVED.get().get(root / file)
        data = (root / file).read_bytes() if unsaved_data is None else unsaved_data
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "the name is not allowed"
        return Diagnostic.of(
            Code.UNREADABLE_FILE,
            Place(file),
            f"This file cannot be opened ({reason}).",
            "See whether it is there, and whether you may read it.",
        )
    text = _decoded(data, file)
    if isinstance(text, str) and not text.strip():
        return Diagnostic.of(
            Code.EMPTY_FILE,
            Place(file),
            "This file is empty.",
            "Write its content, or delete the file.",
        )
    return text


def _decoded(data: bytes, file: str) -> str | Diagnostic:
    hint = _SAVE_TABLE_AS if file.lower().endswith(".csv") else _SAVE_AS
    if data.startswith(_OTHER_UNICODE) or b"\0" in data:
        message = "This file is not saved as UTF-8 but as UTF-16, or it is not a text at all."
        return Diagnostic.of(Code.NOT_UTF8, Place(file), message, hint)
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        # The codec counts from behind the byte order mark.
        body = data.removeprefix(codecs.BOM_UTF8)
        before = body[: error.start].decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
        letter = body[error.start : error.start + 1].decode("cp1252", errors="replace")
        line = before.count("\n") + 1
        column = len(before) - before.rfind("\n")
        message = f"This file is not saved as UTF-8: a letter here, perhaps '{letter}', is lost."
        return Diagnostic.of(Code.NOT_UTF8, Place(file, line, column), message, hint)
    return text.replace("\r\n", "\n").replace("\r", "\n")
