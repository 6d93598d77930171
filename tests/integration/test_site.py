"""The repository's own site: complete, linked both ways, the same under both hosts."""

from __future__ import annotations

import datetime as dt
import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from affiche.content import load
from affiche.content.words import words_in
from affiche.model import Catalogue, PageEntity, Prose, plain_text
from affiche.site.addresses import path_of
from tests.integration.building import TODAY, build, copy_repository, run, snapshot
from tests.integration.pages import Document, documents

CAMPAIGN = "leren-begint-bovenaan"
CAMPAIGN_PAGE = f"campaigns/{CAMPAIGN}/index.html"
DRAFT = "de-vraag-van-vrijdag"
DRAFT_TITLE = "De vraag van vrijdag"
EXPIRED = "namens-meridiaan"
GENERATOR = re.compile(rb'<meta name="generator" content="[^"]*">')
DAY = dt.date.fromisoformat(TODAY)


@pytest.fixture(scope="module")
def pages(site: Path) -> dict[str, Document]:
    return documents(site)


@pytest.fixture(scope="module")
def catalogue(repository: Path) -> Catalogue:
    project = load(repository)
    assert project.catalogue, project.diagnostics
    return project.catalogue.visible(DAY)


def page_of(entity: PageEntity, pages: dict[str, Document]) -> Document:
    return pages[f"{path_of(entity)}index.html"]


def words_of(prose: Prose | None) -> str:
    assert prose
    return " ".join(plain_text(prose).split())


# What is there


def test_files_have_the_names_that_others_link_to(site: Path) -> None:
    for name in (
        "index.html",
        "404.html",
        CAMPAIGN_PAGE,
        f"go/{CAMPAIGN}/index.html",
        "api/catalogue.json",
        "values/eerlijk/index.html",
        "programmes/leiden-in-verandering/index.html",
        "audiences/directie/index.html",
        "people/noor-van-dijk/index.html",
        f"campaigns/{CAMPAIGN}/posters/directie-a3.pdf",
        f"campaigns/{CAMPAIGN}/posters/directie-a4.pdf",
        f"campaigns/{CAMPAIGN}/posters/directie-a3-landscape.pdf",
        "campaigns/week-van-de-feedback/posters/depot-a3-venlo.pdf",
    ):
        assert (site / name).is_file(), name


def test_every_poster_is_a_pdf_with_its_preview_beside_it(site: Path) -> None:
    posters = sorted(site.glob("campaigns/*/posters/*.pdf"))
    assert len(posters) > 40
    for poster in posters:
        assert poster.read_bytes().startswith(b"%PDF-"), poster.name
        if poster.stem == "delivery-list" or poster.stem.endswith("-2-up"):
            continue  # papers that nobody looks at first
        # Variants look the same, and so share a preview.
        design = re.sub("-(press|accessible|archive)$", "", poster.stem)
        preview = poster.with_name(f"{design}.webp").read_bytes()
        assert preview[:4] + preview[8:12] == b"RIFFWEBP", poster.name


def test_both_hosts_give_the_same_site_but_for_their_name(
    plain_site: Path, fork_site: Path
) -> None:
    ours, fork = snapshot(plain_site), snapshot(fork_site)
    assert ours.keys() == fork.keys()
    nameless = GENERATOR.search(ours["index.html"]), GENERATOR.search(fork["index.html"])
    assert all(nameless)
    different = [
        name
        for name in ours
        # A gzip file holds the minute in which it was made; the sitemap itself is compared.
        if name != "sitemap.xml.gz"
        and GENERATOR.sub(b"", ours[name]) != GENERATOR.sub(b"", fork[name])
    ]
    assert different == []


def test_sources_of_the_brand_are_not_published(site: Path) -> None:
    secret = {".yml", ".yaml", ".typ", ".ttf", ".otf", ".md", ".csv", ".toml", ".py"}
    published = (p for p in site.rglob("*") if p.name != "print-order.csv")
    assert [p for p in published if p.suffix in secret] == []
    assert not (site / "symbol.svg").exists()
    assert not (site / "illustrations").exists()


def test_what_it_takes_to_order_posters_lies_beside_them_and_is_linked(
    site: Path, pages: dict[str, Document]
) -> None:
    folder = "campaigns/week-van-de-feedback/posters"
    for name in (
        "contact-sheet.pdf",
        "contact-sheet.webp",
        "print-order.csv",
        "delivery-list.pdf",
    ):
        assert (site / folder / name).is_file()
        assert (site / "en" / folder / name).is_file()
        assert f"posters/{name}" in pages["campaigns/week-van-de-feedback/index.html"].linked
        assert f"../{folder}/{name}" in pages["posters/index.html"].linked
    rows = (site / folder / "print-order.csv").read_text(encoding="utf-8-sig").splitlines()
    for row in rows[1:]:
        (file,) = (cell for cell in row.split(";") if cell.endswith(".pdf"))
        assert (site / folder / file).is_file()


def test_pages_are_searchable_and_in_overviews_but_not_in_the_navigation(
    site: Path, pages: dict[str, Document], catalogue: Catalogue
) -> None:
    index = json.loads((site / "search/search_index.json").read_text())
    searchable = {entry["location"] for entry in index["docs"]}
    navigation = {
        href
        for href in pages["handboek/index.html"].linked
        if re.search(r"(campaigns|values|programmes|audiences|people)/[^/]+/", href)
    }
    assert navigation == set()
    for kind, entities in _kinds(catalogue):
        overview = pages[f"{kind}/index.html"]
        for entity in entities:
            assert path_of(entity) in searchable
            assert f"{path_of(entity)}index.html" in overview.targets


def test_the_catalogue_for_machines_names_every_page(
    site: Path, pages: dict[str, Document], catalogue: Catalogue
) -> None:
    data = json.loads((site / "api/catalogue.json").read_text())
    for kind, entities in _kinds(catalogue):
        assert [e["id"] for e in data[kind]] == [e.id for e in entities]
        for entry in data[kind]:
            path = entry["url"].removeprefix("https://intranet.meridiaan.example/")
            assert f"{path}index.html" in pages


# Drafts


def test_a_draft_appears_nowhere(site: Path) -> None:
    found = [
        name
        for name, content in snapshot(site).items()
        if DRAFT in name or DRAFT.encode() in content or DRAFT_TITLE.encode() in content
    ]
    assert found == []


def test_a_preview_shows_drafts_and_marks_them(drafts_site: Path) -> None:
    pages = documents(drafts_site)
    page = pages[f"campaigns/{DRAFT}/index.html"]
    words = words_in("nl")
    assert words("page.draft") in page.text
    assert words("state.draft") in page.text
    overview = pages["campaigns/index.html"]
    assert words("campaigns.draft") in overview.text
    assert page.path in overview.targets
    assert list((drafts_site / f"campaigns/{DRAFT}/posters").glob("*.pdf"))
    assert words("page.draft") not in pages[CAMPAIGN_PAGE].text


# References


def test_every_reference_is_a_link_both_ways(
    pages: dict[str, Document], catalogue: Catalogue
) -> None:
    references = tuple(_references(catalogue))
    assert len(references) > 80
    missing = []
    for one, other in references:
        for here, there in ((one, other), (other, one)):
            if page_of(there, pages).path not in page_of(here, pages).targets:
                missing.append(f"{path_of(here)} does not link to {path_of(there)}")
    assert missing == []


# What a campaign's page says


@pytest.fixture(scope="module")
def campaigns(pages: dict[str, Document], catalogue: Catalogue) -> tuple[tuple[Any, Document], ...]:
    assert len(catalogue.campaigns) >= 7
    return tuple((campaign, page_of(campaign, pages)) for campaign in catalogue.campaigns)


def test_a_campaign_says_its_message_and_who_stands_behind_it(
    campaigns: tuple[tuple[Any, Document], ...], catalogue: Catalogue
) -> None:
    for campaign, page in campaigns:
        sponsor = catalogue.person[campaign.sponsor]
        assert words_of(campaign.message) in page.text
        assert words_of(campaign.endorsement or sponsor.endorsement) in page.text
        assert f"{sponsor.name} , {sponsor.job_title}" in page.text
        assert campaign.call_to_action in page.text


def test_a_campaign_says_what_is_in_it_for_each_audience(
    campaigns: tuple[tuple[Any, Document], ...],
) -> None:
    for campaign, page in campaigns:
        assert campaign.benefits
        for benefit in campaign.benefits:
            assert words_of(benefit.text) in page.text
            assert f"part-for-{benefit.audience}" in page.ids


def test_a_campaign_says_how_its_programmes_live_the_values(
    campaigns: tuple[tuple[Any, Document], ...], catalogue: Catalogue
) -> None:
    for campaign, page in campaigns:
        for programme in campaign.programmes:
            for link in catalogue.programme[programme].values:
                assert words_of(link.how) in page.text


def test_a_campaign_lists_sessions_and_where_to_sign_up_for_those_to_come(
    campaigns: tuple[tuple[Any, Document], ...], catalogue: Catalogue
) -> None:
    open_sessions, zone = 0, catalogue.brand.zone
    for campaign, page in campaigns:
        moments = {time["datetime"] for time in page.all("time")}
        for programme in campaign.programmes:
            for session in catalogue.programme[programme].sessions:
                assert session.start.replace(tzinfo=zone).isoformat() in moments
                to_come = (
                    session.end.date() >= DAY and session.status == "scheduled" and not session.full
                )
                if session.register_url and to_come:
                    open_sessions += 1
                assert (session.register_url in page.linked) == bool(
                    session.register_url and to_come
                )
    assert open_sessions > 10


def test_a_full_session_says_so_and_takes_no_sign_ups(
    pages: dict[str, Document], catalogue: Catalogue
) -> None:
    programme = catalogue.programme["inwerken-met-een-buddy"]
    (full,) = (session for session in programme.sessions if session.full)
    page = page_of(programme, pages)
    assert f"{words_in('nl')('page.full')} " in page.text
    assert full.register_url not in page.linked
    assert "nog 3 plaatsen vrij" in pages["programmes/leiden-in-verandering/index.html"].text


def test_every_page_says_who_keeps_it_and_when_it_was_last_read(
    pages: dict[str, Document], catalogue: Catalogue
) -> None:
    words = words_in("nl")
    owners = {entity.owner for entity in catalogue.entities}
    assert len(owners) == 5
    for entity in catalogue.entities:
        page = page_of(entity, pages)
        assert words("page.owner", owner=entity.owner) in page.text
        assert words("page.reviewed", date=words.date(entity.reviewed)) in page.text
        assert words("page.review-by", date=words.date(entity.review_by)) in page.text
        assert page.path in pages["review/index.html"].targets
        (list_of_owner,) = (href for href in page.linked if "review/#" in href)
        assert list_of_owner.split("#")[1] in pages["review/index.html"].ids


def test_the_page_of_reviews_is_in_no_menu_and_in_no_search(
    site: Path, pages: dict[str, Document]
) -> None:
    index = json.loads((site / "search/search_index.json").read_text())
    assert not any(entry["location"].startswith("review/") for entry in index["docs"])
    header = pages["404.html"]
    assert not any("review/" in href for href in header.linked)


def test_the_home_page_shows_what_was_said_and_what_was_done(
    pages: dict[str, Document], catalogue: Catalogue
) -> None:
    feedback = catalogue.programme["leiden-in-verandering"].feedback
    assert feedback
    text = pages["index.html"].text
    assert words_of(feedback.before[0]) in text
    assert words_of(feedback.actions[0]) in text
    assert text.index(words_of(feedback.before[0])) < text.index(words_of(feedback.actions[0]))


def test_a_value_without_a_sponsor_says_that(pages: dict[str, Document]) -> None:
    words = words_in("nl")
    assert words("page.no-sponsor-long") in pages["values/nieuwsgierig/index.html"].text
    assert words("page.no-sponsor-long") not in pages["values/eerlijk/index.html"].text


def test_programmes_and_campaigns_lead_on_to_what_is_related(
    pages: dict[str, Document],
) -> None:
    page = pages["programmes/leiden-in-verandering/index.html"]
    assert "programmes/delegeren-en-loslaten/index.html" in page.targets
    assert words_in("nl")("page.also-skill", what="luisteren") in page.text
    assert "campaigns/presenteer-en-blijf-hangen/index.html" in pages[CAMPAIGN_PAGE].targets


def test_a_campaign_gives_its_evidence_with_sources(
    campaigns: tuple[tuple[Any, Document], ...],
) -> None:
    claims = [(claim, page) for campaign, page in campaigns for claim in campaign.evidence]
    assert claims
    for claim, page in claims:
        assert words_of(claim.text) in page.text
        assert f"Bron: {claim.source.name}, {claim.source.year}" in page.text


def test_a_campaign_shows_each_poster_and_offers_every_file_of_it(
    site: Path, campaigns: tuple[tuple[Any, Document], ...]
) -> None:
    for campaign, page in campaigns:
        folder = site / f"campaigns/{campaign.id}/posters"
        files = {path.relative_to(site).as_posix() for path in folder.glob("*.pdf")}
        assert files
        assert files <= page.targets
        previews = [i for i in page.all("img") if i["src"].endswith(".webp")]
        shown = [image for image in previews if image["src"].startswith("posters/")]
        assert len(shown) == len(campaign.posters)
        assert all(image["alt"] for image in shown)


def test_edit_links_lead_to_the_file_that_was_read(pages: dict[str, Document]) -> None:
    folder = "https://git.meridiaan.example/intranet/campagnes/edit/main"
    for page, file in (
        (CAMPAIGN_PAGE, f"campaigns/{CAMPAIGN}/index.md"),
        ("values/eerlijk/index.html", "docs/values/eerlijk.md"),
        ("people/noor-van-dijk/index.html", "docs/people/noor-van-dijk.md"),
        ("campaigns/index.html", "docs/campaigns/index.md"),
    ):
        edits = [href for href in pages[page].linked if "/edit/" in href]
        assert edits, page
        assert {_normal(href) for href in edits} == {f"{folder}/{file}"}


# What a QR code opens


def test_a_printed_code_leads_on_to_a_running_campaign(pages: dict[str, Document]) -> None:
    page = pages[f"go/{CAMPAIGN}/index.html"]
    refresh = page.all("meta", **{"http-equiv": "refresh"})
    assert [meta["content"] for meta in refresh] == [f"0; url=../../campaigns/{CAMPAIGN}/"]
    assert {CAMPAIGN_PAGE, f"en/{CAMPAIGN_PAGE}"} <= page.targets
    assert page.all("meta", name="robots", content="noindex")


def test_a_printed_code_says_when_its_campaign_is_over(later_site: Path) -> None:
    page = Document(later_site, f"go/{CAMPAIGN}/index.html")
    assert not page.all("meta", **{"http-equiv": "refresh"})
    assert words_in("nl")("go.over", date="vr 18 december 2026") in page.text
    assert {CAMPAIGN_PAGE, "campaigns/index.html"} <= page.targets
    assert page.all("meta", name="robots", content="noindex")


def test_a_printed_code_outlives_its_campaign_s_page(later_site: Path) -> None:
    assert not (later_site / f"campaigns/{EXPIRED}").exists()
    page = Document(later_site, f"go/{EXPIRED}/index.html")
    assert not page.all("meta", **{"http-equiv": "refresh"})
    assert page.targets & {CAMPAIGN_PAGE, "campaigns/index.html"} == {"campaigns/index.html"}
    assert not any(target.startswith(f"campaigns/{EXPIRED}") for target in page.targets)


def test_the_home_page_stands_without_a_campaign_that_runs(later_site: Path) -> None:
    assert words_in("nl")("campaigns.none") in Document(later_site, "index.html").text


# What a company may change, and what strict counts


def test_a_company_s_own_partial_wins_and_its_assets_are_published(
    repository: Path, site: Path, tmp_path: Path
) -> None:
    root = _small_copy(repository, tmp_path)
    partials = root / "overrides/partials"
    partials.mkdir()
    (partials / "footer.html").write_text("<footer>Onze eigen voet</footer>\n")
    assets = root / "overrides/assets"
    assets.mkdir()
    (assets / "own.css").write_text("p { color: #000 }\n")
    (root / "overrides/notes.txt").write_text("secret\n")
    built = build(root, "site", "--strict")
    assert Document(built, "index.html").text.endswith("Onze eigen voet")
    assert (built / "assets/own.css").is_file()
    assert not (built / "notes.txt").exists()


@pytest.mark.parametrize("host", ["mkdocs", "properdocs"])
def test_strict_counts_our_warnings(
    host: str, repository: Path, site: Path, tmp_path: Path
) -> None:
    root = _small_copy(repository, tmp_path)
    page = root / f"campaigns/{CAMPAIGN}/index.md"
    text = page.read_text()
    page.write_text(re.sub(r"    acknowledged: .*\n    reason: .*\n", "", text, count=1))
    page.with_name("index.en.md").unlink()  # it would translate what is no longer there
    arguments = (host, "build", "-f", "mkdocs.yml")
    strict = run(root, *arguments, "--strict")
    assert strict.returncode == 1
    assert "claim.too-old" in strict.stderr
    assert "Aborted with 1 warning" in strict.stdout + strict.stderr
    relaxed = run(root, *arguments)
    assert relaxed.returncode == 0
    assert "claim.too-old" in relaxed.stderr


def _small_copy(repository: Path, root: Path) -> Path:
    """Copy what was built, with nothing to print: these tests are not about posters."""
    copy_repository(root)
    shutil.copytree(repository / ".affiche", root / ".affiche")
    for page in root.glob("campaigns/*/index*.md"):
        text = re.sub(r"^posters:\n(?:[ -].*\n)+", "", page.read_text(), flags=re.MULTILINE)
        page.write_text(text)
    return root


def _kinds(catalogue: Catalogue) -> tuple[tuple[str, tuple[Any, ...]], ...]:
    return (
        ("values", catalogue.values),
        ("audiences", catalogue.audiences),
        ("people", catalogue.people),
        ("programmes", catalogue.programmes),
        ("campaigns", catalogue.campaigns),
    )


def _references(catalogue: Catalogue) -> Iterator[tuple[PageEntity, PageEntity]]:
    """Yield each thing that names another, with the other."""
    person = catalogue.person
    for value in catalogue.values:
        if value.sponsor:
            yield value, person[value.sponsor]
    for programme in catalogue.programmes:
        yield from ((programme, catalogue.value[link.value]) for link in programme.values)
        yield from ((programme, catalogue.audience[a.audience]) for a in programme.audiences)
        if programme.sponsor:
            yield programme, person[programme.sponsor]
    for campaign in catalogue.campaigns:
        yield from ((campaign, catalogue.value[value]) for value in campaign.values)
        yield from ((campaign, catalogue.audience[name]) for name in campaign.audiences)
        yield from ((campaign, catalogue.programme[name]) for name in campaign.programmes)
        yield campaign, person[campaign.sponsor]


def _normal(address: str) -> str:
    """Resolve ``..`` as a browser does."""
    return re.sub(r"/[^/]+/\.\.(?=/)", "", address)
