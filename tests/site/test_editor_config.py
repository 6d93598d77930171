"""The editor's configuration follows the forms; its page speaks to no host that nobody named."""

from __future__ import annotations

from typing import Any

import pytest

from affiche.content import Project, load
from affiche.content.words import words_in
from affiche.site.editor_config import BACKENDS, Backend, editor_config
from affiche.site.editor_page import hosts_of
from affiche.site.editor_settings import EditorConfig, backend_of
from affiche.site.policy import POLICY, editor_policy
from tests.project import ENGLISH, write_project

KINDS = ["campaigns", "programmes", "values", "audiences", "people"]


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Project:
    return load(write_project(tmp_path_factory.mktemp("project"), **ENGLISH))


def config_of(project: Project, backend: str = "local", language: str = "nl") -> dict[str, Any]:
    assert project.catalogue
    return editor_config(
        project.catalogue,
        words_in(language),
        Backend(backend, {"repo": "meridiaan/campagnes"}),
        "https://leren.example/",
        project.settings,
        ("photo", "quote"),
    )


def collection(config: dict[str, Any], name: str) -> dict[str, Any]:
    return next(each for each in config["collections"] if each["name"] == name)


def field(group: dict[str, Any], *path: str) -> dict[str, Any]:
    for name in path:
        group = next(each for each in group["fields"] if each["name"] == name)
    return group


def settings(**options: Any) -> EditorConfig:
    config = EditorConfig()  # type: ignore[no-untyped-call]  # MkDocs' own
    config.load_dict(options)
    errors, warnings = config.validate()
    assert (errors, warnings) == ([], [])
    return config


def test_every_kind_has_a_collection_in_every_language(project: Project) -> None:
    names = [each["name"] for each in config_of(project)["collections"]]
    assert names == [*KINDS, *(f"{kind}-en" for kind in KINDS)]


def test_a_campaign_is_a_folder_and_a_value_a_file(project: Project) -> None:
    config = config_of(project)
    campaigns, values = collection(config, "campaigns"), collection(config, "values-en")
    assert (campaigns["folder"], campaigns["path"]) == ("campaigns", "{{slug}}/index")
    assert (values["folder"], values["path"]) == ("docs/values", "{{slug}}")
    assert values["extension"] == "en.md"
    # Pictures lie beside the page.
    assert campaigns["media_folder"] == campaigns["public_folder"] == ""


def test_fields_have_the_widgets_that_write_what_the_model_reads(project: Project) -> None:
    campaigns = collection(config_of(project), "campaigns")
    assert field(campaigns, "starts") == {
        "name": "starts",
        "label": "Eerste dag",
        "hint": "De dag waarop de campagne begint.",
        "required": True,
        "widget": "datetime",
        "format": "YYYY-MM-DD",
        "date_format": "YYYY-MM-DD",
        "time_format": False,
        "default": "",
    }
    values = field(campaigns, "values")
    assert (values["widget"], values["collection"], values["multiple"]) == (
        "relation",
        "values",
        True,
    )
    assert field(campaigns, "posters", "template")["options"] == ["photo", "quote"]
    assert field(campaigns, "evidence", "source", "year")["min"] == 1900
    assert field(campaigns, "benefits", "leidinggevenden")["label"] == "Leidinggevenden"
    assert field(campaigns, "points")["max"] == 3
    pattern, advice = field(campaigns, "touchpoints", "trigger")["pattern"]
    assert pattern.startswith("^(")
    assert advice == "Schrijf het zo: starts -14d"


def test_a_translation_has_texts_and_says_what_it_translates(project: Project) -> None:
    campaigns = collection(config_of(project), "campaigns-en")
    names = [each["name"] for each in campaigns["fields"]]
    assert names[0] == "id"
    assert names[-1] == "body"
    assert not {"starts", "status", "image", "programmes"} & set(names)
    assert field(campaigns, "id")["options"] == [
        {"label": "Leren begint bovenaan", "value": "bovenaan"}
    ]


def test_labels_follow_the_language_of_the_brand(project: Project) -> None:
    config = config_of(project, language="en")
    assert config["locale"] == "en"
    assert field(collection(config, "campaigns"), "title")["label"] == "Title"


@pytest.mark.parametrize("backend", BACKENDS)
def test_drafts_are_on_where_the_server_knows_them(project: Project, backend: str) -> None:
    reviewed = backend not in ("gitea", "local")
    mode = config_of(project, backend)["publish_mode"]
    assert mode == ("editorial_workflow" if reviewed else "simple")


def test_without_settings_there_is_an_editor_in_a_preview_only() -> None:
    assert backend_of(settings(), is_preview=False) is None
    preview = backend_of(settings(), is_preview=True)
    assert preview
    assert preview.name == "local"


def test_a_preview_asks_this_computer_before_the_server() -> None:
    config = settings(backend="gitlab", repo="a/b", app_id="1")
    preview = backend_of(config, is_preview=True)
    assert preview
    assert (preview.name, preview.is_local) == ("gitlab", True)
    assert preview.settings == {"repo": "a/b", "branch": "main", "app_id": "1"}
    assert hosts_of(preview) == ("https://gitlab.com", "http://127.0.0.1:8081")


@pytest.mark.parametrize(
    ("backend", "options", "hosts"),
    [
        (
            "github",
            {"base_url": "https://in.example"},
            ("https://api.github.com", "https://in.example"),
        ),
        ("github", {"api_root": "https://git.example/api/v3"}, ("https://git.example",)),
        ("gitlab", {}, ("https://gitlab.com",)),
        (
            "gitlab",
            {"base_url": "https://git.example", "api_root": "https://git.example/api/v4"},
            ("https://git.example",),
        ),
        ("local", {}, ("http://127.0.0.1:8081",)),
    ],
)
def test_the_page_speaks_to_the_named_server_alone(
    backend: str, options: dict[str, str], hosts: tuple[str, ...]
) -> None:
    assert hosts_of(Backend(backend, options)) == hosts
    assert editor_policy(hosts).endswith(f"connect-src 'self' blob: {' '.join(hosts)}")


def test_the_policy_of_the_editor_keeps_what_the_site_s_bars() -> None:
    policy = editor_policy(())
    assert policy.startswith(POLICY)
    assert "script-src 'self' 'unsafe-eval';" in policy
    assert "*" not in policy
