"""A portal with something of every sort: tables, files, links, a plan, results, a correction, a withdrawal."""

from __future__ import annotations

from decimal import Decimal

from prongsai.core.publication.content import Content, Kind, Part, Section, Table, WebLink
from prongsai.core.publication.plan import plan_content
from prongsai.core.publication.scores import Figure, PublicResult, YearTotal, scores_content
from prongsai.core.reports.reading import ReadMeasure, Status
from prongsai.web.published.actions import Given, publish, withdraw
from prongsai.web.published.queries import publication_at
from tests.cast import Cast

COMPLAINTS = Table(
    "เรื่องร้องเรียนรายเดือน",
    ("เดือน", "จำนวน", "หมายเหตุ"),
    (
        ("ตุลาคม", "1,234.50", '=HYPERLINK("https://evil.example")'),
        ("พฤศจิกายน", "๑๒", "-5"),
        ("ธันวาคม", "ไม่มี", "- รอผล"),
    ),
    (1,),
    "นับถึงสิ้นเดือน",
)
GONE = "คำลับที่ถอนแล้ว"


def item(
    code: str = "o29", title: str = "ข้อมูลเชิงสถิติเรื่องร้องเรียน", year: int = 2566, *, lead: str = "สรุปรายเดือน"
) -> Content:
    """An item with two parts, of which one is shown, a table and a link."""
    return Content(
        kind=Kind.DISCLOSURE,
        fiscal_year=year,
        code=code,
        title=title,
        lead=lead,
        group="9.4 การจัดการเรื่องร้องเรียน",
        subject="complaint-statistics",
        order=29,
        facts=(("ผู้รับผิดชอบ", "สำนักปลัดเทศบาล"),),
        parts=(Part("แสดงจำนวนเรื่องร้องเรียน", ("ตาราง",)), Part("แสดงผลการดำเนินการ")),
        sections=(Section("สถิติ", ("ดูตารางที่ https://www.example.go.th/stat",), tables=(COMPLAINTS,)),),
        links=(WebLink("เว็บไซต์เดิม", "https://www.example.go.th/o29?a=1&b=2"),),
    )


def open_portal(cast: Cast) -> None:
    """Publish it all for the agency of the stories."""
    by, agency = cast.somying, cast.agency
    files = [Given("แผนผัง", "แผนผัง สถิติ ปี ๒๕๖๖.pdf", "application/pdf", b"%PDF-1.4 stats")]
    publish(by=by, agency=agency, content=item(), files=files)
    publish(by=by, agency=agency, content=item(lead="สรุปรายเดือน แก้ไขแล้ว"), files=files, reason="แก้ตัวเลขเดือนตุลาคม")
    publish(by=by, agency=agency, content=item("o1", "โครงสร้างหน่วยงาน", lead=GONE))
    publish(by=by, agency=agency, content=item("o2", "เอกสารผู้บริหาร"))
    gone = publication_at(agency, 2566, "o1")
    assert gone
    withdraw(by=by, publication=gone, reason="มีข้อมูลส่วนบุคคล")
    measure = ReadMeasure(
        title="อบรมการให้บริการ", responsible=("กองคลัง", "กองช่าง"), period="ต.ค. 65 - มี.ค. 66", status=Status.DONE
    )
    publish(by=by, agency=agency, content=plan_content(2566, [measure]))
    years = (YearTotal(2565, Decimal("88.1"), "A"), YearTotal(2566, Decimal("91.25"), "ผ่านดี"))
    result = PublicResult(years, (Figure("IIT", Decimal("85")),), (Figure("การปฏิบัติหน้าที่", Decimal("90.5")),))
    publish(by=by, agency=agency, content=scores_content(result))
