"""``affiche owners``: who is asked to read a proposal, made from the field ``owner``."""

from __future__ import annotations

import sys
from pathlib import Path

import rich_click as click

from affiche.cli.options import project_option
from affiche.cli.printing import console, print_diagnostics
from affiche.content import load
from affiche.editing import codeowners, codeowners_file, find_owners
from affiche.press import write_file


@click.command()
@project_option
@click.option(
    "--check",
    is_flag=True,
    help="Write nothing; end with exit code 1 when the file is not what it ought to be. For CI.",
)
def owners(root: Path, check: bool) -> None:
    """Write CODEOWNERS, by which GitHub and GitLab ask the owner of a page to read along.

    It is made from owner: in the pages. An owner is @name, @group/name or a mail address; what
    your Git host calls other owners, such as a team's name, is said under owners: in
    overrides/brand.yml. Lines that you add below the made ones are kept.
    """
    project = load(root)
    if project.catalogue is None:
        print_diagnostics(project.diagnostics)
        sys.exit(1)
    found = find_owners(project.catalogue)
    for name, place in found.unknown:
        console.print(f"{place}  no Git host knows the owner '{name}'", markup=False)
    if found.unknown:
        console.print("Say under owners: in overrides/brand.yml who that is, or leave it so.")
    file = codeowners_file(root)
    path = root / file
    # What somebody else wrote is kept byte by byte, whatever it is.
    before = path.read_bytes().decode(errors="surrogateescape") if path.is_file() else ""
    content = codeowners(found, before)
    if content == before or not (before or found.lines):
        console.print(f"affiche owners: {file} is up to date")
    elif check:
        console.print(f"affiche owners: {file} is not up to date; run affiche owners")
        sys.exit(1)
    else:
        write_file(path, content.encode(errors="surrogateescape"))
        console.print(f"affiche owners: wrote {file}, with {len(found.lines)} pages")
