"""A made-up analysis of a result: ten indicators, one strength, two urgent points, one to be improved."""

from decimal import Decimal

from prongsai.core.reports.analysis import Analysis, PointLine, ResultLine
from tests.documents.writers.sample import NAMES

SCORES = ("85.21", "70.59", "75.10", "72.88", "73.24", "81.14", "83.12", "76.79", "100", "93.75")

ANALYSIS = Analysis(
    result_year=2568,
    before_year=2567,
    lines=(
        *(
            ResultLine(int(number), name, Decimal(score), Decimal("84.50") if number != "10" else None)
            for (number, name), score in zip(NAMES.indicators.items(), SCORES, strict=True)
        ),
        ResultLine(None, "แบบวัดการเปิดเผยข้อมูลสาธารณะ (OIT)", Decimal("96.88"), Decimal("96.88"), from_memory=True),
        ResultLine(None, "คะแนนรวม", Decimal("85.48"), Decimal("84.50")),
    ),
    level="ผ่าน",
    level_before="ต้องปรับปรุง",
    strengths=(PointLine("ตัวชี้วัดที่ ๙ การเปิดเผยข้อมูล", Decimal(100)),),
    urgent=(
        PointLine(
            "O๒๒ การประเมินความเสี่ยงการทุจริตและประพฤติมิชอบ",
            Decimal(0),
            Decimal("1.67"),
            ("ได้ ๐ คะแนน จึงต้องแก้ไขก่อน", "ข้อสังเกตของผู้ตรวจ: ไม่พบมาตรการจัดการความเสี่ยง & ระดับ < ๓"),
            from_memory=True,
        ),
        PointLine("ตัวชี้วัดที่ ๒ การใช้งบประมาณ", Decimal("70.59"), Decimal("1.76"), ("ต่ำกว่าเกณฑ์ผ่าน ๘๕ คะแนน",)),
    ),
    improvable=(PointLine("ตัวชี้วัดที่ ๑ การปฏิบัติหน้าที่", Decimal("85.21"), Decimal("0.89"), ("ยังขาดอีก ๑๔.๗๙ คะแนน",)),),
    notes=("ใช้กรอบการประเมินปี ๒๕๖๖ ไปพลางก่อน",),
)
