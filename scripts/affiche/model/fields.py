"""The types that fields of the content model are made of: ids, lines, prose, addresses.

They parse what an editor wrote and say in plain words what is wrong with it; where it stands
in the file is added by ``content.validation``. Days and times are left to ``dates``.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Annotated, Any

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, ValidationInfo
from pydantic_core import PydanticCustomError, core_schema

from affiche.model.prose import Prose, plain_text
from affiche.report import Code

ID_PATTERN = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
"""What a file or folder may be called: it becomes part of addresses."""

LINK_SCHEMES = ("http", "https", "mailto", "tel")
"""Schemes that a link may have on a page or in a PDF."""

# RFC 3986, 3.2.2: a name, or an IP address of version 6 between brackets.
_ON_A_HOST = re.compile(
    r"//(?:[^/?#\[\]@\\]+@)?(?:[^/?#\[\]@:\\]+|\[[0-9A-Fa-f:.]+\])(?::\d+)?(?=[/?#]|$)"
)
LANGUAGE_PATTERN = re.compile(r"[a-z]{2,3}")
"""The code of a language (ISO 639)."""

_WHOLE = re.compile(r"-?[0-9]+")
# Letters that Unicode does not take apart into a plain letter and a mark.
_PLAIN = str.maketrans(
    {"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "ł": "l", "đ": "d", "ð": "d", "þ": "th", "ı": "i"}
    | dict.fromkeys("'’‘ʼ`")
)


def id_from(name: str) -> str:
    """Return ``name`` in small letters, digits and hyphens; empty when none of it can be."""
    spelt = name.lower().translate(_PLAIN)
    plain = unicodedata.normalize("NFKD", spelt).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def refusal(
    code: Code,
    message: str,
    hint: str,
    *at: str | int,
    instead: str = "",
    day_first: bool = False,
) -> PydanticCustomError:
    """Return the error that ``content.validation`` turns into a diagnostic of ``code``.

    Args:
        code: The rule.
        message: What is wrong.
        hint: What to write instead.
        at: The way from the refused value to the field inside it that is at fault.
        instead: The one right way to write the refused text, if there is one.
        day_first: Whether ``instead`` is right only where one writes the day before the month.
    """
    # The braces of an editor's text must not be read as place-holders, so it goes in as context.
    context = {
        "message": message,
        "hint": hint,
        "at": at,
        "instead": instead,
        "day_first": day_first,
    }
    return PydanticCustomError(code.value, "{message}", context)


def _parse_line(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    line = value.strip()
    if not line:
        raise refusal(
            Code.EMPTY_FIELD, "This field is empty.", "Write its text, or leave the field out."
        )
    if "\n" in line:
        raise refusal(
            Code.INVALID_TEXT,
            "This text has more than one line.",
            "Write it on one line.",
        )
    return line


def _parse_headline(value: Any) -> Any:
    if isinstance(value, str) and value.strip():
        return "\n".join(_parse_line(line) for line in value.splitlines() if line.strip())
    return _parse_line(value)


def is_address(text: str, schemes: tuple[str, ...]) -> bool:
    """Return whether ``text`` is a whole address with one of ``schemes``."""
    scheme, _, rest = text.partition(":")
    if scheme.lower() not in schemes or any(c.isspace() or not c.isprintable() for c in text):
        return False
    return _ON_A_HOST.match(rest) is not None if scheme.lower().startswith("http") else bool(rest)


def _parse_address(value: Any) -> Any:
    if not isinstance(value, str):
        return value
    text = value.strip()
    if not is_address(text, ("http", "https", "mailto")):
        raise refusal(
            Code.INVALID_LINK,
            f"'{text}' is not an address.",
            "Write it whole, for example https://leren.example/aanmelden "
            "or mailto:academie@meridiaan.example.",
        )
    return text


def _parse_id(value: Any) -> Any:
    if isinstance(value, str) and not ID_PATTERN.fullmatch(value.strip()):
        raise refusal(
            Code.INVALID_TEXT,
            f"'{value}' cannot be part of an address.",
            "Use small letters, digits and hyphens, for example leren-begint-bovenaan.",
            instead=id_from(value),
        )
    return value.strip() if isinstance(value, str) else value


def _parse_prose(value: Any, info: ValidationInfo) -> Any:
    """Hand Markdown to the parser that ``content`` passes in the validation's context."""
    if isinstance(value, str):
        context: Any = info.context
        prose = context["parse_prose"](value)
        if not plain_text(prose).strip():
            raise refusal(
                Code.EMPTY_FIELD, "This field is empty.", "Write its text, or leave the field out."
            )
        return prose
    return value


def _check_prose(value: Any) -> Any:
    if not isinstance(value, Prose):
        raise refusal(Code.WRONG_TYPE, "A text is expected here.", "Write it behind the colon.")
    return value


def _parse_whole(value: Any) -> Any:
    # A number's own reading would take 1.000, which is a thousand in Dutch, for one.
    if isinstance(value, str) and not _WHOLE.fullmatch(value.strip()):
        message = f"'{value.strip()}' is not a whole number."
        raise refusal(Code.INVALID_TEXT, message, "Write digits only, for example 25.")
    return value


Id = Annotated[str, BeforeValidator(_parse_id)]
"""The name of a file or folder: small letters, digits and hyphens."""

Line = Annotated[str, BeforeValidator(_parse_line)]
"""One line of plain text: a name or a title."""

Headline = Annotated[str, BeforeValidator(_parse_headline)]
"""Plain text for the largest line; a line break in it is kept."""

Address = Annotated[str, BeforeValidator(_parse_address)]
"""A web or mail address, whole."""

Quantity = Annotated[int, Field(ge=0, le=100_000), BeforeValidator(_parse_whole)]
"""How many copies: digits only."""


class _ReadyMade:
    """Keeps pydantic from looking into a value of our own: it is made whole, or not at all."""

    @classmethod
    def __get_pydantic_core_schema__(cls, _source: Any, _handler: Any) -> core_schema.CoreSchema:
        return core_schema.any_schema()


ProseField = Annotated[
    Prose,
    _ReadyMade,
    BeforeValidator(_check_prose),
    BeforeValidator(_parse_prose),
    PlainSerializer(plain_text, return_type=str),
]
"""Markdown, as a tree."""


def _parse_language(value: Any) -> Any:
    if isinstance(value, str) and not LANGUAGE_PATTERN.fullmatch(value.strip()):
        raise refusal(
            Code.INVALID_TEXT,
            f"'{value}' is not the code of a language.",
            "Write two or three small letters (ISO 639), for example en or de.",
            instead=lowered if LANGUAGE_PATTERN.fullmatch(lowered := value.strip().lower()) else "",
        )
    return value.strip() if isinstance(value, str) else value


def _one_of_each(values: tuple[str, ...]) -> tuple[str, ...]:
    seen: set[str] = set()
    for index, value in enumerate(values):
        if value in seen:
            raise refusal(
                Code.DUPLICATE_ENTRY, f"'{value}' is named twice.", "Name it once.", index
            )
        seen.add(value)
    return values


Ids = Annotated[tuple[Id, ...], AfterValidator(_one_of_each)]
"""Several ids, each once."""

LanguageCode = Annotated[str, BeforeValidator(_parse_language)]
"""A language by its code in ISO 639: ``nl``, ``en``."""

LanguageCodes = Annotated[
    tuple[LanguageCode, ...], Field(min_length=1), AfterValidator(_one_of_each)
]
"""One language or more, each once."""
