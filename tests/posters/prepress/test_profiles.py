"""The profile of the press: found where it may lie, and refused when it is of something else."""

from __future__ import annotations

from pathlib import Path

import pytest
from PIL import ImageCms

from affiche.posters.prepress import Profile, find_profile, read_profile
from affiche.report import Code, Diagnostic, Place, Severity
from tests.posters.prepress.sheets import PROFILE_NAME, the_profile

BRAND = Place("overrides/brand.yml", 90, 12)


def found(name: str, beside: Path, *folders: Path) -> Profile | Diagnostic:
    return find_profile(name, beside, BRAND, folders)


def srgb() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def test_the_sample_names_a_profile_of_offset_on_coated_paper() -> None:
    assert the_profile().description == "ISO Coated v2 300% (basICColor)"


def test_the_file_beside_the_brand_comes_first(tmp_path: Path) -> None:
    (tmp_path / "system" / "icc").mkdir(parents=True)
    (tmp_path / "system" / "icc" / PROFILE_NAME).write_bytes(b"not read")
    (tmp_path / PROFILE_NAME).write_bytes(the_profile().content)
    assert found(PROFILE_NAME, tmp_path, tmp_path / "system") == the_profile()


def test_one_of_the_systems_is_found_in_its_folders(tmp_path: Path) -> None:
    (tmp_path / "system" / "icc").mkdir(parents=True)
    (tmp_path / "system" / "icc" / PROFILE_NAME).write_bytes(the_profile().content)
    assert found(PROFILE_NAME, tmp_path / "overrides", tmp_path / "system") == the_profile()


def test_without_one_the_diagnostic_says_where_to_get_it(tmp_path: Path) -> None:
    problem = found("drukker.icc", tmp_path, tmp_path)
    assert isinstance(problem, Diagnostic)
    assert problem.code is Code.NO_PROFILE
    assert problem.place == BRAND
    assert problem.severity is Severity.WARNING
    assert "'drukker.icc'" in problem.message
    assert "print shop" in problem.hint


@pytest.mark.parametrize("name", ["../drukker.icc", "/etc/drukker.icc"])
def test_nothing_outside_the_folder_is_read(name: str, tmp_path: Path) -> None:
    (tmp_path / "overrides").mkdir()
    (tmp_path / "drukker.icc").write_bytes(the_profile().content)
    problem = found(name, tmp_path / "overrides", tmp_path / "nothing")
    assert isinstance(problem, Diagnostic)
    assert problem.code is Code.NO_PROFILE


@pytest.mark.parametrize(
    ("content", "why"),
    [
        (b"", "it cannot be read as an ICC profile"),
        (b"%PDF-1.7 is no profile", "it cannot be read as an ICC profile"),
        (srgb(), "its device class is 'mntr', not 'prtr' (output)"),
    ],
    ids=["empty", "another file", "a screen"],
)
def test_what_is_no_profile_of_a_press_is_refused(content: bytes, why: str, tmp_path: Path) -> None:
    (tmp_path / "drukker.icc").write_bytes(content)
    problem = found("drukker.icc", tmp_path)
    assert isinstance(problem, Diagnostic)
    assert problem.code is Code.NOT_A_PRESS_PROFILE
    assert problem.severity is Severity.ERROR
    assert why in problem.message


def test_a_printer_of_light_is_refused() -> None:
    """An output profile of an RGB printer: the class is right, the inks are not."""
    content = bytearray(srgb())
    content[12:16] = b"prtr"
    with pytest.raises(ValueError, match="its colours are RGB, not CMYK"):
        read_profile(bytes(content))
