"""Small papers to review: what a test does not say is sound and of เทศบาลตำบลท่าโขง, FY2566."""

from __future__ import annotations

from typing import Any

from prongsai.core.reports.reading import Memo, Place, ReadDisclosure, Reading, ReadMeasure, Signatory
from prongsai.core.review.check import Check
from prongsai.core.review.finding import Finding
from prongsai.core.review.subject import Subject
from prongsai.frameworks import load
from prongsai.places import load as load_places

FRAMEWORK = load("ita", 2566)
HEAD: dict[str, Any] = {
    "agency": "เทศบาลตำบลท่าโขง",
    "province": "ลพบุรี",
    "district": "บ้านหมี่",
    "fiscal_year": 2566,
    "title": "รายงานผลการดำเนินการ",
}
_MEASURE: dict[str, Any] = {
    "title": "มาตรการกำกับการใช้ทรัพย์สินของราชการ",
    "procedure": ("จัดทำทะเบียนคุมการยืม",),
    "responsible": ("กองคลัง",),
    "period": "ปีงบประมาณ ๒๕๖๖",
    "result": ("มีทะเบียนคุมครบทุกกอง",),
}


def measure(**values: Any) -> ReadMeasure:
    """A sound measure but for what is given."""
    return ReadMeasure(**_MEASURE | values)


def item(code: str, **values: Any) -> ReadDisclosure:
    """A disclosure of that code with the name of the framework."""
    known = FRAMEWORK.item(code)
    return ReadDisclosure(code=code, **{"name": known.name if known else None} | values)


def memo(**values: Any) -> Memo:
    """A sound memo but for what is given."""
    sound: dict[str, Any] = {
        "office": "สำนักปลัด เทศบาลตำบลท่าโขง",
        "number": "ลบ ๕๔๒๐๑/๓๒๔",
        "date": "2023-04-10",
        "date_text": "๑๐ เมษายน ๒๕๖๖",
        "subject": "รายงานผล รอบ ๖ เดือน (ตุลาคม ๒๕๖๕ – มีนาคม ๒๕๖๖)",
        "to": "นายกเทศมนตรีตำบลท่าโขง",
        "body": ("จึงเรียนมาเพื่อโปรดทราบ",),
        "signatories": (Signatory("นางมาลี ใจงาม", "หัวหน้าสำนักปลัด"),),
    }
    return Memo(**sound | values)


def subject(*rows: ReadMeasure | ReadDisclosure, **values: Any) -> Subject:
    """A paper with these rows; other keywords are of the Reading, or of the Subject."""
    own = {
        key: values.pop(key)
        for key in ("lines", "pages", "places", "agency_facts", "about", "provisional")
        if key in values
    }
    if "agency_facts" in own:
        own["agency"] = own.pop("agency_facts")
    reading = Reading(
        **HEAD
        | {
            "measures": tuple(row for row in rows if isinstance(row, ReadMeasure)),
            "disclosures": tuple(row for row in rows if isinstance(row, ReadDisclosure)),
        }
        | values
    )
    return Subject(reading=reading, framework=FRAMEWORK, gazetteer=load_places(), **own)


def look(check: Check, *rows: ReadMeasure | ReadDisclosure, **values: Any) -> list[Finding]:
    """What one check finds in a paper."""
    return list(check.check(subject(*rows, **values)))


def quotes(check: Check, *texts: str, **values: Any) -> list[str]:
    """What the check quotes from the results of a measure."""
    return [finding.quote for finding in look(check, measure(result=texts), **values)]


def at_line(line: int) -> tuple[Place, ...]:
    """A place that is known by its line."""
    return (Place(line=line),)
