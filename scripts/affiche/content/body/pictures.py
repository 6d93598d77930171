"""Rules for pictures: that they are there, come from here, and are described."""

from __future__ import annotations

import posixpath
from urllib.parse import unquote

from affiche.content.body.body import Body, Finding, Findings
from affiche.content.body.elements import Picture, Reading
from affiche.content.body.links import address, split_address
from affiche.content.body.targets import Targets
from affiche.content.nearest import shown
from affiche.model.alternative import what_is_wrong
from affiche.report import Code

_WHAT = "Write between the square brackets what one sees: who or what, doing what, where."


def check_pictures(body: Body, reading: Reading, targets: Targets) -> Findings:
    """Yield what is wrong with the pictures of a body."""
    for picture in reading.pictures:
        yield from _check_place(body, picture, targets)
        yield from _check_alternative(picture)


def _check_place(body: Body, picture: Picture, targets: Targets) -> Findings:
    src = address(picture.src) or ""
    parts = split_address(src)
    if parts is None or parts.scheme or parts.netloc:
        yield from_elsewhere(picture.offset, src)
        return
    path = unquote(parts.path)
    place = posixpath.normpath(posixpath.join(posixpath.dirname(body.page), path))
    if path and not path.startswith("/") and targets.is_there(place):
        return
    meant = targets.surely(body, path.lstrip("/")) if path else None
    yield Finding(
        picture.offset,
        Code.BODY_MISSING_PICTURE,
        f"There is no picture '{shown(path)}'." if path else "This picture has no file.",
        targets.advice(body, path.lstrip("/"))
        if path
        else "Write the name of its file between the parentheses.",
        (parts.path, meant.replace(" ", "%20")) if meant else None,
    )


def from_elsewhere(offset: int, src: str) -> Finding:
    """Return the finding for a picture that is fetched from another host."""
    return Finding(
        offset,
        Code.BODY_PICTURE_FROM_ELSEWHERE,
        f"'{shown(src)}' is not a file of this site, and is not shown on it.",
        "Put the picture beside this file and write its name.",
    )


def _check_alternative(picture: Picture) -> Findings:
    alternative = " ".join(picture.alternative.split())
    if not alternative:
        yield Finding(
            picture.offset,
            Code.BODY_PICTURE_WITHOUT_ALTERNATIVE,
            "This picture has no words for those who cannot see it.",
            _WHAT,
        )
    elif what := what_is_wrong(alternative, picture.src):
        yield Finding(
            picture.offset,
            Code.BODY_ALTERNATIVE_SAYS_NOTHING,
            f"'{shown(alternative)}' {what}.",
            _WHAT,
        )
