"""Write in the editors' files: begin new ones, repair what has one right answer, tidy their form.

What is wrong is found below; who asks, and what is shown to them, is left to ``cli`` and ``site``.
"""

from affiche.editing.appearing import create_file, create_folder, fill_folder
from affiche.editing.change import Change
from affiche.editing.cms import (
    LOCAL_PORT,
    SCRIPT,
    NotInstalledError,
    editor_files,
    install_editor,
    start_server,
)
from affiche.editing.form import Choice, Form, FormField, Kind, Vocabulary, every_field
from affiche.editing.formatting import Formatting, find_formatting
from affiche.editing.forms import FORMS, form_of, translation_form
from affiche.editing.json_schemas import Known, json_schema, known_names, schema_files
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
from affiche.editing.vscode import (
    SCHEMAS,
    content_types,
    folder_of,
    recommended_extensions,
    workspace_settings,
)

__all__ = [
    "ADDRESS",
    "COLOUR",
    "FORMS",
    "KINDS",
    "LOCAL_PORT",
    "SCHEMAS",
    "SCRIPT",
    "Change",
    "Choice",
    "Copy",
    "Form",
    "FormField",
    "Formatting",
    "Kind",
    "Known",
    "NewPage",
    "NotInstalledError",
    "Repairs",
    "SiteWish",
    "Vocabulary",
    "begin_page",
    "choices",
    "codeowners",
    "codeowners_file",
    "content_types",
    "create_file",
    "create_folder",
    "editor_files",
    "every_field",
    "fill_folder",
    "find_formatting",
    "find_owners",
    "find_repairs",
    "folder_of",
    "form_of",
    "free_id",
    "id_for",
    "install_editor",
    "is_free",
    "json_schema",
    "known_names",
    "page_file",
    "plan_copy",
    "plan_site",
    "recommended_extensions",
    "schema_files",
    "start_server",
    "translation_form",
    "workspace_settings",
]
