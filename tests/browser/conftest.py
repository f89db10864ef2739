"""A real browser against a live server. The browser is the system's Chromium; PRONGSAI_CHROMIUM names another."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, ConsoleMessage, Page, ViewportSize, sync_playwright

from prongsai.web.accounts.models import Person
from tests.cast import PASSWORD, Cast, assemble

# Playwright keeps an event loop in this thread; the ORM is used between its calls, never inside them.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

PHONE: ViewportSize = {"width": 360, "height": 740}
DESK: ViewportSize = {"width": 1280, "height": 900}


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Everything in this folder is a browser test."""
    here = Path(__file__).parent
    for item in items:
        if item.path.is_relative_to(here):
            item.add_marker(pytest.mark.browser)


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """The browser."""
    found = os.environ.get("PRONGSAI_CHROMIUM") or shutil.which("chromium") or shutil.which("chromium-browser")
    if not found:
        pytest.fail("Chromium was not found: install it (apt-get install chromium) or set PRONGSAI_CHROMIUM")
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found)
        yield browser
        browser.close()


@pytest.fixture
def cast(transactional_db: None) -> Cast:
    """The cast, seen by the live server too."""
    return assemble()


OpenPage = Callable[..., Page]


@pytest.fixture
def opened(chromium: Browser, live_server: object) -> Iterator[OpenPage]:
    """Opens a window of its own, signed in as somebody where one is given; every page must be free of errors."""
    contexts = []
    problems: list[str] = []

    def open_page(person: Person | None = None, *, phone: bool = False, password: str = PASSWORD) -> Page:
        context = chromium.new_context(
            base_url=str(live_server),
            viewport=PHONE if phone else DESK,
            locale="th-TH",
            reduced_motion="reduce",  # nothing is still on its way when a picture is taken
            accept_downloads=True,
        )
        context.set_default_timeout(15_000)
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: problems.append(str(error)))
        page.on("console", lambda line: problems.extend(complaint(line)))
        if person is not None:
            sign_in(page, person, password)
        return page

    yield open_page
    for context in contexts:
        context.close()
    assert not problems, problems


def complaint(line: ConsoleMessage) -> Iterator[str]:
    """What the browser complains of; not that the paper, a document, has no icon for the window's title."""
    if line.type == "error" and not line.location["url"].endswith("/favicon.ico"):
        yield f"{line.location['url']}: {line.text}"


def sign_in(page: Page, person: Person, password: str = PASSWORD) -> None:
    """Through the door, as people do."""
    page.goto("/accounts/login/")
    page.locator("input[name=login]").fill(person.username)
    page.locator("input[name=password]").fill(password)
    page.locator("main form").first.get_by_role("button", name="เข้าสู่ระบบ").click()
    page.wait_for_url(lambda url: "/accounts/" not in url)
