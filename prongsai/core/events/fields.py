"""What the history calls the values that it keeps: a name and, where a value is a code, the word for it.

Thai terms are those of the official forms and of docs/glossary.md. A name that means different things of different
subjects stands once more with its subject type, such as ``measures.round.kind``.
"""

from __future__ import annotations

import re

from prongsai.core.sentence import Sentence as S

#: Name of a value to its label.
LABELS: dict[str, S] = {
    "answer": S("คำตอบของผู้ประเมิน", "Answer of the assessors"),
    "active": S("ใช้งาน", "In use"),
    "agency": S("หน่วยงาน", "Agency"),
    "body": S("เนื้อความ", "Body"),
    "chain": S("ลำดับผู้ลงนาม", "Chain of signatures"),
    "closes": S("วันสุดท้าย", "Last day"),
    "code": S("รหัสรายการ", "Code of the item"),
    "codes": S("รายการ", "Items"),
    "components": S("องค์ประกอบด้านข้อมูล", "Components"),
    "date": S("วันที่", "Date"),
    "date_text": S("วันที่ ตามที่เขียน", "Date, as written"),
    "district": S("อำเภอ", "District"),
    "division": S("ส่วนราชการ", "Division"),
    "division_id": S("ส่วนราชการ", "Division"),
    "document_prefix": S("เลขนำหน้าหนังสือ", "Prefix of memo numbers"),
    "due_on": S("กำหนดส่ง", "Due"),
    "entries": S("จำนวนผลการดำเนินการ", "Entries of progress"),
    "evidence": S("หลักฐาน", "Evidence"),
    "finding": S("ข้อทักท้วง", "Finding"),
    "fiscal_year": S("ปีงบประมาณ", "Fiscal year"),
    "form": S("แบบรายงาน", "Form"),
    "from": S("ยกมาจากแผนปี", "Carried over from the plan of"),
    "indicator": S("ตัวชี้วัด", "Indicator"),
    "indicators": S("คะแนนตัวชี้วัด", "Scores of the indicators"),
    "items": S("คะแนนรายการเปิดเผยข้อมูล", "Scores of the items"),
    "kind": S("ชนิด", "Kind"),
    "links": S("จำนวนลิงก์", "Number of links"),
    "level": S("ระดับผลการประเมิน", "Level of the result"),
    "measure": S("มาตรการ", "Measure"),
    "measures": S("จำนวนมาตรการ", "Number of measures"),
    "monitoring": S("แนวทางการกำกับติดตาม", "Monitoring"),
    "name": S("ชื่อ", "Name"),
    "number": S("ลำดับที่", "Number"),
    "office": S("ส่วนราชการ", "Office"),
    "on": S("วันที่ดำเนินการ", "Day"),
    "opens": S("วันแรก", "First day"),
    "outcome": S("ผลลัพธ์หรือความสำเร็จ", "Outcome"),
    "parts": S("คะแนนรายส่วนของแบบวัด", "Scores of the parts of an instrument"),
    "period": S("ระยะเวลา", "Period"),
    "place": S("ลำดับในแผน", "Place in the plan"),
    "position": S("ตำแหน่ง", "Position"),
    "procedure": S("วิธีดำเนินการ/ขั้นตอน", "Steps"),
    "progress": S("ความก้าวหน้า", "Progress"),
    "province": S("จังหวัด", "Province"),
    "questions": S("คะแนนรายข้อคำถาม", "Scores of the questions"),
    "recommendations": S("ข้อเสนอแนะในรายงานผล", "Recommendations of the result report"),
    "reason": S("เหตุผล", "Reason"),
    "responsible": S("ผู้รับผิดชอบ", "Responsible"),
    "result": S("ผลการดำเนินการ", "Result"),
    "result_year": S("ผลของปีงบประมาณ", "Result of the fiscal year"),
    "role": S("หน้าที่ในระบบ", "Role"),
    "scan": S("แนบภาพฉบับที่ลงนาม", "With the scan of the signed paper"),
    "score_after": S("คะแนนใหม่", "New score"),
    "sha256": S("รหัสตรวจสอบไฟล์ (SHA-256)", "Fingerprint of the file (SHA-256)"),
    "signatories": S("ผู้ลงนาม", "Signatories"),
    "snapshot": S("ฉบับที่", "Version"),
    "source": S("ที่มา", "Source"),
    "state": S("สถานะ", "State"),
    "status": S("สถานะ", "Status"),
    "steps": S("วิธีดำเนินการ/ขั้นตอน", "Steps"),
    "sub_indicator": S("ตัวชี้วัดย่อย", "Sub-indicator"),
    "sub_indicators": S("คะแนนตัวชี้วัดย่อย", "Scores of the sub-indicators"),
    "subject": S("เรื่อง", "Subject"),
    "suggestion": S("ข้อเสนอแนะ", "Suggestion"),
    "text": S("ผลการดำเนินการ", "Result"),
    "title": S("ชื่อ", "Title"),
    "to": S("เรียน", "To"),
    "total": S("คะแนนรวม", "Total score"),
    "until": S("ถึงวันที่", "Until"),
    "url": S("ที่อยู่เว็บไซต์", "Address"),
    "published.publication.number": S("ฉบับที่", "Version"),
    "published.publication.editions": S("ฉบับที่", "Versions"),
    "portal.front.colour": S("สีของหน้าเว็บสาธารณะ", "Colour of the public pages"),
    "portal.front.eit_url": S("ลิงก์แบบสำรวจ EIT", "Link of the EIT survey"),
    "portal.front.eit_year": S("ปีของแบบสำรวจ EIT", "Year of the EIT survey"),
    "portal.front.email": S("อีเมลของหน่วยงาน", "E-mail of the agency"),
    "portal.front.emblem": S("ตราหน่วยงาน", "Emblem"),
    "portal.front.host": S("ชื่อโฮสต์ของหน่วยงาน", "Own host name"),
    "portal.front.map_url": S("ลิงก์แผนที่", "Link of the map"),
    "portal.front.motto": S("คำขวัญหรือคำแนะนำ", "Motto"),
    "portal.front.name_en": S("ชื่อภาษาอังกฤษ", "Name in English"),
    "portal.front.postal": S("ที่อยู่ทางไปรษณีย์", "Postal address"),
    "portal.front.telephone": S("โทรศัพท์", "Telephone"),
    "portal.front.website": S("เว็บไซต์ของหน่วยงาน", "Website of the agency"),
    "agencies.agency.kind": S("ประเภทหน่วยงาน", "Kind of agency"),
    "agencies.agency.name": S("ชื่อหน่วยงาน", "Name of the agency"),
    "agencies.division.name": S("ชื่อส่วนราชการ", "Name of the division"),
    "accounts.person.until": S("สิ้นสุดบทบาทเมื่อ", "Ended on"),
    "disclosures.disclosure.answer": S("คำตอบ มี/ไม่มี", "Answer มี/ไม่มี"),
    "disclosures.disclosure.entered": S("กรอกใน ITAS แล้ว", "Entered in ITAS"),
    "disclosures.entrychoice.address": S("ที่อยู่ที่ใช้กรอกใน ITAS", "Address that is entered in ITAS"),
    "disclosures.disclosure.from": S("ยกมาจากปี", "Carried over from"),
    "disclosures.disclosure.name": S("ชื่อรายการ", "Name of the item"),
    "disclosures.disclosure.text": S("ข้อความที่แสดง", "Text that is shown"),
    "explanation": S("คำอธิบาย", "Explanation"),
    "shown": S("องค์ประกอบที่แสดงแล้ว", "Components that are shown"),
    "sources": S("เนื้อหาจากระบบ", "Content of the system"),
    "tables": S("ตาราง", "Tables"),
    "evidence.evidence.kind": S("ชนิดหลักฐาน", "Kind of evidence"),
    "evidence.evidence.title": S("ชื่อหลักฐาน", "Title of the evidence"),
    "measures.measure.evidence": S("จำนวนหลักฐาน", "Pieces of evidence"),
    "measures.measure.title": S("มาตรการ/กิจกรรม", "Title of the measure"),
    "measures.round.kind": S("รอบรายงาน", "Round"),
    "measures.round.until": S("บันทึกได้ถึงวันที่", "May write until"),
    "outside.divisionlink.until": S("ลิงก์ใช้ได้ถึงวันที่", "The link works until"),
    "reports.ownform.number": S("รุ่นที่", "Version"),
    "reports.report.name": S("ผู้ลงนาม", "Signed by"),
    "reports.report.number": S("ที่", "Memo number"),
    "reports.report.place": S("ลงนามในตำแหน่ง", "In the place of"),
    "surveys.survey.batch": S("ลิงก์ชุดที่", "Batch of links"),
    "surveys.survey.closes_on": S("รับคำตอบถึงวันที่", "Takes answers until"),
    "surveys.survey.links": S("จำนวนลิงก์", "Number of links"),
    "surveys.survey.number": S("แบบสอบถามรุ่นที่", "Version of the questionnaire"),
    "surveys.survey.one_time": S("ตอบด้วยลิงก์ครั้งเดียวเท่านั้น", "By one-time links only"),
    "surveys.survey.opens_on": S("รับคำตอบตั้งแต่วันที่", "Takes answers from"),
    "surveys.survey.population": S("จำนวนผู้ที่ตอบได้", "Number of people who could answer"),
    "surveys.survey.question": S("ข้อคำถาม", "Question"),
    "surveys.survey.questions": S("จำนวนคำถาม", "Number of questions"),
    "surveys.survey.title": S("ชื่อแบบสำรวจ", "Title of the survey"),
    "version": S("รุ่น", "Version"),
    "year": S("ปี", "Year"),
}

#: Names kept for the machine alone: numbers of rows, which say nothing to people.
HIDDEN = frozenset({"entry", "plan"})

#: Names whose values are codes, to the word of each code; the other codes have their words in the models.
VALUES: dict[str, dict[str, S]] = {
    "status": {
        "not_started": S("ยังไม่ดำเนินการ", "Not started"),
        "in_progress": S("อยู่ระหว่างดำเนินการ", "In progress"),
        "done": S("ดำเนินการแล้ว", "Done"),
    },
}

_PATH = re.compile(r"(measures|disclosures)\[(\d+)\]\.(\w+)")
_PARTS = {"measures": S("มาตรการที่", "Measure"), "disclosures": S("รายการเปิดเผยข้อมูลที่", "Item")}


def label(subject_type: str, name: str) -> S | None:
    """The label of a value, or None where nobody has given it one.

    Corrections of an import are kept by path (see ``core.reports.paths``): ``measures[2].title`` is of the third.
    """
    if found := _PATH.fullmatch(name):
        part, place, field = found.groups()
        return _of(_PARTS[part], str(int(place) + 1), label(f"{part}.{part[:-1]}", field))
    if name.startswith("scores.indicators."):
        return _of(S("คะแนนตัวชี้วัดที่", "Score of indicator"), name.rsplit(".", 1)[1], S("", ""))
    if name.startswith("memo."):
        return label("reports.report", name.removeprefix("memo."))
    return LABELS.get(f"{subject_type}.{name}") or LABELS.get(name.removeprefix("scores."))


def word(name: str, code: object) -> S | None:
    """The word of a coded value, or None where the value speaks for itself."""
    return VALUES.get(name.rsplit(".", 1)[-1], {}).get(code) if isinstance(code, str) else None


def _of(part: S, number: str, field: S | None) -> S | None:
    if field is None:
        return None
    return S(f"{part.th} {number} {field.th}".strip(), f"{part.en} {number} {field.en}".strip())
