"""A small report of the cast's agency, as a file and as what the reader makes of it."""

from __future__ import annotations

from prongsai.core.reports.reading import (
    Note,
    NoteKind,
    Place,
    Places,
    ReadDisclosure,
    Reading,
    ReadMeasure,
    Scores,
    Status,
)

LINES = (
    "รายงานผลการดำเนินการตามมาตรการ ปีงบประมาณ ๒๕๖๖",
    "เทศบาลตำบลท่าโขง อำเภอบ้านหมี่ จังหวัดลพบุรี",
    "ที่\tมาตรการ\tวิธีดำเนินการ\tผู้รับผิดชอบ\tระยะเวลา\tผล",
    "๑\tจัดทำคู่มือบริการ\t๑. สำรวจงาน<br>๒. จัดทำคู่มือ\tกองช่าง\tก.พ. - ก.ย.๖๖\tจัดทำคู่มือแล้ว ๕ เรื่อง",
    "๒\tอบรมคุณธรรม\tจัดอบรม\tงานการเจ้าหน้าที่\tเร็ว ๆ นี้\t",
)
READING = Reading(
    agency="เทศบาลตำบลท่าโขง",
    province="ลพบุรี",
    district="บ้านหมี่",
    fiscal_year=2566,
    title="รายงานผลการดำเนินการตามมาตรการ",
    measures=(
        ReadMeasure(
            number=1,
            title="จัดทำคู่มือบริการ",
            procedure=("สำรวจงาน", "จัดทำคู่มือ"),
            responsible=("กองช่าง",),
            period="ก.พ. - ก.ย.๖๖",
            status=Status.DONE,
            result=("สำรวจแล้ว", "จัดทำคู่มือแล้ว ๕ เรื่อง"),
        ),
        ReadMeasure(
            number=2,
            title="อบรมคุณธรรม",
            procedure=("จัดอบรม",),
            responsible=("งานการเจ้าหน้าที่",),
            period="เร็ว ๆ นี้",
        ),
    ),
    disclosures=(
        ReadDisclosure("O1", "โครงสร้าง", "9.1", ("แผนผังโครงสร้าง",), ("สำนักปลัดเทศบาล",), Status.DONE, ("เผยแพร่แล้ว",)),
        ReadDisclosure("O2", "ข้อมูลผู้บริหาร", "9.1"),
    ),
    scores=Scores({"1": 97.5, "2": 88.25}, 92.88),
    notes=(
        Note("บรรทัด 4", NoteKind.OCR_GARBLE, "อ่านตัวอักษรไม่ชัด", "measures[0].title"),
        Note("ทั้งฉบับ", NoteKind.OTHER, "ไม่มีบันทึกข้อความ", None),
    ),
)
PLACES: Places = {
    "fiscal_year": (Place(line=1),),
    "agency": (Place(line=2),),
    "measures[0].title": (Place(line=4, table=1, row=2, column=2),),
    "measures[0].procedure[0]": (Place(line=4, table=1, row=2, column=3),),
    "measures[0].procedure[1]": (Place(line=4, table=1, row=2, column=3),),
    "measures[1].title": (Place(line=5, table=1, row=3, column=2),),
    "measures[1].period": (Place(line=5, table=1, row=3, column=5),),
}
DATA = "\n".join(LINES).encode()
