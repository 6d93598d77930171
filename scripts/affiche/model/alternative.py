"""Words for those who cannot see a picture: that there are some, and that they say something.

Whether they describe the picture well is left to the editor.
"""

from __future__ import annotations

import re

from affiche.model.fields import refusal
from affiche.report import Code

_FILE_NAME = re.compile(
    r"\S.*\.(?:avif|bmp|gif|heic|jpe?g|pdf|png|svg|tiff?|webp)|"
    # What cameras, telephones and programs call their files.
    r"(?:dsc|dscf|dscn|img|image|mvimg|pxl|wa|screenshot|schermafbeelding|whatsapp image)"
    r"[-_ ]?\d[\d _:.-]*",
    re.IGNORECASE,
)

_PLACEHOLDERS = frozenset(
    {
        *("afbeelding", "beeld", "foto", "illustratie", "plaatje", "portret", "portretfoto"),
        *("illustration", "image", "photo", "photograph", "picture", "portrait", "poster"),
        *("alt", "alternatieve tekst", "alternative text", "placeholder", "todo", "tbd", "xxx"),
    }
)
"""WCAG 2.2, failure F30: words that stand where a description ought to stand."""

_CALLED = {"image": "picture"}
"""What a field is called where its own name is no plain word."""

_NOT_A_LETTER = re.compile(r"[\W_]+")


def need_alternative(image: str | None, alternative: str | None, field: str, *said: str) -> None:
    """Refuse a picture without words for those who cannot see it (WCAG 2.2, 1.1.1).

    Args:
        image: The picture's file, if there is one.
        alternative: What the editor wrote for it.
        field: The name of the picture's field; that of its words is ``<field>_alt``.
        said: What is read out beside it anyway: the headline.
    """
    if image is None:
        return
    name = f"{field}_alt"
    if not alternative:
        raise refusal(
            Code.MISSING_FIELD,
            f"The {field} has no {name}.",
            f"Add {name}: with a few words on what the {_CALLED.get(field, field)} shows.",
            field,
        )
    if what := what_is_wrong(alternative, image, *said):
        raise refusal(
            Code.ALTERNATIVE_SAYS_NOTHING,
            f"'{alternative}' {what}.",
            "Write what one sees, in a few words: who or what, doing what, where.",
            name,
        )


def what_is_wrong(alternative: str, image: str, *said: str) -> str | None:
    """Return why ``alternative`` does not describe the picture ``image``, if it does not.

    Args:
        alternative: What an editor wrote.
        image: The picture's file.
        said: What is read out beside it anyway.
    """
    words = _plain(alternative)
    stem = _plain(image.rpartition("/")[2].rpartition(".")[0])
    if _FILE_NAME.fullmatch(alternative.strip()) or words == stem:
        return "is the name of a file, and no description"
    if words in _PLACEHOLDERS:
        return "says that there is a picture, and not what it shows"
    if words in map(_plain, said):
        return "is the headline again, which is read out anyway"
    return None


def _plain(text: str) -> str:
    return _NOT_A_LETTER.sub(" ", text).strip().casefold()
