"""A breach of a rule that somebody has allowed for a while: counted, and not told.

Which breaches are allowed is decided in ``checks``.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass

from affiche.report.diagnostic import Diagnostic


@dataclass(frozen=True, slots=True)
class Allowed:
    """One breach, why it may stay and until when."""

    diagnostic: Diagnostic
    """What would have been told."""

    reason: str
    """In the words of whoever allowed it."""

    until: dt.date
    """The last day on which it may be so."""
