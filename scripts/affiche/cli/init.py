"""``affiche init``: begin the site of a company.

What is in it is left to ``editing``.
"""

from __future__ import annotations

import datetime as dt
import re
import sys
from pathlib import Path

import rich_click as click

from affiche.cli.asking import ask, choose, may_ask
from affiche.cli.options import today_option
from affiche.cli.printing import console, print_steps
from affiche.content.words import languages, own_name
from affiche.editing import ADDRESS, COLOUR, SiteWish, fill_folder, plan_site
from affiche.model.fields import is_address

_HEX = re.compile(r"#?([0-9A-Fa-f]{6}|[0-9A-Fa-f]{3})")


def _colour(_context: object, _option: object, value: str | None) -> str | None:
    """Return a colour as ``#RRGGBB``."""
    if value is None:
        return None
    match = _HEX.fullmatch(value.strip())
    if match is None:
        raise click.BadParameter(
            f"'{value}' is not a colour. Write # and six digits from 0 to F, in quotes: '{COLOUR}'."
        )
    digits = match[1] if len(match[1]) == 6 else "".join(2 * digit for digit in match[1])
    return f"#{digits.upper()}"


def _languages(_context: object, _option: object, value: str | None) -> tuple[str, ...]:
    codes = tuple(dict.fromkeys(code.strip() for code in (value or "").split(",") if code.strip()))
    for code in codes:
        if code not in languages():
            raise click.BadParameter(
                f"A site begins in {' or '.join(languages())}, not in '{code}'. Other languages "
                "are added later: a file for each page, and the program's own words."
            )
    return codes


def _address(_context: object, _option: object, value: str) -> str:
    if not is_address(value, ("http", "https")):
        raise click.BadParameter(f"'{value}' is not an address. Write it whole: {ADDRESS}.")
    return value if value.endswith("/") else f"{value}/"


@click.command()
@click.argument("folder", type=click.Path(path_type=Path))
@click.option("--name", metavar="TEXT", help="What the company is called.")
@click.option(
    "--language",
    "--languages",
    "codes",
    metavar="CODES",
    callback=_languages,
    help="Of the site: nl or en, or both with a comma; the first is the original.",
)
@click.option(
    "--colour",
    metavar="HEX",
    callback=_colour,
    help=f"The company's main colour, such as '{COLOUR}'; the others are derived from it.",
)
@click.option(
    "--url",
    "address",
    metavar="URL",
    default=ADDRESS,
    show_default=True,
    callback=_address,
    help="Where the site will stand; QR codes lead there.",
)
@click.option("--yes", is_flag=True, help="Ask nothing.")
@today_option
def init(
    folder: Path,
    name: str | None,
    codes: tuple[str, ...],
    colour: str | None,
    address: str,
    yes: bool,
    today: dt.date | None,
) -> None:
    """Begin the site of a company in FOLDER, which is new or empty.

    It can be built at once: a small brand, an example of a value, an audience, a person, a
    programme and a campaign with a poster, and files by which GitHub and GitLab check proposals.
    Like this:

    affiche init campaigns --name "Acme" --language en --colour '#0b5fff'
    """
    _refuse_full(folder)
    asks = may_ask() and not yes
    if not (name and name.strip()):
        if not asks:
            raise click.UsageError("Missing option '--name': what is the company called?")
        name = ask("What is the company called?")
    if not codes:
        known = {code: own_name(code) for code in languages()}
        codes = (
            tuple(
                choose("In which languages? The first is the original.", known, ["nl"], many=True)
            )
            if asks
            else ("nl",)
        )
    if colour is None:
        colour = _ask_colour() if asks else COLOUR
    wish = SiteWish(" ".join(name.split()), codes, colour, address)
    site = plan_site(wish, today or dt.datetime.now().astimezone().date())
    fill_folder(folder, site.files)
    console.print(f"Wrote {len(site.files)} files into {folder}/", markup=False)
    for note in site.notes:
        console.print(f"  {note}", markup=False)
    print_steps(
        {
            f"cd {folder}": "",
            "affiche serve": "shows the site at http://127.0.0.1:8000/",
            'affiche new campaign "Your title"': "begins a campaign of your own",
        }
    )
    console.print("README.md in it says what to do first.")


def _ask_colour() -> str:
    while True:
        try:
            answer = _colour(None, None, ask("Its main colour, as #RRGGBB", COLOUR))
        except click.BadParameter as error:
            console.print(f"  {error.message}", style="bold red", markup=False)
        else:
            assert answer
            return answer


def _refuse_full(folder: Path) -> None:
    """End the program when ``folder`` is there and holds anything but a repository."""
    if folder.exists() and not folder.is_dir():
        console.print(f"affiche init: {folder} is a file. Name a folder.", markup=False)
        sys.exit(1)
    there = [each.name for each in folder.iterdir()] if folder.is_dir() else []
    if taken := sorted(name for name in there if name != ".git"):
        shown = ", ".join(taken[:5]) + (", …" if len(taken) > 5 else "")
        console.print(
            f"affiche init: {folder} is not empty ({shown}). Nothing was written. Name a new or "
            "an empty folder.",
            markup=False,
        )
        sys.exit(1)
