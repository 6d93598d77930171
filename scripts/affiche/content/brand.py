"""Read ``brand.yml``: how the company looks and speaks.

Whether its colours can be read on each other is left to ``checks``.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from affiche.content.assets import check_assets
from affiche.content.files import read_text
from affiche.content.prose import parse_prose
from affiche.content.references import check_brand_references, formats_in
from affiche.content.validation import validate
from affiche.content.yaml_nodes import Fields, read_fields
from affiche.model import Brand, Source
from affiche.report import Code, Diagnostic, Place


@dataclass(frozen=True)
class BrandReading:
    """The brand as far as it could be read."""

    brand: Brand | None = None
    schemes: frozenset[str] | None = None
    """The names that values may use; None when they are not known."""

    formats: frozenset[str] | None = None
    """The names that posters may use; None when they are not known."""

    languages: tuple[str, ...] = ()
    """Empty when they are not known."""

    problems: list[Diagnostic] = field(default_factory=list)
    """What is wrong with it."""


def load_brand(root: Path, overrides_dir: str) -> BrandReading:
    """Return the brand in ``overrides_dir`` and what is wrong with it."""
    file = f"{overrides_dir}/brand.yml"
    if not (root / file).exists():
        message = f"There is no brand: {file} is missing."
        hint = "Write it: name, colours, schemes, ink, paper, fonts, logo and symbol."
        missing = Diagnostic.of(Code.MISSING_BRAND, Place(file), message, hint)
        return BrandReading(problems=[missing])
    text = read_text(root, file)
    if isinstance(text, Diagnostic):
        return BrandReading(problems=[text])
    fields, problems = read_fields(text, file)
    if any(problem.code is not Code.DUPLICATE_KEY for problem in problems):
        return BrandReading(problems=problems)
    source = Source(file, tuple(fields.values.items()))
    brand, mistakes = validate(Brand, fields, parse_prose, source=source)
    problems += mistakes + check_brand_references(fields) + check_assets(root, Brand, fields)
    languages = brand.languages if brand else ()
    formats = formats_in(fields)
    return BrandReading(brand, _names_of_schemes(fields), formats, languages, problems)


def _names_of_schemes(fields: Fields) -> frozenset[str] | None:
    schemes = fields.data.get("schemes")
    return frozenset(schemes) if isinstance(schemes, dict) else None
