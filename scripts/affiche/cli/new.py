"""``affiche new``: begin a campaign, programme, value, audience or person.

What the new page says, and what may be written, is left to ``editing``.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any, TypeVar

import rich_click as click

from affiche.checks import inspect
from affiche.cli.asking import may_ask
from affiche.cli.options import project_option, today_option
from affiche.cli.printing import console, poster_progress, print_diagnostics, print_steps
from affiche.cli.questions import QUESTIONS, answered, asked, missing, refuse
from affiche.cli.refusing import refuse_unknown
from affiche.content import Project, load
from affiche.editing import (
    begin_page,
    create_file,
    create_folder,
    free_id,
    id_for,
    is_free,
    page_file,
    plan_copy,
)
from affiche.model import Audience, Campaign, Entity, Person, Programme, Value
from affiche.report import Diagnostic

Command = TypeVar("Command", bound=Callable[..., Any])


def _options(kind: type[Entity]) -> Callable[[Command], Command]:
    """Return what adds the options of all commands, and one for each question of ``kind``."""

    def add(command: Command) -> Command:
        for question in reversed(QUESTIONS[kind]):
            form = "ID=TEXT" if question.words else "ID" if question.of else "TEXT"
            again = " May be given more than once." if question.many else ""
            command = click.option(
                f"--{question.option}",
                question.field,
                metavar=form,
                multiple=question.many,
                help=f"{question.says.rstrip('?')}.{again}",
            )(command)
        command = click.option(
            "--yes", is_flag=True, help="Ask nothing: take what is there to be taken."
        )(command)
        command = click.option(
            "--id",
            "entity_id",
            metavar="ID",
            help="Name of its file or folder, and its address; made from the title when left out.",
        )(command)
        return project_option(today_option(command))

    return add


@click.group()
def new() -> None:
    """Begin a campaign, programme, value, audience or person.

    Asks what it needs on a terminal; options answer beforehand. Nothing is ever overwritten.
    A good first one:

    affiche new campaign "A good handover"
    """


@new.command()
@click.argument("title", required=False)
@click.option(
    "--from",
    "original",
    metavar="CAMPAIGN",
    help="Copy this campaign as next year's: dates a year later on the same weekday, as a draft.",
)
@_options(Campaign)
def campaign(
    title: str | None,
    original: str | None,
    root: Path,
    today: dt.date | None,
    entity_id: str | None,
    yes: bool,
    **given: Any,
) -> None:
    """Begin a campaign called TITLE, as a draft with a poster.

    With --from, TITLE may be left out: the copy is called as its original.
    """
    project, day = _project(root, today)
    if original is None:
        if title is None:
            raise click.UsageError("Missing argument 'TITLE': what is the campaign called?")
        _begin(project, Campaign, title, entity_id, day, given, asks=may_ask() and not yes)
        return
    if answered := [q.option for q in QUESTIONS[Campaign] if given[q.field]]:
        raise click.UsageError(
            f"A copy keeps what its original says: leave out --{answered[0]}, and change it in "
            "the new file."
        )
    _copy(project, original, title, entity_id, day)


def _kind_command(kind: type[Entity], name: str, help_text: str) -> None:
    @new.command(name, help=help_text)
    @click.argument("title", metavar="NAME")
    @_options(kind)
    def begin(
        title: str,
        root: Path,
        today: dt.date | None,
        entity_id: str | None,
        yes: bool,
        **given: Any,
    ) -> None:
        project, day = _project(root, today)
        _begin(project, kind, title, entity_id, day, given, asks=may_ask() and not yes)


_kind_command(Programme, "programme", "Begin a programme called NAME.")
_kind_command(Value, "value", "Begin a value called NAME.")
_kind_command(Audience, "audience", "Begin an audience called NAME.")
_kind_command(Person, "person", "Begin the page of the person called NAME.")


def _project(root: Path, today: dt.date | None) -> tuple[Project, dt.date]:
    project = load(root)
    if project.catalogue is None:
        print_diagnostics(project.diagnostics)
        console.print("affiche new: mend this first; then begin something new")
        sys.exit(1)
    return project, today or dt.datetime.now(project.catalogue.brand.zone).date()


def _begin(
    project: Project,
    kind: type[Entity],
    title: str,
    entity_id: str | None,
    today: dt.date,
    given: dict[str, Any],
    *,
    asks: bool,
) -> None:
    chosen = _free_id(project, kind, entity_id or id_for(title), title)
    page = begin_page(project, kind, title, chosen, today)
    refuse(page, "title" if kind is Campaign else "name", "The title")
    for question in QUESTIONS[kind]:
        if answer := given[question.field]:
            page = answered(page, question, answer)
        elif asks:
            page = asked(page, question)
        elif question.needed and not page.fields.get(question.field):
            raise click.UsageError(missing(page, question))
    content = page.text().encode()
    if kind is Campaign:
        create_folder((project.root / page.file).parent, {Path(page.file).name: content})
    else:
        create_file(project.root / page.file, content)
    _tell(project, page.file, chosen, today, kind)


def _free_id(project: Project, kind: type[Entity], wanted: str, title: str) -> str:
    """Return ``wanted``, when it can be an address and nothing else has it.

    Raises:
        click.UsageError: it cannot be, or something has it.
    """
    if not wanted or id_for(wanted) != wanted:
        better = id_for(wanted)
        advice = f"--id {better}" if better else "--id with small letters, digits and hyphens"
        raise click.UsageError(f"'{wanted or title}' cannot be part of an address: add {advice}.")
    if not is_free(project, kind, wanted):
        raise click.UsageError(
            f"There is a {page_file(project, kind, wanted)} already. Give the new one a title of "
            f"its own, or add --id {free_id(project, kind, wanted)}."
        )
    return wanted


def _copy(
    project: Project, original: str, title: str | None, entity_id: str | None, today: dt.date
) -> None:
    catalogue = project.catalogue
    assert catalogue  # looked at when the project was loaded
    refuse_unknown("campaign", (original,), catalogue.campaign)

    def name(starts: dt.date) -> str:
        if entity_id:
            return _free_id(project, Campaign, entity_id, entity_id)
        made = id_for(title) if title else original
        if is_free(project, Campaign, made):
            return made
        stem = made.removesuffix(f"-{catalogue.campaign[original].starts.year}")
        return free_id(project, Campaign, f"{stem}-{starts.year}")

    copy = plan_copy(project, catalogue.campaign[original], today, name, title)
    file = page_file(project, Campaign, copy.id)
    create_folder((project.root / file).parent, copy.files)
    console.print(f"Runs from {copy.starts} to {copy.ends}; its sessions are in its programmes.")
    if copy.mentions:
        console.print("These lines name a day or a year; see whether they still hold:")
        for place, line in copy.mentions:
            console.print(f"  {place}  {line}", markup=False)
    _tell(project, file, copy.id, today, Campaign)


def _tell(project: Project, file: str, entity_id: str, today: dt.date, kind: type[Entity]) -> None:
    """Say what was written, what is still to be mended in it, and what comes next."""
    console.print(f"Wrote {project.root / file}", markup=False)
    with poster_progress() as on_progress:
        found = inspect(
            project.root,
            today,
            drafts=True,
            campaigns=[entity_id] if kind is Campaign else [],
            formats=["a4"],
            on_progress=on_progress,
        ).diagnostics
    print_diagnostics(_of(found, str(Path(file).parent if kind is Campaign else file)))
    steps = {f"write your own text in {file}": ""}
    steps["affiche serve"] = "shows it while you write"
    if kind is Campaign:
        steps[f"affiche posters {entity_id}"] = "makes its posters"
        steps["status: approved"] = "when everybody may see it"
    print_steps(steps)


def _of(found: Iterable[Diagnostic], place: str) -> Iterable[Diagnostic]:
    """Return the diagnostics of one file, or of the files in one folder."""
    return (each for each in found if each.place.file.startswith(place))
