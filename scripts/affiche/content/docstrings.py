"""What the model says of its fields: the docstrings under them, read from the source when asked.

Pydantic can keep them with every field, but then reads and parses the source of every model
whenever one is imported, and almost no command tells what a field means.
"""

from __future__ import annotations

import ast
import inspect
import textwrap
from functools import cache
from itertools import pairwise

from pydantic import BaseModel


def docstring_of(model: type[BaseModel], field: str) -> str:
    """Return what stands under ``field`` in ``model`` or in what it inherits from; else nothing.

    Args:
        model: Whose field it is.
        field: Its key in a file.
    """
    keys = {info.alias: name for name, info in model.model_fields.items()}
    field = keys.get(field, field)
    owners = (each for each in model.__mro__ if field in inspect.get_annotations(each))
    owner = next(owners, None)
    return _docstrings_in(owner).get(field, "") if owner else ""


@cache
def _docstrings_in(model: type) -> dict[str, str]:
    """Return the docstring of each field that the source of ``model`` itself has."""
    (definition,) = ast.parse(textwrap.dedent(inspect.getsource(model))).body
    assert isinstance(definition, ast.ClassDef)
    found: dict[str, str] = {}
    for field, below in pairwise(definition.body):
        if isinstance(field, ast.AnnAssign) and isinstance(field.target, ast.Name):
            said = below.value if isinstance(below, ast.Expr) else None
            if isinstance(said, ast.Constant) and isinstance(said.value, str):
                found[field.target.id] = inspect.cleandoc(said.value)
    return found
