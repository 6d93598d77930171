"""Papers that go along with a campaign's posters, as files of the site.

What stands on them is left to ``posters``.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import PurePosixPath

from mkdocs.exceptions import PluginError

from affiche.posters import Paper, PaperKind, Paperwork
from affiche.report import as_text
from affiche.site.sheets import Asset


@dataclass(frozen=True)
class PaperFile:
    """One paper that is downloaded."""

    paper: Paper
    """What it is."""

    path: str
    """Inside the site."""

    @property
    def size_bytes(self) -> int:
        """Its size; 0 as long as nobody made it."""
        return len(self.paper.content)

    @property
    def kind(self) -> str:
        """What people call its format: ``PDF``, ``WebP``, ``CSV``."""
        suffix = PurePosixPath(self.path).suffix.removeprefix(".").upper()
        return "WebP" if suffix == "WEBP" else suffix


@dataclass(frozen=True)
class Papers:
    """The papers of one campaign."""

    files: tuple[PaperFile, ...]
    """To approve, order and deliver its posters."""

    imposed: tuple[PaperFile, ...]
    """Its flyers on larger sheets."""


def paper_path(paper: Paper) -> str:
    """Return the path of ``paper`` inside the site."""
    return f"campaigns/{paper.campaign.id}/posters/{paper.file_name}"


def papers_of(paperwork: Paperwork) -> tuple[dict[str, Papers], list[Asset]]:
    """Return the papers by campaign id, and their files.

    Raises:
        PluginError: a template of the brand's own does not work.
    """
    if paperwork.diagnostics:
        raise PluginError("Affiche: " + "\n".join(map(as_text, paperwork.diagnostics)))
    found: dict[str, list[PaperFile]] = {}
    for paper in paperwork.papers:
        found.setdefault(paper.campaign.id, []).append(PaperFile(paper, paper_path(paper)))
    order = list(PaperKind)
    papers = {
        campaign: Papers(
            tuple(
                sorted(
                    (file for file in files if file.paper.kind is not PaperKind.IMPOSED),
                    key=lambda file: order.index(file.paper.kind),
                )
            ),
            tuple(file for file in files if file.paper.kind is PaperKind.IMPOSED),
        )
        for campaign, files in found.items()
    }
    assets = [Asset(file.path, file.paper.content) for files in found.values() for file in files]
    return papers, assets
