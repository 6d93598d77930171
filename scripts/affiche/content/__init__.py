"""Files on disk to catalogue: read everything, check everything, say all that is wrong at once.

Rules over the finished catalogue are left to ``checks``; making anything of it to ``site`` and
``posters``.
"""

from affiche.content.loading import load
from affiche.content.project import Project, Settings
from affiche.content.prose import parse_prose

__all__ = ["Project", "Settings", "load", "parse_prose"]
