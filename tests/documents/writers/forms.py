"""The forms that the writers are tried on: those that are shipped, and small ones made here."""

from prongsai.core.reports.layout import Column, FormLayout, FormTable, Grammar, Holds, TableLayout
from prongsai.core.reports.reading import Status

SMALL = TableLayout(
    "small",
    1,
    Holds.MEASURES,
    "made up for tests",
    (
        Column("title", "มาตรการ", Grammar.NUMBERED_TITLE, 40),
        Column("result", "ผลการดำเนินการ", Grammar.ITEMS, 60),
    ),
)


def form_with(*tables: TableLayout, memo: bool = False, landscape: bool = False) -> FormLayout:
    """A form of these tables, by default one small one."""
    places = tuple(FormTable(table) for table in tables or (SMALL,))
    return FormLayout("made-up", 1, "แบบทดสอบ", "A form for tests", "รายงาน", "made up", memo, landscape, places)


G = Grammar


def T(id, holds, *cols):
    return TableLayout(
        id, 1, holds, "dev", tuple(Column(f, h, g, w, (), v) for f, h, g, w, v in [(c + (None,))[:5] for c in cols])
    )


m7 = T(
    "m7",
    Holds.MEASURES,
    ("number", "ลำดับ", G.NUMBER, 5),
    ("title", "มาตรการ/กิจกรรม", G.TEXT, 16),
    ("procedure", "วิธีดำเนินการ", G.ITEMS, 22),
    ("period", "ระยะเวลาในการดำเนินการ", G.PERIOD, 9),
    ("responsible", "ผู้รับผิดชอบ", G.UNITS, 12),
    ("result", "สรุปผลการดำเนินการตามมาตรการหรือกิจกรรม", G.ITEMS, 20),
    ("outcome", "ผลลัพธ์หรือความสำเร็จในการดำเนินการ", G.ITEMS, 16),
)
i5 = T(
    "i5",
    Holds.INDICATORS,
    ("title", "ตัวชี้วัด", G.INDICATOR, 18),
    ("procedure", "แนวทางการยกระดับการประเมิน", G.ITEMS, 32),
    ("responsible", "ผู้รับผิดชอบ", G.UNITS, 14),
    ("period", "ระยะเวลา", G.PERIOD, 10),
    ("result", "ความก้าวหน้าผลการดำเนินการ", G.BOXES_AND_ITEMS, 26),
)
d5 = T(
    "d5",
    Holds.DISCLOSURES,
    ("code", "ข้อ", G.CODE, 6),
    ("name", "ข้อมูล", G.TEXT, 20),
    ("components", "องค์ประกอบด้านข้อมูล", G.ITEMS, 32),
    ("responsible", "ผู้รับผิดชอบ", G.UNITS, 16),
    ("progress", "ความก้าวหน้าผลการดำเนินการ", G.BOXES_AND_ITEMS, 26),
)
s3 = T(
    "s3",
    Holds.SCORES,
    ("number", "ลำดับ", G.NUMBER, 12),
    ("indicator", "ตัวชี้วัด", G.TEXT, 64),
    ("score", "คะแนน", G.SCORE, 24),
)
t9 = T(
    "t9",
    Holds.INDICATORS,
    ("title", "ตัวชี้วัดของการประเมิน ITA", G.INDICATOR, 12),
    ("responsible", "(๑) ผู้รับผิดชอบหรือผู้ที่เกี่ยวข้อง", G.UNITS, 11),
    ("procedure", "(๒) ขั้นตอนหรือวิธีปฏิบัติ", G.ITEMS, 20),
    ("monitoring", "(๓) แนวทางการกำกับติดตามให้นำไปสู่การปฏิบัติและการรายงานผล", G.ITEMS, 15),
    ("period", "(๔) ระยะเวลาดำเนินการ", G.PERIOD, 8),
    ("status", "ยังไม่ดำเนินการ", G.TICK, 6, Status.NOT_STARTED),
    ("status", "อยู่ระหว่างดำเนินการ", G.TICK, 6, Status.IN_PROGRESS),
    ("status", "ดำเนินการแล้ว", G.TICK, 6, Status.DONE),
    ("result", "(๕) การรายงานผลการดำเนินการ", G.ITEMS, 16),
)


def F(id, memo, land, *tabs):
    return FormLayout(id, 1, "แบบ", "form", "รายงาน", "dev", memo, land, tabs)


FORMS = {
    "f001": F(
        "f001",
        False,
        False,
        FormTable(m7, "มาตรการ"),
        FormTable(i5, "ตัวชี้วัดที่ ๑ - ๘"),
        FormTable(d5, "การเปิดเผยข้อมูลสาธารณะ (OIT)", True),
        FormTable(s3, "ผลคะแนน"),
    ),
    "f000": F("f000", False, True, FormTable(t9)),
    "f004": F("f004", True, True, FormTable(m7), FormTable(i5), FormTable(d5, None, True), FormTable(s3)),
}
FORMS = list(FORMS.values())
