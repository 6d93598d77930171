"""What is said of each change, in one language: the same sentences for every form of the answer.

How they are laid out is left to ``plain``, ``markdown`` and ``report_page``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from affiche.content.words import Words
from affiche.posters import Fact
from affiche.review.changes import Occasion, PageChange, PageReference, PosterChange, SessionChange
from affiche.review.diff import Diff, Note
from affiche.review.hanging import CodeFault, DeadCode, FactChange, HangingPlace, Recall

_SHORT_COMMIT = 12


@dataclass(frozen=True)
class Sentences:
    """The sentences of one language."""

    words: Words
    """The product's own."""

    def since(self, diff: Diff) -> str:
        """Return what was compared with what, and for which day."""
        commit = diff.base_commit[:_SHORT_COMMIT]
        day = self.words("diff.day", date=self.words.date(diff.today))
        return f"{self.words('diff.since', base=diff.base, commit=commit)}. {day}."

    def counts(self, diff: Diff) -> Iterator[tuple[str, str]]:
        """Yield how many there are of each kind, and the kind, worst first; none of which are 0."""
        recalls = {(r.campaign, r.poster, r.language) for r in diff.recalls}
        for kind, number in (
            ("codes", len(diff.dead_codes)),
            ("recalls", len(recalls)),
            ("sessions", len(diff.sessions)),
            ("posters", len(diff.posters)),
            ("pages", len(diff.pages)),
        ):
            if number:
                yield kind, self.words(f"diff.count-{kind}", count=number)

    def note(self, note: Note) -> str:
        """Return a sentence on what limits the comparison."""
        return self.words(f"diff.note-{note.key}", detail=note.detail)

    def dead_code(self, dead: DeadCode) -> str:
        """Return what to do about codes that lead nowhere."""
        name = dead.campaign.file.rsplit("/", 2)[-2]
        if dead.fault is CodeFault.REMOVED and dead.renamed_to:
            return self.words("diff.code-renamed", new=dead.renamed_to, name=name)
        return self.words(f"diff.code-{dead.fault}", name=name)

    def fact(self, change: FactChange) -> str:
        """Return which fact it is."""
        return self.words(f"diff.fact-{change.fact or 'gone'}")

    def recall_code(self, recall: Recall) -> str:
        """Return what whoever scans the old poster finds."""
        opens = recall.code_opens
        if any(each.fact is Fact.ADDRESS for each in recall.facts):
            return self.words("diff.recall-code-changed", address=opens)
        if said := recall.correction:
            return self.words("diff.recall-code-corrected", address=opens, correction=said)
        return self.words("diff.recall-code", address=opens)

    def place(self, place: HangingPlace) -> str:
        """Return where a poster hangs, how many of them, and whom to ask."""
        where = ", ".join(part for part in (place.name, place.room) if part)
        copies = self.words("diff.copies", count=place.quantity)
        ask = self.words("diff.ask", contact=place.contact) if place.contact else ""
        return " · ".join(part for part in (where, copies, ask) if part)

    def session(self, change: SessionChange) -> str:
        """Return what happened to a session: ``Verplaatst (tijd, plaats)``."""
        said = self.words(f"diff.session-{change.state}")
        what = [self.words.table.get(f"diff.moved-{key}", key) for key in change.moved]
        return f"{said} ({', '.join(what)})" if what else said

    def occasion(self, occasion: Occasion | None) -> str:
        """Return when and where a session is; empty for none."""
        if occasion is None:
            return ""
        hours = self.words.time_range(occasion.start, occasion.end)
        place = occasion.location or self.words("poster.online")
        return f"{self.words.date(occasion.start.date())}, {hours} · {place}"

    def poster_change(self, change: PosterChange) -> str:
        """Return what happened to a poster."""
        said = self.words(f"diff.poster-{change.change}")
        if change.failed:
            return f"{said}. {self.words('diff.poster-failed', why=change.failed)}"
        if change.looks_alike:
            return self.words("diff.poster-alike")
        if change.pictures and change.pictures.share:
            share = max(0.1, change.pictures.share * 100)
            return f"{said}. {self.words('diff.share', share=self.words.number(round(share, 1)))}."
        return said

    def formats(self, change: PosterChange) -> str:
        """Return in which formats a poster is otherwise, and for how many places."""
        parts = [", ".join(change.formats)]
        for key in ("new", "gone"):
            names: tuple[str, ...] = getattr(change, f"{key}_formats")
            if names:
                parts.append(self.words(f"diff.formats-{key}", formats=", ".join(names)))
        if change.places:
            parts.append(self.words("diff.places", count=len(change.places)))
        return " · ".join(part for part in parts if part)

    def poster(self, change: PosterChange) -> str:
        """Return what a poster is called: campaign, poster, language."""
        return f"{change.campaign.title} · {change.poster} ({change.language})"

    def page(self, change: PageChange) -> str:
        """Return what kind of page it is, and what happened to it."""
        return f"{self.words(f'diff.kind-{change.kind}')}: {self.page_change(change).lower()}"

    def page_change(self, change: PageChange) -> str:
        """Return what happened to a page."""
        return self.words(f"diff.page-{change.change}")

    def field(self, name: str) -> str:
        """Return what a line is called; the story has no key."""
        return name or self.words("diff.story")

    def more(self, number: int) -> str:
        """Return how many are left out."""
        return self.words("diff.more", count=number)

    def titles(self, pages: Iterable[PageReference], most: int) -> str:
        """Return the titles of ``pages``, at most ``most``, and how many more there are."""
        titles = list(dict.fromkeys(page.title for page in pages))
        left = len(titles) - most
        return ", ".join((*titles[:most], *((self.more(left),) if left > 0 else ())))
