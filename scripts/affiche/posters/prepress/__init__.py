"""From the PDF that typst wrote to the file that the print shop prints.

Drawing is done by then: nothing here moves, adds or scales anything that can be seen but colours.
"""

from typing import TYPE_CHECKING

from affiche.posters.on_demand import on_demand

if TYPE_CHECKING:
    from affiche.posters.prepress.condition import PressCondition, condition_of
    from affiche.posters.prepress.finding import Finding
    from affiche.posters.prepress.finishing import finish_for_press, without_names
    from affiche.posters.prepress.inspection import inspect
    from affiche.posters.prepress.profile_files import profile_candidates
    from affiche.posters.prepress.profiles import Profile, find_profile, read_profile

__all__ = [
    "Finding",
    "PressCondition",
    "Profile",
    "condition_of",
    "find_profile",
    "finish_for_press",
    "inspect",
    "profile_candidates",
    "read_profile",
    "without_names",
]

__getattr__ = on_demand(
    __name__,
    {
        "Finding": "finding",
        "PressCondition": "condition",
        "Profile": "profiles",
        "condition_of": "condition",
        "find_profile": "profiles",
        "finish_for_press": "finishing",
        "inspect": "inspection",
        "profile_candidates": "profile_files",
        "read_profile": "profiles",
        "without_names": "finishing",
    },
)
