"""The files of open data of an agency: which there are, and their columns."""

from __future__ import annotations

from prongsai.core.sentence import Sentence
from prongsai.web.portal.data.columns import Column, Sheet, Type


def _column(name: str, kind: Type, th: str, en: str) -> Column:
    return Column(name, kind, Sentence(th, en))


_KEYS = (
    _column("year", Type.INTEGER, "ปีงบประมาณ (พ.ศ.)", "Fiscal year in the Buddhist era"),
    _column("code", Type.TEXT, "รหัสของเรื่อง เช่น o12, plan, scores", "Code of the publication, as o12, plan, scores"),
    _column("edition", Type.INTEGER, "ฉบับที่", "Number of the edition"),
)
_NUMBER = _column("number", Type.INTEGER, "ลำดับที่ในเรื่องนั้น เริ่มจาก 1", "Place within the publication, from 1")

ITEMS = Sheet(
    "items",
    Sentence("ทุกเรื่องที่เผยแพร่", "Everything published"),
    Sentence(
        "หนึ่งแถวต่อหนึ่งเรื่อง ตามฉบับล่าสุด รวมเรื่องที่ถอนแล้ว",
        "A row for each publication at its newest edition; withdrawn ones too",
    ),
    (
        _column("year", Type.INTEGER, "ปีงบประมาณ (พ.ศ.)", "Fiscal year in the Buddhist era"),
        _column("code", Type.TEXT, "รหัสของเรื่อง เช่น o12, plan, scores", "Code of the publication, as o12, plan, scores"),
        _column(
            "kind",
            Type.TEXT,
            "ชนิด: disclosure ข้อมูลเปิดเผย, plan แผนมาตรการ, report รายงาน, scores ผลการประเมิน",
            "Kind: disclosure, plan, report, scores",
        ),
        _column(
            "subject",
            Type.TEXT,
            "ชื่อคงที่ของหัวข้อ ใช้เทียบข้ามปีเมื่อรหัสเปลี่ยน",
            "Stable name of the subject, the same over the years while codes change",
        ),
        _column("title", Type.TEXT, "ชื่อเรื่อง", "Title"),
        _column("group", Type.TEXT, "กลุ่มหรือตัวชี้วัด", "Group or indicator"),
        _column("lead", Type.TEXT, "สรุปหนึ่งประโยค", "Summary in one sentence"),
        _column("state", Type.TEXT, "สถานะ: published เผยแพร่อยู่, withdrawn ถอนแล้ว", "State: published or withdrawn"),
        _column("edition", Type.INTEGER, "ฉบับที่ (ล่าสุด)", "Number of the newest edition"),
        _column("published_at", Type.MOMENT, "เวลาที่เผยแพร่ฉบับนี้", "When this edition was published"),
        _column(
            "withdrawn_at", Type.MOMENT, "เวลาที่ถอน ว่างหากยังเผยแพร่อยู่", "When it was withdrawn; empty while it is public"
        ),
        _column("reason", Type.TEXT, "เหตุผลของการแก้ไขหรือการถอน", "Reason of the correction or withdrawal"),
        _column("address", Type.ADDRESS, "ที่อยู่ของหน้า", "Address of its page"),
        _column("parts_shown", Type.INTEGER, "จำนวนองค์ประกอบที่แสดงแล้ว", "Required parts that are shown"),
        _column("parts_asked", Type.INTEGER, "จำนวนองค์ประกอบที่กำหนด", "Required parts"),
        _column("links", Type.INTEGER, "จำนวนลิงก์", "Number of links"),
        _column("files", Type.INTEGER, "จำนวนไฟล์", "Number of files"),
        _column("tables", Type.INTEGER, "จำนวนตาราง", "Number of tables"),
        _column("sha256", Type.TEXT, "ค่าแฮช SHA-256 ของเนื้อหาที่เผยแพร่", "SHA-256 of the frozen content"),
    ),
)
PARTS = Sheet(
    "parts",
    Sentence("องค์ประกอบด้านข้อมูล", "Required parts"),
    Sentence("หนึ่งแถวต่อหนึ่งองค์ประกอบ และแสดงไว้ที่ใด", "A row for each required part, and where it is shown"),
    (
        *_KEYS,
        _NUMBER,
        _column("part", Type.TEXT, "องค์ประกอบ", "The part, as the framework says it"),
        _column("shown", Type.YES_NO, "แสดงแล้วหรือไม่", "Whether it is shown"),
        _column("where", Type.TEXT, "แสดงไว้ที่ใด หนึ่งที่ต่อหนึ่งบรรทัด", "Where it is shown, a place a line"),
    ),
)
LINKS = Sheet(
    "links",
    Sentence("ลิงก์", "Links"),
    Sentence("หนึ่งแถวต่อหนึ่งลิงก์ไปยังเว็บไซต์อื่น", "A row for each link to another site"),
    (
        *_KEYS,
        _NUMBER,
        _column("title", Type.TEXT, "ชื่อลิงก์", "What the link is called"),
        _column("url", Type.ADDRESS, "ที่อยู่ (URL)", "Address it leads to"),
    ),
)
FILES = Sheet(
    "files",
    Sentence("ไฟล์", "Files"),
    Sentence("หนึ่งแถวต่อหนึ่งไฟล์ที่เผยแพร่", "A row for each published file"),
    (
        *_KEYS,
        _NUMBER,
        _column("title", Type.TEXT, "ชื่อเอกสาร", "What the file is called"),
        _column("name", Type.TEXT, "ชื่อไฟล์", "Name under which it is saved"),
        _column("content_type", Type.TEXT, "ชนิดของไฟล์", "Media type"),
        _column("size", Type.INTEGER, "ขนาด (ไบต์)", "Size in bytes"),
        _column("sha256", Type.TEXT, "ค่าแฮช SHA-256 ของไฟล์", "SHA-256 of the file"),
        _column("address", Type.ADDRESS, "ที่อยู่สำหรับดาวน์โหลด", "Address to download it from"),
    ),
)
TABLES = Sheet(
    "tables",
    Sentence("ตารางทั้งหมด", "All tables"),
    Sentence(
        "หนึ่งแถวต่อหนึ่งตารางในเรื่องที่เผยแพร่ พร้อมที่อยู่ของไฟล์ CSV", "A row for each published table, with the address of its CSV"
    ),
    (
        *_KEYS,
        _NUMBER,
        _column("section", Type.TEXT, "หัวข้อที่ตารางอยู่", "Heading above the table"),
        _column("title", Type.TEXT, "ชื่อตาราง", "Title of the table"),
        _column("columns", Type.TEXT, "หัวคอลัมน์ หนึ่งหัวต่อหนึ่งบรรทัด", "Headings of its columns, one a line"),
        _column("rows", Type.INTEGER, "จำนวนแถว", "Number of rows"),
        _column("note", Type.TEXT, "หมายเหตุ", "Note under the table"),
        _column("address", Type.ADDRESS, "ที่อยู่ของไฟล์ CSV", "Address of the CSV"),
    ),
)
SCORES = Sheet(
    "scores",
    Sentence("คะแนนผลการประเมิน", "Assessment results"),
    Sentence("หนึ่งแถวต่อหนึ่งคะแนน ของทุกปีที่เผยแพร่", "A row for each published score, of all years"),
    (
        *_KEYS,
        _column(
            "group", Type.TEXT, "ชุดของคะแนน เช่น คะแนนรายตัวชี้วัด", "Which scores these are, such as those of indicators"
        ),
        _column("name", Type.TEXT, "ปี แบบวัด หรือตัวชี้วัด", "The year, instrument or indicator"),
        _column("score", Type.NUMBER, "คะแนน", "The score"),
        _column("of", Type.NUMBER, "คะแนนเต็ม", "The full score"),
        _column("level", Type.TEXT, "ระดับผลการประเมิน หากมี", "Level of the result, where it is told"),
    ),
)
MEASURES = Sheet(
    "measures",
    Sentence("แผนและความก้าวหน้าของมาตรการ", "Plan of measures and its progress"),
    Sentence("หนึ่งแถวต่อหนึ่งมาตรการ ของทุกปีที่เผยแพร่", "A row for each measure of the published plans, of all years"),
    (
        *_KEYS,
        _NUMBER,
        _column("measure", Type.TEXT, "มาตรการ", "The measure"),
        _column("responsible", Type.TEXT, "ผู้รับผิดชอบ หนึ่งส่วนราชการต่อหนึ่งบรรทัด", "Divisions responsible, one a line"),
        _column("period", Type.TEXT, "ระยะเวลา", "Period, as written"),
        _column("status", Type.TEXT, "สถานะ", "Status"),
        _column("details", Type.TEXT, "วิธีดำเนินการและผล ตามที่เผยแพร่", "Procedure and results, as published"),
    ),
)

#: Every file, by its name.
SHEETS = {sheet.name: sheet for sheet in (ITEMS, PARTS, LINKS, FILES, TABLES, SCORES, MEASURES)}
