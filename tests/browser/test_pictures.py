"""Every page, as each person sees it, on a phone and at a desk: accessible, in Thai, nothing cut off, no error."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from django.conf import LazySettings
from playwright.sync_api import Page

from prongsai.web.operations.demo import PASSWORD
from prongsai.web.surveys.models import Survey
from tests.browser import world
from tests.browser.album import Album
from tests.browser.conftest import DESK, PHONE, OpenPage
from tests.browser.crawl import FILES, OTHERS, walk
from tests.browser.inspection import Inspector
from tests.browser.world import World
from tests.web.security.rules import RULES

ROOT = Path(__file__).parents[2]


@pytest.fixture
def demo(transactional_db: None, settings: LazySettings) -> World:
    """The demo's agencies; documents stay in the queue, for their making has tests of its own."""
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    return world.assemble()


def _of_surveys(demo: World) -> list[str]:
    """Of a closed one its results with open texts, and its questions, which unlike a mock survey's can be changed; of
    an open one how it is handed out.
    """
    closed = Survey.objects.of(demo.agency).get(state=Survey.State.CLOSED)
    open_one = Survey.objects.of(demo.agency).filter(state=Survey.State.OPEN)[0]
    of_closed, of_open = (f"/a/{demo.agency.slug}/{one.fiscal_year}/surveys/{one.pk}/" for one in (closed, open_one))
    return [f"{of_closed}results/", f"{of_closed}build/", f"{of_open}share/"]


def _of_portal(demo: World) -> list[str]:
    """The public pages to which no page leads that was not seen by another address of its kind."""
    of_agency, year = f"/{demo.agency.slug}/", demo.year - 1
    pieces = (f"{year}/o12", f"{year}/o12/v1", f"{year}/plan", f"search?q={quote('งบประมาณ')}", "data/")
    embeds = ("embed/badge", f"embed/{year}/badge", f"embed/{year}/", f"embed/{year}/9.1")
    everywhere = f"/directory/search?q={quote('งบประมาณ')}"
    return [of_agency, *(f"{of_agency}{one}" for one in (*pieces, *embeds)), everywhere]


def test_every_page_is_in_order_for_everybody(demo: World, opened: OpenPage) -> None:
    home = f"/a/{demo.agency.slug}/{demo.year}/"
    reports = (demo.draft, demo.submitted, demo.signed)
    last_year = f"/a/{demo.agency.slug}/{demo.year - 1}/"
    ways = {
        "": ["/accounts/login/", demo.link, *demo.answered, *_of_portal(demo)],
        "somying": [
            home,
            demo.checking,
            demo.accepted,
            demo.reading,
            demo.seen,
            demo.paper,
            *reports,
            f"{home}plan/carry-over/",
            f"{home}disclosures/publish/?code=O1",
            f"{last_year}result/",
            f"{last_year}result/contests/",
            *_of_surveys(demo),
        ],
        "wichai": [home],
        "kamol": ["/country/?choose=1", "/country/", demo.table],
        "malee": [demo.submitted],
        "prasert": [home, demo.signed],
        "admin": [f"/a/{demo.agency.slug}/people/", f"/a/{demo.agency.slug}/agency/"],
    }
    inspector, found, names = Inspector(), list[str](), set[str]()
    for username, starts in ways.items():
        page = opened(world.person(username) if username else None, password=PASSWORD)
        for name, path in walk(page, starts, follow=username not in {"malee", "admin"}):
            names.add(name)
            found += [f"{username} {name} {path} {fault}" for fault in at_both_sizes(page, name, inspector)]
    unseen = {name for name, rule in RULES.items() if rule.see} - names - FILES - OTHERS
    assert not found, "\n".join(found)
    assert not " ".join(sorted(unseen))


def at_both_sizes(page: Page, name: str, inspector: Inspector) -> Iterator[str]:
    """The faults of the page that is open."""
    for size in (PHONE, DESK):
        page.set_viewport_size(size)
        yield from (f"{size['width']}: {fault}" for fault in inspector.faults(page, name))


def test_the_front_page_shows_what_there_is(demo: World, opened: OpenPage) -> None:
    page, album = opened(world.person("somying"), password=PASSWORD), Album()
    page.goto(f"/a/{demo.agency.slug}/{demo.year}/")
    album.take(page, "dashboard")
    page.goto(demo.checking)
    page.locator("main ol a[href*='/measure-']").first.click()
    page.wait_for_load_state()
    album.take(page, "import", at=page.locator(".import-field:has(:target)"))
    page.goto(demo.signed)
    album.take(page, "report")
    readme = (ROOT / "README.md").read_text("utf-8")
    assert all(f"docs/images/{name}" in readme for name in album.taken)


def test_the_manual_shows_disclosure_and_the_public_pages(demo: World, opened: OpenPage) -> None:
    desk, citizen, album = opened(world.person("somying"), password=PASSWORD), opened(), Album()
    board, year = f"/a/{demo.agency.slug}/{demo.year}/disclosures/", f"/{demo.agency.slug}/{demo.year}/"
    shown = [(desk, "board", board), (desk, "item", f"{board}O7/")]
    shown += [(citizen, "portal", f"/{demo.agency.slug}/"), (citizen, "portal-item", f"{year}o18")]
    for page, name, address in shown:
        for size, suffix in ((DESK, ""), (PHONE, "-phone")):
            page.set_viewport_size(size)
            page.goto(address)
            album.take(page, name + suffix)
    texts = [path.read_text("utf-8") for path in (ROOT / "README.md", *(ROOT / "docs" / "how-to").glob("*.md"))]
    assert not [name for name in album.taken if not any(f"images/{name}" in text for text in texts)]


def test_a_page_with_faults_does_not_pass(opened: OpenPage) -> None:
    page = opened()
    page.goto("/accounts/login/")
    page.evaluate("""() => {
      document.title = 'Sign in';
      document.body.insertAdjacentHTML('beforeend', '<img src="data:,">'
        + '<p>Please try again</p>');
      document.querySelector('main').style.minWidth = '3000px';
    }""")
    told = " ".join(Inspector().faults(page, "login"))
    for fault in ("image-alt", "wider than the window", "in English: Please try again", "title is not in Thai"):
        assert fault in told
