"""From the PDF that typst wrote to the file that the print shop prints.

Drawing is done by then: nothing here moves, adds or scales anything that can be seen but colours.
"""

from typing import TYPE_CHECKING

from affiche.posters.on_demand import on_demand
from affiche.posters.prepress.condition import PressCondition, condition_of
from affiche.posters.prepress.finding import Finding
from affiche.posters.prepress.profiles import Profile, find_profile, read_profile

if TYPE_CHECKING:
    from affiche.posters.prepress.finishing import finish_for_press
    from affiche.posters.prepress.inspection import inspect

__all__ = [
    "Finding",
    "PressCondition",
    "Profile",
    "condition_of",
    "find_profile",
    "finish_for_press",
    "inspect",
    "read_profile",
]

__getattr__ = on_demand(__name__, {"finish_for_press": "finishing", "inspect": "inspection"})
