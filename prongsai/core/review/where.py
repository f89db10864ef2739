"""Places in words: ``มาตรการที่ 3 › ผลการดำเนินการ ข้อ 2``."""

from __future__ import annotations

import re
from collections.abc import Mapping

from prongsai.core.reports.reading import Reading
from prongsai.core.sentence import Sentence

_FIELDS = {
    "agency": Sentence("ชื่อหน่วยงาน", "agency"),
    "province": Sentence("จังหวัด", "province"),
    "district": Sentence("อำเภอ", "district"),
    "fiscal_year": Sentence("ปีงบประมาณ", "fiscal year"),
    "title": Sentence("ชื่อเรื่อง", "title"),
    "number": Sentence("ลำดับ", "number"),
    "indicator": Sentence("ตัวชี้วัด", "indicator"),
    "procedure": Sentence("วิธีดำเนินการ", "steps"),
    "responsible": Sentence("ผู้รับผิดชอบ", "responsible"),
    "period": Sentence("ระยะเวลา", "period"),
    "monitoring": Sentence("การกำกับติดตาม", "monitoring"),
    "status": Sentence("สถานะ", "status"),
    "result": Sentence("ผลการดำเนินการ", "result"),
    "outcome": Sentence("ผลลัพธ์", "outcome"),
    "suggestion": Sentence("ข้อเสนอแนะ", "suggestion"),
    "code": Sentence("รหัส", "code"),
    "name": Sentence("ชื่อรายการ", "name"),
    "sub_indicator": Sentence("ตัวชี้วัดย่อย", "sub-indicator"),
    "components": Sentence("องค์ประกอบ", "components"),
    "progress": Sentence("ความก้าวหน้า", "progress"),
    "office": Sentence("ส่วนราชการ", "office"),
    "date": Sentence("วันที่", "date"),
    "date_text": Sentence("วันที่", "date"),
    "subject": Sentence("เรื่อง", "subject"),
    "to": Sentence("เรียน", "to"),
    "body": Sentence("เนื้อความ", "body"),
    "signatories": Sentence("ผู้ลงนาม", "signatories"),
    "position": Sentence("ตำแหน่ง", "position"),
    "indicators": Sentence("ตัวชี้วัด", "indicator"),
    "total": Sentence("คะแนนรวม", "total"),
}
#: The number of a memo is that of the registry.
_OF_MEMO = {"number": Sentence("ที่", "number")}
_TOP = {"memo": Sentence("บันทึกข้อความ", "memo"), "scores": Sentence("คะแนน", "scores")}
_PARTS = re.compile(r"(?P<name>[a-z_]+)(?:\[(?P<at>\d+)\])?|\.(?P<key>\d+)")
WHOLE = Sentence("ทั้งเอกสาร", "whole paper")


def where(path: str | None, line: int | None, page: int | None, reading: Reading) -> Sentence:
    """The place in words, with its page where the source has pages, else with its line."""
    at = _at(line, page)
    if path is None:
        return at or WHOLE
    value = _value(path, reading)
    return Sentence(f"{at.th} {value.th}", f"{at.en} {value.en}") if at else value


def _at(line: int | None, page: int | None) -> Sentence | None:
    if page is not None:
        return Sentence(f"หน้า {page}", f"page {page}")
    return None if line is None else Sentence(f"บรรทัด {line}", f"line {line}")


def _value(path: str, reading: Reading) -> Sentence:
    fields = _FIELDS | _OF_MEMO if path.startswith("memo") else _FIELDS
    words = [_word(found, reading, fields) for found in _PARTS.finditer(path)]
    th, en = " › ".join(word.th for word in words), " › ".join(word.en for word in words)
    return Sentence(th, en)


def _word(found: re.Match[str], reading: Reading, fields: Mapping[str, Sentence]) -> Sentence:
    name, at = found["name"], found["at"]
    if name is None:
        return Sentence(found["key"], found["key"])
    if name == "measures" and at is not None:
        return _measure(int(at), reading)
    if name == "disclosures" and at is not None:
        code = reading.disclosures[int(at)].code if int(at) < len(reading.disclosures) else at
        return Sentence(f"ข้อ {code}", f"item {code}")
    word = _TOP.get(name) or fields.get(name) or Sentence(name, name)
    return word if at is None else Sentence(f"{word.th} ข้อ {int(at) + 1}", f"{word.en} {int(at) + 1}")


def _measure(at: int, reading: Reading) -> Sentence:
    """By its number; a row of an indicator by that, and by its place too where several rows are of one indicator."""
    row = reading.measures[at] if at < len(reading.measures) else None
    if row is not None and row.indicator is not None:
        many = sum(one.indicator == row.indicator for one in reading.measures) > 1
        tail_th, tail_en = (f" (แถวที่ {at + 1})", f" (row {at + 1})") if many else ("", "")
        return Sentence(f"ตัวชี้วัดที่ {row.indicator}{tail_th}", f"indicator {row.indicator}{tail_en}")
    number = row.number if row is not None and row.number is not None else at + 1
    return Sentence(f"มาตรการที่ {number}", f"measure {number}")
