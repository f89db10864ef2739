"""The whole story: last year's report in, this year's work tracked, the official report out and signed."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image
from playwright.sync_api import Page

from prongsai.core.thai.fiscal import RoundKind, round_dates
from prongsai.web.accounts.models import Person
from prongsai.web.agencies.models import Membership
from prongsai.web.measures import queries
from prongsai.web.site import clock
from tests.browser.conftest import OpenPage
from tests.browser.papers import docx_rows, pdf_text, squeezed, stands_in
from tests.cast import PASSWORD, SINCE, Cast

ROOT = Path(__file__).parents[2]
CORRECTED = "มาตรการที่ผู้ประสานงานแก้ไขแล้ว"
DONE = "จัดประชุมชี้แจงและติดประกาศแล้ว จำนวน ๒ ครั้ง"
FORM = "full-with-disclosures"


@pytest.fixture(params=["made up", "real"])
def report(request: pytest.FixtureRequest) -> Path:
    """A report of last year: the project's own, and the real one where it is there."""
    if request.param == "made up":
        return ROOT / "example-data" / "tha-khong-2569.txt"
    folder: Path = request.getfixturevalue("reports_folder")
    return folder / "001.txt"


@pytest.fixture
def clerk(cast: Cast) -> Person:
    """The deputy clerk, second of three in the chain."""
    person = Person.objects.create_user(username="suda", password=PASSWORD, full_name="นางสุดา กลั่นกรอง")
    Membership.objects.add(agency=cast.agency, person=person, role="clerk", position="รองปลัดเทศบาล", since=SINCE)
    return person


def test_the_year_of_a_coordinator(cast: Cast, clerk: Person, opened: OpenPage, report: Path, tmp_path: Path) -> None:
    year = clock.this_fiscal_year()
    desk = opened(cast.somying)
    source = bring_in(desk, report)
    carry_over(desk, source, year)
    approve(opened(cast.prasert), year)
    open_round(desk, year)
    record_with_a_photo(opened(cast.wichai, phone=True), cast, year, tmp_path)
    address = begin_report(desk, year)
    for person in (cast.malee, clerk, cast.prasert):
        sign(opened(person), address)
    compare(desk, address, cast, year, tmp_path)


def bring_in(page: Page, report: Path) -> int:
    """Import, correct one value, accept; gives the year that it became the plan of."""
    page.goto("/a/tha-khong/imports/")
    page.locator("input[type=file]").set_input_files(report)
    page.get_by_role("button", name="อ่านรายงาน").click()
    page.wait_for_url("**/imports/*/")
    checking = page.url
    page.locator("main table a").nth(1).click()
    page.locator("[name='v:measures[0].title']").fill(CORRECTED)
    page.get_by_role("button", name="บันทึก", exact=True).click()
    page.goto(checking + "accept/")
    page.locator("main form").get_by_role("button", name="รับเข้าแผน").click()
    page.wait_for_url(lambda url: "/accept/" not in url)
    page.goto(checking)
    return int(page.locator("main a[href*='/plan/']").first.get_attribute("href").split("/")[3])  # type: ignore[union-attr]  # a link has one


def carry_over(page: Page, source: int, year: int) -> None:
    """This year's plan from last year's measures."""
    page.goto(f"/a/tha-khong/{year}/plan/carry-over/?from={source}")
    assert CORRECTED in page.content()
    page.locator("main form button.button--primary").click()
    page.wait_for_url(f"**/{year}/plan/")


def approve(page: Page, year: int) -> None:
    """By the chief executive."""
    page.goto(f"/a/tha-khong/{year}/plan/")
    page.locator("form[action$='/plan/approve/'] button").click()
    page.locator(".pill--done, .pill--good").first.wait_for()


def open_round(page: Page, year: int) -> None:
    """The first six months."""
    page.goto(f"/a/tha-khong/{year}/rounds/")
    page.locator("input[name=kind][value=six_months]").check()
    page.locator("form[action$='/rounds/open/'] button[type=submit]").click()
    page.wait_for_url("**/rounds/**")


def record_with_a_photo(page: Page, cast: Cast, year: int, folder: Path) -> None:
    """On a phone, by somebody of the division: sign-in, one measure, text, photo, saved."""
    give_to_works(cast, year)
    page.goto(f"/a/tha-khong/{year}/my-work/")
    page.locator("main a.button--primary").first.click()
    page.locator("textarea[name=text]").fill(DONE)
    page.locator("input[name=status][value=done]").check()
    page.locator("input[name=photos]").set_input_files(photo(folder))
    page.locator("main form button.button--primary").click()
    page.wait_for_url(lambda url: "saved=" in url)


def give_to_works(cast: Cast, year: int) -> None:
    """A measure that the works division is responsible for, whatever report came in."""
    plan = queries.plan_of(cast.agency, year)
    assert plan is not None
    measure = queries.measures_in(plan)[0]
    lead = measure.responsibles.order_by("order")[0]
    lead.division = cast.works
    lead.save(update_fields=["division"])


def photo(folder: Path) -> Path:
    """A photo of 900 by 600."""
    out = io.BytesIO()
    Image.new("RGB", (900, 600), (90, 150, 160)).save(out, "JPEG")
    path = folder / "ภาพประชุม.jpg"
    path.write_bytes(out.getvalue())
    return path


def begin_report(page: Page, year: int) -> str:
    """Begin, complete the memo, submit; gives the report's address."""
    page.goto(f"/a/tha-khong/{year}/reports/begin/")
    page.locator(f"input[name=form][value={FORM}]").check()
    page.locator("main form button.button--primary").click()
    page.wait_for_url("**/reports/*/")
    address = page.url
    page.goto(address + "memo/")
    page.locator("input[name=number]").fill("ลบ ๕๔๒๐๑/๓๒๔")
    page.locator("main form button.button--primary").click()
    page.wait_for_url(address)
    page.locator("form[action$='/submit/'] button").click()
    page.locator(".message--success").wait_for()
    return address


def sign(page: Page, address: str) -> None:
    """Whoever's turn it is: endorse or acknowledge, whichever is offered first."""
    page.goto(address)
    page.locator("input[name=act]").first.check()
    page.locator("textarea[name=opinion]").fill("ชอบ")
    page.locator("form[action$='/sign/'] button").click()
    page.locator(".message--success").wait_for()


def compare(page: Page, address: str, cast: Cast, year: int, folder: Path) -> None:
    """The tables of the downloaded files against the plan, cell by cell."""
    page.goto(address)
    assert page.locator("text=รับทราบแล้ว").count()
    plan = queries.plan_of(cast.agency, year)
    assert plan is not None
    rows = queries.as_read(plan, round_dates(year, RoundKind.SIX_MONTHS))
    found = docx_rows(download(page, address, "docx", folder))
    text = pdf_text(download(page, address, "pdf", folder))
    assert len(found) == len(rows)
    for row, cells in zip(rows, found, strict=True):  # the paper keeps the plan's order
        for value in (row.title or "", *row.procedure, *row.responsible, *row.result, row.period or ""):
            assert any(squeezed(value) in cell for cell in cells), (row.title, value)
            assert stands_in(text, value), value
    assert any(DONE in result for row in rows for result in row.result)
    assert squeezed("ลบ ๕๔๒๐๑/๓๒๔") in text


def download(page: Page, address: str, format: str, folder: Path) -> Path:
    """The file behind the button."""
    with page.expect_download() as waiting:
        page.locator(f"a[href$='/documents/{format}/']").click()
    path = folder / f"report.{format}"
    waiting.value.save_as(path)
    return path
