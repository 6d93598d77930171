"""Read from ``mkdocs.yml`` where the site will stand and where the content lies.

Everything else in it is MkDocs' business, and is left to ``site``.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import yaml
from yaml_env_tag import construct_env_tag

from affiche.content import yaml_errors
from affiche.content.files import read_text
from affiche.content.nearest import shown
from affiche.content.project import UNKNOWN_SITE, Settings
from affiche.model.fields import is_address
from affiche.report import Code, Diagnostic, Place

FILE = "mkdocs.yml"

_URL_HINT = (
    "Add site_url: with the address where the site will stand, such as https://leren.example/."
)


_PLAIN = "tag:yaml.org,2002:"


class _Loader(yaml.SafeLoader):
    """Takes tags that it does not know for nothing: only MkDocs can make sense of them."""


def _ignore(loader: yaml.Loader, suffix: str, node: yaml.Node) -> None:
    return None


_Loader.add_multi_constructor("", _ignore)
_Loader.add_constructor("!ENV", construct_env_tag)


def load_settings(root: Path) -> tuple[Settings, list[Diagnostic]]:
    """Return the settings of the project in ``root``, with defaults where they are wrong."""
    if not (root / FILE).exists():
        missing = "There is no mkdocs.yml in this folder."
        return Settings(UNKNOWN_SITE), [_finding(Place(FILE), missing, _URL_HINT)]
    text = read_text(root, FILE)
    if isinstance(text, Diagnostic):
        return Settings(UNKNOWN_SITE), [text]
    text = yaml_errors.on_its_lines(text)
    try:
        reading = _Reading(text)
        return reading.settings(), reading.problems
    except (yaml.constructor.ConstructorError, ValueError) as error:
        problem = _finding(
            _place_of(getattr(error, "problem_mark", None)),
            "This setting cannot be understood.",
            "Write it as a text.",
        )
        return Settings(UNKNOWN_SITE), [problem]
    except yaml.YAMLError as error:
        return Settings(UNKNOWN_SITE), yaml_errors.explain(text, error, FILE, 0)
    except RecursionError:
        problem = _finding(Place(FILE), "Settings lie too deep inside each other.", "")
        return Settings(UNKNOWN_SITE), [problem]


def _place_of(mark: yaml.Mark | None) -> Place:
    return Place(FILE, mark.line + 1, mark.column + 1) if mark else Place(FILE)


def _said(value: Any) -> str:
    return f"'{shown(value)}'" if isinstance(value, str) else "This"


def _finding(place: Place, message: str, hint: str) -> Diagnostic:
    return Diagnostic.of(Code.MISSING_SETTINGS, place, message, hint)


class _Reading:
    def __init__(self, text: str) -> None:
        self.problems: list[Diagnostic] = []
        self._loader = _Loader(text)
        self._root = self._loader.get_single_node()

    def settings(self) -> Settings:
        """Return the settings; what is wrong with them is kept in ``problems``."""
        return Settings(
            site_url=self._site_url(),
            docs_dir=self._folder(self._child(self._root, "docs_dir"), "docs"),
            campaigns_dir=self._folder(self._campaigns_node(), "campaigns"),
            overrides_dir=self._folder(
                self._child(self._child(self._root, "theme"), "custom_dir"), "overrides"
            ),
            site_dir=self._text(self._child(self._root, "site_dir")) or "site",
            markdown_extensions=tuple(self._extensions()),
        )

    def _child(self, node: Any, key: str) -> Any:
        if not isinstance(node, yaml.MappingNode):
            return None
        found = (value for name, value in node.value if name.value == key)
        return next(found, None)

    def _value(self, node: Any) -> Any:
        if isinstance(node, yaml.ScalarNode) and node.tag.startswith(_PLAIN):
            return node.value if node.tag != f"{_PLAIN}null" else None
        return None if node is None else self._loader.construct_object(node, deep=True)

    def _text(self, node: Any) -> str | None:
        """Return the text of ``node``; a list of aliases of lists is too long to be written out."""
        value = self._value(node)
        return value if isinstance(value, str) else None

    def _place(self, node: Any) -> Place:
        return _place_of(node.start_mark) if node is not None else Place(FILE)

    def _site_url(self) -> str:
        node = self._child(self._root, "site_url")
        value = self._value(node)
        if value in (None, ""):
            message = "The address of the site is missing: QR codes and mails lead there."
            self.problems.append(_finding(self._place(node), message, _URL_HINT))
            return UNKNOWN_SITE
        if not isinstance(value, str) or not is_address(value.strip(), ("http", "https")):
            message = f"{_said(value)} is not the address of a site."
            self.problems.append(
                Diagnostic.of(
                    Code.INVALID_LINK,
                    self._place(node),
                    message,
                    "Write it whole, for example https://leren.example/.",
                )
            )
            return UNKNOWN_SITE
        return value.strip().rstrip("/") + "/"

    def _folder(self, node: Any, default: str) -> str:
        value = self._value(node)
        if value is None:
            return default
        path = posixpath.normpath(value.strip()) if isinstance(value, str) and value else ""
        if not path or path.startswith(("/", "..", ".")) or "\\" in path or ":" in path:
            message = f"{_said(value)} is not a folder inside the project."
            hint = f"Write its name as seen from {FILE}, for example {default}."
            self.problems.append(
                Diagnostic.of(Code.OUTSIDE_FOLDER, self._place(node), message, hint)
            )
            return default
        return path

    def _extensions(self) -> Iterator[tuple[str, Mapping[str, Any]]]:
        """Yield the extensions of Markdown; MkDocs says what is wrong with them."""
        node = self._child(self._root, "markdown_extensions")
        for each in node.value if isinstance(node, yaml.CollectionNode) else ():
            pairs = [each] if isinstance(each, tuple) else getattr(each, "value", None)
            if isinstance(each, yaml.ScalarNode):
                yield each.value, {}
            elif isinstance(pairs, list) and len(pairs) == 1 and isinstance(pairs[0], tuple):
                name, options = pairs[0]
                read = self._value(options)
                yield str(name.value), read if isinstance(read, dict) else {}

    def _campaigns_node(self) -> Any:
        plugins = self._child(self._root, "plugins")
        if isinstance(plugins, yaml.SequenceNode):
            options = (self._child(plugin, "affiche") for plugin in plugins.value)
            mine = next((each for each in options if each is not None), None)
        else:
            mine = self._child(plugins, "affiche")
        return self._child(mine, "campaigns_dir")
