"""What is asked about a new page, and what becomes of the answers.

When to ask, and what is written then, is left to ``new``.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import rich_click as click

from affiche.cli.asking import ask, choose
from affiche.cli.refusing import refuse_unknown
from affiche.editing import KINDS, NewPage, choices
from affiche.model import Audience, Campaign, Entity, Level, Person, Programme, Value
from affiche.report import Diagnostic

_DATES = ("starts", "ends")
_LATER = "Enter: later"


@dataclass(frozen=True)
class Question:
    """A field that is asked for, and the option that answers it."""

    field: str
    option: str
    says: str
    """The question; also the option's help."""

    of: type[Entity] | None = None
    """Whose ids are the answer."""

    words: str = ""
    """What is asked about each id that is chosen; the key of the answer is ``key``."""

    key: str = ""
    many: bool = False
    needed: bool = True


QUESTIONS: dict[type[Entity], tuple[Question, ...]] = {
    Campaign: (
        Question("message", "message", "The one sentence that people should remember"),
        Question("call_to_action", "call-to-action", "What should they do: a verb and an object"),
        Question("programmes", "programme", "What is it about?", Programme, many=True),
        Question("values", "value", "Which values does it stand for?", Value, many=True),
        Question("audiences", "audience", "Whom is it for?", Audience, many=True),
        Question("sponsor", "sponsor", "Who stands behind it?", Person),
        Question("starts", "starts", "Its first day, as 2026-12-31"),
        Question("ends", "ends", "Its last day"),
    ),
    Programme: (
        Question("summary", "summary", "What it is, in one or two sentences"),
        Question(
            *("values", "value", "Which values does it practise?", Value),
            words="How does it practise {name}?",
            key="how",
            many=True,
        ),
        Question(
            *("audiences", "audience", "Whom is it for?", Audience),
            words="What is in it for: {name}?",
            key="benefit",
            many=True,
        ),
        Question("sponsor", "sponsor", "Who stands behind it?", Person, needed=False),
    ),
    Value: (
        Question("statement", "statement", "What it means, in a sentence or two"),
        Question("sponsor", "sponsor", "Who stands for it?", Person, needed=False),
        Question("colour", "colour", "Which colours does it own?", needed=False),
    ),
    Audience: (Question("level", "level", "Where do they stand in the organisation?"),),
    Person: (Question("job_title", "job-title", "Their role, as colleagues know it"),),
}


def answered(page: NewPage, question: Question, answer: Any) -> NewPage:
    """Return ``page`` with what an option said.

    Raises:
        click.UsageError: it will not do.
    """
    option = f"--{question.option}"
    if question.of is None:
        return refuse(page.having(question.field, answer), question.field, option)
    known = choices(page.project, question.of)
    given = answer if question.many else (answer,)
    parts = [each.partition("=") if question.words else (each, "", "") for each in given]
    refuse_unknown(what_is(question.of), (name.strip() for name, *_ in parts), known)
    if not question.words:
        names = [name.strip() for name, *_ in parts]
        filled: Any = names if question.many else names[0]
    else:
        for name, _, text in parts:
            if not text.strip():
                asked = question.words.format(name=known[name.strip()])
                raise click.UsageError(f'{asked} Write {option} "{name.strip()}=…".')
        filled = [
            {question.option: name.strip(), question.key: text.strip()} for name, _, text in parts
        ]
    return refuse(page.having(question.field, filled), question.field, option)


def asked(page: NewPage, question: Question) -> NewPage:
    """Return ``page`` with what somebody answers to ``question``."""
    field, default = question.field, page.fields.get(question.field)
    if question.of is not None:
        known = choices(page.project, question.of)
        if not known:
            if question.needed:
                raise click.UsageError(missing(page, question))
            return page
        proposed = list(known) if len(known) == 1 else []
        ids = choose(question.says, known, proposed, many=question.many)
        if not question.words:
            return page.having(field, ids if question.many else ids[0])
        for each in ids:
            page = _asked_about(page, question, each, known[each])
        return page
    options = _spelt_out(page, field)
    if options:
        return page.having(field, choose(question.says, options, list(options)[:1])[0])

    def problems(text: str) -> list[Diagnostic]:
        return page.having(field, text).problems_with(field)

    # A campaign begins as a draft: its words may come later.
    shown = None if question.field in _DATES else _LATER
    return page.having(field, ask(question.says, default, problems, shown))


def _asked_about(page: NewPage, question: Question, chosen: str, name: str) -> NewPage:
    """Return ``page`` with ``chosen``, and what somebody says about it."""
    before = page.fields.get(question.field) or []

    def saying(text: str) -> NewPage:
        return page.having(question.field, [*before, {question.option: chosen, question.key: text}])

    def problems(text: str) -> list[Diagnostic]:
        return saying(text).problems_with(question.field)

    return saying(ask(question.words.format(name=name), check=problems))


def _spelt_out(page: NewPage, field: str) -> dict[str, str]:
    """Return the choices of a field that has a few words for its answer."""
    if field == "level":
        return {level.value: level.value for level in Level}
    if field == "colour":
        assert page.project.catalogue  # looked at when the project was loaded
        return {name: name for name in page.project.catalogue.brand.schemes}
    return {}


def refuse(page: NewPage, field: str, given: str) -> NewPage:
    """Return ``page``.

    Raises:
        click.UsageError: something is wrong with ``field``.
    """
    for problem in page.problems_with(field):
        raise click.UsageError(f"{given}: {problem.message} {problem.hint}".rstrip())
    return page


def missing(page: NewPage, question: Question) -> str:
    """Return what to say when ``question`` has no answer and nobody can be asked."""
    lacking = f"Missing option '--{question.option}': {question.says.rstrip('?').lower()}?"
    if question.of is None:
        options = _spelt_out(page, question.field)
        return f"{lacking} One of {', '.join(options)}." if options else lacking
    known = choices(page.project, question.of)
    what = what_is(question.of)
    if not known:
        return f"There is no {what} yet. Begin one first: affiche new {what}."
    return f"{lacking} One of {', '.join(known)}."


def what_is(kind: type[Entity]) -> str:
    """Return what ``kind`` is called on the command line."""
    return next(name for name, each in KINDS.items() if each is kind)
