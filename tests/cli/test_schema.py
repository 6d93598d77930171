"""``affiche schema`` writes what other editors' programs need, and says when it is not current."""

from __future__ import annotations

import json
from pathlib import Path

from click.testing import CliRunner, Result

from affiche.cli import main
from affiche.editing import FORMS, SCHEMAS
from tests.project import CAMPAIGN, write_project

REPOSITORY = Path(__file__).parents[2]


def schema(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["schema", "--project", str(root), *arguments])


def test_the_files_of_the_repository_are_current() -> None:
    result = schema(REPOSITORY, "--check")
    assert result.exit_code == 0, result.stderr


def test_a_project_gets_schemas_in_its_own_language(tmp_path: Path) -> None:
    result = schema(write_project(tmp_path))
    assert result.exit_code == 0, result.stderr
    assert len(list((tmp_path / SCHEMAS).iterdir())) == len(FORMS) + 5
    campaign = json.loads((tmp_path / SCHEMAS / "campaign.schema.json").read_text())
    assert campaign["properties"]["title"]["title"] == "Titel"
    assert schema(tmp_path, "--check").exit_code == 0


def test_a_schema_that_somebody_changed_is_told(tmp_path: Path) -> None:
    schema(write_project(tmp_path))
    changed = tmp_path / SCHEMAS / "value.schema.json"
    changed.write_text("{}\n")
    result = schema(tmp_path, "--check")
    assert result.exit_code == 1
    assert "value.schema.json is not current" in result.stderr
    assert changed.read_text() == "{}\n"


def test_settings_that_somebody_wrote_stay_as_they_are(tmp_path: Path) -> None:
    own = {".vscode/settings.json": '{"editor.fontSize": 20}\n'}
    assert schema(write_project(tmp_path, **own)).exit_code == 0
    assert (tmp_path / ".vscode/settings.json").read_text() == own[".vscode/settings.json"]
    assert schema(tmp_path, "--check").exit_code == 0


def test_another_folder_gets_the_schemas_alone(tmp_path: Path) -> None:
    root = write_project(tmp_path / "project")
    assert schema(root, "--output", str(tmp_path / "out"), "--language", "en").exit_code == 0
    text = (tmp_path / "out/campaign.schema.json").read_text()
    assert json.loads(text)["properties"]["title"]["title"] == "Title"
    assert not (root / ".vscode").exists()


def test_ids_are_offered_when_asked_for(tmp_path: Path) -> None:
    root = write_project(tmp_path)
    assert schema(root, "--with-ids").exit_code == 0
    campaign = json.loads((root / SCHEMAS / "campaign.schema.json").read_text())
    assert campaign["properties"]["sponsor"]["enum"] == ["noor-el-amrani"]
    assert schema(root, "--check").exit_code == 1


def test_ids_of_a_project_with_errors_are_not_guessed(tmp_path: Path) -> None:
    broken = {"campaigns/bovenaan/index.md": CAMPAIGN.replace("title:", "titel:")}
    result = schema(write_project(tmp_path, **broken), "--with-ids")
    assert result.exit_code == 1
    assert "affiche check" in result.stderr
    assert not (tmp_path / ".vscode").exists()


def test_vs_code_knows_every_kind_of_page(tmp_path: Path) -> None:
    schema(write_project(tmp_path))
    content = json.loads((tmp_path / "frontmatter.json").read_text())
    types = {each["name"]: each for each in content["frontMatter.taxonomy.contentTypes"]}
    folders = content["frontMatter.content.pageFolders"]
    assert {each["contentTypes"][0] for each in folders} == set(types)
    assert {each["path"].removeprefix("[[workspace]]/") for each in folders} == {
        "campaigns",
        "docs/programmes",
        "docs/values",
        "docs/audiences",
        "docs/people",
    }
    fields = {each["name"]: each for each in types["campaign"]["fields"]}
    assert fields["status"]["choices"][0] == {"id": "draft", "title": "Concept"}
    assert fields["values"] == {
        "name": "values",
        "title": "Waarden",
        "description": fields["values"]["description"],
        "type": "contentRelationship",
        "contentTypeName": "value",
        "contentTypeValue": "slug",
        "multiple": True,
    }
    # A translation leaves out what its original says, and lies in the same folder.
    assert not [name for name, each in fields.items() if each.get("required")]
