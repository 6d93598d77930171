"""From the PDF that typst wrote to the file that the print shop prints.

Drawing is done by then: nothing here moves, adds or scales anything that can be seen but colours.
"""

from affiche.posters.prepress.condition import PressCondition, condition_of
from affiche.posters.prepress.finding import Finding
from affiche.posters.prepress.finishing import finish_for_press, without_names
from affiche.posters.prepress.inspection import inspect
from affiche.posters.prepress.profiles import Profile, find_profile, read_profile

__all__ = [
    "Finding",
    "PressCondition",
    "Profile",
    "condition_of",
    "find_profile",
    "finish_for_press",
    "inspect",
    "read_profile",
    "without_names",
]
