"""How artefacts are made and kept: a store by content, executors, progress.

What is made is left to ``posters`` and ``kit``.
"""

from affiche.press.artefact import Artefact, Job
from affiche.press.production import Production, Progress, produce
from affiche.press.store import Store
from affiche.press.writing import write_file

__all__ = ["Artefact", "Job", "Production", "Progress", "Store", "produce", "write_file"]
