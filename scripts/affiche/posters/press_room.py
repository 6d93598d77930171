"""Make ready for the press: the brand's printing condition, if it has one and its profile is here.

What is done with it is left to ``prepress``.
"""

from __future__ import annotations

from affiche.content import Project
from affiche.model import Brand
from affiche.posters.prepress import PressCondition, condition_of, find_profile
from affiche.report import Diagnostic


def open_press(
    project: Project, brand: Brand
) -> tuple[PressCondition | None, tuple[Diagnostic, ...]]:
    """Return what ``brand`` prints in, and what is wrong with its profile.

    Without a condition there are no files for the press.
    """
    if brand.press is None:
        return None, ()
    folder = project.root / project.settings.overrides_dir
    place = brand.source.place("press", "profile")
    profile = find_profile(brand.press.profile, folder, place)
    if isinstance(profile, Diagnostic):
        return None, (profile,)
    return condition_of(brand, profile), ()
