"""How artefacts are made and kept: a store by content, executors, progress.

What is made is left to ``posters`` and ``kit``.
"""

from affiche.press.artefact import Artefact, Job, KeptArtefact
from affiche.press.interrupting import interrupt_held
from affiche.press.memory import Memory
from affiche.press.production import Production, Progress, produce
from affiche.press.pruning import Pruned, prune
from affiche.press.store import Store
from affiche.press.writing import write_file

__all__ = [
    "Artefact",
    "Job",
    "KeptArtefact",
    "Memory",
    "Production",
    "Progress",
    "Pruned",
    "Store",
    "interrupt_held",
    "produce",
    "prune",
    "write_file",
]
