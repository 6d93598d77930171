"""Rules over the finished catalogue and its posters.

Rules about a single file or field are left to ``content``.
"""

from affiche.checks.allowances import apply_allowances
from affiche.checks.contrast import check_contrast
from affiche.checks.coverage import Coverage, Matrix, Row, cover
from affiche.checks.gap_words import gap_sentence
from affiche.checks.gaps import Gap
from affiche.checks.inspection import STORE, Inspection, check_entities, inspect
from affiche.checks.palette import PaletteCell, palette_contrast

__all__ = [
    "STORE",
    "Coverage",
    "Gap",
    "Inspection",
    "Matrix",
    "PaletteCell",
    "Row",
    "apply_allowances",
    "check_contrast",
    "check_entities",
    "cover",
    "gap_sentence",
    "inspect",
    "palette_contrast",
]
