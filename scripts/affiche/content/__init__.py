"""Files on disk to catalogue: read everything, check everything, say all that is wrong at once.

Rules over the finished catalogue are left to ``checks``; making anything of it to ``site`` and
``posters``.
"""

from affiche.content.loading import load
from affiche.content.ordinary_pages import split_page
from affiche.content.project import OrdinaryPage, Project, Settings, Translation
from affiche.content.prose import parse_prose
from affiche.content.snapshot import Snapshot, SnapshotError, take_snapshot
from affiche.content.translation import page_digest

__all__ = [
    "OrdinaryPage",
    "Project",
    "Settings",
    "Snapshot",
    "SnapshotError",
    "Translation",
    "load",
    "page_digest",
    "parse_prose",
    "split_page",
    "take_snapshot",
]
