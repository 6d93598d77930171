"""Write in the editors' files: begin new ones, repair what has one right answer, tidy their form.

What is wrong is found below; who asks, and what is shown to them, is left to ``cli`` and ``site``.
"""

from affiche.editing.appearing import create_file, create_folder, fill_folder
from affiche.editing.change import Change
from affiche.editing.formatting import Formatting, find_formatting
from affiche.editing.new_page import (
    KINDS,
    NewPage,
    begin_page,
    choices,
    free_id,
    id_for,
    is_free,
    page_file,
)
from affiche.editing.new_site import ADDRESS, COLOUR, SiteWish, plan_site
from affiche.editing.next_year import Copy, plan_copy
from affiche.editing.owners import codeowners, codeowners_file, find_owners
from affiche.editing.repairing import Repairs, find_repairs

__all__ = [
    "ADDRESS",
    "COLOUR",
    "KINDS",
    "Change",
    "Copy",
    "Formatting",
    "NewPage",
    "Repairs",
    "SiteWish",
    "begin_page",
    "choices",
    "codeowners",
    "codeowners_file",
    "create_file",
    "create_folder",
    "fill_folder",
    "find_formatting",
    "find_owners",
    "find_repairs",
    "free_id",
    "id_for",
    "is_free",
    "page_file",
    "plan_copy",
    "plan_site",
]
