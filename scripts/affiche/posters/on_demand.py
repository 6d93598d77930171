"""Import what a package offers when somebody asks for it, and not before.

Reading and writing PDF, imposing and typesetting take a third of a second to import; whoever only
wants to know whether kept posters are right needs none of it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from importlib import import_module
from typing import Any


def on_demand(package: str, homes: Mapping[str, str]) -> Callable[[str], Any]:
    """Return the ``__getattr__`` of ``package`` (PEP 562).

    Args:
        package: Its name.
        homes: The module in it that each name comes from.
    """

    def look_up(name: str) -> Any:
        if name not in homes:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        return getattr(import_module(f"{package}.{homes[name]}"), name)

    return look_up
