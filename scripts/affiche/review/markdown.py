"""The comparison as the comment under a pull request: short, the worst first.

Safe against what editors write: no mention, reference, tag or cell of theirs is taken for one, on
GitHub and on GitLab. What is said is left to ``sentences``.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TypeVar

from affiche.content.words import Words
from affiche.review.changes import Change, LineChange, Run, RunKind
from affiche.review.diff import Diff
from affiche.review.sentences import Sentences

MOST_CHARACTERS = 60_000
"""GitHub refuses a comment of more than 65,536 characters."""

_FEWER = (20, 8, 3, 1)
"""How many of each kind are listed, until the comment is short enough."""

_FEW_PAGES = 5
_LINES_OF_A_PAGE = 6
_CONTEXT = 40
"""How many characters of what stayed are shown beside a change."""

_LONGEST = 400

_ZERO_WIDTH_SPACE = "\u200b"

# Mentions and references of GitHub and GitLab: @name, #1, !1, %1, ~label, &1, $1, ^alert; both look
# for them after Markdown was rendered, so that a backslash does not keep them away.
_SIGIL = re.compile(r"(?<![A-Za-z0-9])([@#!%~&$^])(?=[\w\"'(\[{])")
_MARKUP = re.compile(r"([\\`*_\[\]{}~#|$])")


def as_markdown(diff: Diff, words: Words, *, link: str | None = None) -> str:
    """Return ``diff`` as Markdown for GitHub and GitLab, with a newline at the end.

    Args:
        diff: What changed.
        words: Of the language of sentences.
        link: Where the report with its pictures can be opened.
    """
    for most in _FEWER:
        text = "\n".join(_Comment(diff, Sentences(words), link, most).lines()) + "\n"
        if len(text) <= MOST_CHARACTERS:
            break
    return text


def escaped(text: str) -> str:
    """Return ``text`` so that it stands in a line or a cell of a table as it was written."""
    apart = _SIGIL.sub(rf"\1{_ZERO_WIDTH_SPACE}", text)
    plain = apart.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return _MARKUP.sub(r"\\\1", plain).replace("\r", "").replace("\n", "<br>")


Item = TypeVar("Item")


class _Comment:
    def __init__(self, diff: Diff, say: Sentences, link: str | None, most: int) -> None:
        self._diff, self._say, self._link, self._most = diff, say, link, most
        self._words = say.words

    def lines(self) -> Iterator[str]:
        diff, say = self._diff, self._say
        yield f"## {self._words('diff.title')}"
        yield ""
        yield escaped(say.since(diff))
        for note in diff.notes:
            yield f"> {escaped(say.note(note))}"
            yield ""
        yield ""
        if diff.is_empty:
            yield self._words("diff.nothing")
            return
        marks = {"codes": "❌", "recalls": "⚠️"}
        for kind, count in say.counts(diff):
            yield f"- {marks.get(kind, '')} **{count}**".replace("-  ", "- ")
        yield ""
        yield self._pictures()
        for part in (self._codes, self._recalls, self._sessions, self._posters, self._pages):
            yield from part()

    def _pictures(self) -> str:
        if self._link:
            link = f"[{self._words('diff.pictures-page')}](<{_address(self._link)}>)"
        else:
            link = self._words("diff.pictures-file")
        return self._words("diff.pictures-at", link=link)

    def _codes(self) -> Iterator[str]:
        if not self._diff.dead_codes:
            return
        yield from self._heading("codes", "❌ ")
        yield self._words("diff.codes-intro")
        yield ""
        for dead in self._few(self._diff.dead_codes):
            yield f"- **{escaped(dead.campaign.title)}** · {_code(dead.address)}<br>"
            yield f"  {escaped(self._say.dead_code(dead))}"
        yield from self._rest(self._diff.dead_codes)

    def _recalls(self) -> Iterator[str]:
        if not self._diff.recalls:
            return
        yield from self._heading("recalls", "⚠️ ")
        yield self._words("diff.recalls-intro")
        yield ""
        yield from self._table("poster", "formats", "was", "now", "hangs")
        for recall in self._few(self._diff.recalls):
            facts = [(self._say.fact(fact), fact) for fact in recall.facts]
            was = [f"{name}: {each.was}" if each.was else name for name, each in facts]
            places = [self._say.place(place) for place in recall.places]
            yield _row(
                f"{recall.campaign.title} · {recall.poster} ({recall.language})",
                ", ".join(recall.formats),
                "\n".join(was),
                "\n".join(each.now for _, each in facts),
                "\n".join(places[: self._most]) or self._words("diff.hangs-unknown"),
            )
        yield from self._rest(self._diff.recalls)
        yield ""
        sentences = dict.fromkeys(map(self._say.recall_code, self._diff.recalls))
        for sentence in list(sentences)[: self._most]:
            yield f"- {escaped(sentence)}"

    def _sessions(self) -> Iterator[str]:
        if not self._diff.sessions:
            return
        yield from self._heading("sessions")
        yield from self._table("programme", "state", "was", "now")
        for change in self._few(self._diff.sessions):
            yield _row(
                change.programme.title,
                self._say.session(change),
                self._say.occasion(change.was),
                self._say.occasion(change.now),
            )
        yield from self._rest(self._diff.sessions)

    def _posters(self) -> Iterator[str]:
        if not self._diff.posters:
            return
        yield from self._heading("posters")
        yield from self._table("poster", "formats", "state")
        for change in self._few(self._diff.posters):
            yield _row(
                self._say.poster(change),
                self._say.formats(change),
                self._say.poster_change(change),
            )
        yield from self._rest(self._diff.posters)

    def _pages(self) -> Iterator[str]:
        if not self._diff.pages:
            return
        yield from self._heading("pages")
        for change in self._few(self._diff.pages):
            title = escaped(change.title)
            yield f"- **{title}** · {self._say.page(change)} · {_code(change.file)}"
            for line in change.lines[:_LINES_OF_A_PAGE]:
                yield f"  - {_code(self._say.field(line.field))}: {_changed(line)}"
            if (left := len(change.lines) - _LINES_OF_A_PAGE) > 0:
                yield f"  - {self._say.more(left)}"
            if change.change is Change.CHANGED and not change.lines:
                yield f"  - {self._words('diff.page-sessions-only')}"
            if change.shown_on:
                titles = self._say.titles(change.shown_on, _FEW_PAGES)
                yield f"  - {escaped(self._words('diff.shown-on', pages=titles))}"
        yield from self._rest(self._diff.pages)

    def _heading(self, key: str, mark: str = "") -> tuple[str, ...]:
        return "", f"### {mark}{self._words(f'diff.{key}')}", ""

    def _table(self, *columns: str) -> tuple[str, ...]:
        heads = " | ".join(self._words(f"diff.{column}") for column in columns)
        return f"| {heads} |", f"|{' --- |' * len(columns)}"

    def _few(self, items: Iterable[Item]) -> Iterator[Item]:
        yield from list(items)[: self._most]

    def _rest(self, items: tuple[object, ...]) -> Iterator[str]:
        if (left := len(items) - self._most) > 0:
            yield ""
            yield self._say.more(left)


def _row(*cells: str) -> str:
    return f"| {' | '.join(escaped(_cut(cell)) for cell in cells)} |"


def _code(text: str) -> str:
    return f"<code>{escaped(text)}</code>"


def _address(link: str) -> str:
    return re.sub(r"[<>\s\\]", "", link)


def _cut(text: str) -> str:
    return text if len(text) <= _LONGEST else f"{text[:_LONGEST]}…"


def _changed(line: LineChange) -> str:
    if not line.runs:
        tag = "del" if line.now is None else "ins"
        return f"<{tag}>{escaped(_cut(line.was or line.now or ''))}</{tag}>"
    last = len(line.runs) - 1
    return "".join(_run(run, at == 0, at == last) for at, run in enumerate(line.runs))


def _run(run: Run, is_first: bool, is_last: bool) -> str:
    if run.kind is RunKind.GONE:
        return f"<del>{escaped(_cut(run.text))}</del>"
    if run.kind is RunKind.NEW:
        return f"<ins>{escaped(_cut(run.text))}</ins>"
    head, tail = run.text[:_CONTEXT], run.text[-_CONTEXT:]
    if is_first:
        return escaped(run.text if len(run.text) <= _CONTEXT else f"…{tail}")
    if is_last:
        return escaped(run.text if len(run.text) <= _CONTEXT else f"{head}…")
    return escaped(run.text if len(run.text) <= 2 * _CONTEXT else f"{head} … {tail}")
