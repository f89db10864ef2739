"""Words of these reports that are often misspelt, or misread by scanners."""

from __future__ import annotations

import re
from collections.abc import Iterator

from prongsai.core.review.check import Example
from prongsai.core.review.finding import Finding, Severity
from prongsai.core.review.subject import Subject
from prongsai.core.sentence import Sentence

CODE = "T12"
TITLE = Sentence("คำที่มักสะกดผิด", "A word that is often misspelt")
WHY = Sentence(
    "คำหลักของการประเมินที่สะกดผิดทำให้เอกสารไม่น่าเชื่อถือ และค้นหาไม่พบ",
    "Misspelt key words cost trust, and search does not find them.",
)
EXAMPLE = Example("มาตราการป้องกันการทุจริต", "มาตรการป้องกันการทุจริต")

#: What is written → what is meant. Only spellings that are no Thai word and no part of one.
MISSPELT = {
    "มาตราการ": "มาตรการ",
    "เจตนารมย์": "เจตนารมณ์",
    "อนุญาติ(?!ิ|ดต)": "อนุญาต",
    "สัมนา": "สัมมนา",
    "ผลลัพท์": "ผลลัพธ์",
    "ผลลัพย์": "ผลลัพธ์",
    "เว็ปไซ[ตด]์?": "เว็บไซต์",
    "เวปไซ[ตด]์?": "เว็บไซต์",
    "เว็บไซด์": "เว็บไซต์",
    "โปรงใส": "โปร่งใส",
    "ธรรมภิบาล": "ธรรมาภิบาล",
    "คุณะธรรม": "คุณธรรม",
    "จริยะธรรม": "จริยธรรม",
    "ประพฤตินิยม": "ประพฤติมิชอบ",
    "ประพฤติมิขอบ": "ประพฤติมิชอบ",
    "ร้องเรีย(?![นก])": "ร้องเรียน",
    "(?<![ก-ฮ])กรร้องเรียน|(?<=ทาง)กรร้องเรียน": "การร้องเรียน",
    "(?<=จาก)กรรปฏิบัติ": "การปฏิบัติ",
    "(?<![ก-ฮ])ควาร(?!ม)": "ควร",
    "(?<=ของ)กรปฏิบัติ": "การปฏิบัติ",
    "บุคคลากร": "บุคลากร",
    "บุคลกร": "บุคลากร",
    "งบประมาน": "งบประมาณ",
    "ดำเนินการณ์": "ดำเนินการ",
    "กิจกรรรม": "กิจกรรม",
    "ประสิทธิภาพย์": "ประสิทธิภาพ",
    "ทรัพสิน": "ทรัพย์สิน",
    r"ยืม\s?[/-]\s?(?:คิน|ค้ำ|คีน|คื่น)": "ยืม/คืน",
    "ปรับปรุ่ง": "ปรับปรุง",
    "แผนพับ": "แผ่นพับ",
    "กล้องข้อความ": "กล่องข้อความ",
    "(?<![ก-ฮ])รายงาผล": "รายงานผล",
    "คณการทำงาน": "คณะทำงาน",
}
_PATTERNS = tuple((re.compile(wrong), right) for wrong, right in MISSPELT.items())


def check(subject: Subject) -> Iterator[Finding]:
    """One remark a spelling, where it stands first, telling how often it stands."""
    for pattern, right in _PATTERNS:
        places = [(text, found) for text in subject.texts if (found := pattern.search(text.text))]
        for text, found in places[:1]:
            more = (
                Sentence(f" (มี {len(places)} แห่ง)", f" (in {len(places)} places)") if places[1:] else Sentence("", "")
            )
            what = Sentence(
                f"“{found[0]}” น่าจะเป็น “{right}”{more.th} โปรดตรวจ",
                f"“{found[0]}” is likely “{right}”{more.en}. Please look.",
            )
            yield subject.finding(CODE, Severity.REMARK, text, what, found[0])
