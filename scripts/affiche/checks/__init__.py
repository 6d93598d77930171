"""Rules over the finished catalogue and its posters.

Rules about a single file or field are left to ``content``.
"""

from affiche.checks.contrast import contrast
from affiche.checks.inspection import STORE, Inspection, inspect

__all__ = ["STORE", "Inspection", "contrast", "inspect"]
