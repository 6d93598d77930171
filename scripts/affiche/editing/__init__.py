"""Write in the editors' files: begin new ones, repair what has one right answer, tidy their form.

What is wrong is found below; who asks, and what is shown to them, is left to ``cli`` and ``site``.
"""

from affiche.editing.change import Change
from affiche.editing.formatting import Formatting, find_formatting
from affiche.editing.repairing import Repairs, find_repairs

__all__ = ["Change", "Formatting", "Repairs", "find_formatting", "find_repairs"]
