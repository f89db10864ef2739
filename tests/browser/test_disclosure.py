"""A year of disclosure: carried over, ticked, links checked and repaired, published, found, corrected, withdrawn."""

from __future__ import annotations

from collections.abc import Iterator
from ipaddress import ip_network
from pathlib import Path

import pytest
from django.conf import LazySettings
from lxml import etree
from playwright.sync_api import Locator, Page

from prongsai.core.reports.reading import ReadDisclosure
from prongsai.frameworks.loader import load
from prongsai.web.disclosures import actions as disclosures
from tests.browser.conftest import OpenPage
from tests.browser.shelf import existing_website
from tests.cast import Cast
from tests.factories.publishing import PDF

YEAR = 2565
BOARD = f"/a/tha-khong/{YEAR}/disclosures/"
LINKS = f"/a/tha-khong/{YEAR}/links/"
PUBLIC = f"/tha-khong/{YEAR}/o1"
ATOM = {"atom": "http://www.w3.org/2005/Atom"}
FIRST, SECOND = "แผนผังโครงสร้างการแบ่งส่วนราชการ ณ วันที่ 1 ตุลาคม 2564", "แก้ไขชื่อกองช่างให้ถูกต้องแล้ว"


@pytest.fixture
def website(settings: LazySettings) -> Iterator[str]:
    """The agency's existing website, which may be opened though it lies on this machine."""
    settings.LINKS_ALLOW = (ip_network("127.0.0.1"),)
    with existing_website() as address:
        yield address


@pytest.fixture
def last_year(cast: Cast) -> None:
    """The 43 items of the year before, with their owners."""
    rows = [
        ReadDisclosure(
            code=item.code,
            name=item.name,
            components=(f"แสดง{item.name}", "เป็นข้อมูลของปีที่รับการประเมิน"),
            responsible=("กองช่าง",),
        )
        for item in load("ita", YEAR - 1).items
    ]
    disclosures.set_disclosures(by=cast.somying, agency=cast.agency, fiscal_year=YEAR - 1, rows=rows)


def test_the_year_of_disclosure(cast: Cast, last_year: None, website: str, opened: OpenPage, tmp_path: Path) -> None:
    desk, citizen = opened(cast.somying), opened(phone=True)
    begin(desk)
    for at, path in enumerate(("page/o1", "page/o2", "page/o3", "page/o4", "nowhere", "lost"), start=1):
        show(desk, f"O{at}", f"{website}/{path}")
    check_links(desk, broken=["O5", "O6"])
    repair(desk, "O5", f"{website}/page/o5")
    check_links(desk, broken=["O6"])
    write_and_attach(desk, tmp_path)
    publish(desk)
    find_and_download(citizen)
    read_the_feed(citizen, ["โครงสร้าง"])
    correct(desk)
    both_versions(citizen)
    withdraw(desk)
    gone(citizen)


def begin(desk: Page) -> None:
    """All 43 items come over by one button."""
    desk.goto(BOARD)
    press(desk, desk.locator("form[action$='/carry-over/'] button"))
    assert desk.locator("main input[name=codes]").count() == 43
    assert desk.locator("form[action$='/carry-over/']").count() == 0


def press(page: Page, button: Locator) -> None:
    """A button that sends its form, until the next page is there."""
    with page.expect_navigation():
        button.click()


def show(desk: Page, code: str, address: str) -> None:
    """One address, one button: every component is ticked as shown there."""
    desk.goto(f"{BOARD}{code}/")
    desk.locator("form[action$='/evidence/'] input[name=url]").fill(address)
    press(desk, desk.locator("form[action$='/evidence/'] button[type=submit]"))
    ticks = desk.locator(".checks input[type=checkbox]")
    assert ticks.count() == 2 and all(one.is_checked() for one in ticks.all())


def check_links(desk: Page, broken: list[str]) -> None:
    """The six links are opened now; the board tells which are broken."""
    desk.goto(LINKS)
    press(desk, desk.locator(".links-top form button"))
    desk.goto(f"{LINKS}?state=broken")
    rows = desk.locator("main tbody tr")
    assert [row.locator("td").nth(2).inner_text().split()[0] for row in rows.all()] == broken
    assert all(row.locator("td").nth(1).inner_text().strip() for row in rows.all()), "each says what to do"
    desk.goto(LINKS)
    assert desk.locator("main tbody tr").count() == 6


def repair(desk: Page, code: str, address: str) -> None:
    """From the board to the item, and a right address in the place of the broken one; its ticks stay."""
    desk.goto(f"{BOARD}?state=broken")
    desk.locator(f"main tbody a[href$='/{code}/']").click()
    desk.wait_for_url(f"**/{code}/")
    desk.locator(".pieces summary").click()
    form = desk.locator(".pieces form")
    form.locator("input[name=url]").fill(address)
    press(desk, form.locator("button.button--primary"))
    assert all(one.is_checked() for one in desk.locator(".checks input[type=checkbox]").all())


def write_and_attach(desk: Page, folder: Path) -> None:
    """Words of the agency's own, and a paper to download."""
    paper = folder / "โครงสร้าง-๒๕๖๕.pdf"
    paper.write_bytes(PDF)
    desk.goto(f"{BOARD}O1/")
    words(desk, FIRST)
    attach = desk.locator("details:has(> form[action$='/evidence/'])")
    attach.locator("> summary").click()
    attach.locator("details > summary").click()
    attach.locator("input[type=file]").set_input_files(paper)
    press(desk, attach.locator("button[type=submit]"))


def words(desk: Page, text: str) -> None:
    """The text of the item."""
    fold = desk.locator("details:has(form[action$='/text/'])")
    if fold.get_attribute("open") is None:
        fold.locator("summary").first.click()
    desk.locator("form[action$='/text/'] textarea[name=text]").fill(text)
    press(desk, desk.locator("form[action$='/text/'] button.button--primary"))


def publish(desk: Page, reason: str = "") -> None:
    """Look, then publish."""
    desk.goto(f"{BOARD}O1/publish/")
    if reason:
        desk.locator("textarea[name=reason]").fill(reason)
    desk.locator("#publish button.button--primary").click()
    desk.wait_for_url(f"**{BOARD}O1/")
    assert PUBLIC in desk.locator("main").inner_html()


def find_and_download(citizen: Page) -> None:
    """By a part of a Thai word, from the agency's first page."""
    citizen.goto("/tha-khong/")
    citizen.locator("input[name=q]").first.fill("ส่วนราชกา")
    citizen.locator("form[role=search] button, form button").first.click()
    citizen.wait_for_url("**/search?q=*")
    assert "ส่วนราชกา" in citizen.locator("mark").first.inner_text()
    citizen.locator(f"main a[href*='{PUBLIC}']").first.click()
    citizen.wait_for_url(f"**{PUBLIC}")
    assert FIRST in citizen.locator("main").inner_text()
    address = citizen.locator("main a[href*='/files/']").first.get_attribute("href")
    answer = citizen.request.get(str(address))
    assert answer.ok and answer.body().startswith(b"%PDF") and answer.headers["x-content-type-options"] == "nosniff"
    assert not citizen.context.cookies()


def read_the_feed(citizen: Page, titles: list[str]) -> None:
    """As a programme that follows the agency reads it."""
    feed = etree.fromstring(citizen.request.get("/tha-khong/feed.atom").body())
    found = [str(one.text) for one in feed.iterfind("atom:entry/atom:title", ATOM)]
    assert all(any(title in one for one in found) for title in titles)


def correct(desk: Page) -> None:
    """Other words, with the reason."""
    desk.goto(f"{BOARD}O1/")
    words(desk, SECOND)
    publish(desk, "ชื่อกองช่างสะกดผิด")


def both_versions(citizen: Page) -> None:
    """The new one at the address, the old one behind it."""
    citizen.goto(PUBLIC)
    told = citizen.locator("main").inner_text()
    assert SECOND in told and "ชื่อกองช่างสะกดผิด" in told and FIRST not in told
    citizen.goto(f"{PUBLIC}/v1")
    assert FIRST in citizen.locator("main").inner_text()
    citizen.locator(f"main a[href$='{PUBLIC}']").first.click()
    citizen.wait_for_url(f"**{PUBLIC}")
    read_the_feed(citizen, ["โครงสร้าง"])


def withdraw(desk: Page) -> None:
    """From the list of what is public."""
    desk.goto(f"/a/tha-khong/published/{YEAR}/o1/withdraw/")
    desk.locator("main textarea[name=reason]").fill("เผยแพร่ผิดรายการ")
    desk.locator("main button.button--danger").click()
    desk.wait_for_url(lambda url: "/withdraw/" not in url)


def gone(citizen: Page) -> None:
    """The address tells that and why; no version and no file is left."""
    assert citizen.request.get(PUBLIC).status == 410
    for address in (PUBLIC, f"{PUBLIC}/v1"):
        told = citizen.request.get(address).text()
        assert "เผยแพร่ผิดรายการ" in told and FIRST not in told and SECOND not in told
    citizen.goto("/tha-khong/search?q=ส่วนราชกา")
    assert citizen.locator(f"main a[href*='{PUBLIC}']").count() == 0
