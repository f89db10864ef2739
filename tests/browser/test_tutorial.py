"""The tutorial of the first year, followed to the letter; its pictures are taken on the way."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest
from playwright.sync_api import Page, ViewportSize

from prongsai.cli import main
from prongsai.web.accounts.models import Person
from prongsai.web.agencies import actions as agencies
from prongsai.web.agencies.models import Agency, Division
from prongsai.web.operations.demo import THA_KHONG
from prongsai.web.site import clock
from tests.browser.album import Album
from tests.browser.conftest import OpenPage
from tests.cast import PASSWORD
from tests.factories.pictures import photo

ROOT = Path(__file__).parents[2]
TUTORIAL = ROOT / "docs" / "tutorial" / "first-year.md"
WINDOW: ViewportSize = {"width": 1000, "height": 720}
DIVISIONS = ("สำนักปลัดเทศบาล", "กองคลัง", "กองช่าง", "กองการศึกษา")
A = "/a/tha-khong/"
OWN = "ของฉันเอง-2570-ท่าโขง"


def test_the_first_year_goes_as_the_tutorial_says(
    transactional_db: None, opened: OpenPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    album, year = Album(), clock.this_fiscal_year()
    found_agency(monkeypatch)
    desk = opened()
    settle(desk, album)
    invite_the_others()
    bring_in(desk, album)
    make_the_plan(desk, album, year)
    approve(opened(person("prasert")), album, year)
    open_round(desk, album, year)
    record(opened(person("wichai"), phone=True), album, tmp_path)
    answer(opened(phone=True), album, chase(desk, album))
    address = write_report(desk, album, year)
    for username in ("malee", "suda", "prasert"):
        sign(opened(person(username)), album, address, username)
    finish(desk, album, address, year)
    agrees_with_the_text(album)


def press(page: Page, name: str) -> None:
    """The button or link of that name, in the page's own part."""
    page.locator("main").get_by_role("button", name=name, exact=True).or_(
        page.locator("main").get_by_role("link", name=name, exact=True)
    ).first.click()


def person(username: str) -> Person:
    return Person.objects.get(username=username)


def found_agency(monkeypatch: pytest.MonkeyPatch) -> None:
    """At the server, by command."""
    monkeypatch.setenv("PRONGSAI_FIRST_PASSWORD", PASSWORD)
    line = re.search(r"^ {4}\.venv/bin/prongsai (agency add(?:.*\\\n)*.*)$", TUTORIAL.read_text("utf-8"), re.M)
    assert line
    assert main(shlex.split(line[1].replace("\\\n", " "))) == 0


def settle(page: Page, album: Album) -> None:
    """The coordinator signs in, takes a password of her own, and adds a division and a person."""
    page.set_viewport_size(WINDOW)
    page.goto("/accounts/login/")
    page.locator("input[name=login]").fill("somying")
    album.take(page, "sign-in")
    page.locator("input[name=password]").fill(PASSWORD)
    press(page, "เข้าสู่ระบบ")
    for field, password in (("oldpassword", PASSWORD), ("password1", OWN), ("password2", OWN)):
        page.locator(f"input[name={field}]").fill(password)
    album.see(page)
    press(page, "เปลี่ยนรหัสผ่าน")
    page.goto(A + "people/")
    press(page, "เพิ่มส่วนราชการ")
    page.locator("input[name=name]").fill(DIVISIONS[0])
    album.see(page)
    press(page, "บันทึก")
    press(page, "เพิ่มบุคลากร")
    album.see(page)


def invite_the_others() -> None:
    """The other divisions and people, as the coordinator adds them on the same page."""
    agency, somying = Agency.objects.get(slug="tha-khong"), person("somying")
    for name in DIVISIONS[1:]:
        agencies.add_division(by=somying, agency=agency, name=name)
    divisions = {one.name: one for one in Division.objects.of(agency)}
    for one in THA_KHONG[1:6]:
        agencies.add_member(
            by=somying, agency=agency, username=one.username, full_name=one.name, password=PASSWORD,
            must_change_password=False, role=one.role, position=one.position, since=clock.today(),
            division=divisions[DIVISIONS[one.division]] if one.division is not None else None,
        )  # fmt: skip


def bring_in(page: Page, album: Album) -> None:
    """Last year's report: read, one doubt corrected, accepted."""
    page.goto(A + "people/")
    album.take(page, "people")
    page.goto(A + "imports/")
    page.locator("input[type=file]").set_input_files(ROOT / "example-data" / "tha-khong-2569.txt")
    album.take(page, "import")
    press(page, "อ่านรายงาน")
    page.wait_for_url("**/imports/*/")
    checking = page.url
    album.take(page, "import-check")
    page.locator("main ol a[href*='/measure-']").first.click()
    album.take(page, "import-part", at=page.locator(".import-field:has(:target)"))
    press(page, "บันทึก และถือว่าหน้านี้ถูกต้องทั้งหมด")
    page.goto(checking)
    page.locator("main a[href$='/accept/']").first.click()
    album.take(page, "import-accept")
    press(page, "รับเข้าแผน")
    page.wait_for_url(lambda url: "/accept/" not in url)


def make_the_plan(page: Page, album: Album, year: int) -> None:
    """This year's measures from last year's."""
    page.goto(A + f"{year}/plan/")
    album.see(page)
    press(page, "เลือกมาตรการ")
    album.take(page, "carry-over")
    press(page, "ยกมาตรการที่เลือกมา")
    page.wait_for_url(f"**/{year}/plan/")
    album.take(page, "plan")


def approve(page: Page, album: Album, year: int) -> None:
    """By the chief executive."""
    page.set_viewport_size(WINDOW)
    page.goto(A + f"{year}/plan/")
    album.take(page, "approve")
    press(page, "อนุมัติแผน")
    page.locator(".pill--done, .pill--good").first.wait_for()


def open_round(page: Page, album: Album, year: int) -> None:
    """The first six months."""
    page.goto(A + f"{year}/rounds/")
    page.locator("input[name=kind][value=six_months]").check()
    album.take(page, "round")
    press(page, "เปิดรอบ")


def record(page: Page, album: Album, folder: Path) -> None:
    """On a phone, by an officer of the works division, with a photo."""
    page.goto(A + "my-work/")
    album.take(page, "my-work-phone")
    page.locator("main a.button--primary").first.click()
    fill_in(page, folder, "จัดทำป้ายแสดงขั้นตอนการขออนุญาตแล้ว จำนวน ๓ จุด")
    album.take(page, "progress-phone", at=page.locator("textarea[name=text]"))
    page.locator("main form button.button--primary").click()
    page.wait_for_url(lambda url: "saved=" in url)


def fill_in(page: Page, folder: Path, text: str) -> None:
    """The form of progress."""
    page.locator("textarea[name=text]").fill(text)
    page.locator("input[name=status][value=done]").check()
    picture = folder / "ป้ายขั้นตอน.jpg"
    picture.write_bytes(photo(1200, 800))
    page.locator("input[name=photos]").set_input_files(picture)


def chase(page: Page, album: Album) -> str:
    """A link for the finance division; gives its address."""
    page.goto(page.url)
    press(page, "แจ้งเตือนส่วนราชการ")
    section = page.locator("section", has=page.get_by_role("heading", name="กองคลัง"))
    section.get_by_role("button", name="ออกลิงก์").click()
    page.get_by_text("ลิงก์ใช้ได้ถึง").wait_for()
    section = page.locator("section", has=page.get_by_role("heading", name="กองคลัง"))
    text = section.locator("textarea").input_value()
    album.take(page, "remind", at=section)
    found = re.search(r"/r/\S+/", text)
    assert found
    return found[0]


def answer(page: Page, album: Album, link: str) -> None:
    """The finance division, without an account, on a phone."""
    page.goto(link)
    album.take(page, "link-phone")


def write_report(page: Page, album: Album, year: int) -> str:
    """The six months' report, submitted; gives its address."""
    page.goto(A + f"{year}/")
    album.take(page, "dashboard")
    page.goto(A + f"{year}/reports/begin/")
    page.locator("input[name=form]").first.check()
    album.take(page, "report-begin")
    press(page, "เริ่มจัดทำ")
    page.wait_for_url("**/reports/*/")
    address = page.url
    press(page, "ตรวจบันทึกข้อความ")
    page.locator("input[name=number]").fill("ลบ ๕๔๒๐๑/๓๒๔")
    album.take(page, "memo")
    press(page, "บันทึก")
    page.wait_for_url(address)
    page.set_viewport_size({"width": 1000, "height": 860})
    album.take(page, "report")
    page.set_viewport_size(WINDOW)
    press(page, "เสนอตามลำดับชั้น")
    page.locator(".message--success").wait_for()
    return address


def sign(page: Page, album: Album, address: str, username: str) -> None:
    """Whoever's turn it is."""
    page.set_viewport_size(WINDOW)
    page.goto(address)
    page.locator("input[name=act]").first.check()
    page.locator("textarea[name=opinion]").fill("เห็นควรรับทราบ" if username != "prasert" else "ทราบ")
    if username == "malee":
        page.set_viewport_size({"width": 1000, "height": 860})
        album.take(page, "sign", at=page.locator("h1"))
    album.see(page)
    press(page, "บันทึกผล")
    page.locator(".message--success").wait_for()


def finish(page: Page, album: Album, address: str, year: int) -> None:
    """Download, and note where on the agency's web site the report stands."""
    page.goto(address)
    album.take(page, "signed", at=page.locator("#chain"))
    with page.expect_download():
        press(page, "PDF")
    page.goto(A + f"{year}/disclosures/O26/")
    page.locator("#id_url").fill("https://www.tha-khong.example/ita/o26")
    album.take(page, "publish", at=page.locator("section", has=page.locator("#id_url")))
    press(page, "แนบหลักฐาน")


def agrees_with_the_text(album: Album) -> None:
    """Every picture of the text was taken, every one taken is in it, and every name in bold was on the screen."""
    text = TUTORIAL.read_text("utf-8")
    assert set(re.findall(r"\(\.\./images/first-year/([\w-]+\.png)\)", text)) == album.taken
    unseen = [name for name in re.findall(r"\*\*(.+?)\*\*", text) if name not in album.lines]
    assert not unseen
