"""Write in the editors' files: begin new ones, repair what has one right answer, tidy their form.

What is wrong is found below; who asks, and what is shown to them, is left to ``cli`` and ``site``.
"""

from affiche.editing.change import Change
from affiche.editing.cms import (
    LOCAL_PORT,
    SCRIPT,
    NotInstalledError,
    editor_files,
    install_editor,
    start_server,
)
from affiche.editing.formatting import Formatting, find_formatting
from affiche.editing.forms import (
    FORMS,
    Choice,
    Form,
    FormField,
    Kind,
    Vocabulary,
    every_field,
    form_of,
    translation_form,
)
from affiche.editing.json_schemas import Known, json_schema, known_names, schema_files
from affiche.editing.repairing import Repairs, find_repairs
from affiche.editing.vscode import (
    SCHEMAS,
    content_types,
    folder_of,
    recommended_extensions,
    workspace_settings,
)

__all__ = [
    "FORMS",
    "LOCAL_PORT",
    "SCHEMAS",
    "SCRIPT",
    "Change",
    "Choice",
    "Form",
    "FormField",
    "Formatting",
    "Kind",
    "Known",
    "NotInstalledError",
    "Repairs",
    "Vocabulary",
    "content_types",
    "editor_files",
    "every_field",
    "find_formatting",
    "find_repairs",
    "folder_of",
    "form_of",
    "install_editor",
    "json_schema",
    "known_names",
    "recommended_extensions",
    "schema_files",
    "start_server",
    "translation_form",
    "workspace_settings",
]
