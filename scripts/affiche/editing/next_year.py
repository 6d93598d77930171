"""Copy a campaign as next year's: its dates a year later on the same weekday, all else as it was.

Only what must differ is changed, letter by letter, so that remarks, order and quotation marks
stay. Sessions belong to programmes and stay where they are.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from posixpath import normpath

import yaml
from babel import Locale, UnknownLocaleError

from affiche.content import Project, page_digest
from affiche.content.locations import column_cells
from affiche.content.naming import INDEX
from affiche.content.translation import DIGEST_KEY
from affiche.editing.scalars import one_line
from affiche.model import Campaign
from affiche.report import Place

_YEAR = dt.timedelta(weeks=52)

_MOVED = ("starts", "ends", "publish_on", "expires", "review_by")
_ENDED = ("reviewed",)
"""Fields that say something of the old page alone."""

_AROUND = 30
"""How many characters of a text are shown on either side of a day."""

_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_FENCE = re.compile(r"(?:---|\.\.\.)[ \t]*\r?")
_BOM = "\ufeff"


@dataclass(frozen=True)
class Copy:
    """A campaign that is not there yet."""

    id: str
    """The name of its folder."""

    files: Mapping[str, bytes]
    """By their paths from its folder."""

    starts: dt.date
    """Its first day."""

    ends: dt.date
    """Its last day."""

    mentions: tuple[tuple[Place, str], ...]
    """Where its texts name a month or a year, which nobody but an editor can move."""


def plan_copy(
    project: Project,
    original: Campaign,
    today: dt.date,
    name: Callable[[dt.date], str],
    title: str | None = None,
) -> Copy:
    """Return ``original`` as the next campaign of its kind.

    Args:
        project: Whose campaign it is.
        original: The campaign to copy.
        today: The copy begins later than this day, by as many years as that takes.
        name: Gives the copy's id, from its first day.
        title: What it is called; as the original when None, with its year moved on.
    """
    years = 1
    while original.starts + years * _YEAR <= today:
        years += 1
    copying = _Copying(project, original, years * _YEAR, title)
    copy_id = name(original.starts + copying.later)
    files = copying.files()
    folder = f"{project.settings.campaigns_dir}/{copy_id}"
    pattern = _naming_a_day(project, original)
    mentions = (
        (Place(f"{folder}/{file}", *position), line)
        for file, content in files.items()
        if file.endswith(".md")
        for position, line in _mentions(content.decode("utf-8-sig"), pattern)
    )
    return Copy(
        copy_id,
        files,
        original.starts + copying.later,
        original.ends + copying.later,
        tuple(mentions),
    )


class _Copying:
    def __init__(
        self, project: Project, original: Campaign, later: dt.timedelta, title: str | None
    ) -> None:
        self.later = later
        self._project, self._original, self._title = project, original, title
        self._page = original.source.file
        self._folder = (project.root / self._page).parent
        self._lists = {normpath(each.locations) for each in original.posters if each.locations}
        self._digests: dict[str, str] = {}

    def files(self) -> dict[str, bytes]:
        """Return every file of the copy; what is hidden is nobody's to copy."""
        found = {path.relative_to(self._folder).as_posix(): path for path in _files(self._folder)}
        pages = {t.file for t in self._project.translations if t.original == self._page}
        folder = Path(self._page).parent
        # The original first: what translations are translations of is told by its texts.
        texts = [INDEX, *(name for name in found if f"{folder.as_posix()}/{name}" in pages)]
        copied = {name: self._moved(found[name], name) for name in texts}
        for name, path in found.items():
            if name in self._lists:
                copied[name] = self._moved_list(path.read_bytes())
            elif name not in copied:
                copied[name] = path.read_bytes()
        return copied

    def _moved(self, path: Path, name: str) -> bytes:
        before = _text(path.read_bytes())
        after = _edited(before, self._edits(before, name))
        if name == INDEX:
            old, new = (self._digest(text) for text in (before, after))
            # Whoever gives another title has not translated it yet.
            self._digests = {old: new} if self._title is None else {}
        return after.encode()

    def _digest(self, text: str) -> str:
        plain = text.removeprefix(_BOM).replace("\r\n", "\n")
        return page_digest(plain, self._page, Campaign, self._original.id) or ""

    def _edits(self, text: str, name: str) -> Iterator[_Edit]:
        head = _head(text)
        node = yaml.compose(head.text, Loader=yaml.SafeLoader)
        assert isinstance(node, yaml.MappingNode)  # it has been read already
        for key, value in node.value:
            start, end = (head.start + mark.index for mark in (value.start_mark, value.end_mark))
            if key.value in _ENDED and not node.flow_style:
                yield _whole_lines(text, head.start + key.start_mark.index, end)
            elif key.value in _MOVED:
                yield _Edit(start, end, self._later(text[start:end]))
            elif key.value == "status":
                yield _Edit(start, end, _like(text[start:end], "draft"))
            elif key.value == "title" and (title := self._new_title(value.value, name)):
                yield _Edit(start, end, _like(text[start:end], title))
            elif key.value == DIGEST_KEY and value.value in self._digests:
                yield _Edit(start, end, _like(text[start:end], self._digests[value.value]))

    def _new_title(self, title: str, name: str) -> str | None:
        """Return the title in the file ``name``, or None when it stays as it is."""
        if name == INDEX and self._title is not None:
            return self._title
        old, new = self._original.starts.year, (self._original.starts + self.later).year
        moved = re.sub(rf"\b{old}\b", str(new), title)
        return moved if moved != title else None

    def _moved_list(self, content: bytes) -> bytes:
        text = _text(content)
        lines = text.split("\n")
        for _, (line, column) in column_cells(text.removeprefix(_BOM), "date"):
            at = column - 1
            lines[line - 1] = lines[line - 1][:at] + _DATE.sub(
                lambda match: self._later(match[0]), lines[line - 1][at:], count=1
            )
        return "\n".join(lines).encode()

    def _later(self, text: str) -> str:
        return _DATE.sub(
            lambda match: (dt.date.fromisoformat(match[0]) + self.later).isoformat(), text
        )


@dataclass(frozen=True)
class _Edit:
    start: int
    end: int
    text: str


@dataclass(frozen=True)
class _Head:
    start: int
    text: str


def _files(folder: Path) -> Iterator[Path]:
    for path in sorted(folder.rglob("*")):
        hidden = any(part.startswith(".") for part in path.relative_to(folder).parts)
        if path.is_file() and not hidden:
            yield path


def _text(content: bytes) -> str:
    """Return ``content`` as text, from which the same bytes can be made again."""
    text = content.decode()
    # An old Macintosh ends its lines with a carriage return alone.
    return text if "\n" in text else text.replace("\r", "\n")


def _head(text: str) -> _Head:
    """Return the fields of a page, without their fences, and where they begin."""
    start = text.index("\n") + 1
    at = start
    for line in text[start:].split("\n"):
        if _FENCE.fullmatch(line):
            break
        at += len(line) + 1
    return _Head(start, text[start:at])


def _edited(text: str, edits: Iterator[_Edit]) -> str:
    for edit in sorted(edits, key=lambda edit: edit.start, reverse=True):
        text = text[: edit.start] + edit.text + text[edit.end :]
    return text


def _like(old: str, new: str) -> str:
    """Return ``new`` as YAML in the place of ``old``: with the line end of a folded text."""
    return one_line(new, dt.date) + old[len(old.rstrip("\r\n")) :]


def _whole_lines(text: str, start: int, end: int) -> _Edit:
    first = text.rfind("\n", 0, start) + 1
    last = text.find("\n", end)
    return _Edit(first, last + 1 if last >= 0 else len(text), "")


def _mentions(text: str, pattern: re.Pattern[str]) -> Iterator[tuple[tuple[int, int], str]]:
    """Yield the lines that name a day; dates in fields are moved already."""
    for number, line in enumerate(text.splitlines(), start=1):
        if not _DATE.search(line) and (match := pattern.search(line)):
            around = line[max(0, match.start() - _AROUND) : match.end() + _AROUND]
            yield (number, match.start() + 1), f"… {around.strip()} …"


def _naming_a_day(project: Project, original: Campaign) -> re.Pattern[str]:
    """Return what finds the year of ``original``, or a month in any language of the site."""
    assert project.catalogue  # the caller has looked
    found = {str(day.year) for day in (original.starts, original.ends)}
    for language in project.catalogue.brand.languages:
        try:
            wide = Locale.parse(language).months["format"]["wide"]
        except (ValueError, UnknownLocaleError):
            continue
        found |= {re.escape(month) for month in wide.values()}
    return re.compile(rf"\b(?:{'|'.join(sorted(found))})\b")
