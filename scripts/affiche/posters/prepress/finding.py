"""What is wrong with a finished file, as plain data; and in words, for a person.

Finding it is left to ``inspection``.
"""

from __future__ import annotations

from dataclasses import dataclass

from affiche.report import Code, Diagnostic, Place


@dataclass(frozen=True, order=True)
class Finding:
    """One rule that a finished file breaks."""

    rule: Code

    value: str
    """What was found."""

    limit: str = ""
    """What there should be."""

    @classmethod
    def of_note(cls, note: dict[str, str]) -> Finding:
        """Return the finding that ``as_note`` wrote down."""
        return cls(_BY_NAME[note["rule"]], note["value"], note["limit"])

    def as_note(self) -> dict[str, str]:
        """Return it as JSON may keep it, beside the file."""
        return {"rule": self.rule.value, "value": self.value, "limit": self.limit}

    def as_diagnostic(self, place: Place, file: str) -> Diagnostic:
        """Return it in words, at ``place`` in the editors' files; ``file`` is the finished one."""
        found = f"{file}: {_MESSAGES[self.rule].format(value=self.value, limit=self.limit)}"
        return Diagnostic.of(self.rule, place, found, _HINTS.get(self.rule, _TEMPLATE))


_BY_NAME = {code.value: code for code in Code}

_MESSAGES = {
    Code.DAMAGED_FILE: "the file is damaged ({value}).",
    Code.WRONG_BOX: "{value}; it should be {limit}.",
    Code.FONT_NOT_EMBEDDED: "the font {value} is not in the file, or not as outlines.",
    Code.PICTURE_SOFT: "a picture has {value} pixels per inch; {limit} look sharp.",
    Code.PICTURE_TOO_SMALL: "a picture has {value} pixels per inch; {limit} are the least.",
    Code.NOT_IN_INK: "{value}; it should be {limit}.",
    Code.SPOT_COLOUR: "there is a spot colour in a {value}; it should be {limit}.",
    Code.GRADIENT: "there is a gradient, which does not come out in ink as on a screen.",
    Code.TOO_MUCH_INK: "{value} of ink lie on each other; the paper takes {limit}.",
    Code.OVERPRINTS_COLOUR: "a {value} overprints what is under it; only {limit} may.",
    Code.NO_OUTPUT_INTENT: "the output intent is {value}; it should be {limit}.",
    Code.NOT_FOR_PRINT: "it holds {value}, which has no place in a file for print.",
    Code.WRONG_STANDARD: "it says that it is {value}; it should be {limit}.",
    Code.UNTAGGED: "it has no tags, so it cannot be read aloud in order.",
    Code.UNTITLED_FILE: "it has no title, or does not show it.",
    Code.NO_LANGUAGE: "its language is '{value}'; it should be '{limit}'.",
    Code.NO_ALTERNATIVE: "{value} have no text for those who do not see them.",
}

_TEMPLATE = "Ask whoever looks after the poster's template."

_PICTURE = "Use a larger picture, or leave out the largest formats."

_INK = "Choose inks for it in overrides/brand.yml, or ask the print shop whether it takes more."

_HINTS = {
    Code.PICTURE_SOFT: _PICTURE,
    Code.PICTURE_TOO_SMALL: _PICTURE,
    Code.TOO_MUCH_INK: _INK,
    Code.NO_ALTERNATIVE: "Give each picture of the template words: image(..., alt: ...).",
    Code.GRADIENT: "Draw it in flat colours in the template.",
    Code.SPOT_COLOUR: "Use the colours of the brand in the template.",
}
