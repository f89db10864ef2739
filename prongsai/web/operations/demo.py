"""The demo: two made-up agencies with a past year, the fiscal year that is running today, and every role."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.db import transaction
from PIL import Image, ImageDraw

from prongsai.core.measures.content import MeasureContent
from prongsai.core.thai.digits import THAI, to_arabic, to_thai
from prongsai.web.accounts.models import Person
from prongsai.web.agencies import actions as agencies
from prongsai.web.agencies.models import Agency, Division, Kind
from prongsai.web.agencies.queries import members_of
from prongsai.web.evidence import actions as evidence
from prongsai.web.imports import actions as imports
from prongsai.web.measures import actions as measures
from prongsai.web.measures import queries
from prongsai.web.operations.demo_country import OVERSEERS, make_country
from prongsai.web.operations.demo_disclosures import make_disclosures
from prongsai.web.operations.demo_portal import make_portal, publish_plans
from prongsai.web.operations.demo_results import add_results
from prongsai.web.operations.demo_surveys import make_surveys
from prongsai.web.site import clock

PASSWORD = "prongsai-demo"  # noqa: S105  # told to everybody who looks at the demo
EXAMPLE = Path(__file__).parents[3] / "example-data" / "tha-khong-2569.txt"
#: The fiscal year of the example's report.
EXAMPLE_YEAR = 2569


@dataclass(frozen=True, slots=True)
class Someone:
    """A person of the demo: user name, name, role, position, and the number of the division, if any."""

    username: str
    name: str
    role: str
    position: str
    division: int | None = None


THA_KHONG = (
    Someone("somying", "นางสมหญิง ใจซื่อ", "coordinator", "นักวิเคราะห์นโยบายและแผนชำนาญการ", 0),
    Someone("wichai", "นายวิชัย ขยันงาน", "officer", "นายช่างโยธาปฏิบัติงาน", 2),
    Someone("kanya", "นางสาวกันยา บัญชีดี", "officer", "นักวิชาการคลังปฏิบัติการ", 1),
    Someone("malee", "นางมาลี รอบคอบ", "division_head", "หัวหน้าสำนักปลัดเทศบาล", 0),
    Someone("suda", "นางสุดา กลั่นกรอง", "clerk", "รองปลัดเทศบาล รักษาราชการแทนปลัดเทศบาล"),
    Someone("prasert", "นายประเสริฐ ตั้งมั่น", "executive", "นายกเทศมนตรีตำบลท่าโขง"),
    Someone("nipa", "นางนิภา ตรวจตรา", "auditor", "นักวิชาการตรวจสอบภายใน"),
    Someone("admin", "นายอนันต์ ดูแล", "administrator", "เจ้าพนักงานธุรการ", 0),
)
NONG_SAENG = (
    Someone("somsak", "นายสมศักดิ์ พัฒนา", "coordinator", "นักทรัพยากรบุคคลปฏิบัติการ", 0),
    Someone("boonmee", "นายบุญมี ศรีสุข", "executive", "นายกองค์การบริหารส่วนตำบลบ้านหนองแสง"),
)


def make_demo() -> bool:
    """Make database and data; False where the demo is there already (nothing is changed then)."""
    call_command("migrate", verbosity=0, interactive=False)
    if Agency.objects.exists():
        return False
    with transaction.atomic():
        _tha_khong()
        _nong_saeng()
        make_country(PASSWORD)
    return True


def sign_ins(address: str) -> str:
    """The addresses and sign-ins, for the terminal."""
    lines = [
        "",
        "  โปร่งใส (Prongsai) พร้อมใช้งาน · ready",
        f"  {address}",
        "",
        f"  รหัสผ่านของทุกคน · everybody's password: {PASSWORD}",
        "",
    ]
    for title, people in (("เทศบาลตำบลท่าโขง", THA_KHONG), ("อบต.บ้านหนองแสง", NONG_SAENG)):
        lines.append(f"  {title}")
        lines += [f"    {one.username:<10} {one.name} — {one.position}" for one in people]
    lines += ["  ผู้กำกับดูแล · overseers", *(f"    {one:<10} {name} — {scope.label.th}" for one, name, scope in OVERSEERS)]
    lines += ["", f"  ข้อมูลอยู่ที่ · data: {settings.DATA_DIR}", "  หยุดด้วย · stop with Ctrl+C", "", ""]
    return "\n".join(lines)


def _agency(names: tuple[str, ...], people: tuple[Someone, ...], **values: Any) -> Agency:
    today = clock.today()
    agency = agencies.found_agency(by=None, today=today - timedelta(days=800), **values)
    made = [agencies.add_division(by=None, agency=agency, name=name) for name in names]
    for one in people:
        agencies.add_member(
            by=None,
            agency=agency,
            username=one.username,
            full_name=one.name,
            password=PASSWORD,
            must_change_password=False,
            role=one.role,
            position=one.position,
            since=today - timedelta(days=700),
            division=made[one.division] if one.division is not None else None,
        )
    return agency


def _tha_khong() -> None:
    agency = _agency(
        ("สำนักปลัดเทศบาล", "กองคลัง", "กองช่าง", "กองการศึกษา"),
        THA_KHONG,
        slug="tha-khong",
        name="เทศบาลตำบลท่าโขง",
        kind=Kind.SUBDISTRICT_MUNICIPALITY,
        province="ลพบุรี",
        district="บ้านหมี่",
        document_prefix="ลบ ๕๔๒๐๑/",
    )
    people = {one.person.username: one.person for one in members_of(agency)}
    year = clock.this_fiscal_year()
    brought = imports.read_report(
        by=people["somying"], agency=agency, data=_report_of(year - 1), name=f"รายงาน-{year - 1}.txt"
    )
    imports.accept(by=people["somying"], report_import=brought, fiscal_year=year - 1)
    _this_year(agency, people, year)
    make_surveys(agency, people["somying"], year)
    add_results(by=people["somying"], agency=agency, year=year)
    make_portal(agency=agency, by=people["somying"], year=year)
    make_disclosures(agency=agency, people=people, year=year)


def _this_year(agency: Agency, people: dict[str, Person], year: int) -> None:
    """The running year: carried over, approved, a round open, and some of the work done."""
    before = queries.plan_of(agency, year - 1)
    plan = measures.create_plan(by=people["somying"], agency=agency, fiscal_year=year)
    if before is not None:
        measures.carry_over(by=people["somying"], plan=plan, source=before)
    plan.refresh_from_db()
    measures.approve_plan(by=people["prasert"], plan=plan)
    measures.open_round(by=people["somying"], plan=plan, kind="six_months", due_on=date(year - 543, 3, 31))
    writers = {one.division_id: one.person for one in members_of(agency) if one.role in ("officer", "division_head")}
    for at, measure in enumerate(queries.measures_in(plan)):
        lead = next((one.division for one in measure.responsibles.all() if one.division), None)
        if at % 3 != 2:
            by = writers.get(lead.pk) if lead else None
            _work_done(measure, by or people["somying"], lead, done=at % 4 == 0)


def _work_done(measure: Any, by: Person, division: Division | None, *, done: bool) -> None:
    day = clock.today()
    first = max(measure.starts_on or day, day - timedelta(days=30))
    on = min(max(first, day - timedelta(days=9)), day)
    photo = evidence.add_file(
        by=by,
        agency=measure.agency,
        upload=SimpleUploadedFile("ภาพกิจกรรม.jpg", _picture(measure.pk), content_type="image/jpeg"),
        fiscal_year=measure.plan.fiscal_year,
        title="ภาพกิจกรรม",
        effective_on=on,
    )
    measures.record_progress(
        by=by,
        measure=measure,
        on=on,
        text="ดำเนินการตามแผนแล้ว และแจ้งเวียนให้บุคลากรทราบ" if done else "เริ่มดำเนินการ ประชุมมอบหมายผู้รับผิดชอบแล้ว",
        status="done" if done else "in_progress",
        evidence=[photo],
        division=division,
    )


def _nong_saeng() -> None:
    agency = _agency(
        ("สำนักปลัด", "กองคลัง", "กองช่าง"),
        NONG_SAENG,
        slug="nong-saeng",
        name="องค์การบริหารส่วนตำบลบ้านหนองแสง",
        kind=Kind.SUBDISTRICT_ORGANISATION,
        province="ขอนแก่น",
        district="พล",
        document_prefix="ขก ๗๑๙๐๑/",
    )
    people = {one.person.username: one.person for one in members_of(agency)}
    year = clock.this_fiscal_year()
    for fiscal_year in (year - 1, year):
        plan = measures.create_plan(by=people["somsak"], agency=agency, fiscal_year=fiscal_year)
        contents = [_content(at, fiscal_year) for at in range(len(_TITLES))]
        measures.add_measures(by=people["somsak"], plan=plan, contents=contents)
        plan.refresh_from_db()
        if fiscal_year < year:
            measures.approve_plan(by=people["boonmee"], plan=plan)
    publish_plans(agency=agency, by=people["boonmee"], years=(year - 1,))


_TITLES = (
    ("เผยแพร่คู่มือการให้บริการให้ประชาชนเข้าถึงง่าย", "สำนักปลัด"),
    ("เปิดเผยแผนและผลการจัดซื้อจัดจ้างทุกเดือน", "กองคลัง"),
    ("ควบคุมการยืมเครื่องมือและเครื่องจักร", "กองช่าง"),
    ("จัดช่องทางรับเรื่องร้องเรียนที่คุ้มครองผู้แจ้ง", "สำนักปลัด"),
)


def _content(at: int, year: int) -> MeasureContent:
    title, unit = _TITLES[at]
    return MeasureContent(
        number=at + 1,
        indicator=None,
        title=title,
        steps=("ทบทวนของเดิมร่วมกับผู้เกี่ยวข้อง", "จัดทำหรือปรับปรุงให้เป็นปัจจุบัน", "เผยแพร่และแจ้งให้ทราบทั่วกัน"),
        responsible=(unit,),
        period=f"ปีงบประมาณ {to_thai(year)}",
        monitoring=("รายงานความก้าวหน้าในที่ประชุมประจำเดือน",),
        outcome=(),
        suggestion="",
    )


def _report_of(year: int) -> bytes:
    """The example's report, its years moved so that it is of ``year``."""
    delta = year - EXAMPLE_YEAR
    text = EXAMPLE.read_text(encoding="utf-8")

    def moved(match: re.Match[str]) -> str:
        return to_thai(f"{int(to_arabic(match[0])) + delta:0{len(match[0])}d}")

    return re.sub(f"๒๕๖[๘๙]|(?<=[. ])๖[๘๙](?![{THAI}.])", moved, text).encode() if delta else text.encode()


def _picture(seed: int) -> bytes:
    """A made-up photo: a meeting table under a coloured sky."""
    picture = Image.new("RGB", (960, 640), (120 + seed * 37 % 100, 170, 190))
    draw = ImageDraw.Draw(picture)
    draw.rectangle((0, 420, 960, 640), fill=(196, 176, 140))
    draw.rounded_rectangle((180, 330, 780, 470), 40, fill=(120, 84, 52))
    for at in range(5):
        x = 220 + at * 125
        draw.ellipse((x, 230, x + 70, 300), fill=(224, 182, 148))
        draw.rounded_rectangle((x - 15, 300, x + 85, 400), 20, fill=(60 + at * 30, 70, 110))
    out = io.BytesIO()
    picture.save(out, "JPEG", quality=80)
    return out.getvalue()
