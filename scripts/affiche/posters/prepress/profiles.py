"""Read the ICC profile that the brand names, and make sure that it describes a printing press.

Nothing is guessed: a profile of another printing condition under this one's name would print in
the wrong colours and say that they are right. Where it may lie is left to ``profile_files``, using
it to ``inks`` and ``intent``.
"""

from __future__ import annotations

import hashlib
import io
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from PIL import ImageCms

from affiche.posters.prepress.profile_files import SYSTEM_FOLDERS, profile_candidates
from affiche.report import Code, Diagnostic, Place

_OUTPUT_CLASS = "prtr"
"""ICC.1:2022, 7.2.5: the class of output devices."""

_FOUR_INKS = "CMYK"


@dataclass(frozen=True)
class Profile:
    """An ICC output profile for four inks, as its file holds it."""

    content: bytes = field(repr=False)
    """All of its file; it is embedded into what is made with it."""

    description: str
    """What its maker calls it, for example ``ISO Coated v2 300% (basICColor)``."""

    @cached_property
    def digest(self) -> str:
        """SHA-256 of its content, for the digests of jobs."""
        return hashlib.sha256(self.content).hexdigest()


def find_profile(
    name: str, beside: Path, place: Place, folders: tuple[Path, ...] = SYSTEM_FOLDERS
) -> Profile | Diagnostic:
    """Return the profile in the file ``name`` in ``beside``, or in one of the system's folders.

    A diagnostic at ``place`` says what to do where there is none, or where it is of another kind.
    """
    found = next(profile_candidates(name, beside, folders), None)
    if found is None:
        return Diagnostic.of(
            Code.NO_PROFILE,
            place,
            f"The ICC profile '{name}' is not on this computer, so there are no press files.",
            "Put the file that your print shop gave you beside brand.yml, or install it: the one of"
            " the sample comes with the Debian package scribus-data (sudo make profile).",
        )
    try:
        return read_profile(found.read_bytes())
    except (OSError, ValueError) as error:
        return Diagnostic.of(
            Code.NOT_A_PRESS_PROFILE,
            place,
            f"'{name}' is not the profile of a printing press: {error}.",
            "Ask your print shop for the ICC output profile (CMYK) of its press and paper.",
        )


def read_profile(content: bytes) -> Profile:
    """Return the profile in ``content``.

    Raises:
        ValueError: it is no ICC profile, or not one of a press with four inks; says what it is.
    """
    try:
        opened = ImageCms.ImageCmsProfile(io.BytesIO(content)).profile
        device_class, colour_space = opened.device_class.strip(), opened.xcolor_space.strip()
        description = (opened.profile_description or "").strip()
    except (OSError, ImageCms.PyCMSError) as error:
        raise ValueError("it cannot be read as an ICC profile") from error
    if device_class != _OUTPUT_CLASS:
        raise ValueError(f"its device class is '{device_class}', not '{_OUTPUT_CLASS}' (output)")
    if colour_space != _FOUR_INKS:
        raise ValueError(f"its colours are {colour_space}, not {_FOUR_INKS}")
    return Profile(content, description)
