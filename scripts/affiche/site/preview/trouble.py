"""Say in plain words why the site generator cannot go on, whatever went wrong there.

Showing it in a page's place is left to ``newsroom``.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from mkdocs.exceptions import MkDocsException


class TroubleError(Exception):
    """The site generator cannot go on; the message says why, in plain words."""


@contextmanager
def plainly() -> Iterator[None]:
    """Say what went wrong at the site generator in one sentence, whatever it was.

    Raises:
        TroubleError: something did.
    """
    log = logging.getLogger("mkdocs")
    kept = _Kept()
    log.addHandler(kept)
    try:
        yield
    except TroubleError:
        raise
    except (MkDocsException, SystemExit) as error:
        raise TroubleError("\n".join((*kept.lines, str(error)))) from error
    except Exception as error:  # a template or plugin of the company's own may raise anything
        where = getattr(error, "filename", None) or getattr(error, "name", None)
        line = getattr(error, "lineno", None)
        place = f" ({where}{f':{line}' if line else ''})" if where else ""
        raise TroubleError(f"{type(error).__name__}: {error}{place}") from error
    finally:
        log.removeHandler(kept)


class _Kept(logging.Handler):
    """Keeps errors that the generator logs on its way out."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(record.getMessage())
