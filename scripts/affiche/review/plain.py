"""The comparison for people at a terminal.

What is said is left to ``sentences``.
"""

from __future__ import annotations

from collections.abc import Iterator

from affiche.content.words import Words
from affiche.review.changes import Change, LineChange, RunKind
from affiche.review.diff import Diff
from affiche.review.sentences import Sentences

_MARKS = {RunKind.GONE: ("[-", "-]"), RunKind.NEW: ("{+", "+}"), RunKind.SAME: ("", "")}
_FEW_PAGES = 8


def as_plain(diff: Diff, words: Words) -> str:
    """Return the whole of ``diff`` in lines, without one at the end."""
    say = Sentences(words)
    lines = [words("diff.title"), say.since(diff), *map(say.note, diff.notes)]
    if diff.is_empty:
        return "\n".join((*lines, "", words("diff.nothing")))
    lines += ["", *(f"  {count}" for _, count in say.counts(diff))]
    for part in (_codes, _recalls, _sessions, _posters, _pages):
        lines += part(diff, say)
    return "\n".join(lines)


def _head(say: Sentences, key: str) -> tuple[str, str]:
    return "", say.words(f"diff.{key}")


def _codes(diff: Diff, say: Sentences) -> Iterator[str]:
    if diff.dead_codes:
        yield from _head(say, "codes")
    for dead in diff.dead_codes:
        yield f"  {dead.campaign.file}  error"
        yield f"    {dead.campaign.title}: {dead.address}"
        yield f"    {say.dead_code(dead)}"
        yield from (f"    {say.words('diff.hangs')}: {say.place(each)}" for each in dead.places)


def _recalls(diff: Diff, say: Sentences) -> Iterator[str]:
    if diff.recalls:
        yield from _head(say, "recalls")
    for recall in diff.recalls:
        yield f"  {recall.campaign.title} · {recall.poster} ({recall.language})"
        yield f"    {', '.join(recall.formats)}"
        for fact in recall.facts:
            yield f"    {say.fact(fact)}"
            yield from (f"      - {line}" for line in fact.was.splitlines())
            yield from (f"      + {line}" for line in fact.now.splitlines())
        for place in recall.places:
            yield f"    {say.words('diff.hangs')}: {say.place(place)}"
        if not recall.places:
            yield f"    {say.words('diff.hangs-unknown')}"
        yield f"    {say.recall_code(recall)}"


def _sessions(diff: Diff, say: Sentences) -> Iterator[str]:
    if diff.sessions:
        yield from _head(say, "sessions")
    for change in diff.sessions:
        yield f"  {change.programme.title}: {say.session(change)}"
        for mark, occasion in (("-", change.was), ("+", change.now)):
            if occasion:
                yield f"    {mark} {say.occasion(occasion)}"


def _posters(diff: Diff, say: Sentences) -> Iterator[str]:
    if diff.posters:
        yield from _head(say, "posters")
    for change in diff.posters:
        yield f"  {say.poster(change)}: {say.formats(change)}"
        yield f"    {say.poster_change(change)}"


def _pages(diff: Diff, say: Sentences) -> Iterator[str]:
    if diff.pages:
        yield from _head(say, "pages")
    for change in diff.pages:
        yield f"  {change.file}  {say.page(change)}"
        for line in change.lines:
            yield f"    {say.field(line.field)}: {_text(line)}"
        if change.change is Change.CHANGED and not change.lines:
            yield f"    {say.words('diff.page-sessions-only')}"
        if change.shown_on:
            titles = say.titles(change.shown_on, _FEW_PAGES)
            yield f"    {say.words('diff.shown-on', pages=titles)}"


def _text(line: LineChange) -> str:
    if not line.runs:
        start, end = _MARKS[RunKind.GONE if line.now is None else RunKind.NEW]
        return f"{start}{line.was or line.now}{end}"
    return "".join(f"{_MARKS[r.kind][0]}{r.text}{_MARKS[r.kind][1]}" for r in line.runs)
