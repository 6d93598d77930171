"""What other storeys may use: frozen here, so that a change of it is meant.

Every public class, function and field says what it is.
"""

from __future__ import annotations

import ast
import importlib
import inspect
from collections.abc import Iterator
from pathlib import Path

import pytest

SCRIPTS = Path(__file__).parents[1] / "scripts"

API = {
    "affiche.model": """
        FORMATS Allowance Allowances AllowedLevel Audience AudienceLink Benefit Brand Campaign
        Catalogue Channel Claim ClaimSource
        Colour CoverageDemands Entity Feedback FocalPoint KeyPath Layout Legibility Level
        Location Medium Mode Moments Objectives OwnFormat PAPER_VARIANTS PageEntity Format Part
        Person Photograph Poster Press Programme Prose Related Scheme Session SessionStatus
        Source State Status Touchpoint Treatment Value ValueLink Variant as_data contrast
        in_reading_order legibility plain_text related_campaigns related_programmes
    """,
    "affiche.report": """
        Allowed Code Diagnostic Findings LineAt Place Repair Severity as_github as_gitlab
        as_json as_sarif as_text has_errors in_order must_stop
    """,
    "affiche.content": """
        OrdinaryPage Project Settings Snapshot SnapshotError Translation load page_digest
        parse_prose split_page take_snapshot
    """,
    "affiche.posters": """
        ARTWORK Artwork ArtworkJob CARD CARD_SIZE_PX CardJob ChangedFact Clerk FAMILIES Fact
        FontFile LOOK LookJob MadePosters PATTERN PICTURE POSTER PREVIEW Paper PaperKind
        Paperwork PictureDifference PictureJob PlannedPoster PosterJob Shelf SocialCard Studio
        attempt changed_facts check_made choose_artwork compare_looks design_of draw_qr ended
        file_of for_whom format_label go_address kicker_of look_of make_paperwork make_posters
        needs_print_shop open_studio outline_of plan_artwork plan_card plan_in_languages
        plan_order plan_papers plan_pictures plan_posters prepare_picture proof_of render
        same_finish same_photograph sessions_of show_look size_label why_not_a_picture with_fact
        without_names
    """,
    "affiche.checks": """
        Coverage Gap Inspection Matrix PaletteCell Row STORE apply_allowances check_contrast
        check_entities cover gap_sentence inspect palette_contrast
    """,
    "affiche.press": """
        Artefact Job KeptArtefact Memory Production Progress Pruned Store interrupt_held produce
        prune write_file
    """,
    "affiche.editing": """
        ADDRESS COLOUR Change Choice Copy FORMS Form FormField Formatting KINDS Kind Known
        LOCAL_PORT NewPage NotInstalledError Repairs SCHEMAS SCRIPT SiteWish Vocabulary
        begin_page choices codeowners codeowners_file content_types create_file create_folder
        editor_files every_field fill_folder find_formatting find_owners find_repairs folder_of
        form_of free_id id_for install_editor is_free json_schema known_names page_file
        plan_copy plan_site recommended_extensions schema_files start_server translation_form
        workspace_settings
    """,
    "affiche.review": """
        Comparison Diff Named State as_json as_markdown as_plain compare_states open_state
        report_page schema_json
    """,
}


@pytest.mark.parametrize("package", API)
def test_a_package_offers_what_it_offered(package: str) -> None:
    module = importlib.import_module(package)
    assert sorted(module.__all__) == sorted(API[package].split())
    assert all(hasattr(module, name) for name in module.__all__)


@pytest.mark.parametrize("package", API)
def test_a_package_says_what_it_does_and_what_it_leaves(package: str) -> None:
    first, blank, *rest = inspect.getdoc(importlib.import_module(package)).splitlines()  # type: ignore[union-attr]
    assert first
    assert blank == ""
    assert rest


def public(body: list[ast.stmt]) -> Iterator[tuple[str, ast.stmt, ast.stmt | None]]:
    """Yield the public definitions of ``body``, each with the statement after it."""
    for index, item in enumerate(body):
        after = body[index + 1] if index + 1 < len(body) else None
        match item:
            case ast.FunctionDef(name=name) | ast.ClassDef(name=name):
                yield name, item, after
            case ast.AnnAssign(target=ast.Name(id=name)):
                yield name, item, after


def is_text(item: ast.stmt | None) -> bool:
    return (
        isinstance(item, ast.Expr)
        and isinstance(item.value, ast.Constant)
        and isinstance(item.value.value, str)
    )


def undocumented(file: Path) -> Iterator[str]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    if not ast.get_docstring(tree):
        yield str(file)
    for name, item, _ in public(tree.body):
        if name.startswith("_"):
            continue
        if isinstance(item, ast.FunctionDef | ast.ClassDef) and not ast.get_docstring(item):
            yield f"{file.stem}.{name}"
        if isinstance(item, ast.ClassDef):
            for inner, member, after in public(item.body):
                if inner.startswith("_") or has_its_own_kind(inner, member):
                    continue
                if isinstance(member, ast.AnnAssign):
                    said = is_text(after)
                else:
                    said = bool(ast.get_docstring(member))  # type: ignore[arg-type]
                if not said:
                    yield f"{file.stem}.{name}.{inner}"


def has_its_own_kind(name: str, member: ast.stmt) -> bool:
    """Return whether a field has the name of its type, which says what it is."""
    if not isinstance(member, ast.AnnAssign):
        return False
    kind = ast.unparse(member.annotation)
    return name.replace("_", "") in kind.lower()


BARE = {
    "affiche.model": {"prose"},  # a tree, whose nodes have the fields that trees have
}
"""Modules whose fields may go without a word."""


@pytest.mark.parametrize("package", API)
def test_everything_public_says_what_it_is(package: str) -> None:
    folder = SCRIPTS.joinpath(*package.split("."))
    assert list(folder.glob("*.py"))
    bare = BARE.get(package, set())
    files = [file for file in sorted(folder.glob("*.py")) if file.stem not in bare]
    assert [name for file in files for name in undocumented(file)] == []
