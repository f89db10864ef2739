"""A scanned report goes in: its pages come one by one, what is doubtful is seen beside its picture, and put right."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import LazySettings
from PIL import Image
from playwright.sync_api import Page

from prongsai.core.reports.reading import Reading, ReadMeasure
from prongsai.documents.writers import write
from prongsai.layouts import load_form
from prongsai.web.imports import actions
from prongsai.web.imports.models import ReportImport
from prongsai.web.measures import queries as measures
from tests.browser.conftest import OpenPage
from tests.cast import Cast
from tests.factories.scans import drawn, scanned

YEAR = 2566
#: What the paper says. It is printed, scanned and never typed.
PAPER = Reading(
    agency="เทศบาลตำบลท่าโขง",
    province="ลพบุรี",
    district="บ้านหมี่",
    fiscal_year=YEAR,
    title="รายงานผลการดำเนินการตามมาตรการส่งเสริมคุณธรรมและความโปร่งใส",
    measures=tuple(
        ReadMeasure(
            number=number,
            title=title,
            procedure=("ประชุมชี้แจงเจ้าหน้าที่ทุกกอง", "จัดทำคู่มือ", "เผยแพร่ทางเว็บไซต์", "ติดตามและรายงานผล"),
            responsible=("กองช่าง",),
            period="ต.ค. ๖๕ - ก.ย. ๖๖",
            result=(f"ประชุมเมื่อวันที่ {day} กุมภาพันธ์ ๒๕๖๖ มีผู้เข้าร่วม ๓๗ คน",),
        )
        for number, (title, day) in enumerate(
            (
                ("มาตรการเผยแพร่ข้อมูลต่อสาธารณะ", "๘"),
                ("มาตรการป้องกันการรับสินบน", "๑๕"),
                ("มาตรการจัดการเรื่องร้องเรียนการทุจริต", "๒๑"),
                ("มาตรการตรวจสอบการใช้ดุลพินิจ", "๓"),
                ("มาตรการให้ผู้มีส่วนได้ส่วนเสียมีส่วนร่วม", "๑๐"),
                ("มาตรการใช้ทรัพย์สินของราชการ", "๒๗"),
                ("มาตรการความโปร่งใสในการจัดซื้อจัดจ้าง", "๙"),
                ("มาตรการป้องกันการขัดกันแห่งผลประโยชน์", "๑๔"),
            ),
            1,
        )
    ),
)


@pytest.fixture
def paper(tmp_path: Path) -> Path:
    """The report as an office's scanner gives it: a PDF of two pictures, turned and noisy."""
    pages = drawn(write(PAPER, load_form("measures-plain"), "pdf"))
    first, *others = [Image.fromarray(scanned(page, seed)) for seed, page in enumerate(pages)]
    path = tmp_path / "รายงานที่ลงนามแล้ว.pdf"
    first.save(path, "PDF", resolution=200, save_all=True, append_images=others)
    return path


def test_a_scanned_report_is_seen_corrected_and_accepted(
    cast: Cast, opened: OpenPage, paper: Path, settings: LazySettings
) -> None:
    settings.TASKS = {"default": {"BACKEND": "django_tasks.backends.dummy.DummyBackend"}}
    page = opened(cast.somying)
    page.goto("/a/tha-khong/imports/")
    page.locator("input[type=file]").set_input_files(paper)
    page.get_by_role("button", name="อ่านรายงาน").click()
    page.wait_for_url("**/imports/*/")
    made = ReportImport.objects.of(cast.agency).get()
    told = read_while_watching(page, made)
    assert told == ["อ่านแล้ว 1 จาก 2 หน้า", "อ่านแล้ว 2 จาก 2 หน้า"]
    page.reload()
    page.locator("main ol.doubts a[href*='/measure-']").first.click()
    compare_with_the_picture(page)
    correct_all(page, made)
    page.goto(f"/a/tha-khong/imports/{made.pk}/accept/")
    page.locator("main form").get_by_role("button", name="รับเข้าแผน").click()
    page.wait_for_url(lambda url: "/accept/" not in url)
    plan = measures.plan_of(cast.agency, YEAR)
    assert plan is not None
    assert [one.title for one in measures.measures_in(plan)] == [one.title for one in PAPER.measures]


def read_while_watching(page: Page, made: ReportImport) -> list[str]:
    """The pages are read as the background does it; what the page says after each."""
    told = []

    def look(_done: int, _of: int) -> None:
        page.reload()
        told.append(page.locator("p.lead").inner_text().strip())

    actions.read_pages(report_import=made, progress=look)
    return told


def compare_with_the_picture(page: Page) -> None:
    """Beside a doubtful value stands the cut-out of the paper, and it is a picture."""
    cut = page.locator(".import-field--doubt img.import-cut").first
    cut.scroll_into_view_if_needed()
    cut.evaluate("image => image.decode()")
    assert cut.evaluate("image => image.naturalWidth > 100 && image.naturalHeight > 10")
    assert "อ่านจากภาพได้ไม่ชัด" in page.locator(".import-field--doubt .doubt").first.inner_text()


def correct_all(page: Page, made: ReportImport) -> None:
    """Every measure's title as the paper says, and each page marked as right; then nothing is left to check."""
    made.refresh_from_db()
    assert len(made.reading["measures"]) == len(PAPER.measures)
    for at, measure in enumerate(PAPER.measures):
        page.goto(f"/a/tha-khong/imports/{made.pk}/measure-{at + 1}/")
        page.locator(f"[name='v:measures[{at}].title']").fill(measure.title or "")
        page.get_by_role("button", name="บันทึก และถือว่าหน้านี้ถูกต้องทั้งหมด").click()
        page.wait_for_load_state()
    page.goto(f"/a/tha-khong/imports/{made.pk}/head/")
    page.locator("[name='v:fiscal_year']").fill(str(YEAR))
    page.locator("button[name=checked]").click()
    page.wait_for_load_state()
